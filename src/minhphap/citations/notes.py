"""The notes at the end of a consolidated text: "[7] Khoản này được sửa đổi theo …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from minhphap.citations.folding import UPPER
from minhphap.structure import Document

_HEADING = re.compile(r"(?m)^[ \t]*CHÚ THÍCH CUỐI TRANG")
_FIRST = re.compile(r"(?m)^[ \t]*(?:\[1\]|1[ \t]+(?:Luật|Nghị định|Thông tư)[ \t]+số)[ \t]")
_MARK = re.compile(r"\[(\d{1,3})\]")
_NOTE = re.compile(rf"(?m)^[ \t]*\[?(\d{{1,3}})\]?[ \t]+(?=[{UPPER}“(])")


class Note(msgspec.Struct, frozen=True):
    """A note, or what stands between the heading of the notes and the first of them (eid None).

    ``eid``: the provision that carries its mark, which "Khoản này" in the note means.
    """

    start: int
    end: int
    eid: str | None


def read_notes(document: Document) -> list[Note]:
    """The notes of a consolidated text, in order; they reach to its end."""
    text = document.source.text
    at = _begin(text)
    if at == len(text):
        return []
    marks = _marks(text, at)
    notes: list[Note] = []
    begin, eid = at, None
    for start, number in _starts(text, at):
        notes.append(Note(begin, start, eid))
        place = marks.get(number)
        provision = document.at(place) if place is not None else None
        begin, eid = start, provision.eid if provision is not None else None
    notes.append(Note(begin, len(text), eid))
    return [note for note in notes if note.start < note.end]


def _begin(text: str) -> int:
    """Where the notes begin: after their last heading, or at a first note late in the text."""
    size = len(text)
    headings = [found.start() for found in _HEADING.finditer(text, size // 3)]
    if headings:
        return headings[-1]
    first = _FIRST.search(text, size * 11 // 20)
    return first.start() if first else size


def _marks(text: str, end: int) -> dict[int, int]:
    """Number -> offset of the marks of notes in the text before, in rising order."""
    marks: dict[int, int] = {}
    last = 0
    for found in _MARK.finditer(text, 0, end):
        if int(found[1]) > last:
            last = int(found[1])
            marks[last] = found.start()
    return marks


def _starts(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Offset and number of each note, in rising order."""
    last = 0
    for found in _NOTE.finditer(text, at):
        if last < int(found[1]) <= last + 3 or not last:
            last = int(found[1])
            yield found.start(), last
