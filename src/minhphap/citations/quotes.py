"""Words quoted from a document just cited: "Điều 26 Nghị định số 5/2031/NĐ-CP quy định: “…”"."""

from __future__ import annotations

import re
from bisect import bisect_right

import msgspec

from minhphap.citations.citation import Work

_INTRODUCED = re.compile(
    r"[^.;“”\"]{0,220}?"
    r"(?:quy +định|nêu|ghi|hướng +dẫn|căn +cứ +ban +hành|nội +dung|sau +đây|như +sau)"
    r"(?: +(?:rõ|như +sau|sau +đây))?(?: *:)? *(?P<mark>“|\"|‘‘)"
)
_PAIRS = {"“": "”", '"': '"', "‘‘": "’’"}
_LONGEST = 8000
_CHAPTER = re.compile(r"\n\s*(?:Chương|CHƯƠNG|PHẦN|Phần)\s+(?:[IVXL\d]|thứ|THỨ)")
"""What no quotation of a provision holds: its mark was lost."""


class Quote(msgspec.Struct, frozen=True, gc=False):
    """A quotation, the work it is from and the provision of it, if that was said."""

    start: int
    end: int
    work: Work
    eid: str | None


class Quotes:
    """Quotations of a text whose source is known, in order."""

    def __init__(self) -> None:
        self._found: list[Quote] = []
        self._starts: list[int] = []

    def note(self, text: str, low: str, at: int, work: Work, eid: str | None) -> None:
        """A work was cited that ends at ``at``: whether a quotation of it follows."""
        if not any(text.find(mark, at, at + 300) >= 0 for mark in _PAIRS):
            return
        found = _INTRODUCED.match(low, at, at + 300)
        if found is None or (self._found and found.start("mark") < self._found[-1].end):
            return
        start = found.end()
        close = _closing(text, start, found["mark"])
        if _CHAPTER.search(text, start, close):
            return
        self._found.append(Quote(start, close, work, eid))
        self._starts.append(start)

    def at(self, offset: int) -> Quote | None:
        """The quotation that holds an offset."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._found[index].end:
            return None
        return self._found[index]


def _closing(text: str, start: int, mark: str) -> int:
    """Where a quotation ends that begins at ``start``."""
    if mark != "“":
        end = text.find(_PAIRS[mark], start, start + _LONGEST)
        return end if end >= 0 else start
    depth = 1
    for found in re.compile("[“”]").finditer(text, start, start + _LONGEST):
        depth += 1 if found[0] == "“" else -1
        if not depth:
            return found.start()
    return start
