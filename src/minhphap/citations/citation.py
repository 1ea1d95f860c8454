"""What a reference in a legal text is."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

Shape = Literal[
    "form", "appendix", "range", "list", "relative", "internal",
    "defined_name", "title_only", "provision", "document",
]  # fmt: skip
Role = Literal[
    "basis", "refers", "amends", "repeals", "replaces", "adds", "guides", "amended_by",
]  # fmt: skip


class Work(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """The document that is cited.

    ``this``: the citing document itself; ``attached``: the regulation issued with it, cited from
    the deciding part; ``part`` == "attached": the regulation issued with the numbered document.
    ``number`` is as written without blanks; ``title`` is given for laws, codes and ordinances.
    """

    kind: str | None = None
    number: str | None = None
    date: dt.date | None = None
    issuer: str | None = None
    title: str | None = None
    year: int | None = None
    this: bool = False
    attached: bool = False
    part: Literal["attached"] | None = None


class Target(msgspec.Struct, frozen=True, gc=False):
    """One provision (or, with ``eid`` None, the whole) of one work, and the words that name it.

    ``eid`` names the provision as cited, in the dialect of docs/citations.md (containers in
    Arabic digits, appendices and forms by their own numbers). ``resolved`` is the eid of that
    provision in the citing document's own tree, when the work is this document and the tree has
    it. ``reason`` says why there is none: "external", "missing", "inside", "ambiguous".
    """

    work: Work
    eid: str | None
    start: int
    end: int
    resolved: str | None = None
    reason: str | None = None


class Citation(msgspec.Struct, frozen=True, gc=False):
    """One maximal expression that cites one work; a list keeps every member as a target.

    ``targets`` is empty where the reader could not tell what is meant; then ``reason`` says why.
    """

    start: int
    end: int
    shape: Shape
    role: Role
    targets: tuple[Target, ...]
    reason: str | None = None
