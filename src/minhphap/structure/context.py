"""What every step of the parser reads: the text, its lines and all candidate numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from minhphap.structure.inline import ends_in_number, ends_in_reference, inline_markers
from minhphap.structure.lines import CELL, STRONG, WEAK, Line, Marker, bare_mark, mark, split_lines
from minhphap.structure.tables import LONGEST, TableSense
from minhphap.structure.wrapped import continuations

if TYPE_CHECKING:
    from minhphap.structure.quotation_marks import Quotation

OPENING = "“\"«‘'`„”‟"
"""Characters that may stand before the number of a quoted provision."""


class Context:
    """The text, cut and classified once. ``cells``: where lines begin that are table cells."""

    def __init__(self, text: str, cells: frozenset[int] = frozenset()) -> None:
        self.text = text
        self.cells = cells
        self.lines: list[Line] = split_lines(text)
        self.starts = [line.start for line in self.lines]
        self.line_starts = frozenset(self.starts)
        self.joined = continuations(text, self.lines)
        self.marks: list[Marker | None] = []
        """The marker each line begins with."""
        self.after_mark: list[Marker | None] = []
        """The marker each line begins with after an opening quotation mark."""
        self.tabular: list[bool] = []
        """Whether each line looks like a part of a table, so that no provision begins inside it."""
        self._bare: list[Marker] = []
        sense = TableSense()
        for number, line in enumerate(self.lines):
            self._classify(number, line, cells, sense)
        self.quotations: list[Quotation] = []
        """Those found so far; filled as the bodies are built."""
        self.inline: list[Marker] = inline_markers(text, self.lines, self.tabular)
        """Candidates that do not begin a line, or lack their full stop; in order."""
        if self._bare:
            self.inline = sorted([*self.inline, *self._bare], key=lambda marker: marker.start)
        self.inline_starts = [marker.start for marker in self.inline]

    def _classify(self, number: int, line: Line, cells: frozenset[int], sense: TableSense) -> None:
        text, (start, end) = self.text, line
        if line.start in cells:
            trust = CELL
        elif self.joined[number]:
            trust = WEAK
        elif number and ends_in_reference(text, *self.lines[number - 1]):
            trust = CELL
        else:
            trust = STRONG
        found = mark(text, start, end, number, trust)
        if found and found.kind == "article" and number and start not in cells:
            if ends_in_number(text, *self.lines[number - 1]):
                found = found._replace(trust=CELL)
            elif trust == CELL and _is_title(text, found):
                found = found._replace(trust=STRONG)
        if found is None:
            sense.plain(text, start, end)
        elif sense.numbered(text, found.kind, found.body, self.paragraph_end(number)) or (
            " | " in text[start:end] and (found.kind != "article" or end - start < LONGEST)
        ):
            found = found._replace(trust=CELL)
        whole = found is not None and found.kind == "article" and found.trust == STRONG
        self.marks.append(found)
        self.tabular.append(
            not whole
            and (
                (sense.inside and end - start < LONGEST)
                or start in cells
                or text.startswith("| ", start)
                or " | " in text[start:end]
            )
        )
        if found is None and trust == STRONG and text[start] in "123456789":
            bare = bare_mark(text, start, end, number)
            if bare is not None and not self.tabular[-1]:
                self._bare.append(bare)
        after = None
        if text[start] in OPENING:
            at = start + 1
            while at < end and (text[at] in OPENING or text[at].isspace()):
                at += 1
            if at < end:
                after = mark(text, at, end, number, trust)
        self.after_mark.append(after)

    def line_at(self, offset: int) -> int:
        """The ordinal of the line that holds an offset, or of the last one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def lines_between(self, start: int, end: int) -> range:
        """The lines that begin in a span."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def inline_between(self, start: int, end: int) -> list[Marker]:
        """The candidates in the middle of lines that stand in a span."""
        first = bisect_left(self.inline_starts, start)
        return self.inline[first : bisect_left(self.inline_starts, end)]

    def paragraph_end(self, line: int) -> int:
        """The end of the paragraph that a line belongs to."""
        while line + 1 < len(self.lines) and self.joined[line + 1]:
            line += 1
        return self.lines[line].end

    def trim(self, end: int, start: int = 0) -> int:
        """``end`` moved back over white space, not before ``start``."""
        text = self.text
        while end > start and text[end - 1].isspace():
            end -= 1
        return end


def _is_title(text: str, article: Marker) -> bool:
    """True for "Điều 1. Phạm vi …": a title, even where the page cut the line before it."""
    stop = text[article.start : article.body].rstrip()[-1]
    return stop in ".:" and text[article.body : article.body + 1].isupper()
