"""Paragraphs of lines made one text with its blocks and anchors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from minhphap.intake.page.shapes import Line, Row
from minhphap.intake.page.signs import ends_sentence, has_marker, opens_part
from minhphap.intake.source import Anchor, Block, BlockKind, Cell, Removed, Style

_ASCII_SPLIT = re.compile(r"(?:^|[\s(])[A-Za-z]*[a-z]{2}-$")
_ASCII_REST = re.compile(r"[a-z]{3,}(?![^\W\d_]*[^\x00-\x7f])")
_NO_SPACE = re.compile(r"\w[-–/]$")


class Assembly:
    """The text under construction."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []
        self.anchors: list[Anchor] = []
        self.removed: list[Removed] = []

    @property
    def text(self) -> str:
        """All paragraphs, one a line."""
        return "".join(self._parts)

    def add(self, lines: Sequence[Line]) -> None:
        """Append one paragraph."""
        if self._length:
            self._put("\n")
        start = self._length
        for at, line in enumerate(lines):
            text = line.row.text
            after = lines[at + 1].row.text if at + 1 < len(lines) else None
            joint = _joint(text, after)
            if joint is None:
                text, joint = text[:-1], ""
            self._anchor(line, text)
            self._put(text + joint)
        head = lines[0]
        cell = Cell(*head.cell) if head.cell else None
        kind: BlockKind = "cell" if cell else head.kind
        self.blocks.append(Block(kind, start, self._length, _style(lines), cell=cell))

    def remove(self, texts: Iterable[str], page: int) -> None:
        """Remember furniture at the place that the text has reached."""
        self.removed.extend(Removed(self._length, text, page) for text in texts)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _anchor(self, line: Line, text: str) -> None:
        part = f"page:{line.page}"
        row, start = line.row, self._length
        if not line.recognised:
            box = _box(row, row.x0, row.x1)
            self.anchors.append(Anchor(start, start + len(text), part, line.node, 0, box))
            return
        for number, word in enumerate(row.words):
            end = min(start + len(word.text), self._length + len(text))
            if end > start:
                box = _box(row, word.x0, word.x1)
                node = line.node + number
                self.anchors.append(Anchor(start, end, part, node, 0, box, word.confidence))
            start += len(word.text) + 1


def _box(row: Row, x0: float, x1: float) -> tuple[float, float, float, float]:
    return round(x0, 1), round(row.top, 1), round(x1, 1), round(row.bottom, 1)


def _joint(text: str, after: str | None) -> str | None:
    """What stands between two lines of a paragraph; None: the hyphen goes as well."""
    if after is None:
        return ""
    if _ASCII_SPLIT.search(text) and _ASCII_REST.match(after):
        return None
    return "" if _NO_SPACE.search(text) else " "


def _style(lines: Sequence[Line]) -> Style:
    words = [word for line in lines for word in line.row.words]
    letters = sum(len(word.text) for word in words)
    bold = sum(len(word.text) for word in words if word.font.bold)
    italic = sum(len(word.text) for word in words if word.font.italic)
    head = lines[0]
    return Style(
        bold=2 * bold > letters,
        italic=2 * italic > letters,
        centred=all(_middle(line) for line in lines) and not _sentence(lines),
        font=head.row.words[0].font.name,
        size=head.row.size,
    )


def _sentence(lines: Sequence[Line]) -> bool:
    """An indented line of the body may stand in the middle by chance."""
    first = lines[0].row.text
    return ends_sentence(lines[-1].row.text) or (has_marker(first) and not opens_part(first))


def _middle(line: Line) -> bool:
    before, after = line.row.x0 - line.left, line.right - line.row.x1
    return before > 12 and abs(before - after) < 8
