"""Where the sentence around a citation begins and ends."""

from __future__ import annotations

import re

_MARK = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ]\d?[.)]|[-–+•*]|Điều\s)")
_STOP = re.compile(r"(?<=[\w)”\"])\.\s+(?=[A-ZĐÀ-Ỹ])")


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds a span. A row of documents may go over several lines ("các Quyết
    định số 1/QĐ-A;"), as long as they are no items of a list."""
    begin, stop = _beginning(text, start), _ending(text, end)
    for full in _STOP.finditer(text, begin, stop):
        at = full.end()
        if at <= start:
            begin = at
        elif at >= end:
            return begin, at
    return begin, stop


def _beginning(text: str, at: int) -> int:
    begin = text.rfind("\n", 0, at) + 1
    while begin > 0 and not _MARK.match(text, begin) and _goes_on(text, begin - 1):
        begin = text.rfind("\n", 0, begin - 1) + 1
    return begin


def _ending(text: str, at: int) -> int:
    stop = _line_end(text, at)
    while _goes_on(text, stop) and not _MARK.match(text, stop + 1):
        stop = _line_end(text, stop + 1)
    return stop


def _goes_on(text: str, end: int) -> bool:
    """Whether the line that ends here ends in the middle of a row."""
    return end < len(text) and text[max(0, end - 8) : end].rstrip()[-1:] in (";", ",")


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found
