"""Footnotes: small lines at the foot of a page, under a short rule or opened by a raised number."""

from __future__ import annotations

import re
from collections import Counter

from minhphap.intake.page.shapes import Page, Row

_MARK = re.compile(r"(?:\[?\d{1,3}\]?|\*{1,3})(?:\s|[^\W\d]|\()")
_NUMBER = re.compile(r"\[?(\d{1,3}|\*{1,3})")
_FOOT = 0.35
"""Footnotes begin below this share of the page."""


def mark_footnotes(page: Page) -> list[Row]:
    """Take the footnotes out of the rows of a page and return them."""
    if len(page.rows) < 2:
        return []
    usual = Counter(round(row.size * 2) / 2 for row in page.rows).most_common(1)[0][0]
    start = _under_rule(page, usual)
    if start is None:
        start = _small_foot(page, usual)
    if start is None:
        return []
    notes = page.rows[start:]
    page.rows = page.rows[:start]
    _drop_marks(page, {mark[1] for row in notes if (mark := _NUMBER.match(row.text))})
    return notes


def _drop_marks(page: Page, marks: set[str]) -> None:
    """Take the raised numbers that lead to the notes out of the words that carry them."""
    for row in page.rows:
        for word in row.words:
            if word.raised and word.text[-word.raised :] in marks:
                word.text = word.text[: -word.raised]
        row.words = [word for word in row.words if word.text] or row.words


def _under_rule(page: Page, usual: float) -> int | None:
    """The first row below a short rule at the left, when all below it is a note."""
    left = min(row.x0 for row in page.rows)
    for rule in reversed(page.across):
        length = rule.end - rule.start
        short = 0.15 * page.width < length < 0.4 * page.width and rule.start < left + 40
        if not short or rule.at < _FOOT * page.height:
            continue
        start = next((k for k, row in enumerate(page.rows) if row.base > rule.at), None)
        if start and _MARK.match(page.rows[start].text) and _no_larger(page.rows[start:], usual):
            return start
    return None


def _no_larger(rows: list[Row], usual: float) -> bool:
    return all(row.size <= usual - 0.5 for row in rows)


def _small_foot(page: Page, usual: float) -> int | None:
    """The start of the run of clearly smaller rows at the foot, opened by a note's mark."""
    start = len(page.rows)
    while start and page.rows[start - 1].size <= 0.86 * usual:
        start -= 1
    rows = page.rows[start:]
    if not start or not rows or rows[0].top < _FOOT * page.height:
        return None
    return start if _MARK.match(rows[0].text) and not page.recognised else None
