"""The paragraph that leads in new text, and what it makes of the number after it."""

from __future__ import annotations

from minhphap.structure.amending import announced, announces, commands, instructs
from minhphap.structure.context import Context
from minhphap.structure.lines import Marker, key_of
from minhphap.structure.quotation_marks import LETTER_APART, first_inside, name_of

_REACH = 600
"""An instruction names what it changes within so many characters."""


def lead_before(context: Context, line: int, lo: int) -> str:
    """The paragraph before a line, unless it begins before ``lo``."""
    last = line - 1
    if last < 0 or context.lines[last].start < lo:
        return ""
    return context.text[context.lines[_first(context, last)].start : context.lines[last].end]


def first_paragraph(context: Context, marker: Marker) -> str:
    """The paragraph that a number begins, the title where it has one."""
    return context.text[marker.start : context.paragraph_end(marker.line)]


def leads_inside(context: Context, line: int, start: int) -> bool:
    """True when the paragraph before a line is a numbered instruction that begins after ``start``.

    What it quotes stands in a quotation inside the quotation that began at ``start``.
    """
    if line < 1:
        return False
    marker = context.marks[_first(context, line - 1)]
    if marker is None or marker.start < start:
        return False
    return instructs(lead_before(context, line, start))


def _first(context: Context, line: int) -> int:
    """The first line of a paragraph."""
    while line > 0 and context.joined[line]:
        line -= 1
    return line


def is_instruction(context: Context, marker: Marker) -> bool:
    """True when the words after a number, or below one that stands alone, command an amendment."""
    line = marker.line
    if marker.body >= context.lines[line].end and line + 1 < len(context.lines):
        line += 1
    end = min(context.lines[line].end, marker.body + _REACH)
    return commands(context.text, marker.body, end)


def whole(context: Context, marker: Marker, names: frozenset[tuple[str, str]]) -> Marker:
    """ "Điều 2. a. Thẩm quyền …" as Điều 2a where the lead-in announces one."""
    apart = LETTER_APART.match(context.text, marker.body)
    if apart is None or (marker.kind, marker.num + apart[1]) not in names:
        return marker
    num = marker.num + apart[1]
    return marker._replace(num=num, body=apart.end(), key=key_of(marker.kind, num))


def is_named(context: Context, at: int, end: int, lead: str) -> bool:
    """True for a quoted number in mid-line that the words before it announce."""
    first = first_inside(context, at, end)
    if first is None or not announces(lead):
        return False
    if len(lead) < 200 and instructs(lead) and "cụm từ" not in lead:
        return True
    return name_of(first) in announced(lead)
