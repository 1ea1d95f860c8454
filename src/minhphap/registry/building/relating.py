"""Relations as written -> relations between documents of the snapshot."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from minhphap.citations import Work
from minhphap.law import parse_number
from minhphap.registry.building.linking import Linker
from minhphap.registry.building.titles import Titles
from minhphap.registry.building.work import WorkFile
from minhphap.registry.known import KnownDocument
from minhphap.registry.ranks import rank_of
from minhphap.registry.reading.incoming import AsWritten, Note, OwnEffect
from minhphap.registry.relation import CHANGES, ENDS, RelationKind
from minhphap.registry.schema import PLACE
from minhphap.registry.snapshot import Registry

_CHANGING = CHANGES | ENDS | {"suspends"}
_INSERT = f"INSERT INTO relation VALUES (NULL, {', '.join('?' * 19)})"
_FAMILY = {
    "amends": "change", "supplements": "change", "corrects": "change", "repeals": "end",
    "replaces": "end",
}  # fmt: skip
_ASSEMBLY = "/QH"
"""Before the term in a number of the Assembly: "203/2025/QH15"."""
_LAST_WITHOUT_YEAR = 1998
"""Until then numbers of normative documents might lack the year."""
_BATCH = 20_000
Notes = list[tuple[str, Note]]
Pair = tuple[int, int]


def write_relations(
    db: sqlite3.Connection,
    registry: Registry,
    work: WorkFile,
    origins: dict[str, int],
    texts: bool,
) -> Notes:
    """Look up every work, write every relation; what catalogues and texts say of the same pair of
    documents is compared, and what disagrees is noted. Without ``texts`` mere references are left
    out."""
    writer = _Writer(db, registry, origins)
    stated = list(writer.catalogued(work))
    pairs: dict[Pair, set[str]] = defaultdict(set)
    for pair, kind in stated:
        pairs[pair].add(kind)
    for doc, name, locator, body in work.telling():
        relations = [one for one in body.relations if texts or one.kind != "refers"]
        writer.tell(doc, name, locator, relations, body.effects)
    writer.flush()
    writer.titles.write(db)
    return writer.notes + _compared(registry, pairs, writer.read_pairs)


class _Writer:
    def __init__(self, db: sqlite3.Connection, registry: Registry, origins: dict[str, int]) -> None:
        self.db = db
        self.registry = registry
        self.linker = Linker(registry)
        self.origins = origins
        self.notes: Notes = []
        self.titles = Titles()
        self.read_pairs: dict[Pair, set[str]] = defaultdict(set)
        self._rows: list[tuple[object, ...]] = []
        self._encode = msgspec.json.Encoder().encode

    def catalogued(self, work: WorkFile) -> Iterator[tuple[Pair, str]]:
        """Write what catalogues state; yields the pairs of documents that are known."""
        for name, locator, relations in work.relations():
            for one in relations:
                source, why = self._find(one.by or Work(), None)
                target, why_not = self._find(one.to, None)
                one = self._checked(one, source, target, f"{name}{PLACE}{locator}")
                self._write(one, source, target, why or why_not, None, name, locator, one.date)
                if source and target:
                    yield (source.id, target.id), one.kind

    def tell(
        self,
        doc: int,
        name: str,
        locator: str,
        relations: list[AsWritten],
        effects: list[OwnEffect],
    ) -> None:
        """Write what one text says."""
        teller = self.registry.get(doc)
        assert teller is not None
        starts = {one.eid: one.first for one in effects}
        self.db.executemany(
            "INSERT INTO effect (doc, eid, state, first, until, relation, sure)"
            " VALUES (?, ?, ?, ?, ?, NULL, 'read')",
            [
                (doc, one.eid, one.state, _iso(one.first), _iso(one.until))
                for one in dict.fromkeys(effects)
            ],
        )
        for one in relations:
            source, why = self._actor(one, teller)
            target, why_not = self._find(one.to, teller)
            if source and target and source.id == target.id:
                continue
            date = one.date or (_start(one, source, starts) if source else None)
            self.titles.hear(target, one.to.title, self.origins[name])
            one = self._checked(one, source, target, teller.key)
            self._write(one, source, target, why or why_not, teller, name, locator, date)
            if source and target and one.by is None:
                self.read_pairs[source.id, target.id].add(one.kind)

    def _actor(self, one: AsWritten, teller: KnownDocument) -> tuple[KnownDocument | None, str]:
        return (teller, "") if one.by is None else self._find(one.by, teller)

    def _find(self, work: Work, teller: KnownDocument | None) -> tuple[KnownDocument | None, str]:
        return self.linker.look_up(work, teller)

    def _checked(
        self,
        one: AsWritten,
        source: KnownDocument | None,
        target: KnownDocument | None,
        key: str,
    ) -> AsWritten:
        """A change of a higher document was misread: it is kept as a mere reference."""
        note = _changes_higher(one.kind, source, target)
        if note is None:
            return one
        self.notes.append((key, note))
        kind: RelationKind = "refers"
        return msgspec.structs.replace(one, kind=kind)

    def _write(
        self,
        one: AsWritten,
        source: KnownDocument | None,
        target: KnownDocument | None,
        reason: str,
        teller: KnownDocument | None,
        name: str,
        locator: str,
        date: dt.date | None,
    ) -> None:
        eid = self.linker.eid(target, one.to_eid) if target else one.to_eid
        self._rows.append(
            (
                one.kind, source and source.id, one.by_eid, target and target.id, eid, _iso(date),
                int(one.whole), int(one.excepted), one.sure, reason, teller and teller.id,
                self.origins[name], locator, self._encode(one.by) if one.by else "",
                self._encode(one.to), one.to_eid, _iso(one.date), _iso(one.until),
                one.renumbered,
            )
        )  # fmt: skip
        if len(self._rows) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        rows = [
            tuple(cell.decode() if isinstance(cell, bytes) else cell for cell in row)
            for row in self._rows
        ]
        self.db.executemany(_INSERT, rows)
        self._rows.clear()


def _changes_higher(
    kind: str, source: KnownDocument | None, target: KnownDocument | None
) -> Note | None:
    """A note where a document would change one that stands above it, or one that came later."""
    day = (source.date or source.effect) if source else None
    if kind not in _CHANGING or source is None or target is None or day is None:
        return None
    words = f"{source.number} {kind} {target.number}"
    if target.date and source.date and source.date < target.date:
        return Note("earlier_changes_later", words)
    mine, theirs = (rank_of(doc.number, doc.kind, doc.issuer, day) for doc in (source, target))
    if theirs is None:
        return None
    if target.kind == "constitution":
        can = source.kind == "resolution" and _ASSEMBLY in source.normal
    elif mine is None:
        can = kind == "corrects" or not _is_administrative(source.number, day)
    else:
        can = mine <= theirs
    return None if can else Note("lower_changes_higher", words)


def _is_administrative(number: str, day: dt.date) -> bool:
    """A number without a year: a plan, a notice, a letter; older decrees had none either."""
    parsed = parse_number(number)
    return (
        parsed is not None
        and parsed.year is None
        and parsed.session is None
        and not parsed.party
        and day.year > _LAST_WITHOUT_YEAR
    )


def _start(
    one: AsWritten, source: KnownDocument, starts: dict[str, dt.date | None]
) -> dt.date | None:
    """When the acting provision takes effect: its own day, else that of its document."""
    steps = one.by_eid.split("__") if one.by is None else []
    for count in range(len(steps), 0, -1):
        own = starts.get("__".join(steps[:count]))
        if own:
            return own
    return source.effect


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _compared(
    registry: Registry, stated: dict[Pair, set[str]], read: dict[Pair, set[str]]
) -> Notes:
    """Where a catalogue and a text disagree about what one document does to another."""
    notes: Notes = []
    sources = {source for source, _ in stated}
    for pair, kinds in sorted(stated.items()):
        source, target = registry.get(pair[0]), registry.get(pair[1])
        if source is None or target is None or not source.has_text:
            continue
        said = read.get(pair)
        detail = f"{source.number} {'/'.join(sorted(kinds))} {target.number}"
        if said is None:
            notes.append((source.key, Note("relation_not_in_text", detail)))
        elif not {_FAMILY.get(kind, kind) for kind in kinds} & {
            _FAMILY.get(kind, kind) for kind in said
        }:
            detail = f"{detail}; {'/'.join(sorted(said))}"
            notes.append((source.key, Note("relation_differs", detail)))
    for pair, said in sorted(read.items()):
        if pair[0] in sources and pair not in stated and said & _CHANGING:
            source, target = registry.get(pair[0]), registry.get(pair[1])
            if source and target:
                detail = f"{source.number} {'/'.join(sorted(said & _CHANGING))} {target.number}"
                notes.append((source.key, Note("relation_not_in_catalogue", detail)))
    return notes


def link_titled(db: sqlite3.Connection, registry: Registry) -> Notes:
    """Laws cited by title alone, now that it is known which of them stood when."""
    linker = Linker(registry)
    decode = msgspec.json.Decoder(Work).decode
    rows = db.execute(
        "SELECT r.id, r.kind, r.source, r.cited, r.teller, r.cited_eid FROM relation r"
        " JOIN document t ON t.id = r.teller WHERE r.target IS NULL AND t.date IS NOT NULL"
        " AND r.reason = 'year_not_given' AND r.cited NOT LIKE '%\"number\"%' ORDER BY r.id"
    ).fetchall()
    found, notes = [], []
    for number, kind, source, cited, doc, eid in rows:
        teller = registry.get(doc)
        target, reason = linker.look_up(decode(cited), teller, teller.date if teller else None)
        place = linker.eid(target, eid) if target else eid
        note = _changes_higher(kind, registry.get(source) if source else None, target)
        if note and teller:
            notes.append((teller.key, note))
        found.append((target and target.id, reason, place, "refers" if note else kind, number))
    db.executemany(
        "UPDATE relation SET target = ?, reason = ?, target_eid = ?, kind = ? WHERE id = ?", found
    )
    return notes
