"""The places of table cells, with the columns and rows that a cell spans."""

from __future__ import annotations

from typing import Any

from minhphap.intake.source import Cell

_WIDEST = 200
"""A cell spans no more columns or rows than this, whatever the page says."""


class Tables:
    """Follows the table tags of a page; a table within a cell is a table of its own."""

    def __init__(self) -> None:
        self._count = 0
        self._open: list[_Table] = []

    def open(self) -> None:
        """A table begins."""
        self._open.append(_Table(self._count))
        self._count += 1

    def close(self) -> None:
        """A table ends."""
        self._open.pop()

    def row(self) -> None:
        """A row begins."""
        if self._open:
            self._open[-1].row()

    def cell(self, element: Any) -> Cell | None:
        """The place of a cell that begins; None outside a table."""
        return self._open[-1].cell(element) if self._open else None


class _Table:
    def __init__(self, number: int) -> None:
        self._number, self._row, self._column = number, -1, 0
        self._taken: dict[int, int] = {}
        """Column -> the last row that a cell from above still covers."""

    def row(self) -> None:
        self._row += 1
        self._column = 0

    def cell(self, element: Any) -> Cell:
        self._row = max(self._row, 0)
        while self._taken.get(self._column, -1) >= self._row:
            self._column += 1
        place = Cell(self._number, self._row, self._column)
        wide, high = _span(element, "colspan"), _span(element, "rowspan")
        for column in range(self._column, self._column + wide):
            if high > 1:
                self._taken[column] = self._row + high - 1
        self._column += wide
        return place


def _span(element: Any, name: str) -> int:
    value = element.get(name, "1").strip()
    return min(max(int(value), 1), _WIDEST) if value.isdecimal() else 1
