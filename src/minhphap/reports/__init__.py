"""Findings out: terminal, JSON, SARIF, GitHub, web page, and the user's own Word file."""

from minhphap.reports.archive import Archive, ArchiveError
from minhphap.reports.files import write_atomically
from minhphap.reports.fixes import Fixed, LeftOut, apply_fixes, suffix_for
from minhphap.reports.report import Checked, Refused, Report
from minhphap.reports.write import FORMATS, Format, UnwritableError, render, write

__all__ = [
    "FORMATS",
    "Archive",
    "ArchiveError",
    "Checked",
    "Fixed",
    "Format",
    "LeftOut",
    "Refused",
    "Report",
    "UnwritableError",
    "apply_fixes",
    "render",
    "suffix_for",
    "write",
    "write_atomically",
]
