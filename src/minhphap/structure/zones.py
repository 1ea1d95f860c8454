"""The great pieces of a document: preamble, body, recipients, signature, attached, appendices."""

from __future__ import annotations

import re
from typing import NamedTuple

from minhphap.structure.containers import is_container
from minhphap.structure.context import Context
from minhphap.structure.endmatter import (
    APPENDIX,
    ATTACHED,
    FORM,
    ISSUED_WITH,
    PLACE_DATE,
    RECIPIENTS,
    SIGNATURE,
    is_recipient_list,
)
from minhphap.structure.head_words import MOTTO
from minhphap.structure.lines import STRONG


class Zone(NamedTuple):
    """Lines ``first`` to ``last`` (exclusive) that form one piece."""

    kind: str
    first: int
    last: int


_CONTAINERS = frozenset({"part", "chapter", "section", "subsection"})
_FINAL = re.compile(r"(?:\./?\.?|/\.?|thông qua ngày .{5,60})\s*$")
_TITLE_LINES = 8


def zones(context: Context) -> list[Zone]:
    """The pieces in order; together they hold every line."""
    return _Zoner(context).run()


class _Zoner:
    """One pass over the lines; what a line opens depends on the piece it would close."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.lines = context.lines
        self.zones: list[Zone] = []
        self.kind = "preamble"
        self.first = 0
        self.inside = False
        """Whether an attached text has begun."""
        self.form = False
        self.start = self.body_start()

    def body_start(self) -> int:
        """The line of the first article or container; failing that, of the first number."""
        fallback = -1
        for number, marker in enumerate(self.context.marks):
            if marker is None or marker.trust != STRONG:
                continue
            if marker.kind == "article":
                return number
            if marker.kind in _CONTAINERS and is_container(self.context, marker):
                return number
            if fallback < 0 and (
                (marker.kind == "roman" and marker.num == "I")
                or (marker.kind == "clause" and marker.num == "1")
            ):
                fallback = number
        return fallback if fallback >= 0 else len(self.lines)

    def run(self) -> list[Zone]:
        for number in range(len(self.lines)):
            kind = self.opened(number)
            if kind:
                self.close(number)
                self.kind, self.first = kind, number
                self.inside = self.inside or kind == "attached"
        self.close(len(self.lines))
        return self.zones

    def close(self, number: int) -> None:
        if number <= self.first:
            return
        last = number
        if self.kind in ("body", "attached"):
            last = self.unlabelled(number)
        self.zones.append(Zone(self.kind, self.first, last))
        if last < number:
            self.zones.append(Zone("recipients", last, number))

    def unlabelled(self, number: int) -> int:
        """Where a list of recipients without its label begins at the end of a body."""
        first = number
        while first > self.first + 1 and self.text[self.lines[first - 1].start] in "-–":
            first -= 1
        if first == number:
            return number
        before = self.lines[first - 1]
        if not _FINAL.search(self.text, max(before.start, before.end - 80), before.end):
            return number
        span = self.text[self.lines[first].start : self.lines[number - 1].end]
        return first if is_recipient_list(span) else number

    def opened(self, number: int) -> str:
        """The kind of piece that a line opens, or ''."""
        text = self.text
        start, end = self.lines[number]
        kind = self.kind
        if kind == "preamble":
            if number == self.start:
                return "body"
            if number < self.start < len(self.lines):
                return ""
        first = text[start]
        if kind in ("signature", "recipients") and first in "CĐ" and self.opens_plain_form(number):
            return "appendix"
        if first in "PMB":
            opened = self.opens_appendix(number, start, end)
            if opened:
                return "appendix"
        if kind == "appendix":
            return ""
        if first == "N" and kind != "recipients" and RECIPIENTS.match(text, start, end):
            return "recipients"
        if kind != "signature" and self.signs(number, start, end):
            return "signature"
        if self.opens_attached(number, start, end):
            return "attached"
        return ""

    # --- appendices ----------------------------------------------------------------------

    def opens_appendix(self, number: int, start: int, end: int) -> bool:
        text = self.text
        if self.context.joined[number]:
            return False
        match = APPENDIX.match(text, start, end)
        if match is None:
            return self.opens_form(number, start, end)
        if self.kind == "appendix" and self.form:
            return False
        rest = text[match.end("rest") : end].strip(" .:")
        if text[end - 1] in ";," or (rest and not rest.isupper() and not self.titled(number)):
            return False
        if self.kind in ("body", "attached", "preamble") and not (
            self.ended(number) or self.titled(number)
        ):
            return False
        self.form = False
        return True

    def opens_form(self, number: int, start: int, end: int) -> bool:
        if self.kind in ("body", "preamble") or (self.kind == "appendix" and not self.form):
            return False
        match = FORM.match(self.text, start, end)
        if match is None or self.text[end - 1] in ";,.:":
            return False
        if self.kind == "attached" and not (self.ended(number) or self.has_motto(number + 1)):
            return False
        following = number + 1
        if following < len(self.lines) and FORM.match(self.text, self.lines[following].start):
            return False
        self.form = True
        return True

    def opens_plain_form(self, number: int) -> bool:
        """True for the motto of the State after the signature: a form without a label."""
        if not self.has_motto(number) or self.has_motto(number - 1):
            return False
        self.form = False
        return True

    def has_motto(self, number: int) -> bool:
        """True when a line is the motto that stands above a form."""
        return (
            number < len(self.lines)
            and MOTTO.match(self.text, self.lines[number].start) is not None
        )

    def titled(self, number: int) -> bool:
        """True when the lines below a label look like the title of an appendix."""
        text = self.text
        for line in self.lines[number + 1 : number + 5]:
            if ISSUED_WITH.match(text, line.start):
                return True
            if not text[line.start : line.end].isupper():
                return False
        return number + 1 < len(self.lines)

    def ended(self, number: int) -> bool:
        """True when the text before a line has come to an end."""
        if number == 0:
            return False
        before = self.lines[number - 1]
        return (
            self.text[before.end - 2 : before.end] in ("/.", "./")
            or self.text[before.end - 1] == "/"
        )

    # --- signatures ----------------------------------------------------------------------

    def signs(self, number: int, start: int, end: int) -> bool:
        text = self.text
        if end - start > 200 or text[end - 1] in ";:,":
            return False
        if self.kind == "preamble":
            return False
        if PLACE_DATE.match(text, start, end) and self.kind in ("body", "attached"):
            return self.near_end(number)
        if SIGNATURE.match(text, start, end) is None:
            return False
        if self.kind in ("body", "attached"):
            if self.inside and number - self.first < 4 and self.kind == "attached":
                return False
            before = self.context.marks[number - 1] if number else None
            if before is not None and before.kind in _CONTAINERS:
                return False
            return not self.text[slice(*self.lines[number - 1])].isupper()
        return True

    def near_end(self, number: int) -> bool:
        """True when no article follows before the text ends or an appendix begins."""
        for following in range(number + 1, min(number + 12, len(self.lines))):
            marker = self.context.marks[following]
            if marker is not None and marker.kind in ("article", "clause", "point"):
                return False
        return True

    # --- attached texts ------------------------------------------------------------------

    def opens_attached(self, number: int, start: int, end: int) -> bool:
        text = self.text
        if self.kind not in ("signature", "recipients", "body", "attached") or number == self.first:
            return False
        if self.context.joined[number] or not text[start : start + 4].isupper():
            return False
        match = ATTACHED.match(text, start, end)
        if self.kind in ("body", "attached"):
            if match is None:
                return False
            alone = match.end() == end and self.issued_with(number, capitals=False)
            return alone or (self.ended(number) and self.issued_with(number))
        return match is not None or (
            not SIGNATURE.match(text, start, end) and self.issued_with(number)
        )

    def issued_with(self, number: int, *, capitals: bool = True) -> bool:
        """True when "(Ban hành kèm theo …)" stands below a title, in capitals or a short one."""
        text = self.text
        lines = self.lines[number : number + (_TITLE_LINES if capitals else 4)]
        for at, line in enumerate(lines, number):
            if ISSUED_WITH.search(text, line.start, line.end):
                return capitals or text[line.start] == "("
            if capitals and not text[line.start : line.end].isupper():
                return False
            if self.context.marks[at] is not None:
                return False
        return False
