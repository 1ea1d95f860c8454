"""SARIF 2.1.0: the report for code-scanning services and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from minhphap.reports.places import excerpt, place_of
from minhphap.reports.words import basis_words, message_of, reason_of, rule_of, suggestion_words

if TYPE_CHECKING:
    from minhphap.findings import Finding
    from minhphap.intake import Source
    from minhphap.reports.report import Checked, Lang, Report

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_FINGERPRINT = "minhphapFinding/v1"


def to_sarif(report: Report, lang: Lang) -> bytes:
    """One run with all documents.

    Lines, columns and character offsets are those of the text of the document, counted in code
    points: of the file itself for plain text, of the text as read for Word, PDF and scans.
    """
    used = sorted(
        {one.rule for checked in report.documents for one in checked.findings}
        | {one.rule for checked in report.documents for one in checked.not_run}
    )
    index = {rule: i for i, rule in enumerate(used)}
    run = {
        "tool": {"driver": _driver(report, used, lang)},
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, index, lang)],
        "artifacts": [_artifact(one) for one in report.documents],
        "results": [
            _result(one, i, checked, index, lang)
            for i, checked in enumerate(report.documents)
            for one in checked.findings
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2) + b"\n"


def _driver(report: Report, used: list[str], lang: Lang) -> dict[str, Any]:
    versions = dict(report.versions)
    own = versions.pop("minhphap", "")
    driver: dict[str, Any] = {"name": "Minh Pháp", "rules": [_rule(one, lang) for one in used]}
    if own:
        driver["semanticVersion"] = own
    if versions:
        driver["properties"] = {"packs": dict(sorted(versions.items()))}
    return driver


def _rule(name: str, lang: Lang) -> dict[str, Any]:
    """The rule's page; only its id when the rule is not of this version's packs."""
    page = rule_of(name)
    if page is None:
        return {"id": name}
    title = page.name_en if lang == "en" else page.name
    basis = "".join(f"\n- {basis_words(one, lang)}" for one in page.basis)
    return {
        "id": name,
        "name": page.slug,
        "shortDescription": {"text": title},
        "fullDescription": {"text": page.what.strip()},
        "help": {
            "text": f"{page.why.strip()}\n\n{page.limits.strip()}",
            "markdown": f"{page.what.strip()}\n\n{page.why.strip()}\n{basis}\n\n"
            f"```text\n{page.violating.strip()}\n```\n\n→\n\n```text\n{page.correct.strip()}\n```"
            f"\n\n{page.limits.strip()}",
        },
        "defaultConfiguration": {"level": page.severity},
        "properties": {
            "tags": [page.pack, page.normativity],
            "precision": {"certain": "very-high"}.get(page.confidence, page.confidence),
        },
    }


def _invocation(report: Report, index: dict[str, int], lang: Lang) -> dict[str, Any]:
    silent = [
        {
            "level": "note",
            "message": {"text": reason_of(one, lang)},
            "associatedRule": {"id": one.rule, "index": index[one.rule]},
            "locations": [_location(checked, i)],
        }
        for i, checked in enumerate(report.documents)
        for one in checked.not_run
    ]
    notices = [
        {
            "level": "note",
            "descriptor": {"id": one.code},
            "message": {"text": message_of(one, lang)},
            "locations": [_location(checked, i)],
        }
        for i, checked in enumerate(report.documents)
        for one in checked.document.source.notices
    ]
    refused = [
        {
            "level": "error",
            "descriptor": {"id": one.code or "unreadable"},
            "message": {"text": message_of(one, lang)},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(one.path)}}}],
        }
        for one in report.refused
    ]
    return {
        "executionSuccessful": not refused,
        "toolConfigurationNotifications": silent,
        "toolExecutionNotifications": notices + refused,
    }


def _artifact(checked: Checked) -> dict[str, Any]:
    source = checked.document.source
    artifact: dict[str, Any] = {"location": {"uri": _uri(checked.name)}}
    if source.data:
        artifact["length"] = len(source.data)
    return artifact


def _result(
    finding: Finding, number: int, checked: Checked, index: dict[str, int], lang: Lang
) -> dict[str, Any]:
    location = _location(checked, number, (finding.start, finding.end))
    if finding.label:
        location["logicalLocations"] = [
            {"fullyQualifiedName": finding.eid or "", "name": finding.label}
        ]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": finding.severity,
        "message": {"text": _message(finding, lang)},
        "locations": [location],
    }
    if finding.evidence:
        result["relatedLocations"] = [
            _location(checked, number, (one.start, one.end))
            | {"id": i, "message": {"text": one.note}}
            for i, one in enumerate(finding.evidence)
        ]
    if finding.fingerprint:
        result["partialFingerprints"] = {_FINGERPRINT: finding.fingerprint}
    if finding.fix and finding.fix.edits:
        result["fixes"] = [_fix(finding, number, checked)]
    if finding.basis:
        result["properties"] = {"basis": [basis_words(one, lang) for one in finding.basis]}
    return result


def _message(finding: Finding, lang: Lang) -> str:
    parts = [message_of(finding, lang)]
    if finding.suggestion:
        parts.append(": ".join(suggestion_words(finding, lang)))
    return "\n".join(parts)


def _fix(finding: Finding, number: int, checked: Checked) -> dict[str, Any]:
    assert finding.fix is not None
    source = checked.document.source
    fix: dict[str, Any] = {
        "artifactChanges": [
            {
                "artifactLocation": {"uri": _uri(checked.name), "index": number},
                "replacements": [
                    {
                        "deletedRegion": _region(source, one.start, one.end),
                        "insertedContent": {"text": one.text},
                    }
                    for one in finding.fix.edits
                ],
            }
        ],
        "properties": {"safe": finding.fix.safe},
    }
    if finding.suggestion:
        fix["description"] = {"text": finding.suggestion}
    return fix


def _location(checked: Checked, number: int, span: tuple[int, int] | None = None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(checked.name), "index": number}}
    if span:
        source = checked.document.source
        place["region"] = _region(source, *span) | {
            "snippet": {"text": excerpt(source, *span)},
        }
    return {"physicalLocation": place}


def _region(source: Source, start: int, end: int) -> dict[str, Any]:
    place = place_of(source, start, end)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.char_offset,
        "charLength": place.char_length,
    }


def _uri(path: str) -> str:
    """A relative reference, or a file URI for an absolute path."""
    quoted = quote(path.replace("\\", "/"), safe="/-._~")
    return f"file://{quoted}" if quoted.startswith("/") else quoted
