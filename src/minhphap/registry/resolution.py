"""What became of the search for a cited document."""

from __future__ import annotations

from typing import Literal

import msgspec

from minhphap.registry.known import KnownDocument
from minhphap.registry.relation import Status

Verdict = Literal["resolved", "ambiguous", "unknown", "dead"]
"""``dead``: resolved, and on the day asked about it had been repealed or replaced (or the cited
provision had). ``unknown`` says something of the registry, never that a document does not exist."""

Reason = Literal[
    "own",  # the citing document itself, or the regulation issued with it
    "nothing_named",  # neither number nor title
    "number_not_known",
    "title_not_known",
    "kind_differs",  # the number is known, of another kind of document
    "date_differs",  # the number is known, of another date
    "issuer_differs",
    "title_differs",  # the number is that of a law with another title
    "issuer_not_given",  # every province uses this symbol
    "year_not_given",  # numbers without a year come back every year
    "several",  # more than one document answers
    "end_not_known",  # a title without year: whether it still stood then is not known
    "vouched",  # a title without year: documents of later days still rest on this law
    "own_title",  # a law names a law of its own title: itself, or the one before it?
    "none_in_force",  # a title without year: none of the known ones stood then
    "not_yet_in_force",
    "ended",
    "provision_ended",
    "provision_missing",  # the whole text is known and has no such provision
    "changed_since",  # the text as enacted has no such provision, but others amended it there
    "text_not_known",
]


class Resolution(msgspec.Struct, frozen=True):
    """The document and provision that a citation means, or why that cannot be told.

    ``document`` is given where the verdict is "resolved" or "dead". ``eid`` is the provision in
    that document, None where none is cited or it could not be found; ``lineage`` its lasting
    name. ``candidates`` are the documents that might be meant otherwise. ``status`` is what held
    on the day asked about, None where none was asked.
    """

    verdict: Verdict
    document: KnownDocument | None = None
    eid: str | None = None
    lineage: str | None = None
    reasons: tuple[Reason, ...] = ()
    candidates: tuple[KnownDocument, ...] = ()
    status: Status | None = None
