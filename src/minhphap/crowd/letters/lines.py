"""The paragraphs of a letter as its reader sees them, and which of its text is accounted for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from minhphap.crowd.letters.mend import mend
from minhphap.crowd.letters.values import Leftover, Place
from minhphap.intake import Block, Source
from minhphap.text import comparison_key

_MARKER = re.compile(
    r"\s*(?:(?P<part>[A-EĐ])\s?[.)](?=\s+\w{2})"
    r"|(?P<roman>[IVX]{1,5}|(?=[1IVX]*[lL])[1IVXlL]{2,5})\s?(?:[.):\-]|/(?=\s))|(?P<number>\d{1,3}(?:\.\d{1,2}){0,3})(?:[.)/](?!\d)"
    r"|(?<=\.\d)(?=\s))"
    r"|(?P<letter>[a-zđ])[.)]|[(\[](?P<bracket>\d{1,2}|[a-zđ]|[ivx]{1,4})[)\]]"
    r"|(?P<dash>[-–—*•●▪■o])(?=\s)|(?P<plus>\+)"
    r"|(?P<word>(?:Câu|Ý kiến(?: thứ)?|Nội dung(?: thứ)?)\s\d{1,2})\s?[:.)])\s*"
)
_LEVELS = {
    "part": 0,
    "roman": 1,
    "word": 2,
    "number": 2,
    "bracket": 6,
    "letter": 6,
    "dash": 7,
    "plus": 8,
}
LOOSE = 9
"""The level of a paragraph without a marker."""
_SOLID = re.compile(r"\w")


class Line(msgspec.Struct, frozen=True):
    """One paragraph: its span, what it begins with, how it looks.

    ``body`` is where its words start, behind the marker ("1.", "a)", "-"); ``level`` orders
    markers from the outermost. ``key`` holds the mended words in small letters, from ``body`` on.
    """

    start: int
    end: int
    body: int
    level: int
    marker: str
    text: str
    key: str
    bold: bool = False
    centred: bool = False
    table: int = -1
    row: int = -1
    column: int = -1
    kind: str = "paragraph"


def lines_of(source: Source) -> list[Line]:
    """Every paragraph that has a letter or a digit, in order."""
    found = []
    for block in source.blocks or _blocks(source.text):
        if block.kind == "page_number":
            continue
        at = block.start
        for part in source.text[block.start : block.end].split("\n"):
            if _SOLID.search(part):
                found.append(_line(part, at, block))
            at += len(part) + 1
    return found


def _blocks(text: str) -> Iterator[Block]:
    at = 0
    for part in text.split("\n"):
        yield Block("paragraph", at, at + len(part))
        at += len(part) + 1


def _line(part: str, start: int, block: Block) -> Line:
    marker = _MARKER.match(part)
    if marker and not _SOLID.search(part, marker.end()):
        marker = None
    level, word, body = LOOSE, "", len(part) - len(part.lstrip())
    if marker:
        name = str(marker.lastgroup)
        level, word, body = _LEVELS[name], marker[0].strip(), marker.end()
        if name == "number":
            level += marker["number"].count(".")
    text = part[body:].rstrip()
    cell = block.cell
    return Line(
        start, start + len(part), start + body, level, word, text,
        comparison_key(mend(text)), block.style.bold, block.style.centred,
        cell.table if cell else -1, cell.row if cell else -1, cell.column if cell else -1,
        block.kind,
    )  # fmt: skip


class Places:
    """Leads an offset of a source to its place as a person finds it."""

    def __init__(
        self, source: Source, cells: dict[tuple[int, int, int], str] | None = None
    ) -> None:
        self._source = source
        self._cells = cells
        self._starts = [block.start for block in source.blocks]
        self._paragraphs: list[int] = []
        count = 0
        for block in source.blocks:
            count += bool(_SOLID.search(source.text, block.start, block.end))
            self._paragraphs.append(count)

    def at(self, offset: int, end: int | None = None) -> Place:
        """The paragraph, page and cell of a character."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return Place(line=self._source.position(offset)[0])
        block = self._source.blocks[number]
        cell = ""
        if block.cell:
            spot = (block.cell.table, block.cell.row, block.cell.column)
            if self._cells is not None:
                cell = self._cells.get(spot, "")
            else:
                cell = f"bảng {spot[0] + 1}, hàng {spot[1] + 1}, cột {spot[2] + 1}"
        note = {"footnote": "chú thích chân trang", "textbox": "khung chữ"}.get(block.kind, "")
        return Place(self._paragraphs[number], self._page(offset, end or offset + 1), cell, note)

    def _page(self, start: int, end: int) -> int:
        for anchor in self._source.anchors_in(start, end):
            if anchor.part.startswith("page:"):
                return int(anchor.part[5:])
            break
        return 0


class Account:
    """Which stretches of a letter have been told what they are."""

    def __init__(self, source: Source, lines: list[Line]) -> None:
        self._source = source
        self._lines = lines
        self._known: list[tuple[int, int]] = []

    def take(self, start: int, end: int) -> None:
        """This stretch is a passage or a part of the form."""
        self._known.append((start, end))

    def leftovers(self, places: Places) -> tuple[Leftover, ...]:
        """What nobody took, paragraph by paragraph."""
        found = []
        known = sorted(self._known)
        first = 0
        for line in self._lines:
            while first < len(known) and known[first][1] <= line.start:
                first += 1
            at = line.start
            for start, end in known[first:]:
                if start >= line.end:
                    break
                found += self._left(at, min(start, line.end), places)
                at = max(at, end)
            found += self._left(at, line.end, places)
        return tuple(found)

    def _left(self, start: int, end: int, places: Places) -> list[Leftover]:
        words = self._source.text[start:end].strip()
        if end <= start or not _TELLING.search(words):
            return []
        return [Leftover(" ".join(words.split()), places.at(start))]


_TELLING = re.compile(r"[^\W\d_]{2,}|\d{2,}")
"""A stretch with no word and no number of two signs (a bullet, "1.") tells nothing."""
