"""The tree as a flat list, in order of the text, outer before inner, and back."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from minhphap.structure.document import Document, Provision, ProvisionType
from minhphap.structure.formats.errors import FormatError

DEEPEST = 100
"""No tree of a document is deeper: part, chapter, …, point, quotation, and so on again."""


class Row(msgspec.Struct, frozen=True):
    """One provision of the flat list; ``level`` is 0 for a root."""

    eid: str
    type: ProvisionType
    num: str | None
    heading: str | None
    start: int
    end: int
    level: int


def rows(document: Document) -> tuple[Row, ...]:
    """Every provision of a document as a row."""
    found: list[Row] = []
    stack = [(provision, 0) for provision in reversed(document.provisions)]
    while stack:
        node, level = stack.pop()
        found.append(Row(node.eid, node.type, node.num, node.heading, node.start, node.end, level))
        stack.extend((child, level + 1) for child in reversed(node.children))
    return tuple(found)


def grow(flat: Sequence[Row], length: int) -> tuple[Provision, ...]:
    """The provisions of a flat list, in a text of so many characters.

    FormatError when spans leave the text or their parent, run backwards, or a level is skipped.
    """
    below: list[list[Provision]] = [[]]
    for index in range(len(flat) - 1, -1, -1):  # from the end: children before their parent
        row = flat[index]
        before = flat[index - 1].level if index else -1
        if (
            not 0 <= row.level <= min(before + 1, DEEPEST)
            or not 0 <= row.start <= row.end <= length
        ):
            raise _misplaced(row.eid)
        while len(below) <= row.level + 1:
            below.append([])
        children = tuple(reversed(below[row.level + 1]))
        below[row.level + 1] = []
        _check(row, children)
        below[row.level].append(
            Provision(row.type, row.eid, row.start, row.end, row.num, row.heading, children)
        )
    return tuple(reversed(below[0]))


def _check(row: Row, children: Sequence[Provision]) -> None:
    at = row.start
    for child in children:
        if child.start < at:
            raise _misplaced(child.eid)
        at = child.end
    if at > row.end:
        raise _misplaced(row.eid)


def _misplaced(eid: str) -> FormatError:
    return FormatError(
        f"vị trí của đơn vị “{eid}” không khớp với văn bản hoặc với đơn vị chứa nó",
        f"the place of the provision “{eid}” fits neither the text nor the provision around it",
    )
