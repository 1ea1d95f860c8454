"""Where the tables of a sheet begin: rows of headings, one to four deep, and what they say."""

from __future__ import annotations

import re
from collections import defaultdict

import msgspec

from minhphap.crowd.trackers.vocabulary import header_words, heading_key, plain
from minhphap.crowd.trackers.workbook import Sheet

_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])\)?(?: ?[=+-].*)?", re.IGNORECASE)
_DEEPEST = 4
_LONGEST = 140
"""Letters a heading may have; what is longer is content."""


class Heading(msgspec.Struct, frozen=True):
    """One column's headings from the top down: ("Hình thức xử lý", "Thay thế")."""

    column: int
    path: tuple[str, ...]


class Table(msgspec.Struct, frozen=True):
    """A table of a sheet: its heading rows, and the last row before the next table begins."""

    first: int
    last: int
    end: int
    headings: tuple[Heading, ...]


class Grid:
    """A sheet with its merged cells filled in, row by row."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows: dict[int, list[int]] = defaultdict(list)
        for row, column in sheet.cells:
            self.rows[row].append(column)
        self.last_row = max(self.rows, default=0)
        self.last_column = max((column for _, column in sheet.cells), default=0)
        self._anchor: dict[tuple[int, int], tuple[int, int]] = {}
        self._down: dict[tuple[int, int], int] = {}
        self.wide: dict[tuple[int, int], int] = {}
        for r1, c1, r2, c2 in sheet.merged:
            if (r1, c1) not in sheet.cells:
                continue
            r2, c2 = min(r2, self.last_row), min(c2, self.last_column)
            self._down[r1, c1] = r2
            self.wide[r1, c1] = c2
            for row in range(r1, r2 + 1):
                for column in range(c1, c2 + 1):
                    self._anchor[row, column] = (r1, c1)

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The cell whose value shows here: itself, or the first of the merged range."""
        return self._anchor.get((row, column), (row, column))

    def text(self, row: int, column: int) -> str:
        """The words that show here."""
        return self.sheet.text(*self.anchor(row, column))

    def own(self, row: int) -> dict[int, str]:
        """The words that stand in the row itself, by column, without cells merged from above."""
        found = (
            (column, self.sheet.text(row, column)) for column in sorted(self.rows.get(row, ()))
        )
        return {column: words for column, words in found if words}

    def bottom(self, row: int, column: int) -> int:
        """The last row of the merged range that begins in this cell."""
        return self._down.get((row, column), row)


def find_tables(grid: Grid) -> list[Table]:
    """Every table of the sheet, in order; a heading repeated on each page begins no new one."""
    tables: list[Table] = []
    seen: set[tuple[str, ...]] = set()
    row = 1
    rows = sorted(grid.rows)
    for row in rows:
        if tables and row <= tables[-1].last:
            continue
        if not _is_anchor(grid, row):
            continue
        words = tuple(plain(t) for t in grid.own(row).values())
        if tables and words in seen:
            continue
        seen.add(words)
        first, last = _block(grid, row, tables[-1].last if tables else 0)
        if tables:
            tables[-1] = msgspec.structs.replace(tables[-1], end=first - 1)
        tables.append(Table(first, last, grid.last_row, _paths(grid, first, last)))
    return tables


def table_at(grid: Grid, first: int, last: int) -> Table:
    """The table whose heading rows a person has named."""
    return Table(first, last, grid.last_row, _paths(grid, first, last))


def _is_anchor(grid: Grid, row: int) -> bool:
    """Whether the row holds headings: a title column and another, or three of any kind."""
    own = grid.own(row)
    if any(not isinstance(grid.sheet.cells[row, c].value, str) for c in own):
        return False
    if any(len(words) > _LONGEST or words.strip(".").isdecimal() for words in own.values()):
        return False
    names = [header_words().name_of(heading_key(words)) for words in own.values()]
    kinds = {name for name in names if name}
    others = names.count(None)
    return ("title" in kinds or len(kinds) >= 4) and len(kinds) >= 2 and others <= len(names) / 2


def _block(grid: Grid, anchor: int, after: int) -> tuple[int, int]:
    """First and last of the heading rows around the anchor."""
    first = last = anchor
    while first - 1 > after and anchor - first < _DEEPEST - 1 and _is_above(grid, first - 1, first):
        first -= 1
    last = max(
        (min(grid.bottom(r, c), r + _DEEPEST) for r in range(first, last + 1) for c in grid.own(r)),
        default=last,
    )
    while (
        last + 1 <= grid.last_row and last - first < _DEEPEST and _is_below(grid, last + 1, first)
    ):
        last += 1
        last = max((min(grid.bottom(last, c), last + 2) for c in grid.own(last)), default=last)
    if last + 1 <= grid.last_row and is_numbered(grid, last + 1):
        last += 1
    return first, last


def _is_above(grid: Grid, row: int, below: int) -> bool:
    """Whether a row over the headings belongs to them: "Thông tin chung", "Tiến độ" over groups."""
    own = grid.own(row)
    if len(own) < 2:
        return False
    reaches = any(grid.bottom(row, c) >= below for c in own)
    spans = any(grid.wide.get((row, c), c) > c for c in own)
    full = any(grid.wide.get((row, c), c) - c >= grid.last_column - 1 for c in own)
    names = {header_words().name_of(heading_key(words)) for words in own.values()} - {None}
    return not full and (reaches or (spans and bool(names)) or len(names) >= 3)


def _is_below(grid: Grid, row: int, first: int) -> bool:
    """Whether a row under the headings still belongs to them: the names of a group's columns."""
    own = grid.own(row)
    if not own or is_numbered(grid, row):
        return False
    if any(len(words) > _LONGEST or plain(words).isdecimal() for words in own.values()):
        return False
    above = [grid.own(r) for r in range(first, row)]
    headed = {c for cells in above for c in cells}
    for column in own:
        parent = max((c for c in headed if c <= column), default=0)
        if column in headed and not any(
            grid.wide.get((r, c), c) > c
            for r in range(first, row)
            for c in [column]
            if c in grid.own(r)
        ):
            name = header_words().name_of(heading_key(grid.text(first, column)))
            if name in ("ordinal", "title", "lead_agency", "person"):
                return False
            if header_words().name_of(heading_key(own[column])) is None:
                return False
        elif not parent:
            return False
    return any(column not in headed for column in own)


def is_numbered(grid: Grid, row: int) -> bool:
    """Whether the row only numbers the columns: "(1) (2) (3)", "A B 1 2"."""
    words = list(grid.own(row).values())
    if len(words) < 3 or not all(_NUMBERED.fullmatch(one) for one in words):
        return False
    digits = [int(found[0]) for one in words if (found := re.search(r"\d+", one))]
    return digits == list(range(digits[0], digits[0] + len(digits))) if digits else True


def _paths(grid: Grid, first: int, last: int) -> tuple[Heading, ...]:
    rows = [r for r in range(first, last + 1) if not is_numbered(grid, r)]
    columns = {c for r in range(first, last + 1) for c in grid.rows.get(r, ())}
    for row in rows:
        for left in grid.own(row):
            columns.update(range(left, grid.wide.get((row, left), left) + 1))
    headings = []
    for column in sorted(columns):
        path: list[str] = []
        for index, row in enumerate(rows):
            words = grid.text(row, column) or _spread(grid, rows, index, column)
            words = " ".join(words.split())
            if words and words not in path[-1:]:
                path.append(words)
        if path:
            headings.append(Heading(column, tuple(path)))
    return tuple(headings)


def _spread(grid: Grid, rows: list[int], index: int, column: int) -> str:
    """The heading of a group that stands unmerged over its first column only."""
    lower = rows[index + 1 :]
    if not any(grid.text(r, column) for r in lower):
        return ""
    left = column - 1
    while left and not grid.text(rows[index], left):
        left -= 1
    if not left or not any(grid.own(r).get(left) for r in lower):
        return ""
    if any(not any(grid.text(r, c) for r in lower) for c in range(left, column)):
        return ""
    return grid.text(rows[index], left)
