"""A line of the draft with a pointer under the exact words."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minhphap.intake import Source

_GAP = "…"


def cells(text: str) -> int:
    """How many columns of a terminal a text takes: marks none, East Asian wide letters two."""
    if text.isascii():
        return len(text)
    return sum(map(_cell, text))


def _cell(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def pointed(source: Source, start: int, end: int, width: int) -> tuple[str, str]:
    """The line on which a span begins, cut to ``width`` columns around it, and the pointer line.

    An empty span is pointed at by one sign; a span that runs on to other lines ends its pointer
    with a gap sign. Tabs are shown as one blank.
    """
    text = source.text
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    stop = min(end, line_end)
    before = _shown(text[line_start:start])
    words = _shown(text[start:stop])
    after = _shown(text[stop:line_end])
    words, runs_on = _cut(words, width - 2), end > line_end
    room = width - max(1, cells(words)) - (1 if runs_on else 0)
    head = _tail_of(before, room - min(cells(after), room // 3))
    tail = _cut(after, room - cells(head))
    pointer = "^" * max(1, cells(words)) + (_GAP if runs_on else "")
    return head + words + tail, " " * cells(head) + pointer


def _shown(text: str) -> str:
    return "".join(" " if letter in "\t\n" else letter for letter in text if letter.isprintable()
                   or letter in "\t\n\u00a0")  # fmt: skip


def _cut(text: str, width: int) -> str:
    """The beginning of a text, in at most ``width`` columns."""
    if cells(text) <= width:
        return text
    if width < 1:
        return ""
    used = 0
    for i, letter in enumerate(text):
        used += _cell(letter)
        if used > width - 1:
            return text[:i] + _GAP
    return text


def _tail_of(text: str, width: int) -> str:
    """The end of a text, in at most ``width`` columns."""
    if cells(text) <= width:
        return text
    if width < 1:
        return ""
    used = 0
    for i in range(len(text) - 1, -1, -1):
        used += _cell(text[i])
        if used > width - 1:
            cut = i + 1
            while cut < len(text) and not _cell(text[cut]):  # never begin with a lone mark
                cut += 1
            return _GAP + text[cut:]
    return text
