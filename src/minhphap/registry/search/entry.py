"""What goes into the index, and what comes out of a search."""

from __future__ import annotations

import datetime as dt

import msgspec

from minhphap.registry.errors import RegistryError


class SearchError(RegistryError):
    """An index that cannot be opened, or a query that cannot be read: one sentence."""


class Part(msgspec.Struct, frozen=True):
    """A clause or point within an entry: its eid, and its span in the entry's text."""

    eid: str
    start: int
    end: int


class Entry(msgspec.Struct, frozen=True):
    """An article (or another provision that stands alone) as it is indexed.

    ``key`` names the document as the registry does. ``first`` is the first day of effect,
    ``until`` the first day after it; None: not known. ``cited`` is how many documents cite this
    one. ``acts``: numbers of the acts whose changes are in these words; none: as enacted. An
    article has an entry for each wording. Entries of one document must follow one another.
    """

    key: str
    number: str
    kind: str
    title: str
    eid: str
    heading: str
    text: str
    issuer: str = ""
    areas: tuple[int, ...] = ()
    date: dt.date | None = None
    first: dt.date | None = None
    until: dt.date | None = None
    cited: int = 0
    acts: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


class Filters(msgspec.Struct, frozen=True):
    """What a hit must be. ``on``: in force on that day, or not known not to be. ``keys``: of
    these documents only; ``areas``: of one of these fields of law. Empty tuples ask nothing.
    """

    on: dt.date | None = None
    kinds: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    areas: tuple[int, ...] = ()
    keys: tuple[str, ...] = ()


class Hit(msgspec.Struct, frozen=True):
    """A provision that answers, best first. ``eid`` is the clause or point that answers best,
    ``article`` what was indexed. ``marks`` are spans of ``snippet`` that the question names.
    ``sure`` is False where the day of effect or its end is not known. ``acts``: see ``Entry``.
    """

    key: str
    number: str
    title: str
    article: str
    eid: str
    heading: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    score: float
    first: dt.date | None
    until: dt.date | None
    sure: bool
    acts: tuple[str, ...]


class Found(msgspec.Struct, frozen=True):
    """The hits, and the words that were searched where they differ from those typed."""

    hits: tuple[Hit, ...]
    understood: str | None = None


class NumberMatch(msgspec.Struct, frozen=True):
    """A document whose number begins as typed."""

    key: str
    number: str
    kind: str
    title: str
    date: dt.date | None
