"""A document that reaches back before its own signature."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from minhphap.law import recognise_issuer
from minhphap.registry import own_effect
from minhphap.rules.context import Context
from minhphap.rules.rule import Hit, load
from minhphap.text import find_dates, official_date

_BACK = re.compile(
    r"(?:được\s+)?(?:áp\s+dụng|tính\s+hưởng|thực\s+hiện|hưởng|chi\s+trả|thu)\s+(?:các\s+)?(?:chế\s+độ|mức"
    r"|chính\s+sách|quy\s+định)?[^.;\n]{0,60}?(?:kể\s+)?từ\s+(?=ngày\s)",
    re.IGNORECASE,
)
_LOCAL = frozenset(("province", "district", "commune"))
_NEW_LAW = dt.date(2025, 4, 1)
_NEAR = 60


def check(context: Context) -> Iterator[Hit]:
    """Compare the day of effect, and days from which benefits or duties count, with signature."""
    meta = context.document.meta
    signed = meta.date or context.day
    issuer = recognise_issuer(meta.issuer or "", signed)
    if signed is None or issuer is None:
        return
    never = signed < _NEW_LAW and issuer.level in _LOCAL
    told = own_effect(context.document, context.citations, signed)
    if told.first and told.first < signed:
        yield _hit(*told.span, told.first, signed, never, whole=True)
    for one in context.main:
        if one.type != "article" or "hiệu lực" not in (one.heading or "").lower():
            continue
        for found in _BACK.finditer(context.text, one.start, one.end):
            mention = next(find_dates(context.text[found.end() : found.end() + _NEAR]), None)
            if mention and mention.start <= 1 and mention.date and mention.date < signed:
                end = found.end() + mention.end
                yield _hit(found.start(), end, mention.date, signed, never, whole=False)


def _hit(start: int, end: int, day: dt.date, signed: dt.date, never: bool, *, whole: bool) -> Hit:
    what = "Văn bản có hiệu lực" if whole else "Quy định này áp dụng"
    allowed = (
        "văn bản của Hội đồng nhân dân, Ủy ban nhân dân các cấp không được quy định hiệu lực trở về"
        " trước"
        if never
        else "chỉ được quy định hiệu lực trở về trước khi thật cần thiết và không đặt ra trách"
        " nhiệm mới hoặc nặng hơn"
    )
    return Hit(
        start,
        end,
        f"{what} từ ngày {official_date(day)}, trước ngày ký {official_date(signed)}; {allowed}.",
        f"It applies from {day.isoformat()}, before signature on {signed.isoformat()}.",
        severity=None if never and whole else "warning",
        suggestion="Chọn ngày có hiệu lực sau ngày ký, hoặc nêu lý do thật cần thiết trong tờ"
        " trình.",
    )


RULE = load(__file__, check)
