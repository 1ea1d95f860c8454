"""What one snapshot knows that another does not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from minhphap.registry.opened import connect
from minhphap.registry.rows import day
from minhphap.registry.snapshot import Registry

_FIELDS = (
    "number", "kind", "title", "issuer", "date", "effect", "until", "stated", "has_text",
)  # fmt: skip
_DOCUMENTS = (
    "SELECT d.key, d.number, d.kind, d.title, d.issuer, d.date, d.effect, d.until, d.stated,"
    " CASE WHEN b.doc IS NULL THEN '' ELSE 'yes' END"
    " FROM {0}.document d LEFT JOIN {0}.body b ON b.doc = d.id"
)
_RELATIONS = (
    "SELECT r.kind, coalesce(s.key, ''), r.source_eid, coalesce(t.key, ''), r.target_eid, r.date"
    " FROM {0}.relation r LEFT JOIN {0}.document s ON s.id = r.source"
    " LEFT JOIN {0}.document t ON t.id = r.target"
    " WHERE r.kind NOT IN ('refers', 'basis', 'guides') AND r.target IS NOT NULL"
)


class DocumentChange(msgspec.Struct, frozen=True):
    """A document that was added, removed, or of which other facts are known now.

    ``fields`` gives old and new value of each fact that differs.
    """

    kind: Literal["added", "removed", "changed"]
    key: str
    number: str
    title: str
    fields: dict[str, tuple[str, str]] = {}


class RelationChange(msgspec.Struct, frozen=True):
    """A relation that only one of the two snapshots has; documents by their keys."""

    kind: Literal["added", "removed"]
    relation: str
    source: str
    source_eid: str
    target: str
    target_eid: str
    date: dt.date | None


def diff(old: str | Path, new: str | Path) -> Iterator[DocumentChange | RelationChange]:
    """Documents first, by key, then relations that change, end, correct or consolidate something.

    Raises RegistryError where one of the files is no snapshot.
    """
    for path in (old, new):
        Registry.open(path).close()
    db = connect(Path(new))
    try:
        address = f"{Path(old).resolve().as_uri()}?mode=ro&immutable=1"
        db.execute("ATTACH DATABASE ? AS old", (address,))
        here, there = _DOCUMENTS.format("main"), _DOCUMENTS.format("old")
        gained = {row[0]: row[1:] for row in db.execute(f"{here} EXCEPT {there}")}
        lost = {row[0]: row[1:] for row in db.execute(f"{there} EXCEPT {here}")}
        for key in sorted(gained.keys() | lost.keys()):
            yield _document(key, lost.get(key), gained.get(key))
        here, there = _RELATIONS.format("main"), _RELATIONS.format("old")
        for row in db.execute(f"{here} EXCEPT {there} ORDER BY 2, 4, 1, 3, 5"):
            yield _relation("added", row)
        for row in db.execute(f"{there} EXCEPT {here} ORDER BY 2, 4, 1, 3, 5"):
            yield _relation("removed", row)
    finally:
        db.close()


def _document(
    key: str, lost: tuple[str | None, ...] | None, gained: tuple[str | None, ...] | None
) -> DocumentChange:
    shown = gained or lost or ()
    number, title = str(shown[0]), str(shown[2])
    if lost is None:
        return DocumentChange("added", key, number, title)
    if gained is None:
        return DocumentChange("removed", key, number, title)
    fields = {
        name: (before or "", after or "")
        for name, before, after in zip(_FIELDS, lost, gained, strict=True)
        if before != after
    }
    return DocumentChange("changed", key, number, title, fields)


def _relation(kind: Literal["added", "removed"], row: tuple[str, ...]) -> RelationChange:
    relation, source, source_eid, target, target_eid, date = row
    return RelationChange(kind, relation, source, source_eid, target, target_eid, day(date))
