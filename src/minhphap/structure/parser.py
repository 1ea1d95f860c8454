"""Source -> Document."""

from __future__ import annotations

import msgspec

from minhphap.intake import Source
from minhphap.structure.body import build_body
from minhphap.structure.context import Context
from minhphap.structure.diagnose import diagnose
from minhphap.structure.document import Document
from minhphap.structure.endmatter import ATTACHED
from minhphap.structure.grids import find_tables, table_lines
from minhphap.structure.head_words import BASIS
from minhphap.structure.metadata import read_metadata
from minhphap.structure.node import Node, freeze
from minhphap.structure.zones import Zone, zones


def parse_text(text: str) -> Document:
    """The tree of a bare text."""
    return parse(Source(text=text))


def parse(source: Source) -> Document:
    """The tree of a source. Never fails: what is not understood is kept as text."""
    context = Context(source.text, table_lines(source.blocks))
    roots = _build(context)
    provisions = freeze(roots)
    document = Document(
        source=source,
        meta=read_metadata(context, roots),
        provisions=provisions,
        tables=find_tables(source, context, provisions),
    )
    return msgspec.structs.replace(document, diagnostics=diagnose(context, document))


def _build(context: Context) -> list[Node]:
    roots: list[Node] = []
    attached: Node | None = None
    appendices = 0
    for zone in zones(context):
        start, end = context.lines[zone.first].start, context.lines[zone.last - 1].end
        siblings = attached.children if attached else roots
        if zone.kind == "appendix":
            appendices += 1
            roots.append(Node("appendix", start, end, str(appendices)))
            continue
        if zone.kind == "attached":
            attached = Node("attached", start, end, str(zone.inside))
            roots.append(attached)
            attached.children.extend(build_body(context, start, end))
            until = attached.children[0].start if attached.children else end
            title = context.text[start:until].partition("(")[0]
            attached.heading = " ".join(title.split()) or None
            if not attached.children and ATTACHED.match(context.text, start) is None:
                appendices += 1  # a list or a table: "DANH MỤC … (Kèm theo Quyết định …)"
                roots[-1] = Node("appendix", start, end, str(appendices))
                attached = None
            continue
        if zone.kind == "body":
            siblings.extend(build_body(context, start, end))
        else:
            node = Node(zone.kind, start, end)
            if zone.kind == "preamble":
                _bases(context, zone, node)
            siblings.append(node)
        if attached:
            attached.end = end
    return roots


def _bases(context: Context, zone: Zone, node: Node) -> None:
    for number in range(zone.first, zone.last):
        line = context.lines[number]
        if not context.joined[number] and BASIS.match(context.text, line.start):
            num = str(len(node.children) + 1)
            node.children.append(Node("basis", line.start, context.paragraph_end(number), num))
