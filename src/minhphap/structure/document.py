"""The tree of a legal document: immutable, lossless, every span an offset of the source's text."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

import msgspec

from minhphap.intake import Source

ProvisionType = Literal[
    "preamble", "basis", "part", "chapter", "section", "subsection", "article", "clause", "point",
    "recipients", "signature", "attached", "appendix",
    "quoted_part", "quoted_chapter", "quoted_section", "quoted_subsection",
    "quoted_article", "quoted_clause", "quoted_point", "quoted_appendix",
]  # fmt: skip


class Provision(msgspec.Struct, frozen=True, gc=False):
    """One node of the tree.

    ``eid`` is its name in the dialect of Akoma Ntoso described in docs/eid.md
    ("art_5__para_2__point_đ", "att_1__art_1"). ``num`` is the number as written, without word
    and punctuation. ``start:end`` is its span, children included; text that stands in it but in
    none of its children (lead-in, closing text) is its own.
    """

    type: ProvisionType
    eid: str
    start: int
    end: int
    num: str | None = None
    heading: str | None = None
    children: tuple[Provision, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """This provision and all below it, in order of the text, outer before inner."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


class Leaf(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text that belongs to one provision and to none of its children.

    ``eid`` is None for text that stands in no provision (white space between them, text that
    was not understood).
    """

    start: int
    end: int
    eid: str | None


class Table(msgspec.Struct, frozen=True):
    """A table of the text: its span, the provision it stands in, its cells row by row."""

    start: int
    end: int
    eid: str | None
    rows: tuple[tuple[tuple[int, int], ...], ...]


class Diagnostic(msgspec.Struct, frozen=True):
    """What the parser saw and could not fully place."""

    code: str
    start: int
    end: int
    message: str
    """In Vietnamese: what was seen and how it was read."""
    message_en: str = ""


class Signatory(msgspec.Struct, frozen=True):
    """Who signs: on whose authority ("TM. ỦY BAN NHÂN DÂN"), in which office, the name."""

    authority: str = ""
    office: str = ""
    name: str = ""


class Metadata(msgspec.Struct, frozen=True):
    """What the head and the foot of a document say of it; None where they are silent.

    Strings are as written, white space folded. Spans are (start, end) in the source's text.
    """

    issuer: str | None = None
    kind: str | None = None
    """A kind of ``minhphap.law`` ("decision", "resolution"…)."""
    number: str | None = None
    number_span: tuple[int, int] | None = None
    place: str | None = None
    date: dt.date | None = None
    date_span: tuple[int, int] | None = None
    title: str | None = None
    title_span: tuple[int, int] | None = None
    signatory: Signatory | None = None
    recipients: tuple[str, ...] = ()


class Document(msgspec.Struct, frozen=True, dict=True):
    """A parsed text. Lossless: the leaves, in order, give back every character of the source."""

    source: Source
    meta: Metadata
    provisions: tuple[Provision, ...]
    tables: tuple[Table, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """Every provision in order of the text, outer before inner."""
        for root in self.provisions:
            yield from root.walk()

    @cached_property
    def by_eid(self) -> dict[str, Provision]:
        """Each provision under its eid."""
        return {provision.eid: provision for provision in self.walk()}

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """The text cut into stretches that belong to exactly one provision each."""
        leaves: list[Leaf] = []
        at = 0

        def emit(end: int, eid: str | None) -> None:
            nonlocal at
            if end > at:
                leaves.append(Leaf(at, end, eid))
                at = end

        stack: list[tuple[Provision, int]] = []
        for provision in self.walk():
            while stack and stack[-1][1] <= provision.start:
                closed, end = stack.pop()
                emit(end, closed.eid)
            emit(provision.start, stack[-1][0].eid if stack else None)
            stack.append((provision, provision.end))
        while stack:
            closed, end = stack.pop()
            emit(end, closed.eid)
        emit(len(self.source.text), None)
        return tuple(leaves)

    @cached_property
    def _leaf_starts(self) -> list[int]:
        return [leaf.start for leaf in self.leaves]

    def at(self, offset: int) -> Provision | None:
        """The innermost provision that holds a character of the text."""
        if not self.leaves:
            return None
        leaf = self.leaves[max(0, bisect_right(self._leaf_starts, offset) - 1)]
        return self.by_eid[leaf.eid] if leaf.eid else None
