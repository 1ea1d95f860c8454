"""Numbers that skip, run backwards or do not begin at 1."""

from __future__ import annotations

from collections.abc import Iterator

from minhphap.findings import Evidence
from minhphap.rules.context import Context
from minhphap.rules.form.places import Order, named, number_span, order_of, series, shown
from minhphap.rules.rule import Hit, load
from minhphap.structure import Provision

_FEW = 50
_LOWEST = frozenset({"clause", "point"})


def check(context: Context) -> Iterator[Hit]:
    """Look through every series of numbered siblings."""
    head = context.document.meta.number_span or context.document.meta.issuer
    whole = bool(head) and any(one.type == "preamble" for one in context.document.provisions)
    last: dict[str, int] = {}  # chapters may run on through parts, sections through chapters
    for siblings in series(context):
        previous: tuple[Order, Provision] | None = None
        for one in siblings:
            here = order_of(one.num)
            if here is None:
                continue
            if previous is None:
                runs_on = here.number == last.get(one.type, 0) + 1
                known = whole or one.type in _LOWEST
                if here.number > 1 and not runs_on and known:
                    parent = context.parents.get(one.eid)
                    if not _lost(context, parent.start if parent else 0, one, 1, here.number):
                        yield _first(context, one)
            elif here.number > previous[0].number + 1:
                first = previous[0].number + 1
                if not _lost(context, previous[1].start, one, first, here.number):
                    yield _gap(context, previous[1], one, previous[0].number + 1, here.number - 1)
            elif here < previous[0] and here.number != 1:
                yield _backwards(context, previous[1], one)
            previous = here, one
            if one.type not in _LOWEST:
                last[one.type] = here.number


def _lost(context: Context, start: int, one: Provision, first: int, end: int) -> bool:
    """Whether the text shows one of the missing numbers: then the reader lost it."""
    seen = {order_of(num.upper()) for num in shown(context.text, start, one.start, one.type)}
    return any(Order(number) in seen for number in range(first, min(end, first + _FEW)))


def _first(context: Context, one: Provision) -> Hit:
    start, end = number_span(context, one)
    vi, en = named(one)
    return Hit(
        start,
        end,
        f"Dãy số bắt đầu từ {vi}, không từ số 1.",
        f"The series begins at {en}, not at 1.",
        severity="note" if one.type in _LOWEST else None,
        suggestion="Kiểm tra xem có phần nào bị sót; nếu không, đánh số lại từ 1.",
    )


def _gap(context: Context, before: Provision, one: Provision, first: int, last: int) -> Hit:
    start, end = number_span(context, one)
    vi, en = named(one)
    lost = str(first) if first == last else f"{first} đến {last}"
    return Hit(
        start,
        end,
        f"Sau {named(before)[0]} là {vi}: thiếu số {lost}.",
        f"{en} follows {named(before)[1]}: {first}-{last} missing.",
        suggestion="Bổ sung phần bị sót, hoặc đánh số lại và sửa các dẫn chiếu.",
        evidence=(Evidence(*number_span(context, before), "số liền trước"),),
    )


def _backwards(context: Context, before: Provision, one: Provision) -> Hit:
    start, end = number_span(context, one)
    vi, en = named(one)
    return Hit(
        start,
        end,
        f"{vi[0].upper()}{vi[1:]} đứng sau {named(before)[0]}: thứ tự bị ngược.",
        f"{en} stands after {named(before)[1]}: the order is reversed.",
        suggestion="Xếp lại theo thứ tự, hoặc đánh số lại và sửa các dẫn chiếu.",
        evidence=(Evidence(*number_span(context, before), "số liền trước"),),
    )


RULE = load(__file__, check)
