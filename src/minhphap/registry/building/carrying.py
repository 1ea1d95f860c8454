"""An existing snapshot as the base of the next one: what it knows goes into the work file."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec

from minhphap.registry.building.titles import HEARD
from minhphap.registry.building.work import WorkFile
from minhphap.registry.opened import connect
from minhphap.registry.reading.incoming import AsWritten, Body, Head, Item, Note, OwnEffect
from minhphap.registry.rows import day
from minhphap.registry.schema import PLACE
from minhphap.registry.snapshot import Registry

_BodyRow = tuple[int, bytes, bytes, int, str]
_ROW = re.compile(r"\d{9}(?= |$)")
"""A row of a table, before what it says of its own source."""
_WITHIN = re.compile(r"#(?:base|consolidated|effect of [^#]*)$")
"""What one unit says of another document."""


def carry(work: WorkFile, path: Path) -> None:
    """Take in the records, texts and relations of a snapshot as they were read then, once."""
    with Registry.open(path) as registry:
        if not work.start_from(registry.hash):
            return
    db = connect(path)
    try:
        origins = {
            number: work.origin(name, read_on, stamp, carried=True)
            for number, name, read_on, stamp in db.execute(
                "SELECT id, name, read_on, stamp FROM origin ORDER BY id"
            ).fetchall()
        }
        for origin, unit, items in _units(db):
            work.add(origins[origin], unit, "", items)
        work.started()
    finally:
        db.close()


def _units(db: sqlite3.Connection) -> Iterator[tuple[int, str, list[Item]]]:
    notes = _notes(db)
    relations = _catalogued(db)
    for doc in db.execute("SELECT id FROM document ORDER BY id").fetchall():
        for (origin, locator), item in _items(db, doc[0]).items():
            place = (origin, locator)
            yield (
                origin,
                _unit(locator),
                [
                    msgspec.structs.replace(
                        item, relations=relations.pop(place, ()), notes=notes.pop(place, ())
                    )
                ],
            )
    for origin, locator in sorted(relations.keys() | notes.keys()):
        item = Item(
            locator,
            relations=relations.get((origin, locator), ()),
            notes=notes.get((origin, locator), ()),
        )
        yield origin, _unit(locator), [item]


def _unit(locator: str) -> str:
    """The unit of input an item came from: "a.html" of "a.html#base"."""
    plain = _WITHIN.sub("", locator)
    row = _ROW.match(plain)
    return row[0] if row else plain


def _items(db: sqlite3.Connection, doc: int) -> dict[tuple[int, str], Item]:
    rows = db.execute(
        "SELECT ordinal, origin, locator, sure, fields FROM record WHERE doc = ? ORDER BY ordinal",
        (doc,),
    ).fetchall()
    chosen = db.execute(
        "SELECT number, kind, title, issuer, date, effect, until, stated, stated_on, consolidation"
        " FROM document WHERE id = ?",
        (doc,),
    ).fetchone()
    names = ("number", "kind", "title", "issuer", "date", "effect", "until", "stated", "stated_on")
    values = dict(zip(names, chosen, strict=False))
    body_row = db.execute(
        "SELECT record, text, cells, whole, sketch FROM body WHERE doc = ?", (doc,)
    ).fetchone() or _facts_only(db, doc)
    heads: dict[tuple[int, str], list[Head]] = defaultdict(list)
    bodies: dict[tuple[int, str], Body] = {}
    for ordinal, origin, locator, sure, fields in rows:
        if locator == HEARD:
            continue  # heard anew, from all that is known then
        said = msgspec.json.decode(fields, type=dict[str, str])
        full = {name: value or values[name] for name, value in said.items()}
        place = (origin, locator)
        sketch = ""
        if body_row is not None and body_row[0] == ordinal:
            sketch = body_row[4]
            bodies[place] = _body(db, doc, body_row)
        heads[place].append(_head(full, sure, bool(chosen[9]), sketch))
    return {
        place: Item(place[1], tuple(found), bodies.get(place)) for place, found in heads.items()
    }


def _facts_only(db: sqlite3.Connection, doc: int) -> _BodyRow | None:
    """Of a document whose text was read but not kept."""
    teller = db.execute(
        "SELECT origin, locator FROM relation WHERE teller = ? LIMIT 1", (doc,)
    ).fetchone()
    if teller is None:
        return None
    record = db.execute(
        "SELECT ordinal FROM record WHERE doc = ? AND origin = ? AND locator = ?", (doc, *teller)
    ).fetchone()
    return (record[0], b"", b"", 0, "") if record else None


def _head(said: dict[str, str], sure: str, consolidation: bool, sketch: str) -> Head:
    return msgspec.convert(
        {
            **{name: value for name, value in said.items() if value},
            "sure": sure,
            "consolidation": consolidation,
            "sketch": [int(one) for one in sketch.split()],
        },
        Head,
        strict=False,
    )


def _body(db: sqlite3.Connection, doc: int, row: _BodyRow) -> Body:
    provisions = db.execute(
        "SELECT eid, type, num, heading, first, last FROM provision WHERE doc = ? ORDER BY ordinal",
        (doc,),
    ).fetchall()
    effects = db.execute(
        "SELECT eid, state, first, until FROM effect WHERE doc = ? AND relation IS NULL"
        " ORDER BY id",
        (doc,),
    )
    relations = db.execute(f"{_AS_WRITTEN} WHERE teller = ? ORDER BY id", (doc,))
    return Body(
        row[1],
        row[2],
        bool(row[3]),
        provisions,
        [_as_written(one) for one in relations],
        [OwnEffect(eid, state, day(first), day(until)) for eid, state, first, until in effects],
    )


_AS_WRITTEN = (
    "SELECT kind, cited, cited_eid, by_cited, source_eid, stated_date, whole, excepted, sure,"
    " until, renumbered FROM relation"
)


def _as_written(row: tuple[object, ...]) -> AsWritten:
    kind, cited, eid, by, by_eid, date, whole, excepted, sure, until, renumbered = row
    return msgspec.convert(
        {
            "kind": kind, "to": msgspec.json.decode(str(cited)), "to_eid": eid,
            "by": msgspec.json.decode(str(by)) if by else None, "by_eid": by_eid, "date": date,
            "whole": bool(whole), "excepted": bool(excepted), "sure": sure, "until": until,
            "renumbered": renumbered,
        },
        AsWritten,
    )  # fmt: skip


def _catalogued(db: sqlite3.Connection) -> dict[tuple[int, str], tuple[AsWritten, ...]]:
    found: dict[tuple[int, str], list[AsWritten]] = defaultdict(list)
    rows = db.execute(
        f"SELECT origin, locator, {_AS_WRITTEN.removeprefix('SELECT ')}"
        " WHERE teller IS NULL ORDER BY id"
    )
    for origin, locator, *row in rows:
        found[origin, locator].append(_as_written(tuple(row)))
    return {place: tuple(relations) for place, relations in found.items()}


def _notes(db: sqlite3.Connection) -> dict[tuple[int, str], tuple[Note, ...]]:
    """What was noted while reading; what was noted while compiling is found again."""
    names = {name: number for number, name in db.execute("SELECT id, name FROM origin")}
    found: dict[tuple[int, str], list[Note]] = defaultdict(list)
    for code, key, detail in db.execute("SELECT code, key, detail FROM conflict ORDER BY id"):
        name, mark, locator = key.partition(PLACE)
        if mark and name in names:
            found[names[name], locator].append(Note(code, detail))
    return {place: tuple(notes) for place, notes in found.items()}
