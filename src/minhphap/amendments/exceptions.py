"""Orders that do not hold for all that they name: "Bãi bỏ Điều 5, trừ khoản 2"."""

from __future__ import annotations

import msgspec

from minhphap.amendments import words
from minhphap.amendments.action import Action
from minhphap.amendments.order import Order


def limited(text: str, order: Order, actions: list[Action]) -> list[Action]:
    """With the words of an exception at what they limit: all words, or the target before."""
    spans = [order.excepted] if order.excepted else []
    for item in order.all_items:
        said = words.EXCEPTED.finditer(text, item.token.start, item.token.end)
        spans += [found.span(1) for found in said if item.token.kind == "cite"]
    for start, end in spans:
        behind = [n for n, one in enumerate(actions) if one.aim.start < start]
        limited = behind[-1] if behind else len(actions) - 1
        limit = " ".join(text[start:end].split())
        actions = [
            one._replace(
                aim=msgspec.structs.replace(one.aim, place=f"{one.aim.place} {limit}".strip())
            )
            if order.phrase or n == limited
            else one
            for n, one in enumerate(actions)
        ]
    return actions
