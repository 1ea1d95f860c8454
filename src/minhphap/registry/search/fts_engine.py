"""The index as a table of SQLite's FTS5: nothing to install, slower on large corpora."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from minhphap.registry.search.engine import Indexed, Only, Scored
from minhphap.registry.search.expert import Tree

FILE = "fts5.sqlite"
_BUDGET = 60_000
"""Occurrences in entries that one question may make the engine go through."""
_TABLES = """
CREATE TABLE fact (
  n INTEGER PRIMARY KEY, doc INTEGER NOT NULL, kind TEXT NOT NULL, issuer TEXT NOT NULL,
  areas TEXT NOT NULL, first INTEGER, until INTEGER);
CREATE VIRTUAL TABLE grams USING fts5(
  body, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '_'");
CREATE VIRTUAL TABLE words USING fts5(
  body, content='', tokenize="unicode61 remove_diacritics 0");
"""


class FtsWriter:
    """A new index."""

    def __init__(self, folder: Path) -> None:
        self._db = sqlite3.connect(folder / FILE)
        self._db.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES}")

    def add(self, one: Indexed) -> None:
        """Take an entry."""
        facts = (one.n, one.doc, one.kind, one.issuer, f" {one.areas} ", one.first, one.until)
        self._db.execute("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?)", facts)
        self._db.execute("INSERT INTO grams (rowid, body) VALUES (?, ?)", (one.n, one.grams))
        self._db.execute("INSERT INTO words (rowid, body) VALUES (?, ?)", (one.n, one.words))

    def close(self) -> None:
        """Merge the parts of the index into one."""
        for table in ("grams", "words"):
            self._db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
        self._db.commit()
        self._db.close()

    def abandon(self) -> None:
        """Let go of every file, unfinished."""
        self._db.close()


class FtsEngine:
    """An index opened for reading."""

    def __init__(self, folder: Path) -> None:
        address = f"{(folder / FILE).resolve().as_uri()}?mode=ro&immutable=1"
        self._db = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._db.execute("CREATE VIRTUAL TABLE temp.held USING fts5vocab(main, grams, row)")

    def ranked(self, grams: list[str], limit: int, only: Only) -> Scored:
        """Entries by BM25 over their grams."""
        query = " OR ".join(_quoted((one,)) for one in self._telling(list(dict.fromkeys(grams))))
        return self._search("grams", query, limit, only)

    def _telling(self, grams: list[str]) -> list[str]:
        """The rarest grams, as many as can be ranked in time; the commonest say least."""
        held = {one: self._held_by(one) for one in grams}
        kept: list[str] = []
        total = 0
        for one in sorted(grams, key=lambda gram: held[gram]):
            total += held[one]
            if kept and total > _BUDGET:
                break
            if held[one]:
                kept.append(one)
        return kept or grams[:1]

    def _held_by(self, gram: str) -> int:
        row = self._db.execute("SELECT doc FROM temp.held WHERE term = ?", (gram,)).fetchone()
        return int(row[0]) if row else 0

    def exact(self, tree: Tree, limit: int, only: Only) -> Scored:
        """Entries that fulfil an expert's query."""
        return self._search("words", _match(tree), limit, only)

    def _search(self, table: str, query: str, limit: int, only: Only) -> Scored:
        where, values = _conditions(only)
        found = self._db.execute(
            f"SELECT rowid, -bm25({table}) AS score FROM {table} WHERE {table} MATCH ?"
            f"{where} ORDER BY score DESC LIMIT ?",
            (query, *values, limit),
        )
        return [(n, score) for n, score in found]


def _conditions(only: Only) -> tuple[str, list[object]]:
    """What confines a search, as SQL over the table of facts."""
    filters = only.filters
    clauses: list[str] = []
    values: list[object] = []
    for name, wanted in (
        ("kind", filters.kinds), ("issuer", filters.issuers), ("doc", only.docs),
    ):  # fmt: skip
        if wanted:
            clauses.append(f"{name} IN ({','.join('?' * len(wanted))})")
            values += wanted
    if filters.areas:
        clauses.append(f"({' OR '.join(['instr(areas, ?)'] * len(filters.areas))})")
        values += [f" {area} " for area in filters.areas]
    if filters.on is not None:
        clauses.append("ifnull(first, 0) <= ? AND (until IS NULL OR until > ?)")
        values += [filters.on.toordinal()] * 2
    if not clauses:
        return "", []
    return f" AND rowid IN (SELECT n FROM fact WHERE {' AND '.join(clauses)})", values


def _match(tree: Tree) -> str:
    if tree.kind == "phrase":
        return _quoted(tree.words)
    if tree.kind == "prefix":
        return f"{_quoted(tree.words)} *"
    if tree.kind == "or":
        return "(" + " OR ".join(map(_match, tree.parts)) + ")"
    wanted = " AND ".join(_match(one) for one in tree.parts if one.kind != "not")
    unwanted = "".join(f" NOT {_match(one.parts[0])}" for one in tree.parts if one.kind == "not")
    return f"(({wanted}){unwanted})"


def _quoted(phrase: tuple[str, ...]) -> str:
    return '"' + " ".join(phrase) + '"'
