"""Tables as values: from the cells of the file, and from rows written " | " in bare text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from minhphap.intake import Block, Source
from minhphap.structure.context import Context
from minhphap.structure.document import Provision, Table

BORDER = " | "
"""Parts the cells of a row in a text whose tables were flattened to lines."""

LAYOUT = 25
"""A cell with more paragraphs is a means of layout: its paragraphs are text like any other."""

Rows = tuple[tuple[tuple[int, int], ...], ...]


def table_lines(blocks: Sequence[Block]) -> frozenset[int]:
    """Where the lines begin that are cells of a table; a frame of one column is none."""
    sizes = Counter(block.cell for block in blocks if block.cell is not None)
    wide = {cell.table for cell in sizes if cell.column}
    return frozenset(
        block.start
        for block in blocks
        if block.cell is not None and block.cell.table in wide and sizes[block.cell] <= LAYOUT
    )


def find_tables(
    source: Source, context: Context, provisions: Sequence[Provision]
) -> tuple[Table, ...]:
    """The tables of a text in order, each with the innermost provision that holds it."""
    found = [*_of_the_file(source.blocks, context.cells), *_of_the_text(context)]
    found.sort(key=lambda rows: rows[0][0][0])
    tables = []
    for rows in found:
        start = rows[0][0][0]
        end = max(cell[1] for row in rows for cell in row)
        tables.append(Table(start, end, innermost(provisions, start, end), rows))
    return tuple(tables)


def _of_the_file(blocks: Sequence[Block], lines: frozenset[int]) -> Iterator[Rows]:
    """Tables whose cells the file itself marks; a cell may hold several lines, or another table."""
    tables: dict[int, dict[tuple[int, int], tuple[int, int]]] = {}
    for block in blocks:
        if block.cell is None or block.start not in lines:
            continue
        cells = tables.setdefault(block.cell.table, {})
        place = (block.cell.row, block.cell.column)
        start, _ = cells.get(place, (block.start, block.end))
        cells[place] = (start, block.end)
    for cells in tables.values():
        rows: dict[int, list[tuple[int, int]]] = {}
        for (row, _), span in sorted(cells.items()):
            rows.setdefault(row, []).append(span)
        yield tuple(tuple(row) for row in rows.values())


def _of_the_text(context: Context) -> Iterator[Rows]:
    """Two or more lines in a row that hold the border of cells."""
    rows: list[tuple[tuple[int, int], ...]] = []
    last = -2
    for number, line in enumerate(context.lines):
        if line.start in context.cells or BORDER not in context.text[line.start : line.end]:
            continue
        if number != last + 1:
            if len(rows) > 1:
                yield tuple(rows)
            rows = []
        rows.append(tuple(_cells(context.text, line.start, line.end)))
        last = number
    if len(rows) > 1:
        yield tuple(rows)


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while True:
        border = text.find(BORDER, start, end)
        yield start, border if border >= 0 else end
        if border < 0:
            return
        start = border + len(BORDER)


def innermost(provisions: Sequence[Provision], start: int, end: int) -> str | None:
    """The eid of the innermost provision that holds a span."""
    eid = None
    while True:
        at = bisect_right(provisions, start, key=lambda one: one.start) - 1
        if at < 0 or end > provisions[at].end:
            return eid
        eid, provisions = provisions[at].eid, provisions[at].children
