"""The groups that head the rows of a table: by agency, kind of document, field, year, stage."""

from __future__ import annotations

import re

import msgspec

from minhphap.crowd.trackers.agencies import Agencies
from minhphap.crowd.trackers.rows import Row
from minhphap.crowd.trackers.stages import read_stage
from minhphap.crowd.trackers.vocabulary import plain

_AREA = re.compile(r"(?:cac |nhom )?linh vuc\b|ve\b|nhom\b")
_KIND = re.compile(r"(?:cac |danh muc )?(?:du thao )?(?:nghi quyet|quyet dinh|chi thi|nq|qd)\b")
_YEAR = re.compile(r"(?:van ban |chuyen tiep )?(?:tu )?nam 20\d\d.*")


class Group(msgspec.Struct, frozen=True):
    """A heading row: its level in the outline ("roman", "letter", "digits0"…) and what it names."""

    level: str
    sort: str
    text: str


class Groups:
    """The groups that hold at a row; a new one ends those of its level and below."""

    def __init__(self, agencies: Agencies) -> None:
        self._agencies = agencies
        self._open: tuple[Group, ...] = ()
        self.by_agency = False
        """Whether any group so far named an agency."""

    def take(self, row: Row) -> None:
        """A group begins."""
        level, sort = _level(row.mark), self._sort(row.text)
        self.by_agency = self.by_agency or sort == "agency"
        same = (
            i
            for i, one in enumerate(self._open)
            if (one.level == level if level else one.sort == sort)
        )
        self._open = (*self._open[: next(same, len(self._open))], Group(level, sort, row.text))

    @property
    def open(self) -> tuple[Group, ...]:
        """The groups that hold now, outermost first."""
        return self._open

    def _sort(self, words: str) -> str:
        key = plain(words)
        if _AREA.match(key):
            return "area"
        if self._agencies.looks_like_one(words):
            return "agency"
        if _KIND.match(key):
            return "kind"
        if _YEAR.fullmatch(key):
            return "year"
        return "stage" if read_stage(words) and len(words) < 60 else "area"


def heading_of(groups: tuple[Group, ...], sort: str) -> str:
    """What the innermost group of a sort says; "" where there is none."""
    return next((one.text for one in reversed(groups) if one.sort == sort), "")


def _level(mark: str) -> str:
    bare = mark.strip(" .)/:-")
    if not bare:
        return ""
    if re.fullmatch(r"[IVXLC]+", bare):
        return "roman"
    return "letter" if bare.isalpha() else f"digits{bare.count('.')}"
