"""Safe fixes, applied: tracked changes in Word, the changed text elsewhere."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from minhphap.findings import Edit, Finding
    from minhphap.intake import Source
    from minhphap.reports.report import Lang

AUTHOR = "Minh Pháp"


class LeftOut(msgspec.Struct, frozen=True):
    """A safe fix that was not applied, and why."""

    finding: Finding
    reason: str
    reason_en: str


class Fixed(msgspec.Struct, frozen=True):
    """The changed file, the findings it mends, and those it does not."""

    data: bytes
    applied: tuple[Finding, ...]
    left_out: tuple[LeftOut, ...]


def apply_fixes(
    source: Source,
    findings: Iterable[Finding],
    *,
    date: dt.datetime | None = None,
    author: str = AUTHOR,
    comment: Lang | None = None,
) -> Fixed:
    """Apply the fixes marked safe; other findings are passed over in silence.

    In a Word file each becomes a tracked deletion and insertion by ``author`` at ``date``, and
    with ``comment`` every finding that is not mended gets its margin comment in that language.
    Plain text and Markdown give their text in UTF-8, changed only at the edits; all other inputs
    a fresh Word file. Of two fixes that overlap the first in the text wins; the other is in
    ``left_out``.
    """
    found = tuple(findings)
    chosen, left_out = _choose(found)
    if source.format in ("txt", "md"):
        return Fixed(_edited(source, chosen), tuple(chosen), tuple(left_out))
    from minhphap.reports.docx import track

    return track(source, found, chosen, left_out, author, date, comment)


def suffix_for(source: Source) -> str:
    """The suffix of the file that ``apply_fixes`` gives for this source: ".docx", ".md", ".txt"."""
    return f".{source.format}" if source.format in ("txt", "md") else ".docx"


def _edited(source: Source, chosen: list[Finding]) -> bytes:
    text = source.text if source.original is None else source.original
    parts: list[str] = []
    at = 0
    edits = sorted((edit for one in chosen for edit in _edits(one)), key=lambda e: (e.start, e.end))
    for edit in edits:
        start, end = source.span_in_original(edit.start, edit.end)
        parts += (text[at:start], edit.text)
        at = end
    return "".join((*parts, text[at:])).encode()


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix else ()


def _choose(findings: Iterable[Finding]) -> tuple[list[Finding], list[LeftOut]]:
    """The safe fixes that do not meet, in order of the text."""
    safe = [one for one in findings if one.fix and one.fix.safe and one.fix.edits]
    safe.sort(key=lambda one: (min(edit.start for edit in _edits(one)), one.rule))
    chosen: list[Finding] = []
    left_out: list[LeftOut] = []
    taken: list[tuple[int, int]] = []
    for one in safe:
        spans = [(edit.start, edit.end) for edit in _edits(one)]
        if any(_meets(span, taken) for span in spans):
            left_out.append(
                LeftOut(
                    one,
                    "chồng lên một chỗ sửa khác; chạy lại sau khi đã sửa chỗ kia",
                    "overlaps another fix; run again after that one",
                )
            )
        else:
            chosen.append(one)
            for span in spans:
                insort(taken, span)
    return chosen, left_out


def _meets(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Whether an edit touches the characters or the point of one of those taken.

    ``taken`` is in order and its spans do not meet, so only the neighbours can.
    """
    at = bisect_left(taken, span)
    for start, end in taken[max(0, at - 2) : at + 2]:
        if start == end or span[0] == span[1]:
            if start <= span[1] and span[0] <= end:
                return True
        elif start < span[1] and span[0] < end:
            return True
    return False
