"""What the official table holds."""

from __future__ import annotations

import datetime as dt
import hashlib

import msgspec

from minhphap.crowd.letters.values import Ask, Collection
from minhphap.structure import Document


class Row(msgspec.Struct, frozen=True):
    """One passage in the table. ``answer`` is what people wrote; this program writes none."""

    id: str
    clause: str
    machine: str
    """The clause as this program read it; ``clause`` is another where a person has settled it."""
    label: str
    """The provision as the table names it: "Khoản 2 Điều 5"."""
    heading: str
    """The heading of its article, empty where it has none."""
    part: str
    """The great part it stands in: "Dự thảo Quyết định", "Ý kiến chung"…"""
    sender: str
    letter: str
    """Number and date of the letter, and who spoke."""
    text: str
    reason: str
    ask: Ask
    proposed: str
    remark: str
    file: str
    where: str
    page: int
    answer: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    """What people wrote into columns of their own: heading and words."""


class Agreement(msgspec.Struct, frozen=True):
    """A letter that agrees with the whole draft and says nothing else."""

    sender: str
    letter: str
    file: str


class Silent(msgspec.Struct, frozen=True):
    """A body that was asked and has not answered.

    ``over``: days after the date asked for; 0 or less while there is time; None without a date.
    """

    name: str
    sent: dt.date | None = None
    due: dt.date | None = None
    over: int | None = None


class Kept(msgspec.Struct, frozen=True):
    """An answer that could not be placed, with the row it was written in."""

    label: str
    sender: str
    letter: str
    text: str
    answer: str
    why: str
    id: str = ""
    extra: tuple[tuple[str, str], ...] = ()


class Totals(msgspec.Struct, frozen=True):
    """Counted from the records, never from what somebody wrote.

    ``asked`` is None without a list; ``replied`` counts bodies of the list, ``others`` senders
    outside it; ``letters`` counts each letter once; ``agreed`` counts senders all of whose letters
    agree with the whole draft; ``passages`` are the rows.
    """

    asked: int | None
    replied: int
    others: int
    letters: int
    agreed: int
    passages: int


class Table(msgspec.Struct, frozen=True):
    """Everything the papers are printed from."""

    collection: Collection
    title: str
    """ "dự thảo Quyết định ban hành …"."""
    agency: str
    parent: str
    totals: Totals
    rows: tuple[Row, ...]
    agreements: tuple[Agreement, ...]
    silent: tuple[Silent, ...]
    kept: tuple[Kept, ...] = ()
    on: dt.date | None = None
    request: str = ""
    """The letter of the lead agency that most replies cite, with its date."""

    @property
    def draft(self) -> Document:
        """The draft that the letters speak of."""
        return self.collection.draft


def fingerprint(draft: Document) -> str:
    """The hash by which a table knows the version of the draft that it speaks of."""
    return hashlib.sha256(draft.source.text.encode()).hexdigest()
