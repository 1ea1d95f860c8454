"""Workbooks and .csv files as sources whose paragraphs are their cells."""

from __future__ import annotations

import csv
import datetime as dt

from minhphap.crowd.trackers.workbook import Sheet, address, open_workbook
from minhphap.intake import Block, Cell, Source, Unreadable
from minhphap.text import decode, normalize

Grid = list[list[str]]
_ROWS, _COLUMNS = 100_000, 256
"""What lies beyond is no table that people fill in."""


def read_sheets(data: bytes, name: str) -> tuple[Source, dict[tuple[int, int, int], str]]:
    """A workbook as a source: one table a sheet; and the name of each cell ("Góp ý!C5").

    Raises Unreadable with one sentence.
    """
    parts: list[str] = []
    blocks: list[Block] = []
    names: dict[tuple[int, int, int], str] = {}
    at = 0
    for table, (title, grid) in enumerate(grids(data, name)):
        for row, cells in enumerate(grid):
            for column, cell in enumerate(cells):
                text = normalize(cell).text.strip()
                if not text:
                    continue
                place = address(row + 1, column + 1)
                names[table, row, column] = f"{title}!{place}" if title else place
                blocks.append(Block("cell", at, at + len(text), cell=Cell(table, row, column)))
                parts.append(text)
                at += len(text) + 1
    if not parts:
        raise Unreadable(
            "Bảng tính không có ô nào có chữ.", "The workbook has no cell with text.", "empty"
        )
    return Source("\n".join(parts), name=name, format="txt", blocks=tuple(blocks)), names


def grids(data: bytes, name: str, *, hidden: bool = False) -> list[tuple[str, Grid]]:
    """The cells of each sheet as text, with its name. Raises Unreadable with one sentence."""
    if name.lower().endswith(".csv"):
        return [("", _csv(data))]
    book = open_workbook(data)
    return [(one.name, _grid(one)) for one in book.sheets if hidden or not one.hidden]


def _grid(sheet: Sheet) -> Grid:
    """Rows and columns from the first; a merged cell's words stand in each row that it covers."""
    filled = {place: _text(cell.value) for place, cell in sheet.cells.items() if not cell.error}
    for top, left, bottom, right in sheet.merged:
        words = filled.get((top, left))
        if words and left == right:
            filled.update({(row, left): words for row in range(top, bottom + 1)})
    widths: dict[int, int] = {}
    for row, column in filled:
        if row <= _ROWS and column <= _COLUMNS:
            widths[row] = max(column, widths.get(row, 0))
    grid = [[""] * widths.get(row, 0) for row in range(1, max(widths, default=0) + 1)]
    for (row, column), words in filled.items():
        if row <= _ROWS and column <= _COLUMNS:
            grid[row - 1][column - 1] = words
    return grid


def _text(value: str | float | dt.date) -> str:
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.10g}"
    return value


def _csv(data: bytes) -> Grid:
    text = decode(data).text
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text[:4000], ",;\t|")
    except csv.Error:
        dialect = csv.excel
    return [list(row) for row in csv.reader(text.splitlines(keepends=True), dialect)]
