"""Markdown files: the text without the marks of headings, emphasis, links and tables.

Marks are taken off by edits of the decoded text, so that every offset still leads back into it.
Lines stay lines: whether a line goes on with the next is for the reader of the text to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from minhphap.intake.plain import to_notice
from minhphap.intake.refusals import no_text
from minhphap.intake.source import Block, BlockKind, Cell, Source, Style
from minhphap.text import OffsetMap, decode, normalize

_FRONT = re.compile(r"---[ \t]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|$)")
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:=[ \t]*){3,})$")
_OPENING = re.compile(r"(?:[ ]{0,3}>[ ]?)*(?P<title>[ ]{0,3}#{1,6}(?:[ \t]+|$))?")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
_TABLE = re.compile(r"[ ]{0,3}\|.*\|[ \t]*$")
_DASHES = re.compile(r"[ ]{0,3}\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$")
_BAR = re.compile(r"[ \t]*(?<!\\)\|[ \t]*")
_MARK = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|<!--.*?-->|</?[A-Za-z][^<>]*>"
    r"|!\[[^\]\n]*\]\([^()\n]*\)|\[(?=[^\[\]\n]+\]\([^()\s]*\))|\]\([^()\s]*\)"
    r"|(?P<pair>(?<!\*)\*{1,3}(?!\*)|(?<!\w)_{1,3}(?!_)|(?<!_)_{1,3}(?!\w)|`+)"
)
_OPEN = 20
"""Marks that wait for their partner at one time; older ones are text."""
_BOLD = re.compile(r"[ \t]*(?:\*\*\*?|__)(?=\S).*(?<=\S)(?:\*\*\*?|__)[ \t]*$")


class _Line(NamedTuple):
    """What is known of a line of the text as read."""

    bold: bool = False
    cell: Cell | None = None


class _Edits:
    """The text under construction, with the way back."""

    def __init__(self, raw: str) -> None:
        self._raw, self._at = raw, 0
        self._parts: list[str] = []
        self._pieces: list[tuple[int, int]] = []

    def replace(self, start: int, end: int, new: str) -> None:
        """Keep what stands before ``start``, then write ``new`` for ``start:end``."""
        kept = start - self._at
        self._parts += (self._raw[self._at : start], new)
        self._pieces += ((kept, kept), (len(new), end - start))
        self._at = end

    def done(self) -> tuple[str, OffsetMap]:
        """The new text and its map to the old one."""
        self.replace(len(self._raw), len(self._raw), "")
        return "".join(self._parts), OffsetMap.from_pieces(self._pieces)


def read_markdown(data: bytes, name: str) -> Source:
    """Read a Markdown file; raises Unreadable."""
    decoded = decode(data)
    raw = decoded.text
    edits = _Edits(raw)
    lines = list(_edit(raw, edits))
    bare, to_raw = edits.done()
    clean = normalize(bare)
    if not clean.text.strip():
        raise no_text()
    offsets = clean.offsets.then(to_raw)
    return Source(
        text=clean.text,
        name=name,
        format="md",
        data=data,
        original=raw,
        offsets=offsets,
        blocks=tuple(_blocks(clean.text, lines)),
        notices=tuple(map(to_notice, (*decoded.remarks, *clean.remarks))),
    )


def _edit(raw: str, edits: _Edits) -> Iterator[_Line]:
    """Take the marks off line by line; what is known of each line that is left."""
    at, table, row = 0, -1, -1
    if front := _FRONT.match(raw):
        at = front.end()
        edits.replace(0, at, "")
    for line in raw[at:].split("\n"):
        start, at = at, at + len(line) + 1
        line = line.removesuffix("\r")
        if not _TABLE.match(line):
            row = -1
            yield _text_line(line, start, edits)
        elif _DASHES.match(line):
            edits.replace(start, min(at, len(raw)), "")
        else:
            table, row = (table, row + 1) if row >= 0 else (table + 1, 0)
            yield from _row(line, start, edits, table, row)


def _text_line(line: str, start: int, edits: _Edits) -> _Line:
    if _RULE.match(line):
        edits.replace(start, start + len(line), "")
        return _Line()
    opening = _OPENING.match(line)
    assert opening is not None  # it may match nothing at all
    title = opening["title"] is not None
    edits.replace(start, start + opening.end(), "")
    closing = _CLOSING.search(line, opening.end()) if title else None
    end = closing.start() if closing else len(line)
    _inline(line[opening.end() : end], start + opening.end(), edits)
    if closing:
        edits.replace(start + end, start + len(line), "")
    return _Line(title or bool(_BOLD.match(line, opening.end())))


def _row(line: str, start: int, edits: _Edits, table: int, row: int) -> Iterator[_Line]:
    """Each cell of a table on a line of its own."""
    bars = list(_BAR.finditer(line))
    for column, (bar, after) in enumerate(pairwise(bars)):
        edits.replace(start + bar.start(), start + bar.end(), "\n" if column else "")
        _inline(line[bar.end() : after.start()], start + bar.end(), edits)
        yield _Line(bool(_BOLD.match(line[bar.end() : after.start()])), Cell(table, row, column))
    edits.replace(start + bars[-1].start(), start + len(line), "")


def _inline(text: str, start: int, edits: _Edits) -> None:
    """Take off the marks inside a line; those of emphasis only where they come in pairs."""
    marks = list(_MARK.finditer(text))
    kept: list[re.Match[str]] = []  # pair marks still waiting for their partner
    paired: set[int] = set()
    for mark in marks:
        if not mark["pair"]:
            continue
        after_blank = not mark.start() or text[mark.start() - 1].isspace()
        partner = next((one for one in reversed(kept) if one[0] == mark[0]), None)
        if partner is not None and not after_blank:
            paired |= {partner.start(), mark.start()}
            del kept[kept.index(partner) :]
        elif text[mark.end() : mark.end() + 1].strip():
            kept = [*kept[-_OPEN:], mark]
    for mark in marks:
        if not mark["pair"] or mark.start() in paired:
            edits.replace(start + mark.start(), start + mark.end(), mark["escaped"] or "")


def _blocks(text: str, lines: list[_Line]) -> Iterator[Block]:
    """A paragraph or cell for each line that is not blank."""
    at = 0
    for number, line in enumerate(text.split("\n")):
        known = lines[number] if number < len(lines) else _Line()
        if line and not line.isspace():
            kind: BlockKind = "cell" if known.cell else "paragraph"
            end = at + len(line)
            yield Block(kind, at, end, Style(bold=known.bold), number_end=at, cell=known.cell)
        at += len(line) + 1
