"""An order of a clause: a verb, what it is said of, what it says, its new text."""

from __future__ import annotations

from typing import NamedTuple

from minhphap.amendments.tokens import Token

_TEXT_VERBS = frozenset(("change", "add", "swap", "rename", "correct"))
"""Verbs after which new text may stand."""


class Item(NamedTuple):
    """A citation or a quotation in an order.

    ``link`` is the last link before it ("after", "by", "at"…), ``words`` the folded words between
    the item before (or the verb) and it, ``broken``: a sentence sign stood between.
    """

    token: Token
    link: str = ""
    words: str = ""
    broken: bool = False


class Order:
    """One verb with its items; ``subject`` are those before a passive verb."""

    __slots__ = (
        "announced",
        "blocks",
        "closed",
        "colon",
        "excepted",
        "items",
        "passive",
        "phrase",
        "start",
        "subject",
        "tail",
        "title",
        "verb",
    )

    def __init__(self, verb: str, start: int, *, passive: bool, subject: list[Item]) -> None:
        self.verb = verb
        self.start = start
        self.passive = passive
        self.subject = subject
        self.items: list[Item] = []
        self.blocks: list[Token] = []
        self.announced = False
        """New text or a list is announced: "như sau"."""
        self.colon = False
        self.closed = False
        """Its line ended: text that another order announces is not its own."""
        self.phrase = False
        self.title = False
        self.tail = -1
        """After the words that announce new text."""
        self.excepted: tuple[int, int] | None = None
        """The words from "trừ" on, behind what is ordered of."""

    @property
    def all_items(self) -> list[Item]:
        """Subject and items in order of the text."""
        return [*self.subject, *self.items]

    @property
    def end(self) -> int:
        """Where its words, or its new text, end."""
        ends = [item.token.end for item in self.all_items] + [b.end for b in self.blocks]
        return max(ends, default=self.start)

    @property
    def awaits(self) -> bool:
        """Whether new text that follows belongs to it."""
        quoted = self.phrase and any(item.token.kind == "quote" for item in self.all_items)
        return self.verb in _TEXT_VERBS and not quoted

    @property
    def ends(self) -> bool:
        """Whether what it names in whole is no more: nothing below can change it."""
        return self.verb in ("repeal", "lapse", "swap") and not (self.announced or self.colon)

    def like(self, start: int) -> Order:
        """An empty order with the same verb: what a lead-in orders of an item of its list."""
        made = Order(self.verb, start, passive=False, subject=[])
        made.phrase = self.phrase
        return made
