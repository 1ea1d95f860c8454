"""What a rule has to say about a place in a document."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Literal

import msgspec

Severity = Literal["error", "warning", "note"]


class Basis(msgspec.Struct, frozen=True):
    """The provision of law or the scholarly source a finding rests on, with its time of effect."""

    citation: str
    """As officials write it: "Điều 68 khoản 1 Nghị định số 78/2025/NĐ-CP"."""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    verified: bool = True
    """False: known from an excerpt only; a finding on it is never more than a note."""


class Evidence(msgspec.Struct, frozen=True):
    """A place elsewhere in the document that proves or explains the finding."""

    start: int
    end: int
    note: str


class Edit(msgspec.Struct, frozen=True):
    """Replace ``start:end`` of the source's text by ``text``."""

    start: int
    end: int
    text: str


class Fix(msgspec.Struct, frozen=True):
    """A change that mends the finding; only safe ones are applied by ``--fix``."""

    edits: tuple[Edit, ...]
    safe: bool


class Finding(msgspec.Struct, frozen=True):
    """Where to look, why, on what legal basis, with what evidence. It judges nobody."""

    rule: str
    severity: Severity
    eid: str | None
    """The innermost provision that holds the span; None outside every provision."""
    label: str
    """That provision as officials name it: "điểm b khoản 2 Điều 5"."""
    start: int
    end: int
    message: str
    message_en: str
    why: str
    basis: tuple[Basis, ...] = ()
    suggestion: str | None = None
    evidence: tuple[Evidence, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""


def fingerprint(rule: str, eid: str | None, excerpt: str, occurrence: int) -> str:
    """A name for a finding that survives renumbering of lines and edits elsewhere.

    Made from the rule, the words it stands on and its place among equal ones in the provision.
    """
    words = " ".join(excerpt.split()).casefold()
    key = "\x1f".join((rule, eid or "", words, str(occurrence)))
    return hashlib.sha256(key.encode()).hexdigest()[:20]
