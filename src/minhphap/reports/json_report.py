"""The report as JSON, for other programs; its shape is report.schema.json beside this file."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import msgspec

from minhphap.reports.places import excerpt, place_of

if TYPE_CHECKING:
    from minhphap.findings import Finding
    from minhphap.intake import Source
    from minhphap.reports.report import Checked, Lang, Report

SHAPE = "minhphap.report/1"
"""Grows by new fields only; a change of meaning gives a new number."""


def to_json(report: Report, lang: Lang) -> bytes:
    """UTF-8 JSON; both languages are always in it, so ``lang`` changes nothing."""
    del lang
    count = report.count()
    shape = {
        "shape": SHAPE,
        "versions": dict(sorted(report.versions.items())),
        "on": report.on,
        "summary": {
            "documents": len(report.documents),
            "refused": len(report.refused),
            "error": count["error"],
            "warning": count["warning"],
            "note": count["note"],
        },
        "documents": [_document(one) for one in report.documents],
        "refused": [msgspec.to_builtins(one) for one in report.refused],
    }
    return msgspec.json.format(msgspec.json.encode(shape), indent=2) + b"\n"


def _document(checked: Checked) -> dict[str, Any]:
    source = checked.document.source
    return {
        "file": checked.name,
        "format": source.format,
        "sha256": hashlib.sha256(source.data).hexdigest() if source.data else None,
        "recognised": source.recognised,
        "notices": [msgspec.to_builtins(one) for one in source.notices],
        "findings": [_finding(one, source) for one in checked.findings],
        "not_run": [
            {"rule": one.rule, "reason": one.reason, "reason_en": one.reason_en}
            for one in checked.not_run
        ],
    }


def _finding(finding: Finding, source: Source) -> dict[str, Any]:
    place = place_of(source, finding.start, finding.end)
    return {
        **{name: getattr(finding, name) for name in finding.__struct_fields__},
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "excerpt": excerpt(source, finding.start, finding.end),
    }
