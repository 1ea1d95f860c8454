"""The notes beside the draft: one for each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minhphap.reports.html.segments import escape
from minhphap.reports.words import (
    basis_words,
    message_of,
    rule_of,
    severity_words,
    suggestion_words,
)

if TYPE_CHECKING:
    from minhphap.findings import Finding
    from minhphap.reports.report import Lang

_WORDS = {
    "vi": {
        "why": "Vì sao",
        "basis": "Căn cứ",
        "see": "Xem",
        "more": "Vì sao, căn cứ",
        "answer": "Ý kiến của người soạn thảo",
        "open": "Đến chỗ này trong dự thảo",
    },
    "en": {
        "why": "Why",
        "basis": "Basis",
        "see": "See",
        "more": "Why, on what basis",
        "answer": "The drafter's answer",
        "open": "Go to these words in the draft",
    },
}


def note(finding: Finding, number: int, lang: Lang) -> str:
    """One finding: what, why, on what basis, how it could read, and room for an answer in print."""
    words = _WORDS[lang]
    page = rule_of(finding.rule)
    title = (page.name_en if lang == "en" else page.name) if page else finding.rule
    parts = [
        f'<section class="find {finding.severity}" id="n{number}" tabindex="-1"'
        f' aria-labelledby="h{number}">',
        f'<p class="head" id="h{number}"><a class="sign {finding.severity}" href="#m{number}"'
        f' title="{words["open"]}"><b>{number}</b>'
        f"<span>{escape(severity_words(finding.severity, lang))}</span></a>"
        f' <span class="where">{escape(finding.label)}</span></p>',
        f'<p class="what">{escape(message_of(finding, lang))}</p>',
    ]
    if finding.suggestion:
        head, text = suggestion_words(finding, lang)
        parts.append(f'<p class="better"><b>{head}:</b> {_law(text, bool(finding.fix))}</p>')
    parts.append(_more(finding, number, title, lang))
    parts.append(f'<p class="answer" aria-hidden="true">{words["answer"]}:</p></section>')
    return "".join(parts)


def _law(text: str, quoted: bool) -> str:
    return f'<q lang="vi">{escape(text.strip("“”"))}</q>' if quoted else escape(text)


def _more(finding: Finding, number: int, title: str, lang: Lang) -> str:
    """The reasons, folded until asked for; always open in print."""
    words = _WORDS[lang]
    rows = []
    if finding.why:
        rows.append(f"<dt>{words['why']}</dt><dd>{escape(finding.why)}</dd>")
    if finding.basis:
        bases = "".join(f"<dd>{escape(basis_words(one, lang))}</dd>" for one in finding.basis)
        rows.append(f"<dt>{words['basis']}</dt>{bases}")
    if finding.evidence:
        links = "".join(
            f'<dd><a href="#e{number}-{i}">{escape(one.note)}</a></dd>'
            for i, one in enumerate(finding.evidence, 1)
        )
        rows.append(f"<dt>{words['see']}</dt>{links}")
    rule = f'<p class="rule">{escape(finding.rule)} · {escape(title)}</p>'
    body = f"<dl>{''.join(rows)}</dl>" if rows else ""
    return f"<details><summary>{words['more']}</summary>{body}{rule}</details>"
