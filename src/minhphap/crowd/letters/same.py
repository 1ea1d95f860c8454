"""The same letter twice: the Word file and the signed scan of it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from rapidfuzz import fuzz

from minhphap.crowd.letters.names import body_key
from minhphap.crowd.letters.values import Letter
from minhphap.law import parse_number
from minhphap.text import search_key

_SAME = 88
"""Likeness (0 to 100) of all passages from which two files hold one letter."""


def without_twins(letters: Iterable[Letter]) -> list[Letter]:
    """The letters in order; a second copy keeps its line and gives up its passages.

    Two letters of one body with other numbers, or with other words, both stay.
    """
    kept: list[Letter] = []
    homes: dict[str, list[int]] = {}
    for letter in letters:
        key = body_key(letter.sender)
        twin = next((at for at in homes.get(key, []) if _same(kept[at], letter)), None)
        if twin is None:
            homes.setdefault(key, []).append(len(kept))
            kept.append(letter)
        elif _rank(letter) > _rank(kept[twin]):
            kept.append(kept[twin])
            kept[twin] = letter
            kept[-1] = _emptied(kept[-1], letter.file)
        else:
            kept.append(_emptied(letter, kept[twin].file))
    return sorted(kept, key=lambda one: one.file)


def _same(one: Letter, other: Letter) -> bool:
    if one.form != other.form or (_number(one) != _number(other) and one.number and other.number):
        return False
    a, b = (" ".join(search_key(p.text) for p in letter.passages) for letter in (one, other))
    if not a or not b:
        return False
    return fuzz.token_sort_ratio(a, b) >= _SAME


def _number(letter: Letter) -> str:
    parsed = parse_number(letter.number) if letter.number else None
    return parsed.normal if parsed else (letter.number or "")


def _rank(letter: Letter) -> int:
    """A file whose text was typed is better than one whose text was recognised."""
    return 0 if any("nhận dạng từ ảnh" in remark for remark in letter.remarks) else 1


def _emptied(letter: Letter, home: str) -> Letter:
    return msgspec.structs.replace(letter, twin=home, passages=(), leftovers=())
