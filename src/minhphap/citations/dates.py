"""Dates as they stand after the number or the title of a document."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"nghìn": 1000, "ngàn": 1000, "trăm": 100, "mươi": 10}
_WORD = rf"(?:{'|'.join([*_UNITS, *_SCALES, 'mười', 'mùng', 'mồng', 'linh', 'lẻ'])})"
_WORDS = rf"{_WORD}(?: +{_WORD}){{0,9}}?"
_IN_FULL = r"(\d{1,2}) *tháng *(\d{1,2}) *(?:năm|nám|hăm|tháng) *(\d{4})(?!\d)"
_GAP = r"[ .…_]*"

DATE = re.compile(
    rf" *,? *(?:(?:ban hành|ký)? *ngày *(?:ngày +)?"
    rf"(?:(?:mùng |mồng )?{_IN_FULL}"
    rf"|(\d{{1,2}}) ?[/.-] ?(\d{{1,2}}) ?[/.-] ?(\d{{4}}|\d\d(?=\D|$))(?![\d/])"
    rf"|{_GAP}\d{{0,2}}{_GAP}tháng{_GAP}\d{{0,2}}{_GAP}năm{_GAP}\d{{4}}(?!\d)"
    rf"|(?:mùng |mồng )?({_WORDS}) +tháng +({_WORDS}) +năm +"
    rf"({_WORD}(?: +{_WORD}){{2,9}}))"
    rf"|(\d{{1,2}})[/.](\d{{1,2}})[/.](\d{{4}})(?!\d)|{_IN_FULL})"
)
YEAR = re.compile(r" *,? *(?:năm +)?((?:19[4-9]|20[0-4])\d)(?![\d/.-]\d|\d| *-)")
"""A year after a title: "năm 2024", "2015"."""


class Dated(msgspec.Struct, frozen=True, gc=False):
    """A date that was read; ``date`` is None where it has gaps ("ngày … tháng … năm 2025")."""

    end: int
    date: dt.date | None


def read_date(low: str, at: int, end: int) -> Dated | None:
    """The date that stands directly at ``at`` of a folded text."""
    found = DATE.match(low, at, end)
    if found is None:
        return None
    groups = found.groups()
    for first in (0, 3, 9, 12):
        if groups[first]:
            return Dated(found.end(), _date(*map(int, groups[first : first + 3])))
    if groups[6]:
        return Dated(found.end(), _date(*(in_words(words) for words in groups[6:9])))
    return Dated(found.end(), None)


def _date(day: int, month: int, year: int) -> dt.date | None:
    """A date; of a year in two figures those from 45 on are of the last century."""
    if year < 100:
        year += 1900 if year >= 45 else 2000
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def in_words(words: str) -> int:
    """The value of a number written in words ("hai nghìn không trăm hai mươi lăm" -> 2025)."""
    total = digit = 0
    none = False
    for word in words.split():
        if word in _SCALES:
            total += (digit if digit or none else 1) * _SCALES[word]
            digit = 0
        elif word == "mười":
            total += 10
        else:
            digit = _UNITS.get(word, digit)
        none = word == "không"
    return total + digit
