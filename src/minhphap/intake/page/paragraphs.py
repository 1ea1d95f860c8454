"""Paragraphs from the lines that a typesetter broke them into."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import msgspec

from minhphap.intake.page.shapes import Line
from minhphap.intake.page.signs import (
    ends_sentence,
    goes_on,
    hangs,
    has_marker,
    is_capitals,
    is_office,
    opens_part,
    stands_alone,
)

_AT_MARGIN = 6.0
_STEP = 4.0


class Habits(msgspec.Struct):
    """How this document is set: measured over all its lines before any two are joined."""

    leading: dict[int, float]
    """Distance of baselines within a paragraph, by page."""
    usual: float
    inner: frozenset[int]
    """Indents (in steps of 4 pt) at which lines go on in the middle of a sentence."""
    first: int
    """The commonest indent of a first line, in the same steps; 0 for none."""


def join_lines(lines: Sequence[Line]) -> list[list[Line]]:
    """Group lines in reading order into paragraphs."""
    habits = _habits(lines)
    paragraphs: list[list[Line]] = []
    for line in lines:
        last = paragraphs[-1] if paragraphs else None
        if last and _continues(last, line, habits):
            last.append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _habits(lines: Sequence[Line]) -> Habits:
    steps: dict[int, list[float]] = defaultdict(list)
    inner: Counter[int] = Counter()
    first: Counter[int] = Counter()
    for last, line in pairwise(lines):
        if last.group or line.group:
            continue
        text = line.row.text
        if not _would_fit(last, line) and goes_on(text) and not ends_sentence(last.row.text):
            inner[_indent(line)] += 1
            if line.page == last.page:
                steps[line.page].append(line.row.base - last.row.base)
        elif ends_sentence(last.row.text) and has_marker(text):
            first[_indent(line)] += 1
    leading = {page: median(values) for page, values in steps.items() if len(values) > 1}
    usual = median(leading.values()) if leading else 0.0
    often = max(2, sum(inner.values()) // 25)
    return Habits(
        leading,
        usual,
        frozenset({0} | {indent for indent, count in inner.items() if count >= often}),
        first.most_common(1)[0][0] if first else 0,
    )


def _indent(line: Line) -> int:
    return max(0, round((line.row.x0 - line.left) / _STEP))


def _would_fit(last: Line, line: Line) -> bool:
    """True when the first word of ``line`` had room at the end of ``last``: a meant break."""
    word = line.row.words[0]
    room = last.right - last.row.x1
    if _centred(last):
        room += last.row.x0 - last.left
    return room > word.x1 - word.x0 + 0.3 * last.row.size + 2.0


def _centred(line: Line) -> bool:
    before, after = line.row.x0 - line.left, line.right - line.row.x1
    return before > 12 and after > 12 and abs(before - after) < 8


def _gap(last: Line, line: Line, habits: Habits) -> float:
    """Distance to the line above in usual leadings; 1 across pages."""
    if line.page != last.page or line.row.base <= last.row.base:
        return 1.0
    leading = habits.leading.get(line.page) or habits.usual or 1.35 * last.row.size
    return (line.row.base - last.row.base) / max(leading, last.row.size)


def _continues(paragraph: Sequence[Line], line: Line, habits: Habits) -> bool:
    last = paragraph[-1]
    if last.group != line.group or last.kind != line.kind:
        return False
    if last.ends_early and (ends_sentence(last.row.text) or not goes_on(line.row.text)):
        return False
    if line.kind == "footnote":
        text = last.row.text
        opens = has_marker(line.row.text) or _note_opens(line)
        return not (opens and (ends_sentence(text) or _would_fit(last, line)))
    if line.cell is not None:
        return _cell_continues(last, line)
    if line.group:
        return _column_continues(paragraph, line, habits)
    if opens_part(line.row.text) and (ends_sentence(last.row.text) or _would_fit(last, line)):
        return False
    if _titled(last, habits) or _titled(line, habits) or _one_middle(last, line):
        return _title_continues(last, line, habits)
    return _body_continues(paragraph, line, habits)


def _note_opens(line: Line) -> bool:
    return line.row.words[0].text[:1].isdigit() or line.row.text.startswith(("*", "["))


def _cell_continues(last: Line, line: Line) -> bool:
    if last.cell != line.cell:
        return False
    before, after = last.row.text, line.row.text
    if has_marker(after) and (ends_sentence(before) or _would_fit(last, line)):
        return False
    if line.page == last.page and line.row.base - last.row.base > 2.2 * last.row.size:
        return False
    return not _would_fit(last, line) or (goes_on(after) and not ends_sentence(before))


def _column_continues(paragraph: Sequence[Line], line: Line, habits: Habits) -> bool:
    last = paragraph[-1]
    before, after = last.row.text, line.row.text
    if has_marker(after) or line.page != last.page or _gap(last, line, habits) > 1.6:
        return False
    listed = paragraph[0].row.text.startswith(("-", "+", "•", "V/v"))
    full = not _would_fit(last, line)
    if listed and full and before.endswith(";"):
        return True  # "- Bộ A; Bộ B;" above "Bộ C;" in a list of recipients
    if ends_sentence(before):
        return False
    if before[-2:-1].isalnum() and before.endswith("-"):
        return True
    return goes_on(after) or (listed and (before.endswith(",") or full))


def _titled(line: Line, habits: Habits) -> bool:
    return _centred(line) and not (_indent(line) == habits.first and not _bold(line))


def _one_middle(last: Line, line: Line) -> bool:
    """Two short lines about one middle, both far from the margins: that is no chance."""
    middles = abs(line.row.x0 + line.row.x1 - last.row.x0 - last.row.x1) / 2
    far = 0.12 * (line.right - line.left)
    return middles < 3 and all(
        one.row.x0 - one.left > far and one.right - one.row.x1 > far for one in (last, line)
    )


def _bold(line: Line) -> bool:
    return 2 * sum(word.font.bold for word in line.row.words) > len(line.row.words)


def _italic(line: Line) -> bool:
    return 2 * sum(word.font.italic for word in line.row.words) > len(line.row.words)


def _title_continues(last: Line, line: Line, habits: Habits) -> bool:
    before, after = last.row.text, line.row.text
    if _gap(last, line, habits) > 1.7 or _look(last) != _look(line):
        return False
    if stands_alone(before) or has_marker(after) or line.page != last.page:
        return False
    if (goes_on(after) or hangs(before)) and not ends_sentence(before):
        return True
    if is_capitals(before) != is_capitals(after) or ends_sentence(before) or is_office(after):
        return False
    width = last.right - last.left
    middle = abs((last.row.x0 + last.row.x1) - (line.row.x0 + line.row.x1)) / 2
    return last.row.x1 - last.row.x0 > 0.55 * width and middle < 12


def _look(line: Line) -> tuple[bool, bool, int]:
    size = 0 if line.recognised else round(line.row.size / 1.5)
    return _bold(line), _italic(line), size


def _body_continues(paragraph: Sequence[Line], line: Line, habits: Habits) -> bool:
    last = paragraph[-1]
    before, after = last.row.text, line.row.text
    broken = hangs(before) and not opens_part(after)
    ended, marked = ends_sentence(before), has_marker(after) and not broken
    more = goes_on(after) or broken
    gap = _gap(last, line, habits)
    if gap > 1.35 and not (more and not ended and gap < 2.0 and not _would_fit(last, line)):
        return False
    if _would_fit(last, line):
        return more and not ended and gap < 1.25 and line.row.x0 - line.left < _AT_MARGIN
    indent = _indent(line)
    if indent not in habits.inner:
        return more and not ended and gap < 1.15
    if indent == 0 and habits.first > 1:
        return not (ended and opens_part(after))
    hanging = len(paragraph) > 1 and abs(line.row.x0 - last.row.x0) < 3
    if ended and (marked or (gap > 1.15 and not hanging)):
        return False
    return indent != habits.first or not marked
