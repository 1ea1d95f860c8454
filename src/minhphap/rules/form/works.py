"""Cited documents: how their numbers compare, what stands around a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.citations import Citation, Work
from minhphap.rules.context import Context

LAWS = frozenset({"law", "code", "ordinance"})
_LOCAL = re.compile(r"(?:UBND|HĐND)", re.IGNORECASE)
_YEAR = re.compile(r"/((?:19|20)\d\d)/")


def same_number(number: str) -> str:
    """A number in the form two mentions are compared by: no blanks, no leading zeros."""
    folded = re.sub(r"\s", "", number).replace("–", "-").casefold()
    return folded.lstrip("0")


def year_of(number: str) -> int | None:
    """The year a number carries."""
    found = _YEAR.search(number)
    return int(found[1]) if found else None


def is_local(number: str) -> bool:
    """Whether the symbol is one that every province, district and commune uses."""
    return bool(_LOCAL.search(number))


def single_works(context: Context) -> Iterator[tuple[Citation, Work]]:
    """Citations of one numbered or named document, outside quoted new text, in order."""
    for citation in context.citations:
        if not citation.targets:
            continue
        work = citation.targets[0].work
        if work.this or work.attached or any(one.work != work for one in citation.targets):
            continue
        holder = context.document.at(citation.start)
        if holder is None or not holder.type.startswith("quoted"):
            yield citation, work
