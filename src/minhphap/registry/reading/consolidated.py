"""Recognise a consolidated text (*văn bản hợp nhất*), whatever number it was stored under."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import msgspec

from minhphap.citations import Citation, Work
from minhphap.text import find_dates

_HEAD = 8000
_OPENING = re.compile(
    r"có\s+hiệu\s+lực(?:\s+thi\s+hành)?[\s,]+(?:kể\s+)?từ\s+(?P<when>ngày[^,;\n]{5,60}?),?\s*"
    r"(?:đã\s+)?được\s+(?:sửa\s+đổi|bổ\s+sung|đính\s+chính)[^:\n;.]{0,60}?(?:bởi|theo)\s*(?::|$)",
    re.IGNORECASE | re.MULTILINE,
)
_FORCE = re.compile(
    r"có\s+hiệu\s+lực(?:\s+thi\s+hành)?[\s,]+(?:kể\s+)?từ\s+(?=ngày)", re.IGNORECASE
)
_STOP = re.compile(r"\n\s*(?:Căn\s+cứ|Chương|CHƯƠNG|Điều\s+1\b|PHẦN|Phần|Xét|Theo\s+đề\s+nghị)")
_NUMBER = re.compile(r"\d{1,5}\s*/\s*VBHN\s*-\s*[A-ZĐ]{2,}[\wĐ&-]*")
_CERTIFIED = re.compile(r"XÁC\s+THỰC\s+VĂN\s+BẢN\s+HỢP\s+NHẤT")


class Consolidation(msgspec.Struct, frozen=True):
    """What a consolidated text says of itself at its head and foot."""

    base: Work
    base_effect: dt.date | None
    changes: tuple[tuple[Work, dt.date | None], ...]
    """The acts worked in, each with its day of effect."""
    number: str
    """Its own number, "" where the text does not show it."""
    date: dt.date | None


def consolidation_of(text: str, citations: Sequence[Citation]) -> Consolidation | None:
    """Read "Luật …, có hiệu lực kể từ ngày …, được sửa đổi, bổ sung bởi: …"; None elsewhere."""
    opening = _OPENING.search(text, 0, _HEAD)
    if opening is None:
        return None
    line = text.rfind("\n", 0, opening.start()) + 1
    base = next((one for one in citations if one.start >= line and one.targets), None)
    if base is None or base.end > opening.start():
        return None
    stop = _STOP.search(text, opening.end(), opening.end() + _HEAD)
    end = stop.start() if stop else opening.end()
    effect = next(find_dates(opening["when"]), None)
    number, date = _own(text)
    return Consolidation(
        _bare(base.targets[0].work),
        effect.date if effect else None,
        tuple(_changes(text, citations, opening.end(), end)),
        number,
        date,
    )


def _changes(
    text: str, citations: Sequence[Citation], start: int, end: int
) -> list[tuple[Work, dt.date | None]]:
    """The first act each line of the list names, with its day of effect."""
    found = []
    at = start
    for line in text[start:end].split("\n"):
        first = next((one for one in citations if one.start >= at and one.targets), None)
        stop = at + len(line)
        if first is not None and first.end <= stop:
            forces = list(_FORCE.finditer(text, first.end, stop))  # the last: titles hold others
            mention = next(find_dates(text[forces[-1].end() : stop]), None) if forces else None
            found.append((_bare(first.targets[0].work), mention.date if mention else None))
        at = stop + 1
    return found


def _own(text: str) -> tuple[str, dt.date | None]:
    """Number and date of the consolidation itself: at the head, or with the certification."""
    head = _NUMBER.search(text, 0, 1500)
    certified = None if head else _CERTIFIED.search(text)
    number = head or (
        _NUMBER.search(text, max(0, certified.start() - 300), certified.end() + 600)
        if certified
        else None
    )
    if number is None:
        return "", None
    near = text[number.end() : number.end() + 400]
    mention = next(find_dates(near), None)
    return "".join(number[0].split()), mention.date if mention else None


def _bare(work: Work) -> Work:
    return Work(work.kind, work.number, work.date, work.issuer, work.title, work.year)
