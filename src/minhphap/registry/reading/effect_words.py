"""What a text says of its own effect: from which day, until which, and of which provisions."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from minhphap.citations import Citation
from minhphap.law import kind_named
from minhphap.registry.reading.incoming import OwnEffect
from minhphap.structure import Document
from minhphap.text import find_dates, number_in_words

_SELF = (
    r"(?P<self>(?:Bộ\s+luật|Luật|Pháp\s+lệnh|Nghị\s+quyết|Nghị\s+định|Quyết\s+định"
    r"|Thông\s+tư(?:\s+liên\s+tịch)?|Chỉ\s+thị)\s+này)"
)
_CIRCULARS = {"circular", "joint_circular"}
_FORCE = r"có\s+hiệu\s+lực(?:\s+(?:thi\s+hành|áp\s+dụng|pháp\s+luật|thực\s+hiện))?"
_FROM = r"[\s,]*(?:kể\s+|bắt\s+đầu\s+)?(?:từ\s+)?(?P<when>ngày\s|sau\s)"
_PASSED = r"(?:\s+(?:đã\s+)?được\s(?:[^.;\n]|\.(?=\d)){0,200}?thông\s+qua[^.;\n]{0,80}?(?:,|và))?"
_OWN = re.compile(
    rf"{_SELF}{_PASSED}\s*,?\s*(?:bắt\s+đầu\s+|chính\s+thức\s+|sẽ\s+)?{_FORCE}{_FROM}",
    re.IGNORECASE,
)
_PART = re.compile(rf"{_FORCE}[\s,]*(?:kể\s+)?từ\s+(?P<when>ngày\s)", re.IGNORECASE)
_SIGNED = re.compile(
    r"ngày\s+(?:được\s+)?(?:ký|ban\s+hành|thông\s+qua|công\s+bố)(?!\w)", re.IGNORECASE
)
_AFTER = re.compile(
    r"sau\s+(?P<days>\d{1,3}|[^\W\d]+(?:\s+[^\W\d]+){0,3}?)\s*(?:\([^)]*\)\s*)?ngày[\s,]*"
    r"(?:kể\s+)?(?:từ\s+)?ngày\s+(?:được\s+)?(?:ký|ban\s+hành|thông\s+qua)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"[^.;\n]{0,60}?đến\s+hết\s+(?=ngày\s)", re.IGNORECASE)
_GONE = re.compile(rf"{_SELF}\s+hết\s+hiệu\s+lực[^.;\n]{{0,30}}?từ\s+(?=ngày\s)", re.IGNORECASE)
_WITHIN = re.compile(
    r"(?<!\w)(?:của|tại|theo|trong|với|thuộc|ngày|khi|trước|sau|bởi)\s+$", re.IGNORECASE
)
"""Before "Luật này" where something else is spoken of: "Điều 2 của Luật này có hiệu lực …"."""
_NEAR = 80
_STOP = re.compile(r"[.;,\n]")


class Told(msgspec.Struct, frozen=True):
    """First day of effect and first day without it, as the text gives them."""

    first: dt.date | None = None
    until: dt.date | None = None
    parts: tuple[OwnEffect, ...] = ()
    span: tuple[int, int] = (0, 0)
    """The words that say so, up to the day; empty where there are none."""


def own_effect(document: Document, citations: Sequence[Citation], signed: dt.date | None) -> Told:
    """Read the clause of effect; ``signed`` is the day of "kể từ ngày ký"."""
    text = document.source.text
    first = until = None
    span = (0, 0)
    for found in _OWN.finditer(text):
        if not _is_self(document, found):
            continue
        if first is None:
            first = _day(text, found.start("when"), signed)
            span = (found.start(), _sentence_end(text, found.end()))
        end = _UNTIL.match(text, found.end())
        if end and until is None:
            until = _next_day(_date_at(text, end.end()))
    for found in _GONE.finditer(text):
        if until is None and _is_self(document, found):
            until = _date_at(text, found.end())
    return Told(first, until, tuple(_parts(document, citations)), span if first else (0, 0))


def new_effect(words: str) -> dt.date | None:
    """The day in words that replace a clause of effect: "1. Luật này có hiệu lực từ ngày …"."""
    found = _OWN.search(words)
    if found is None or _WITHIN.search(words, max(0, found.start() - 12), found.start()):
        return None
    return _date_at(words, found.start("when"))


def _sentence_end(text: str, at: int) -> int:
    """Where the day of effect, or the sentence, ends."""
    mention = next(find_dates(text[at - 5 : at + _NEAR]), None)
    if mention and mention.start <= 5:
        return at - 5 + mention.end
    stop = _STOP.search(text, at)
    return stop.start() if stop else len(text)


def _is_self(document: Document, found: re.Match[str]) -> bool:
    """Whether the document speaks of itself: it is the subject, and of the kind that is named."""
    start = found.start()
    if _WITHIN.search(found.string, max(0, start - 12), start):
        return False
    kind, said = document.meta.kind, kind_named(" ".join(found["self"].split()[:-1]))
    alike = said is None or kind in (None, "consolidated", said.id) or {kind, said.id} == _CIRCULARS
    return alike and _speaks(document, start)


def _speaks(document: Document, at: int) -> bool:
    """Whether an offset stands in the deciding part, in words that are not quoted."""
    holder = document.at(at)
    if holder is None:
        return True
    own = not holder.type.startswith("quoted") and "__q_" not in holder.eid
    return own and holder.type != "appendix" and not holder.eid.startswith(("att_", "app_"))


def _day(text: str, at: int, signed: dt.date | None) -> dt.date | None:
    after = _AFTER.match(text, at)
    if after:
        days = int(after["days"]) if after["days"].isdecimal() else number_in_words(after["days"])
        return signed + dt.timedelta(days) if signed and days else None
    if _SIGNED.match(text, at):
        return signed
    return _date_at(text, at)


def _date_at(text: str, at: int) -> dt.date | None:
    """The date that begins right here."""
    mention = next(find_dates(text[at : at + _NEAR]), None)
    return mention.date if mention and mention.start <= 1 else None


def _next_day(day: dt.date | None) -> dt.date | None:
    return day + dt.timedelta(1) if day else None


def _parts(document: Document, citations: Sequence[Citation]) -> Iterator[OwnEffect]:
    """ "Điều 5 và khoản 2 Điều 7 có hiệu lực từ ngày …": provisions with a day of their own."""
    text = document.source.text
    starts = [one.start for one in citations]
    for found in _PART.finditer(text):
        if not _speaks(document, found.start()):
            continue
        day = _date_at(text, found.start("when"))
        if day is None:
            continue
        begin = max(text.rfind("\n", 0, found.start()), text.rfind("; ", 0, found.start())) + 1
        yield from _named(text, citations, starts, begin, found.start(), day)


def _named(
    text: str, citations: Sequence[Citation], starts: list[int], begin: int, end: int, day: dt.date
) -> Iterator[OwnEffect]:
    """The provisions that are the subject: a row of citations right before the words of effect."""
    row = citations[bisect_left(starts, begin) : bisect_left(starts, end)]
    if not row or text[row[-1].end : end].strip():
        return
    for one in row:
        if one.role != "refers":
            return
        for target in one.targets:
            if target.work.this and target.resolved:
                yield OwnEffect(target.resolved, "in_force", day)
