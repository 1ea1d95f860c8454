"""Fixes as tracked changes in the user's own Word file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from minhphap.reports.docx.text import escape
from minhphap.reports.fixes import LeftOut
from minhphap.text import normalize

if TYPE_CHECKING:
    from minhphap.findings import Edit, Finding
    from minhphap.intake import Anchor, Source
    from minhphap.reports.docx.annotate import Annotator
    from minhphap.reports.docx.part import PartEdit

_NO_NODE = (
    "chỗ này do Word tự sinh ra (số thứ tự tự động); sửa trong danh sách đánh số",
    "Word makes these words itself (automatic numbering); change the list",
)
_MIXED = (
    "chỗ này nằm trong khung chữ, hoặc có trường, hình, phông chữ cũ xen giữa; sửa tay trong Word",
    "this is in a text box, or a field, a picture or a legacy font stands in between; change it by"
    " hand in Word",
)


class Change(msgspec.Struct, frozen=True):
    """An edit on the nodes of one part: delete these, and write this after or before one."""

    part: str
    span: tuple[int, int]
    """What is deleted, in the source's text; empty for a pure insertion."""
    gone: tuple[Anchor, ...]
    beside: Anchor
    after: bool
    text: str

    @property
    def beside_span(self) -> tuple[int, int]:
        """The letter beside which something is inserted."""
        at = self.span[0]
        return (at - 1, at) if self.after else (at, at + 1)


class Tracker:
    """Writes fixes into a file under change."""

    def __init__(self, annotator: Annotator, author: str, date: dt.datetime | None) -> None:
        self._annotator = annotator
        self._signature = f' @author="{escape(author)}"'
        if date:
            self._signature += f' @date="{date.strftime("%Y-%m-%dT%H:%M:%SZ")}"'
        self._numbers: dict[str, int] = {}

    def apply(self, chosen: list[Finding]) -> tuple[list[Finding], list[LeftOut]]:
        """Apply each fix whole or not at all; gives those applied and those left out."""
        applied, left_out = [], []
        source = self._annotator.source
        for finding in chosen:
            edits = finding.fix.edits if finding.fix else ()
            changes = [self._change(edit) for edit in edits]
            whole = [one for one in changes if one is not None]
            if len(whole) < len(changes):
                left_out.append(LeftOut(finding, *_NO_NODE))
            elif not all(_fits(source, one, self._annotator.part(one.part)) for one in whole):
                left_out.append(LeftOut(finding, *_MIXED))
            else:
                for one in whole:
                    self._write(one)
                applied.append(finding)
        return applied, left_out

    def _change(self, edit: Edit) -> Change | None:
        """An edit on the nodes, to the letter where the nodes allow."""
        source = self._annotator.source
        change = _change(source, edit)
        if change is None:
            return None
        part, (start, end) = self._annotator.part(change.part), change.span
        gone = tuple(part.refined(one, source.text, start, end) for one in change.gone)
        beside = gone[-1] if gone else part.refined(change.beside, source.text, *change.beside_span)
        return msgspec.structs.replace(change, gone=gone, beside=beside)

    def _write(self, change: Change) -> None:
        edit = self._annotator.part(change.part)
        number = self._numbers.get(change.part)
        number = edit.highest_id + 1 if number is None else number
        if change.gone:
            number = edit.delete(change.gone[0], change.gone[-1], self._signature, number)
        if change.text:
            number = edit.insert(change.beside, change.after, change.text, self._signature, number)
        self._numbers[change.part] = number


def _change(source: Source, edit: Edit) -> Change | None:
    """An edit without the letters that stay, on the nodes; None where a node is missing."""
    start, end, text = _narrowed(source.text, edit)
    if "\n" in text or "\t" in text or "\n" in source.text[start:end]:
        return None
    if _joins_mark(source, start, (text or source.text[end : end + 1])[:1]):
        return None
    gone = tuple(source.anchors_in(start, end))
    if sum(min(one.end, end) - max(one.start, start) for one in gone) < end - start:
        return None
    if len({one.part for one in gone}) > 1:
        return None
    if gone:
        return Change(gone[0].part, (start, end), gone, gone[-1], True, text)
    for a, b, after in ((start - 1, start, True), (start, start + 1, False)):
        if a >= 0 and (beside := source.anchors_in(a, b)) and source.text[a] != "\n":
            return Change(beside[0].part, (start, start), (), beside[0], after, text)
    return None


def _joins_mark(source: Source, start: int, first: str) -> bool:
    """Whether words beginning so would lose the blank after a mark that Word makes itself.

    A mark that begins a paragraph ("[1]" of a note) always reads apart from its words.
    """
    line = source.text.rfind("\n", 0, start) + 1
    return (
        line < start
        and source.text[start : start + 1] == " "
        and first != " "
        and not source.anchors_in(line, start)
    )


def _narrowed(text: str, edit: Edit) -> tuple[int, int, str]:
    """The edit without the letters that are the same at both ends."""
    start, end, new = edit.start, edit.end, edit.text
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    return start, end, new


def _fits(source: Source, change: Change, edit: PartEdit) -> bool:
    """Whether the words can be replaced: plain, and in the same letters in the file as read."""
    touched = change.gone or (change.beside,)
    start, end = change.span if change.gone else change.beside_span
    if touched[0].start < start or touched[-1].end > end:
        return False  # a word that cannot be cut
    if not edit.can_replace(touched[0], touched[-1]):
        return False
    return all(
        normalize(edit.words(one)).text.casefold() == source.text[one.start : one.end].casefold()
        for one in touched
    )
