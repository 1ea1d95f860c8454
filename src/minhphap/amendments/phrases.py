"""Words replaced by words: which belong together, and where."""

from __future__ import annotations

from typing import NamedTuple

from minhphap.amendments.order import Item, Order


class Pair(NamedTuple):
    """Old and new words; ``span`` is that of the words put in."""

    old: str | None
    new: str | None
    span: tuple[int, int]


class Group(NamedTuple):
    """Pairs with the places where they are replaced."""

    pairs: list[Pair]
    cites: list[Item]
    anchored: bool
    """Words are put beside other words."""


class _Open:
    """A group under construction."""

    def __init__(self) -> None:
        self.old: list[Item] = []
        self.new: list[Item] = []
        self.made: list[tuple[Item, Item | None]] = []
        self.cites: list[Item] = []
        self.side = ""

    def settle(self) -> None:
        """Join what has been read of old and new words."""
        if self.new and len(self.new) == len(self.old):
            self.made += zip(self.old, self.new, strict=True)
        elif self.new:
            self.made += [(old, self.new[-1]) for old in self.old]
        else:
            return
        self.old, self.new = [], []


def apart(text: str, order: Order) -> list[Item]:
    """What goes whole among words that go: "Bãi bỏ khoản 6 Điều 1; cụm từ “A” tại Điều 2".

    It stands before all words ("điểm c khoản 3, cụm từ “A” tại …" too), or in a row of its own,
    that a dash opens.
    """
    if order.verb not in ("repeal", "lapse"):
        return []
    items = order.all_items
    first = next((at for at, item in enumerate(items) if item.token.kind == "quote"), 0)
    beside = items[first].words in (",", "và") and not items[0].link
    found = items[:first] if items[first].broken or beside else []
    whole = False
    for item in items[first:]:
        if item.token.kind == "quote":
            whole = False
        elif item.broken and item.link != "at" and _opens_a_row(text, item):
            whole = True
        if whole:
            found.append(item)
    return found


def _opens_a_row(text: str, item: Item) -> bool:
    return text[max(0, item.token.start - 4) : item.token.start].rstrip()[-1:] in "-–+•*"


def groups(text: str, order: Order) -> list[Group]:
    """The pairs of an order by place: “A” bằng “B”, “C” bằng “D” tại …; “E” bằng “F” tại …"""
    whole = apart(text, order)
    items = [item for item in order.all_items if item not in whole]
    found = [_Open()]
    last_by = max((at for at, item in enumerate(items) if _replaces(item)), default=-1)
    for index, item in enumerate(items):
        here = found[-1]
        if item.link == "except":
            break  # "trừ cụm từ “…” tại khoản 4 Điều 7"
        if item.token.kind == "cite":
            here.cites.append(item)
            continue
        if here.cites and item.link != "by" and here.cites[0] is not items[0]:
            here = _Open()
            found.append(here)
        if order.verb == "add":
            if item.link in ("after", "before"):
                here.side = item.link
                here.new.append(item)
                here.settle()
            else:
                here.old.append(item)
        elif item.link == "by" or (here.new and index > last_by):
            here.new.append(item)
        else:
            here.settle()
            here.old.append(item)
    return _closed(text, order, found)


def _replaces(item: Item) -> bool:
    """A quotation behind "bằng", "thành"."""
    return item.token.kind == "quote" and item.link == "by"


def _closed(text: str, order: Order, found: list[_Open]) -> list[Group]:
    shared: list[Item] = []
    for here in reversed(found):  # "… A tại Điều 3, B tại Điều 4 được thay bằng C"
        if here.old and not here.new and shared:
            here.new = shared
        elif here.new:
            shared = here.new
        here.settle()
        here.made += [(old, None) for old in here.old]
    done = []
    for here in found:
        pairs = [_pair(text, order, here, old, new) for old, new in here.made]
        if pairs:
            done.append(Group(pairs, here.cites, bool(here.side)))
    return done


def _pair(text: str, order: Order, here: _Open, old: Item, new: Item | None) -> Pair:
    said, span = _words(text, old), _span(old)
    if order.verb == "add":
        if new is None:
            return Pair(None, said, span)
        beside = _words(text, new)
        first, then = (beside, said) if here.side == "after" else (said, beside)
        blank = "" if then[:1] in ",;.:)" else " "
        return Pair(beside, f"{first}{blank}{then}", span)
    if new is None:
        return Pair(said, "" if order.verb in ("repeal", "lapse") else None, span)
    return Pair(said, _words(text, new), _span(new))


def _span(item: Item) -> tuple[int, int]:
    quote = item.token.quote
    assert quote is not None
    return quote.start, quote.end


def _words(text: str, item: Item) -> str:
    start, end = _span(item)
    return " ".join(text[start:end].split())
