"""Pages that are pictures: which they are."""

from __future__ import annotations

from minhphap.intake.page.furniture import is_furniture
from minhphap.intake.page.shapes import Page, Row

_COVERED = 0.2
"""Share of the page; a smaller picture is a seal, an emblem or a figure."""
_MANY = 30


def letters(rows: list[Row]) -> int:
    """How many letters stand in the rows that are not running heads or page numbers."""
    return sum(len(word.text) for row in rows if not is_furniture(row.text) for word in row.words)


def is_picture(page: Page) -> bool:
    """True when the text of the page stands, wholly or in part, in a picture without text layer."""
    if page.picture is None or page.share < _COVERED:
        return False
    return letters(inside_picture(page)) == 0


def has_hidden_layer(page: Page) -> bool:
    """True when a picture of the page carries a text layer: somebody recognised it before."""
    return page.share > 0.6 and letters(inside_picture(page)) > 0


def reads_badly(rows: list[Row]) -> bool:
    """True when the words of a layer are not Vietnamese: marks lost, or words torn apart."""
    words = [word.text for row in rows for word in row.words if word.text.isalpha()]
    if len(words) < _MANY:
        return False
    marked = sum(not word.isascii() for word in words)
    single = sum(len(word) == 1 for word in words)
    return marked < 0.25 * len(words) or single > 0.3 * len(words)


def inside_picture(page: Page) -> list[Row]:
    """The rows that stand on the largest picture of the page."""
    if page.picture is None:
        return []
    x0, y0, x1, y1 = page.picture
    return [
        row
        for row in page.rows
        if x0 - 2 < (row.x0 + row.x1) / 2 < x1 + 2 and y0 < (row.top + row.bottom) / 2 < y1
    ]
