"""What a row of groups names: one path for each provision, with the span of its own words."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from minhphap.citations.rows import mend_row
from minhphap.citations.tokens import Group, Value
from minhphap.citations.vocabulary import LETTERS, RANK

THIS = "này"
"""The number of a level that is said with "này"."""
_ORDINALS = {
    "nhất": "1", "hai": "2", "ba": "3", "tư": "4", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7",
    "tám": "8", "chín": "9", "mười": "10", "cuối": "cuối",
}  # fmt: skip
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})$")
_PARTS = re.compile(r"(\D*?)(\d+)(\D*)$")
_LARGEST_RANGE = 400


class Part(msgspec.Struct):
    """One provision as named: the number of each level that is said, and the words' span."""

    levels: dict[str, str]
    start: int
    end: int
    heading: bool = False
    crossed: bool = False
    """Part of a range whose ends do not stand under one parent: what lies between is unknown."""
    top: int = -1
    """Rank of the largest level named."""

    def __post_init__(self) -> None:
        self.top = max(map(RANK.__getitem__, self.levels))

    def lies_in(self, level: str, number: str) -> None:
        """Say a further level, where it is not said yet."""
        if level not in self.levels:
            self.levels[level] = number
            self.top = max(self.top, RANK[level])


def roman(value: str) -> str:
    """ "iv" -> "4"; what is no Roman number is given back."""
    found = _ROMAN.fullmatch(value)
    if not found or not value:
        return value
    digits = {"i": 1, "v": 5, "x": 10}
    numbers = [digits[c] for c in value]
    following = [*numbers[1:], 0]
    return str(sum(-a if a < b else a for a, b in zip(numbers, following, strict=True)))


def number(text: str, level: str, value: Value) -> str:
    """The number of a level in the dialect of eids."""
    raw = value.text
    if level in ("art", "para", "point") and raw[:1].isdigit():
        return raw
    if level in ("app", "form"):
        return "".join(text[value.start : value.end].split()).strip('“”"').replace("Ð", "Đ")
    words = raw.split()
    if words[0] in ("thứ", "số") or words[-1] in _ORDINALS:
        raw = _ORDINALS.get(words[-1], words[-1])
    if level in ("chp", "sec", "part", "subsec", "insec"):
        arabic = roman(raw)
        return arabic if arabic != raw or raw.isdigit() else text[value.start : value.end]
    return raw


def expand(level: str, first: str, last: str) -> list[str] | None:
    """Every number from one to another, both included; None where that cannot be counted."""
    if level == "point" and first in LETTERS and last in LETTERS and len(first + last) == 2:
        begin, end = LETTERS.index(first), LETTERS.index(last)
        return list(LETTERS[begin : end + 1]) if begin < end else None
    small, great = roman(first.lower()), roman(last.lower())
    if level == "app" and small != first.lower() and great != last.lower():
        return [_as_roman(n) for n in range(int(small), int(great) + 1)] or None
    a, b = _PARTS.fullmatch(first), _PARTS.fullmatch(last)
    if a is None or b is None or a[1] != b[1]:
        return None
    begin, end = int(a[2]), int(b[2])
    if not begin < end <= begin + _LARGEST_RANGE:
        return None
    width = len(a[2]) if a[2].startswith("0") else 0
    inner = [f"{a[1]}{n:0{width}d}" for n in range(begin + 1, end)]
    return [first, *inner, last]


def _as_roman(n: int) -> str:
    return "X" * (n // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[n % 10]


def _items(text: str, group: Group) -> list[tuple[str, int, int, bool]]:
    """Number, span, and whether a range around it could not be expanded."""
    if group.this:
        return [(THIS, group.start, group.end, False)]
    if not group.values:
        return [("", group.start, group.end, False)]
    if len(group.values) == 1:
        value = group.values[0]
        return [(number(text, group.level, value), group.start, value.end, False)]
    items: list[tuple[str, int, int, bool]] = []
    numbers = [number(text, group.level, value) for value in group.values]
    skip = False
    for index, value in enumerate(group.values):
        if skip:
            skip = False
            continue
        if index in group.ranges:
            upper = group.values[index + 1]
            every = expand(group.level, numbers[index], numbers[index + 1])
            span = (group.start if index == 0 else value.start, upper.end)
            inner = every or [numbers[index], numbers[index + 1]]
            items += [(one, *span, every is None) for one in inner]
            skip = True
        else:
            begin = group.start if index == 0 else value.start
            items.append((numbers[index], begin, value.end, False))
    return items


def read_paths(text: str, groups: list[Group]) -> list[Part]:
    """The provisions a row of groups names, in order."""
    if len(groups) == 1:
        return _ascend(text, groups)
    groups = mend_row(groups)
    if _descends(groups):
        return _descend(text, groups)
    parts = _ascend(text, groups)
    large = RANK[groups[0].level] >= RANK["art"] and RANK[groups[-1].level] < RANK["art"]
    if large and any(part.top < RANK["art"] for part in parts) and groups[-1].link == "comma":
        return _descend(text, groups)
    return parts


def _descends(groups: list[Group]) -> bool:
    if any(
        group.link in ("direct", "paren", "of") and RANK[group.level] < RANK[before.level]
        for before, group in pairwise(groups)
    ):
        return True
    return len(groups) > 2 and groups[0].level in ("chp", "part") and _steps_down(groups)


def _steps_down(groups: list[Group]) -> bool:
    """Whether each step after a comma is smaller: "Chương II, Mục 1, Điều 5"."""
    return all(
        group.link == "comma" and len(group.values) < 2 and RANK[group.level] < RANK[before.level]
        for before, group in pairwise(groups)
    )


def _takes(top: int, group: Group) -> bool:
    """Whether parts begun earlier, whose largest level is ``top``, lie in this larger level."""
    if top >= RANK[group.level]:
        return False
    if group.link in ("direct", "of", "paren"):
        return True
    if group.link != "comma":
        return False
    if group.level in ("chp", "part"):  # "Điều 5, Chương II" are two
        return top != RANK["art"] and not group.many
    if group.level == "sec":
        return not group.many
    return top < RANK["art"] or group.level == "app"


class _Begun:
    """Parts in the order they are named, and which of them a larger level may still take in.

    Those are kept by their largest level, so that a long list is read in linear time.
    """

    def __init__(self) -> None:
        self.parts: list[Part | None] = []
        self._open: dict[int, list[int]] = {}

    def add(self, part: Part) -> None:
        """One more part."""
        self.parts.append(part)
        self._keep_open(len(self.parts) - 1, part)

    def _keep_open(self, index: int, part: Part) -> None:
        if THIS in part.levels.values():
            return
        if part.top in self._open:
            self._open[part.top].append(index)
        else:
            self._open[part.top] = [index]

    def takers(self, group: Group) -> list[int]:
        """Places of the parts that lie in this level; they count as taken from here on."""
        tops = [top for top in self._open if _takes(top, group)]
        if group.level == "app" and any(top > RANK["art"] for top in tops):
            tops = [top for top in tops if top != RANK["art"]]  # "Điều 5 và Mục V Phụ lục"
        if len(tops) == 1:
            return self._open.pop(tops[0])
        return sorted(index for top in tops for index in self._open.pop(top))

    def lie_in(self, taken: list[int], level: str, number: str, end: int) -> None:
        """Parts that were taken stand in this provision, whose words end at ``end``."""
        for index in taken:
            part = self.parts[index]
            assert part is not None
            part.lies_in(level, number)
            self._keep_open(index, part)
        last = self.parts[taken[-1]]
        assert last is not None
        last.end = max(last.end, end)

    def cross(self, taken: list[int], level: str, items: list[tuple[str, int, int, bool]]) -> None:
        """ "điểm a các khoản 1, 2 Điều 5": point a of each."""
        parts = [part for index in taken if (part := self.parts[index]) is not None]
        for index in taken:
            self.parts[index] = None
        for value, start, end, _ in items:
            for part in parts:
                levels: dict[str, str] = {**part.levels, level: value}
                first = value == items[0][0]
                self.add(Part(levels, part.start if first else start, end, part.heading))


def _ascend(text: str, groups: list[Group]) -> list[Part]:
    if len(groups) == 1:
        only = groups[0]
        return [
            Part({only.level: value}, start, end, only.heading, crossed)
            for value, start, end, crossed in _items(text, only)
        ]
    begun = _Begun()
    for group in groups:
        items = _items(text, group)
        taken = begun.takers(group)
        if taken and group.many and len(items) > 1:
            begun.cross(taken, group.level, items)
            continue
        if taken:
            value, _, end, _ = items.pop(0)
            begun.lie_in(taken, group.level, value, end)
        for value, start, end, crossed in items:
            begun.add(Part({group.level: value}, start, end, group.heading, crossed))
    return [part for part in begun.parts if part is not None]


def _descend(text: str, groups: list[Group]) -> list[Part]:
    parts: list[Part] = []
    before: Group | None = None
    for group in groups:
        rank = RANK[group.level]
        items = _items(text, group)
        if before is not None and rank > RANK[before.level] and group.link == "direct":
            for part in parts:
                part.lies_in(group.level, items[0][0])
            before = group
            continue
        base: dict[str, str] = {}
        start = group.start
        if parts and before is not None:
            last = parts[-1]
            base = {level: n for level, n in last.levels.items() if RANK[level] > rank}
            if base and base == last.levels:
                parts.pop()
                start = last.start
        for index, (value, begin, end, crossed) in enumerate(items):
            at = start if index == 0 and base else begin
            parts.append(Part({**base, group.level: value}, at, end, group.heading, crossed))
        before = group
    return parts
