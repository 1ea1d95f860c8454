"""What makes a document that one and no other."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from minhphap.law.numbers import parse_number
from minhphap.text import comparison_key

_WRITTEN = (
    (re.compile(r"(?<!\w)ubnd(?!\w)"), "ủy ban nhân dân"),
    (re.compile(r"(?<!\w)hđnd(?!\w)"), "hội đồng nhân dân"),
    (re.compile(r"(?<!\w)tp\.? ?(?=\w)"), "thành phố "),
    (re.compile(r"^bộ trưởng (?=bộ )|^thống đốc (?=ngân hàng )|^tổng (?=thanh tra chính phủ)"), ""),
)
"""Ways to write one issuer: abbreviations, and a minister for the ministry."""


class Identity(msgspec.Struct, frozen=True):
    """Number, issuer and date: never the number alone, which comes back every year and place.

    ``number`` and ``issuer`` are forms to compare; "" and None: not known.
    """

    number: str
    issuer: str = ""
    date: dt.date | None = None

    @classmethod
    def of(cls, number: str, issuer: str = "", date: dt.date | None = None) -> Identity:
        """The identity of a document from what its head says."""
        parsed = parse_number(number)
        return cls(parsed.normal if parsed else " ".join(number.split()), _named(issuer), date)

    def same(self, other: Identity) -> bool | None:
        """True or False where it can be told; None where a part that decides is not known."""
        if self.number != other.number:
            return False
        if self.issuer and other.issuer and self.issuer != other.issuer:
            return False
        if self.date and other.date and self.date != other.date:
            return False
        known = self.issuer and other.issuer and self.date and other.date
        return True if known else None


def _named(issuer: str) -> str:
    """The name of an issuer to compare."""
    name = " ".join(comparison_key(issuer).replace(" - ", ", ").split()).strip(" .,")
    for written, meant in _WRITTEN:
        name = written.sub(meant, name)
    return name
