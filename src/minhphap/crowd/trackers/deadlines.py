"""Deadlines as offices write them: days, months, quarters, and words that are no date."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Literal

import msgspec

from minhphap.crowd.trackers.vocabulary import plain
from minhphap.crowd.trackers.workbook import day_of
from minhphap.text import from_roman

Trouble = Literal["missing", "not_a_date", "impossible"]

_YEAR = r"(?:\s*(?:[/.,-]|\(|nam\b)\s*(?:nam )?\s*(?P<y{0}>(?:20)?\d\d)\b)?"
_DATE = re.compile(
    r"(?<![\w/])(?:"
    r"(?P<iso>\d{4})[-/.](?P<isom>\d{1,2})[-/.](?P<isod>\d{1,2})(?:[t ]00:00(?::00)?)?"
    r"|(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4}|\d\d)"
    r"|ngay (?P<d3>\d{1,2}) ?thang (?P<m3>\d{1,2})(?: ?nam (?P<y3>\d{4}))?"
    r"|(?:(?P<part>dau|giua|cuoi) )?(?:thang|t)\s?\.?(?P<m4>\d{1,2})" + _YEAR.format(4) +
    r"|(?:(?P<partq>dau|giua|cuoi) )?(?:quy|q)\s?\.?(?P<q>iv|v?i{1,3}|v|\d)\b" + _YEAR.format(5) +
    r"|(?P<half>6|sau) thang (?P<which>dau|cuoi) nam(?: (?P<y8>\d{4}))?"
    r"|(?P<m6>\d{1,2})\s*[/-]\s*(?P<y6>\d{4})"
    r"|(?P<d7>\d{1,2})\s*[/.-]\s*(?P<m7>\d{1,2})"
    r"|(?P<party>dau|giua|cuoi) nam(?: (?P<y9>\d{4}))?"
    r"|(?:nam )?(?P<y10>20\d\d)"
    r")(?![\d/])"
)  # fmt: skip
_FILLER = re.compile(
    r"\b(?:truoc|ngay|han|chot|cham nhat|den|het|trong|du kien|dang ky|hoan thanh|trinh|xong|vao|la"
    r"|khoang|muon nhat|thoi han|thoi gian|ubnd|hdnd|tinh|thanh pho|ban hanh|lui|sang|gia han"
    r"|chuyen|doi|tu|toi|dieu chinh|phai|thong qua|nam|thang|quy|muc|thoi diem|xin|de nghi|lan"
    r"|moi)\b"
    r"|[\s,.;:()>=–\-→]+"
)
_NOT_DATES = re.compile(
    r"\b(?:ky hop|phien hop|sau khi|khi co|khi nao|cho|chua|theo|tuy|ngay sau|kip thoi|thuong xuyen"
    r"|khan|dang(?! ky)|se)\b"
)
_NOTHING = re.compile(
    r"[\s\-–—.…_?/]*|chua ro|chua xac dinh|chua co|khong|khong co|khong ro|chua|0"
)
_BRACKETS = re.compile(r"\([^)]*\)")
_ENDS = {"dau": 0, "giua": 1, "cuoi": 2}


class Deadline(msgspec.Struct, frozen=True):
    """The day meant, or why there is none."""

    date: dt.date | None
    trouble: Trouble | None = None


def is_nothing(words: str) -> bool:
    """Whether a cell says that nothing is known: empty, "-", "?", "chưa rõ"."""
    return _NOTHING.fullmatch(plain(words)) is not None


def read_deadline(words: str, year: int) -> Deadline:
    """Read a deadline. A month, quarter or year means its last day; without a year, that of the
    table. "Đầu, giữa, cuối" mean the 1st, the 15th, the last day of a month, the first day of the
    year, the last of June, the last of December (Bộ luật Dân sự số 91/2015/QH13 Điều 146).

    Of several dates the last one holds ("31/3, lùi sang 30/6"); what stands in brackets only
    comments. A sitting that has no day yet ("kỳ họp giữa năm") is no date.
    """
    key = plain(words)
    if _NOTHING.fullmatch(key):
        return Deadline(None, "missing")
    if re.fullmatch(r"\d{5}(?:\.\d+)?", key) and (day := day_of(float(key))):
        return Deadline(day)
    bare = _BRACKETS.sub(" ", key).strip() or key.strip("()")
    found = list(_DATE.finditer(bare))
    rest = _FILLER.sub(" ", _DATE.sub(" ", bare)).strip()
    if not found or rest or _NOT_DATES.search(bare):
        return Deadline(None, "not_a_date")
    day = _day(found[-1], year)
    return Deadline(day) if day else Deadline(None, "impossible")


def find_days(words: str, year: int) -> list[dt.date]:
    """Every day that a cell of a step names, a day without year taken in the table's year."""
    full = (m for m in _DATE.finditer(plain(words)) if m["iso"] or m["d"] or m["d3"] or m["d7"])
    return [day for found in full if (day := _day(found, year))]


def _day(found: re.Match[str], year: int) -> dt.date | None:
    try:
        return _calendar_day(found, year)
    except ValueError:
        return None


def _calendar_day(found: re.Match[str], year: int) -> dt.date:
    of = found.groupdict()
    if of["iso"]:
        return dt.date(int(of["iso"]), int(of["isom"]), int(of["isod"]))
    for day, month, which in (("d", "m", "y"), ("d3", "m3", "y3"), ("d7", "m7", "")):
        if of[day]:
            return dt.date(_year(of.get(which), year), int(of[month]), int(of[day]))
    if of["m4"] or of["m6"]:
        of_year = _year(of["y4"] or of["y6"], year)
        return _in_month(of_year, int(of["m4"] or of["m6"]), of["part"])
    if of["q"]:
        quarter = from_roman(of["q"]) or int(of["q"]) if not of["q"].isdecimal() else int(of["q"])
        if not 1 <= quarter <= 4:
            raise ValueError("no such quarter")
        part = of["partq"] or "cuoi"
        return _in_month(
            _year(of["y5"], year), 3 * quarter - 2 + _ENDS[part], None if part != "dau" else "dau"
        )
    if of["half"]:
        return _in_month(_year(of["y8"], year), 6 if of["which"] == "dau" else 12, None)
    if of["party"]:
        of_year = _year(of["y9"], year)
        if of["party"] == "dau":
            return dt.date(of_year, 1, 1)
        return _in_month(of_year, 6 if of["party"] == "giua" else 12, None)
    return dt.date(int(of["y10"]), 12, 31)


def _year(written: str | None, year: int) -> int:
    if not written:
        return year
    return int(written) if len(written) == 4 else 2000 + int(written)


def _in_month(year: int, month: int, part: str | None) -> dt.date:
    if part == "dau":
        return dt.date(year, month, 1)
    if part == "giua":
        return dt.date(year, month, 15)
    return dt.date(year, month, calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 1)
