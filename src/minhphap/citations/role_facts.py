"""Facts of a citation that tell its role."""

from __future__ import annotations

import re

from minhphap.citations.paths import THIS
from minhphap.citations.provisions import Raw

_BELOW_DECREES = frozenset(("decision", "circular", "joint_circular"))


def kind_said(raw: Raw | None) -> str | None:
    """The kind of the document that is cited; None where none is."""
    return raw.work.work.kind if raw is not None and raw.work is not None else None


def is_below(kind: str, other: str | None) -> bool:
    """Whether a document of one kind stands below one of another, and so guides it."""
    return kind in _BELOW_DECREES and other == "decree"


def _year_of(raw: Raw | None) -> int | None:
    """The year in the number of a document."""
    number = raw.work.work.number if raw is not None and raw.work is not None else None
    found = re.search(r"/((?:19|20)\d\d)/", number or "")
    return int(found[1]) if found else None


def is_newer(raw: Raw | None, other: Raw | None) -> bool:
    """Whether a document is of a later year than another, which so cannot have changed it."""
    year, earlier = _year_of(raw), _year_of(other)
    return year is not None and earlier is not None and year > earlier


def leans(raw: Raw) -> bool:
    """Whether "này" says that a provision of the text at hand is meant."""
    return raw.work is not None or any(THIS in part.levels.values() for part in raw.parts)
