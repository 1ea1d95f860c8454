"""Sentences of a paragraph, and the parts of a sentence that could stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

_END = re.compile(r"[.?!…]+[\"”’)]*(?=\s|$)|\n+")
_LAST_WORD = re.compile(r"[^\W\d_]{3,}(?=\.\s*$)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:TP|Tp|tp|TX|P|Q|TS|ThS|PGS|GS|BS|KS|LS|NĐ|QĐ|v\.v|Đ/c|đ/c|St|No|KT|TM|TL|TT"
    r"|Ông|Bà|[A-ZĐ])\.$"
)
_JOINT = re.compile(
    r";\s+(?:[-–+•]\s+)?(?:đồng thời |ngoài ra |bên cạnh đó |và |nhưng |tuy nhiên |mặt khác )?,?\s*"
    r"|[,.]?\s+(?:tuy nhiên|tuy vậy|song|nhưng|nhưng mà|có điều|ngoài ra|bên cạnh đó|mặt khác)"
    r"(?:,?\s+thì)?,?\s+|,?\s+đồng thời,?\s+(?:cũng )?"
    r"|(?:,|\s+và)\s+(?=(?:và |chỉ |xin |cũng |đồng thời )*(?:đề nghị|kiến nghị|góp ý|bổ sung|có)"
    r" )",
    re.IGNORECASE,
)
_OPENERS = {"“": "”", "‘": "’", "«": "»"}


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of ``text[start:end]``, without the white space around them."""
    held = quoted(text, start, end)
    at = start
    for stop in _END.finditer(text, start, end):
        if any(a < stop.start() < b for a, b in held) and stop[0][0] != "\n":
            continue
        if stop[0][0] in ".…" and not _begins(text, stop.end(), end):
            continue
        if stop[0] == "." and _ABBREVIATED.search(text, max(at, stop.end() - 8), stop.end()):
            continue
        yield from _trimmed(text, at, stop.end())
        at = stop.end()
    yield from _trimmed(text, at, end)


def _begins(text: str, at: int, end: int) -> bool:
    """True when what follows a full stop looks like the beginning of a sentence.

    Who types in small letters only is understood after a whole word: "… vào đối tượng. điều 12 …".
    """
    word = _LAST_WORD.search(text, max(0, at - 12), at)
    while at < end and text[at] in ' \t"“‘(-–+':
        at += 1
    return at >= end or not text[at].islower() or (word is not None and word[0][:1].islower())


def joints(text: str, start: int, end: int) -> Iterator[Span]:
    """Where a sentence could be cut: the spans of ";" and of "nhưng", "đồng thời"…"""
    held = quoted(text, start, end)
    for joint in _JOINT.finditer(text, start, end):
        if not any(a < joint.start() < b for a, b in held):
            yield joint.span()


def quoted(text: str, start: int, end: int) -> list[Span]:
    """The spans between quotation marks and in brackets, marks included; open ones are none."""
    spans: list[Span] = []
    opened: dict[str, int] = {}
    bracket = -1
    for at in range(start, end):
        letter = text[at]
        if letter == '"':
            if letter in opened:
                spans.append((opened.pop(letter), at + 1))
            else:
                opened[letter] = at
        elif letter in _OPENERS:
            opened.setdefault(_OPENERS[letter], at)
        elif letter in opened:
            spans.append((opened.pop(letter), at + 1))
        elif letter == "(":
            bracket = at if bracket < 0 else bracket
        elif letter == ")" and bracket >= 0:
            spans.append((bracket, at + 1))
            bracket = -1
    return sorted(spans)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
