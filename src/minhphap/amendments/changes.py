"""The changes planned for one text, kept apart from each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from minhphap.amendments.instruction import Instruction
from minhphap.amendments.matching import Span
from minhphap.amendments.planning import Change


class Changes:
    """Changes in order of the text; none reaches into another."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._held: list[Change] = []
        self._inserted: list[Change] = []
        self._points: list[int] = []
        """Where something is put in, in order of the text."""

    def clash(self, change: Change) -> Change | None:
        """The change that one more would reach into."""
        at = bisect_right(self._starts, change.start)
        if at and self._held[at - 1].end > change.start:
            other = self._held[at - 1]
            if change.end > change.start or other.start < change.start:
                return other
        if change.end > change.start and at < len(self._held):
            other = self._held[at]
            if other.start < change.end:
                return other
        point = bisect_right(self._points, change.start)
        if point < len(self._points) and self._points[point] < change.end:
            return self._inserted[point]
        return None

    def add(self, change: Change) -> None:
        """Keep a change that clashes with none."""
        if change.end == change.start:
            point = bisect_right(self._points, change.start)
            self._points.insert(point, change.start)
            self._inserted.insert(point, change)
            return
        at = bisect_left(self._starts, change.start)
        self._starts.insert(at, change.start)
        self._held.insert(at, change)

    def over(self, start: int, end: int) -> Change | None:
        """The change that replaces a whole stretch."""
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and self._held[at].start <= start and end <= self._held[at].end:
            return self._held[at]
        return None

    def reword(self, change: Change, new: str, instruction: Instruction) -> None:
        """Give a change other new words, as one more instruction wants."""
        at = bisect_left(self._starts, change.start)
        self._held[at] = change._replace(new=new, also=(*change.also, instruction))

    def free(self, start: int, end: int) -> list[Span]:
        """The parts of a stretch that no change replaces."""
        spans = []
        at = max(0, bisect_right(self._starts, start) - 1)
        for change in self._held[at:]:
            if change.start >= end:
                break
            if change.start > start:
                spans.append((start, change.start))
            start = max(start, change.end)
        if start < end:
            spans.append((start, end))
        return spans

    def in_order(self) -> Iterator[Change]:
        """All of them, in order of the text.

        What is put in at one place: into the innermost provision first, then as it came.
        """
        inserted = sorted(self._inserted, key=lambda one: (one.start, -one.depth))
        at = 0
        for change in self._held:
            while at < len(inserted) and inserted[at].start <= change.start:
                yield inserted[at]
                at += 1
            yield change
        yield from inserted[at:]
