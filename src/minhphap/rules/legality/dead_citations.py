"""A cited document that was no longer in force, and what replaces it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.rules.context import Context
from minhphap.rules.legality.footing import Cited, doer, firsts, known_law, since
from minhphap.rules.rule import Hit, load

_SPEAKS = frozenset(("refers", "guides"))
_PAST = re.compile(
    r"chuyển\s+tiếp|trước\s+(?:đây|ngày|thời\s+điểm|khi)|đã\s+(?:được\s+)?(?:cấp|ban\s+hành|phê\s+duyệt"
    r"|ký|hưởng|thực\s+hiện|công\s+bố|tiếp\s+nhận)|hết\s+hiệu\s+lực|thay\s+thế|bãi\s+bỏ|sửa\s+đổi"
    r"|tiếp\s+tục|(?:cấp|ban\s+hành|lập|tính|giao|giải\s+quyết)\s+theo|đang\s+|cũ\b|tại\s+thời\s+điểm",
    re.IGNORECASE,
)
_TRANSITION = re.compile(r"chuyển\s+tiếp|hiệu\s+lực|thi\s+hành", re.IGNORECASE)


def check(context: Context) -> Iterator[Hit]:
    """Look at references in the working provisions; each document is named once."""
    law, _ = known_law(context)
    said: set[str] = set()
    for one in firsts(context):
        known, status = one.found.document, one.found.status
        if known is None or status is None or "ended" not in one.found.reasons:
            continue
        if one.citation.role not in _SPEAKS or known.key in said or not _works(context, one):
            continue
        said.add(known.key)
        by = doer(law, status.by)
        yield Hit(
            one.citation.start,
            one.citation.end,
            f"Văn bản được viện dẫn đã hết hiệu lực: {known.called}{since(status.since)}"
            f"{f' (theo {by})' if by else ''}.",
            f"The cited document is no longer in force: {known.number}"
            f"{f', ended by {by}' if by else ''}.",
            severity=None if status.sure and status.since else "note",
            suggestion=f"Viện dẫn văn bản hiện hành; xem {by}." if by else None,
        )


def _works(context: Context, one: Cited) -> bool:
    """Whether the reference is one to be applied: not of the time between, not of the past."""
    holder = one.holder
    if holder is None or holder.type not in ("article", "clause", "point"):
        return False
    above = holder
    while above.type != "article" and above.eid in context.parents:
        above = context.parents[above.eid]
    if _TRANSITION.search(above.heading or ""):
        return False
    start = max(holder.start, context.text.rfind("\n", 0, one.citation.start) + 1)
    stop = context.text.find("\n", one.citation.end)
    end = holder.end if stop < 0 else min(stop, holder.end)
    return not _PAST.search(context.text, start, end)


RULE = load(__file__, check)
