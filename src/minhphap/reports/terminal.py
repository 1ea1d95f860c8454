"""The report on a terminal: where, what, why, on what basis, and how it could read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from minhphap.reports.excerpts import pointed
from minhphap.reports.words import (
    SEVERITIES,
    SIGNS,
    basis_words,
    message_of,
    reason_of,
    severity_words,
    suggestion_words,
)

if TYPE_CHECKING:
    from minhphap.findings import Finding
    from minhphap.reports.report import Checked, Lang, Report

Piece = tuple[str, str]
"""Words and the style they are printed in."""

_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
_HEADS = {
    "vi": {"why": "Vì sao", "basis": "Căn cứ", "see": "Xem"},
    "en": {"why": "Why", "basis": "Basis", "see": "See"},
}


def to_terminal(report: Report, lang: Lang, width: int, colour: bool) -> bytes:
    """Text in UTF-8, ``width`` columns wide; with ANSI colours when ``colour``."""
    lines = list(_Printer(report, lang, max(40, width)).lines())
    if not colour:
        return "".join(
            "".join(words for words, _ in line).rstrip() + "\n" for line in lines
        ).encode()
    return _coloured(lines, width)


def _coloured(lines: list[list[Piece]], width: int) -> bytes:
    import io

    from rich.console import Console
    from rich.text import Text

    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=max(40, width) + 1, highlight=False,
                      color_system="standard", legacy_windows=False)  # fmt: skip
    for line in lines:
        console.print(Text.assemble(*line), soft_wrap=True)
    return out.getvalue().encode()


class _Printer(msgspec.Struct):
    report: Report
    lang: Lang
    width: int
    explained: set[str] = msgspec.field(default_factory=set)

    def lines(self) -> Iterator[list[Piece]]:
        for checked in self.report.documents:
            for finding in checked.findings:
                yield from self._finding(checked, finding)
                yield []
        yield from self._remarks()
        for refused in self.report.refused:
            yield from self._wrapped(
                "■", f"{refused.path}: {message_of(refused, self.lang)}", "red"
            )
        yield from self._summary()

    def _finding(self, checked: Checked, finding: Finding) -> Iterator[list[Piece]]:
        source = checked.document.source
        line, column = source.position(finding.start)
        style = _STYLES[finding.severity]
        head = [
            (f"{checked.name}:{line}:{column}", "bold"),
            ("  ", ""),
            (finding.rule, "dim"),
            ("  ", ""),
            (f"{SIGNS[finding.severity]} {severity_words(finding.severity, self.lang)}", style),
        ]
        yield head + ([("  " + finding.label, "")] if finding.label else [])
        gutter = f"{line:>5} │ "
        words, pointer = pointed(source, finding.start, finding.end, self.width - len(gutter))
        yield [(gutter, "dim"), (words, "")]
        yield [(" " * 5 + " │ ", "dim"), (pointer, style)]
        heads = _HEADS[self.lang]
        yield from self._wrapped("", message_of(finding, self.lang))
        if finding.suggestion:
            yield from self._wrapped(*suggestion_words(finding, self.lang), "green")
        if finding.why and finding.rule not in self.explained:
            yield from self._wrapped(heads["why"], finding.why, "dim")
        self.explained.add(finding.rule)
        if finding.basis:
            words = "; ".join(basis_words(one, self.lang) for one in finding.basis)
            yield from self._wrapped(heads["basis"], words, "dim")
        for one in finding.evidence:
            there = source.position(one.start)
            note = f"{one.note} ({there[0]}:{there[1]})"
            yield from self._wrapped(heads["see"], note, "dim")

    def _wrapped(self, head: str, words: str, style: str = "") -> Iterator[list[Piece]]:
        indent = " " * 8
        prefix = f"{head}: " if head and head not in SIGNS.values() else f"{head} " if head else ""
        if prefix[:1] in SIGNS.values():
            indent = ""
        rows = textwrap.wrap(
            prefix + " ".join(words.split()),
            self.width - len(indent),
            subsequent_indent="  " if prefix else "",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for row in rows:
            yield [(indent + row, style)]

    def _remarks(self) -> Iterator[list[Piece]]:
        """What a reader must know of the files, and the rules that could not look at them."""
        silent: dict[tuple[str, str], list[str]] = {}
        for checked in self.report.documents:
            for notice in checked.document.source.notices:
                yield from self._wrapped("●", f"{checked.name}: {message_of(notice, self.lang)}")
            reasons: dict[str, list[str]] = {}
            for one in checked.not_run:
                reasons.setdefault(reason_of(one, self.lang), []).append(one.rule)
            for reason, rules in reasons.items():
                silent.setdefault((", ".join(rules), reason), []).append(checked.name)
        word = "not run" if self.lang == "en" else "không chạy"
        for (these, reason), names in silent.items():
            who = names[0] if len(names) == 1 else f"{len(names)} {self._unit(len(names))}"
            yield from self._wrapped("●", f"{who}: {word} {these}: {reason}", "dim")

    def _unit(self, count: int) -> str:
        if self.lang == "en":
            return "document" if count == 1 else "documents"
        return "văn bản"

    def _summary(self) -> Iterator[list[Piece]]:
        count = self.report.count()
        files = len(self.report.documents)
        english = self.lang == "en"
        unit = self._unit(files)
        pieces: list[Piece] = [(f"{files} {unit}: ", "bold")]
        found = [one for one in SEVERITIES if count[one]]
        for i, one in enumerate(found):
            pieces.append((", " if i else "", ""))
            words = f"{SIGNS[one]} {count[one]} {severity_words(one, self.lang)}"
            pieces.append((words, _STYLES[one]))
        if not files:
            pieces = [(f"0 {unit}", "bold")]
        elif not found:
            pieces.append(
                (
                    "✓ the rules that ran found nothing"
                    if english
                    else "✓ các quy tắc đã chạy không thấy chỗ nào phải xem",
                    "green",
                )
            )
        if self.report.refused:
            refused = len(self.report.refused)
            words = f"{refused} unreadable" if english else f"{refused} tệp không đọc được"
            pieces.append((f"; {words}", "red"))
        yield [*pieces, (".", "")]
