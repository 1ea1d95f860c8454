"""What importers hand over: statements about documents, texts as read, relations as written."""

from __future__ import annotations

import datetime as dt

import msgspec

from minhphap.citations import Work
from minhphap.registry.known import Stated, Sure
from minhphap.registry.relation import EffectState, RelationKind


class Head(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one place says of one document. "" and None: it says nothing."""

    number: str
    kind: str = ""
    title: str = ""
    issuer: str = ""
    date: dt.date | None = None
    effect: dt.date | None = None
    until: dt.date | None = None
    stated: Stated = ""
    stated_on: dt.date | None = None
    """… and of what an act orders the day on which the act was signed."""
    sure: Sure = "stated"
    consolidation: bool = False
    sketch: tuple[int, ...] = ()
    """A small sample of the text, to tell whether two texts are of one document."""


class AsWritten(msgspec.Struct, frozen=True, omit_defaults=True):
    """A relation in the words of its source: works as cited, not yet looked up.

    ``by`` is the work that acts, None for the document itself. ``date`` None: when the acting
    document, or the provision of it, takes effect.
    """

    kind: RelationKind
    to: Work
    to_eid: str = ""
    by: Work | None = None
    by_eid: str = ""
    date: dt.date | None = None
    whole: bool = True
    excepted: bool = False
    sure: Sure = "read"
    until: dt.date | None = None
    """The last day of a suspension is the day before."""
    renumbered: str = ""
    """The eid the target bears afterwards, where it is only renumbered."""


class OwnEffect(msgspec.Struct, frozen=True):
    """What a text says of the effect of its own provisions."""

    eid: str
    state: EffectState
    first: dt.date | None
    until: dt.date | None = None


class Body(msgspec.Struct, frozen=True):
    """A text and what was read out of it."""

    text: bytes
    """Packed as in a snapshot."""
    cells: bytes
    whole: bool
    provisions: list[tuple[str, str, str | None, str | None, int, int]]
    """(eid, type, num, heading, start, end) in order of the text."""
    relations: list[AsWritten]
    effects: list[OwnEffect]


class Note(msgspec.Struct, frozen=True):
    """A guess or a conflict, for the import report."""

    code: str
    detail: str


class Item(msgspec.Struct, frozen=True):
    """One unit of input (a file, a row) as read. ``heads`` all speak of one document, the first
    one being the surest; it is empty for rows that only state relations."""

    locator: str
    heads: tuple[Head, ...] = ()
    body: Body | None = None
    relations: tuple[AsWritten, ...] = ()
    notes: tuple[Note, ...] = ()
