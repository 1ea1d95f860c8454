"""What a check function may look at."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from minhphap.citations import Citation
from minhphap.rules.rule import Scope
from minhphap.structure import Document, Provision

if TYPE_CHECKING:
    from minhphap.registry import Registry

_YEAR_IN_NUMBER = re.compile(r"/\s*((?:19|20)\d\d)\s*/")
_YEAR_IN_HEAD = re.compile(r"ngày[\s.…_]*\d{0,2}[\s.…_]*tháng[\s.…_]*\d{0,2}[\s.…_]*năm\s*(20\d\d)")
_ASSEMBLY = re.compile(r"/(?:QH|UBTVQH|NQLT|CTN)|UBTVQH\d|QH\d", re.IGNORECASE)
_PARTY = re.compile(r"^\d+\s*-\s*[A-ZĐa-zđ]+/(?:TW|TU|ĐU|HU|[A-ZĐ]+TW)")


class Context(msgspec.Struct, frozen=True, dict=True):
    """A document, its citations and the days whose law it is judged by.

    ``first`` and ``last`` are equal when the day is known; a draft that gives only its year is
    judged by what holds on every day of that year; both are None when nothing is known.
    """

    document: Document
    given: tuple[Citation, ...] | None
    """The citations when the caller has read them already."""
    first: dt.date | None
    last: dt.date | None
    law: Registry | None = None
    """The known law; None where the caller gave none."""

    @property
    def day(self) -> dt.date | None:
        """The one day the document is judged by; None where only the year is known."""
        return self.first if self.first == self.last else None

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the document, read when a rule first asks for them."""
        if self.given is not None:
            return self.given
        from minhphap.citations import cite

        return tuple(cite(self.document))

    @property
    def text(self) -> str:
        """The text that all spans index."""
        return self.document.source.text

    @cached_property
    def kind(self) -> Scope | None:
        """Whether the document is normative or administrative; None when its head is silent."""
        return kind_of(self.document)

    @cached_property
    def parents(self) -> dict[str, Provision]:
        """The provision above each provision, by eid; roots have none."""
        return {
            child.eid: provision
            for provision in self.document.walk()
            for child in provision.children
        }

    @cached_property
    def _table_starts(self) -> list[int]:
        return [table.start for table in self.document.tables]

    def in_table(self, at: int) -> bool:
        """Whether a place stands in a table."""
        before = bisect_right(self._table_starts, at)
        return before > 0 and at < self.document.tables[before - 1].end

    @cached_property
    def own(self) -> tuple[Provision, ...]:
        """Every provision that is not quoted and does not stand in an appendix, in order."""
        return tuple(_own(self.document.provisions))

    @cached_property
    def signed(self) -> int:
        """Where the signing block of the deciding part begins; the end of the text without one."""
        blocks = (one.start for one in self.document.provisions if one.type == "signature")
        return next(blocks, len(self.text))

    @cached_property
    def main(self) -> tuple[Provision, ...]:
        """Those of ``own`` that stand in the deciding part, not in an attached text."""
        return tuple(one for one in self.own if not one.eid.startswith("att_"))


def _own(provisions: tuple[Provision, ...]) -> Iterator[Provision]:
    for one in provisions:
        if one.type != "appendix" and not one.type.startswith("quoted"):
            yield one
            yield from _own(one.children)


def kind_of(document: Document) -> Scope | None:
    """Normative when the number carries its year, administrative when it does not.

    "executive": normative, and not of the National Assembly, its Standing Committee or the
    President, whose forms the Government does not regulate (Law 80/2015 Art. 8(4)).
    """
    number = document.meta.number
    if not number:
        return None
    if _ASSEMBLY.search(number):
        return "normative"
    if _YEAR_IN_NUMBER.search(number):
        return "executive"
    return None if _PARTY.match(number) else "administrative"


def days_of(document: Document) -> tuple[dt.date | None, dt.date | None]:
    """The day of the document, or the first and last day of the year its head names, or None."""
    meta = document.meta
    if meta.date:
        return meta.date, meta.date
    year = _YEAR_IN_NUMBER.search(meta.number or "")
    if year is None and meta.number_span:
        at = meta.number_span[0]
        year = _YEAR_IN_HEAD.search(document.source.text, at, at + 600)
    if year is None:
        return None, None
    return dt.date(int(year[1]), 1, 1), dt.date(int(year[1]), 12, 31)
