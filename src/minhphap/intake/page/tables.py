"""Tables that are ruled: which word stands in which cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from minhphap.intake.page.shapes import Page, Row, Rule, Word

_TOUCH = 3.0


class Table(msgspec.Struct):
    """A ruled grid with the rows of text of each cell, keyed by row and column from 0."""

    xs: list[float]
    ys: list[float]
    cells: dict[tuple[int, int], list[Row]]
    sides: dict[tuple[int, int], tuple[float, float]]
    """Left and right rule of each cell."""

    @property
    def top(self) -> float:
        """The topmost rule."""
        return self.ys[0]


def has_grid(page: Page) -> bool:
    """Whether lines on the page cross to cells."""
    return any(len(grid.xs) * len(grid.ys) > 4 for grid in _grids(page))


def find_tables(page: Page) -> tuple[list[Table], list[Row]]:
    """The ruled tables of a page from the top, and the rows that stand in none of them."""
    grids = [grid for grid in _grids(page) if len(grid.xs) * len(grid.ys) > 4]
    if not grids:
        return [], page.rows
    rest: list[Row] = []
    for row in page.rows:
        outside: list[Word] = []
        taken: dict[tuple[int, int, int], list[Word]] = {}
        for word in row.words:
            place = _place(grids, (word.x0 + word.x1) / 2, (row.top + row.bottom) / 2)
            if place is None:
                outside.append(word)
            else:
                taken.setdefault(place, []).append(word)
        for (at, line, column), words in taken.items():
            part = Row(words, row.top, row.bottom, row.base, row.size)
            grids[at].cells.setdefault((line, column), []).append(part)
        if outside:
            rest.append(Row(outside, row.top, row.bottom, row.base, row.size))
    tables = [grid.table() for grid in grids if len(grid.cells) > 1]
    for grid in grids:
        if len(grid.cells) <= 1:  # a frame round a text is no table
            rest.extend(row for rows in grid.cells.values() for row in rows)
    rest.sort(key=lambda row: row.base)
    return sorted(tables, key=lambda table: table.top), rest


class _Grid:
    def __init__(self, across: Sequence[Rule], down: Sequence[Rule]) -> None:
        self.across, self.down = across, down
        self.ys = _cuts([rule.at for rule in across])
        self.xs = _cuts([rule.at for rule in down])
        self.cells: dict[tuple[int, int], list[Row]] = {}
        self.roots: dict[tuple[int, int], tuple[int, int]] = {}
        if len(self.xs) * len(self.ys) > 4:
            self._merge()

    def _merge(self) -> None:
        """Unit cells between which no rule stands are one cell, named by its first unit."""
        walls = {
            (line, column)
            for rule in self.down
            for column in [_nearest(self.xs, rule.at)]
            for line in _covered(self.ys, rule)
        }
        floors = {
            (line, column)
            for rule in self.across
            for line in [_nearest(self.ys, rule.at)]
            for column in _covered(self.xs, rule)
        }
        for line in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                unit = (line, column)
                if column and (line, column) not in walls:
                    self.roots[unit] = self.roots[line, column - 1]
                elif line and (line, column) not in floors:
                    self.roots[unit] = self.roots[line - 1, column]
                else:
                    self.roots[unit] = unit

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        if not (self.xs[0] < x < self.xs[-1] and self.ys[0] < y < self.ys[-1]):
            return None
        return self.roots[bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1]

    def table(self) -> Table:
        ends: dict[tuple[int, int], int] = {}
        for (_, column), root in self.roots.items():
            ends[root] = max(ends.get(root, 0), column + 1)
        sides = {root: (self.xs[root[1]], self.xs[ends[root]]) for root in self.cells}
        cells = {place: self.cells[place] for place in sorted(self.cells)}
        return Table(self.xs, self.ys, cells, sides)


def _grids(page: Page) -> list[_Grid]:
    """Groups of rules that touch each other."""
    across, down = page.across, page.down
    parent = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    if len(across) * len(down) > 1_000_000:
        return []
    for i, flat in enumerate(across):
        for j, wall in enumerate(down, len(across)):
            if (
                flat.start - _TOUCH < wall.at < flat.end + _TOUCH
                and wall.start - _TOUCH < flat.at < wall.end + _TOUCH
            ):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at, rule in enumerate((*across, *down)):
        groups.setdefault(root(at), ([], []))[at >= len(across)].append(rule)
    return [_Grid(a, d) for a, d in groups.values() if len(a) > 1 and len(d) > 1]


def _place(grids: Sequence[_Grid], x: float, y: float) -> tuple[int, int, int] | None:
    for at, grid in enumerate(grids):
        unit = grid.place(x, y)
        if unit is not None:
            return at, *unit
    return None


def _cuts(values: list[float]) -> list[float]:
    cuts: list[float] = []
    for value in sorted(values):
        if not cuts or value - cuts[-1] > _TOUCH:
            cuts.append(value)
    return cuts


def _nearest(cuts: list[float], value: float) -> int:
    at = max(0, min(bisect_right(cuts, value), len(cuts) - 1))
    return at - 1 if at and value - cuts[at - 1] < abs(cuts[at] - value) else at


def _covered(cuts: list[float], rule: Rule) -> list[int]:
    """The bands between cuts whose middle the rule passes."""
    return [
        at for at in range(len(cuts) - 1) if rule.start < (cuts[at] + cuts[at + 1]) / 2 < rule.end
    ]
