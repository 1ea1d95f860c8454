"""Entries in, a folder with an index out."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
import zlib
from collections.abc import Iterable
from pathlib import Path

from minhphap.registry.keys import normal_number, title_key
from minhphap.registry.search import lexicon, store
from minhphap.registry.search.definitions import terms_of
from minhphap.registry.search.engine import EngineName, Indexed, Writer, best_engine, writer
from minhphap.registry.search.entry import Entry, SearchError
from minhphap.registry.search.lexicon import LexiconWriter
from minhphap.registry.search.ranking import prior
from minhphap.registry.search.words import HEADING_WEIGHT, TITLE_WEIGHT, grams, words

_BREAK = "ʘ"
"""A letter of no language of ours between title, heading and text: no phrase reaches over it."""


def build_index(
    entries: Iterable[Entry], folder: str | Path, *, source: str = "",
    engine: EngineName | None = None,
) -> int:  # fmt: skip
    """Make an index of entries in a folder; returns how many there are.

    ``source`` is the hash of the snapshot the entries come from. ``engine``: tantivy where it is
    installed, else SQLite. The folder appears whole or not at all; an index that stands there is
    replaced. Raises SearchError where the folder holds something else.
    """
    folder = Path(folder)
    if folder.exists() and not (folder / store.FILE).is_file() and any(folder.iterdir()):
        raise SearchError(
            f"Thư mục “{folder}” đã có nội dung khác; hãy chọn thư mục mới cho chỉ mục.",
            f"The folder “{folder}” holds something else; choose a new one for the index.",
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        count = _fill(work, entries, source, engine or best_engine())
        if folder.exists():
            shutil.rmtree(folder)
        work.rename(folder)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise
    return count


def _fill(work: Path, entries: Iterable[Entry], source: str, name: EngineName) -> int:
    db = sqlite3.connect(work / store.FILE)
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    db.executescript(store.TABLES + lexicon.TABLES)
    index, counted = writer(name, work), LexiconWriter()
    try:
        count = _take(db, index, counted, entries)
    except BaseException:
        index.abandon()
        raise
    counted.write(db)
    db.executescript(store.INDEXES)
    described = {"format": store.FORMAT, "engine": name, "source": source, "entries": count}
    db.executemany("INSERT INTO meta VALUES (?, ?)", [(k, str(v)) for k, v in described.items()])
    db.commit()
    db.close()
    index.close()
    return count


def _take(
    db: sqlite3.Connection, index: Writer, counted: LexiconWriter, entries: Iterable[Entry]
) -> int:
    documents: dict[str, int] = {}
    n = -1
    for n, entry in enumerate(entries):
        doc = documents.get(entry.key)
        if doc is None:
            doc = documents[entry.key] = len(documents) + 1
            _add_document(db, doc, entry)
        title, heading, text = (words(one) for one in (entry.title, entry.heading, entry.text))
        for part in (title, heading, text):
            counted.add(part)
        _add_entry(db, n, doc, entry)
        index.add(
            Indexed(
                n, doc,
                " ".join(
                    grams(title) * TITLE_WEIGHT + grams(heading) * HEADING_WEIGHT + grams(text)
                ),
                " ".join((*title, _BREAK, *heading, _BREAK, *text)),
                entry.kind, entry.issuer, _spaced(entry.areas),
                entry.first.toordinal() if entry.first else None,
                entry.until.toordinal() if entry.until else None,
            )
        )  # fmt: skip
    return n + 1


def _spaced(areas: tuple[int, ...]) -> str:
    return " ".join(map(str, areas))


def _add_document(db: sqlite3.Connection, doc: int, entry: Entry) -> None:
    date = entry.date.isoformat() if entry.date else None
    title = title_key(entry.kind, entry.title)
    db.execute(
        "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (doc, entry.key, entry.number, normal_number(entry.number), entry.kind, entry.issuer,
         _spaced(entry.areas), entry.title, title, date, prior(entry)),
    )  # fmt: skip


def _add_entry(db: sqlite3.Connection, n: int, doc: int, entry: Entry) -> None:
    parts = json.dumps([(p.eid, p.start, p.end) for p in entry.parts]) if entry.parts else ""
    first, until = (day.toordinal() if day else None for day in (entry.first, entry.until))
    db.execute(
        "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            n,
            doc,
            entry.eid,
            entry.heading,
            first,
            until,
            " ".join(entry.acts),
            parts,
            zlib.compress(entry.text.encode()),
        ),
    )
    terms = dict.fromkeys(terms_of(entry.heading, entry.text))
    db.executemany("INSERT INTO term VALUES (?, ?)", [(term, n) for term in terms])
