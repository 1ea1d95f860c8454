"""A stretch of the draft with its findings marked."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from minhphap.reports.words import SEVERITIES, SIGNS, severity_words

if TYPE_CHECKING:
    from minhphap.findings import Finding, Severity
    from minhphap.reports.report import Lang

_NUMBER = re.compile(r"\b\d+(?:/\d{4})?/[0-9A-ZĐa-z&]+(?:-[0-9A-ZĐa-zđ&]+)*")
"""The number of a document, which must not be broken across lines."""


def escape(text: str) -> str:
    """Text as HTML."""
    return html.escape(text, quote=True)


_LONG = 2000
"""Code points; the few spans above it are looked at for every line, the others near it only."""

Place = tuple[int, int, int, int]
"""Start, end, the finding's ordinal, and that of its evidence (-1: the finding itself)."""


def _stands_at(span: Place, start: int, end: int, last: bool) -> bool:
    """Whether an empty span belongs to a stretch."""
    return span[0] == span[1] and (start <= span[0] < end or (last and span[0] == end))


class Marks:
    """The findings and their evidence as boundaries in the text, ready to cut any stretch of it."""

    def __init__(self, text: str, findings: Sequence[Finding], lang: Lang) -> None:
        self._text, self._lang = text, lang
        self._findings = findings
        spans = sorted(
            [(one.start, one.end, i, -1) for i, one in enumerate(findings)]
            + [
                (proof.start, proof.end, i, j)
                for i, one in enumerate(findings)
                for j, proof in enumerate(one.evidence)
            ]
        )
        self._long = [span for span in spans if span[1] - span[0] > _LONG]
        self._short = [span for span in spans if span[1] - span[0] <= _LONG]
        self._starts = [span[0] for span in self._short]
        self._named: set[str] = set()

    def render(self, start: int, end: int, last: bool = True) -> str:
        """The text ``start:end`` as HTML.

        ``last`` is false when more of the same line follows, so that an empty span at the end is
        left to the next stretch.
        """
        low = bisect_left(self._starts, start - _LONG)
        high = bisect_left(self._starts, end + 1)
        spans = [
            span
            for span in (*self._long, *self._short[low:high])
            if (span[1] > start and span[0] < end) or _stands_at(span, start, end, last)
        ]
        cuts = sorted({start, end, *(min(max(at, start), end) for s in spans for at in s[:2])})
        out = []
        for i, cut in enumerate(cuts):
            out += [self._reference(s) for s in spans if s[0] == s[1] == cut and s[3] < 0]
            if i + 1 == len(cuts):
                break
            stop = cuts[i + 1]
            here = [span for span in spans if span[0] <= cut and stop <= span[1]]
            out.append(self._piece(cut, stop, here))
            ending = [s for s in here if s[1] == stop and s[3] < 0]
            out += [self._reference(s) for s in sorted(ending, key=lambda s: s[2])]
        return "".join(out)

    def _piece(self, start: int, end: int, spans: list[Place]) -> str:
        words = self._words(start, end)
        proofs = [span for span in spans if span[3] >= 0]
        for _, _, i, j in proofs:
            words = f'<span class="proof"{self.name(i, j)}>{words}</span>'
        found = [span[2] for span in spans if span[3] < 0]
        if not found:
            return words
        gravest = min((self._severity(i) for i in found), key=SEVERITIES.index)
        numbers = " ".join(str(i + 1) for i in found)
        names = list(filter(None, map(self.name, found)))
        words = "".join(f"<span{name}></span>" for name in names[1:]) + words
        return f'<mark class="{gravest}"{"".join(names[:1])} data-n="{numbers}">{words}</mark>'

    def name(self, i: int, j: int = -1) -> str:
        """The id by which links find a finding's words, or its evidence; once only."""
        name = f"m{i + 1}" if j < 0 else f"e{i + 1}-{j + 1}"
        if name in self._named:
            return ""
        self._named.add(name)
        return f' id="{name}"'

    def _severity(self, i: int) -> Severity:
        return self._findings[i].severity

    def _reference(self, span: Place) -> str:
        """The sign and number after marked words, which leads to the note."""
        i = span[2]
        severity = self._severity(i)
        word = "Finding" if self._lang == "en" else "Nhận xét"
        label = f"{word} {i + 1}: {severity_words(severity, self._lang)}"
        name = self.name(i) if span[0] == span[1] else ""
        return (
            f'<a class="ref {severity}"{name} href="#n{i + 1}" aria-label="{escape(label)}">'
            f"{SIGNS[severity]}{i + 1}</a>"
        )

    def _words(self, start: int, end: int) -> str:
        text, at = self._text[start:end], 0
        out: list[str] = []
        for number in _NUMBER.finditer(text):
            out += (escape(text[at : number.start()]), f'<span class="nb">{number[0]}</span>')
            at = number.end()
        out.append(escape(text[at:]))
        return "".join(out)
