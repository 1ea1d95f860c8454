"""Everything of an index but its engine: entries with their texts, documents, terms, titles."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from minhphap.registry.search.entry import Filters, NumberMatch, Part

FORMAT = 2
FILE = "store.sqlite"
TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, number TEXT NOT NULL, normal TEXT NOT NULL,
  kind TEXT NOT NULL, issuer TEXT NOT NULL, areas TEXT NOT NULL, title TEXT NOT NULL,
  title_key TEXT NOT NULL, date TEXT, prior REAL NOT NULL);
CREATE TABLE entry (
  n INTEGER PRIMARY KEY, doc INTEGER NOT NULL, eid TEXT NOT NULL, heading TEXT NOT NULL,
  first INTEGER, until INTEGER, acts TEXT NOT NULL, parts TEXT NOT NULL, text BLOB NOT NULL);
CREATE TABLE term (term TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (term, n)) WITHOUT ROWID;
"""
INDEXES = """
CREATE UNIQUE INDEX document_key ON document (key);
CREATE INDEX document_normal ON document (normal);
CREATE INDEX document_title ON document (title_key) WHERE title_key <> '';
CREATE INDEX entry_doc ON entry (doc);
"""


class Facts(msgspec.Struct, frozen=True):
    """What ranking and filters need of an entry."""

    n: int
    doc: int
    eid: str
    first: int | None
    until: int | None
    key: str
    kind: str
    issuer: str
    areas: str
    prior: float

    def fits(self, filters: Filters) -> bool:
        """Whether the entry is what was asked for."""
        if filters.on is not None:
            day = filters.on.toordinal()
            if (self.first or 0) > day or (self.until is not None and self.until <= day):
                return False
        return (
            (not filters.kinds or self.kind in filters.kinds)
            and (not filters.issuers or self.issuer in filters.issuers)
            and (not filters.areas or not _numbers(self.areas).isdisjoint(filters.areas))
            and (not filters.keys or self.key in filters.keys)
        )


def _numbers(areas: str) -> set[int]:
    return set(map(int, areas.split()))


class Whole(msgspec.Struct, frozen=True):
    """An entry as it is shown."""

    number: str
    title: str
    heading: str
    text: str
    parts: tuple[Part, ...]
    acts: tuple[str, ...]


_FACTS = (
    "SELECT e.n, e.doc, e.eid, e.first, e.until, d.key, d.kind, d.issuer, d.areas, d.prior"
    " FROM entry e JOIN document d ON d.id = e.doc WHERE "
)


class Store:
    """The store of an index, read-only."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    @classmethod
    def open(cls, folder: Path) -> Store:
        """Open the store in an index's folder; sqlite3.Error where it is none."""
        address = f"{(folder / FILE).resolve().as_uri()}?mode=ro&immutable=1"
        return cls(sqlite3.connect(address, uri=True, check_same_thread=False))

    def meta(self, name: str) -> str:
        """A line of the index's own description."""
        row = self.db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def facts(self, numbers: Sequence[int]) -> dict[int, Facts]:
        """The facts of entries by their number."""
        marks = ",".join("?" * len(numbers))
        found = self.db.execute(f"{_FACTS} e.n IN ({marks})", tuple(numbers))
        return {row[0]: Facts(*row) for row in found}

    def whole(self, n: int) -> Whole:
        """An entry with its text."""
        number, title, heading, parts, text, acts = self.db.execute(
            "SELECT d.number, d.title, e.heading, e.parts, e.text, e.acts FROM entry e"
            " JOIN document d ON d.id = e.doc WHERE e.n = ?",
            (n,),
        ).fetchone()
        clauses = tuple(Part(*one) for one in json.loads(parts)) if parts else ()
        return Whole(
            number, title, heading, zlib.decompress(text).decode(), clauses, tuple(acts.split())
        )

    def defining(self, terms: Iterable[str]) -> dict[str, list[int]]:
        """The entries that define a term, by term."""
        found: dict[str, list[int]] = {}
        for term in terms:
            rows = self.db.execute("SELECT n FROM term WHERE term = ?", (term,)).fetchall()
            if rows:
                found[term] = [n for (n,) in rows]
        return found

    def titled(self, title_keys: Iterable[str]) -> list[int]:
        """The documents that bear one of the titles."""
        return self._documents("title_key", title_keys)

    def numbered(self, normals: Iterable[str]) -> list[int]:
        """The documents that carry one of the numbers."""
        return self._documents("normal", normals)

    def numbers_from(self, beginning: str, limit: int = 50) -> list[int]:
        """The documents whose number begins like this."""
        found = self.db.execute(
            "SELECT id FROM document WHERE normal >= ? AND normal < ? ORDER BY normal LIMIT ?",
            (beginning, beginning + "\U0010ffff", limit),
        )
        return [one for (one,) in found]

    def _documents(self, column: str, values: Iterable[str]) -> list[int]:
        wanted = tuple(values)
        marks = ",".join("?" * len(wanted))
        # the second condition lets the partial index of titles be used
        query = f"SELECT id FROM document WHERE {column} IN ({marks}) AND {column} <> ''"
        return [one for (one,) in self.db.execute(query, wanted)]

    def ids(self, keys: Sequence[str]) -> list[int]:
        """The documents of some keys."""
        return self._documents("key", keys)

    def article(self, docs: Sequence[int], eid: str) -> list[int]:
        """The entries of documents that bear an eid, in the document or in what it attaches."""
        marks = ",".join("?" * len(docs))
        found = self.db.execute(
            f"SELECT n FROM entry WHERE doc IN ({marks}) AND (eid = ? OR eid LIKE ?)",
            (*docs, eid, f"att\\__\\_\\_{eid}"),
        )
        return [n for (n,) in found]

    def complete(self, beginning: str, limit: int) -> list[NumberMatch]:
        """Documents whose number begins as typed, by number, the newest first."""
        found = self.db.execute(
            "SELECT key, number, kind, title, date FROM document WHERE normal >= ? AND normal < ?"
            " ORDER BY normal, date DESC LIMIT ?",
            (beginning, beginning + "\U0010ffff", limit),
        )
        return [
            NumberMatch(key, number, kind, title, dt.date.fromisoformat(day) if day else None)
            for key, number, kind, title, day in found
        ]
