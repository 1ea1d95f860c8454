"""Source -> Document."""

from __future__ import annotations

import msgspec

from minhphap.intake import Source
from minhphap.structure.body import build_body
from minhphap.structure.context import Context
from minhphap.structure.diagnose import diagnose
from minhphap.structure.document import Document
from minhphap.structure.endmatter import ATTACHED, is_cover
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
    attachments = appendices = 0
    for zone in zones(context):
        start, end = context.lines[zone.first].start, context.lines[zone.last - 1].end
        siblings = attached.children if attached else roots
        match zone.kind:
            case "appendix":
                appendices += 1
                roots.append(Node("appendix", start, end, str(appendices)))
                continue
            case "attached":
                node = _attached(context, start, end)
                if node.type == "appendix":
                    appendices += 1
                    node.num, attached = str(appendices), None
                else:
                    attachments += 1
                    node.num, attached = str(attachments), node
                roots.append(node)
                continue
            case "body":
                siblings.extend(build_body(context, start, end))
            case kind:
                node = Node(kind, start, end)
                if kind == "preamble":
                    _bases(context, zone, node)
                siblings.append(node)
        if attached:
            attached.end = end
    return _under_covers(context, roots)


def _attached(context: Context, start: int, end: int) -> Node:
    """A regulation issued with the act; a list or table ("DANH MỤC …") is an appendix."""
    node = Node("attached", start, end)
    node.children.extend(build_body(context, start, end))
    until = node.children[0].start if node.children else end
    node.heading = " ".join(context.text[start:until].partition("(")[0].split()) or None
    if not node.children and ATTACHED.match(context.text, start) is None:
        return Node("appendix", start, end)
    return node


def _under_covers(context: Context, roots: list[Node]) -> list[Node]:
    """Appendices hung below the cover that gathers them: "PHỤ LỤC (Ban hành kèm theo …)"."""
    gathered: list[Node] = []
    cover: Node | None = None
    for index, node in enumerate(roots):
        following = roots[index + 1] if index + 1 < len(roots) else None
        if node.type != "appendix":
            cover = None
        elif cover is not None:
            cover.children.append(node)
            cover.end = node.end
            continue
        elif following is not None and is_cover(context.text, node, following):
            cover = node
        gathered.append(node)
    return gathered


def _bases(context: Context, zone: Zone, node: Node) -> None:
    for number in range(zone.first, zone.last):
        line = context.lines[number]
        if not context.joined[number] and BASIS.match(context.text, line.start):
            num = str(len(node.children) + 1)
            end = _basis_end(context, zone, number)
            node.children.append(Node("basis", line.start, end, num))


def _basis_end(context: Context, zone: Zone, number: int) -> int:
    """The end of the paragraph, or of the one after it where the page cut it before its ";"."""
    text = context.text
    end = context.paragraph_end(number)
    if text[end - 1] in ";.,:":
        return end
    while number + 1 < zone.last and context.joined[number + 1]:
        number += 1
    for after in context.lines[number + 1 : min(number + 4, zone.last)]:
        words = text[after.start : after.end]
        if BASIS.match(words) or (words.isupper() and words[0].isalpha()):
            break
        if text[after.end - 1] == ";":
            return after.end
    return end
