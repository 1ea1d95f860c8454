"""What makes a document that one and no other."""

from __future__ import annotations

import datetime as dt

import msgspec

from minhphap.law.numbers import parse_number
from minhphap.text import comparison_key


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
        name = " ".join(comparison_key(issuer).replace(" - ", ", ").split()).strip(" .,")
        return cls(parsed.normal if parsed else " ".join(number.split()), name, date)

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
