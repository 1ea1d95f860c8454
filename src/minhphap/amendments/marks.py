"""Marks of changed words, carried along when later acts change the text again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

import msgspec

from minhphap.amendments.applied import Edit, Mark
from minhphap.amendments.instruction import Instruction


def carried(marks: Sequence[Mark], edits: Sequence[Edit]) -> Iterator[Mark]:
    """The marks of earlier acts where they stand now, and those of these edits, in order.

    Where an edit replaces all that was marked, its mark tells the whole story.
    """
    moves = _Moves(edits)
    index = 0
    for edit in edits:
        while index < len(marks) and marks[index].at < edit.start:
            yield moves.moved(marks[index])
            index += 1
        told: list[Instruction] = []
        while index < len(marks) and marks[index].at < edit.end:
            if marks[index].at == edit.start and marks[index].end > edit.end:
                yield moves.moved(marks[index])  # only its first words change again
            else:
                told += marks[index].instructions
            index += 1
        yield Mark(edit.at, edit.at + len(edit.new), edit.eid, (*told, *edit.instructions))
    for mark in marks[index:]:
        yield moves.moved(mark)


class _Moves:
    """Where the offsets of a text are after its edits."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.edits = edits
        self.ends = [edit.end for edit in edits]
        self.shifts = [0, *accumulate(len(edit.new) - len(edit.old) for edit in edits)]

    def moved(self, mark: Mark) -> Mark:
        """A mark that no edit swallows; edits within it make it longer or shorter."""
        start = mark.at + self.shifts[bisect_right(self.ends, mark.at)]
        return msgspec.structs.replace(mark, at=start, end=max(start, self.end(mark.end)))

    def end(self, at: int) -> int:
        """The end of a stretch: what is put in right behind it does not belong to it."""
        index = bisect_right(self.ends, at)
        while index and self.edits[index - 1].start == at:
            index -= 1
        if index < len(self.edits) and self.edits[index].start < at:
            edit = self.edits[index]
            return edit.at + len(edit.new)
        return at + self.shifts[index]
