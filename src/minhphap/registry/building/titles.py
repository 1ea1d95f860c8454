"""Titles of laws that no source gives, learned from the documents that cite them."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict

from minhphap.registry.keys import NAMED, title_key
from minhphap.registry.known import KnownDocument
from minhphap.registry.reading.heads import clean_title

HEARD = "cited so"
"""The place in a source of a statement made by this room from many citations."""
_ENOUGH = 3
_SHARE = 0.8


class Titles:
    """What citing documents call laws whose title is not known."""

    def __init__(self) -> None:
        self._heard: dict[int, Counter[str]] = defaultdict(Counter)
        self._words: dict[tuple[int, str], str] = {}
        self._origin: dict[int, int] = {}
        self._kinds: dict[int, str] = {}

    def hear(self, document: KnownDocument | None, title: str | None, origin: int) -> None:
        """One citation by number and title."""
        if document is None or document.title or not title or document.kind not in NAMED:
            return
        key = title_key(document.kind, title)
        if key:
            self._heard[document.id][key] += 1
            words = clean_title(title)
            best = self._words.get((document.id, key))
            self._words[document.id, key] = min(words, best) if best else words
            self._origin[document.id] = min(origin, self._origin.get(document.id, origin))
            self._kinds[document.id] = document.kind

    def write(self, db: sqlite3.Connection) -> None:
        """Give each law the title that nearly all who cite it use; the statement is attested."""
        for doc, heard in sorted(self._heard.items()):
            key, times = max(heard.items(), key=lambda one: (one[1], one[0]))
            if times < _ENOUGH or times < _SHARE * heard.total():
                continue
            title = self._words[doc, key]
            db.execute(
                "UPDATE document SET title = ?, title_key = ? WHERE id = ?", (title, key, doc)
            )
            db.execute(
                "INSERT INTO record SELECT ?, max(ordinal) + 1, ?, ?, 'attested', ?"
                " FROM record WHERE doc = ?",
                (doc, self._origin[doc], HEARD, '{"title":""}', doc),
            )
