"""Issuers: which body a line of the head names, of which level."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, cached_property

import msgspec

from minhphap.law.data import Status, load
from minhphap.law.kinds import Level
from minhphap.text import comparison_key


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body that issues documents, with its abbreviations, the usual one first."""

    id: str
    name: str
    symbols: tuple[str, ...]
    status: Status


class Ministry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A ministry or body of its rank, in the time in which it stood."""

    name: str
    symbols: tuple[str, ...]
    status: Status
    first: dt.date = dt.date.min
    last: dt.date = dt.date.max


class Session(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A term of the National Assembly: the 15 of "QH15"."""

    number: int
    first: dt.date
    status: Status
    last: dt.date = dt.date.max


class City(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A city directly under the central government: of the level of a province."""

    name: str
    status: Status
    first: dt.date = dt.date.min


class IssuerTable(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """The bodies, ministries, terms and cities that the data of this room know."""

    format: int
    body: tuple[Body, ...]
    ministry: tuple[Ministry, ...]
    session: tuple[Session, ...]
    city: tuple[City, ...]

    @cached_property
    def by_id(self) -> dict[str, Body]:
        """Each body under its id."""
        return {body.id: body for body in self.body}


@cache
def issuer_table() -> IssuerTable:
    """The table of this package, read once."""
    return load("issuers.toml", IssuerTable)


class Issuer(msgspec.Struct, frozen=True):
    """An issuer that a line names.

    ``body`` is an id ("committee", "council", "committee_chair", "ministry", "department",
    "party"…). ``level`` is None where the line does not show it: a city may be a province or,
    before 1/7/2025, of a district. ``place`` is the unit with its kind, as written.
    """

    body: str
    level: Level | None
    name: str
    place: str = ""


_ROWS: tuple[tuple[str, str, Level | None], ...] = (
    ("council_standing", r"thường trực (?:hội đồng nhân dân|hđnd)", None),
    ("committee_chair", r"chủ tịch (?:ủy ban nhân dân|ubnd)", None),
    ("council", "hội đồng nhân dân|hđnd", None),
    ("committee", "ủy ban nhân dân|ubnd|ủy ban hành chính", None),
    ("standing_committee", "ủy ban thường vụ quốc hội", "central"),
    ("judges_council", "hội đồng thẩm phán", "central"),
    ("supreme_court", r"(?:chánh án )?tòa án nhân dân tối cao", "central"),
    ("procuracy", r"(?:viện trưởng )?viện kiểm sát nhân dân tối cao", "central"),
    ("state_audit", r"(?:tổng )?kiểm toán nhà nước", "central"),
    ("national_assembly", "quốc hội", "central"),
    ("president", "chủ tịch nước", "central"),
    ("prime_minister", "thủ tướng chính phủ", "central"),
    ("government", "chính phủ", "central"),
    ("party", "bộ chính trị|ban bí thư|(?:tỉnh|thành|huyện|quận|đảng|thị) ủy|đảng bộ", None),
    ("party", "ban chấp hành|ban thường vụ|ủy ban kiểm tra", None),
    ("ministry", r"(?:bộ trưởng )?bộ \w+|(?:thống đốc )?ngân hàng nhà nước", "central"),
    ("ministry", r"(?:tổng )?thanh tra chính phủ|ủy ban dân tộc", "central"),
    ("ministry", "văn phòng (?:chính phủ|quốc hội)", "central"),
    ("department", "sở|chi cục|thanh tra tỉnh", "province"),
)
_BODIES = tuple((body, re.compile(rf"(?:{form})(?!\w)"), level) for body, form, level in _ROWS)
_PLACE = re.compile(
    r"(?<!\w)(tỉnh|thành phố|tp\.?|thị xã|thị trấn|huyện|quận|xã|phường|đặc khu)(?!\w)\s*(.*)"
)
_OF_DISTRICT = frozenset(("huyện", "quận", "thị xã"))
_OF_COMMUNE = frozenset(("xã", "phường", "thị trấn", "đặc khu"))
_TWO_TIERS = dt.date(2025, 7, 1)


def recognise_issuer(line: str, on: dt.date | None = None) -> Issuer | None:
    """The issuer that a line or two of a head name; ``on``: the date of the document.

    "ỦY BAN NHÂN DÂN\\nTỈNH SƠN HÀ" is the committee of a province. None for anything else.
    """
    name = " ".join(line.split())
    key = comparison_key(name).lstrip("-*. ")
    shift = len(name) - len(key)
    for body, pattern, level in _BODIES:
        found = pattern.match(key)
        if found is None:
            continue
        if level == "central":
            return Issuer(body, level, name)
        place = _PLACE.search(key, found.end())
        written = name[shift + place.start() :].strip(" .,;:") if place else ""
        shown = _level(place, on) if place else level
        return Issuer(body, level or shown, name, written)
    return None


def _level(place: re.Match[str], on: dt.date | None) -> Level | None:
    word = place[1]
    if word == "tỉnh":
        return "province"
    if word in _OF_COMMUNE:
        return "commune"
    if word in _OF_DISTRICT:
        return "district"
    city = place[2].strip(" .,;:")
    for known in issuer_table().city:
        if comparison_key(known.name) == city and (on is None or known.first <= on):
            return "province"
    if on is None:
        return None
    return "province" if on >= _TWO_TIERS else "district"
