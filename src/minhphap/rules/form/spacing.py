"""Blanks too many, or before a punctuation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.findings import Edit, Fix
from minhphap.rules.context import Context
from minhphap.rules.form.places import UPPER, own_text
from minhphap.rules.rule import Hit, load

_DOUBLE = re.compile(r"(?<=[^\W\d_])(?P<blank>[ \u00a0]{2,})(?=[^\W\d_])")
_BEFORE = re.compile(r"(?P<word>[^\W\d_]{2,})(?P<blank>[ \u00a0]+)(?P<mark>[,;])(?=\s)")
_BLANK_TO_FILL = re.compile(r"(?:ngày|tháng|năm|số|lần|thứ|khóa|kỳ)$", re.IGNORECASE)
_LINE_OF_COLUMNS = re.compile(r"\S {4,}\S.* {4,}\S")
_TWO_COLUMNS = re.compile(
    rf"(?:\S+ ){{0,6}}\S+[ \u00a0]{{6,}}[{UPPER}]\S*(?: \S+){{0,6}}(?<![.;:,])$"
)


def check(context: Context) -> Iterator[Hit]:
    """Look at the running text of articles, clauses and points."""
    text = context.text
    for _, start, end in own_text(context):
        for found in _DOUBLE.finditer(text, start, end):
            if not _meant(text, found.start("blank")):
                yield _hit(text, found.start("blank"), found.end("blank"), " ")
        for found in _BEFORE.finditer(text, start, end):
            if not _BLANK_TO_FILL.search(found["word"]):
                yield _hit(text, found.start("blank"), found.end("blank"), "")


def _meant(text: str, at: int) -> bool:
    """Whether the blanks are room for a number to fill in, or part a line into columns."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    if _BLANK_TO_FILL.search(line[-8:]):
        return True
    end = text.find("\n", at)
    whole = line + text[at : end if end >= 0 else len(text)]
    return bool(_LINE_OF_COLUMNS.search(whole) or _TWO_COLUMNS.match(whole.strip()))


def _hit(text: str, start: int, end: int, right: str) -> Hit:
    first = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    last = end + 1
    while last < len(text) and text[last].isalnum():
        last += 1
    if not right:
        last = end + 1
    message = "Thừa khoảng trắng" + (" giữa hai từ." if right else " trước dấu câu.")
    return Hit(
        first,
        last,
        message,
        "Superfluous blanks.",
        suggestion=text[first:start] + right + text[end:last],
        fix=Fix((Edit(start, end, right),), safe=True),
    )


RULE = load(__file__, check)
