"""A document with some words changed, read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from minhphap.intake import Block, Source
from minhphap.structure import Document, Metadata, parse

Rewrite = tuple[int, int, str]
"""A stretch and the words to put in its place."""


def retext(document: Document, rewrites: Sequence[Rewrite], meta: Metadata) -> Document:
    """The document with stretches rewritten (in order, not overlapping), parsed anew.

    Blocks outside the rewritten stretches keep their kind and looks, so that the cells of a table
    stay cells. ``meta`` is kept where the text itself is silent (a text without its head).
    """
    old = document.source
    pieces, at = [], 0
    for start, end, new in rewrites:
        pieces += [old.text[at:start], new]
        at = end
    text = "".join((*pieces, old.text[at:]))
    blocks = tuple(_blocks(old.blocks, rewrites, text)) if old.blocks else ()
    source = Source(text=text, name=old.name, blocks=blocks, recognised=old.recognised)
    made = parse(source)
    if made.meta.number is None and meta.number is not None:
        kept = msgspec.structs.replace(meta, number_span=None, date_span=None, title_span=None)
        made = msgspec.structs.replace(made, meta=kept)
    return made


def _blocks(blocks: Sequence[Block], rewrites: Sequence[Rewrite], text: str) -> Iterator[Block]:
    """The blocks of the new text: one a line, those of untouched lines as they were."""
    kept: dict[int, Block] = {}
    shift = index = 0
    for block in blocks:
        while index < len(rewrites) and rewrites[index][1] <= block.start:
            start, end, new = rewrites[index]
            shift += len(new) - (end - start)
            index += 1
        if index == len(rewrites) or rewrites[index][0] >= block.end:
            number = block.number_end + shift if block.number_end >= 0 else -1
            kept[block.start + shift] = msgspec.structs.replace(
                block, start=block.start + shift, end=block.end + shift, number_end=number
            )
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        known = kept.get(at)
        if known is not None and known.end <= end:
            yield known
        elif line.strip():
            yield Block("paragraph", at, end)
        at = end + 1
