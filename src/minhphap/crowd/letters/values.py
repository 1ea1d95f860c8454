"""What is read out of comment letters."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Literal

import msgspec

from minhphap.structure import Document

Ask = Literal["agree", "amend", "add", "delete", "question", "general"]
Form = Literal["prose", "table", "minutes", "marked_draft", "sheet"]

GENERAL = "general"
"""The clause of a passage that speaks of the draft as a whole."""
UNCLEAR = "unclear"
"""The clause of a passage whose provision a person must tell."""
DOUBT = "cũng có thể là"
"""In a remark: another provision that a person should weigh against the one chosen."""


class Place(msgspec.Struct, frozen=True):
    """Where words stand, as a person finds them in the file.

    ``line`` counts paragraphs from 1; ``page`` is 0 where the file has no pages; ``cell`` names a
    cell ("bảng 1, hàng 3, cột 2"; in a workbook "Góp ý!C5"); ``note`` is "ghi chú lề" or the like.
    """

    line: int = 0
    page: int = 0
    cell: str = ""
    note: str = ""

    def __str__(self) -> str:
        page = f"trang {self.page}" if self.page else ""
        line = f"đoạn {self.line}" if self.line and not self.cell else ""
        return ", ".join(part for part in (page, self.cell or line, self.note) if part)


class Passage(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that a sender says of the draft, whole, in the sender's own words.

    ``clause`` is an eid of the draft, ``general`` or ``unclear``; ``also`` names further
    provisions of which the same words speak. ``named_as`` is what the letter itself calls the
    provision; ``remark`` says why ``clause`` is not simply that, or why it is unclear.
    ``proposed`` is the wording or value the sender wants, as far as the letter gives it.
    ``quoted`` is the wording of the draft that a table sets beside the comment; ``reason`` what
    its column of reasons says.
    """

    id: str
    text: str
    place: Place
    clause: str
    ask: Ask
    proposed: str | None = None
    speaker: str = ""
    named_as: str = ""
    remark: str = ""
    also: tuple[str, ...] = ()
    reason: str = ""
    quoted: str = ""


class Leftover(msgspec.Struct, frozen=True):
    """Text of a letter that is neither a passage nor a part of the form of a letter."""

    text: str
    place: Place


class Letter(msgspec.Struct, frozen=True):
    """One reply: who, when, under what number, and every passage of it.

    ``file`` is the path inside the folder; an attachment of a message is "thu.eml/gop-y.docx".
    ``sender`` is the name as the list of bodies asked spells it (``asked``: it stands there), else
    as the letter spells it. ``twin`` names the file that holds the same letter: then the passages
    stand there and none stand here. ``remarks`` are sentences for a person about this letter.
    """

    file: str
    form: Form
    sender: str
    number: str | None = None
    date: dt.date | None = None
    asked: bool = False
    passages: tuple[Passage, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    request: str = ""
    """The letter it answers, as it cites it: "412/SCT-QLTM ngày 02/3/2026"."""
    twin: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """True when all it says is that it agrees with the whole draft."""
        return bool(self.passages) and all(
            one.ask == "agree" and one.clause == GENERAL for one in self.passages
        )


class RefusedFile(msgspec.Struct, frozen=True):
    """A file that could not be read, and the sentence that says why."""

    file: str
    message: str
    message_en: str


class Collection(msgspec.Struct, frozen=True, dict=True):
    """All letters on one draft."""

    draft: Document
    letters: tuple[Letter, ...]
    refused: tuple[RefusedFile, ...] = ()

    @cached_property
    def counted(self) -> tuple[Letter, ...]:
        """The letters, each once: without second copies of the same letter."""
        return tuple(letter for letter in self.letters if not letter.twin)
