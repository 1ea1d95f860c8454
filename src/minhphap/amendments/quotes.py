"""Quotation marks in the running words of an order: phrases, and new text without numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARKS = re.compile(r"[“”„‟«»\"]|''|‘‘|’’|``|(?<!\w)‘|’(?!\w)")
_OPENS = frozenset("“„«‘`")
_CLOSES = frozenset("”»’‟")


_APART = re.compile(r"\s+(?:bằng|thành)\s+(?:(?:các\s+)?(?:cụm\s+)?từ\s+)?\Z")
"""Between old and new words: before an opening mark, it closes what was left open."""


class Quote(NamedTuple):
    """``open`` is the mark, ``start:end`` what it holds, ``close`` after the closing mark."""

    open: int
    start: int
    end: int
    close: int
    closed: bool = True


def find_quotes(text: str, start: int, end: int) -> list[Quote]:
    """The outermost quotations of a stretch, in order.

    Marks nest; a straight mark closes what is open unless a blank stands before it and a word
    after. What is never closed runs to the end of its line, or to the end where it begins one.
    """
    found: list[Quote] = []
    depth = 0
    first: re.Match[str] | None = None
    for mark in _MARKS.finditer(text, start, end):
        if first is None:
            if mark[0][0] not in _CLOSES or _misused(text, mark, start):
                first, depth = mark, 1
            continue
        if _opens(text, mark, end):
            apart = _APART.search(text, first.end(), mark.start()) if depth == 1 else None
            if apart is not None:
                found.append(Quote(first.start(), first.end(), apart.start(), apart.start()))
                first = mark
            else:
                depth += 1
        else:
            depth -= 1
            if depth == 0:
                found.append(Quote(first.start(), first.end(), mark.start(), mark.end()))
                first = None
    if first is not None:
        found.append(_unclosed(text, first, start, end))
    return found


def closing_mark(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first mark of a stretch, where it closes what was opened before."""
    mark = _MARKS.search(text, start, end)
    return None if mark is None or _opens(text, mark, end) else mark


def _misused(text: str, mark: re.Match[str], start: int) -> bool:
    """A closing mark that stands where one opens: after a blank, before a word."""
    before = text[mark.start() - 1] if mark.start() > start else "\n"
    after = text[mark.end() : mark.end() + 1]
    return before.isspace() and after.isalnum()


def _opens(text: str, mark: re.Match[str], end: int) -> bool:
    sign = mark[0][0]
    if sign in _OPENS:
        return True
    if sign in _CLOSES:
        return False
    before, after = text[mark.start() - 1], text[mark.end() : min(mark.end() + 1, end)]
    return (before.isspace() or before in "(“") and after.isalnum()


def _unclosed(text: str, first: re.Match[str], start: int, end: int) -> Quote:
    line = max(text.rfind("\n", start, first.start()) + 1, start)
    begins = not text[line : first.start()].strip()
    stop = end if begins else text.find("\n", first.end(), end)
    stop = end if stop < 0 else stop
    return Quote(first.start(), first.end(), stop, stop, closed=False)
