"""The tree of a document put together again from its stored provisions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from minhphap.intake import Source
from minhphap.registry.known import KnownDocument
from minhphap.structure import Document, Metadata, Provision


def tree_of(
    known: KnownDocument, source: Source, provisions: Iterable[tuple[Any, ...]]
) -> Document:
    """The document of rows (type, eid, first, last, num, heading) in order of the text."""
    roots: list[_Growing] = []
    open_: list[_Growing] = []
    for row in provisions:
        one = _Growing(row)
        while open_ and open_[-1].row[3] <= one.row[2]:
            open_.pop()
        (open_[-1].children if open_ else roots).append(one)
        open_.append(one)
    meta = Metadata(
        issuer=known.issuer or None,
        kind=known.kind or None,
        number=known.number,
        date=known.date,
        title=known.title or None,
    )
    return Document(source=source, meta=meta, provisions=tuple(one.frozen() for one in roots))


class _Growing:
    """A provision whose children are still coming."""

    def __init__(self, row: tuple[Any, ...]) -> None:
        self.row = row
        self.children: list[_Growing] = []

    def frozen(self) -> Provision:
        children = tuple(one.frozen() for one in self.children)
        kind, eid, first, last, num, heading = self.row
        return Provision(kind, eid, first, last, num, heading, children)
