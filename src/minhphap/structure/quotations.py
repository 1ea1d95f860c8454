"""Where new text stands in quotation marks inside amending provisions."""

from __future__ import annotations

import re

from minhphap.structure.amending import INSTRUCTION, announced, announces, awaited, instructs
from minhphap.structure.context import Context
from minhphap.structure.head_words import BASIS
from minhphap.structure.host import Host
from minhphap.structure.leads import (
    first_paragraph,
    is_instruction,
    is_named,
    lead_before,
    leads_inside,
    whole,
)
from minhphap.structure.lines import CELL, DOUBTFUL, INLINE, STRONG, Marker
from minhphap.structure.numbering import follows_number
from minhphap.structure.quotation_marks import (
    AFTER,
    CLOSES,
    DOUBLE,
    MARKS,
    NEXT_NUMBER,
    NUMBER,
    OPENS,
    SINGLE,
    Quotation,
    first_inside,
    is_opening,
    name_of,
    skip,
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
        self.double = False
        """Whether the open mark is a double one, which no single mark closes."""
        self.last_event = lo
        self.names: frozenset[tuple[str, str]] = frozenset()
        self.seen: set[tuple[str, str]] = set()
        self.host = Host()
        self.inner: Marker | None = None
        """The last clause inside the open quotation."""

    def run(self) -> list[Quotation]:
        events: list[tuple[int, re.Match[str] | None, Marker | None]] = [
            (match.start(), match, None) for match in MARKS.finditer(self.text, self.lo, self.hi)
        ]
        if not events and "như sau" not in self.text:
            return []
        for number in self.context.lines_between(self.lo, self.hi):
            marker = self.context.marks[number]
            if marker is not None and marker.trust != CELL:
                events.append((marker.start, None, marker))
        events += [
            (one.start, None, one)
            for one in self.context.inline_between(self.lo, self.hi)
            if one.trust in (INLINE, DOUBTFUL) and is_instruction(self.context, one)
        ]
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

    def quote(self, match: re.Match[str]) -> None:
        at, mark = match.start(), match.group()
        if self.open < 0:
            if at >= (self.found[-1].close if self.found else 0):
                self.try_open(at, match.end(), mark)
            return
        if at < self.start or (self.double and mark in SINGLE):
            return
        if "\n" in self.text[self.last_event : at] and self.depth > 1:
            line = self.context.line_at(at)
            if not self.context.joined[line]:
                self.depth = 1
        if is_opening(self.text, at, mark):
            if (
                self.starts_line(at)
                and NUMBER.match(self.text, match.end())
                and mark in OPENS
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
        if leads_inside(self.context, self.context.line_at(at), self.start):
            return True
        if len(self.seen) != 1 or self.last_event > self.start:
            return False
        kind = next(iter(self.seen))[0]
        marker = first_inside(self.context, at, self.hi)
        below = {"article": ("clause", "point"), "clause": ("point",)}.get(kind, ())
        return marker is not None and marker.kind in below

    def starts_line(self, at: int) -> bool:
        return self.context.lines[self.context.line_at(at)].start == at

    def try_open(self, at: int, after: int, mark: str) -> None:
        text = self.text
        if mark[0] in CLOSES:
            return
        numbered = NUMBER.match(text, after) is not None
        if self.starts_line(at):
            line = self.context.line_at(at)
            lead = self.lead(line)
            if not numbered and not (announces(lead) and lead.rstrip().endswith((":", "sau"))):
                return
            if not numbered and not is_opening(self.text, at, mark):
                return
            if BASIS.match(text, after):
                return  # the bases of another act, told by a note: no provision stands in them
        else:
            if not numbered:
                return
            before = text[max(self.lo, at - 400) : at].rstrip()
            lead = before.rpartition("\n")[2]
            own = self.context.marks[self.context.line_at(at)]
            if own is not None and own.body == at and self.host.article is not None:
                lead = first_paragraph(self.context, self.host.article)  # "1. “3. …" below a title
            led = before.endswith((":", "sau", ",", "“")) and announces(before[-300:])
            led = led or bool(self.found and not text[self.found[-1].close : at].strip(" .;,"))
            if not led and not is_named(self.context, after, self.hi, lead):
                return
        self.names = awaited(lead) or self.names
        self.open, self.start, self.depth = at, skip(text, after, self.hi), 1
        self.double = mark in DOUBLE
        self.inner = None
        first = first_inside(self.context, self.start, self.hi)
        self.seen = {name_of(first)} if first else set()
        self.last_event = at

    def lead(self, line: int) -> str:
        return lead_before(self.context, line, self.lo)

    def try_close(self, at: int, after: int) -> None:
        """Close, unless what follows the mark says that it was a stray or inner one."""
        text = self.text
        if AFTER.match(text, after, self.hi) is None:
            if NEXT_NUMBER.match(text, after, self.hi) is None:
                if "\n" not in text[self.open : at]:
                    self.open = -1
                else:
                    self.depth = 1
                return
        elif self.goes_on(after) or self.is_title_only(after):
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

    def is_title_only(self, after: int) -> bool:
        """True after the title of a quoted article whose text stands below the closing mark."""
        context = self.context
        number = context.line_at(after) + 1
        if "\n" in self.text[self.open : after] or number >= len(context.lines):
            return False
        if {kind for kind, _ in self.seen} != {"article"} or context.lines[number].start > self.hi:
            return False
        below = context.marks[number] or context.after_mark[number]
        return below is None and self.closes_later()

    def goes_on_inside(self, marker: Marker) -> bool:
        """True for clause 3 after a quoted clause 2, where the host itself has no clauses."""
        return (
            marker.kind == "clause"
            and self.host.clause is None
            and self.inner is not None
            and follows_number(marker.key, self.inner.key)
        )

    def still_announced(self, marker: Marker) -> bool:
        """True for a provision that the lead-in names and that has not come yet."""
        name = name_of(marker)
        if name not in self.names or name in self.seen:
            return False
        return not INSTRUCTION.match(self.text, marker.body)

    def close(self, end: int, after: int, *, closed: bool) -> None:
        if end > self.start:
            self.found.append(Quotation(self.open, self.start, end, after, closed))
        self.open = -1

    def number(self, marker: Marker) -> None:
        if self.open >= 0:
            if marker.start < self.start or not self.is_next_of_host(marker):
                self.seen.add(name_of(marker))
                if marker.kind == "clause":
                    self.inner = marker
                return
            self.close(self.context.trim(marker.start, self.start), marker.start, closed=False)
        elif self.found and marker.start < self.found[-1].close:
            return
        elif marker.trust == STRONG and self.lacks_opening(marker):
            lead = self.lead(marker.line)
            self.names = awaited(lead)
            marker = whole(self.context, marker, announced(lead))
            self.context.marks[marker.line] = marker
            self.seen = {name_of(marker)}
            self.open = self.start = marker.start
            self.inner = None
            self.depth, self.last_event, self.double = 1, marker.start, False
            return
        self.host.reach(marker)

    def lacks_opening(self, marker: Marker) -> bool:
        """True when the lead-in announces this provision but no mark opens the quotation."""
        lead = self.lead(marker.line).rstrip()
        if not lead.endswith((":", "như sau", "như sau.")) or not instructs(lead):
            return False
        marker = whole(self.context, marker, announced(lead))
        return name_of(marker) in announced(lead) and not INSTRUCTION.match(self.text, marker.body)

    def is_next_of_host(self, marker: Marker) -> bool:
        """True when a number in an open quotation continues the series of the host."""
        if marker.trust not in (STRONG, INLINE) or self.still_announced(marker):
            return False
        if not self.host.expects(marker):
            return False
        if is_instruction(self.context, marker):
            return True
        return marker.kind == "article" and not self.closes_later()

    def closes_later(self) -> bool:
        """True when the next mark at the edge of a line closes rather than opens."""
        for at, match, _ in self.events[self.index + 1 :]:
            if match is None:
                continue
            if is_opening(self.text, at, match.group()):
                if self.starts_line(at):
                    return False
                continue
            if AFTER.match(self.text, match.end(), self.hi) is not None:
                return True
        return False
