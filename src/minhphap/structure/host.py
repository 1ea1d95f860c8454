"""How far the numbers of an amending act itself have come, quotations left out."""

from __future__ import annotations

from minhphap.structure.lines import Marker
from minhphap.structure.numbering import follows_letter, follows_number


class Host:
    """The last article, clause and point outside the quotations."""

    def __init__(self) -> None:
        self.article: Marker | None = None
        self.clause: Marker | None = None
        self.point: Marker | None = None
        self.leapt: Marker | None = None
        """The clause before a leap; the leap may have been a number of a list, cut by the page."""

    def reach(self, marker: Marker) -> None:
        """Follow the series with a number that stands outside the quotations."""
        if marker.kind == "article":
            self.article, self.clause, self.point, self.leapt = marker, None, None, None
        elif marker.kind == "clause":
            self._reach_clause(marker)
        elif marker.kind in ("point", "oldpoint"):
            self.point = marker

    def _reach_clause(self, marker: Marker) -> None:
        last = self.clause
        if last is None or marker.key > last.key:
            if last is not None and marker.key[0] > last.key[0] + 1:
                self.leapt = last
        elif self.leapt is None or not follows_number(marker.key, self.leapt.key):
            return
        else:
            self.leapt = None
        self.clause, self.point = marker, None

    def expects(self, marker: Marker) -> bool:
        """True for the next number of a series that has begun."""
        if marker.kind == "article":
            return self.article is not None and follows_number(marker.key, self.article.key)
        if marker.kind == "clause":
            return any(
                one is not None and follows_number(marker.key, one.key)
                for one in (self.clause, self.leapt)
            )
        if marker.kind == "point":
            return self.point is not None and follows_letter(marker.key, self.point.key)
        return False
