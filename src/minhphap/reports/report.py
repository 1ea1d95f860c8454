"""What a report is written from."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from minhphap.findings import Finding, Severity
    from minhphap.rules import NotRun
    from minhphap.structure import Document

Lang = Literal["vi", "en"]


class Checked(msgspec.Struct, frozen=True):
    """One document, what the rules said of it, and the rules that could not look."""

    document: Document
    findings: tuple[Finding, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    path: str = ""
    """The file as the user named it; empty: the name in the source."""

    @property
    def name(self) -> str:
        """The name to print."""
        return self.path or self.document.source.name or "-"


class Refused(msgspec.Struct, frozen=True):
    """A file that could not be read, and the sentence that says why."""

    path: str
    message: str
    message_en: str
    code: str = ""


class Report(msgspec.Struct, frozen=True):
    """Everything that was looked at in one call, and by what."""

    documents: tuple[Checked, ...]
    versions: dict[str, str] = {}
    """Of the program ("minhphap") and of the rule packs, by name: who has them finds the same."""
    on: dt.date | None = None
    """The day by whose law all documents were judged; None: each by its own date."""
    refused: tuple[Refused, ...] = ()

    def count(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(one.severity for checked in self.documents for one in checked.findings)
