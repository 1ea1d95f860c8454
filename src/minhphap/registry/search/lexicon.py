"""What the law's own text says of its words: how common they are, and what stands beside what."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from minhphap.text import search_key

_LEAST = 3
"""Times a word or pair must occur to be known."""
_FORMS = 12
"""Ways to write one key with diacritics that are considered, commonest first."""
_FULL = 4_000_000

TABLES = """
CREATE TABLE word (word TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE pair (keys TEXT PRIMARY KEY, forms TEXT NOT NULL) WITHOUT ROWID;
"""


class LexiconWriter:
    """Counts the words and pairs of a corpus."""

    def __init__(self) -> None:
        self._words: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()

    def add(self, syllables: list[str]) -> None:
        """Take a text into account. Pairs seen once are dropped when they grow too many."""
        self._words.update(syllables)
        self._pairs.update(pairwise(syllables))
        if len(self._pairs) > _FULL:
            self._pairs = Counter({pair: n for pair, n in self._pairs.items() if n > 1})

    def write(self, db: sqlite3.Connection) -> None:
        """Store what is known well enough."""
        known = {word: n for word, n in self._words.items() if n >= _LEAST}
        db.executemany("INSERT INTO word VALUES (?, ?)", sorted(known.items()))
        forms: dict[str, list[str]] = defaultdict(list)
        for (a, b), n in sorted(self._pairs.items()):
            if n >= _LEAST and a in known and b in known:
                forms[f"{search_key(a)} {search_key(b)}"].append(f"{a} {b} {n}")
        rows = ((keys, "|".join(found)) for keys, found in sorted(forms.items()))
        db.executemany("INSERT INTO pair VALUES (?, ?)", rows)


class Lexicon:
    """The words in memory, the pairs looked up as they are needed."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.count: dict[str, int] = dict(db.execute("SELECT word, count FROM word"))
        self.total = sum(self.count.values()) or 1
        self._db = db
        forms: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for word, n in self.count.items():
            forms[search_key(word)].append((-n, word))
        self._forms = {key: [w for _, w in sorted(found)] for key, found in forms.items()}
        self._pairs = lru_cache(maxsize=8192)(self._look_up)

    def forms(self, key: str) -> list[str]:
        """The words that are this one without diacritics, commonest first."""
        return self._forms.get(key, [])[:_FORMS]

    def known_keys(self, keys: Iterable[str]) -> list[str]:
        """Those of the keys that some word has."""
        return [key for key in keys if key in self._forms]

    def pair(self, a: str, b: str) -> int:
        """How often two words stand side by side (0 where rarely)."""
        return self._pairs(search_key(a), search_key(b)).get((a, b), 0)

    def _look_up(self, a: str, b: str) -> dict[tuple[str, str], int]:
        row = self._db.execute("SELECT forms FROM pair WHERE keys = ?", (f"{a} {b}",)).fetchone()
        if row is None:
            return {}
        split = (one.split(" ") for one in row[0].split("|"))
        return {(x, y): int(n) for x, y, n in split}
