"""Letters of points: the Vietnamese alphabet, in its order, none left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.findings import Evidence
from minhphap.rules.context import Context
from minhphap.rules.form.places import LETTERS, number_span, series, shown
from minhphap.rules.rule import Hit, load
from minhphap.structure import Provision

_POINT = re.compile(r"([a-zđ])(\d*)$", re.IGNORECASE)


def check(context: Context) -> Iterator[Hit]:
    """Look through the points of every clause and article."""
    for siblings in series(context):
        if siblings[0].type != "point":
            continue
        previous: tuple[int, Provision] | None = None
        for one in siblings:
            found = _POINT.match(one.num or "")
            if found is None:
                break
            place = LETTERS.find(found[1].lower())
            if place < 0:
                yield _foreign(context, one, found[1])
                continue
            if hit := _step(context, previous, place, one):
                yield hit
            previous = place, one


def _step(
    context: Context, previous: tuple[int, Provision] | None, place: int, one: Provision
) -> Hit | None:
    expected = 0 if previous is None else previous[0] + 1
    if place == expected or (previous and place in (0, previous[0])):
        return None
    parent = context.parents.get(one.eid)
    since = previous[1].start if previous else parent.start if parent else one.start
    if shown(context.text, since, one.start, "point") & set(LETTERS[expected:place]):
        return None  # lost in reading, not in drafting
    start, end = number_span(context, one)
    evidence = (
        (Evidence(*number_span(context, previous[1]), "điểm liền trước"),) if previous else ()
    )
    if previous and place < previous[0]:
        message = f"Điểm {one.num} đứng sau điểm {previous[1].num}: thứ tự bị ngược."
        english = f"Point {one.num} stands after point {previous[1].num}: reversed order."
    else:
        lost = ", ".join(LETTERS[expected:place])
        after = f"Sau điểm {previous[1].num} là" if previous else "Điểm đầu tiên là"
        message = f"{after} điểm {one.num}: thiếu điểm {lost}."
        english = f"Point {one.num} comes too early: {lost} missing."
    return Hit(
        start,
        end,
        message,
        english,
        suggestion="Thứ tự các điểm: a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t,"
        " u, v, x, y. Đánh lại và sửa các dẫn chiếu.",
        evidence=evidence,
    )


def _foreign(context: Context, one: Provision, letter: str) -> Hit:
    start, end = number_span(context, one)
    return Hit(
        start,
        end,
        f"Chữ “{letter}” không có trong bảng chữ cái tiếng Việt, không dùng để đánh điểm.",
        f"The letter “{letter}” is not in the Vietnamese alphabet and numbers no point.",
        suggestion="Sau điểm e là điểm g, sau điểm i là điểm k, sau điểm v là điểm x, sau điểm x"
        " là điểm y.",
    )


RULE = load(__file__, check)
