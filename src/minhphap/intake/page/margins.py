"""The margins of each page, from the lines that fill them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from minhphap.intake.page.shapes import Page

_LONG = 0.55


def find_margins(pages: Sequence[Page]) -> list[tuple[float, float]]:
    """Left and right margin of each page; pages with few full lines take their neighbours'."""
    own = [_margins(page) for page in pages]
    known = [margins for margins in own if margins]
    if not known:
        return [_ink(page) for page in pages]
    usual = (median(a for a, _ in known), median(b for _, b in known))
    recent: dict[int, tuple[float, float]] = {}
    found = []
    for page, margins in zip(pages, own, strict=True):
        near = recent.get(page.number % 2, usual)
        if margins and abs(margins[1] - near[1]) < 12 and margins[0] > near[0] + 8:
            margins = (near[0], margins[1])  # a page of one-line paragraphs, all indented
        if margins:
            recent[page.number % 2] = margins
        found.append(margins or near)
    return found


def _margins(page: Page) -> tuple[float, float] | None:
    long = [row for row in page.rows if row.x1 - row.x0 > _LONG * page.width]
    if len(long) < 5:
        return None
    starts = sorted(row.x0 for row in long)
    ends = sorted(row.x1 for row in long)
    left = starts[len(starts) // 10]
    right = ends[-1 - len(ends) // 10]
    return left, right


def _ink(page: Page) -> tuple[float, float]:
    if not page.rows:
        return 0.12 * page.width, 0.92 * page.width
    return min(row.x0 for row in page.rows), max(row.x1 for row in page.rows)
