"""The tree of a body: containers, articles and what stands in them, quotations included."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from minhphap.structure.articles import choose_articles
from minhphap.structure.containers import is_container, number_of, title_end
from minhphap.structure.context import Context
from minhphap.structure.headings import heading_of
from minhphap.structure.leads import leads_inside
from minhphap.structure.lines import Marker, mark
from minhphap.structure.node import Node
from minhphap.structure.numbering import follows_number
from minhphap.structure.provisions import build_provisions
from minhphap.structure.quotation_marks import Quotation
from minhphap.structure.quotations import find_quotations
from minhphap.structure.series import choose, fill

LEVELS = {"part": 1, "chapter": 2, "section": 3, "subsection": 4, "article": 5}


def build_body(context: Context, lo: int, hi: int) -> list[Node]:
    """The provisions of ``lo:hi``."""
    quotations = find_quotations(context, lo, hi)
    context.quotations += quotations
    lines = context.lines_between(lo, hi)
    marks = [marker for number in lines if (marker := context.marks[number]) is not None]
    inline = context.inline_between(lo, hi)
    own, own_inline = _outside(marks, quotations), _outside(inline, quotations)
    nodes = build_range(context, lo, hi, own, own_inline, quotations)
    for quotation in quotations:
        _attach(context, nodes, quotation)
    return nodes


def _outside(marks: list[Marker], quotations: list[Quotation]) -> list[Marker]:
    """The markers that stand in no quotation; both lists are in order."""
    if not quotations:
        return marks
    kept = []
    at = 0
    for marker in marks:
        while at < len(quotations) and quotations[at].close <= marker.start:
            at += 1
        if at == len(quotations) or marker.start < quotations[at].open:
            kept.append(marker)
    return kept


def build_range(
    context: Context,
    lo: int,
    hi: int,
    marks: list[Marker],
    inline: list[Marker],
    hidden: list[Quotation],
    *,
    quoted: bool = False,
) -> list[Node]:
    """The nodes of ``lo:hi`` from the markers that stand in it."""
    heads = _heads(context, marks, inline, quoted=quoted)
    starts = [marker.start for marker in marks]
    inline_starts = [marker.start for marker in inline]

    def within(first: int, last: int) -> tuple[list[Marker], list[Marker]]:
        return (
            marks[bisect_left(starts, first) : bisect_left(starts, last)],
            inline[bisect_left(inline_starts, first) : bisect_left(inline_starts, last)],
        )

    root = Node("body", lo, hi)
    root.body = lo
    stack = [root]
    first = heads[0].start if heads else hi
    if first > lo:
        build_provisions(
            context, root, context.trim(first, lo), *within(lo, first), hidden=hidden, free=quoted
        )
    for index, head in enumerate(heads):
        limit = heads[index + 1].start if index + 1 < len(heads) else hi
        level = LEVELS[head.kind]
        while len(stack) > 1 and LEVELS[stack[-1].type] >= level:
            stack.pop()
        node = Node(head.kind, head.start, context.trim(limit, head.start), number_of(head))
        node.body = head.body
        for parent in stack[1:]:
            parent.end = node.end
        stack[-1].children.append(node)
        stack.append(node)
        if head.kind == "article":
            own, own_inline = within(head.start + 1, limit)
            if quoted or not _by_sections(context, node, own, within, hidden):
                build_provisions(
                    context, node, node.end, own, own_inline, hidden=hidden, free=quoted
                )
        else:
            build_provisions(context, node, node.end, *within(head.start + 1, limit), hidden=hidden)
            title_end(context, node, line_only=context.text[head.start] in "IVXL")
    return root.children


def _heads(
    context: Context, marks: list[Marker], inline: list[Marker], *, quoted: bool
) -> list[Marker]:
    """The containers and articles, in order."""
    articles = [marker for marker in marks if marker.kind == "article"]
    mid = [marker for marker in inline if marker.kind == "article"]
    heads: list[Marker] = []
    if articles:
        heads = fill(choose_articles(articles), mid, follows_number, context.text)
    elif quoted and mid and marks and marks[0].kind in LEVELS:
        # "“Mục 3 … Điều 45a. …": a new chapter whose line breaks were lost
        heads = fill(mid[:1], mid[1:], follows_number, context.text)
    first = heads[0].start if heads else len(context.text)
    if not heads and not quoted:
        heads = _roman_sections(context, marks)
    heads += [
        marker
        for marker in marks
        if marker.kind in ("part", "chapter", "section", "subsection")
        and is_container(context, marker, first)
    ]
    heads.sort(key=lambda marker: marker.start)
    return heads


def _roman_sections(context: Context, marks: list[Marker]) -> list[Marker]:
    """Headings with Roman numbers, the sections of a plan or programme without articles."""
    romans = [marker._replace(kind="section") for marker in marks if marker.kind == "roman"]
    return choose(romans, [], follows_number, context.text) if romans else []


def _by_sections(
    context: Context,
    article: Node,
    marks: list[Marker],
    within: Callable[[int, int], tuple[list[Marker], list[Marker]]],
    hidden: list[Quotation],
) -> bool:
    """Divide an article that approves a plan by its Roman numbers, each with its own clauses."""
    romans = _roman_sections(context, marks)
    if len(romans) < 2 or romans[0].num != "I":
        return False
    first = romans[0].start
    if any(marker.kind in ("clause", "point") for marker in marks if marker.start < first):
        return False
    for index, roman in enumerate(romans):
        limit = romans[index + 1].start if index + 1 < len(romans) else article.end
        node = Node("section", roman.start, context.trim(limit, roman.start), roman.num)
        node.body = roman.body
        article.children.append(node)
        build_provisions(context, node, node.end, *within(roman.start + 1, limit), hidden=hidden)
        title_end(context, node, line_only=True)
    article.heading = heading_of(context, article)
    return True


def _attach(context: Context, nodes: list[Node], quotation: Quotation) -> None:
    """Hang the provisions of a quotation on the provision it stands in."""
    host = _host(nodes, quotation.open)
    if host is None:
        return
    lo, hi = quotation.start, quotation.end
    marks = []
    first = context.line_at(lo)
    line = context.lines[first]
    opened = mark(context.text, lo, line.end, first) if line.start != lo else None
    if opened is not None:
        marks.append(opened)
    for number in context.lines_between(lo, hi):
        marker = context.marks[number]
        if marker is None and not leads_inside(context, number, lo):
            marker = context.after_mark[number]
        if marker is not None:
            marks.append(marker)
    inline = [m for m in context.inline_between(lo, hi) if m.start > lo]
    made = build_range(context, lo, hi, marks, inline, [], quoted=True)
    if not made:
        return
    count = 1 + max((node.quotation for node in host.children), default=0)
    for node in made:
        node.quotation = count
    host.children.extend(made)
    host.children.sort(key=lambda node: node.start)


def _host(nodes: list[Node], at: int) -> Node | None:
    """The innermost node that holds an offset."""
    host = None
    while True:
        inside = next(
            (n for n in reversed(nodes) if n.start <= at < n.end and not n.quotation), None
        )
        if inside is None:
            return host
        host, nodes = inside, inside.children
