"""Annotations that GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minhphap.reports.places import place_of
from minhphap.reports.words import message_of, suggestion_words

if TYPE_CHECKING:
    from minhphap.findings import Finding
    from minhphap.reports.report import Checked, Lang, Report

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def to_github(report: Report, lang: Lang) -> bytes:
    """One workflow command a line: ``::error file=…,line=…::message``."""
    lines = [_annotation(checked, one, lang) for checked in report.documents
             for one in checked.findings]  # fmt: skip
    lines += [
        f"::error file={_property(one.path)}::{_data(message_of(one, lang))}"
        for one in report.refused
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _annotation(checked: Checked, finding: Finding, lang: Lang) -> str:
    place = place_of(checked.document.source, finding.start, finding.end)
    values = [f"file={_property(checked.name)}", f"line={place.line}"]
    if place.end_line == place.line:  # GitHub refuses columns on a span of several lines
        values += [f"col={place.column}", f"endColumn={place.end_column}"]
    else:
        values.append(f"endLine={place.end_line}")
    title = " ".join(part for part in (finding.rule, finding.label) if part)
    values.append(f"title={_property(title)}")
    message = message_of(finding, lang)
    if finding.suggestion:
        message += "\n" + ": ".join(suggestion_words(finding, lang))
    return f"::{_COMMANDS[finding.severity]} {','.join(values)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
