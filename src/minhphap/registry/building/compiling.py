"""The work file -> a snapshot."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec

from minhphap.registry.building.areas import write_areas
from minhphap.registry.building.cluster import clusters
from minhphap.registry.building.endings import write_effects
from minhphap.registry.building.relating import link_titled, write_relations
from minhphap.registry.building.settle import Record, Settled, settle
from minhphap.registry.building.work import Entry, WorkFile
from minhphap.registry.keys import title_key
from minhphap.registry.naming import write_names
from minhphap.registry.reading.incoming import Body, Note
from minhphap.registry.schema import APPLICATION_ID, FORMAT, INDEXES, PLACE, TABLES
from minhphap.registry.seal import BLANK_SEAL, content_hash, seal
from minhphap.registry.snapshot import Registry

Step = Callable[[str], None]


def compile_snapshot(work: WorkFile, path: Path, texts: bool, step: Step) -> str:
    """Write a snapshot of everything in the work file; returns its content hash.

    The same work gives the same bytes, whatever order it was read in.
    """
    work.index()
    db = sqlite3.connect(path)
    try:
        _prepare(db)
        origins = _origins(db, work)
        notes: list[tuple[str, Note]] = []
        step("documents")
        _documents(db, work, origins, texts, notes)
        db.executescript(INDEXES)
        step("relations")
        registry = Registry(db, str(path))
        notes += write_relations(db, registry, work, origins, texts)
        step("effects")
        notes += write_effects(db, registry)
        write_names(db)
        notes += link_titled(db, registry)
        write_areas(db)
        _conflicts(db, work, notes)
        step("hash")
        digest = content_hash(db)
        db.execute("INSERT INTO meta VALUES ('content', ?)", (digest,))
        db.commit()
    finally:
        db.close()
    seal(path)
    return digest


def _prepare(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA journal_mode = OFF")
    db.execute("PRAGMA synchronous = OFF")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {FORMAT}")
    db.executescript(TABLES)
    db.execute("INSERT INTO meta VALUES ('seal', ?)", (BLANK_SEAL,))


def _origins(db: sqlite3.Connection, work: WorkFile) -> dict[str, int]:
    found = work.origins()
    db.executemany(
        "INSERT INTO origin VALUES (?, ?, ?, ?)",
        [(at, name, read_on, stamp) for at, (name, read_on, stamp) in enumerate(found, 1)],
    )
    return {name: at for at, (name, _, _) in enumerate(found, 1)}


def _documents(
    db: sqlite3.Connection,
    work: WorkFile,
    origins: dict[str, int],
    texts: bool,
    notes: list[tuple[str, Note]],
) -> None:
    """Every document with its records and text, ids in the order of numbers and keys."""
    number = 0
    for normal, entries in work.by_number():
        found, said = clusters(entries)
        notes += [(normal, note) for note in said]
        said = []
        settled = sorted(((settle(one, said), one) for one in found), key=lambda pair: pair[0].key)
        notes += [(normal, note) for note in said]
        keys: set[str] = set()
        for document, cluster in settled:
            number += 1
            document = _unique(document, keys)
            members = [view.entry for view in cluster.views]
            work.place((one.item, number) for one in members)
            _document(db, number, document)
            _records(db, number, document, origins)
            told = _told(work, members, document, notes)
            if told and texts and told[1].text:
                _body(db, number, *told, document.records)


def _unique(one: Settled, keys: set[str]) -> Settled:
    """With a key no document before it has."""
    key, count = one.key, 1
    while key in keys:
        count += 1
        key = f"{one.key}~{count}"
    keys.add(key)
    return one if key == one.key else msgspec.structs.replace(one, key=key)


def _document(db: sqlite3.Connection, number: int, one: Settled) -> None:
    head = one.head
    db.execute(
        "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
        (
            number, one.key, head.number, one.key.split("|", 1)[0], head.kind, head.title,
            title_key(head.kind, head.title), head.issuer, one.place, _iso(head.date),
            _iso(head.effect), _iso(head.until), head.stated, _iso(head.stated_on),
            int(head.consolidation),
        ),
    )  # fmt: skip


FIELDS = (
    "number", "kind", "title", "issuer", "date", "effect", "until", "stated", "stated_on",
)  # fmt: skip


def _records(db: sqlite3.Connection, number: int, one: Settled, origins: dict[str, int]) -> None:
    for ordinal, record in enumerate(one.records):
        fields = {}
        for name in FIELDS:
            said = _text(getattr(record.head, name))
            if said:
                fields[name] = "" if said == _text(getattr(one.head, name)) else said
        db.execute(
            "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?)",
            (
                number, ordinal, origins[record.origin], record.locator, record.head.sure,
                msgspec.json.encode(fields).decode(),
            ),
        )  # fmt: skip


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value or "")


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _told(
    work: WorkFile, members: list[Entry], document: Settled, notes: list[tuple[str, Note]]
) -> tuple[Entry, Body] | None:
    """The best of the texts that came with a document."""
    bodies = [(one, work.body(one.item)) for one in members if one.has_body]
    if not bodies:
        return None
    entry, body = max(bodies, key=lambda pair: _worth(pair[1]))
    if len({one.text for _, one in bodies if one.text}) > 1:
        detail = f"{document.head.number}: {len(bodies)}"
        notes.append((document.key, Note("several_texts", detail)))
    work.tell(entry.item)
    return entry, body


def _body(
    db: sqlite3.Connection, number: int, entry: Entry, body: Body, records: tuple[Record, ...]
) -> None:
    sketch = next((one.sketch for one in entry.heads if one.sketch), ())
    db.execute(
        "INSERT INTO body VALUES (?, ?, ?, ?, ?, ?)",
        (
            number, _record_of(records, entry), body.text, body.cells, int(body.whole),
            " ".join(map(str, sketch)),
        ),
    )  # fmt: skip
    db.executemany(
        "INSERT INTO provision VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (number, eid, ordinal, kind, num, heading, start, end)
            for ordinal, (eid, kind, num, heading, start, end) in enumerate(body.provisions)
        ],
    )


def _worth(body: Body) -> tuple[bool, int, int, bytes]:
    return body.whole, len(body.provisions), len(body.text), body.text


def _record_of(records: tuple[Record, ...], entry: Entry) -> int:
    return next(
        at
        for at, one in enumerate(records)
        if (one.origin, one.locator) == (entry.origin, entry.locator)
    )


def _conflicts(db: sqlite3.Connection, work: WorkFile, notes: list[tuple[str, Note]]) -> None:
    rows = {(note.code, key, note.detail) for key, note in notes}
    rows |= {
        (note.code, f"{name}{PLACE}{place}", note.detail) for name, place, note in work.notes()
    }
    db.executemany("INSERT INTO conflict (code, key, detail) VALUES (?, ?, ?)", sorted(rows))
