"""Pages of rows to a :class:`Source`, the same way for text layers and for recognised pictures."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from minhphap.intake.page.assemble import Assembly
from minhphap.intake.page.canonical import make_canonical
from minhphap.intake.page.footnotes import mark_footnotes
from minhphap.intake.page.furniture import take_furniture
from minhphap.intake.page.layout import Layout
from minhphap.intake.page.margins import find_margins
from minhphap.intake.page.notices import legacy_font, recognised
from minhphap.intake.page.paragraphs import join_lines
from minhphap.intake.page.shapes import Line, Page
from minhphap.intake.refusals import no_text
from minhphap.intake.source import Format, Notice, Source

_FILLED = 0.6
"""A page whose text ends above this share of its height was broken off on purpose."""


def build_source(
    pages: Sequence[Page],
    name: str,
    kind: Format,
    data: bytes,
    notices: Sequence[Notice] = (),
) -> Source:
    """Take the furniture out, put the rows in reading order, join them, and lay out the text.

    Raises Unreadable when nothing is left to read.
    """
    read = [page for page in pages if page.recognised]
    said = list(notices)
    if read:
        sure = [word.confidence for page in read for row in page.rows for word in row.words]
        said.append(recognised([page.number for page in read], fmean(sure) if sure else 0.0))
    if old := make_canonical(pages):
        said.append(legacy_font(old))
    removed = take_furniture(pages)
    assembly = Assembly()
    lines = _lines(pages)
    body = [line for line in lines if line.kind != "footnote"]
    seen = 0
    for paragraph in join_lines(body):
        while seen < paragraph[0].page:
            assembly.remove(removed[seen], seen + 1)
            seen += 1
        assembly.add(paragraph)
    for at in range(seen, len(removed)):
        assembly.remove(removed[at], at + 1)
    for paragraph in join_lines([line for line in lines if line.kind == "footnote"]):
        assembly.add(paragraph)
    if not assembly.text:
        raise no_text()
    return Source(
        assembly.text,
        name,
        kind,
        data,
        blocks=tuple(assembly.blocks),
        anchors=tuple(assembly.anchors),
        removed=tuple(assembly.removed),
        notices=tuple(said),
        recognised=bool(read),
    )


def _lines(pages: Sequence[Page]) -> list[Line]:
    margins = find_margins(pages)
    layout = Layout()
    lines: list[Line] = []
    for page, (left, right) in zip(pages, margins, strict=True):
        notes = mark_footnotes(page)
        found = layout.lines(page, left, right)
        if found and found[-1].row.base < _FILLED * page.height:
            found[-1].ends_early = True
        node = sum(len(line.row.words) if page.recognised else 1 for line in found)
        for row in notes:
            lines_of_note = Line(row, page.number, left, right, 0, "footnote", None, node)
            lines_of_note.recognised = page.recognised
            found.append(lines_of_note)
            node += len(row.words) if page.recognised else 1
        lines.extend(found)
        page.rows = []
    return lines
