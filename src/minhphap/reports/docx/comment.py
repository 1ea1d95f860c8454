"""The words of a margin comment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from minhphap.reports.docx.text import escape
from minhphap.reports.words import SIGNS, basis_words, message_of, severity_words, suggestion_words

if TYPE_CHECKING:
    from minhphap.findings import Finding
    from minhphap.reports.report import Lang

_FORM = (
    '<w:pPr><w:keepNext w:val="0"/><w:spacing w:before="0" w:after="40" w:line="240"'
    ' w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/>'
    "</w:pPr>"
)
_LOOK = '<w:b w:val="{bold}"/><w:i w:val="0"/><w:sz w:val="20"/><w:szCs w:val="20"/>'
_HEADS = {
    "vi": {"about": "Về", "why": "Vì sao", "basis": "Căn cứ", "see": "Xem"},
    "en": {"about": "On", "why": "Why", "basis": "Basis", "see": "See"},
}


def lines_of(finding: Finding, lang: Lang, about: str | None) -> Iterator[tuple[str, str]]:
    """The lines of the comment, each a head (may be empty) and its words.

    ``about`` quotes the words where the comment could not be put on them.
    """
    heads = _HEADS[lang]
    title = (finding.rule, finding.label)
    sign = f"{SIGNS[finding.severity]} {severity_words(finding.severity, lang)}"
    yield " · ".join(part for part in (sign, *title) if part), ""
    if about:
        yield heads["about"], f"“{about}”"
    yield "", message_of(finding, lang)
    if finding.why:
        yield heads["why"], finding.why
    if finding.basis:
        yield heads["basis"], "; ".join(basis_words(one, lang) for one in finding.basis)
    if finding.suggestion:
        yield suggestion_words(finding, lang)
    for one in finding.evidence:
        yield heads["see"], one.note


def comment_xml(
    number: int,
    lines: Iterator[tuple[str, str]],
    author: str,
    date: dt.datetime | None,
) -> str:
    """A w:comment; plain in form so that it reads well under any style of the office."""
    when = f' w:date="{date.strftime("%Y-%m-%dT%H:%M:%SZ")}"' if date else ""
    initials = "".join(word[0] for word in author.split())
    out = [
        f'<w:comment w:id="{number}" w:author="{escape(author)}"{when}'
        f' w:initials="{escape(initials)}">'
    ]
    for i, (head, words) in enumerate(lines):
        mark = "<w:r><w:annotationRef/></w:r>" if i == 0 else ""
        head = f"{head}: " if head and words else head
        out.append(f"<w:p>{_FORM}{mark}{_run(head, 1)}{_run(' '.join(words.split()), 0)}</w:p>")
    return "".join((*out, "</w:comment>"))


def _run(text: str, bold: int) -> str:
    if not text:
        return ""
    look = _LOOK.format(bold=bold)
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
