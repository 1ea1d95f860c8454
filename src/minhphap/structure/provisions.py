"""Clauses and points of an article, or of a container that has no articles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from minhphap.structure.closing import cut_closing
from minhphap.structure.context import Context
from minhphap.structure.headings import heading_of
from minhphap.structure.lines import BARE, CELL, Marker
from minhphap.structure.node import Node
from minhphap.structure.numbering import follows_letter, follows_number
from minhphap.structure.quotation_marks import Quotation
from minhphap.structure.series import choose


def build_provisions(
    context: Context,
    parent: Node,
    end: int,
    marks: Sequence[Marker],
    inline: Sequence[Marker],
    *,
    hidden: Sequence[Quotation] = (),
    free: bool = False,
) -> None:
    """Hang the clauses and points between ``parent.body`` and ``end`` on ``parent``."""
    inline = inline[bisect_left([marker.start for marker in inline], parent.body) :]
    clauses = choose(
        *_of_one_style(
            context.text,
            [marker for marker in marks if marker.kind == "clause"],
            [marker for marker in inline if marker.kind == "clause"],
        ),
        follows_number,
        context.text,
        free=free,
        loose=free and parent.type == "body",
        head=parent.body,
    )
    first = clauses[0].start if clauses else end
    before = [marker for marker in marks if marker.start < first]
    if free or not clauses or clauses[0].key != (1,):
        _points(
            context,
            parent,
            first,
            before,
            [m for m in inline if m.start < first],
            hidden=hidden,
            free=free,
        )
    starts = [marker.start for marker in marks]
    inline_starts = [marker.start for marker in inline]
    for index, clause in enumerate(clauses):
        limit = clauses[index + 1].start if index + 1 < len(clauses) else end
        node = Node("clause", clause.start, context.trim(limit, clause.start), clause.num)
        node.body = clause.body
        parent.children.append(node)
        below = marks[bisect_left(starts, clause.start + 1) : bisect_left(starts, limit)]
        _points(
            context,
            node,
            node.end,
            below,
            inline[bisect_left(inline_starts, clause.body) : bisect_left(inline_starts, limit)],
            hidden=hidden,
            anywhere=free,
        )
    if parent.type == "article":
        cut_closing(context, parent, hidden)
    if parent.type in ("article", "clause", "point"):
        parent.heading = heading_of(context, parent, quoted=free)


def _of_one_style(
    text: str, clauses: list[Marker], inline: list[Marker]
) -> tuple[list[Marker], list[Marker]]:
    """Clauses "1." and clauses "1-", as old laws have them, are never one series."""
    first = next((one for one in clauses if one.key == (1,)), next(iter(clauses or inline), None))
    if first is None:
        return clauses, inline
    dashed = _is_dashed(text, first)
    return (
        [one for one in clauses if _is_dashed(text, one) == dashed],
        [one for one in inline if _is_dashed(text, one) == dashed or one.trust == BARE],
    )


def _is_dashed(text: str, clause: Marker) -> bool:
    return clause.trust != BARE and "." not in text[clause.start : clause.body]


def _points(
    context: Context,
    parent: Node,
    end: int,
    marks: Sequence[Marker],
    inline: Sequence[Marker],
    *,
    hidden: Sequence[Quotation] = (),
    free: bool = False,
    anywhere: bool = False,
) -> None:
    """Hang the points between ``parent.body`` and ``end`` on ``parent``."""
    chosen: list[Marker] = []
    for kind in ("point", "oldpoint"):
        if free and marks and marks[0].kind == "decimal":
            break
        own = [marker for marker in marks if marker.kind in ("point", "oldpoint")]
        if kind == "point" and own and all(marker.kind == "oldpoint" for marker in own):
            continue
        middle = [marker for marker in inline if marker.kind == kind]
        chosen = choose(
            own,
            middle,
            follows_letter,
            context.text,
            free=free or anywhere,
            loose=free,
            head=parent.body,
        )
        if chosen:
            break
    decimals = _decimals(parent, marks, free=free)
    if not chosen or (len(decimals) > 1 and decimals[0].start < chosen[0].start):
        chosen = decimals
    for index, point in enumerate(chosen):
        limit = chosen[index + 1].start if index + 1 < len(chosen) else end
        node = Node("point", point.start, context.trim(limit, point.start), point.num)
        node.body = point.body
        parent.children.append(node)
        node.heading = heading_of(context, node)
    if parent.type == "clause":
        cut_closing(context, parent, hidden)
        parent.heading = heading_of(context, parent)


def _decimals(parent: Node, marks: Sequence[Marker], *, free: bool) -> list[Marker]:
    """Points with decimal numbers ("1.2.") below clause 1."""
    found = [marker for marker in marks if marker.kind == "decimal" and marker.trust != CELL]
    if free:
        return found[:1]
    chosen: list[Marker] = []
    for marker in found:
        if parent.num is None or str(marker.key[0]) != parent.num:
            continue
        if chosen and (marker.key[:-1] != chosen[0].key[:-1]):
            continue
        step = marker.key[-1] - (chosen[-1].key[-1] if chosen else 0)
        if step == 1 or (chosen and step == 2):
            chosen.append(marker)
    return chosen
