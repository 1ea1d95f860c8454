"""Questions in plain Vietnamese to the provisions that answer them."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path
from typing import Self

import msgspec

from minhphap.registry.keys import normal_number
from minhphap.registry.search.definitions import asks_for_definition, spans
from minhphap.registry.search.engine import Engine, Only, engine
from minhphap.registry.search.entry import Filters, Found, Hit, NumberMatch, SearchError
from minhphap.registry.search.expert import Tree, is_expert, parse
from minhphap.registry.search.layman import laymans
from minhphap.registry.search.lexicon import Lexicon
from minhphap.registry.search.mend import abbreviations, doubts, mend
from minhphap.registry.search.mentions import article_named, documents_named
from minhphap.registry.search.snippet import Best, Question
from minhphap.registry.search.store import FORMAT, Facts, Store
from minhphap.registry.search.words import grams, words

_POOL = 40
"""Entries that the engine ranks before the rest is weighed."""
_NAMED, _DEFINES, _POINTED = 1.35, 1.3, 2.0
"""Factors: of a document that the question names (above all others), of an article that defines
what it asks for, of the very article it names."""
_MOST = 160
"""Words of a question that are searched."""


class SearchIndex:
    """An index made by ``build_index``, opened read-only; threads and processes may share it."""

    def __init__(self, store: Store, ranked: Engine) -> None:
        self._store, self._engine = store, ranked
        self._lexicon = Lexicon(store.db)

    @classmethod
    def open(cls, folder: str | Path, source: str | None = None) -> Self:
        """Open an index. ``source``: the hash of the snapshot it must have been made from.

        Raises SearchError with one sentence where it is none, or is of another snapshot.
        """
        folder = Path(folder)
        try:
            store = Store.open(folder)
            shape, made_from = store.meta("format"), store.meta("source")
        except sqlite3.Error:
            raise SearchError(
                f"“{folder}” không phải chỉ mục tìm kiếm; hãy tạo lại chỉ mục.",
                f"“{folder}” is no search index; build it again.",
            ) from None
        if shape != str(FORMAT):
            raise SearchError(
                f"Chỉ mục “{folder}” có định dạng {shape or 'lạ'}; hãy tạo lại chỉ mục.",
                f"The index “{folder}” has format {shape or 'unknown'}; build it again.",
            )
        if source is not None and source != made_from:
            raise SearchError(
                f"Chỉ mục “{folder}” làm từ bản pháp luật khác; hãy tạo lại chỉ mục.",
                f"The index “{folder}” was made from another snapshot; build it again.",
            )
        return cls(store, engine(store.meta("engine"), folder))

    def search(self, query: str, filters: Filters | None = None, limit: int = 10) -> Found:
        """The provisions that answer a question, best first.

        A query with quotation marks, AND, OR, NOT (VÀ, HOẶC, KHÔNG) or "*" is the expert's: its
        words are taken as they stand. Any other is a question: its slips are mended
        (``Found.understood`` says how), the words of the law are put beside those of the layman.
        Raises SearchError where an expert's query makes no sense.
        """
        filters = filters or Filters()
        if is_expert(query):
            tree = parse(query)
            scored = dict(self._engine.exact(tree, limit, self._only(filters)))
            facts = self._store.facts(list(scored))
            ordered = _once([facts[n] for n in scored])
            return Found(self._hits(ordered, scored, _words_of(tree)))
        typed = words(query)[:_MOST]
        if not typed:
            return Found(())
        said = laymans(typed)
        meant = mend(typed, self._lexicon, abbreviations(query) | said.own)
        asked = grams(meant)
        for phrase in (*said.law, *doubts(typed, meant, self._lexicon)):
            asked += grams(list(phrase))
        plainly = query if meant == typed else " ".join(meant)
        scored = self._scores(asked, plainly, meant, filters, limit)
        facts = self._store.facts(list(scored))
        kept = [one for one in facts.values() if one.fits(filters)]
        kept.sort(key=lambda one: (-scored[one.n] * one.prior, one.n))
        kept = _once(kept)
        final = {one.n: scored[one.n] * one.prior for one in kept}
        hits = self._hits(kept[:limit], final, meant)
        return Found(hits, None if meant == typed else " ".join(meant))

    def complete(self, beginning: str, limit: int = 20) -> list[NumberMatch]:
        """Number look-up as one types: "78/20" leads to 78/2025/NĐ-CP."""
        start = normal_number(beginning) if "/" in beginning else beginning.strip().lstrip("0")
        return self._store.complete(start, limit) if start else []

    def _only(self, filters: Filters) -> Only:
        docs = tuple(self._store.ids(filters.keys)) if filters.keys else ()
        if filters.keys and not docs:
            docs = (-1,)  # documents that are not here: nothing can be found
        return Only(msgspec.structs.replace(filters, keys=()), docs)

    def _scores(
        self, asked: list[str], said: str, meant: list[str], filters: Filters, limit: int
    ) -> dict[int, float]:
        """Entries with the score of their words, raised where the question points at them."""
        pool = max(_POOL, 2 * limit)
        scored = dict(self._engine.ranked(asked, pool, Only()))
        if filters != Filters():
            fitting = sum(one.fits(filters) for one in self._store.facts(list(scored)).values())
            if fitting < limit and len(scored) == pool:
                scored = dict(self._engine.ranked(asked, pool, self._only(filters)))
        named = documents_named(said, self._store)
        if named:
            self._raise_named(scored, asked, said, named, pool)
        if asks_for_definition(meant):
            self._raise_defining(scored, asked, meant)
        return scored

    def _raise_named(
        self, scored: dict[int, float], asked: list[str], said: str, named: list[int], pool: int
    ) -> None:
        """Provisions of the documents that the question names come first."""
        found = self._engine.ranked(asked, pool // 2, Only(docs=tuple(named)))
        top = max(scored.values(), default=0.0)
        factor = max(_NAMED, _NAMED * top / found[0][1]) if found else _NAMED
        for n, score in found:
            scored[n] = score * factor
        eid = article_named(said)
        if eid and scored:
            top = max(scored.values())
            for n in self._store.article(named, eid):
                scored[n] = top * _POINTED

    def _raise_defining(self, scored: dict[int, float], asked: list[str], meant: list[str]) -> None:
        """Articles that define the longest term asked for come before those that use it."""
        defining = self._store.defining(spans(meant))
        if not defining or not scored:
            return
        longest = next(iter(defining))
        top = max(scored.values())
        for n in defining[longest]:
            scored[n] = max(scored.get(n, 0.0), 0.8 * top) * _DEFINES

    def _hits(
        self, ordered: list[Facts], scored: dict[int, float], asked: list[str]
    ) -> tuple[Hit, ...]:
        hits = []
        question = Question(asked, self._lexicon)
        for one in ordered:
            whole = self._store.whole(one.n)
            best = Best(whole.text, question, whole.parts)
            snippet, marks = best.snippet()
            hits.append(
                Hit(
                    one.key, whole.number, whole.title, one.eid, best.eid or one.eid,
                    whole.heading, snippet, marks, round(scored[one.n], 4), _day(one.first),
                    _day(one.until), one.first is not None, whole.acts,
                )
            )  # fmt: skip
        return tuple(hits)


def _once(facts: list[Facts]) -> list[Facts]:
    """An article answers once, in the wording that answers best."""
    best: dict[tuple[int, str], Facts] = {}
    for one in facts:
        best.setdefault((one.doc, one.eid), one)
    return list(best.values())


def _day(ordinal: int | None) -> dt.date | None:
    return dt.date.fromordinal(ordinal) if ordinal else None


def _words_of(tree: Tree) -> list[str]:
    if tree.kind == "not":
        return []
    return [*tree.words, *(word for one in tree.parts for word in _words_of(one))]
