"""Paragraphs broken into lines of one width by a bad conversion or by a plain-text editor."""

from __future__ import annotations

import re

from minhphap.structure.lines import Line

_STARTS = re.compile(
    r"\d{1,3}[a-zđ]?\.\s|[a-zđ]\)|[ĐÐ](?:iều|IỀU)\s?\d|[-+–•]\s|Căn cứ|Chương|CHƯƠNG|Mục|MỤC|Nơi nhận"
)
_LOWER = re.compile(r"[^\W\d_](?![).])")

WIDEST = 140
"""Longer lines than this are no hard-wrapped text."""


def continuations(text: str, lines: list[Line]) -> list[bool]:
    """For each line: does it go on with the paragraph of the line before?

    False everywhere when the text is not hard-wrapped. In a wrapped text a line goes on when
    the line before had no room for its first word.
    """
    width = _width(text, lines)
    if not width:
        return [False] * len(lines)
    joined = [False]
    for before, line in zip(lines, lines[1:], strict=False):
        space = text.find(" ", line.start, line.end)
        word = (space if space >= 0 else line.end) - line.start
        full = before.end - before.start + 1 + word > width
        last = text[before.end - 1]
        if last in ";:" or (last in "./”" and _STARTS.match(text, line.start)):
            joined.append(False)
        else:
            joined.append(
                full or text[line.start].islower() and bool(_LOWER.match(text, line.start))
            )
    return joined


def _width(text: str, lines: list[Line]) -> int:
    """The column at which a text was wrapped; 0 when it was not."""
    if len(lines) < 12:
        return 0
    sizes = sorted(line.end - line.start for line in lines)
    width = sizes[-1 - len(sizes) // 400]
    if not 40 <= width <= WIDEST or sizes[-1] > width + 20:
        return 0
    lower = sum(text[line.start].islower() for line in lines)
    full = sum(size > width - 15 for size in sizes)
    return sizes[-1] if lower * 5 > len(lines) and full * 4 > len(lines) else 0
