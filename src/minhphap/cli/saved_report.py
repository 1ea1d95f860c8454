"""The parts of a saved JSON report that are compared with what the law says now."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import msgspec


class SavedFinding(msgspec.Struct, frozen=True):
    """A finding as it was written then."""

    rule: str
    fingerprint: str
    label: str
    message: str
    message_en: str


class SavedDocument(msgspec.Struct, frozen=True):
    """A draft and its findings."""

    file: str
    findings: list[SavedFinding]


class SavedReport(msgspec.Struct, frozen=True):
    """A report of ``minhphap check --format json``."""

    shape: str
    documents: list[SavedDocument]
    on: dt.date | None = None
    versions: dict[str, Any] = {}


def load_report(path: Path) -> SavedReport | None:
    """The report in a file; None where it holds none."""
    try:
        saved = msgspec.json.decode(path.read_bytes(), type=SavedReport)
    except (OSError, msgspec.DecodeError):
        return None
    return saved if saved.shape.startswith("minhphap.report/") else None
