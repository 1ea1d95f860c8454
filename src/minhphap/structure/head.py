"""The head of a document: issuer, number, place and date, kind and title.

Heads come in two columns (Word tables, pages laid out by blanks), one line after another,
letter-spaced, with blanks for number and date in a draft. Each line is cut into pieces; a piece is
told by what it says, not by where it stands.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from minhphap.law import BLANK_NUMBER, NUMBER, kind_named, parse_number
from minhphap.structure import head_words as words
from minhphap.structure.context import Context
from minhphap.text import find_dates, search_key

LONGEST = 60
"""No head has more lines than this."""

Span = tuple[int, int]


class Head(msgspec.Struct):
    """What the head says, as far as it was read; spans are offsets of the text."""

    issuer: list[str] = []
    """Names of bodies, the superior first."""
    authority: str | None = None
    number: str | None = None
    number_span: Span | None = None
    place: str | None = None
    date: dt.date | None = None
    date_span: Span | None = None
    kind: str | None = None
    title_span: Span | None = None


def read_head(context: Context, last: int) -> Head:
    """Read the lines before the legal bases and before line ``last``, the first provision's."""
    return _Reader(context).run(range(min(last, LONGEST, len(context.lines))))


def read_authentication(context: Context) -> Head | None:
    """Issuer, number and date of a consolidated text, which stand above its signature."""
    at = context.text.rfind(words.AUTHENTICATION)
    if at < 0:
        return None
    line = context.line_at(at)
    return _Reader(context).run_near(line)


class _Reader:
    """One pass over the lines of the head."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.head = Head()
        self.names: list[str] = []
        """Lines that may name the issuer, in order."""
        self.title: list[Span] = []
        self.reads_title = False
        self.letter = False
        """The title comes from the "V/v" of a letter, not from the lines below the kind."""

    def run(self, lines: range) -> Head:
        for number in lines:
            start, end = self.context.lines[number]
            if self.ends(start, end):
                break
            if self.title and not self.letter and self.is_authority(number, start, end):
                self.head.authority = self.fold(start, end)
                break
            for a, b in self.pieces(start, end):
                self.piece(a, b)
        self.head.issuer = words.bodies(self.names)
        if self.title:
            self.head.title_span = (self.title[0][0], self.title[-1][1])
        return self.head

    def run_near(self, line: int) -> Head:
        """Read what stands around the words that authenticate a consolidated text."""
        lines = self.context.lines
        for number in range(max(0, line - 5), min(len(lines), line + 6)):
            start, end = lines[number]
            for a, b in self.pieces(start, end):
                dated = words.DATE.search(self.text, a, b)
                if "VBHN" in self.text[a:b] and self.head.number is None:
                    self.number(a, b)
                elif dated and dated["place"] and self.head.date_span is None:
                    self.dated(dated)
                elif number < line and self.head.number is None:
                    self.names.append(self.fold(a, b))
        self.head.issuer = words.bodies(self.names)
        return self.head

    def fold(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split())

    def ends(self, start: int, end: int) -> bool:
        """True for the first line after the head."""
        text = self.text
        if words.LETTER_END.match(text, start, end):
            return True
        if words.BASIS.match(text, start, end) is None:
            return False
        # "KẾ HOẠCH" and below it "Thực hiện Nghị quyết …": a title that begins like a basis
        return bool(self.title) or self.head.kind is None or text[start] in "CX"

    def is_authority(self, number: int, start: int, end: int) -> bool:
        """True for "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ" between the title and the legal bases."""
        text = self.text
        if words.AUTHORITY.match(text, start, end) is None or not text[start:end].isupper():
            return False
        for following in self.context.lines[number + 1 : number + 4]:
            if words.BASIS.match(text, following.start):
                return True
            between = words.SESSION.match(text, following.start)
            if not between and not words.RULE.match(text, following.start, following.end):
                return False
        return False

    # --- pieces --------------------------------------------------------------------------

    def pieces(self, start: int, end: int) -> Iterator[Span]:
        """The columns of a line, motto taken out, blanks trimmed."""
        cuts = [start]
        for found in words.COLUMN.finditer(self.text, start, end):
            cuts += found.span()
        cuts.append(end)
        for a, b in zip(cuts[::2], cuts[1::2], strict=True):
            at = a
            for motto in () if self.title else words.MOTTO.finditer(self.text, a, b):
                state = words.OF_THE_STATE.search(self.text, at, motto.start())
                yield from self.trimmed(at, state.start() if state else motto.start())
                at = motto.end()
            yield from self.trimmed(at, b)

    def trimmed(self, start: int, end: int) -> Iterator[Span]:
        text = self.text
        while start < end and (text[start].isspace() or text[start] in "*|"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in "*|"):
            end -= 1
        if start < end:
            yield start, end

    def piece(self, start: int, end: int) -> None:
        text, head = self.text, self.head
        if head.number_span and start < head.number_span[1]:
            start = min(end, head.number_span[1])  # a number that ran over into this line
        if start == end or words.RULE.match(text, start, end):
            self.reads_title = self.reads_title and not self.title
            return
        if self.letter:
            self.subject(start, end)
        elif self.title and not self.reads_title:
            return
        elif self.reads_title:
            self.title_line(start, end)
        else:
            rest = self.number_and_date(start, end)
            for a, b in [(start, end)] if rest is None else rest:
                for left in self.trimmed(a, b):
                    self.words(*left)

    def title_line(self, start: int, end: int) -> None:
        text = self.text
        if words.TITLE_END.match(text, start, end) or (self.title and self.is_sentence(start, end)):
            self.reads_title = False
            return
        old = words.OLD_STYLE.match(text, start, end) if self.head.number is None else None
        if old and not self.title:
            if old["who"]:
                self.names.append(" ".join(old["who"].split()).upper())
            for a, b in self.number_and_date(old.end(), end) or ():
                self.title += self.trimmed(a, b)
            return
        self.title.append((start, end))

    def is_sentence(self, start: int, end: int) -> bool:
        """True for the first paragraph of a text that has no legal bases."""
        if self.text[end - 1] in ".:;":
            return True
        capitals = self.text[self.title[0][0] : self.title[-1][1]].isupper()
        return capitals and end - start > 100 and not self.text[start:end].isupper()

    def subject(self, start: int, end: int) -> None:
        """A line of the subject of a letter, or what follows it in the other column."""
        rest = self.number_and_date(start, end)
        if rest is not None or words.MOTTO.match(self.text, start, end):
            self.reads_title = False
        elif self.reads_title and not self.text[start:end].isupper():
            self.title.append((start, end))

    def words(self, start: int, end: int) -> None:
        """A piece without number, date and motto."""
        text = self.text
        subject = words.SUBJECT.match(text, start, end)
        if subject and self.head.kind is None:
            self.letter = self.reads_title = True
            self.title += self.trimmed(subject.end(), end)
        elif not (
            words.IGNORED.match(text, start, end)
            or words.SESSION.match(text, start)
            or self.kind(start, end)
        ):
            self.names.append(self.fold(start, end))

    # --- number, date, kind --------------------------------------------------------------

    def number_and_date(self, start: int, end: int) -> list[Span] | None:
        """Take number and date out of a piece; what is left of it, None when it has neither."""
        head = self.head
        if words.IGNORED.match(self.text, start, end):
            return None
        rest: list[Span] = []
        at = start
        found = self.number(start, end) if head.number is None else None
        if found:
            rest.append((start, found[0]))
            at = min(found[1], end)
        dated = words.DATE.search(self.text, at, end) if head.date_span is None else None
        if dated:
            self.dated(dated)
            rest.append((at, dated.start()))
            at = dated.end()
        if not found and not dated:
            return None
        rest.append((at, end))
        return rest

    def number(self, start: int, end: int) -> Span | None:
        """Read a labelled number; where its label begins and where it ends."""
        text, head = self.text, self.head
        label = words.NUMBER_LABEL.search(text, start, end)
        if label is None:
            found = NUMBER.match(text, start)
            if found is None or found.end() < end:
                return None
            span, begin = found.span(), start
        else:
            begin = label.start()
            found = NUMBER.match(text, label.end())
            blank = BLANK_NUMBER.search(text, label.start(), end) if found is None else None
            if found:
                span = found.span()
            elif blank and parse_number(blank[1]):
                span = blank.span(1)
            else:
                return None
            named = kind_named(label["kind"]) if label["kind"] else None
            if named and named.normative:
                head.kind = head.kind or named.id
            elif label["kind"]:
                begin = label.end("kind")
        head.number, head.number_span = self.fold(*span), span
        return begin, span[1]

    def dated(self, match: re.Match[str]) -> None:
        head = self.head
        start, end = match.span("date")
        head.date_span = (start, end)
        head.date = next((one.date for one in find_dates(self.text[start:end])), None)
        if match["place"]:
            head.place = " ".join(match["place"].split())

    def kind(self, start: int, end: int) -> bool:
        """Read the kind where a piece names it; what follows it on the line opens the title."""
        text, head = self.text, self.head
        name = words.FOOTNOTE.sub("", text[start:end]).strip(" :.")
        if name[:1].isupper() and len(name) < 60:
            known = words.kind_keys().get("".join(search_key(name).split()))
            if known:
                head.kind, self.reads_title = known, True
                return True
        opened = words.kind_starts().match(text, start, end)
        named = kind_named(opened[0]) if opened else None
        if opened is None or named is None:
            return False
        head.kind = named.id
        if named.id == "consolidated":  # the gazette's "VĂN BẢN HỢP NHẤT - BỘ Y TẾ"
            self.names += [
                self.fold(*left).lstrip("-– ") for left in self.trimmed(opened.end(), end)
            ]
            return True
        self.reads_title = True
        for left in self.trimmed(opened.end(), end):
            self.title_line(*left)
        return True
