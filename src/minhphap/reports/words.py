"""The signs and the words that all reports share."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from minhphap.text import official_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from minhphap.findings import Basis, Finding, Severity
    from minhphap.intake import Notice
    from minhphap.reports.report import Lang, Refused
    from minhphap.rules import NotRun, Rule

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
SIGNS: Mapping[Severity, str] = {"error": "■", "warning": "▲", "note": "●"}
_VI: Mapping[Severity, str] = {
    "error": "phải xử lý",
    "warning": "nên xem lại",
    "note": "lưu ý",
}
_EN: Mapping[Severity, str] = {
    "error": "must be answered",
    "warning": "worth a look",
    "note": "note",
}


def severity_words(severity: Severity, lang: Lang) -> str:
    """The severity in words: "phải xử lý"."""
    return (_EN if lang == "en" else _VI)[severity]


def message_of(one: Finding | Notice | Refused, lang: Lang) -> str:
    """The message in the language of the report."""
    return one.message_en if lang == "en" and one.message_en else one.message


def reason_of(one: NotRun, lang: Lang) -> str:
    """Why a rule was not run."""
    return one.reason_en if lang == "en" else one.reason


def date_words(day: dt.date, lang: Lang) -> str:
    """A day as officials write it, or in the form of ISO 8601."""
    return day.isoformat() if lang == "en" else official_date(day)


def basis_words(basis: Basis, lang: Lang) -> str:
    """A basis with its time of effect and, where it was not read in full, a word of caution."""
    text = basis.citation
    if basis.valid_from and basis.valid_to:
        between = ("in force {} to {}" if lang == "en" else "hiệu lực từ {} đến {}").format(
            date_words(basis.valid_from, lang), date_words(basis.valid_to, lang)
        )
        text += f" ({between})"
    elif basis.valid_from:
        since = "in force from" if lang == "en" else "hiệu lực từ"
        text += f" ({since} {date_words(basis.valid_from, lang)})"
    if not basis.verified:
        text += " [not read in full]" if lang == "en" else " [chưa đối chiếu toàn văn]"
    return text


def suggestion_words(finding: Finding, lang: Lang) -> tuple[str, str]:
    """A head and the suggestion: in quotation marks where it is the wording itself, not advice."""
    text = finding.suggestion or ""
    if finding.fix:
        return ("Suggested" if lang == "en" else "Nên viết"), f"“{text}”"
    return ("Advice" if lang == "en" else "Gợi ý"), text


def rule_of(finding_rule: str) -> Rule | None:
    """The rule's page, or None for a rule that does not come from this version's packs."""
    from minhphap.rules import UnknownRuleError, rule

    try:
        return rule(finding_rule)
    except UnknownRuleError:
        return None
