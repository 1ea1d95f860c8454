"""The file beside a snapshot in the making: what was read so far, so that a build can go on."""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Self

import msgspec

from minhphap.registry.keys import normal_number
from minhphap.registry.reading.incoming import AsWritten, Body, Head, Item, Note
from minhphap.registry.schema import FORMAT

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS origin (
  id INTEGER PRIMARY KEY, name TEXT UNIQUE, read_on TEXT, stamp TEXT, latest TEXT,
  carried INTEGER);
CREATE TABLE IF NOT EXISTS unit (
  origin INTEGER, locator TEXT, stamp TEXT, PRIMARY KEY (origin, locator)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS item (
  id INTEGER PRIMARY KEY, origin INTEGER, unit TEXT, locator TEXT, normal TEXT,
  heads BLOB, body BLOB, relations BLOB, notes BLOB);
CREATE TABLE IF NOT EXISTS placed (item INTEGER PRIMARY KEY, doc INTEGER, told INTEGER);
"""
_INDEXES = """
CREATE INDEX IF NOT EXISTS item_normal ON item (normal, origin, locator);
CREATE INDEX IF NOT EXISTS item_unit ON item (origin, unit);
CREATE INDEX IF NOT EXISTS placed_told ON placed (doc) WHERE told;
"""
_encode = msgspec.msgpack.Encoder().encode
_heads = msgspec.msgpack.Decoder(tuple[Head, ...])
_body = msgspec.msgpack.Decoder(Body)
_relations = msgspec.msgpack.Decoder(tuple[AsWritten, ...])
_notes = msgspec.msgpack.Decoder(tuple[Note, ...])

_READERS = ("text", "intake", "law", "structure", "citations", "amendments", "registry")
"""The rooms whose code and data decide what is read out of a source."""


@cache
def reader_version() -> str:
    """A hash of those rooms: what another version of the program has read is read anew."""
    digest = hashlib.sha256()
    package = Path(__file__).parents[2]
    for room in _READERS:
        for path in sorted((package / room).rglob("*")):
            if path.suffix in (".py", ".toml"):
                digest.update(path.relative_to(package).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


class Entry(msgspec.Struct, frozen=True):
    """The heads of one item, and where it stands."""

    item: int
    origin: str
    locator: str
    heads: tuple[Head, ...]
    has_body: bool


def _signed(item: Item) -> Iterator[str]:
    """The days of signature that a catalogue gives, where the number's year bears them out."""
    for one in item.heads:
        if one.sure == "stated" and one.date and f"/{one.date.year}/" in one.number:
            yield one.date.isoformat()


def _with_day(head: Head, latest: str | None) -> Head:
    """A status whose day of reading is not told was read after all that its source knows of."""
    if not head.stated or head.stated_on or not latest:
        return head
    return msgspec.structs.replace(head, stated_on=dt.date.fromisoformat(latest))


class WorkFile:
    """What was read, unit by unit; survives the end of the process at any moment."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open()
        version = f"{FORMAT}.{reader_version()}"
        if self._get("version") not in ("", version):
            self.remove()
            self._open()
        self.db.execute("INSERT OR REPLACE INTO meta VALUES ('version', ?)", (version,))
        self.db.commit()

    def is_empty(self) -> bool:
        """Whether nothing has been read yet."""
        return self.db.execute("SELECT 1 FROM item LIMIT 1").fetchone() is None

    def _open(self) -> None:
        self.db = sqlite3.connect(self.path)
        try:
            self._prepare()
        except sqlite3.DatabaseError:  # a power cut may have spoilt it: read everything again
            self.remove()
            self.db = sqlite3.connect(self.path)
            self._prepare()

    def _prepare(self) -> None:
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("PRAGMA synchronous = NORMAL")
        self.db.executescript(_TABLES)

    def _get(self, name: str) -> str:
        row = self.db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.db.close()

    def remove(self) -> None:
        """Close and delete the file with its log."""
        self.db.close()
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    # Filling

    def start_from(self, base: str) -> bool:
        """Say which snapshot (its hash; "": none) is built upon; True when it is still to be taken
        in. What was begun upon another one, or not taken in to its end, is forgotten."""
        if self._get("base") == base and self._get("started"):
            return False
        if self._get("base") or self._get("started") or base:
            for table in ("item", "unit", "origin"):
                self.db.execute(f"DELETE FROM {table}")
        self._set("base", base)
        self._set("started", "" if base else "yes")
        self.db.commit()
        return bool(base)

    def started(self) -> None:
        """The base has been taken in whole."""
        self._set("started", "yes")
        self.db.commit()

    def _set(self, name: str, value: str) -> None:
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def keep_only(self, names: Collection[str]) -> None:
        """Forget sources of an interrupted build that are not asked for this time."""
        for number, name, carried in self.db.execute(
            "SELECT id, name, carried FROM origin"
        ).fetchall():
            if not carried and name.split("~", 1)[0] not in {one.split("~", 1)[0] for one in names}:
                self._forget_all(number)
                self.db.execute("DELETE FROM origin WHERE id = ?", (number,))
        self.db.commit()

    def _forget_all(self, origin: int) -> None:
        self.db.execute("DELETE FROM item WHERE origin = ?", (origin,))
        self.db.execute("DELETE FROM unit WHERE origin = ?", (origin,))

    def name_for(self, name: str, stamp: str) -> str:
        """The name of a source: that of the base's own source only where it is the same table."""
        row = self.db.execute(
            "SELECT stamp FROM origin WHERE name = ? AND carried", (name,)
        ).fetchone()
        return name if row is None or row[0] == stamp else f"{name}~{stamp[:8]}"

    def origin(self, name: str, read_on: str | None, stamp: str, *, carried: bool = False) -> int:
        """The id of a source; what an earlier state of a table gave is forgotten."""
        row = self.db.execute("SELECT id, stamp FROM origin WHERE name = ?", (name,)).fetchone()
        if row is None:
            cursor = self.db.execute(
                "INSERT INTO origin (name, read_on, stamp, carried) VALUES (?, ?, ?, ?)",
                (name, read_on, stamp, carried),
            )
            return int(cursor.lastrowid or 0)
        if row[1] != stamp:
            self._forget_all(row[0])
        self.db.execute(
            "UPDATE origin SET read_on = ?, stamp = ? WHERE id = ?", (read_on, stamp, row[0])
        )
        return int(row[0])

    def done(self, origin: int) -> dict[str, str]:
        """The units of a source that were read, each with its stamp."""
        query = "SELECT locator, stamp FROM unit WHERE origin = ?"
        return dict(self.db.execute(query, (origin,)).fetchall())

    def add(self, origin: int, unit: str, stamp: str, items: Sequence[Item]) -> None:
        """Take in what one unit says; ``commit`` makes it last."""
        self.db.execute("INSERT OR REPLACE INTO unit VALUES (?, ?, ?)", (origin, unit, stamp))
        latest = max((day for one in items for day in _signed(one)), default=None)
        if latest:
            self.db.execute(
                "UPDATE origin SET latest = max(coalesce(latest, ''), ?) WHERE id = ?",
                (latest, origin),
            )
        rows = [
            (
                origin, unit, one.locator,
                normal_number(one.heads[0].number) if one.heads else None,
                _encode(one.heads), _encode(one.body) if one.body else None,
                _encode(one.relations) if one.relations else None,
                _encode(one.notes) if one.notes else None,
            )
            for one in items
        ]  # fmt: skip
        self.db.executemany(
            "INSERT INTO item (origin, unit, locator, normal, heads, body, relations, notes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )

    def forget(self, origin: int, unit: str) -> None:
        """Drop what a unit said before it changed."""
        self.db.execute("DELETE FROM item WHERE origin = ? AND unit = ?", (origin, unit))

    def commit(self) -> None:
        """Make everything taken in so far last."""
        self.db.commit()

    # Reading

    def index(self) -> None:
        """Before reading: the order of numbers."""
        self.db.executescript(_INDEXES)
        self.db.execute("DELETE FROM placed")

    def origins(self) -> list[tuple[str, str | None, str]]:
        """Every source that gave something, by name: the day it was read, its stamp."""
        return self.db.execute(
            "SELECT name, read_on, stamp FROM origin"
            " WHERE id IN (SELECT origin FROM item) ORDER BY name"
        ).fetchall()

    def by_number(self) -> Iterator[tuple[str, list[Entry]]]:
        """The entries of each number, numbers and entries in a steady order."""
        rows = self.db.execute(
            "SELECT i.normal, i.id, o.name, i.locator, i.heads, i.body IS NOT NULL, o.latest"
            " FROM item i JOIN origin o ON o.id = i.origin WHERE i.normal IS NOT NULL"
            " ORDER BY i.normal, o.name, i.locator, i.id"
        )
        number: str | None = None
        entries: list[Entry] = []
        for normal, item, origin, locator, packed, has_body, latest in rows:
            if normal != number and number is not None:
                yield number, entries
                entries = []
            number = normal
            heads = tuple(_with_day(one, latest) for one in _heads.decode(packed))
            entries.append(Entry(item, origin, locator, heads, bool(has_body)))
        if number is not None:
            yield number, entries

    def place(self, placed: Iterable[tuple[int, int]]) -> None:
        """Say which document each item belongs to."""
        self.db.executemany("INSERT INTO placed VALUES (?, ?, 0)", placed)

    def tell(self, item: int) -> None:
        """Say that the text of an item is the one its document goes by."""
        self.db.execute("UPDATE placed SET told = 1 WHERE item = ?", (item,))

    def telling(self) -> Iterator[tuple[int, str, str, Body]]:
        """(document, source, locator, text) of every text that is gone by, by document."""
        rows = self.db.execute(
            "SELECT p.doc, o.name, i.locator, i.body FROM placed p JOIN item i ON i.id = p.item"
            " JOIN origin o ON o.id = i.origin WHERE p.told ORDER BY p.doc"
        )
        for doc, name, locator, body in rows:
            yield doc, name, locator, _body.decode(body)

    def body(self, item: int) -> Body:
        """The text of an item and what was read out of it."""
        row = self.db.execute("SELECT body FROM item WHERE id = ?", (item,)).fetchone()
        return _body.decode(row[0])

    def relations(self) -> Iterator[tuple[str, str, tuple[AsWritten, ...]]]:
        """(source, locator, relations) that catalogues state."""
        rows = self.db.execute(
            "SELECT o.name, i.locator, i.relations FROM item i JOIN origin o ON o.id = i.origin"
            " WHERE i.relations IS NOT NULL ORDER BY o.name, i.locator, i.id"
        )
        for name, locator, relations in rows:
            yield name, locator, _relations.decode(relations)

    def notes(self) -> Iterator[tuple[str, str, Note]]:
        """(source, locator, note) of everything guessed or refused while reading."""
        rows = self.db.execute(
            "SELECT o.name, i.locator, i.notes FROM item i JOIN origin o ON o.id = i.origin"
            " WHERE i.notes IS NOT NULL ORDER BY o.name, i.locator, i.id"
        )
        for name, locator, notes in rows:
            for note in _notes.decode(notes):
                yield name, locator, note
