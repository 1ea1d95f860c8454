"""Words of a provision path: a level, its numbers, and how it hangs on the one before."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from minhphap.citations import levels
from minhphap.citations.traps import is_heading
from minhphap.citations.vocabulary import LEVELS, RANK

Link = Literal["", "direct", "comma", "semicolon", "and", "of", "paren"]


class Value(msgspec.Struct, frozen=True, gc=False):
    """One number or letter as written, small letters, and its span."""

    text: str
    start: int
    end: int


class Group(msgspec.Struct, frozen=True, gc=False):
    """One level with its numbers: "các điểm a, b và c", "từ khoản 1 đến khoản 5", "Điều này".

    ``link`` is what stands between it and the group before.
    """

    link: Link
    level: str
    values: tuple[Value, ...]
    start: int
    end: int
    ranges: tuple[int, ...] = ()
    """Indexes of values from which a range runs to the next value."""
    this: bool = False
    many: bool = False
    heading: bool = False


def _level(unit: str) -> str:
    return LEVELS.get(unit) or LEVELS[" ".join(unit.split())]


def read_groups(text: str, low: str, at: int, end: int) -> list[Group]:
    """The groups of one expression, the first at ``at``; empty where none stands there."""
    groups: list[Group] = []
    link: Link = ""
    head = levels.HEAD.match(low, at, end)
    while head is not None:
        group = _group(text, low, head, end, link, groups[-1] if groups else None)
        if group is None:
            return groups
        groups.append(group)
        link, head = _linked(text, low, group.end, end)
        if head is None and (skipped := levels.PAREN.match(low, group.end, end)):
            link, head = _linked(text, low, skipped.end(), end)
    return groups


def _linked(text: str, low: str, at: int, end: int) -> tuple[Link, re.Match[str] | None]:
    """What links a further group to the one that ends at ``at``, and its first words."""
    found = levels.LINK.match(low, at, end)
    assert found is not None
    name = found.lastgroup
    link: Link = "direct" if name is None else "and" if name == "then" else name  # type: ignore[assignment]
    head = levels.HEAD.match(low, found.end(), end)
    return link, None if head is None or is_heading(text, found.end()) else head


_COMMON = frozenset(("point", "para", "sec", "item", "part", "form"))
"""Levels whose words end other words too."""


def _group(
    text: str, low: str, head: re.Match[str], end: int, link: Link, before: Group | None
) -> Group | None:
    at = head.start()
    level = _level(head["unit"])
    if level in _COMMON and _is_word(text, low, at, head, end):
        return None
    if link == "of" and before is not None and RANK[level] <= RANK[before.level]:
        return None
    many, heading = bool(head["many"]), bool(head["name"])
    if head["name"] and level in ("form", "item", "point", "para", "indent"):
        return None
    this = levels.THIS.match(low, head.end("unit"), end)
    if this and level != "form":
        return Group(link, level, (), at, this.end(), this=True, many=many, heading=heading)
    begin = head.end()
    if many and (colon := levels.COLON.match(low, begin, end)):
        begin = colon.end()
    read = _values(text, low, begin, end, level, bool(head["range"] or head["spread"]))
    if read is None:
        if level == "app" and not head["range"]:
            return Group(link, level, (), at, head.end("unit"), many=many, heading=heading)
        return None
    values, ranges = read
    first = text[values[0].start : values[0].end]
    if level in ("chp", "part") and levels.ROMAN_WORD.fullmatch(first):
        return None  # "chương xe"
    if (
        level == "form"
        and text[head.start("unit") : head.end("unit")].isupper()
        and "\n" in text[head.end("unit") : values[0].start]
        and "số" not in low[head.end("unit") : values[0].start]
    ):
        return None
    return Group(link, level, values, at, values[-1].end, ranges=ranges, many=many, heading=heading)


def _is_word(text: str, low: str, at: int, head: re.Match[str], end: int) -> bool:
    """Whether a level belongs to another word: "địa điểm", "tài khoản", "thang điểm 10"."""
    unit, stop = head.span("unit")
    reach = max(0, at - 12)
    before = low[reach:unit].rstrip().rpartition(" ")[2]
    if before.isalpha() and before not in levels.COMPOUND:
        return False
    common = levels.NOT_LEVELS.search(low, reach, stop) or (
        low[(after := _blank(low, stop)) : after + 1].isdigit()
        and levels.SCORE.search(low, reach, stop)
    )
    if not common:
        return False
    capital = text[unit].isupper() and text[max(0, at - 2) : at - 1].islower()
    return not capital and not levels.ACCOUNT_OR_TYPO.match(low, max(0, at - 4), end)


def _value(low: str, at: int, end: int, level: str) -> Value | None:
    found = levels.VALUES[level].match(low, at, end)
    if found is None:
        return None
    group = 1 if level in ("form", "app") else 0
    start, stop = found.span(group)
    raw = found[group].strip('“”"()')
    if level == "point" and levels.CLOSED.match(low, stop, end):
        stop += 1
    return Value(raw, start, stop)


def _blank(low: str, at: int) -> int:
    while at < len(low) and low[at] == " ":
        at += 1
    return at


def _values(
    text: str, low: str, at: int, end: int, level: str, ranged: bool
) -> tuple[tuple[Value, ...], tuple[int, ...]] | None:
    """The numbers of one level, with the places where a range runs."""
    first = _value(low, _blank(low, at), end, level)
    if first is None or not _plausible(text, low, first, level, at, end):
        return None
    if "\n" in text[at : first.start] and levels.ROW.match(low, first.end, end):
        return None  # the number of the next line: "thanh khoản / 1. Việc …"
    values, ranges = [first], []
    while levels.MAY_GO_ON.match(low, (last := values[-1]).end, end):
        step = levels.TO.match(low, last.end, end)
        if step and (step["unit"] is None or _level(step["unit"]) == level):
            upper = _value(low, step.end(), end, level)
            if (
                upper
                and not levels.COUNTED.match(low, upper.end, end)
                and (
                    ranged
                    or step["unit"]
                    or level == "app"
                    or "-" in step[0]
                    or "÷" in step[0]
                    or _path_goes_on(low, upper.end, end)
                )
            ):
                ranges.append(len(values) - 1)
                values.append(upper)
                continue
        following = _next(text, low, last.end, end, level)
        if following is None:
            break
        values.append(following)
    return tuple(values), tuple(ranges)


def _path_goes_on(low: str, at: int, end: int) -> bool:
    return bool(levels.GOES_ON.match(low, at, end))


def _next(text: str, low: str, at: int, end: int, level: str) -> Value | None:
    """A further number of the same level without its word: "khoản 1, **2** và 3"."""
    skipped = levels.PAREN.match(low, at, end)
    for begin in (at, skipped.end()) if skipped else (at,):
        more = levels.MORE.match(low, begin, end)
        if more is None:
            continue
        value = _value(low, more.end(), end, level)
        if value is None or levels.COUNTED.match(low, value.end, end):
            continue
        if level in ("form", "app") and not _numbered(value.text, level):
            continue
        if level == "point" and value.text.isdigit() and not low[at - 1].isdigit():
            continue
        if low[value.end : value.end + 1] == ")":
            continue  # the number of a row: "… a và\nb) Nội dung"
        if "\n" in text[at : value.start] and levels.ROW.match(low, value.end, end):
            continue
        return value
    return None


def _numbered(value: str, level: str) -> bool:
    return any(c.isdigit() for c in value) or (level == "app" and set(value) <= set("ivxl"))


def _plausible(text: str, low: str, value: Value, level: str, at: int, end: int) -> bool:
    """Whether a first number is one: "điểm A" of a map and "mục a" of a word are not."""
    written = text[value.start : value.end]
    if level == "para":
        return written[0].isdigit() or _goes_up(low, value.end, end, level)
    if level == "point" and (written.isupper() or written[0].isdigit()):
        if written[0].isdigit() and levels.WORK.match(low, value.end, end):
            return True
        into = levels.INTO.match(low, value.end, end) is not None
        return into or _goes_up(low, value.end, end, level)
    if level in ("app", "sec", "subsec", "part") and written.isalpha():
        return written[0].isupper() or bool(levels.HEAD.match(low, _blank(low, value.end), end))
    if level == "form":
        return any(c.isdigit() for c in written) or "số" in low[at : value.start]
    if level == "item":
        follows = levels.HEAD.match(low, _blank(low, value.end), end)
        return bool(follows) or bool(levels.MORE.match(low, value.end, end))
    return True


def _goes_up(low: str, at: int, end: int, level: str) -> bool:
    """Whether, after numbers like the one before, a larger level follows."""
    found = levels.GOES_UP.match(low, at, end)
    return found is not None and RANK[_level(found["unit"])] > RANK[level]
