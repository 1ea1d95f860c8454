"""A number and symbol that do not fit the kind, the issuer or the time."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from minhphap.rules.context import Context
from minhphap.rules.rule import Hit, load

Level = Literal["", "province", "district", "commune"]

_SYMBOL = re.compile(r"/(?:(?P<year>(?:19|20)\d\d)/)?(?P<kind>[A-ZĐ]{2,5})-(?P<organ>[\wĐ-]+)$")
_KINDS = {
    "QĐ": ("decision", "quyết định"),
    "NQ": ("resolution", "nghị quyết"),
    "CT": ("directive", "chỉ thị"),
    "NĐ": ("decree", "nghị định"),
    "TT": ("circular", "thông tư"),
}
_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("commune", re.compile(r"\b(?:xã|phường|thị trấn|đặc khu)\b", re.IGNORECASE)),
    ("district", re.compile(r"\b(?:huyện|quận|thị xã)\b", re.IGNORECASE)),
    ("province", re.compile(r"\btỉnh\b", re.IGNORECASE)),
)
_TOWN = re.compile(r"\bthị xã\b", re.IGNORECASE)


class Impossible(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of number that the law did not know from ``first`` to ``last``."""

    symbol: str
    level: Level
    first: dt.date
    reason: str
    reason_en: str
    instead: str
    basis: str
    status: Literal["read", "seen in excerpt"]
    last: dt.date = dt.date.max


@cache
def _impossible() -> tuple[Impossible, ...]:
    path = Path(__file__).with_name("symbol_periods.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return msgspec.convert(table["impossible"], tuple[Impossible, ...])


def check(context: Context) -> Iterator[Hit]:
    """Hold the symbol in the head against kind, issuer and day."""
    meta = context.document.meta
    found = _SYMBOL.search(re.sub(r"\s", "", meta.number or "").replace("–", "-"))
    if found is None or meta.number_span is None:
        return
    start, end = meta.number_span
    issuer = " ".join((meta.issuer or "").split())
    problems = (
        _kind(found["kind"], meta.kind),
        _organ(found["organ"], issuer),
        _time(context, found, issuer),
    )
    for problem in problems:
        if problem:
            message, english, suggestion = problem
            yield Hit(start, end, message, english, suggestion=suggestion)


Problem = tuple[str, str, str] | None


def _kind(symbol: str, kind: str | None) -> Problem:
    known = {name for name, _ in _KINDS.values()}
    if symbol not in _KINDS or kind not in known or _KINDS[symbol][0] == kind:
        return None
    word = next(vi for name, vi in _KINDS.values() if name == kind)
    right = next(short for short, (name, _) in _KINDS.items() if name == kind)
    return (
        f"Tên loại là {word} nhưng ký hiệu “{symbol}” là của {_KINDS[symbol][1]}.",
        f"The kind is {kind}, the symbol {symbol} that of a {_KINDS[symbol][0]}.",
        f"Sửa ký hiệu thành “{right}” hoặc xem lại tên loại.",
    )


def _organ(organ: str, issuer: str) -> Problem:
    name = issuer.casefold().replace("uỷ", "ủy")
    council, committee = "hội đồng nhân dân" in name, "ủy ban nhân dân" in name
    chair = name.startswith("chủ tịch ủy ban nhân dân")
    if council and not committee and organ == "UBND":
        wrong, right = "Ủy ban nhân dân", "HĐND"
    elif committee and not council and organ == "HĐND":
        wrong, right = "Hội đồng nhân dân", "UBND"
    elif committee and not chair and organ == "CTUBND":
        wrong, right = "Chủ tịch Ủy ban nhân dân", "UBND"
    else:
        return None
    return (
        f"Ký hiệu “{organ}” là của {wrong}, không khớp với cơ quan ban hành ghi ở đầu văn bản.",
        f"The symbol {organ} does not fit the issuer in the head.",
        f"Sửa thành “{right}”, hoặc xem lại tên cơ quan ban hành.",
    )


def _time(context: Context, found: re.Match[str], issuer: str) -> Problem:
    if not found["year"] or context.first is None or context.last is None:
        return None
    level = level_of(issuer)
    symbol = f"{found['kind']}-{found['organ']}"
    for one in _impossible():
        fits = one.symbol in (found["organ"], symbol) and one.level in ("", level)
        if fits and one.first <= context.first and context.last <= one.last:
            return (
                f"Số, ký hiệu có năm không dùng cho văn bản này: {one.reason} ({one.basis}).",
                f"No such number with a year: {one.reason_en}.",
                one.instead,
            )
    return None


def level_of(issuer: str) -> Level:
    """The level a local issuer's name shows; "" where it shows none (a city may be of any)."""
    name = _TOWN.sub("huyện", issuer)
    found = [(match.start(), level) for level, sign in _LEVELS if (match := sign.search(name))]
    return min(found)[1] if found else ""


RULE = load(__file__, check)
