"""Numbers of documents in running text: "12/2025/QĐ-UBND", "14-CT/TW", "66.7/2025/NQ-CP"."""

from __future__ import annotations

import re
from functools import lru_cache

_LIKE = str.maketrans("АВСЕНКМОРТХÐ–", "ABCEHKMOPTXĐ-")
"""Letters of other scripts that look like ours, and the Vietnamese letters for them."""
_UPPER = "A-ZĐÐƯƠÂÊÔĂАВСЕНКМОРТХ"
_PART = rf"[{_UPPER}][{_UPPER}\w]*"
_CAPS = rf"(?:[{_UPPER}]{{2,}}\d*|TTg)(?![\wà-ỹ])"
_JOIN = (
    rf"(?:[-–/&.]{_PART}|(?:(?<=/TT)|(?<=/NĐ)|(?<=/QĐ)|(?<=/NQ))\s[-–]\s(?={_CAPS}){_PART}"
    rf"|(?:[-–/&]\s{{1,3}}|\s[-–/&])(?={_CAPS}){_PART}|[-–/&.]\d{{1,3}}(?![\d/]))"
)
_ODD = frozenset("АВСЕНКМОРТХÐ–yaề")
"""Letters that a number has only where one of these is mended."""
_RUN_ON = re.compile(r"(?:(?<=[A-ZĐ])|(?<=TTg))(?:ngày|của|về)$")
_YEAR = r"(?:19|20)\d\d"

NUMBER = re.compile(
    rf"(\d{{1,8}}(?:\.\d{{1,3}}|-\d{{2,6}}(?=/[{_UPPER}]{{2}}))?(?:[a-zđ]{{1,2}}(?=\s?[/\-–]))?"
    rf"(?:\s?[/\-–.]\s?{_YEAR}(?!\d)|/\d{{3}}(?=/QH)|/\d\d(?=/[{_UPPER}]{{2}}))?)"
    rf"(?:\s?[/\-–]?\s?(?:QH|UBTVQH|PL-UBTVQH)\s?\d{{1,3}}(?!\d)"
    rf"|\s?[/\-–]\s?(?:(?:NĐ|NQ|QĐ|CT)\s(?:CP|UBND|HĐND|TTg)(?!\w)"
    rf"|{_PART}{_JOIN}*))"
)
PLAIN = re.compile(rf"\d{{1,6}}(?:/{_YEAR})?(?=\s*,?\s*(?:ngày\s+\d|của\s|khóa\s|khoá\s))")
"""A number without symbol, as some old documents and Party papers carry: only before more."""

SHORT = re.compile(r"\d{1,5}(?![\d/\w]|[.,-]\d|\s?[/-]|\s*(?:[:…]|\.\.))")
"""A number that is said alone once the document is known: "Thông tư số 13"."""
OF_YEAR = re.compile(r"\d{1,5}/(?:19|20)\d\d(?![\d/\w]|-\w|\s?/)")
"""A number without its symbol: "Thông tư liên tịch số 04/2018"."""

_SYMBOLS = (
    ("joint_circular", re.compile(r"(?:TTLT|TT-?LT|LT)(?:[-/]|$)")),
    ("party_document", re.compile(r"[-/](?:TW|TU|HU|ĐU|BCH|BTCTW|UBKTTW|BTGDVTW)(?:\d|$)")),
    ("decree", re.compile(r"[/-]NĐ")),
    ("decision", re.compile(r"[/-]QĐ")),
    ("resolution", re.compile(r"[/-]NQ|UBTVQH")),
    ("circular", re.compile(r"[/-]TT-")),
    ("ordinance", re.compile(r"[/-]PL-")),
    ("directive", re.compile(r"[/-]CT(?:-|$)")),
    ("plan", re.compile(r"[/-]KH(?:-|$)")),
    ("consolidated", re.compile(r"[/-]VBHN")),
    ("other", re.compile(r"[/-](?:TTr|TT|BC|TB|ĐA|KL|HD|CTr|CĐ)(?:-|$)")),
    ("law", re.compile(r"/QH\d")),
)


def cut(number: str) -> str:
    """The number as written, up to a word that is run on: "5/2031/QĐ-TTgcủa"."""
    return number if _ODD.isdisjoint(number[-4:]) else _RUN_ON.sub("", number)


def tidy(number: str) -> str:
    """The number as written, without blanks, in Vietnamese letters and without a word run on."""
    number = "".join(number.split())
    if not _ODD.isdisjoint(number):
        number = _RUN_ON.sub("", number.translate(_LIKE))
    return number.rstrip(".")


def kind_of(number: str) -> str | None:
    """The kind of document its symbol names; None where it names none."""
    return _kind_of(number.lstrip("0123456789"))


@lru_cache(maxsize=1024)
def _kind_of(number: str) -> str | None:
    for kind, symbol in _SYMBOLS:
        if symbol.search(number):
            return kind
    return None
