"""The text of a document from change to change."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from minhphap.amendments import apply
from minhphap.registry.consolidation.acts import Act
from minhphap.registry.consolidation.consolidate import in_order
from minhphap.structure import Document, Provision

_LAST = dt.date.max


class Version(msgspec.Struct, frozen=True):
    """The text as one act left it; ``changed`` are the articles and appendices it touched, by
    their names in this text."""

    first: dt.date
    act: Act
    document: Document
    changed: tuple[Provision, ...]


def versions(base: Act, acts: Sequence[Act]) -> Iterator[Version]:
    """One act after the other, in the order of the days from which their orders count.

    Orders whose day is not known, and orders that cannot be applied, leave no trace; acts that
    change no words make no version.
    """
    by_order = {id(one): act for act in acts for one in act.orders}
    document = base.document
    ordered = in_order(acts, _LAST)
    for (day, _), group in groupby(
        ordered, key=lambda one: (one.effective or _LAST, id(by_order[id(one)]))
    ):
        orders = list(group)
        applied = apply(document, orders)
        if not applied.steps:
            continue
        edits = [(one.at, one.at + len(one.new)) for step in applied.steps for one in step.edits]
        document = applied.document
        yield Version(day, by_order[id(orders[0])], document, _touched(document, edits))


class Wording(msgspec.Struct, frozen=True):
    """The words of one provision from a day on; ``act`` gave them, None: as enacted. "": it is not
    there."""

    first: dt.date | None
    act: Act | None
    words: str


def wordings(base: Act, acts: Sequence[Act], eid: str) -> list[Wording]:
    """Every wording of a provision, oldest first; empty where it never was in the text."""
    found = [Wording(base.effective, None, _words(base.document, eid))]
    for one in versions(base, acts):
        words = _words(one.document, eid)
        if words != found[-1].words:
            found.append(Wording(one.first, one.act, words))
    return [] if found == [Wording(base.effective, None, "")] else found


def _words(document: Document, eid: str) -> str:
    held = document.by_eid.get(eid)
    return document.source.text[held.start : held.end].strip() if held else ""


def _touched(document: Document, edits: list[tuple[int, int]]) -> tuple[Provision, ...]:
    """The articles and appendices in which edits lie (edits in order of the text)."""
    ends = [end for _, end in edits]
    found = []
    for one in document.walk():
        if one.type in ("article", "appendix"):
            at = bisect_left(ends, one.start)
            if at < len(edits) and edits[at][0] < one.end:
                found.append(one)
    return tuple(found)
