"""A normative document that takes effect sooner than the law allows."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from minhphap.law import Level, recognise_issuer
from minhphap.registry import own_effect
from minhphap.rules.context import Context
from minhphap.rules.rule import Hit, load
from minhphap.text import official_date

_SHORT = re.compile(r"rút\s+gọn|trường\s+hợp\s+đặc\s+biệt|quy\s+trình\s+đặc\s+biệt", re.IGNORECASE)


class Least(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The least days between signature and effect, for a level and a time."""

    level: Level
    first: dt.date
    days: int
    last: dt.date = dt.date.max


@cache
def _least() -> tuple[Least, ...]:
    table = tomllib.loads(Path(__file__).with_name("least_days.toml").read_text(encoding="utf-8"))
    return msgspec.convert(table["least"], tuple[Least, ...])


def least_days(level: Level, day: dt.date) -> int | None:
    """How many days must pass; None where the table does not say."""
    for one in _least():
        if one.level == level and one.first <= day <= one.last:
            return one.days
    return None


def check(context: Context) -> Iterator[Hit]:
    """Count the days from the date of the head to the day of effect."""
    meta, day = context.document.meta, context.day
    signed = meta.date or day
    issuer = recognise_issuer(meta.issuer or "", signed)
    if signed is None or issuer is None or issuer.level is None:
        return
    told = own_effect(context.document, context.citations, signed)
    days = least_days(issuer.level, signed)
    if told.first is None or days is None or told.first < signed:
        return
    passed = (told.first - signed).days
    if passed >= days or _SHORT.search(context.text):
        return
    yield Hit(
        *told.span,
        f"Văn bản có hiệu lực sau {passed} ngày kể từ ngày ký ({official_date(signed)}); ít nhất"
        f" phải {days} ngày, trừ khi ban hành theo trình tự, thủ tục rút gọn.",
        f"The document takes effect {passed} days after signature; at least {days} are required"
        " outside the shortened procedure.",
        suggestion=f"Chọn ngày có hiệu lực từ {official_date(signed + dt.timedelta(days))}, hoặc"
        " nêu việc áp dụng trình tự, thủ tục rút gọn trong hồ sơ.",
    )


RULE = load(__file__, check)
