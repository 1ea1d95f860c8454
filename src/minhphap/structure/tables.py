"""Tables in bare text, one cell a line: which lines that begin like a number are cells."""

from __future__ import annotations

import re

_HEAD = re.compile(
    r"(?:STT|TT|Stt|Số TT|SỐ TT|Số thứ tự|S\.?\s?T\.?\s?T)\.?(?=\s*$|\s*\|)", re.MULTILINE
)
_ENDS = tuple(".;:")
SHORT = 45
"""A cell of a table's head is hardly longer than this."""
LONGEST = 150
"""A numbered line without a full stop at its end may be a cell up to this length."""


class TableSense:
    """Fed line by line, tells whether a numbered line is probably a cell."""

    def __init__(self) -> None:
        self.inside = False
        self.short = -1
        """Short lines seen since a line that ended with a colon; -1: none such."""

    def plain(self, text: str, start: int, end: int) -> None:
        """A line without a number."""
        if _HEAD.match(text, start, end):
            self.inside = True
        last = text[end - 1]
        if last == ":":
            self.short = 0
        elif (
            self.short >= 0
            and end - start <= SHORT
            and last not in ".;,/"
            and text[start] not in "-+–•"
        ):
            self.short += 1
            if self.short > 1:
                self.inside = True
        else:
            self.short = -1

    def numbered(self, text: str, kind: str, body: int, end: int) -> bool:
        """True when a numbered line is a cell; otherwise the table is over."""
        last = text[end - 1]
        self.short = 0 if last == ":" else -1
        if not self.inside:
            return False
        if kind == "clause":
            cell = body >= end
        elif kind in ("point", "oldpoint", "decimal", "roman"):
            cell = body >= end or (last not in _ENDS and end - body < LONGEST)
        else:
            cell = False
        self.inside = cell
        return cell
