"""A number and symbol that do not fit the kind, the issuer or the time."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from minhphap.law import (
    DocumentNumber,
    Issuer,
    expected_symbols,
    kind_named,
    kinds,
    parse_number,
    recognise_issuer,
)
from minhphap.rules.context import Context
from minhphap.rules.rule import Hit, load

Level = Literal["", "province", "district", "commune"]
_LOCAL = frozenset({"council", "committee", "committee_chair"})


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
    number = parse_number(meta.number or "")
    if number is None or number.party or not number.kind or meta.number_span is None:
        return
    issuer = recognise_issuer(meta.issuer or "", context.first)
    problems = (
        _kind(number, meta.kind),
        _organ(context, number, meta.kind, issuer),
        _time(context, number, issuer),
    )
    for problem in problems:
        if problem:
            message, english, suggestion = problem
            yield Hit(*meta.number_span, message, english, suggestion=suggestion)


Problem = tuple[str, str, str] | None


def _kind(number: DocumentNumber, kind: str | None) -> Problem:
    own = kind_named(kind or "")
    of_symbol = next((one for one in kinds() if number.kind in one.symbols[:1]), None)
    if own is None or of_symbol is None or not own.symbols or number.kind in own.symbols:
        return None
    return (
        f"Tên loại là {own.name.lower()} nhưng ký hiệu “{number.kind}” là của"
        f" {of_symbol.name.lower()}.",
        f"The kind is {own.id}, the symbol {number.kind} that of a {of_symbol.id}.",
        f"Sửa ký hiệu thành “{own.symbols[0]}” hoặc xem lại tên loại.",
    )


def _organ(
    context: Context, number: DocumentNumber, kind: str | None, issuer: Issuer | None
) -> Problem:
    """Whether the letters of the issuer are those of the issuer in the head."""
    if issuer is None or issuer.body not in _LOCAL or not number.issuers:
        return None
    organ = number.issuers[0]
    known = {"HĐND", "UBND", "CTUBND"}
    right = {
        one.text.rpartition("-")[2]
        for day in {context.first, context.last} - {None}
        for one in expected_symbols(kind or "", issuer, day or dt.date.max)
    }
    if organ not in known or not right & known or organ in right:
        return None
    usual = "CTUBND" if issuer.body == "committee_chair" else min(right & known, key=len)
    return (
        f"Ký hiệu “{organ}” không khớp với cơ quan ban hành ghi ở đầu văn bản.",
        f"The symbol {organ} does not fit the issuer in the head.",
        f"Sửa thành “{usual}”, hoặc xem lại tên cơ quan ban hành.",
    )


def _time(context: Context, number: DocumentNumber, issuer: Issuer | None) -> Problem:
    if number.year is None or context.first is None or context.last is None:
        return None
    level = issuer.level if issuer else None
    organ = "-".join(number.issuers)
    for one in _impossible():
        fits = one.symbol in (organ, f"{number.kind}-{organ}") and one.level in ("", level)
        if fits and one.first <= context.first and context.last <= one.last:
            return (
                f"Số, ký hiệu có năm không dùng cho văn bản này: {one.reason} ({one.basis}).",
                f"No such number with a year: {one.reason_en}.",
                one.instead,
            )
    return None


RULE = load(__file__, check)
