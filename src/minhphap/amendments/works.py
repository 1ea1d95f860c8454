"""Which work an amending document changes, at each place of its text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec

from minhphap.citations import Citation, Role, Work
from minhphap.law import parse_number
from minhphap.structure import Document, Provision
from minhphap.text import comparison_key

_CHANGES: frozenset[Role] = frozenset(("amends", "repeals", "replaces", "adds"))
SHORT = re.compile(r"\d+(?:/[A-ZĐ]+)?")
"""A number without its year."""
_OF_AMENDING = re.compile(
    r"(?:theo|bởi|tại|và|,)\s+luật\s+sửa\s+đổi,\s+bổ\s+sung\s+một\s+số\s+điều\s+của\s*$"
)
"""Before a title: the number behind it is that of the law that amended it."""


class Meant(NamedTuple):
    """What bare paths mean at a place: the work, and the provision of it being changed."""

    work: Work | None
    eid: str | None


class Works:
    """The works that one document names."""

    def __init__(self, document: Document, citations: Sequence[Citation]) -> None:
        self.document = document
        self.text = document.source.text
        self.citations = citations
        self.starts = [one.start for one in citations]
        self.numbers: dict[str, str | None] = {}
        quoted = _quoted(document)
        for citation in citations:
            at = bisect_right(quoted, citation.start)
            for target in citation.targets[: 1 - at % 2]:
                self._learn(target.work)
        self.title = self._of_title()

    def _learn(self, work: Work) -> None:
        """A title cited with one number always means that number."""
        if not (work.title and work.number):
            return
        key = comparison_key(work.title)
        known = self.numbers.setdefault(key, work.number)
        if known != work.number:
            self.numbers[key] = None

    def filled(self, work: Work) -> Work:
        """The work with the number that another place gives it."""
        if work.number is not None and work.date is None and SHORT.fullmatch(work.number):
            return self._written_out(work)
        if work.number or not work.title:
            return work
        key = comparison_key(work.title)
        if key not in self.numbers:
            self.numbers[key] = self._number_of(key)
        number = self.numbers[key]
        if number and work.date and str(work.date.year) not in number:
            return work  # "Luật Phí ngày 20 tháng 3 năm 1996" beside a later one
        return msgspec.structs.replace(work, number=number) if number else work

    def _written_out(self, work: Work) -> Work:
        """ "Thông tư số 13", "Nghị định 88/CP" where one with that number is cited in full."""
        first = (work.number or "").partition("/")[0].lstrip("0")
        found = self._by_first.get((work.kind, first), set())
        number = next(iter(found)) if len(found) == 1 else work.number
        return msgspec.structs.replace(work, number=number)

    @cached_property
    def _by_first(self) -> dict[tuple[str | None, str], set[str]]:
        """Full numbers by kind and first figure."""
        held: dict[tuple[str | None, str], set[str]] = defaultdict(set)
        for citation in self.citations:
            for target in citation.targets[:1]:
                first, _, rest = (target.work.number or "").partition("/")
                if re.match(r"\d{4}/", rest):
                    held[target.work.kind, first.lstrip("0")].add(target.work.number or "")
        return held

    def _number_of(self, title: str) -> str | None:
        """The number that follows a title anywhere in the text ("… Luật Hải quan số …")."""
        pattern = r"\s+".join(map(re.escape, title.split())) + r",?\s+số(?::|\s)\s*(\d\S*)"
        roots = self.document.provisions
        head = roots[0].end if roots and roots[0].type == "preamble" else 0
        for end in (head, len(self.low)):  # the enacting words know which of two is meant
            found = {
                parsed.normal: parsed.written
                for match in re.finditer(pattern, self.low[:end])
                if not _OF_AMENDING.search(self.low, max(0, match.start() - 90), match.start())
                and (parsed := parse_number(self.text[match.start(1) : match.end(1)])) is not None
            }
            if len(found) == 1:
                return next(iter(found.values())).strip(',;.()”"')
        return None

    @cached_property
    def low(self) -> str:
        """The text in small letters."""
        return comparison_key(self.text)

    def between(self, start: int, end: int) -> Sequence[Citation]:
        """The citations of a span."""
        return self.citations[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _of_title(self) -> Work | None:
        """The work that the title, or the enacting words, say is changed; a basis says nothing:
        "Căn cứ Luật số … sửa đổi, bổ sung một số điều của Luật …"."""
        roots = self.document.provisions
        if not roots or roots[0].type != "preamble":
            return None
        bases = [one for one in roots[0].children if one.type == "basis"]
        if not bases:
            return self._changed(roots[0].start, roots[0].end)
        titled = self._changed(roots[0].start, bases[0].start)
        return titled or self._changed(bases[-1].end, roots[0].end)

    def _changed(self, start: int, end: int) -> Work | None:
        for citation in self.between(start, end):
            if citation.role in _CHANGES and citation.targets:
                work = citation.targets[0].work
                if not (work.this or work.attached):
                    return work
        return None

    def in_heading(self, container: Provision, meant: Meant) -> Meant:
        """What the heading of a chapter or section says is changed in it."""
        end = container.children[0].start if container.children else container.end
        work = self._changed(container.start, end)
        return Meant(work, None) if work is not None else meant


def _quoted(document: Document) -> list[int]:
    """Starts and ends of new text, in order."""
    bounds: list[int] = []
    for one in document.walk():
        if one.type.startswith("quoted") and (not bounds or one.start >= bounds[-1]):
            bounds += [one.start, one.end]
    return bounds
