"""Tokens of a provision -> orders: a verb, what it is said of, what it says, its new text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from minhphap.amendments import words
from minhphap.amendments.order import Item, Order
from minhphap.amendments.tokens import Token, said_of_itself
from minhphap.text import comparison_key

_DUTIES = frozenset(("change", "add", "swap", "rename", "correct", "renumber", "repeal"))
"""Verbs that also tell what people do with things that are no texts."""


_ROW_SIGNS = tuple("-–+•*")
"""What opens a row of a list."""
_OF_TEXTS = frozenset(("change", "add", "rename", "renumber"))
"""Passive verbs that need a provision before them."""


class Reading(NamedTuple):
    """What a provision says: its orders, items that no verb governs, whether a list follows."""

    orders: list[Order]
    loose: list[Item]
    below: bool


def read_orders(text: str, tokens: Sequence[Token], lead: Order | None) -> Reading:
    """The orders of a provision; ``lead`` is the order of the lead-in of its list, if any."""
    return _Reader(text, tokens, lead).run()


class _Reader:
    def __init__(self, text: str, tokens: Sequence[Token], lead: Order | None) -> None:
        self.text = text
        self.tokens = tokens
        self.lead = lead
        self.orders: list[Order] = []
        self.pending: list[Order] = []
        """Orders that new text may still belong to."""
        self.current: Order | None = None
        self.loose: list[Item] = []
        self.free: list[Item] = []
        self.below = False
        self.muted = False
        self.link = ""
        self.words: list[str] = []
        self.broken = False
        self.bracket = -1
        """Where an exception in brackets ends."""
        self.unless: tuple[int, int] | None = None
        """An exception to what a passive verb will be said of."""
        self.phrase = self.title = False

    def run(self) -> Reading:
        first = next((token for token in self.tokens if token.kind != "below"), None)
        if first is not None:
            self.sentence(first.start - len(first.gap))
        handlers: dict[str, Callable[[Token], None]] = {
            "cite": self.item, "quote": self.item, "verb": self.verb, "link": self.linked,
            "block": self.block, "below": self.list_below,
        }  # fmt: skip
        for token in self.tokens:
            if token.start < self.bracket:
                continue  # "(trừ dụng cụ bằng gốm)": neither links nor objects
            self.words.append(token.gap)
            handlers[token.kind](token)
        return Reading(self.orders, self.free, self.below)

    def sentence(self, start: int) -> None:
        """A sentence begins: one that only speaks of changes orders nothing."""
        low = comparison_key(self.text[start : start + 40])
        self.muted = words.CONDITION.match(low) is not None

    # --- verbs ---------------------------------------------------------------------------

    def verb(self, token: Token) -> None:
        passive, word = token.word[0] == "p", token.word[2:]
        if self.muted or self._is_a_duty(token, word):
            self.muted = True
            return
        subject: list[Item] = []
        if word == "pause" and not self.loose:
            passive = False  # "Ngưng hiệu lực khoản 3", not "Khoản 3 ngưng hiệu lực"
        if self._stands_behind(token):
            passive = True
        if passive:
            if self._is_state(token, word):
                return
            subject = self.loose
            if word in _OF_TEXTS and not subject and self.lead is None:
                return  # "những trường hợp được bổ sung": no provision is changed
            if self.current is not None:
                self.current.items = [i for i in self.current.items if i not in subject]
                if not self.current.items:  # what the lead-in ordered has a verb of its own
                    self.unless = self.unless or self.current.excepted
        begins = subject[0].token.start if subject else token.start
        order = Order(word, begins, passive=passive, subject=subject)
        order.phrase, order.title = self.phrase and passive, self.title and passive
        if subject and self.unless is not None:
            start, end = self.unless
            order.excepted = start, min(end, token.start)
        self.unless = None
        self.free = [item for item in self.free if item not in subject]
        self.orders.append(order)
        if order.awaits:  # an order announced before that has no text yet only leads in
            self.pending = [
                one for one in self.pending if not (one.closed or (one.announced and one.colon))
            ]
        self.pending.append(order)
        self.current = order
        self.loose = []
        self._reset()

    def _is_a_duty(self, token: Token, word: str) -> bool:
        """ "Các sở rà soát, bổ sung hồ sơ theo Điều 5": not the text is changed."""
        if token.word[0] == "p" or word not in _DUTIES or self.current is not None:
            return False
        return words.SOMEBODY.match(token.gap) is not None

    def _stands_behind(self, token: Token) -> bool:
        """ "Khoản 3 Điều 16 sửa đổi như sau": an active verb right behind what it is said of."""
        if token.word[0] == "p" or not self.loose or token.gap.strip():
            return False
        last = self.loose[-1].token
        return self._last_is(last, token) and not said_of_itself(self.text, last)

    def _last_is(self, item: Token, token: Token) -> bool:
        return not self.text[item.end : token.start].strip()

    def _is_state(self, token: Token, word: str) -> bool:
        """ "Bãi bỏ khoản 2 đã được sửa đổi": the state of what is repealed."""
        if self.current is None or word not in ("change", "add"):
            return False
        return comparison_key(self.text[token.start : token.start + 3]) == "đã "

    def _reset(self) -> None:
        self.link, self.words, self.broken = "", [], False
        self.phrase = self.title = False

    # --- links ---------------------------------------------------------------------------

    def linked(self, token: Token) -> None:
        word = token.word
        if word == "stop":
            self.stop(token)
            return
        if word == "colon":
            if self.current is not None and not words.ENUMERATES.match(self.text, token.start):
                self.current.colon = True
                self.current.tail = token.end
        elif word == "as":
            if self.current is not None:
                self.current.announced = True
        elif word == "phrase":
            self.phrase = True
            if self.current is not None:
                self.current.phrase = True
        elif word == "title":
            self.title = True
            if self.current is not None and not self.current.items:
                self.current.title = True
            self.words.append(self.text[token.start : token.end].lower())
        else:
            if word != "at" or self.link not in ("after", "before"):
                self.link = word  # "vào trước số thứ tự 1 của Phụ lục II"
            if word == "except":
                self.leave_out(token)
            if word in ("at", "edge"):
                self.words.append(comparison_key(self.text[token.start : token.end]))

    def leave_out(self, token: Token) -> None:
        """ "Bãi bỏ Điều 5, trừ khoản 2": the order does not hold for all that it names."""
        bracketed = words.IN_BRACKETS.match(self.text, max(0, token.start - 1))
        self.bracket = bracketed.end() if bracketed else -1
        stop = words.SENTENCE_END.search(self.text, token.end)
        last = stop.start() if stop else len(self.text)
        span = token.start, self.bracket - 1 if bracketed else last
        if self.current is None:
            told = bracketed is None or words.OF_TEXT.search(comparison_key(bracketed[0]))
            self.unless = span if self.loose and told else None
        elif self.current.excepted is None:
            self.current.excepted = span

    def stop(self, token: Token) -> None:
        sign = self.text[token.start]
        if sign == "." and self.in_a_number(token):
            return
        self.broken = True
        goes_on = self.current is not None and (self.current.colon or self.current.announced)
        if sign == ";":
            said = " ".join(" ".join(self.words).split())
            self.words = [f"{said};"] if words.TITLE_OF_WORK.search(said) else []
            if self.current is not None:  # else a row of what a verb behind it is said of
                self.loose = []
            return
        self.loose, self.unless = [], None
        if sign == "\n" and self.text[token.end : token.end + 4].lstrip()[:1] in _ROW_SIGNS:
            self.words = []
        before = self.text[: token.start].rstrip()[-1:] if sign == "\n" else sign
        if sign == "\n" and (before in ";,:" or goes_on):
            return
        if sign == "." and goes_on and not self.current_has_items():
            return
        for order in self.pending:
            order.closed = True
        self.current = None
        self._reset()
        self.sentence(token.end)

    def in_a_number(self, token: Token) -> bool:
        """The stop in "tiểu mục 2.1. Mục 2": the path goes on behind it."""
        if not self.loose or self.loose[-1].token.end != token.start:
            return False
        return words.LEVEL.match(self.text, token.end) is not None

    def current_has_items(self) -> bool:
        return self.current is not None and bool(self.current.items or self.current.blocks)

    # --- items ---------------------------------------------------------------------------

    def item(self, token: Token) -> None:
        if token.kind == "quote" and self.is_new_text(token):
            assert token.quote is not None
            quote = token.quote
            self.block(token._replace(kind="block", start=quote.start, end=quote.end))
            return
        if self.link == "except" and 0 < self.bracket <= token.start:
            self.link = ""  # "Điều 3 (trừ …) và Điều 5"
        said = " ".join(" ".join(self.words).split())
        said = said.lstrip("-–+•* ") if self.broken else said
        item = Item(token, self.link, said, self.broken)
        if self.current is not None:
            self.current.items.append(item)
        else:
            self.free.append(item)
            if self.lead is not None and not self.muted:
                self.follow_lead(item)
        self.loose.append(item)
        self.link, self.words, self.broken = "", [], False

    def follow_lead(self, item: Item) -> None:
        """An item of a list whose lead-in orders it."""
        assert self.lead is not None
        words_before = item.words.strip(" :")
        if self.orders or (words_before and len(words_before) > 40) or self.is_told(item):
            return
        order = self.lead.like(item.token.start)
        order.items.append(item)
        order.phrase = order.phrase or self.phrase
        self.orders.append(order)
        self.pending.append(order)
        self.current = order

    def is_told(self, item: Item) -> bool:
        """ "Sửa đổi khoản 1 Điều 1 như sau:" and a work below: new text names it, without marks."""
        lead = self.lead
        assert lead is not None
        if lead.verb != "change" or not lead.announced or not item.token.targets:
            return False
        within = any(target.eid for one in lead.items for target in one.token.targets)
        return within and all(
            target.eid is None and target.work.number for target in item.token.targets
        )

    def is_new_text(self, token: Token) -> bool:
        """A quotation that begins a line or follows a colon, where new text is awaited."""
        if not any(order.awaits for order in self.pending) or self.phrase:
            return False
        if self.current is not None and self.current.phrase and self.link == "by":
            return False  # "Cụm từ “A” tại Điều 5 được sửa thành “B”"
        before = self.text[max(0, token.start - 3) : token.start].rstrip(" \t\xa0")
        assert token.quote is not None
        numbered = words.NUMBERED.match(self.text, token.quote.start, token.quote.end)
        return before.endswith(("\n", ":")) or self.link == "by" or numbered is not None

    def block(self, token: Token) -> None:
        taken = [order for order in self.pending if order.awaits]
        if not taken and self.orders and self.orders[-1].blocks:
            taken = [order for order in self.orders if order.blocks == self.orders[-1].blocks]
        for order in taken:
            order.blocks.append(token)
        self.pending = []
        self.current = None
        self.loose = []
        self._reset()
        if taken and not any(item.token.kind == "cite" for item in taken[-1].all_items):
            self.current = taken[-1]  # "Bổ sung nội dung “…” tại khoản 9"

    def list_below(self, token: Token) -> None:
        self.below = True
        self.loose = []
