"""Reading order of a page: text side by side is read column by column.

A Vietnamese document sets issuer and number beside the national motto and the place and date,
and the recipients beside the signature; read straight across they would be mixed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from minhphap.intake.page.shapes import Row
from minhphap.intake.page.signs import is_capitals

_WIDE = 2.2
"""Of the size of the letters: a gap in a row this wide may part columns."""
_APART = 4.0
"""The same where one row only has text on both sides."""
_FULL, _BETWEEN_WORDS = 0.85, 0.8
_GUTTER, _MOTTO_GUTTER = 0.8, 0.4
_RECIPIENTS = "Nơi nhận:"
_RIGHT_HEADS = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
)


class Region(msgspec.Struct):
    """Rows to be read one after the other; ``side`` 0 for the body, 1 or 2 for a column."""

    rows: list[Row]
    side: int = 0


def in_reading_order(rows: Sequence[Row], left: float, right: float) -> Iterator[Region]:
    """Cut the rows of a page (from the top) into regions in the order of reading."""
    body: list[Row] = []
    at = 0
    while at < len(rows):
        found = _columns(rows, at, left, right)
        if found is None:
            body.append(rows[at])
            at += 1
            continue
        last, gutter = found
        first = _reach_up(body, gutter, left + right)
        block = [*body[first:], *rows[at:last]]
        del body[first:]
        if body:
            yield Region(body)
        body = []
        yield from _sides(block, gutter)
        at = last
    if body:
        yield Region(body)


def _gaps(row: Row) -> list[tuple[float, float]]:
    """The gaps between words that are wide enough to part columns."""
    return [(a.x1, b.x0) for a, b in pairwise(row.words) if b.x0 - a.x1 > _WIDE * row.size]


def _columns(rows: Sequence[Row], at: int, left: float, right: float) -> tuple[int, float] | None:
    """Where a block of two columns that begins with row ``at`` ends, and its gutter."""
    motto, signature = _motto_gap(rows[at]), _signature_gap(rows[at])
    sure = motto or signature
    gaps = [sure] if sure else _gaps(rows[at])
    if len(gaps) != 1:
        return None
    width = right - left
    low, high = gaps[0]
    if not (left + 0.1 * width < low and high < left + 0.85 * width):
        return None
    least = min(_MOTTO_GUTTER, 0.9 * (high - low) / rows[at].size) if motto else _GUTTER
    last, both = at + 1, 1
    for row in rows[at + 1 :]:
        if row.top - rows[last - 1].bottom > 7 * row.size or _fills(row, width):
            break
        cut = _narrowed(row, low, high, least * row.size)
        if cut is None:
            break
        low, high = cut
        both += row.x0 < low and row.x1 > high
        last += 1
    while last > at + 1 and _body_like(rows[last - 1], left, right, low, high):
        last -= 1
    if (
        not sure
        and both < 2
        and (last - at < 2 or gaps[0][1] - gaps[0][0] < _APART * rows[at].size)
    ):
        return None
    return last, (low + high) / 2


def _fills(row: Row, width: float) -> bool:
    """A line of the body: as wide as the page, without a gap wider than between words."""
    if row.x1 - row.x0 < _FULL * width:
        return False
    return all(b.x0 - a.x1 < _BETWEEN_WORDS * row.size for a, b in pairwise(row.words))


def _motto_gap(row: Row) -> tuple[float, float] | None:
    """The gap before the national motto (or the Party's name) that shares a row with the issuer."""
    text = row.text
    for head in _RIGHT_HEADS:
        if not text.endswith(head) or text == head:
            continue
        words = len(head.split())
        before, after = row.words[-words - 1], row.words[-words]
        return before.x1, max(after.x0, before.x1 + 0.1)
    return None


def _signature_gap(row: Row) -> tuple[float, float] | None:
    """The gap between "Nơi nhận:" and the office of who signs beside it."""
    if not row.text.startswith(_RECIPIENTS):
        return None
    for at, (before, after) in enumerate(pairwise(row.words), 1):
        if before.text.endswith(":"):
            sides = row.part(at, len(row.words)).text
            return (before.x1, after.x0) if is_capitals(sides) else None
    return None


def _narrowed(row: Row, low: float, high: float, least: float) -> tuple[float, float] | None:
    """What is left of the gutter when this row leaves it free, or None when it crosses it."""
    for word in row.words:
        middle = (word.x0 + word.x1) / 2
        if middle < (low + high) / 2:
            low = max(low, word.x1)
        else:
            high = min(high, word.x0)
    return (low, high) if high - low > least else None


def _body_like(row: Row, left: float, right: float, low: float, high: float) -> bool:
    """A short row at the foot of the block that is a title or may be a line of the body."""
    if row.x0 < low and row.x1 > high:
        return False
    centred = abs((row.x0 + row.x1) - (left + right)) < 24
    opens = row.x1 < high and row.text.startswith(("Điều ", "Chương ", "Căn cứ "))
    return centred or opens


def _reach_up(body: Sequence[Row], gutter: float, sides: float) -> int:
    """Rows just above the block that stand wholly in its right column belong to it.

    ``sides`` is the sum of both margins: a row in the middle of the page is a title.
    """
    first = len(body)
    while first and body[first - 1].x0 > gutter - body[first - 1].size:
        if abs(body[first - 1].x0 + body[first - 1].x1 - sides) < 24:
            break
        first -= 1
    return first


def _sides(block: Sequence[Row], gutter: float) -> Iterator[Region]:
    sides: tuple[list[Row], list[Row]] = ([], [])
    for row in block:
        cut = next(
            (k for k, word in enumerate(row.words) if (word.x0 + word.x1) / 2 > gutter),
            len(row.words),
        )
        if cut:
            sides[0].append(row.part(0, cut))
        if cut < len(row.words):
            sides[1].append(row.part(cut, len(row.words)))
    for side, rows in enumerate(sides, 1):
        if rows:
            yield Region(rows, side)
