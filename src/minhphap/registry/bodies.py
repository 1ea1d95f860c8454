"""How the text of a document is kept in a snapshot."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

import msgspec

from minhphap.intake import Block, Cell, Source

_LEVEL = 6
_Cells = list[tuple[int, int, int, int, int]]


def pack_text(text: str) -> bytes:
    """A text as stored."""
    return zlib.compress(text.encode(), _LEVEL)


def pack_cells(blocks: Iterable[Block]) -> bytes:
    """Which stretches of a text are cells of tables: a parser must not take them for clauses."""
    cells = [
        (one.start, one.end, one.cell.table, one.cell.row, one.cell.column)
        for one in blocks
        if one.kind == "cell" and one.cell
    ]
    return zlib.compress(msgspec.msgpack.encode(cells), _LEVEL)


def source_of(name: str, text: bytes, cells: bytes) -> Source:
    """The text with its cells, as the other rooms read it."""
    places = msgspec.msgpack.decode(zlib.decompress(cells), type=_Cells)
    blocks = tuple(
        Block("cell", start, end, cell=Cell(table, row, column))
        for start, end, table, row, column in places
    )
    return Source(text=zlib.decompress(text).decode(), name=name, blocks=blocks)
