"""The forms by which documents are compared: numbers, issuers, titles."""

from __future__ import annotations

import datetime as dt
import re

from minhphap.law import DocumentNumber, parse_number, recognise_issuer, session_on
from minhphap.text import comparison_key

NAMED = frozenset(("constitution", "code", "law", "ordinance"))
"""Kinds that are cited by their title."""

_CENTRAL = re.compile(
    r"B[A-ZĐ&]+|CP|TTG|QH|UBTVQH|CTN|HĐBT|HĐNN|NHNN|NH|TTCP|TTNN|TTR|TANDTC|TATC|CA|VKSNDTC"
    r"|VKSTC|VKS|HĐTP|KTNN|VPCP|VPQH|VPCTN|UBDT|UBDTMN|UBTDTT|UBCKNN|TCHQ|TCT|CT|TCTK|TLĐ|TLĐLĐVN"
)
_ASSEMBLY = re.compile(r"/(?:PL|NQ|L)-(?=(?:UBTV)?QH\d)")
_NO_TERM = re.compile(r"/(?:UBTV)?QH$")
_BOARD = re.compile(r"B(?:QL|CĐ|CH|TV)")
_LOCAL = frozenset(("UBND", "HĐND", "CTUBND"))
_TOWN = re.compile(r"^(?:tp\.?|t\.p\.?)\s*")
_BARE = frozenset(("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "đặc khu"))
_HEAD = re.compile(
    r"^(?:(?:bộ luật|luật|pháp lệnh|hiến pháp)(?!\w)\s*)?(?:\(?số\s*:?\s*[^\s]+/[^\s]+\s*)?"
)
_TAIL = re.compile(
    r"[,;]?\s*(?:số\s+\S*\d\S*/\S+|năm\s+\d{4}|ngày\s+\d.*|của quốc hội.*|khóa [ivx]+.*"
    r"|ngày .* tháng .*)$"
)
_WORDS = re.compile(r"[^\W_]+")


def normal_number(number: str) -> str:
    """The form in which two ways to write one number are equal."""
    parsed = parse_number(number)
    if parsed is None:
        return " ".join(number.split()).upper()
    normal = _ASSEMBLY.sub("/", parsed.normal)  # 01/2012/PL-UBTVQH13 is also 01/2012/UBTVQH13
    if parsed.year and _NO_TERM.search(normal):  # 79/2006/QH is 79/2006/QH11
        terms = terms_of(parsed.year)
        return f"{normal}{terms.pop()}" if len(terms) == 1 else normal
    return normal


def terms_of(year: int) -> set[int]:
    """The terms of the National Assembly in a year; in the year of an election there are two."""
    days = dt.date(year, 1, 1), dt.date(year, 12, 31)
    return {term for day in days if (term := session_on(day)) is not None}


def is_local(parsed: DocumentNumber | None) -> bool:
    """Whether every province, district or commune uses this symbol."""
    if parsed is None or not parsed.issuers:
        return False
    organ = parsed.issuers[-1] if parsed.kind else parsed.issuers[0]
    return organ in _LOCAL or not is_central(parsed)


def is_central(parsed: DocumentNumber | None) -> bool:
    """Whether the symbol alone names a central issuer ("NĐ-CP", "TT-BTC", "QH15")."""
    return bool(parsed and parsed.issuers) and all(
        _CENTRAL.fullmatch(organ.upper()) and not _BOARD.match(organ)
        for organ in (parsed.issuers if parsed else ())
    )


def place_of(issuer: str) -> str:
    """The unit of a local issuer to compare: "UBND TP. Huế" is of "thành phố huế".

    "" where the words name none ("Ủy ban nhân dân tỉnh").
    """
    words = " ".join(issuer.replace("\n", " ").split()).removeprefix("CỦA ").removeprefix("của ")
    found = recognise_issuer(words)
    if found is None or not found.place:
        return ""
    place = " ".join(comparison_key(found.place).split()).strip(" .,;:")
    place = _TOWN.sub("thành phố ", place)
    place = re.split(r",|\s[-–]\s|\(", place)[0].strip(" .")
    return "" if place in _BARE else place


def issuer_part(number: str, issuer: str) -> str:
    """What tells apart the issuers that share a number: "" where the symbol itself names one."""
    parsed = parse_number(number)
    if is_central(parsed):
        return ""
    place = place_of(issuer)
    if place or is_local(parsed):
        return place
    return " ".join(_WORDS.findall(comparison_key(issuer)))


def document_key(number: str, kind: str, part: str, date: dt.date | None) -> str:
    """The name of a document in every snapshot: "126/NQ-CP|resolution||2023-08-14".

    ``part`` as ``issuer_part`` gives it.
    """
    return "|".join((normal_number(number), kind, part, date.isoformat() if date else ""))


def title_key(kind: str, title: str) -> str:
    """The title of a law, code or ordinance to compare; "" for other kinds and empty titles.

    All constitutions bear one title.
    """
    if kind == "constitution":
        return kind
    if kind not in NAMED or not title:
        return ""
    words = " ".join(comparison_key(title).split())
    words = _HEAD.sub("", words, count=1)
    while (shorter := _TAIL.sub("", words)) != words:
        words = shorter
    rest = " ".join(_WORDS.findall(words))
    return f"{kind} {rest}" if rest else ""


def same_words(one: str, other: str) -> float:
    """How much two titles share, 0 to 1: of the words of the shorter one."""
    a, b = set(_WORDS.findall(comparison_key(one))), set(_WORDS.findall(comparison_key(other)))
    return len(a & b) / min(len(a), len(b)) if a and b else 1.0
