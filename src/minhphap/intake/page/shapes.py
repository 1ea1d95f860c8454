"""What a page is made of, before it is text. All lengths are points, all y count downwards."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

_SUBSET = re.compile(r"^[A-Z]{6}\+")


class Font(msgspec.Struct, frozen=True):
    """A face as far as it tells a heading from a sentence."""

    name: str = ""
    bold: bool = False
    italic: bool = False

    @classmethod
    def of(cls, name: str, weight: int) -> Font:
        """Read boldness and slant from the name a producer gave, or from the weight."""
        plain = _SUBSET.sub("", name)
        low = plain.lower()
        return cls(plain, "bold" in low or weight >= 600, "italic" in low or "oblique" in low)


PLAIN = Font()


class Word(msgspec.Struct, gc=False):
    """A run of letters without a space."""

    text: str
    x0: float
    x1: float
    font: Font = PLAIN
    confidence: float = 1.0
    raised: int = 0
    """How many of its last characters are small and raised: a note's mark, or a power."""


class Row(msgspec.Struct):
    """Words that stand on one baseline, from left to right."""

    words: list[Word]
    top: float
    bottom: float
    base: float
    size: float

    @property
    def x0(self) -> float:
        """The left end of the ink."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right end of the ink."""
        return self.words[-1].x1

    @property
    def text(self) -> str:
        """The words with one space between."""
        return " ".join(word.text for word in self.words)

    def part(self, first: int, last: int) -> Row:
        """The same row with some of its words only."""
        return Row(self.words[first:last], self.top, self.bottom, self.base, self.size)


class Rule(msgspec.Struct, frozen=True, gc=False):
    """A ruled line: at ``at`` on its own axis, from ``start`` to ``end`` on the other."""

    at: float
    start: float
    end: float


class Page(msgspec.Struct):
    """One page: its rows from the top, and the lines ruled on it."""

    number: int
    width: float
    height: float
    rows: list[Row]
    across: list[Rule] = []
    down: list[Rule] = []
    picture: tuple[float, float, float, float] | None = None
    """The box of its largest picture, if any."""
    dpi: float = 0.0
    """Pixels to the inch of that picture."""
    turn: int = 0
    """Quarters of a turn, clockwise, by which the paper of the file was turned to be read."""
    aside: list[str] = []
    """Slanted text (water marks), not part of the rows."""
    recognised: bool = False
    broken: bool = False
    """True for a page that could not be opened at all."""

    @property
    def share(self) -> float:
        """How much of the page the largest picture covers, 0 to 1."""
        if self.picture is None:
            return 0.0
        x0, y0, x1, y1 = self.picture
        area = self.width * self.height
        return (x1 - x0) * (y1 - y0) / area if area > 0 else 0.0


class Line(msgspec.Struct):
    """A row in its place of the reading order."""

    row: Row
    page: int
    left: float
    right: float
    """The margins that the line was set between."""
    group: int = 0
    """0: the body; otherwise a column or a cell, whose lines join only each other."""
    kind: Literal["paragraph", "footnote"] = "paragraph"
    cell: tuple[int, int, int] | None = None
    node: int = 0
    """Ordinal on its page: of the line, or of its first word where the page was recognised."""
    recognised: bool = False
    ends_early: bool = False
    """True for the last line of a page that is far from full."""
