"""Where each character of a changed text came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec


class OffsetMap(msgspec.Struct, frozen=True):
    """A monotone map from a changed text back to the text it was made from.

    The changed text is cut into pieces. Piece *i* covers ``new[i]:new[i+1]`` and came from
    ``old[i]:old[i+1]``. Where both sides have the same length the piece maps character by
    character; otherwise the whole old side stands for every character of the new one (a letter
    composed from two, a number of a list that is not in the file). Offsets are code points.
    """

    new: tuple[int, ...]
    old: tuple[int, ...]

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a text that was not changed."""
        return cls((0, length), (0, length))

    @classmethod
    def from_pieces(cls, pieces: Iterable[tuple[int, int]]) -> OffsetMap:
        """Build from ``(new_length, old_length)`` pairs in order; equal runs may be merged."""
        new, old = [0], [0]
        exact = False
        for new_length, old_length in pieces:
            if not new_length and not old_length:
                continue
            if exact and new_length == old_length:
                new[-1] += new_length
                old[-1] += old_length
            else:
                new.append(new[-1] + new_length)
                old.append(old[-1] + old_length)
            exact = new_length == old_length
        return cls(tuple(new), tuple(old)) if len(new) > 1 else cls.identity(0)

    @property
    def is_identity(self) -> bool:
        """True when nothing was moved."""
        return self.new == self.old and len(self.new) == 2

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the old text that the span ``start:end`` of the new text came from."""
        return self._start(start), self._end(start, end)

    def _start(self, at: int) -> int:
        piece = max(0, min(bisect_right(self.new, at) - 1, len(self.new) - 2))
        if self._exact(piece):
            return self.old[piece] + at - self.new[piece]
        return self.old[piece] if at < self.new[piece + 1] else self.old[piece + 1]

    def _end(self, start: int, end: int) -> int:
        if end <= start:
            return self._start(end)
        piece = max(0, min(bisect_right(self.new, end - 1) - 1, len(self.new) - 2))
        if self._exact(piece):
            return self.old[piece] + end - self.new[piece]
        return self.old[piece + 1]

    def _exact(self, piece: int) -> bool:
        return self.new[piece + 1] - self.new[piece] == self.old[piece + 1] - self.old[piece]

    def then(self, earlier: OffsetMap) -> OffsetMap:
        """Compose: this map leads to a text that ``earlier`` leads further back from."""
        if self.is_identity:
            return earlier
        if earlier.is_identity:
            return self
        cuts = sorted(set(self.new) | set(_preimages(self, earlier.new)))
        olds: Sequence[tuple[int, int]] = [
            earlier.span(*self.span(a, b)) for a, b in pairwise(cuts)
        ]
        pieces = []
        at = 0
        for (a, b), (c, d) in zip(pairwise(cuts), olds, strict=True):
            c = max(c, at)
            d = max(d, c)
            if c > at:
                pieces.append((0, c - at))
            pieces.append((b - a, d - c))
            at = d
        if at < earlier.old[-1]:
            pieces.append((0, earlier.old[-1] - at))
        return OffsetMap.from_pieces(pieces)


def _preimages(later: OffsetMap, cuts: Sequence[int]) -> Iterable[int]:
    """Offsets of the new text that stand exactly at ``cuts`` of the middle text."""
    for cut in cuts:
        piece = max(0, min(bisect_right(later.old, cut) - 1, len(later.old) - 2))
        if later._exact(piece):
            yield later.new[piece] + cut - later.old[piece]
