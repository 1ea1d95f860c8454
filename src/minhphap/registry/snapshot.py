"""The known law: what documents say, how they stand to each other, what holds on a day."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Literal

from minhphap.registry import rows
from minhphap.registry.known import KnownDocument, KnownProvision
from minhphap.registry.naming import lineage_on
from minhphap.registry.opened import Snapshot
from minhphap.registry.relation import Effect, Relation, Status

if TYPE_CHECKING:
    from minhphap.citations import Citation, Target, Work
    from minhphap.intake import Source
    from minhphap.registry.resolution import Resolution
    from minhphap.structure import Document, Metadata

Direction = Literal["out", "in", "both"]


_SEVERAL = 3


class Registry(Snapshot):
    """A snapshot of what is known of the law. Read-only: many processes may share one file.

    Make one with ``Registry.open(path)`` or ``Registry.starter()``; close it, or use ``with``.
    Documents are given as values (``KnownDocument``); ids hold within one snapshot only.
    """

    _last: tuple[int, str] = (0, "")
    """The text read last, by id: clauses of one document are asked for in a row."""

    # Texts

    def text(self, document: KnownDocument) -> str | None:
        """The text as enacted; None where the snapshot holds none."""
        last, text = self._last
        if last != document.id:
            row = self._db.execute("SELECT text FROM body WHERE doc = ?", (document.id,)).fetchone()
            if row is None:
                return None
            text = zlib.decompress(row[0]).decode()
            self._last = (document.id, text)
        return text

    def text_is_whole(self, document: KnownDocument) -> bool:
        """Whether the text runs to its end, so that what it lacks can be told."""
        row = self._db.execute("SELECT whole FROM body WHERE doc = ?", (document.id,)).fetchone()
        return bool(row and row[0])

    def source(self, document: KnownDocument) -> Source | None:
        """The text with its table cells, ready for ``structure.parse``."""
        from minhphap.registry.bodies import source_of

        row = self._db.execute(
            "SELECT text, cells FROM body WHERE doc = ?", (document.id,)
        ).fetchone()
        return source_of(document.number, *row) if row else None

    def tree(self, document: KnownDocument) -> Document | None:
        """The document with its tree, as the other rooms read it; None without text."""
        from minhphap.registry.trees import tree_of

        source = self.source(document)
        if source is None:
            return None
        found = self._db.execute(
            "SELECT type, eid, first, last, num, heading FROM provision WHERE doc = ?"
            " ORDER BY ordinal",
            (document.id,),
        )
        return tree_of(document, source, found)

    def above(self, document: KnownDocument, eid: str) -> tuple[str, ...]:
        """A provision and all that hold it, innermost first: clause, article, chapter …"""
        steps = eid.split("__")
        names = ["__".join(steps[:count]) for count in range(len(steps), 0, -1)]
        holders = self._db.execute(
            "SELECT o.eid FROM provision o, provision i WHERE i.doc = ? AND i.eid = ?"
            " AND o.doc = i.doc AND o.first <= i.first AND o.last >= i.last"
            " AND o.type IN ('part', 'chapter', 'section', 'subsection')",
            (document.id, eid),
        )
        return tuple(dict.fromkeys([*names, *(one for (one,) in holders)]))

    def provisions(self, document: KnownDocument) -> list[KnownProvision]:
        """Every provision of a document as enacted, in order of the text."""
        return self._provisions(document, "", ())

    def provision(self, document: KnownDocument, eid: str) -> KnownProvision | None:
        """One provision as enacted; None where the text has none of this name."""
        found = self._provisions(document, "AND eid = ?", (eid,))
        return found[0] if found else None

    def eids(self, document: KnownDocument) -> list[str]:
        """The names of a document's provisions, without their texts, in no order that matters."""
        found = self._db.execute("SELECT eid FROM provision WHERE doc = ?", (document.id,))
        return [eid for (eid,) in found]

    def _provisions(
        self, document: KnownDocument, where: str, values: tuple[object, ...]
    ) -> list[KnownProvision]:
        found = self._db.execute(
            "SELECT eid, type, num, heading, first, last FROM provision"
            f" WHERE doc = ? {where} ORDER BY ordinal",
            (document.id, *values),
        ).fetchall()
        text = self.text(document) if found else None
        if text is None:
            return []
        names = self._db.execute(
            "SELECT eid, lineage FROM naming WHERE doc = ? AND first IS NULL", (document.id,)
        )
        lineages = dict(names.fetchall())
        return [rows.provision(row, document.id, text, lineages) for row in found]

    # Relations and effect

    def relations(
        self,
        document: KnownDocument,
        direction: Direction = "out",
        kinds: Collection[str] = (),
    ) -> list[Relation]:
        """What a document does to others ("out"), and what others do to it ("in")."""
        found: list[Relation] = []
        for end, column in (("out", "source"), ("in", "target")):
            if direction in (end, "both"):
                query = f"{rows.RELATION} WHERE r.{column} = ? ORDER BY r.date, r.id"
                found += map(rows.relation, self._db.execute(query, (document.id,)))
        return [one for one in found if not kinds or one.kind in kinds]

    def changes(self, first: dt.date, last: dt.date) -> Iterator[Relation]:
        """The relations that take effect in a span of days, both included, by day."""
        query = f"{rows.RELATION} WHERE r.date BETWEEN ? AND ? ORDER BY r.date, r.id"
        return map(rows.relation, self._db.execute(query, (first.isoformat(), last.isoformat())))

    def starting(self, first: dt.date, last: dt.date) -> list[KnownDocument]:
        """The documents that take effect in a span of days, both included, by day."""
        days = (first.isoformat(), last.isoformat())
        return self._many("d.effect BETWEEN ? AND ? ORDER BY d.effect, d.id", *days)

    def effects(self, document: KnownDocument) -> list[Effect]:
        """The known intervals of effect of a document (eid "") and of its provisions."""
        found = self._db.execute(
            "SELECT eid, state, first, until, relation, sure FROM effect WHERE doc = ? ORDER BY id",
            (document.id,),
        ).fetchall()
        return [rows.effect(self._db, row) for row in found]

    def vouched(self, document: KnownDocument, on: dt.date) -> bool:
        """Whether several documents signed after a day still name this one, by its number, as
        their legal basis: it had not been ended by then."""
        (count,) = self._db.execute(
            "SELECT count(DISTINCT r.source) FROM relation r JOIN document d ON d.id = r.source"
            " WHERE r.target = ? AND r.kind = 'basis' AND d.date > ?"
            " AND r.cited LIKE '%\"number\"%'",
            (document.id, on.isoformat()),
        ).fetchone()
        return bool(count >= _SEVERAL)

    def lineage(self, document: KnownDocument, eid: str, on: dt.date) -> str:
        """The lasting name of the provision that bears an eid on a day: see ``naming``."""
        query = "SELECT lineage, first, until FROM naming WHERE doc = ? AND eid = ?"
        steps = eid.split("__")
        for count in range(len(steps), 0, -1):  # a point moves with its clause
            upper = "__".join(steps[:count])
            found = self._db.execute(query, (document.id, upper)).fetchall()
            if found:
                return "__".join([lineage_on(found, upper, on), *steps[count:]])
        return eid

    def names(self, document: KnownDocument, lineage: str) -> list[tuple[str, dt.date | None]]:
        """The eids one provision bore through renumberings, each with the day it began."""
        found = self._db.execute(
            "SELECT eid, first FROM naming WHERE doc = ? AND lineage = ? ORDER BY first",
            (document.id, lineage),
        ).fetchall()
        return [(eid, rows.day(first)) for eid, first in found] or [(lineage, None)]

    def status(self, document: KnownDocument, on: dt.date, eid: str = "") -> Status:
        """What holds on a day of a document, or of one of its provisions."""
        from minhphap.registry.status import status_of

        return status_of(self, document, on, eid)

    # Resolution

    def resolve(
        self,
        cited: Citation | Target | Work,
        on: dt.date | None = None,
        *,
        citing: Metadata | KnownDocument | None = None,
    ) -> Resolution:
        """Which document and provision a citation means on a day, or why that cannot be told.

        ``citing`` is what is known of the citing document: "Ủy ban nhân dân tỉnh" without a name
        is read as its own issuer, a law's own title is not looked for elsewhere. Of a citation
        with several targets the first is resolved; ask for each target to resolve all.
        """
        from minhphap.registry.resolve import resolve

        return resolve(self, cited, on, citing)
