"""Where each character of a changed text came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec


class OffsetMap(msgspec.Struct, frozen=True):
    """A monotone map from a changed text back to the text it was made from.

    The changed text is cut into pieces. Piece *i* covers ``new[i]:new[i+1]`` and came from
    ``old[i]:old[i+1]``. Where both sides have the same length the piece maps character by
    character, unless *i* is in ``whole``; otherwise the whole old side stands for every
    character of the new one (a letter composed from two, a number of a list that is not in the
    file). Offsets are code points.
    """

    new: tuple[int, ...]
    old: tuple[int, ...]
    whole: frozenset[int] = frozenset()
    """Pieces with sides of equal length that nevertheless stand for each other as a whole."""

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a text that was not changed."""
        return cls((0, length), (0, length))

    @classmethod
    def from_pieces(cls, pieces: Iterable[tuple[int, int]]) -> OffsetMap:
        """Build from ``(new_length, old_length)`` pairs in order; equal runs may be merged."""
        return _build((new, old, new == old) for new, old in pieces)

    @property
    def is_identity(self) -> bool:
        """True when nothing was moved."""
        return len(self.new) == 2 and self.new == self.old and not self.whole

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the old text that the span ``start:end`` of the new text came from.

        Tight: what was deleted just before or after the span is left out. An empty span comes
        from an empty span.
        """
        return self._start(start), self._end(start, end)

    def _piece(self, at: int) -> int:
        return max(0, min(bisect_right(self.new, at) - 1, len(self.new) - 2))

    def _start(self, at: int) -> int:
        piece = self._piece(at)
        if self._exact(piece):
            return self.old[piece] + at - self.new[piece]
        return self.old[piece] if at < self.new[piece + 1] else self.old[piece + 1]

    def _end(self, start: int, end: int) -> int:
        if end <= start:
            return self._start(end)
        piece = self._piece(end - 1)
        if self._exact(piece):
            return self.old[piece] + end - self.new[piece]
        return self.old[piece + 1]

    def _exact(self, piece: int) -> bool:
        same = self.new[piece + 1] - self.new[piece] == self.old[piece + 1] - self.old[piece]
        return same and piece not in self.whole

    def then(self, earlier: OffsetMap) -> OffsetMap:
        """Compose: this map leads to a text that ``earlier`` leads further back from.

        A span of the result is that of ``self.span`` followed by ``earlier.span``, or wider where
        this map cuts a run of characters that ``earlier`` can only lead back as a whole, or puts
        characters beside some that ``earlier`` had deleted.
        """
        if self.is_identity:
            return earlier
        if earlier.is_identity:
            return self
        return _build(_gathered(_cut(self, earlier), earlier.old[-1]))


Piece = tuple[int, int, bool]
"""Length in the new text, length in the old one, and whether it maps letter by letter."""


def _build(pieces: Iterable[Piece]) -> OffsetMap:
    new, old, whole = [0], [0], []
    exact = False
    for new_length, old_length, letters in pieces:
        if not new_length and not old_length:
            continue
        if exact and letters:
            new[-1] += new_length
            old[-1] += old_length
        else:
            if not letters and new_length == old_length:
                whole.append(len(new) - 1)
            new.append(new[-1] + new_length)
            old.append(old[-1] + old_length)
        exact = letters
    if len(new) == 1:
        return OffsetMap.identity(0)
    return OffsetMap(tuple(new), tuple(old), frozenset(whole))


def _cut(later: OffsetMap, earlier: OffsetMap) -> Iterator[tuple[int, int, int, bool]]:
    """Stretches of the newest text: length, the span of the oldest one, letter by letter."""
    at = 0  # the piece of ``earlier`` that holds the place in the middle text
    for piece, start in enumerate(later.new[:-1]):
        length = later.new[piece + 1] - start
        middle, stop = later.old[piece], later.old[piece + 1]
        if not later._exact(piece):
            if length:
                yield length, *_behind(earlier, middle, stop), False
            continue
        while middle < stop:
            while earlier.new[at + 1] <= middle:
                at += 1
            end = min(stop, earlier.new[at + 1])
            exact = earlier._exact(at)
            shift = earlier.old[at] - earlier.new[at]
            if exact:
                yield end - middle, middle + shift, end + shift, True
            else:
                yield end - middle, earlier.old[at], earlier.old[at + 1], False
            middle = end


def _behind(earlier: OffsetMap, start: int, end: int) -> tuple[int, int]:
    """The span behind a span; behind a place inside an indivisible run, all of the run."""
    piece = earlier._piece(start)
    inside = start == end and earlier.new[piece] < start < earlier.new[piece + 1]
    if inside and not earlier._exact(piece):
        return earlier.old[piece], earlier.old[piece + 1]
    return earlier.span(start, end)


def _gathered(cuts: Iterable[tuple[int, int, int, bool]], length: int) -> Iterator[Piece]:
    """The stretches as pieces without gaps; those with a share of the same old run as one."""
    size, start, end, letters = 0, 0, 0, True
    for new, first, last, exact in cuts:
        if first < end:
            size, end, letters = size + new, max(end, last), False
            continue
        yield size, end - start, letters
        if first > end:
            yield 0, first - end, False
        size, start, end, letters = new, first, last, exact
    yield size, end - start, letters
    if length > end:
        yield 0, length - end, False
