"""The one door out: a report in a format, as bytes or as a file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from minhphap.reports.files import write_atomically

if TYPE_CHECKING:
    from minhphap.reports.report import Checked, Lang, Report

Format = Literal["terminal", "json", "sarif", "github", "html", "docx"]
FORMATS: tuple[Format, ...] = get_args(Format)
_BY_SUFFIX: dict[str, Format] = {
    ".json": "json",
    ".sarif": "sarif",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".txt": "terminal",
}


class UnwritableError(ValueError):
    """A report that cannot be written as asked: one sentence, in both languages."""

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message)
        self.message = message
        self.message_en = message_en


def render(
    report: Report,
    format: Format,  # noqa: A002 -- the word users know
    *,
    lang: Lang = "vi",
    date: dt.datetime | None = None,
    width: int = 100,
    colour: bool = False,
) -> bytes:
    """The report as bytes. Pure: nothing is read, nothing is asked of the clock.

    ``html`` and ``docx`` hold one document each; other formats any number. ``date`` signs the
    margin comments of ``docx`` (None: undated); ``width`` (columns) and ``colour`` shape
    ``terminal``. Raises ``UnwritableError``.
    """
    if format == "json":
        from minhphap.reports.json_report import to_json

        return to_json(report, lang)
    if format == "sarif":
        from minhphap.reports.sarif import to_sarif

        return to_sarif(report, lang)
    if format == "github":
        from minhphap.reports.github import to_github

        return to_github(report, lang)
    if format == "terminal":
        from minhphap.reports.terminal import to_terminal

        return to_terminal(report, lang, width, colour)
    if format == "html":
        from minhphap.reports.html import to_html

        return to_html(_only(report), report, lang)
    from minhphap.reports.docx import to_docx

    return to_docx(_only(report), lang, date)


def write(
    report: Report,
    path: Path | str,
    format: Format | None = None,  # noqa: A002
    *,
    lang: Lang = "vi",
    date: dt.datetime | None = None,
) -> None:
    """Write the report to a file, whole or not at all; the suffix tells the format when not given.

    Raises ``UnwritableError`` and OSError.
    """
    path = Path(path)
    format = format or _BY_SUFFIX.get(path.suffix.lower())  # noqa: A001
    if format is None:
        raise UnwritableError(
            f"không rõ dạng báo cáo từ đuôi tệp “{path.suffix}”; nêu dạng bằng --format",
            f"the suffix “{path.suffix}” names no report format; give one with --format",
        )
    write_atomically(path, render(report, format, lang=lang, date=date))


def _only(report: Report) -> Checked:
    if len(report.documents) != 1:
        raise UnwritableError(
            f"dạng này chứa đúng một văn bản, báo cáo có {len(report.documents)}; ghi mỗi văn bản"
            " một tệp vào một thư mục",
            f"this format holds one document, the report has {len(report.documents)}; write one"
            " file each into a folder",
        )
    return report.documents[0]
