"""A consolidated text and all that it rests on."""

from __future__ import annotations

import datetime as dt

import msgspec

from minhphap.amendments import Applied, Instruction
from minhphap.registry.consolidation.acts import Act
from minhphap.structure import Document


class Note(msgspec.Struct, frozen=True):
    """A note at the foot of the page; its mark stands at ``at`` of the consolidated text.

    ``instructions`` are those it tells of; none for notes on bases and carrying out.
    """

    at: int
    text: str
    instructions: tuple[Instruction, ...] = ()


class LeftOut(msgspec.Struct, frozen=True):
    """An act, or orders of it, that do not count on the day asked for, and why."""

    act: Act
    orders: tuple[Instruction, ...]
    reason: str
    """"later": takes effect after the day; "undated": its day of effect is not known."""


class Consolidated(msgspec.Struct, frozen=True):
    """A base with its amendments worked in, as it reads on a day.

    ``document`` is the plain text, without the marks of notes; ``acts`` are the amending acts
    worked in, in the order of their effect; ``preface`` lists all documents, as it stands below
    the title; ``enforcement`` are words on carrying out that the base has no article for.
    ``applied`` tells what was refused, and where two orders meet.
    """

    base: Act
    acts: tuple[Act, ...]
    document: Document
    notes: tuple[Note, ...]
    preface: tuple[str, ...]
    applied: Applied
    on: dt.date | None = None
    left_out: tuple[LeftOut, ...] = ()
    enforcement: tuple[str, ...] = ()
