"""Titles that are changed beside what they stand over: "tên điều và khoản 2 Điều 9"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minhphap.amendments.action import at
from minhphap.amendments.instruction import Aim
from minhphap.amendments.order import Item, Order
from minhphap.amendments.words import TITLE_OF_WORK
from minhphap.text import comparison_key

TITLES = ("tên", "tiêu đề")
TITLE_AND = re.compile(r"(?:tên|tiêu đề)(?:\s+(?:gọi|điều|của điều))?\s*(?:,|và)(?:\s+|$)")
"""Before a clause: the title of its article is changed as well."""
_TITLE_OF_ARTICLE = re.compile(r"(?:tên|tiêu đề) (?:của )?điều(?:,| và)$")


def with_titles(aims: Sequence[tuple[Aim, Item]]) -> list[Aim]:
    """ "tại tên điều, khoản 3 Điều 6", "tại tên Luật và các Điều 5, 6": the titles too."""
    done: list[Aim] = []
    for n, (aim, item) in enumerate(aims):
        if item is not (aims[n - 1][1] if n else None):
            above = (aim.eid or "").partition("__para_")[0]
            if _TITLE_OF_ARTICLE.search(item.words) and above not in ("", aim.eid):
                done.append(Aim(aim.work, above, aim.start, aim.end, "tên"))
            if TITLE_OF_WORK.search(item.words):
                done.append(Aim(aim.work, None, aim.start, aim.end, "tên"))
        done.append(aim)
    return done


def of_first(aims: list[Aim]) -> list[Aim]:
    """ "tiêu đề Chương IV, Điều 2, Điều 3": the title of the chapter, and whole articles."""
    if not aims or "art_" in (aims[0].eid or "art_"):
        return aims
    return [
        Aim(one.work, one.eid, one.start, one.end, "")
        if "art_" in (one.eid or "") and one.place.endswith(TITLES)
        else one
        for one in aims
    ]


def own_title(text: str, whole: Aim, order: Order) -> Aim:
    """ "Sửa đổi tên Điều như sau": of the article, where one of its clauses was named last."""
    said = comparison_key(text[order.start : order.blocks[0].start])
    if "điều" in said.rpartition("tên")[2] or "điều" in said.rpartition("tiêu đề")[2]:
        return at(whole, (whole.eid or "").partition("__para_")[0].partition("__point_")[0])
    return whole


def titled_before(order: Order, aims: Sequence[tuple[Aim, Item]]) -> Aim | None:
    """ "Sửa đổi tên điều và khoản 2 Điều 9": the title of the article of what follows."""
    if not aims or not order.blocks or not TITLE_AND.match(aims[0][1].words):
        return None
    first = aims[0][0]
    above = (first.eid or "").partition("__para_")[0]
    if not above or above == first.eid:
        return None
    return Aim(first.work, above, first.start, first.end, "tên")
