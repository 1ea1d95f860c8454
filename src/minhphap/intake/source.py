"""The text of a file and where every character of it came from."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from functools import cached_property
from typing import Literal

import msgspec

from minhphap.text import OffsetMap

Format = Literal["docx", "doc", "odt", "rtf", "pdf", "html", "txt", "md", "image"]
BlockKind = Literal[
    "paragraph", "cell", "header", "footer", "footnote", "endnote", "textbox", "page_number"
]


class Style(msgspec.Struct, frozen=True):
    """How a block looks, as far as it helps to tell a heading from a sentence."""

    bold: bool = False
    italic: bool = False
    centred: bool = False
    font: str = ""
    size: float = 0.0
    """Points; 0 when unknown."""


class Cell(msgspec.Struct, frozen=True):
    """The place of a table cell: which table of the file (from 0), row and column (from 0)."""

    table: int
    row: int
    column: int


class Block(msgspec.Struct, frozen=True):
    """One paragraph of the text, without its line break.

    Blocks are in the order of the text, do not overlap, and have at most white space between
    them. ``number_end`` is the end of the automatic number that Word would print at the start
    of the paragraph and that ``Source.text`` therefore carries, with the blank after it (== start
    or -1: none); ``text[number_end:end]`` is what the file holds. Footnotes and endnotes come
    after all other blocks.
    """

    kind: BlockKind
    start: int
    end: int
    style: Style = Style()
    number_end: int = -1
    cell: Cell | None = None


class Anchor(msgspec.Struct, frozen=True):
    """One run of characters of ``Source.text`` and the node of the file that holds it.

    In a Word file ``part`` is the package part ("word/document.xml") and ``node`` the ordinal
    (from 0) of the text-bearing element (``w:t``, ``w:tab``, ``w:br``, ``w:noBreakHyphen``,
    ``w:sym``…) among those of that part in document order, deleted ones included. ``offset`` is
    the first character inside that node. In a PDF or an image ``part`` is "page:N" (from 1),
    ``node`` the ordinal of the line or word, and ``box`` its place in points from the top left.
    Characters covered by no anchor (automatic numbers, line breaks) stand in no node.
    """

    start: int
    end: int
    part: str
    node: int
    offset: int = 0
    box: tuple[float, float, float, float] | None = None
    confidence: float = 1.0
    """Of recognition, 0 to 1; 1 for born-digital text."""
    length: int = -1
    """Characters of the node it stands for, where not ``end - start`` (a composed letter)."""

    @property
    def offset_end(self) -> int:
        """The first character inside the node after this run."""
        return self.offset + (self.end - self.start if self.length < 0 else self.length)


class TrackedChange(msgspec.Struct, frozen=True):
    """A tracked insertion (its span is in the text) or deletion (empty span, ``text`` is gone)."""

    kind: Literal["insertion", "deletion"]
    start: int
    end: int
    text: str
    author: str = ""
    date: dt.datetime | None = None
    moved: bool = False
    """True for the two halves of a move: a deletion here, an insertion there."""


class Comment(msgspec.Struct, frozen=True):
    """A margin comment that the file already carries, on the span it was written to."""

    start: int
    end: int
    text: str
    author: str = ""
    date: dt.datetime | None = None


class Removed(msgspec.Struct, frozen=True):
    """Something taken out of the running text but remembered, and the offset it stood at.

    ``running``: a header, footer or page number (in a Word file all stand at 0); ``note_mark``:
    the raised number that leads to a footnote; ``hidden``: text that Word does not show.
    """

    at: int
    text: str
    page: int = 0
    kind: Literal["running", "note_mark", "hidden"] = "running"


class Notice(msgspec.Struct, frozen=True):
    """Something a reader of the result must know about the file (a macro, a legacy encoding…)."""

    code: str
    message: str
    message_en: str
    start: int = 0
    end: int = 0


class Source(msgspec.Struct, frozen=True, dict=True):
    """The canonical text of a file: NFC, ``\\n`` as the only line break, one block a line.

    ``text`` is what a reader of the printed page would see, tracked changes accepted, automatic
    numbers written out, hidden characters left out. ``offsets`` leads from ``text`` to
    ``original``, the text as decoded from the file (equal to ``text`` for Word, PDF and other
    formats whose text is assembled from nodes: there ``anchors`` lead into the file).
    """

    text: str
    name: str = ""
    format: Format = "txt"
    data: bytes = b""
    """The file as it was, so that a report can be written into it; empty for bare text."""
    original: str | None = None
    """None: the same as ``text``."""
    offsets: OffsetMap | None = None
    """None: identity."""
    blocks: tuple[Block, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    changes: tuple[TrackedChange, ...] = ()
    comments: tuple[Comment, ...] = ()
    removed: tuple[Removed, ...] = ()
    notices: tuple[Notice, ...] = ()
    recognised: bool = False
    """True when the text, or a part of it, comes from optical recognition."""

    @cached_property
    def _lines(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of an offset; columns count original characters."""
        line = bisect_right(self._lines, offset) - 1
        start = self._lines[line]
        first, last = self.span_in_original(start, offset)
        return line + 1, last - first + 1

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line break."""
        start = self._lines[number - 1]
        end = self._lines[number] - 1 if number < len(self._lines) else len(self.text)
        return self.text[start:end]

    def span_in_original(self, start: int, end: int) -> tuple[int, int]:
        """The span of ``original`` that a span of ``text`` came from."""
        return self.offsets.span(start, end) if self.offsets else (start, end)

    @cached_property
    def _anchor_starts(self) -> list[int]:
        return [anchor.start for anchor in self.anchors]

    def anchors_in(self, start: int, end: int) -> list[Anchor]:
        """The anchors that hold some of ``start:end``, cut to it, in order."""
        found = []
        for at in range(max(0, bisect_right(self._anchor_starts, start) - 1), len(self.anchors)):
            anchor = self.anchors[at]
            if anchor.start >= end:
                break
            a, b = max(anchor.start, start), min(anchor.end, end)
            if a >= b:
                continue
            if anchor.length < 0:
                offset = anchor.offset + a - anchor.start
                anchor = msgspec.structs.replace(anchor, start=a, end=b, offset=offset)
            found.append(anchor)
        return found
