"""Dashes and bullets where a list of points belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.rules.context import Context
from minhphap.rules.form.places import is_amending, own_text
from minhphap.rules.rule import Hit, load

_LINE = re.compile(r"^[ \t]*([-+–—•●▪■◦○*·])[ \t]*(?=[^\W\d_])", re.MULTILINE)
_LEGEND = re.compile(r"(?:trong đó|với|ghi chú|ví dụ\s*\d*)\s*:?\s*$|=", re.IGNORECASE)
_EXAMPLE_REACH = 200


def check(context: Context) -> Iterator[Hit]:
    """Report the first dash of every article, clause or point that lists with dashes."""
    if is_amending(context.document):
        return
    done: set[str] = set()
    for provision, start, end in own_text(context):
        if provision.eid in done:
            continue
        for found in _LINE.finditer(context.text, start, end):
            if _excused(context.text, provision.start, found.start()):
                continue
            done.add(provision.eid)
            yield _hit(found, provision.type == "point")
            break


def _excused(text: str, start: int, at: int) -> bool:
    """Whether the line explains a formula or stands inside quotation marks."""
    if text.count("“", start, at) > text.count("”", start, at):
        return True
    before = text[max(start, at - _EXAMPLE_REACH) : at].rstrip().splitlines()
    return any(_LEGEND.search(line) for line in before[-3:])


def _hit(found: re.Match[str], in_point: bool) -> Hit:
    mark = found[1]
    if in_point:
        return Hit(
            found.start(1),
            found.end(1),
            f"Trong điểm có các ý đánh bằng ký hiệu “{mark}”; mỗi điểm chỉ thể hiện một ý.",
            f"The point lists ideas with “{mark}”; a point holds one idea.",
            suggestion="Tách mỗi ý thành một điểm, hoặc viết liền thành một ý.",
        )
    return Hit(
        found.start(1),
        found.end(1),
        f"Các ý được đánh bằng ký hiệu “{mark}” thay cho điểm a), b), c)…",
        f"Ideas are listed with “{mark}” instead of points a), b), c)…",
        suggestion="Thay bằng các điểm a), b), c), d), đ)… để có thể dẫn chiếu.",
    )


RULE = load(__file__, check)
