"""A repealing clause that does not name what it repeals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.rules.context import Context
from minhphap.rules.rule import Hit, load

_WHAT = (
    r"(?:(?:các|những|mọi)\s+(?:quy\s+định|văn\s+bản|nội\s+dung)(?:\s+(?:trước\s+đây|khác|đã\s+ban\s+hành"
    r"|của\s+[^.;,\n]{2,80}?|về\s+[^.;,\n]{2,80}?|có\s+liên\s+quan))*)"
)
_AGAINST = r"(?:mà\s+|có\s+nội\s+dung\s+)?(?:trái|không\s+phù\s+hợp|khác|mâu\s+thuẫn)\s+(?:với\s+)?"
_DEAD = r"(?:bãi\s+bỏ|hết\s+hiệu\s+lực|không\s+còn\s+hiệu\s+lực|hủy\s+bỏ|huỷ\s+bỏ)"
_VAGUE = (
    re.compile(
        rf"{_WHAT}\s+{_AGAINST}[^.;\n]{{2,80}}?\bnày\b[^.;\n]{{0,60}}?{_DEAD}", re.IGNORECASE
    ),
    re.compile(rf"{_DEAD}\s+{_WHAT}\s+{_AGAINST}[^.;\n]{{2,80}}?\bnày\b", re.IGNORECASE),
)
_TYPES = frozenset(("article", "clause", "point"))


def check(context: Context) -> Iterator[Hit]:
    """Look for "các quy định trước đây trái với … đều bãi bỏ" in the deciding part."""
    seen = 0
    for one in context.main:
        if one.type not in _TYPES or one.start < seen:
            continue
        for pattern in _VAGUE:
            found = pattern.search(context.text, one.start, one.end)
            if found is None:
                continue
            seen = found.end()
            yield Hit(
                found.start(),
                found.end(),
                "Điều khoản bãi bỏ chưa nêu tên văn bản, điều, khoản bị bãi bỏ.",
                "The repealing clause does not name what it repeals.",
                suggestion="Rà soát và liệt kê rõ tên văn bản, điều, khoản, điểm bị bãi bỏ.",
            )
            break


RULE = load(__file__, check)
