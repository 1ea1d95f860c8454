"""The signs between which new text stands, and what follows or precedes them."""

from __future__ import annotations

import re
from typing import NamedTuple

from minhphap.structure.context import Context
from minhphap.structure.lines import UPPER, Marker
from minhphap.structure.lines import mark as mark_at


class Quotation(NamedTuple):
    """New text between quotation marks: ``open`` is the mark, ``start:end`` what it holds."""

    open: int
    start: int
    end: int
    close: int
    """After the closing mark."""
    closed: bool


MARKS = re.compile(
    r"[“”„‟«»\"‘’'`](?:(?<=[“”„‟«»\"])|(?<=[‘’'])[‘’']|(?<=`)`"
    r"|(?<=‘)(?<!\w‘)|(?<=’)(?!\w)|(?<=')(?:(?<!\w')|(?!\w)))"
)
OPENS = frozenset("“„«‘`")
CLOSES = frozenset("”»’")
DOUBLE, SINGLE = frozenset('“„«"'), frozenset("'’‘")
"""Marks that no single mark closes, and the single marks."""
AFTER = re.compile(r"[\s.;,:/”\"’']*(?:và\s*)?(?=\n|$)")
LETTER_APART = re.compile(r"([a-zđ])\s?\.\s{1,3}")
"""The letter of an inserted number, written apart from it."""
NEXT_NUMBER = re.compile(
    rf"[.;,]*\s{{1,3}}[“\"]?(?:\d{{1,3}}[a-zđ]?\.\s|[a-zđ]\)\s|Điều\s\d+)(?=\S)|[.;]\s{{0,2}}(?=[{UPPER}])"
)
NUMBER = re.compile(
    r"\s*(?:[ĐÐ](?:iều|IỀU)\s{0,3}\d|\d{1,3}(?:\.\d{1,2}){0,4}[a-zđ]{0,2}\s?\.(?!\d)|[a-zđ]\d?\s?[).]\s"
    r"|(?:Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|Phần|PHẦN)\s+[IVXLCt\d]|\d{1,2}(?:\.\d{1,2}){1,4}\s)"
)


def is_opening(text: str, at: int, mark: str) -> bool:
    """True for a mark that opens a quotation, by its shape or by where it stands."""
    if mark[0] in OPENS:
        return True
    if mark[0] in CLOSES:
        return False
    before = text[at - 1] if at else "\n"
    after = text[at + len(mark) : at + len(mark) + 1]
    inside = bool(after) and not after.isspace() and after not in ".,;:)"
    return (before.isspace() or before in "(:“") and inside


def name_of(marker: Marker) -> tuple[str, str]:
    """Type and number of the provision that a marker opens."""
    return (marker.kind.removeprefix("old"), marker.num)


def first_inside(context: Context, at: int, end: int) -> Marker | None:
    """The number that stands at an offset in the middle of a line, blanks and marks passed over."""
    line = context.line_at(at)
    return mark_at(context.text, skip(context.text, at, end), context.lines[line].end, line)


def skip(text: str, at: int, end: int) -> int:
    """The offset of the first character that is no blank and no quotation mark."""
    while at < end and (text[at].isspace() or text[at] in "“\"'"):
        at += 1
    return at
