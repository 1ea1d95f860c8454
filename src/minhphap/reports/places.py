"""Where a finding stands, in the numbers an editor uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from minhphap.intake import Source


class Place(msgspec.Struct, frozen=True):
    """Lines and columns from 1; the end column is the one after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int
    char_offset: int
    """Code points from the start of the text as decoded from the file."""
    char_length: int


def place_of(source: Source, start: int, end: int) -> Place:
    """The place of a span of the source's text."""
    start, end = sorted((max(0, start), max(0, end)))
    end = min(end, len(source.text))
    start = min(start, end)
    line, column = source.position(start)
    end_line, end_column = source.position(end) if end > start else (line, column)
    first, last = source.span_in_original(start, end)
    return Place(line, column, end_line, end_column, first, last - first)


def excerpt(source: Source, start: int, end: int, limit: int = 160) -> str:
    """The words under a span in one line, shortened in the middle when they are many."""
    words = " ".join(source.text[start:end].split())
    if len(words) <= limit:
        return words
    half = (limit - 3) // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
