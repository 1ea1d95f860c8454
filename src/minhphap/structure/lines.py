"""The text cut into lines, each classified once by how it begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from minhphap.structure.numbering import Key, letter_key, number_key

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐÐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""Upper-case letters, for character classes."""


class Line(NamedTuple):
    """A line without the white space around it."""

    start: int
    end: int


STRONG, WEAK, CELL, INLINE, DOUBTFUL, BARE = range(6)
"""How sure it is that a marker opens a provision: it begins a paragraph; it begins a line that
looks wrapped; it begins what looks like a table cell; it stands in the middle of a line; so, and
the word before it may refer to it ("… tổ chức quản lý 1. Nhà đầu tư"); it begins a paragraph but
has lost its full stop ("15 Khổ đường sắt")."""


class Marker(NamedTuple):
    """What may be the number of a provision.

    ``start`` is its first character, ``body`` where the text after it starts, ``line`` the
    ordinal of its line, ``key`` the number one can compare.
    """

    kind: str
    num: str
    start: int
    body: int
    line: int
    key: Key
    trust: int = STRONG


_ACTS = (
    "Luật|Bộ luật|Pháp lệnh|Nghị|Quyết|Thông tư|Hiến pháp|Quy|Điều lệ|Hiệp"
    r"|(?:Chương|Mục|Phần)\s[IVXLC\d]{1,7}"
)
_NOTE = r"(?:\[\d{1,3}\])?"
"""The footnote of a consolidated text, in front of the stop: "5[8]. (được bãi bỏ)"."""
_ROMAN = "[IVXLC]{1,7}"
MARK = re.compile(
    rf"""
    (?P<article>(?:[ĐÐ](?:iều|IỀU|ìêu|iêù|(?:i[èêếễ]u|iền)(?=\s\d{{1,3}}[.:]\s))|Diều(?=\s\d{{1,3}}[.:]\s))\s{{0,3}}(?P<article_num>\d{{1,4}}(?:[a-zđ]{{1,2}})?)(?!\w){_NOTE}
        \s{{0,2}}(?:[.:]|[-–](?=\s)|,(?=\s[{UPPER}])(?!\s(?:Điều|{_ACTS})(?!\w))|$|(?=\s[{UPPER}“])(?!\s(?:{_ACTS})(?!\w))|(?=\s1\.\s[{UPPER}“"])))
  | (?P<decimal>(?P<decimal_num>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})(?:\.(?!\d)|(?=\s)))
  | (?P<clause>(?P<clause_num>\d{{1,3}}(?:[a-zđ]{{1,2}})?){_NOTE}
        (?:\s?\.(?!\d|\S{{1,9}}\s?[+=×*]\s)|\s?[-–]\s(?=[{UPPER}])|[-–](?=[{UPPER}][^\W\d_A-Z])))
  | (?P<point>(?P<point_num>[a-zđ](?:[a-zđ]|\d{{1,2}})?){_NOTE}\s?\))
  | (?P<oldpoint>(?P<oldpoint_num>[a-zđ])\s?\.(?=\s))
  | (?P<chapter>(?:Chương|CHƯƠNG)\s{{1,3}}(?P<chapter_num>{_ROMAN}[a-zA-Z]?|\d{{1,3}}[a-zđ]?)(?!\w)
        \s{{0,2}}[.:\-–]?)
  | (?P<subsection>(?:Tiểu\s[mM]ục|TIỂU\sMỤC)\s{{1,3}}
        (?P<subsection_num>{_ROMAN}|\d{{1,3}}[a-zđ]?)(?!\w)\s{{0,2}}[.:\-–]?)
  | (?P<section>(?:Mục|MỤC)\s{{1,3}}(?P<section_num>{_ROMAN}|\d{{1,3}}[a-zđ]?|[A-ZĐ])(?!\w)
        \s{{0,2}}[.:\-–]?)
  | (?P<part>(?:Phần|PHẦN)\s{{1,3}}(?:(?:thứ|THỨ|Thứ)\s{{1,3}}
        (?P<part_word>[^\W\d_]+(?:\s(?:một|MỘT|hai|HAI|ba|BA|bốn|BỐN|lăm|LĂM)(?!\w))?)
        |(?P<part_num>{_ROMAN}|\d{{1,2}}|[A-ZĐ]))(?!\w)\s{{0,2}}[.:\-–]?)
  | (?P<roman>(?P<roman_num>[IVXL]{{1,6}})\s{{0,2}}(?:[.]|[-–](?=\s)))
    """,
    re.VERBOSE,
)
"""A marker at the beginning of a line."""
_BARE = re.compile(rf"(\d{{1,2}}):?\s{{1,2}}(?=[{UPPER}])")
_INITIALS = frozenset("ĐÐD0123456789abcdđefghijklmnopqrstuvwxyzCTMPIVXL")


_WORDS = frozenset(("Điều", "ĐIỀU", "Chương", "CHƯƠNG", "Mục", "MỤC"))
_CUT_OFF = re.compile(rf"(?:\d{{1,3}}[a-zđ]?|{_ROMAN})\s?(?:[.:]\s|$)")
"""The number of a provision on the line below its word."""
_FOOT = re.compile(r"(?:Nơi|NƠI)\s(?:nhận|NHẬN)")


def _columns(text: str, start: int, end: int) -> list[Line]:
    """Recipients and signature of a foot whose columns were joined to one line."""
    lines: list[Line] = []
    while True:
        border = text.find(" | ", start, end)
        if border < 0:
            return [*lines, Line(start, end)]
        lines.append(Line(start, border + 2))
        start = border + 3


def split_lines(text: str) -> list[Line]:
    """The lines that are not blank; a number cut off its "Điều" is in one line with it."""
    lines: list[Line] = []
    at = 0
    alone = False
    for raw in text.split("\n"):
        size = len(raw)
        if size:
            left = raw.lstrip()
            if left:
                start = at + size - len(left)
                end = start + len(left.rstrip())
                if alone and _CUT_OFF.match(left):
                    lines[-1] = Line(lines[-1].start, end)
                elif left[0] == "N" and " | " in left and _FOOT.match(left):
                    lines += _columns(text, start, end)
                else:
                    lines.append(Line(start, end))
                alone = end - start < 8 and text[start:end].lstrip('“"') in _WORDS
        at += size + 1
    return lines


def mark(text: str, start: int, end: int, line: int, trust: int = STRONG) -> Marker | None:
    """The marker at ``start``, if a number stands there."""
    if start >= end or text[start] not in _INITIALS:
        return None
    match = MARK.match(text, start, end)
    if match is None:
        return None
    kind = match.lastgroup or ""  # the outer group closes last
    num = match.group("part_word" if kind == "part" else f"{kind}_num")
    if num is None:
        num = match.group("part_num")
    body = match.end()
    while body < end and text[body].isspace():
        body += 1
    return Marker(kind, num, start, body, line, key_of(kind, num), trust)


def bare_mark(text: str, start: int, end: int, line: int) -> Marker | None:
    """A number at ``start`` before a capital, its full stop lost or printed as a colon."""
    match = _BARE.match(text, start, end)
    if match is None:
        return None
    return Marker("clause", match[1], start, match.end(), line, number_key(match[1]), BARE)


def key_of(kind: str, num: str) -> Key:
    """The number in a form one can compare."""
    if kind in ("point", "oldpoint"):
        return letter_key(num)
    if kind == "decimal":
        return tuple(int(part) for part in num.split("."))
    if kind in ("article", "clause"):
        return number_key(num)
    return (_roman(num),)


_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _roman(num: str) -> int:
    """The value of a Roman number; 0 for anything else."""
    values = [_DIGITS.get(digit, 0) for digit in num]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
