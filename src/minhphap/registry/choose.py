"""Which of the documents that carry a number, or a title, is meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec

from minhphap.law import kind_named, parse_number, recognise_issuer
from minhphap.registry.keys import NAMED, is_central, is_local, place_of, same_words, title_key
from minhphap.registry.known import KnownDocument
from minhphap.registry.resolution import Reason, Resolution
from minhphap.text import comparison_key

if TYPE_CHECKING:
    from minhphap.law import DocumentNumber
    from minhphap.registry.relation import Status
    from minhphap.registry.snapshot import Registry


_SAME_TITLE = 0.9


class Asked(msgspec.Struct, frozen=True):
    """What a citation says of the document it means; "" and None: nothing."""

    number: str = ""
    kind: str = ""
    issuer: str = ""
    date: dt.date | None = None
    title: str = ""
    year: int | None = None
    home: str = ""
    """The issuer of the citing document."""
    own: str | None = None
    """Where the citing document is a law: its title, "" where that is not known."""


def choose(found: Sequence[KnownDocument], asked: Asked) -> Resolution:
    """Among the documents of one number. A link is given only where nothing speaks against it and
    enough speaks for it; everything else is "ambiguous" or "unknown" with its candidates."""
    left = [one for one in found if not one.consolidation or _wants_consolidation(asked)]
    if not left:
        return Resolution("unknown", reasons=("number_not_known",), candidates=tuple(found))
    parsed = parse_number(asked.number)
    for reason, fits in _filters(asked):
        kept = [one for one in left if fits(one)]
        if not kept:
            return Resolution("unknown", reasons=(reason,), candidates=tuple(left))
        left = kept
    doubt = _issuer_doubt(left, asked, parsed)
    if isinstance(doubt, str):
        return Resolution("ambiguous", reasons=(doubt,), candidates=tuple(left))
    left = doubt
    if not left:
        return Resolution("unknown", reasons=("issuer_differs",), candidates=tuple(found))
    if len(left) > 1:
        return Resolution("ambiguous", reasons=("several",), candidates=tuple(left))
    (one,) = left
    if (parsed is None or parsed.year is None) and not (asked.date and one.date):
        return Resolution("ambiguous", reasons=("year_not_given",), candidates=(one,))
    if not _titles_agree(one, asked):
        return Resolution("ambiguous", reasons=("title_differs",), candidates=(one,))
    return Resolution("resolved", one)


def _wants_consolidation(asked: Asked) -> bool:
    return asked.kind == "consolidated" or "VBHN" in asked.number.upper()


Fits = Callable[[KnownDocument], bool]


def _filters(asked: Asked) -> list[tuple[Reason, Fits]]:
    kind = asked.kind if kind_named(asked.kind) else ""
    return [
        ("kind_differs", lambda one: not kind or one.kind in _family(kind)),
        ("date_differs", lambda one: not asked.date or one.date in (None, asked.date)),
    ]


def _family(kind: str) -> tuple[str, ...]:
    """The kinds a word may mean: a code is called a law as well."""
    return ("", "law", "code") if kind in ("law", "code") else ("", kind)


def _issuer_doubt(
    left: list[KnownDocument], asked: Asked, parsed: DocumentNumber | None
) -> list[KnownDocument] | Reason:
    """The documents of the issuer that is meant, or why it is not known."""
    if is_central(parsed):
        return left
    place = place_of(asked.issuer)
    if not place and is_local(parsed):
        place = _home_place(left, asked)
        if not place:
            return "issuer_not_given"
    if not place:
        return left if asked.date else "issuer_not_given"
    return [one for one in left if one.place == place]


def _home_place(left: list[KnownDocument], asked: Asked) -> str:
    """The place of the citing document's issuer, where "Ủy ban nhân dân tỉnh" must mean it.

    Without any issuer the date has to agree as well: after a merger old documents of several
    provinces are cited side by side.
    """
    home = place_of(asked.home)
    if not home:
        return ""
    if not asked.issuer:
        dated = [one for one in left if asked.date and one.date == asked.date]
        return home if any(one.place == home for one in dated) else ""
    unit = _unit_of(asked.issuer)
    return home if unit and home.startswith(f"{unit} ") else ""


def _unit_of(issuer: str) -> str:
    """ "Ủy ban nhân dân Tỉnh" -> "tỉnh"; "" where no unit is named at all."""
    found = recognise_issuer(issuer.removeprefix("CỦA ").removeprefix("của "))
    place = " ".join(comparison_key(found.place).split()) if found else ""
    return {"tp": "thành phố", "tp.": "thành phố"}.get(place, place)


def _titles_agree(one: KnownDocument, asked: Asked) -> bool:
    if not asked.title or one.kind not in NAMED:
        return True
    known, cited = title_key(one.kind, one.title), title_key(one.kind, asked.title)
    if not known or not cited or known == cited:
        return True
    # "Luật Ban hành văn bản quy phạm pháp luật số 87/2025/QH15": the amending law under the name
    # of the amended one is common; another law altogether is not.
    a, b = known.partition(" ")[2], cited.partition(" ")[2]
    return a.endswith(b) or b.endswith(a) or same_words(a, b) >= _SAME_TITLE


def choose_titled(registry: Registry, asked: Asked, on: dt.date | None) -> Resolution:
    """Among the laws of one title: by date, by year, or by what stood on the day."""
    kind = asked.kind if asked.kind in NAMED else "law"
    other = {"law": "code", "code": "law"}.get(kind, "")
    dated = bool(asked.date or asked.year)
    if not dated and asked.own is not None and _is_own(asked, kind):
        return Resolution("ambiguous", reasons=("own_title",))
    found = [one for one in registry.titled(asked.title, kind) if not one.consolidation]
    if not found and other:  # "Luật Hàng hải" is a code
        found = [one for one in registry.titled(asked.title, other) if not one.consolidation]
    if not found:
        return Resolution("unknown", reasons=("title_not_known",))
    if dated:
        left = [one for one in found if _of_time(one, asked)]
        if len(left) == 1:
            return Resolution("resolved", left[0])
        if not left:
            return Resolution("unknown", reasons=("date_differs",), candidates=tuple(found))
        return Resolution("ambiguous", reasons=("several",), candidates=tuple(left))
    if on is None:
        return Resolution("ambiguous", reasons=("year_not_given",), candidates=tuple(found))
    return _standing(registry, found, on)


def _is_own(asked: Asked, kind: str) -> bool:
    """Whether a law may mean itself: it bears the title, or its title is not known."""
    if kind == "constitution":
        return False
    key = title_key(kind, asked.own or "")
    return not key or key == title_key(kind, asked.title)


def _of_time(one: KnownDocument, asked: Asked) -> bool:
    if asked.date and one.date:
        return one.date == asked.date
    parsed = parse_number(one.number)
    year = one.date.year if one.date else parsed.year if parsed else None
    return year == (asked.date.year if asked.date else asked.year)


def _is_passed(one: KnownDocument, state: Status, on: dt.date) -> bool:
    return state.state == "not_yet" and one.date is not None and one.date <= on


def _standing(registry: Registry, found: list[KnownDocument], on: dt.date) -> Resolution:
    """The one law of a title that stood on a day, where that is certain.

    A law that had been passed but was not yet in force may be meant as well.
    """
    states = [(one, registry.status(one, on)) for one in found]
    possible = [
        (one, state)
        for one, state in states
        if state.state not in ("ended", "not_yet") or _is_passed(one, state, on)
    ]
    if not possible:
        return Resolution("unknown", reasons=("none_in_force",), candidates=tuple(found))
    candidates = tuple(one for one, _ in possible)
    if len(possible) > 1:
        return Resolution("ambiguous", reasons=("several",), candidates=candidates)
    (one, state) = possible[0]
    if state.state in ("in_force", "partly") and not state.sure and registry.vouched(one, on):
        return Resolution("resolved", one, reasons=("vouched",))
    if not state.sure or state.state == "not_yet":
        return Resolution("ambiguous", reasons=("end_not_known",), candidates=candidates)
    return Resolution("resolved", one)
