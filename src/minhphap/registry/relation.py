"""How documents and provisions stand to each other, and what holds on a date."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from minhphap.citations import Work
from minhphap.registry.known import Sure

RelationKind = Literal[
    "basis", "amends", "supplements", "repeals", "replaces", "suspends", "guides", "corrects",
    "consolidates", "refers",
]  # fmt: skip
"""``repeals`` covers "bãi bỏ", "hủy bỏ" and "hết hiệu lực"; ``guides`` also "quy định chi tiết"."""

CHANGES: frozenset[str] = frozenset(("amends", "supplements", "corrects"))
"""Relations after which the target lives on in other words."""
ENDS: frozenset[str] = frozenset(("repeals", "replaces"))
"""Relations that end the target, or the part they name."""


class Relation(msgspec.Struct, frozen=True):
    """``source`` does something to ``target``, from ``date`` on.

    ``source`` and ``target`` are ids of documents in this snapshot; None where that document is
    not (yet) known, then ``cited`` says what the text calls it. The eids say which provision does
    it and to which provision; "" for the whole document. ``whole`` is False where only a part
    that no eid names is touched ("một số điều", "các quy định về …"). ``excepted``: the text
    keeps something alive ("trừ trường hợp quy định tại …").
    """

    kind: RelationKind
    source: int | None
    source_eid: str
    target: int | None
    target_eid: str
    cited: Work
    date: dt.date | None
    whole: bool
    excepted: bool
    sure: Sure
    reason: str
    """Why ``source`` or ``target`` is None: "number_not_known" …; "" where both are known."""
    teller: int | None
    """The document whose text says so; None where a catalogue does (``origin``)."""
    origin: str
    by_cited: Work | None
    """What the teller calls the acting document; None where it acts itself."""

    @property
    def of_a_part(self) -> bool:
        """Whether only a part of the target is touched, named by an eid or not."""
        return bool(self.target_eid) or not self.whole


EffectState = Literal["in_force", "suspended", "ended"]


class Effect(msgspec.Struct, frozen=True):
    """An interval in which a document, or the provision ``eid``, is in a state.

    ``first`` is its first day, ``until`` the first day after it; None: not known, or open.
    """

    eid: str
    state: EffectState
    first: dt.date | None
    until: dt.date | None
    by: Relation | None
    sure: Sure


State = Literal["not_yet", "in_force", "partly", "suspended", "ended", "unknown"]


class Status(msgspec.Struct, frozen=True):
    """What holds of a document or provision on a day.

    ``state`` "partly": in force, but parts of it were ended. ``since`` is the day the state
    began, ``by`` the relation that brought it about, where they are known. ``sure`` is False
    where nothing speaks for an end but nothing confirms that there is none. ``changed``: the
    relations that had amended it by that day. ``successor`` is the id of a later law of the same
    title in force by then: nothing read says that it replaced this one, but two are not in force
    side by side, so the state is "unknown".
    """

    state: State
    since: dt.date | None = None
    by: Relation | None = None
    sure: bool = False
    changed: tuple[Relation, ...] = ()
    successor: int | None = None
