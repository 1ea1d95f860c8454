"""Names of provisions: what is said and where it is said -> "art_5__para_2__point_a"."""

from __future__ import annotations

import msgspec

from minhphap.citations.paths import THIS, Part
from minhphap.citations.vocabulary import RANK

_SMALL = ("insec", "para", "point", "item", "indent")
_ORDER = ("app", "part", "chp", "sec", "subsec", "form", "art", *_SMALL)
_SMALLEST = frozenset(_SMALL)
_STEPS = {"insec": "sec"}
"""Levels that an eid calls otherwise."""
_ART, _SEC = RANK["art"], RANK["sec"]


class Here(msgspec.Struct, frozen=True, gc=False):
    """The provision and the container in which words stand; "" where not known."""

    eid: str = ""
    container: str = ""


def levels_of(eid: str | None) -> dict[str, str]:
    """ "art_5__para_2" -> {"art": "5", "para": "2"}."""
    levels: dict[str, str] = {}
    for step in (eid or "").split("__"):
        level, _, value = step.partition("_")
        if level == "sec" and "art" in levels:
            level = "insec"
        if level in RANK:
            levels[level] = value
    return levels


def join(levels: dict[str, str]) -> str:
    """The eid of the levels given; containers of an article are not part of its name."""
    if "art" in levels:
        order: tuple[str, ...] = ("art", *_SMALL)
        if "app" in levels or "form" in levels:
            order = _ORDER
    else:
        order = _ORDER
    return "__".join(
        f"{_STEPS.get(level, level)}_{levels[level]}" if levels[level] else level
        for level in order
        if level in levels
    )


def name(part: Part, here: Here, whole: bool = False) -> str | None:
    """The eid of what is named; None where the words lean on a place that is not known.

    ``whole``: the work is named too, so the path is complete as it stands ("điểm 3 của Thông tư
    này", of a text without articles).
    """
    levels = dict(part.levels)
    said = [level for level, value in levels.items() if value == THIS]
    if not said and (whole or (part.top >= _ART and part.top != _SEC)):
        return _named(part, levels)
    place = {**levels_of(here.container), **levels_of(here.eid)}
    if not whole and part.top == _SEC and "art" not in levels and "insec" in place:
        levels["insec"] = levels.pop("sec")  # "mục II", said inside an article that has some
        levels["art"] = place["art"]
        said = [level for level in levels if levels[level] == THIS]
    if not said and part.top >= _ART:
        return _named(part, levels)
    for level in said:
        if level not in place:
            return None
        for larger in _ORDER:
            if RANK[larger] >= RANK[level] and larger in place:
                if RANK[larger] > RANK["art"] >= RANK[level]:
                    continue
                levels.setdefault(larger, place[larger])
        levels[level] = place[level]
    if not said:
        home = _home(part.top, place)
        if home is None:
            return None
        levels = {**home, **levels}
    return None if levels.keys() <= _SMALLEST else _named(part, levels)


def _named(part: Part, levels: dict[str, str]) -> str:
    eid = join(levels)
    return f"{eid}__heading" if part.heading else eid


def _home(top: int, place: dict[str, str]) -> dict[str, str] | None:
    """The larger levels around a bare "khoản 2" or "điểm a"."""
    if "art" not in place:
        return None
    home = {"art": place["art"]}
    if "insec" in place:
        home["insec"] = place["insec"]
    if top >= RANK["para"]:
        return home
    if "para" in place:
        home["para"] = place["para"]
    elif "point" not in place:
        return None
    if top < RANK["point"]:
        if "point" not in place:
            return None
        home["point"] = place["point"]
    return home
