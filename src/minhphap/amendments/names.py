"""Names of provisions as cited -> names in the tree of the work amended."""

from __future__ import annotations

import re

from minhphap.text import POINT_LETTERS, from_roman

_NUMBER = re.compile(r"(\d+)([^.]*)")
_CONTAINERS = {"part": "phần", "chp": "chương", "sec": "mục", "subsec": "tiểu mục"}
_ROMAN = r"(?<!\w)[IVXLC]+(?!\w)"
_FINE = frozenset(("indent", "heading"))
_DECIMAL = re.compile(r"subsec_\d+\.[\d.]+")


def tree_eid(eid: str | None, words: str, *, attached: bool) -> str | None:
    """The name in the dialect of docs/eid.md of a provision cited with these words.

    Containers keep the number as written ("chp_II"), appendices count ("Phụ lục III": "app_3"),
    what is finer than a point is left to ``place``; ``attached`` puts "att_1__" in front.
    """
    if eid is None:
        return None
    steps = eid.split("__")
    if steps[0].startswith("app"):
        return _appendix(steps)
    form = next((at for at, step in enumerate(steps) if step.startswith("form_")), 0)
    named = [_step(step, words) for step in steps[form:] if not _too_fine(step)]
    if any(step.startswith("art_") for step in named):
        named = [step for step in named if not step.startswith("item_")]
    name = "__".join(named)
    return f"att_1__{name}" if attached and name and not name.startswith("form") else name or None


def _too_fine(step: str) -> bool:
    """A dash, a heading, a "tiểu mục 6.1": told by the name of what holds it."""
    return step.partition("_")[0] in _FINE or _DECIMAL.fullmatch(step) is not None


def _appendix(steps: list[str]) -> str:
    number = steps[0].partition("_")[2]
    value = str(from_roman(number) or "") or number.lstrip("0").lower() or "1"
    inner = [step.replace("item_", "point_") for step in steps[1:] if not _too_fine(step)]
    return "__".join((f"app_{value}", *inner))


def _step(step: str, words: str) -> str:
    level, _, number = step.partition("_")
    word = _CONTAINERS.get(level)
    if word is None or not number.isdigit():
        return step
    written = re.search(rf"(?<!\w){word}\s+([IVXLC]+)(?!\w)", words, re.IGNORECASE)
    if written and from_roman(written[1]) == int(number):
        return f"{level}_{written[1].upper()}"
    rows = rf"(?<!\w){word}\s+({_ROMAN}(?:(?:\s*,\s*|\s+và\s+){_ROMAN})+)"
    listed = re.search(rows, words, re.IGNORECASE)
    for numeral in re.findall(_ROMAN, listed[1]) if listed else ():
        if from_roman(numeral.upper()) == int(number):  # "các chương II, III và IV"
            return f"{level}_{numeral.upper()}"
    return step


def parent(eid: str) -> str | None:
    """The name of the provision above; None above an article or a container."""
    above = eid.rpartition("__")[0]
    return above if above and re.fullmatch(r"att_\d+", above) is None else None


def base_number(eid: str) -> str | None:
    """The sibling that a lettered number goes behind: "para_4a" -> "para_4", "point_a1": "point_a".

    After "4b" the sibling is "4a". None where the number has no letter (a point: no digit).
    """
    head, _, step = eid.rpartition("__")
    level, _, number = step.partition("_")
    found = _NUMBER.fullmatch(number)
    made = None
    if found and found[2]:
        letter = found[2]
        at = POINT_LETTERS.find(letter[-1])
        made = found[1] + (letter[:-1] if at <= 0 else letter[:-1] + POINT_LETTERS[at - 1])
    elif level == "point" and len(number) > 1 and number[0].isalpha() and number[1:].isdigit():
        rank = int(number[1:])
        made = number[0] + (str(rank - 1) if rank > 1 else "")
    elif level in ("chp", "part", "sec") and (roman := re.fullmatch(r"([IVXLC]+)([a-z])", number)):
        at = POINT_LETTERS.find(roman[2])
        made = roman[1] + (POINT_LETTERS[at - 1] if at > 0 else "")
    if made is None:
        return None
    return "__".join(part for part in (head, f"{level}_{made}") if part)


def is_inside_appendix(eid: str) -> bool:
    """A part of an appendix or form."""
    return eid.startswith(("app_", "form_")) and "__" in eid
