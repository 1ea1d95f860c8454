"""What stands beside the words of an entry in its rank: the document, what the question names."""

from __future__ import annotations

import datetime as dt
import math
import re

from minhphap.registry.search.entry import Entry

_RANKS = {
    "constitution": 3.0, "code": 3.0, "law": 3.0, "ordinance": 2.5, "decree": 2.0,
    "resolution": 1.5, "joint_circular": 1.0, "circular": 1.0, "decision": 1.0,
}  # fmt: skip
_YEAR = re.compile(r"/((?:19|20)\d\d)(?:/|$)")
_SESSION = re.compile(r"QH(\d{1,2})$")
_BASE_YEAR = 2010
_RANK, _NEW, _CITED = 0.02, 0.003, 0.01
"""What a step of rank, a year, a tenfold of citations add to a score: they part near equals."""


def prior(entry: Entry) -> float:
    """The factor of a document: higher, newer and more cited ones stand before their equals."""
    rank = _RANKS.get(entry.kind, 1.0)
    if "UBND" in entry.number or "HĐND" in entry.number:
        rank = 0.5
    year = _year(entry.number, entry.date)
    age = (year - _BASE_YEAR) if year else 0
    return 1 + _RANK * rank + _NEW * age + _CITED * math.log10(1 + entry.cited)


def _year(number: str, date: dt.date | None) -> int | None:
    if date:
        return date.year
    if found := _YEAR.search(number):
        return int(found[1])
    if found := _SESSION.search(number):  # a term of five years, the first known one from 2002 on
        return 2004 + 5 * (int(found[1]) - 11) if int(found[1]) >= 9 else None
    return None
