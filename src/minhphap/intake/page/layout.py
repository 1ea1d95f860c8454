"""From pages of rows to lines in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from minhphap.intake.page.columns import in_reading_order
from minhphap.intake.page.shapes import Line, Page, Row
from minhphap.intake.page.tables import Table, find_tables

_PAD = 5.5
"""Points between a rule and the text of its cell, as word processors set it."""


class Layout:
    """Numbers groups and tables through the whole file."""

    def __init__(self) -> None:
        self._groups = count(1)
        self._tables = -1
        self._last: tuple[Table, int] | None = None
        """The table that the page before ended with, and its rows so far."""

    def lines(self, page: Page, left: float, right: float) -> list[Line]:
        """The lines of one page, in reading order."""
        tables, rows = find_tables(page)
        found: list[Line] = []
        at = 0
        for number, table in enumerate(tables):
            above = at
            while above < len(rows) and rows[above].base < table.top:
                above += 1
            found.extend(self._flow(rows[at:above], page, left, right))
            first = number == 0 and not found
            found.extend(self._cells(table, page, first))
            at = above
        if rows[at:] or not tables:
            self._last = None
        found.extend(self._flow(rows[at:], page, left, right))
        return _numbered(found, page)

    def _flow(self, rows: Sequence[Row], page: Page, left: float, right: float) -> Iterator[Line]:
        for region in in_reading_order(rows, left, right):
            if not region.side:
                for row in region.rows:
                    yield Line(row, page.number, left, right)
                continue
            group = next(self._groups)
            low = min(row.x0 for row in region.rows)
            high = max(row.x1 for row in region.rows)
            for row in region.rows:
                yield Line(row, page.number, low, high, group)

    def _cells(self, table: Table, page: Page, first: bool) -> Iterator[Line]:
        start = 0
        if first and self._last and _same_columns(self._last[0], table):
            start = self._last[1]
        else:
            self._tables += 1
        used = sorted({row for row, _ in table.cells})
        ordinal = {row: start + at for at, row in enumerate(used)}
        self._last = (table, start + len(used))
        group = next(self._groups)
        for (line, column), rows in table.cells.items():
            low, high = table.sides[line, column]
            cell = (self._tables, ordinal[line], column)
            for row in rows:
                yield Line(row, page.number, low + _PAD, high - _PAD, group, cell=cell)


def _same_columns(one: Table, two: Table) -> bool:
    return len(one.xs) == len(two.xs) and all(
        abs(a - b) < 4 for a, b in zip(one.xs, two.xs, strict=True)
    )


def _numbered(lines: list[Line], page: Page) -> list[Line]:
    node = 0
    for line in lines:
        line.node, line.recognised = node, page.recognised
        node += len(line.row.words) if page.recognised else 1
    return lines
