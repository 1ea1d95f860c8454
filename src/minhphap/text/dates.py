"""Dates as Vietnamese texts write them, with their place in the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from minhphap.text.numerals import number_in_words

_WORD = (
    "(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn|ngàn"
    "|linh|lẻ)"
)
_S = r"[^\S\n]*\n?[^\S\n]*"
_BLANK = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"
_SHORT = rf"{_WORD}(?:{_BLANK}{_WORD}){{0,3}}?"
_LONG = rf"{_WORD}(?:{_BLANK}{_WORD}){{1,8}}"
_MONTHS = {"giêng": 1, "chạp": 12}
_DATE = re.compile(
    rf"(?<!\w)(?:"
    rf"ngày{_S}(?P<d1>\d{{1,2}}){_S}tháng{_S}(?P<m1>\d{{1,2}}){_S}năm{_S}(?P<y1>\d{{4}})(?!\d)"
    rf"|(?:ngày{_S})?(?P<d2>\d{{1,2}}) ?(?P<sep>[/.-]) ?(?P<m2>\d{{1,2}}) ?(?P=sep)"
    rf" ?(?P<y2>\d{{4}})(?![\w/]|[.-]\d)"
    rf"|ngày{_BLANK}(?:m[ùồ]ng{_BLANK})?(?P<d3>{_SHORT}){_BLANK}tháng{_BLANK}"
    rf"(?P<m3>{_SHORT}|giêng|chạp){_BLANK}năm{_BLANK}(?P<y3>{_LONG})(?!\w)"
    rf")",
    re.IGNORECASE,
)


class DateMention(msgspec.Struct, frozen=True):
    """A date in a text: where it stands ("ngày" included) and what it says.

    ``date`` is None for a day that no calendar has ("ngày 31 tháng 02 năm 2025").
    """

    start: int
    end: int
    date: dt.date | None


def find_dates(text: str) -> Iterator[DateMention]:
    """The complete dates of a text, in digits or in words, in order."""
    for match in _DATE.finditer(text):
        yield DateMention(match.start(), match.end(), _read(match))


def _read(match: re.Match[str]) -> dt.date | None:
    for form in "12":
        if match["d" + form]:
            return _date(*(int(match[part + form]) for part in "ymd"))
    month = _MONTHS.get(match["m3"].lower()) or number_in_words(match["m3"])
    year, day = number_in_words(match["y3"]), number_in_words(match["d3"])
    return _date(year, month, day) if year and month and day else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def official_date(day: dt.date) -> str:
    """ "02/3/2026": a zero before days below 10 and months 1 and 2.

    Decree 30/2020/NĐ-CP, Appendix I, on place and time.
    """
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def full_date(day: dt.date) -> str:
    """ "02 tháng 3 năm 2026", with the same zeros."""
    return f"{day.day:02d} tháng {_month(day)} năm {day.year}"


def _month(day: dt.date) -> str:
    return f"{day.month:02d}" if day.month < 3 else str(day.month)
