"""Which number and symbol is right for a kind, an issuer and a date."""

from __future__ import annotations

import datetime as dt

import msgspec

from minhphap.law.data import Status, weakest
from minhphap.law.issuers import Issuer, Ministry, issuer_table
from minhphap.law.kinds import Kind, kind_named, powers
from minhphap.text import comparison_key


class ExpectedSymbol(msgspec.Struct, frozen=True):
    """One right form of the part after the running number.

    ``text`` is what stands after number and year ("QĐ-UBND", "QH15"); ``year`` tells whether
    the year belongs before it: with it a document declares itself normative. ``status`` is that
    of the weakest entry it rests on (for the National Assembly also the term on that date).
    """

    text: str
    year: bool
    status: Status
    source: str

    @property
    def verified(self) -> bool:
        """Whether what allows it was read in the original."""
        return self.status == "read"


_LAW_64 = dt.date(2025, 4, 1)
_DECREE_30 = dt.date(2020, 3, 5)
_WITH_SESSION = frozenset(("national_assembly", "standing_committee"))
_NUMBERED = "Luật số 64/2025/QH15 Điều 7 khoản 3"
_NUMBERED_2015 = "Luật số 80/2015/QH13 Điều 10"
_ADMINISTRATIVE = "Nghị định số 30/2020/NĐ-CP Phụ lục I Phần I Mục II khoản 3"


def expected_symbols(kind: str, issuer: Issuer, date: dt.date) -> tuple[ExpectedSymbol, ...]:
    """The right symbols, the usual one first; empty where the data do not know the issuer.

    ``kind``: an id or a name. A normative form (with year) is among them only if the issuer may
    issue that kind on that date; an administrative form (without year) where the kind has one.
    """
    known = kind_named(kind)
    if known is None or issuer.level is None:
        return ()
    organs = _organs(issuer, date)
    standing = powers().on(date).find(known.id, issuer.body, issuer.level)
    found: list[ExpectedSymbol] = []
    if standing:
        rule = _NUMBERED if date >= _LAW_64 else _NUMBERED_2015
        sure = standing.status
        if issuer.body in _WITH_SESSION:
            sure = weakest(sure, _session_status(date))
        own = organs[:1] if issuer.body == "committee_chair" else organs
        found += [
            ExpectedSymbol(text, True, sure, f"{standing.source}; {rule}")
            for organ in own
            for text in _texts(known, issuer, organ, date)
        ]
    if known.symbols and issuer.body not in _WITH_SESSION:
        own = organs[1:] + organs[:1] if issuer.body == "committee_chair" else organs
        found += [
            ExpectedSymbol(
                f"{known.symbols[0]}-{organ}",
                False,
                "read" if date >= _DECREE_30 else "to verify",
                _ADMINISTRATIVE,
            )
            for organ in own
        ]
    return tuple(found)


def _texts(kind: Kind, issuer: Issuer, organ: str, date: dt.date) -> list[str]:
    if issuer.body not in _WITH_SESSION:
        return [f"{symbol}-{organ}" for symbol in kind.symbols[:1]]
    session = session_on(date)
    plain = f"{organ}{session}" if session else organ
    return [plain, f"{kind.symbols[0]}-{plain}"] if kind.symbols else [plain]


def _organs(issuer: Issuer, date: dt.date) -> tuple[str, ...]:
    if issuer.body == "ministry":
        ministry = ministry_named(issuer.name, date)
        return ministry.symbols if ministry else ()
    body = issuer_table().by_id.get(issuer.body)
    return body.symbols if body else ()


def ministry_named(name: str, date: dt.date | None = None) -> Ministry | None:
    """The ministry of a name ("BỘ TÀI CHÍNH", "Bộ trưởng Bộ Tư pháp"), if it stood on the date."""
    key = _letters(name)
    for title in ("bộ trưởng ", "thống đốc ", "tổng "):
        key = key.removeprefix(title)
    for one in issuer_table().ministry:
        if _letters(one.name) == key and (date is None or one.first <= date <= one.last):
            return one
    return None


def _letters(name: str) -> str:
    return " ".join(comparison_key(name).replace(",", " ").replace("-", " ").split())


def _session_status(date: dt.date) -> Status:
    """How sure the term of the National Assembly on a date is."""
    found = (one.status for one in issuer_table().session if one.first <= date <= one.last)
    return next(found, "to verify")


def session_on(date: dt.date) -> int | None:
    """The term of the National Assembly on a date, as its documents carry it."""
    return next(
        (one.number for one in issuer_table().session if one.first <= date <= one.last), None
    )
