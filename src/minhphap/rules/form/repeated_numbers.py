"""Two siblings with the same number."""

from __future__ import annotations

from collections.abc import Iterator

from minhphap.findings import Evidence
from minhphap.rules.context import Context
from minhphap.rules.form.places import named, number_span, series, shown
from minhphap.rules.rule import Hit, load
from minhphap.structure import Provision


def check(context: Context) -> Iterator[Hit]:
    """Look for a number that its series already has."""
    for siblings in series(context):
        seen: dict[str, Provision] = {}
        for one in siblings:
            num = (one.num or "").casefold()
            if not num:
                continue
            if num in seen and not _begins_anew(context, seen[num], one):
                yield _hit(context, seen[num], one)
            seen[num] = one


def _begins_anew(context: Context, before: Provision, one: Provision) -> bool:
    """Whether points start from a) again in between: then their clause was lost in reading."""
    if one.type != "point" or (one.num or "").casefold() == "a":
        return False
    return "a" in shown(context.text, before.start + 1, one.start, "point")


def _hit(context: Context, before: Provision, one: Provision) -> Hit:
    start, end = number_span(context, one)
    vi, en = named(one)
    return Hit(
        start,
        end,
        f"Có hai {vi} trong cùng một dãy: dẫn chiếu đến đây sẽ không rõ chỉ phần nào.",
        f"There are two {en} in one series: a reference to it would be ambiguous.",
        suggestion="Đánh số lại phần sau và sửa các dẫn chiếu đến các phần đứng sau nó.",
        evidence=(Evidence(*number_span(context, before), "lần đầu"),),
    )


RULE = load(__file__, check)
