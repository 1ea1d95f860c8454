"""The paragraphs of a document for a page or a new file, with looks where the source gives none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from minhphap.intake import Block, Cell, Style

if TYPE_CHECKING:
    from minhphap.structure import Document, Provision

_FEW_ROWS = 4
_CENTRED = frozenset(("part", "chapter", "section", "subsection", "attached", "appendix"))


def paragraphs(document: Document) -> tuple[Block, ...]:
    """The source's blocks; a text without any look is dressed as offices do it, by its tree."""
    blocks = document.source.blocks or tuple(_lines(document))
    if any(one.style.bold or one.style.italic or one.style.centred for one in blocks):
        return blocks
    begins: dict[int, list[Provision]] = defaultdict(list)
    for provision in document.walk():
        begins[provision.start].append(provision)
    titles = _titles(document)
    dressed, at = [], 0
    for block in blocks:
        while at < len(titles) and titles[at][1] <= block.start:
            at += 1
        title = at < len(titles) and titles[at][0] < block.end and not block.cell
        begin = begins.get(block.start, ())
        dressed.append(_dressed(document, block, begin, title))
    return tuple(dressed)


def _dressed(document: Document, block: Block, begin: Sequence[Provision], title: bool) -> Block:
    if title:
        style = Style(bold=True, centred=True)
    elif is_heading(document, block, begin):
        style = Style(bold=True)
    elif any(one.type == "basis" for one in begin):
        style = Style(italic=True)
    else:
        return block
    return msgspec.structs.replace(block, style=style)


def is_heading(document: Document, block: Block, begin: Sequence[Provision]) -> bool:
    """Whether a line holds the number and title of an article and nothing else."""
    line = " ".join(document.source.text[block.start : block.end].split())
    titles = (
        " ".join(one.heading.split()) for one in begin if one.type == "article" and one.heading
    )
    return any(line.endswith(title) for title in titles)


def is_furniture(document: Document, cells: Sequence[Block]) -> bool:
    """Whether a table is the head of the paper, or the foot with recipients and signature."""
    provision = document.at(cells[0].start)
    if provision and provision.type in ("recipients", "signature"):
        return True
    articles = (one.start for one in document.walk() if one.type == "article")
    rows = {one.cell.row for one in cells if one.cell}
    return len(rows) < _FEW_ROWS and cells[-1].end < next(articles, 0)


def _titles(document: Document) -> list[tuple[int, int]]:
    """Where the title of the document and those of chapters and the like stand, in order."""
    spans = [document.meta.title_span] if document.meta.title_span else []
    text = document.source.text
    for one in document.walk():
        if one.type not in _CENTRED:
            continue
        line_end = text.find("\n", one.start)
        end = line_end if 0 <= line_end < one.end else one.end
        if one.heading:
            first = one.children[0].start if one.children else one.end
            at = text.find(one.heading[:40], one.start, first)
            end = max(end, at + len(one.heading)) if at >= 0 else end
        spans.append((one.start, end))
    return sorted(spans)


def _lines(document: Document) -> Iterator[Block]:
    """Blocks for a bare text: its lines, and the cells of the tables that the tree knows."""
    text = document.source.text
    cells = sorted(
        (start, end, Cell(i, j, k))
        for i, table in enumerate(document.tables)
        for j, row in enumerate(table.rows)
        for k, (start, end) in enumerate(row)
        if end > start
    ) if document.tables else []  # fmt: skip
    at, cell = 0, 0
    for line in text.split("\n"):
        end = at + len(line)
        inside = []
        while cell < len(cells) and cells[cell][0] < end:
            inside.append(cells[cell])
            cell += 1
        for start, stop, place in inside:
            yield Block("cell", start, min(stop, end), cell=place)
        if not inside and line.strip():
            yield Block("paragraph", at, end)
        at = end + 1
