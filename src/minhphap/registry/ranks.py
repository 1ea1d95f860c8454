"""Which of two documents stands higher."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from minhphap.law import Hierarchy, parse_number, powers, recognise_issuer

_BODIES = {
    "QH": "national_assembly", "UBTVQH": "standing_committee", "CTN": "president",
    "CP": "government", "HĐBT": "government", "TTG": "prime_minister", "HĐTP": "judges_council",
    "KTNN": "state_audit", "TANDTC": "supreme_court", "VKSNDTC": "procuracy", "VKSTC": "procuracy",
}  # fmt: skip
_FIRST = dt.date(2016, 7, 1)
"""Ranks of older documents are compared as the law of this day has them."""


@lru_cache(64)
def _standing(date: dt.date) -> Hierarchy:
    return powers().on(date)


def rank_of(number: str, kind: str, issuer: str, on: dt.date) -> int | None:
    """The rank of a normative document on a day, the smaller the higher; None: it has none, or
    that cannot be told."""
    if kind == "constitution":
        return 0
    parsed = parse_number(number)
    if parsed is None or not parsed.issuers:
        return None
    hierarchy = _standing(max(on, _FIRST))
    organ = parsed.issuers[-1].upper()
    central = _BODIES.get(organ)
    if central:
        if parsed.year is None and central not in ("national_assembly", "standing_committee"):
            return None
        found = hierarchy.find(kind, central, "central")
    elif parsed.year is None:
        return None
    elif organ in ("UBND", "HĐND", "CTUBND"):
        known = recognise_issuer(issuer, on) if issuer else None
        if known is None or known.level is None:
            return None
        found = hierarchy.find(kind, known.body, known.level)
    elif kind in ("circular", "joint_circular"):
        found = hierarchy.find(kind, "ministry", "central")
    else:
        return None
    return found.rank if found else None
