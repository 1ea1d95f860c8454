"""The lines of a page under construction: white space folded, each line a block."""

from __future__ import annotations

import re

from minhphap.intake.html.look import Look
from minhphap.intake.source import Block, BlockKind, Cell, Removed, Style
from minhphap.text import normalize
from minhphap.text.legacy import by_font, convert, is_capital_font, is_unicode

_SPACE = re.compile(r"[ \t\n\r\f\v\u00a0]+")


class Lines:
    """Gathers pieces of text and cuts them into blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.removed: list[Removed] = []
        self.legacy = False
        self.hidden_characters = 0
        self._done: list[str] = []
        self._length = 0
        self._pieces: list[tuple[str, Look]] = []
        self._number = ""
        self._marks: list[tuple[int, str]] = []

    @property
    def text(self) -> str:
        """All lines so far."""
        return "".join(self._done)

    def number(self, text: str) -> None:
        """The automatic number of the line that begins."""
        self._number = text

    def mark(self, text: str) -> None:
        """A reference to a footnote, remembered but not read with the words around it."""
        self._marks.append((len(self._pieces), text.strip()))

    def add(self, text: str, look: Look) -> None:
        """A piece of the line."""
        if look.font and (encoding := by_font(look.font)) and not is_unicode(text):
            text, _ = convert(text, encoding, is_capital_font(look.font))
            self.legacy = True
        if look.upper:
            text = text.upper()
        self._pieces.append((text, look))

    def end(self, kind: BlockKind, cell: Cell | None) -> None:
        """Close the line, if it holds anything."""
        pieces, self._pieces = self._pieces, []
        marks, self._marks = self._marks, []
        raw = "".join(text for text, _ in pieces)
        clean = normalize(_SPACE.sub(" ", raw))
        words = clean.text.replace("\n", " ").strip()
        if not words:
            return
        self.hidden_characters += sum(remark.count for remark in clean.remarks)
        if self._length:
            self._done.append("\n")
            self._length += 1
        start, number = self._length, self._number
        self._number = ""
        self._done += (number, words)
        self._length += len(number) + len(words)
        look = _style(pieces)
        self.blocks.append(Block(kind, start, self._length, look, start + len(number), cell))
        for at, text in marks:
            before = len(_SPACE.sub(" ", "".join(piece for piece, _ in pieces[:at])).strip())
            self.removed.append(Removed(start + len(number) + min(before, len(words)), text))


def _style(pieces: list[tuple[str, Look]]) -> Style:
    """The look of most of the letters."""
    sizes = [(len(text.strip()), look) for text, look in pieces]
    total = sum(length for length, _ in sizes)
    _, longest = max(sizes, key=lambda pair: pair[0])
    return Style(
        bold=2 * sum(length for length, look in sizes if look.bold) > total,
        italic=2 * sum(length for length, look in sizes if look.italic) > total,
        centred=longest.centred,
        font=longest.font,
        size=longest.size,
    )
