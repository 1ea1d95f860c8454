"""The user's own Word file with margin comments on the exact words."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from minhphap.reports.docx.comment import comment_xml, lines_of
from minhphap.reports.docx.package import Package
from minhphap.reports.docx.part import PartEdit
from minhphap.reports.places import excerpt
from minhphap.reports.words import message_of

if TYPE_CHECKING:
    from minhphap.findings import Finding
    from minhphap.intake import Anchor, Source
    from minhphap.reports.report import Lang

_WORD = re.compile(r"\S+")
_COMMENT_ID = re.compile(rb"<(?:\w+:)?comment\w*\s[^>]*?\bid=[\"'](\d{1,9})[\"']")


class Annotator:
    """The source's own file under change: comments for findings, each on its words.

    Parts that no change touches stay as they are, packed bytes included; a file without any
    change comes back as it was.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self._package = Package(source.data)
        self._package.drop_macros()
        self._commented = self._package.commented_parts()
        self._parts: dict[str, PartEdit] = {}

    def part(self, name: str) -> PartEdit:
        """A part under change, opened once."""
        if name not in self._parts:
            self._parts[name] = PartEdit(self._package.read(name) or b"")
        return self._parts[name]

    def comment(
        self, findings: Sequence[Finding], lang: Lang, author: str, date: dt.datetime | None
    ) -> None:
        """Add a comment for each finding."""
        if not findings:
            return
        comments = []
        for number, finding in enumerate(findings, self._first_number()):
            about = self._place(finding, number)
            comments.append(comment_xml(number, lines_of(finding, lang, about), author, date))
        self._package.add_comments(self._package.comments_part(), "".join(comments))

    def remark(self, lang: Lang, author: str, date: dt.datetime | None) -> None:
        """Say on the first word what the reader must know of the source (it was recognised…)."""
        source = self.source
        if not source.notices or not source.anchors:
            return
        number, first = self._first_number(), source.anchors[0]
        word = _WORD.search(source.text, first.start, first.end)
        anchors = source.anchors_in(*word.span()) if word else [first]
        self.part(first.part).comment(number, anchors[0], anchors[-1])
        lines = (("", f"● {message_of(one, lang)}") for one in source.notices)
        comment = comment_xml(number, lines, author, date)
        self._package.add_comments(self._package.comments_part(), comment)

    def data(self) -> bytes:
        """The file with all changes."""
        for name, edit in self._parts.items():
            self._package.put(name, edit.data())
        return self._package.data()

    def _first_number(self) -> int:
        """A number above those of all comments and their marks, which comments may not share."""
        numbers = [-1]
        for name in (*self._commented, self._package.comments_part()):
            data = self._package.read(name) or b""
            numbers += map(int, _COMMENT_ID.findall(data))
        return max(numbers) + 1

    def _place(self, finding: Finding, number: int) -> str | None:
        """Anchor a comment; gives the words it is about where it does not stand on them."""
        source = self.source
        anchors = _anchors(source, finding.start, finding.end)
        exact = bool(anchors)
        anchors = anchors or _near(source, finding.start)
        main = self._package.main
        name = anchors[0].part if anchors else main
        if name not in self._commented:
            anchors = list(islice((one for one in source.anchors if one.part == main), 1))
            name, exact = main, False
        edit = self.part(name)
        anchors = edit.one_story([one for one in anchors if one.part == name])
        if not anchors:  # no run holds these words (a formula): the part's first run
            inside = (one for one in source.anchors if one.part == name and edit.one_story([one]))
            anchors, exact = list(islice(inside, 1)), False
        if not anchors:
            raise ValueError("the source's anchors do not lead into this file")
        first, last = anchors[0], anchors[-1]
        if exact:
            start = max(finding.start, first.start)
            first = edit.refined(first, source.text, start, first.end)
            end = min(finding.end, last.end)
            last = edit.refined(last, source.text, last.start, end)
        edit.comment(number, first, last)
        if exact and not edit.is_boxed(anchors[0]):
            return None
        return excerpt(source, finding.start, finding.end, 80) or None


def _anchors(source: Source, start: int, end: int) -> list[Anchor]:
    """The anchors under a span without the blanks at its edges."""
    words = source.text[start:end]
    if words.strip(" \t\n"):
        start += len(words) - len(words.lstrip(" \t\n"))
        end = start + len(words.strip(" \t\n"))
    return source.anchors_in(start, end)


def _near(source: Source, at: int) -> list[Anchor]:
    """The words nearest to a place that stands in no node: a number that Word makes, a gap.

    First the first run of the same line, then the last word before, then the first after.
    """
    line = source.text.rfind("\n", 0, at) + 1
    end = source.text.find("\n", at)
    end = len(source.text) if end < 0 else end
    if anchors := source.anchors_in(line, end):
        return _at_point(source, at, anchors) if at > anchors[0].start else anchors[:1]
    count = bisect_right(source.anchors, at, key=lambda one: one.start)
    if not count:
        return list(source.anchors[:1])
    before = source.anchors[count - 1]
    words = list(_WORD.finditer(source.text, before.start, before.end))
    return source.anchors_in(*words[-1].span()) if words else [before]


def _at_point(source: Source, at: int, anchors: list[Anchor]) -> list[Anchor]:
    """The word at an empty span inside a line, or the last one before it."""
    words = list(_WORD.finditer(source.text, anchors[0].start, anchors[-1].end))
    chosen = [word for word in words if word.start() <= at]
    return source.anchors_in(*chosen[-1].span()) if chosen else anchors[:1]
