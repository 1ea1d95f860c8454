"""The lines of an article that answer a question best, with the words that it names marked."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from ahocorasick_rs import AhoCorasick, MatchKind

from minhphap.registry.search.entry import Part
from minhphap.registry.search.lexicon import Lexicon
from minhphap.text import comparison_key

_WIDTH = 280
"""Letters of a snippet, about."""
_NEAR = 2
"""Letters between two words that stand side by side."""
_PAIR = 2.0
"""What a word is worth that follows as in the question, beside one that does not."""
_NEARLY = 0.8
"""The part of the best cover of a question that a smaller clause must have to stand for it."""
_TELLING = 0.01
"""Words that make up more than this part of the law tell nothing."""


class Question:
    """The words of a question as they are looked for in many texts."""

    def __init__(self, asked: list[str], lexicon: Lexicon) -> None:
        shares = {word: lexicon.count.get(word, 1) / lexicon.total for word in asked}
        telling = [word for word, share in shares.items() if share < _TELLING] or [*shares]
        self._telling = telling
        self._finder = AhoCorasick(telling, matchkind=MatchKind.LeftmostLongest)
        self.worth = {word: 1.0 / (1 + 2000 * shares[word]) for word in telling}
        self.pairs = frozenset(pairwise(asked))

    def places(self, text: str) -> list[tuple[str, int, int]]:
        """Where the telling words stand in a text, as whole words."""
        key = f" {comparison_key(text)} "
        return [
            (self._telling[which], start - 1, end - 1)
            for which, start, end in self._finder.find_matches_as_indexes(key)
            if not (key[start - 1].isalnum() or key[end].isalnum())
        ]


class Best:
    """The stretch of a text that shares most with a question.

    ``parts`` are the clauses and points of the text. ``eid`` names the smallest of them that has
    nearly all that any of them has of the question; None where there is none.
    """

    def __init__(self, text: str, question: Question, parts: tuple[Part, ...] = ()) -> None:
        self.text = text
        self._words = question.places(text)
        self._weights = self._weigh(question)
        part = self._part(parts, question)
        self.eid = part.eid if part else None
        first, last = 0, len(self._words)
        if part:
            starts = [start for _, start, _ in self._words]
            first, last = bisect_left(starts, part.start), bisect_left(starts, part.end)
        self.start, self.end = self._window(first, last)

    def _weigh(self, question: Question) -> list[float]:
        weights: list[float] = []
        before, ended = "", -_NEAR
        for word, start, end in self._words:
            beside = start - ended < _NEAR and (before, word) in question.pairs
            weights.append(question.worth[word] * (_PAIR if beside else 1.0))
            before, ended = word, end
        return weights

    def _part(self, parts: tuple[Part, ...], question: Question) -> Part | None:
        """The smallest part that covers nearly as much of the question as the best does."""
        starts = [start for _, start, _ in self._words]
        covered: list[tuple[float, Part]] = []
        for part in parts:
            best: dict[str, float] = {}
            for at in range(bisect_left(starts, part.start), bisect_left(starts, part.end)):
                word = self._words[at][0]
                best[word] = max(best.get(word, 0.0), self._weights[at])
            covered.append((sum(best.values()), part))
        most = max((cover for cover, _ in covered), default=0.0)
        near = [part for cover, part in covered if cover >= _NEARLY * most > 0]
        return min(near, key=lambda part: (part.end - part.start, part.start), default=None)

    def _window(self, first: int, last: int) -> tuple[int, int]:
        """The densest window of about the width of a snippet, in one pass."""
        if first == last:
            return 0, min(len(self.text), _WIDTH)
        most, total, window = -1.0, 0.0, (0, 0)
        for at in range(first, last):
            end = self._words[at][2]
            total += self._weights[at]
            while end - self._words[first][1] > _WIDTH and first < at:
                total -= self._weights[first]
                first += 1
            if total > most:
                most, window = total, (self._words[first][1], end)
        return window

    def snippet(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The stretch from the beginning of its line, with an ellipsis where it is cut."""
        line = self.text.rfind("\n", 0, self.start) + 1
        start = line if self.start - line < _WIDTH // 3 else self.start
        stop = self.text.find("\n", self.end)
        stop = len(self.text) if stop < 0 else stop
        end = stop if stop - self.end < _WIDTH // 3 else self.end
        head, tail = "… " if start > line else "", " …" if end < stop else ""
        shift = len(head) - start
        marks = tuple((a + shift, b + shift) for _, a, b in self._words if start <= a and b <= end)
        return f"{head}{self.text[start:end]}{tail}", marks
