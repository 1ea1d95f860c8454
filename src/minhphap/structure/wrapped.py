"""Paragraphs broken into lines of one width by a bad conversion or by a plain-text editor."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

from minhphap.structure.lines import Line

_STARTS = re.compile(
    r"\d{1,3}(?:\.\d{1,2})*[a-zđ]?\.?\s(?=\D)|[a-zđ]\d?\)|[ĐÐ](?:iều|IỀU)\s?\d|[-+–•]\s|Căn cứ"
    r"|(?:Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|Phần|PHẦN|Phụ lục|PHỤ LỤC|Mẫu|MẪU)\s|Nơi nhận|[“\"]"
    r"|(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh)\s(?:này\s)?(?:đã\s)?được|Trong quá trình"
)
"""How a paragraph may begin after a sentence has ended."""
_ALWAYS = re.compile(
    r"(?:(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN)\s[IVXLC\d]{1,6}\s?[.:]?$"
    r"|Căn cứ\s(?:Hiến|Luật|Bộ luật|Pháp lệnh|Nghị|Thông tư|Quyết|Chỉ thị|các\s)|Nơi nhận\s?:)",
    re.MULTILINE,
)
"""How a paragraph begins whatever stands before."""
_BASIS = re.compile(r"Căn cứ|Xét |Theo đề nghị|Thực hiện|Trên cơ sở")
_ENACTS = re.compile(rf"{_BASIS.pattern}|[^\n]{{3,120}}\sban\s|QUYẾT|NGHỊ")
"""What follows a legal basis."""
_LOWER = re.compile(r"[^\W\d_](?![).])")

WIDEST = 140
"""Longer lines than this are no hard-wrapped text."""
_EDGE = 15
"""A line this near to the width is full but for a word."""


def continuations(text: str, lines: list[Line]) -> list[bool]:
    """For each line: does it go on with the paragraph of the line before?

    False everywhere when the text is not hard-wrapped. In a wrapped text a line goes on when
    the line before had no room for its first word.
    """
    width = _width(text, lines)
    if not width:
        return [False] * len(lines)
    joined = [False]
    basis = False
    for before, line in pairwise(lines):
        if not joined[-1]:
            basis = _BASIS.match(text, before.start) is not None
        joined.append(_goes_on(text, before, line, width, basis))
    return joined


def _goes_on(text: str, before: Line, line: Line, width: int, basis: bool) -> bool:
    size = before.end - before.start
    space = text.find(" ", line.start, line.end)
    word = (space if space >= 0 else line.end) - line.start
    full = width >= size > width - 1 - word
    last = text[before.end - 1]
    low = text[line.start].islower() and _LOWER.match(text, line.start) is not None
    if _ALWAYS.match(text, line.start, line.end):
        return False
    if last in ";:":
        return full and (low or (basis and last == ";" and not _ENACTS.match(text, line.start)))
    if last in "./”" and (
        _opens(text, line) or (basis and _ENACTS.match(text, line.start, line.end))
    ):
        return False
    if text[max(before.start, before.end - 12) : before.end].isupper() and _STARTS.match(
        text, line.start
    ):
        return False
    return full or low


def _opens(text: str, line: Line) -> bool:
    """True for a line that looks like a new paragraph after a sentence has ended."""
    return _STARTS.match(text, line.start) is not None or text[line.start : line.end].isupper()


def _width(text: str, lines: list[Line]) -> int:
    """The column at which a text was wrapped; 0 when it was not.

    In a wrapped text the long lines crowd at the width, hardly any is longer, and most of them
    end in mid-sentence.
    """
    counts = [0] * (WIDEST + _EDGE + 2)
    total = 0
    for line in lines:
        if text.find(" | ", line.start, line.end) < 0:
            total += 1
            counts[min(line.end - line.start, len(counts) - 1)] += 1
    upto = list(accumulate(counts))
    for width in range(40, WIDEST + 1):
        full = upto[width] - upto[width - _EDGE]
        if full < 6 or (upto[width + 8] - upto[width]) * 100 > full:
            continue
        if (total - upto[width]) * 8 > full or full * 2 < upto[width] - upto[width * 3 // 5]:
            continue
        ends = [text[line.end - 1] for line in lines if 0 <= width - line.end + line.start < _EDGE]
        return width if sum(end not in ".;:/”" for end in ends) * 5 > len(ends) * 3 else 0
    return 0
