"""Roman numerals for parts and chapters, Arabic ones for sections."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.findings import Edit, Fix
from minhphap.rules.context import Context
from minhphap.rules.form.places import number_span, order_of
from minhphap.rules.rule import Hit, load
from minhphap.structure import Provision

_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_WORD_NUMBER = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục)\s+([0-9IVXLC]+[a-zđ]?)\b", re.IGNORECASE)


def check(context: Context) -> Iterator[Hit]:
    """Look at the numbers of parts, chapters, sections and subsections that hold articles."""
    for one in context.own:
        roman_wanted = one.type in ("part", "chapter")
        if not roman_wanted and one.type not in ("section", "subsection"):
            continue
        found = _WORD_NUMBER.match(context.text, one.start, one.end)
        order = order_of(one.num)
        if found is None or order is None or not _holds_articles(one):
            continue
        if found[1][0].isdigit() == roman_wanted and order.number < 100:
            yield _hit(context, one, roman_wanted, found)


def _holds_articles(one: Provision) -> bool:
    return any(inner.type == "article" for inner in one.walk())


def _hit(context: Context, one: Provision, roman: bool, found: re.Match[str]) -> Hit:
    order = order_of(one.num)
    assert order is not None
    number = to_roman(order.number) if roman else str(order.number)
    start, end = number_span(context, one)
    want, english = ("La Mã", "Roman") if roman else ("Ả Rập", "Arabic")
    return Hit(
        start,
        end,
        f"Số thứ tự của {found[0].split()[0].lower()} phải là số {want}: {number}{order.suffix}.",
        f"This number must be {english}: {number}{order.suffix}.",
        suggestion=f"Viết “{found[0][: found.start(1) - found.start()]}{number}{order.suffix}”.",
        fix=Fix((Edit(found.start(1), found.end(1), number + order.suffix),), safe=True),
    )


def to_roman(number: int) -> str:
    """The Roman numeral of 1 to 99."""
    return _TENS[number // 10] + _ONES[number % 10]


RULE = load(__file__, check)
