"""Workbooks and .csv files as sources whose paragraphs are their cells."""

from __future__ import annotations

import csv
import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Iterable
from pathlib import Path

from minhphap.intake import Block, Cell, Source, Unreadable
from minhphap.text import decode, normalize

_ROWS, _COLUMNS = 100_000, 100
Grid = list[list[str]]


def read_sheets(path: Path) -> tuple[Source, dict[tuple[int, int, int], str]]:
    """A workbook as a source: one table a sheet; and the name of each cell ("Góp ý!C5").

    Raises Unreadable, and OSError when the file cannot be opened.
    """
    grids = _grids(path)
    parts: list[str] = []
    blocks: list[Block] = []
    names: dict[tuple[int, int, int], str] = {}
    at = 0
    for table, (title, grid) in enumerate(grids):
        for row, cells in enumerate(grid):
            for column, cell in enumerate(cells):
                text = normalize(cell).text.strip()
                if not text:
                    continue
                names[table, row, column] = f"{title}!{_letter(column)}{row + 1}" if title else f"{_letter(column)}{row + 1}"
                blocks.append(Block("cell", at, at + len(text), cell=Cell(table, row, column)))
                parts.append(text)
                at += len(text) + 1
    if not parts:
        raise Unreadable("bảng tính không có ô nào có chữ", "the workbook has no cell with text", "empty")
    return Source("\n".join(parts), name=path.name, format="txt", blocks=tuple(blocks)), names


def table_rows(path: Path) -> Grid:
    """The rows of the first sheet that has any."""
    grids = _grids(path)
    return next((grid for _, grid in grids if grid), [])


def _grids(path: Path) -> list[tuple[str, Grid]]:
    data = path.read_bytes()
    if path.suffix.lower() == ".csv":
        return [("", _csv(data))]
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise Unreadable(
            "không mở được bảng tính; hãy mở bằng Excel và lưu lại dưới dạng .xlsx",
            "the workbook cannot be opened; open it in Excel and save it as .xlsx",
            "broken",
        ) from error
    return [
        (sheet.title, _filled(sheet))
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
    ]


def _filled(sheet: object) -> Grid:
    """The cells as text; a merged cell's words stand in each row that it covers."""
    from openpyxl.worksheet.worksheet import Worksheet

    assert isinstance(sheet, Worksheet)
    grid = [
        [_text(value) for value in row]
        for row in sheet.iter_rows(max_row=min(sheet.max_row, _ROWS), max_col=min(sheet.max_column, _COLUMNS), values_only=True)
    ]
    return grid


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _csv(data: bytes) -> Grid:
    text = decode(data).text
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text[:4000], ",;\t|")
    except csv.Error:
        dialect = csv.excel
    return [list(row) for row in csv.reader(io.StringIO(text), dialect)]


def _letter(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def joined(rows: Iterable[Iterable[str]]) -> str:
    """Rows as text, for tests and messages."""
    return "\n".join(" | ".join(row) for row in rows)
