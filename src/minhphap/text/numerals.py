"""Numbers that are not digits: Roman numerals, numbers in Vietnamese words, letters of points."""

from __future__ import annotations

import re

from minhphap.text.keys import comparison_key

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points in their order; f, j, w and z are not used."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_FORM = re.compile(r"(M{0,3})(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", re.IGNORECASE)

_DIGITS = {
    "không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9,
}  # fmt: skip
_AFTER_TEN = _DIGITS | {"lăm": 5, "nhăm": 5}
_AFTER_TENS = _AFTER_TEN | {"mốt": 1, "tư": 4}
_AFTER_ODD = _DIGITS | {"tư": 4}
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_ODD = frozenset(("linh", "lẻ"))
_ORDINALS = _DIGITS | {"nhất": 1, "nhì": 2, "tư": 4}


def to_roman(number: int) -> str:
    """The Roman numeral of a number from 1 to 3999; ValueError outside."""
    if not 0 < number < 4000:
        raise ValueError(f"no Roman numeral for {number}: 1 to 3999 only")
    parts = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        parts.append(letters * count)
    return "".join(parts)


def from_roman(numeral: str) -> int | None:
    """The value of a well-formed Roman numeral, capital or small; None for anything else."""
    if not numeral or not _ROMAN_FORM.fullmatch(numeral):
        return None
    total = at = 0
    upper = numeral.upper()
    for value, letters in _ROMAN:
        while upper.startswith(letters, at):
            total += value
            at += len(letters)
    return total


def next_letter(letter: str) -> str | None:
    """The letter of the point after this one ("d" -> "đ"); None after the last or for no letter."""
    at = POINT_LETTERS.find(letter) if len(letter) == 1 else -1
    return POINT_LETTERS[at + 1] if 0 <= at < len(POINT_LETTERS) - 1 else None


def previous_letter(letter: str) -> str | None:
    """The letter of the point before this one; None before "a" or for no letter of points."""
    at = POINT_LETTERS.find(letter) if len(letter) == 1 else -1
    return POINT_LETTERS[at - 1] if at > 0 else None


def number_in_words(words: str) -> int | None:
    """The value of a number in words, 0 to 999 billion; None where it is not well formed.

    "mười lăm" 15, "hai mươi mốt" 21, "một trăm linh năm" 105, "hai nghìn không trăm hai mươi
    lăm" 2025, "tư" 4. Either placement of tones, either case.
    """
    total = 0
    group: list[str] = []
    limit = 10**12
    key = comparison_key(words).split()
    if key == ["tư"]:  # alone: "tháng tư", "thứ tư"
        return 4
    for word in key:
        scale = _SCALES.get(word)
        if scale is None:
            group.append(word)
            continue
        value = _below_thousand(group)
        if value is None or scale >= limit:
            return None
        total, group, limit = total + value * scale, [], scale
    if not group:
        return total if limit < 10**12 else None
    rest = _below_thousand(group)
    return None if rest is None else total + rest


def _below_thousand(words: list[str]) -> int | None:
    if len(words) > 1 and words[1] == "trăm" and words[0] in _DIGITS:
        hundreds = 100 * _DIGITS[words[0]]
        if len(words) == 2:
            return hundreds
        if words[2] in _ODD:
            last = _AFTER_ODD.get(words[3]) if len(words) == 4 else None
            return hundreds + last if last else None
        rest = _below_hundred(words[2:])
        return None if rest is None or rest < 10 else hundreds + rest
    if len(words) == 2 and words[0] in _ODD:  # "hai nghìn linh năm"
        return _AFTER_ODD.get(words[1])
    return _below_hundred(words)


def _below_hundred(words: list[str]) -> int | None:
    match words:
        case [digit]:
            return 10 if digit == "mười" else _DIGITS.get(digit)
        case ["mười", last]:
            return 10 + _AFTER_TEN[last] if _AFTER_TEN.get(last) else None
        case [tens, "mươi", *last]:
            ten = _DIGITS.get(tens, 0)
            unit = 0 if not last else _AFTER_TENS.get(last[0]) if len(last) == 1 else None
            return 10 * ten + unit if ten > 1 and unit is not None and (unit or not last) else None
        case [tens, last]:  # "hai lăm" for "hai mươi lăm"
            ten = _DIGITS.get(tens, 0)
            unit = {"lăm": 5, "nhăm": 5, "mốt": 1, "tư": 4}.get(last)
            return 10 * ten + unit if ten > 1 and unit else None
    return None


def ordinal_in_words(words: str) -> int | None:
    """The value of "thứ nhất", "thứ tư", "thứ mười hai", "tám"; None for anything else."""
    key = comparison_key(words).strip().removeprefix("thứ").strip()
    return _ORDINALS[key] if key in _ORDINALS else number_in_words(key)
