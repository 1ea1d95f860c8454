"""A clause of effect without a day, month and year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.rules.context import Context
from minhphap.rules.form.places import own_text
from minhphap.rules.rule import Hit, load

_VAGUE = re.compile(
    r"(?:Nghị\s+quyết|Quyết\s+định|Thông\s+tư|Nghị\s+định|Quy\s+định|Quy\s+chế)\s+này\s+"
    r"(?:bắt\s+đầu\s+)?có\s+hiệu\s+lực\s+(?:thi\s+hành\s+)?"
    r"(?P<when>(?:kể\s+)?từ\s+ngày\s+(?:được\s+)?(?:ký|thông\s+qua|ban\s+hành|công\s+bố)"
    r"(?:\s+ban\s+hành)?"
    r"|sau\s+\d+\s+ngày,?\s*(?:kể\s+)?(?:từ\s+)?(?:ngày\s+)?(?:ký|thông\s+qua|ban\s+hành)?)",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Hit]:
    """Look at sentences "Quyết định này có hiệu lực …"."""
    for _, start, end in own_text(context):
        for found in _VAGUE.finditer(context.text, start, end):
            yield Hit(
                found.start("when"),
                found.end("when"),
                "Thời điểm có hiệu lực chưa được ghi thành ngày, tháng, năm cụ thể.",
                "The day of effect is not given as a day, month and year.",
                suggestion="Ghi “có hiệu lực thi hành từ ngày … tháng … năm …”.",
            )


RULE = load(__file__, check)
