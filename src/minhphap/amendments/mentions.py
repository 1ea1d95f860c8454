"""Works and provisions that an order only mentions: no targets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minhphap.amendments import words
from minhphap.amendments.action import ATTACHMENTS
from minhphap.amendments.instruction import Aim
from minhphap.amendments.order import Item, Order

_LISTS = re.compile(
    r"sửa đổi, bổ sung (?:một số|các) (?:điều|nội dung|quy định)(?:\s+của)?(?:\s+các)?$"
)
"""Before the first of the works that a title lists."""
_SHORT = 12
_AMENDS = re.compile(r"sửa đổi, bổ sung (?:một số|các) (?:điều|nội dung|quy định)\s+của(?: các)?$")


def state_of(text: str, before: Item | None, item: Item, state: str) -> str:
    """ "X được sửa đổi, bổ sung bởi A": A is none; nor is B in "bởi: A; B"."""
    if before is None:
        return ""
    if words.STATE_OF.search(item.words):
        between = text[before.token.end : item.token.start]
        return "list" if between.rstrip().endswith(":") else "one"
    return state if state == "list" else ""


def only_told(order: Order, item: Item, *, first: bool) -> bool:
    """Whether an item only says what something else follows, or where new text is shown."""
    said = item.words
    if words.DETAILS.search(said) and attachment(item):
        return True
    if not first or not words.REFERRED.search(said) or words.ISSUED_BY.search(said):
        return False
    if attachment(item) and not order.passive:
        return False  # "Bãi bỏ quyết định … theo Mẫu số 02": the form
    told = order.announced or order.colon or order.blocks or order.phrase
    return order.passive or not told


def attachment(item: Item) -> bool:
    """Whether an appendix or a form is named."""
    return any((target.eid or "").startswith(ATTACHMENTS) for target in item.token.targets)


def in_title_of(before: Item | None, item: Item, found: Sequence[tuple[Aim, Item]]) -> bool:
    """ "Điều 2 của A sửa đổi, bổ sung một số điều của B … và C": C stands in A's title."""
    if before is None or item.broken or not _AMENDS.search(before.words):
        return False
    whole = [target.eid is None for one in (before, item) for target in one.token.targets[:1]]
    parts = all(aim.eid is not None for aim, _ in found)
    return whole == [True, True] and parts and item.words.endswith("và")


def in_list_of_title(item: Item, found: Sequence[tuple[Aim, Item]], *, listed: bool) -> bool:
    """ "khoản 1 Điều 3 của A sửa đổi, bổ sung một số điều của B về …, C về … và D": all but A stand
    in its title, up to a semicolon with the next of the row right behind it."""
    if not found or found[-1][0].eid is None or not is_whole(item):
        return False
    if _LISTS.search(item.words):
        return True
    return listed and not (item.broken and len(item.words) < _SHORT)


def is_whole(item: Item) -> bool:
    """A work, not a provision of it."""
    return all(target.eid is None for target in item.token.targets)


def is_within(span: tuple[int, int] | None, item: Item) -> bool:
    """Whether an item stands in the words of an exception."""
    return span is not None and span[0] <= item.token.start < span[1]
