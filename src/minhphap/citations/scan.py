"""The words of citations in a text, before it is asked what they point at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minhphap.citations import works
from minhphap.citations.attachments import read_attachment
from minhphap.citations.known import Known
from minhphap.citations.named import read_known, read_name
from minhphap.citations.provisions import Raw, read_provisions
from minhphap.citations.vocabulary import KINDS, OWN_ATTACHMENTS, any_of
from minhphap.citations.works import Read

_AFTER_MEMBER = re.compile(r"(?:[,;:]|(?<!\w)(?:và|hoặc))(?: +(?:và|các))? *$")
_PARAGRAPH = re.compile(r"[.;:]\s*\n|\.\s+(?=[A-ZĐ])|\n\s*[-–\d|]")
_DIGITS = re.compile(r"(?<![\w/.-])\d{1,5}[a-zđ]?(?:/(?:19|20)\d\d)?$")
_NEXT_LETTER = re.compile(r" *(?:, *và|,|;|và) +(?=\d{1,6}/[a-zđ])")
_LONGEST_TITLE = 600
_LONGEST_LEAD = 240
_PLURAL = re.compile(rf"(?:các +|những +)({any_of(KINDS)})(?!\w)[^.;]*$")
""" "các Nghị quyết của Quốc hội: số 5/2031/QH16": the kind is said once."""
_NAMING = re.compile(
    r"(?:gọi +(?:tắt +|chung +|gọn +)?là|viết +(?:tắt|gọn) +là|gọi +tắt)[ :]*[“\"]?$"
)


def scan(
    text: str,
    low: str,
    anchors: list[tuple[int, str]],
    start: int,
    end: int,
    known: Known,
) -> Iterator[Raw]:
    """The citations that begin and end in a stretch of a text, in order.

    ``known``: names that were given to documents before.
    """
    here = Known()
    names = (known, here)
    at = start
    kind: str | None = None
    numbered: Raw | None = None
    for hit, sort in anchors:
        if hit < at:
            continue
        if sort == "path":
            raw = read_provisions(text, low, hit, at, end, names)
        elif sort == "number":
            raw = _bare(text, low, hit, end, kind, numbered)
        elif sort == "symbol":
            raw = _continued(text, low, hit, at, end, kind, numbered)
        else:
            raw = _document(text, low, hit, end, sort, names)
        if raw is None or raw.end > end:
            continue
        raw.named = _gives_name(low, max(start, raw.start - 24), raw.start)
        if raw.named and raw.work is not None and raw.work.manner != "this":
            here[low[raw.start : raw.end]] = raw.work.work
        if raw.work is not None and raw.work.manner == "numbered":
            kind = raw.work.work.kind
            numbered = raw
        at = raw.end
        yield raw
        while kind == "letter" and (raw := _next_letter(text, low, at, end, raw)) is not None:
            at = raw.end
            numbered = raw
            yield raw


def _alone(read: Read | None) -> Raw | None:
    """A document that is cited without a provision."""
    return None if read is None else Raw(read.start, read.end, [], read)


def _gives_name(low: str, start: int, at: int) -> bool:
    """Whether "sau đây gọi là" stands right before an offset."""
    if low.find("gọi", start, at) < 0 and low.find("viết", start, at) < 0:
        return False
    return _NAMING.search(low, start, at) is not None


def _document(
    text: str, low: str, at: int, end: int, sort: str, names: Sequence[Known]
) -> Raw | None:
    read = read_attachment(text, low, at, end) if sort == "attachment" else None
    if read is None:
        read = works.read_work(text, low, at, end)
    if read is None and _gives_name(low, max(0, at - 24), at):
        read = read_name(text, low, at, end)
    if read is None and not low.endswith("ban hành ", 0, at):
        read = read_known(low, at, end, names)
    return _alone(read)


def _bare(text: str, low: str, at: int, end: int, kind: str | None, last: Raw | None) -> Raw | None:
    """ "số 1741/QĐ-UBND" in a row of documents whose kind was said once."""
    begin = low.index(" ", at)
    while begin < end and low[begin] in " :":
        begin += 1
    if begin >= end or not low[begin].isdigit():
        return None
    if not _in_series(text, low, last, at):
        plural = _PLURAL.search(low, max(0, at - _LONGEST_LEAD), at)
        if plural is None:
            return None
        word = " ".join(plural[1].split())
        if word in OWN_ATTACHMENTS and text[plural.start(1)].islower():
            return None  # "tại các quy định"
        kind = KINDS[word]
    read = works.read_bare(text, low, begin, end, kind)
    return None if read is None else Raw(at, read.end, [], read)


def _continued(
    text: str, low: str, hit: int, floor: int, end: int, kind: str | None, last: Raw | None
) -> Raw | None:
    """ "…; 01/2017/NĐ-CP ngày …" in a row of documents whose kind was said once."""
    digits = _DIGITS.search(low, max(floor, hit - 14), hit)
    if digits is None or not _in_series(text, low, last, digits.start()):
        return None
    return _alone(works.read_bare(text, low, digits.start(), end, kind))


def _next_letter(text: str, low: str, at: int, end: int, last: Raw) -> Raw | None:
    """ "công văn số 12/BTC-CST, 13/BTC-CST": letters in a row, whose symbols name no kind."""
    if last.work is None or last.work.manner != "numbered" or last.named:
        return None
    found = _NEXT_LETTER.match(low, at, end)
    read = works.read_bare(text, low, found.end(), end, "letter") if found else None
    return _alone(read)


def _in_series(text: str, low: str, last: Raw | None, at: int) -> bool:
    """Whether a number at ``at`` goes on a row of numbered documents in its paragraph."""
    if last is None or last.work is None or last.work.manner != "numbered":
        return False
    gap = text[last.end : at]
    if len(gap) > _LONGEST_TITLE or _PARAGRAPH.search(gap):
        return False
    return bool(_AFTER_MEMBER.search(low, last.end, at))
