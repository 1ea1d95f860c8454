"""How Vietnamese provisions are numbered, and what comes next in a series."""

from __future__ import annotations

_RANK = {letter: rank for rank, letter in enumerate("abcdđefghijklmnopqrstuvwxyz")}
_SKIPPED = frozenset(_RANK[letter] for letter in "đfjwz")
"""Letters of points in the order of the alphabet; f, j, w, z stand only where they are written, and
drafters who count without Vietnamese letters leave out đ."""

ORDINALS = {
    "nhất": 1, "một": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
    "mười ba": 13, "mười bốn": 14, "mười lăm": 15,
}  # fmt: skip
"""Ordinals of parts ("Phần thứ tám")."""

Key = tuple[int, ...]
"""A number one can compare: clause 3a is (3, 1), point đ (4,), decimal 1.2.2 (1, 2, 2)."""


def number_key(num: str) -> Key:
    """The key of "5", "5a", "12đ"; (0,) when it is no such number."""
    digits = num.rstrip("abcdefghijklmnopqrstuvwxyzđ")
    if not digits.isdecimal():
        return (0,)
    return (int(digits), *(_RANK[letter] + 1 for letter in num[len(digits) :]))


def letter_key(num: str) -> Key:
    """The key of "a", "đ", "a1", "aa"."""
    rank = _RANK[num[0]]
    rest = num[1:]
    if rest.isdecimal():
        return (rank, int(rest))
    return (rank, *(_RANK[other] + 1 for other in rest))


def follows_number(key: Key, last: Key | None) -> bool:
    """True when ``key`` is the next clause or article number after ``last``."""
    if last is None:
        return key[0] == 1
    if len(key) == 1:
        return key[0] == last[0] + 1
    return key[0] == last[0] and key[1:] > last[1:]


def follows_letter(key: Key, last: Key | None) -> bool:
    """True when ``key`` is the next letter; đ, f, j, w, z may be left out."""
    if last is None:
        return key[0] == 0
    if len(key) > 1:
        return key[0] == last[0] and key[1:] > last[1:]
    step = key[0] - last[0]
    if step <= 1:
        return step == 1
    return all(rank in _SKIPPED for rank in range(last[0] + 1, key[0]))
