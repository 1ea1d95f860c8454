"""What the registry knows of one document, one provision, one fact."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Literal

import msgspec

from minhphap.law import kinds

Sure = Literal["ordered", "stated", "read", "attested", "inferred"]
"""How a fact is known: ``ordered`` by an act that amends the document; ``stated`` by a catalogue or
database; ``read`` in the document's own text; ``attested`` by another document's text; ``inferred``
by the registry from other facts."""

HEARSAY: frozenset[Sure] = frozenset(("ordered", "attested"))
"""What another document says of one, number and date as that one cites it."""

Stated = Literal["", "in_force", "not_yet", "partly", "ended", "suspended"]
"""A status as a catalogue gives it; "": none does."""


_TITLED = frozenset(("law", "code", "ordinance"))
"""Kinds that are called by their titles."""
_SHORT = 60


@cache
def _names() -> dict[str, str]:
    return {kind.id: kind.name for kind in kinds()}


class KnownDocument(msgspec.Struct, frozen=True):
    """A document the registry knows. Dates and texts that are not known are None or "".

    ``key`` names it in every snapshot: number, kind, place or issuer, date. ``kind`` is an id of
    ``minhphap.law`` ("decree"); ``place`` the unit of a local issuer, as compared ("tỉnh sơn hà").
    ``effect`` is the first day of effect, ``until`` the first day on which it is no longer in
    force: None as long as no end is known. ``stated`` is the status a catalogue gave and
    ``stated_on`` the day it was read there.
    """

    id: int
    """Of this snapshot only; keep ``key`` instead."""
    key: str
    number: str
    normal: str
    kind: str
    title: str
    issuer: str
    place: str
    date: dt.date | None
    effect: dt.date | None
    until: dt.date | None
    stated: Stated
    stated_on: dt.date | None
    consolidation: bool
    """A consolidated text (*văn bản hợp nhất*), also where it was stored under another number."""
    has_text: bool
    areas: tuple[int, ...] = ()
    """Fields of law (``minhphap.law.areas``), the likeliest first: told from the title, or from
    what it amends, details or rests on. A help for finding, not a fact somebody stated."""

    @property
    def called(self) -> str:
        """As officials call it: "Luật Đất đai số 31/2024/QH15"; local ones with their issuer."""
        if self.kind == "constitution":
            return self.number
        name = _names().get(self.kind, "Văn bản")
        if self.kind in _TITLED and self.title and not self.consolidation:
            title = self.title.removeprefix(f"{name} ")
            if len(title) <= _SHORT:
                name = f"{name} {title}"
        words = f"{name} số {self.number}"
        return f"{words} của {self.issuer}" if self.place and self.issuer else words


class KnownProvision(msgspec.Struct, frozen=True):
    """A provision of a document whose text is known, as enacted.

    ``eid`` is its name in the tree, ``start:end`` its span in ``Registry.text(document)``,
    ``lineage`` the name that stays when it is renumbered (the eid it was born with).
    """

    document: int
    eid: str
    type: str
    num: str | None
    heading: str | None
    start: int
    end: int
    text: str
    lineage: str


class Origin(msgspec.Struct, frozen=True):
    """Where facts were read: a file or data set, and on which day."""

    name: str
    read_on: dt.date | None


class Fact(msgspec.Struct, frozen=True):
    """One statement about a document and who makes it; ``chosen``: the registry follows it."""

    field: str
    value: str
    origin: Origin
    locator: str
    """The place in that source: a row, a file, a page."""
    sure: Sure
    chosen: bool


class Conflict(msgspec.Struct, frozen=True):
    """Something the import found that a person should look at; nothing was overwritten."""

    code: str
    key: str
    detail: str
