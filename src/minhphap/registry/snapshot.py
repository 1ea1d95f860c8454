"""The known law, opened from one immutable file."""

from __future__ import annotations

import datetime as dt
import sqlite3
import zlib
from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from minhphap.law import Identity
from minhphap.registry import rows
from minhphap.registry.errors import RegistryError
from minhphap.registry.keys import normal_number, place_of, title_key
from minhphap.registry.known import Conflict, Fact, KnownDocument, KnownProvision
from minhphap.registry.relation import Effect, Relation, Status
from minhphap.registry.schema import APPLICATION_ID, FORMAT

if TYPE_CHECKING:
    from minhphap.citations import Citation, Target, Work
    from minhphap.intake import Source
    from minhphap.registry.resolution import Resolution
    from minhphap.structure import Document, Metadata

Direction = Literal["out", "in", "both"]
_PAGE = 2000


def connect(path: Path) -> sqlite3.Connection:
    """A connection that neither writes nor locks: the file never changes."""
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


class Registry:
    """A snapshot of what is known of the law. Read-only: many processes may share one file.

    Make one with ``Registry.open(path)`` or ``Registry.starter()``; close it, or use ``with``.
    Documents are given as values (``KnownDocument``); ids hold within one snapshot only.
    """

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._db = connection
        self.name = name
        """The file, as the user named it."""
        self._texts: dict[int, str] = {}

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Open a snapshot; raises RegistryError with one sentence when it is none."""
        path = Path(path)
        if not path.is_file():
            raise RegistryError(
                f"không thấy tệp pháp luật “{path}”; xem lại đường dẫn",
                f"no registry file “{path}”; check the path",
            )
        return cls._checked(connect(path), str(path))

    @classmethod
    def starter(cls) -> Self:
        """The snapshot of facts that comes with the package: no texts, so no clauses."""
        from minhphap.registry.starter import starter_bytes

        connection = sqlite3.connect(":memory:", check_same_thread=False)
        connection.deserialize(starter_bytes())
        connection.execute("PRAGMA query_only = 1")
        return cls._checked(connection, "starter")

    @classmethod
    def _checked(cls, connection: sqlite3.Connection, name: str) -> Self:
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            shape = connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.DatabaseError:
            application = shape = 0
        if application != APPLICATION_ID:
            connection.close()
            raise RegistryError(
                f"“{name}” không phải tệp pháp luật của Minh Pháp; tạo bằng “minhphap registry"
                " build”",
                f"“{name}” is no registry of Minh Pháp; make one with “minhphap registry build”",
            )
        if shape != FORMAT:
            connection.close()
            raise RegistryError(
                f"“{name}” có định dạng {shape}, chương trình này đọc định dạng {FORMAT}; tạo lại"
                " bằng “minhphap registry build”",
                f"“{name}” has format {shape}, this program reads {FORMAT}; build it again",
            )
        return cls(connection, name)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    # What it is

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the logical content, as stored; ``verify`` computes it anew."""
        return self._meta("content")

    def _meta(self, name: str) -> str:
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def counts(self) -> dict[str, int]:
        """How many documents, texts, provisions, relations … there are."""
        tables = ("document", "body", "provision", "relation", "effect", "conflict")
        return {
            name: self._db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables
        }

    def conflicts(self) -> Iterator[Conflict]:
        """What the import found that a person should look at."""
        query = "SELECT code, key, detail FROM conflict ORDER BY id"
        return map(rows.conflict, self._db.execute(query))

    # Documents

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM document").fetchone()[0])

    def __iter__(self) -> Iterator[KnownDocument]:
        """Every document in the order of keys, read page by page."""
        last = 0
        while page := self._db.execute(
            f"{rows.DOCUMENT} WHERE d.id > ? ORDER BY d.id LIMIT ?", (last, _PAGE)
        ).fetchall():
            yield from map(rows.document, page)
            last = page[-1][0]

    def get(self, document: int | str) -> KnownDocument | None:
        """The document of an id of this snapshot, or of a key."""
        column = "id" if isinstance(document, int) else "key"
        return self._one(f"d.{column} = ?", document)

    def document(self, identity: Identity) -> KnownDocument | None:
        """The document of an identity; None where it is not known or not certain.

        An identity that does not name its issuer or date is certain only where the number has a
        year and its symbol names a central issuer.
        """
        from minhphap.registry.choose import Asked, choose

        asked = Asked(identity.number, issuer=identity.issuer, date=identity.date)
        return choose(self.find(identity.number), asked).document

    def find(
        self, number: str, *, issuer: str = "", date: dt.date | None = None
    ) -> list[KnownDocument]:
        """Every document that carries a number, however it is written; narrowed where told."""
        found = self._many("d.normal = ? ORDER BY d.id", normal_number(number))
        if issuer:
            place = place_of(issuer)
            found = [one for one in found if not place or one.place in ("", place)]
        return [one for one in found if not date or one.date in (None, date)]

    def complete(self, beginning: str, limit: int = 20) -> list[KnownDocument]:
        """Look-up as one types: documents whose number begins like this, by number."""
        start = normal_number(beginning) if "/" in beginning else beginning.strip().lstrip("0")
        if not start:
            return []
        return self._many(
            "d.normal >= ? AND d.normal < ? ORDER BY d.normal, d.date DESC LIMIT ?",
            start, start + "\U0010ffff", limit,
        )  # fmt: skip

    def titled(self, title: str, kind: str = "law") -> list[KnownDocument]:
        """The laws, codes or ordinances that bear a title, oldest first."""
        key = title_key(kind, title)
        return self._many("d.title_key = ? AND d.title_key <> '' ORDER BY d.date, d.id", key)

    def _one(self, where: str, *values: object) -> KnownDocument | None:
        row = self._db.execute(f"{rows.DOCUMENT} WHERE {where}", values).fetchone()
        return rows.document(row) if row else None

    def _many(self, where: str, *values: object) -> list[KnownDocument]:
        found = self._db.execute(f"{rows.DOCUMENT} WHERE {where}", values)
        return [rows.document(row) for row in found]

    def facts(self, document: KnownDocument) -> list[Fact]:
        """Who says what about a document, where and since when."""
        return list(rows.facts(self._db, document))

    # Texts

    def text(self, document: KnownDocument) -> str | None:
        """The text as enacted; None where the snapshot holds none."""
        if document.id not in self._texts:
            row = self._db.execute("SELECT text FROM body WHERE doc = ?", (document.id,)).fetchone()
            if row is None:
                return None
            self._texts = {document.id: zlib.decompress(row[0]).decode()}  # the last one only
        return self._texts[document.id]

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
