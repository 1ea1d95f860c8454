"""Where new text stands in quotation marks inside amending provisions."""

from __future__ import annotations

import re
from typing import NamedTuple

from minhphap.structure.amending import (
    INSTRUCTION,
    announced,
    announces,
    awaited,
    commands,
    instructs,
)
from minhphap.structure.context import Context
from minhphap.structure.lines import CELL, STRONG, UPPER, Marker, key_of
from minhphap.structure.lines import mark as mark_at
from minhphap.structure.numbering import follows_letter, follows_number


class Quotation(NamedTuple):
    """New text between quotation marks: ``open`` is the mark, ``start:end`` what it holds."""

    open: int
    start: int
    end: int
    close: int
    """After the closing mark."""
    closed: bool


_MARKS = re.compile(r"[“”„‟«»\"]|''|‘‘|’’|``|(?<!\w)‘|’(?!\w)|(?<!\w)'|'(?!\w)")
_OPENS = frozenset("“„«‘`")
_CLOSES = frozenset("”»’")
_AFTER = re.compile(r"[\s.;,:/”\"’']*(?:và\s*)?(?=\n|$)")
_LETTER_APART = re.compile(r"([a-zđ])\s?\.\s{1,3}")
"""The letter of an inserted number, written apart from it."""
_NEXT_NUMBER = re.compile(
    rf"[.;,]*\s{{1,3}}[“\"]?(?:\d{{1,3}}[a-zđ]?\.\s|[a-zđ]\)\s|Điều\s\d+)(?=\S)|[.;]\s{{0,2}}(?=[{UPPER}])"
)
_NUMBER = re.compile(
    r"\s*(?:[ĐÐ](?:iều|IỀU)\s{0,3}\d|\d{1,3}(?:\.\d{1,2}){0,4}[a-zđ]{0,2}\s?\.(?!\d)|[a-zđ]\d?\s?[).]\s"
    r"|(?:Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|Phần|PHẦN)\s+[IVXLCt\d]|\d{1,2}(?:\.\d{1,2}){1,4}\s)"
)


def find_quotations(context: Context, lo: int, hi: int) -> list[Quotation]:
    """The quotations of new text in ``lo:hi``, in order, not overlapping."""
    return _Finder(context, lo, hi).run()


class _Finder:
    """One pass over the quotation marks and the numbers at line starts."""

    def __init__(self, context: Context, lo: int, hi: int) -> None:
        self.context = context
        self.text = context.text
        self.lo = lo
        self.hi = hi
        self.found: list[Quotation] = []
        self.open = -1
        self.start = -1
        self.depth = 0
        self.mark = ""
        self.last_event = lo
        self.names: frozenset[tuple[str, str]] = frozenset()
        self.seen: set[tuple[str, str]] = set()
        self.article: Marker | None = None
        self.clause: Marker | None = None
        self.point: Marker | None = None
        self.inner: Marker | None = None
        """The last clause inside the open quotation."""

    def run(self) -> list[Quotation]:
        events: list[tuple[int, re.Match[str] | None, Marker | None]] = [
            (match.start(), match, None) for match in _MARKS.finditer(self.text, self.lo, self.hi)
        ]
        if not events and not self.lead_in_somewhere():
            return []
        for number in self.context.lines_between(self.lo, self.hi):
            marker = self.context.marks[number]
            if marker is not None and marker.trust != CELL:
                events.append((marker.start, None, marker))
        events.sort(key=lambda event: event[0])
        self.events = events
        for index, (at, match, marker) in enumerate(events):
            self.index = index
            if match is not None:
                self.quote(match)
                self.last_event = at
            elif marker is not None:
                self.number(marker)
        if self.open >= 0:
            self.close(self.context.trim(self.hi, self.start), self.hi, closed=False)
        return self.found

    def lead_in_somewhere(self) -> bool:
        return "như sau" in self.text

    # --- opening -------------------------------------------------------------------------

    def quote(self, match: re.Match[str]) -> None:
        at, mark = match.start(), match.group()
        if self.open < 0:
            if at >= (self.found[-1].close if self.found else 0):
                self.try_open(at, match.end(), mark)
            return
        if at < self.start:
            return
        if "\n" in self.text[self.last_event : at] and self.depth > 1:
            line = self.context.line_at(at)
            if not self.context.joined[line]:
                self.depth = 1
        if self.is_opening(at, mark):
            if (
                self.starts_line(at)
                and _NUMBER.match(self.text, match.end())
                and mark in _OPENS
                and not self.is_below(match.end())
            ):
                self.close(self.context.trim(at, self.start), at, closed=False)
                self.try_open(at, match.end(), mark)
            else:
                self.depth += 1
        else:
            self.depth -= 1
            if self.depth <= 0:
                self.try_close(at, match.end())

    def is_below(self, at: int) -> bool:
        """True for clause 1 or point a right below the heading of a quoted article or clause."""
        line = self.context.line_at(at)
        if self.is_inner_lead(line):
            return True
        if len(self.seen) != 1 or self.last_event > self.start:
            return False
        kind = next(iter(self.seen))[0]
        marker = mark_at(self.text, self.skip_space(at), self.context.lines[line].end, line)
        below = {"article": ("clause", "point"), "clause": ("point",)}.get(kind, ())
        return marker is not None and marker.kind in below

    def is_inner_lead(self, line: int) -> bool:
        """True when the paragraph before is a numbered instruction of the quotation itself."""
        before = line - 1
        while before > 0 and self.context.joined[before]:
            before -= 1
        marker = self.context.marks[before] if before >= 0 else None
        return marker is not None and marker.start >= self.start and instructs(self.lead(line))

    def starts_line(self, at: int) -> bool:
        return self.context.lines[self.context.line_at(at)].start == at

    def is_opening(self, at: int, mark: str) -> bool:
        if mark[0] in _OPENS:
            return True
        if mark[0] in _CLOSES:
            return False
        before = self.text[at - 1] if at else "\n"
        after = self.text[at + len(mark) : at + len(mark) + 1]
        inside = bool(after) and not after.isspace() and after not in ".,;:)"
        return (before.isspace() or before in "(:“") and inside

    def try_open(self, at: int, after: int, mark: str) -> None:
        text = self.text
        if mark[0] in _CLOSES:
            return
        numbered = _NUMBER.match(text, after) is not None
        if self.starts_line(at):
            line = self.context.line_at(at)
            lead = self.lead(line)
            if not numbered and not (announces(lead) and lead.rstrip().endswith((":", "sau"))):
                return
            if not numbered and not self.is_opening(at, mark):
                return
        else:
            if not numbered:
                return
            before = text[max(self.lo, at - 400) : at].rstrip()
            lead = before.rpartition("\n")[2]
            led = before.endswith((":", "sau", ",", "“")) and announces(before[-300:])
            if not led and not self.is_named(after, lead):
                return
        self.names = awaited(lead) or self.names
        self.open, self.start, self.depth, self.mark = at, self.skip_space(after), 1, mark
        self.inner = None
        line = self.context.line_at(self.start)
        first = mark_at(text, self.start, self.context.lines[line].end, line)
        self.seen = {(first.kind.removeprefix("old"), first.num)} if first else set()
        self.last_event = at

    def is_named(self, at: int, lead: str) -> bool:
        """True for a quoted number in mid-line that the words before it announce."""
        line = self.context.line_at(at)
        first = mark_at(self.text, self.skip_space(at), self.context.lines[line].end, line)
        if first is None or not announces(lead):
            return False
        if len(lead) < 200 and instructs(lead) and "cụm từ" not in lead:
            return True
        return (first.kind.removeprefix("old"), first.num) in announced(lead)

    def skip_space(self, at: int) -> int:
        while at < self.hi and (self.text[at].isspace() or self.text[at] in "“\"'"):
            at += 1
        return at

    def lead(self, line: int) -> str:
        """The paragraph before a line."""
        context = self.context
        last = line - 1
        if last < 0 or context.lines[last].start < self.lo:
            return ""
        first = last
        while first > 0 and context.joined[first]:
            first -= 1
        return self.text[context.lines[first].start : context.lines[last].end]

    # --- closing -------------------------------------------------------------------------

    def try_close(self, at: int, after: int) -> None:
        """Close, unless what follows the mark says that it was a stray or inner one."""
        text = self.text
        if _AFTER.match(text, after, self.hi) is None:
            if _NEXT_NUMBER.match(text, after, self.hi) is None:
                if "\n" not in text[self.open : at]:
                    self.open = -1
                else:
                    self.depth = 1
                return
        elif self.goes_on(after):
            self.depth = 1
            return
        self.close(self.context.trim(at, self.start), after, closed=True)

    def goes_on(self, after: int) -> bool:
        """True when the next line still is part of the quotation."""
        context = self.context
        number = context.line_at(after) + 1
        if number >= len(context.lines) or context.lines[number].start >= self.hi:
            return False
        if context.joined[number]:
            return context.marks[number] is None
        marker = context.marks[number]
        return marker is not None and (self.still_announced(marker) or self.goes_on_inside(marker))

    def goes_on_inside(self, marker: Marker) -> bool:
        """True for clause 3 after a quoted clause 2, where the host itself has no clauses."""
        return (
            marker.kind == "clause"
            and self.clause is None
            and self.inner is not None
            and follows_number(marker.key, self.inner.key)
        )

    def still_announced(self, marker: Marker) -> bool:
        """True for a provision that the lead-in names and that has not come yet."""
        name = (marker.kind.removeprefix("old"), marker.num)
        if name not in self.names or name in self.seen:
            return False
        return not INSTRUCTION.match(self.text, marker.body)

    def close(self, end: int, after: int, *, closed: bool) -> None:
        if end > self.start:
            self.found.append(Quotation(self.open, self.start, end, after, closed))
        self.open = -1

    # --- numbers -------------------------------------------------------------------------

    def number(self, marker: Marker) -> None:
        if self.open >= 0:
            if marker.start < self.start or not self.is_next_of_host(marker):
                self.seen.add((marker.kind.removeprefix("old"), marker.num))
                if marker.kind == "clause":
                    self.inner = marker
                return
            self.close(self.context.trim(marker.start, self.start), marker.start, closed=False)
        elif self.found and marker.start < self.found[-1].close:
            return
        elif marker.trust == STRONG and self.lacks_opening(marker):
            lead = self.lead(marker.line)
            self.names = awaited(lead)
            marker = self.whole(marker, announced(lead))
            self.seen = {(marker.kind.removeprefix("old"), marker.num)}
            self.open = self.start = marker.start
            self.inner = None
            self.depth, self.mark, self.last_event = 1, "", marker.start
            return
        self.own(marker)

    def own(self, marker: Marker) -> None:
        """Follow the series of the host."""
        if marker.kind == "article":
            self.article, self.clause, self.point = marker, None, None
        elif marker.kind == "clause":
            last = self.clause.key if self.clause else None
            if self.clause is None or marker.key > (last or ()):
                self.clause, self.point = marker, None
        elif marker.kind in ("point", "oldpoint"):
            self.point = marker

    def lacks_opening(self, marker: Marker) -> bool:
        """True when the lead-in announces this provision but no mark opens the quotation."""
        lead = self.lead(marker.line).rstrip()
        if not lead.endswith((":", "như sau", "như sau.")) or not instructs(lead):
            return False
        marker = self.whole(marker, announced(lead))
        if (marker.kind.removeprefix("old"), marker.num) not in announced(lead):
            return False
        return not INSTRUCTION.match(self.text, marker.body)

    def whole(self, marker: Marker, names: frozenset[tuple[str, str]]) -> Marker:
        """ "Điều 2. a. Thẩm quyền …" as Điều 2a where the lead-in announces one."""
        apart = _LETTER_APART.match(self.text, marker.body)
        if apart is None or (marker.kind, marker.num + apart[1]) not in names:
            return marker
        num = marker.num + apart[1]
        marker = marker._replace(num=num, body=apart.end(), key=key_of(marker.kind, num))
        self.context.marks[marker.line] = marker
        return marker

    def is_next_of_host(self, marker: Marker) -> bool:
        """True when a number in an open quotation continues the series of the host."""
        if marker.trust != STRONG:
            return False
        told = commands(self.text, marker.body, self.context.lines[marker.line].end)
        if self.still_announced(marker):
            return False
        if marker.kind == "article":
            if self.article is None or not follows_number(marker.key, self.article.key):
                return False
            return told or not self.closes_later(marker)
        if marker.kind == "clause" and self.clause is not None:
            return told and follows_number(marker.key, self.clause.key)
        if marker.kind == "point" and self.point is not None:
            return told and follows_letter(marker.key, self.point.key)
        return False

    def closes_later(self, marker: Marker) -> bool:
        """True when the next mark at the edge of a line closes rather than opens."""
        for at, match, _ in self.events[self.index + 1 :]:
            if match is None:
                continue
            if self.is_opening(at, match.group()):
                if self.starts_line(at):
                    return False
                continue
            if _AFTER.match(self.text, match.end(), self.hi) is not None:
                return True
        return False
