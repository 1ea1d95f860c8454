"""Closing text: paragraphs after the last point or clause that speak of the whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from minhphap.structure.context import Context
from minhphap.structure.lines import UPPER
from minhphap.structure.node import Node
from minhphap.structure.quotation_marks import Quotation

_OF_CLAUSE = re.compile(r"[Kk]hoản\snày")
_OF_ARTICLE = re.compile(
    r"(?<!khoản\s\d\s)(?<!khoản\s\d\w\s)(?<!khoản\s\d\d\s)Điều\snày"
    r"|(?:khoản\s\d+\w?(?:,\s|\svà\s|\shoặc\s|;\s)+){1,}"
    r"(?:các\s)?(?:khoản\s)?\d+\w?\s(?:của\s)?Điều\snày"
)
_LAST_WORDS = re.compile(
    r"(?:Luật|Bộ\sluật|Nghị\squyết|Pháp\slệnh)\s(?:này\s)?(?:đã\s)?được\s.{0,200}thông\squa"
    r"|Trong\squá\strình\s(?:tổ\schức\s|triển\skhai\s)*(?:thực\shiện|thi\shành|áp\sdụng)",
    re.DOTALL,
)
_LAST_SENTENCE = re.compile(
    rf"(?<=[.”/;]\s)(?:{_LAST_WORDS.pattern})[^\n]*$", re.DOTALL | re.MULTILINE
)

_SENTENCE_OF_CLAUSE = re.compile(rf"(?<=[.;]\s)[{UPPER}][^.;\n]*{_OF_CLAUSE.pattern}")


def cut_closing(context: Context, parent: Node, hidden: Sequence[Quotation]) -> None:
    """End the last child of ``parent`` where the closing text of ``parent`` begins."""
    if not parent.children:
        return
    sign = _OF_CLAUSE if parent.type == "clause" else _OF_ARTICLE
    last = parent.children[-1]
    deepest = last
    while deepest.children:
        deepest = deepest.children[-1]
    for number in context.lines_between(deepest.body + 1, parent.end):
        if context.joined[number]:
            continue
        start = context.lines[number].start
        if _inside(hidden, start):
            continue
        end = min(context.paragraph_end(number), parent.end)
        words = context.text[start:end]
        if words[0] in "-+•*":
            continue
        if sign.search(words) or (parent.type == "article" and _LAST_WORDS.match(words)):
            _clip(context, last, start)
            return
    if last.start in context.line_starts:
        return
    found = None  # line breaks were lost
    if parent.type == "article":
        found = _LAST_SENTENCE.search(context.text, last.body + 1, parent.end)
    else:
        found = _SENTENCE_OF_CLAUSE.search(context.text, last.body + 1, parent.end)
    if found:
        _clip(context, last, found.start())


def _inside(quotations: Sequence[Quotation], at: int) -> bool:
    """True when an offset stands in one of the quotations, which are in order."""
    index = bisect_right(quotations, at, key=lambda quotation: quotation.open) - 1
    return index >= 0 and at < quotations[index].close


def _clip(context: Context, node: Node, at: int) -> None:
    while True:
        node.end = min(node.end, context.trim(at, node.start))
        if not node.children:
            return
        node = node.children[-1]
