"""The documents that a consolidated text is made of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cached_property

import msgspec

from minhphap.amendments import Instruction, instructions
from minhphap.citations import cite
from minhphap.registry.consolidation.naming import named, numbered
from minhphap.registry.reading.effect_words import own_effect
from minhphap.structure import Document, Provision
from minhphap.text import comparison_key

_EFFECT = re.compile(r"hiệu lực|điều khoản cuối|điều khoản thi hành")
_ENFORCES = re.compile(
    rf"{_EFFECT.pattern}|thi hành|tổ chức thực hiện|chuyển tiếp|trách nhiệm thực hiện"
)


class Act(msgspec.Struct, frozen=True, dict=True):
    """One document of a consolidation: its text, its day of effect, what it orders.

    ``effective`` is None where neither the text nor the caller tells it.
    """

    document: Document
    effective: dt.date | None
    orders: tuple[Instruction, ...] = ()

    @cached_property
    def name(self) -> str:
        """The full name: "Quyết định số 12/2031/QĐ-UBND ngày … của … về …"."""
        return named(self.document, full=True)

    @cached_property
    def number(self) -> str:
        """Kind and number, "Quyết định số 12/2031/QĐ-UBND"; without a number the short name."""
        return numbered(self.document)

    @cached_property
    def short(self) -> str:
        """The name without day and issuer, as notes give it."""
        return named(self.document, full=False)


def read_act(document: Document, effective: dt.date | None = None) -> Act:
    """An amending document with its orders, each with the day from which it counts.

    ``effective``: the day of effect, where it is known better than from the text.
    """
    citations = cite(document)
    told = own_effect(document, citations, document.meta.date)
    first = effective or told.first
    parts = {part.eid: part.first for part in told.parts if part.first is not None}
    orders = tuple(
        msgspec.structs.replace(one, effective=_day_of(one.source, parts) or first)
        for one in instructions(document, citations)
    )
    return Act(document, first, orders)


def read_base(document: Document, effective: dt.date | None = None) -> Act:
    """The base with its own day of effect."""
    told = effective or own_effect(document, cite(document), document.meta.date).first
    return Act(document, told)


def _day_of(eid: str, parts: dict[str, dt.date]) -> dt.date | None:
    """The day of a clause that the text gives one of its own, or of what holds it."""
    while eid:
        if eid in parts:
            return parts[eid]
        eid = eid.rpartition("__")[0]
    return None


def bases_of(document: Document) -> str:
    """The legal bases of an act, a paragraph a line; "" where its text gives none."""
    roots = document.provisions
    if not roots or roots[0].type != "preamble":
        return ""
    held = [child for child in roots[0].children if child.type == "basis"]
    return "\n".join(document.source.text[one.start : one.end].strip() for one in held)


def enforcement_of(act: Act) -> Iterator[tuple[Provision, str]]:
    """The articles of an amending act on its effect and carrying out, with their words."""
    ordering = {one.source.partition("__")[0] for one in act.orders if one.op != "transitional"}
    for article in _articles(act.document):
        if article.eid not in ordering and _speaks(act.document, article, _ENFORCES):
            yield article, act.document.source.text[article.start : article.end]


def enforcing_article(document: Document) -> Provision | None:
    """The last article of a base on its effect, or else on its carrying out."""
    articles = list(_articles(document))
    for pattern in (_EFFECT, _ENFORCES):
        for article in reversed(articles):
            if _speaks(document, article, pattern):
                return article
    return None


def _articles(document: Document) -> Iterator[Provision]:
    """The articles of the deciding part."""
    for root in document.provisions:
        if root.type not in ("attached", "appendix"):
            yield from (one for one in root.walk() if one.type == "article")


def _speaks(document: Document, article: Provision, pattern: re.Pattern[str]) -> bool:
    head = article.heading or document.source.text[article.start : article.start + 160]
    return pattern.search(comparison_key(head)) is not None
