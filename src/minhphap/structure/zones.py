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
    LISTED,
    PLACE_DATE,
    RECIPIENTS,
    SIGNATURE,
    SIGNED_NAME,
)
from minhphap.structure.lines import STRONG, Marker
from minhphap.structure.neighbours import (
    TITLE_LINES,
    articles_ahead,
    ended,
    has_motto,
    has_title,
    heads_attached,
    heads_form,
    is_issuer,
    issued_with,
    leads_to_articles,
    stands_at_end,
    unlabelled_recipients,
)
from minhphap.structure.node import CONTAINERS
from minhphap.structure.numbering import follows_number


class Zone(NamedTuple):
    """Lines ``first`` to ``last`` (exclusive) that form one piece."""

    kind: str
    first: int
    last: int


_NO_FOOT = frozenset({"recipients", "appendix"})
_FOOT = frozenset({"recipients", "signature"})


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
        """Whether a form without an appendix around it has begun."""
        self.listed = False
        """Whether a list of what an act issues has begun, whose rows may look like labels."""
        self.beside = False
        """Whether the title of the last appendix stands beside its label: "Phụ lục 1: Mức thu"."""
        self.start = self.body_start()
        self.article: Marker | None = None
        """The last article before the line at hand."""
        self.next_article = articles_ahead(self.context)
        """For each line the article that it begins or that comes next."""

    def body_start(self) -> int:
        """The line of the first article or container; failing that, of the first number."""
        fallback = -1
        for number, marker in enumerate(self.context.marks):
            if marker is None or marker.trust != STRONG:
                continue
            if marker.kind == "article":
                return number
            if marker.kind in CONTAINERS and is_container(self.context, marker):
                return number
            if fallback < 0 and (
                (marker.kind == "roman" and marker.num == "I")
                or (marker.kind == "clause" and marker.num == "1")
            ):
                fallback = number
        return fallback if fallback >= 0 else len(self.lines)

    def run(self) -> list[Zone]:
        for number in range(len(self.lines)):
            marker = self.next_article[number]
            if marker is not None and marker.line == number:
                self.article = marker
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
        if self.kind in ("body", "attached", "signature"):
            last = unlabelled_recipients(
                self.context, self.first, number, signed=self.kind == "signature"
            )
        self.zones.append(Zone(self.kind, self.first, last))
        if last < number:
            self.zones.append(Zone("recipients", last, number))

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
        if kind in ("body", "attached") and self.goes_on(number):
            return ""
        first = text[start]
        if kind in _FOOT and first in "CĐ" and self.opens_plain_form(number):
            return "appendix"
        if first in "PMB":
            opened = self.opens_appendix(number, start, end)
            if opened:
                return "appendix"
        if kind == "appendix" and not self.listed:
            return ""
        if first == "N" and kind not in _NO_FOOT and RECIPIENTS.match(text, start, end):
            return "recipients"
        if kind not in ("signature", "appendix") and self.signs(number, start, end):
            return "signature"
        if self.opens_attached(number, start, end):
            self.listed = LISTED.match(text, start) is not None and not leads_to_articles(
                self.context, number
            )
            self.form = False
            return "appendix" if self.listed else "attached"
        return ""

    def goes_on(self, number: int) -> bool:
        """True when the next article follows the last one: what looks like an end is a model."""
        following = self.next_article[number]
        return (
            following is not None
            and self.article is not None
            and self.article.line != number
            and follows_number(following.key, self.article.key)
        )

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
        rest = text[match.end("rest") : end].partition(" (")[0].strip(" .:")
        if text[end - 1] in ";,":
            return False
        beside = bool(rest) and not rest.isupper() and not has_title(self.context, number)
        if beside and not (self.beside or self.kind in _FOOT):
            return False
        if beside and (match["rest"] not in (".", ":") or text[end - 1] == "."):
            return False
        if (self.listed or self.kind in ("body", "attached", "preamble")) and not (
            ended(self.context, number)
            or has_title(self.context, number)
            or self.stands_last(number, match)
        ):
            return False
        self.form = self.listed = False
        self.beside = beside
        return True

    def stands_last(self, number: int, label: re.Match[str]) -> bool:
        """True for a label alone on its line below the last article, above what looks a title."""
        if label.end() < self.lines[number].end or self.context.tabular[number]:
            return False
        following = self.next_article[number]
        if following is not None and (self.article is None or following.key > self.article.key):
            return False
        above, text = self.lines[number - 1], self.text
        if text[above.start : above.end].endswith((".", "/", ".”", "……")) and label[0][1] == "H":
            return True
        below = self.lines[min(number + 1, len(self.lines) - 1)]
        return text[below.start : below.end].isupper()

    def opens_form(self, number: int, start: int, end: int) -> bool:
        inside = self.kind == "appendix" and not self.form and not self.listed
        if inside or self.kind in ("body", "preamble"):
            return False
        match = FORM.match(self.text, start, end)
        if match is None or self.text[end - 1] in ";,.:":
            return False
        if self.listed and not heads_form(self.context, number):
            return False
        if self.kind == "attached" and not (
            ended(self.context, number) or has_motto(self.context, number + 1)
        ):
            return False
        following = number + 1
        if following < len(self.lines) and FORM.match(self.text, self.lines[following].start):
            return False
        self.form, self.listed = True, False
        return True

    def opens_plain_form(self, number: int) -> bool:
        """True for the motto of the State after the signature: a form without a label."""
        if not has_motto(self.context, number) or has_motto(self.context, number - 1):
            return False
        if heads_attached(self.context, number):
            return False
        self.form = False
        return True

    # --- signatures ----------------------------------------------------------------------

    def signs(self, number: int, start: int, end: int) -> bool:
        text = self.text
        if end - start > 200 or text[end - 1] in ";:,":
            return False
        if self.kind == "preamble" and not (
            self.start == len(self.lines) and ended(self.context, number)
        ):
            return False
        if PLACE_DATE.match(text, start, end) and self.kind in ("body", "attached"):
            return stands_at_end(self.context, number)
        if SIGNED_NAME.match(text, start):
            return True
        if SIGNATURE.match(text, start, end) is None:
            return False
        if self.kind in ("body", "attached"):
            if self.inside and number - self.first < 4 and self.kind == "attached":
                return False
            before = self.context.marks[number - 1] if number else None
            if before is not None and before.kind in CONTAINERS:
                return False
            return not self.text[slice(*self.lines[number - 1])].isupper()
        return True

    # --- attached texts ------------------------------------------------------------------

    def opens_attached(self, number: int, start: int, end: int) -> bool:
        text = self.text
        if self.kind == "preamble" or number == self.first:
            return False
        if self.context.joined[number] or not text[start : start + 4].isupper():
            return False
        if not text[start].isalpha():
            return False
        match = ATTACHED.match(text, start, end)
        if self.kind == "appendix":  # a list, after which another text may follow
            known = match is not None or LISTED.match(text, start) is not None
            return known and number - self.first > TITLE_LINES and issued_with(self.context, number)
        if self.kind in ("body", "attached"):
            if match is None:
                return False
            alone = match.end() == end and issued_with(self.context, number, capitals=False)
            return alone or (ended(self.context, number) and issued_with(self.context, number))
        if match is not None:
            return True
        if SIGNATURE.match(text, start, end) or is_issuer(self.context, number):
            return False
        return issued_with(self.context, number)
