"""What came of applying instructions to a text."""

from __future__ import annotations

from typing import Literal

import msgspec

from minhphap.amendments.instruction import Instruction
from minhphap.structure import Document

Reason = Literal[
    "other_work", "no_target", "not_found", "ambiguous", "exists", "no_text", "no_heading",
    "phrase_absent", "fine_place", "inside_appendix", "overlap", "not_mechanical",
]  # fmt: skip
"""Why an instruction could not be applied; ``minhphap.amendments.refusals`` has the sentences."""


class Edit(msgspec.Struct, frozen=True):
    """``old`` at ``start`` of the text before became ``new``, which stands at ``at`` after it.

    ``eid`` names the provision of the text before in (or beside) which it lies.
    """

    start: int
    old: str
    new: str
    at: int
    eid: str
    instructions: tuple[Instruction, ...]

    @property
    def end(self) -> int:
        """Where the old words ended in the text before."""
        return self.start + len(self.old)


class Refused(msgspec.Struct, frozen=True):
    """An instruction that was not applied, and why."""

    instruction: Instruction
    reason: Reason
    message: str
    message_en: str


class Clash(msgspec.Struct, frozen=True):
    """Two instructions on one provision: of one act, or of two acts (the later one stands)."""

    eid: str
    first: Instruction
    second: Instruction


class Mark(msgspec.Struct, frozen=True):
    """A stretch of the final text and the instructions that made it, the earliest first.

    ``eid`` names the provision of the text before that it lies in or beside.
    """

    at: int
    end: int
    eid: str
    instructions: tuple[Instruction, ...]


class Step(msgspec.Struct, frozen=True):
    """What one act did: the document before, its edits in order of the text."""

    before: Document
    edits: tuple[Edit, ...]


class Applied(msgspec.Struct, frozen=True):
    """The amended document and all that must be known of how it came about.

    ``marks`` are in order of the text. ``aside`` are the instructions that change no words: rules
    for the time between, suspensions. ``ended`` is the instruction that repeals the whole.
    """

    document: Document
    steps: tuple[Step, ...]
    marks: tuple[Mark, ...]
    refused: tuple[Refused, ...]
    clashes: tuple[Clash, ...]
    aside: tuple[Instruction, ...] = ()
    ended: Instruction | None = None
