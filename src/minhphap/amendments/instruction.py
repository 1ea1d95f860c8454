"""What an amending document orders."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from minhphap.citations import Work

_WORDS = {
    "art": "Điều", "para": "khoản", "point": "điểm", "chp": "Chương", "sec": "Mục",
    "subsec": "Tiểu mục", "part": "Phần", "app": "Phụ lục", "form": "Mẫu số", "item": "tiết",
}  # fmt: skip


def spoken(eid: str | None) -> str:
    """A provision as one speaks of it: "art_5__para_2__point_b" is "điểm b khoản 2 Điều 5".

    "" for the whole and for what has no number.
    """
    words = []
    for step in reversed((eid or "").removeprefix("att_1__").split("__")):
        level, _, number = step.partition("_")
        if level in _WORDS:
            words.append(f"{_WORDS[level]} {number.partition('~')[0]}")
    return " ".join(words)


Operation = Literal[
    "replace", "insert_before", "insert_after", "append", "repeal", "replace_phrase", "rename",
    "renumber", "replace_appendix", "correct", "suspend", "transitional",
]  # fmt: skip


class Act(msgspec.Struct, frozen=True):
    """The document that orders, as its head calls itself; None where it is silent."""

    kind: str | None = None
    number: str | None = None
    date: dt.date | None = None
    issuer: str | None = None
    title: str | None = None


class Aim(msgspec.Struct, frozen=True):
    """What is changed: a provision (``eid`` None: the whole) of a work.

    ``eid`` names it in the work amended, in the dialect of docs/eid.md; ``att_1__`` stands in
    front where the regulation issued with that work is meant. ``place`` keeps the words that are
    finer or vaguer than an eid can say ("đoạn mở đầu", "các quy định về phí"). ``start:end`` is
    the span of the words that name it.
    """

    work: Work
    eid: str | None
    start: int
    end: int
    place: str = ""

    @property
    def words(self) -> str:
        """The provision as one speaks of it: "khoản 2 Điều 5"; "" for the whole."""
        return spoken(self.eid)


class Instruction(msgspec.Struct, frozen=True, kw_only=True):
    """One order of one clause on one target. Spans are offsets of the amending document's text.

    ``source`` is the eid of the clause that orders, ``start:end`` the span of the words of the
    order, its new text included. ``new`` is the span
    of the new text without its quotation marks, ``new_text`` that text; both None where the order
    carries none. ``new_eids`` are the eids in the amended work that carry the new text.
    A repealed phrase has ``new_phrase`` "". ``scope`` is "throughout" where a phrase is replaced
    and no place is named. ``effective`` is the day from which the order counts, where it is told.
    """

    op: Operation
    source: str
    start: int
    end: int
    target: Aim
    act: Act
    new: tuple[int, int] | None = None
    new_text: str | None = None
    old_phrase: str | None = None
    new_phrase: str | None = None
    new_eids: tuple[str, ...] = ()
    scope: Literal["throughout"] | None = None
    effective: dt.date | None = None

    @property
    def clause(self) -> str:
        """The clause that orders, as one speaks of it: "khoản 3 Điều 1"."""
        return spoken(self.source)
