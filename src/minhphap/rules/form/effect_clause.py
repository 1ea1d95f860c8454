"""A normative document that does not say when it takes effect."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.rules.context import Context
from minhphap.rules.form.places import number_span
from minhphap.rules.rule import Hit, load
from minhphap.structure import Provision

_EFFECT = re.compile(
    r"(?:có|hết|bắt đầu có|chính thức có)?\s*hiệu\s+lực|có\s+giá\s+trị\s+thi\s+hành|áp\s+dụng\s+từ",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Hit]:
    """Look for the word of effect in the articles of the deciding part."""
    articles = [one for one in context.own if one.type == "article"]
    if any(_EFFECT.search(context.text, _body(context, one), one.end) for one in articles):
        return
    main = [one for one in context.main if one.type == "article"]
    if not main:
        return
    start, end = number_span(context, main[-1])
    yield Hit(
        start,
        end,
        "Văn bản chưa có quy định về hiệu lực thi hành.",
        "The document does not say when it takes effect.",
        suggestion="Thêm điều “Hiệu lực thi hành” nêu cụ thể ngày, tháng, năm có hiệu lực.",
    )


def _body(context: Context, article: Provision) -> int:
    """Where an article goes on after its name: a name is no clause of effect."""
    start = number_span(context, article)[1]
    if not article.heading:
        return start
    first = article.heading.split()[0]
    at = context.text.find(first, start, article.end)
    return min(article.end, (at if at >= 0 else start) + len(article.heading))


RULE = load(__file__, check)
