"""Fields of law (*lĩnh vực*): the topics of the State's codification, and what a title is about."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from minhphap.law.data import LawDataError, load
from minhphap.law.issuers import issuer_table
from minhphap.text import comparison_key, search_key


class Area(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A field of law. ``number`` and ``name`` are those of the topic (*chủ đề*) in the official
    codification (Ordinance 03/2012/UBTVQH13, Article 7)."""

    number: int
    name: str
    terms: tuple[str, ...]
    weak: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    area: tuple[Area, ...]

    def __post_init__(self) -> None:
        if [one.number for one in self.area] != list(range(1, len(self.area) + 1)):
            raise LawDataError("các lĩnh vực phải được đánh số liên tục từ 1")


_WORD = re.compile(r"\w+")
_LAWS = frozenset(("luật", "lệnh"))
"""The last word before the title of a law: "Luật …", "Pháp lệnh …"."""
_WEAK = 0.3
_OF_A_LAW = 2.0
"""What details or amends a law is of its field."""
_KEPT = 1 / 3
_MOST = 3


@cache
def areas() -> tuple[Area, ...]:
    """All fields, in the order of their numbers."""
    return load("areas.toml", _Table).area


def area_named(words: str) -> Area | None:
    """The field of a number, or whose name begins with, else has in it, these words.

    With or without diacritics: "11", "đất đai", "dat dai".
    """
    if words.strip().isdecimal():
        return next((one for one in areas() if one.number == int(words)), None)
    key = search_key(" ".join(words.split()))
    named = [(search_key(one.name), one) for one in areas()]
    found = [one for name, one in named if name.startswith(key)]
    found += [one for name, one in named if f" {key}" in name]
    return found[0] if found and key else None


def areas_of(title: str, number: str = "") -> tuple[int, ...]:
    """The numbers of the fields a title speaks of, the likeliest first; at most three.

    Where it names none, the ministry in the ``number`` decides ("TT-BYT"). Empty: cannot be told.
    """
    words = _WORD.findall(comparison_key(title))
    terms = _terms()
    scores: dict[int, float] = {}
    at = 0
    while at < len(words):
        for term in terms.get(words[at], ()):
            if tuple(words[at : at + len(term.words)]) == term.words:
                law = bool(_LAWS & {words[at], words[at - 1] if at else ""})
                for field in term.fields:
                    weight = term.weight * (_OF_A_LAW if law else 1.0)
                    scores[field] = scores.get(field, 0.0) + weight
                at += len(term.words)
                break
        else:
            at += 1
    if not scores:
        return _of_ministry(number)
    ranked = sorted(scores, key=lambda field: -scores[field])[:_MOST]
    return tuple(field for field in ranked if scores[field] >= scores[ranked[0]] * _KEPT)


class _Term(msgspec.Struct, frozen=True):
    words: tuple[str, ...]
    weight: float
    fields: tuple[int, ...]


@cache
def _terms() -> dict[str, list[_Term]]:
    """The terms by their first word, the longest first.

    Names of ministries are among them, without a field: they say nothing of the matter.
    """
    fields: dict[tuple[str, ...], tuple[float, tuple[int, ...]]] = {
        _words(one.name): (0.0, ()) for one in issuer_table().ministry
    }
    for area in areas():
        for share, terms in ((1.0, area.terms), (_WEAK, area.weak)):
            for term in terms:
                words = _words(term)
                before = fields[words][1] if words in fields else ()
                fields[words] = (len(words) * share, (*before, area.number))
    by_first: dict[str, list[_Term]] = {}
    for words in sorted(fields, key=len, reverse=True):
        by_first.setdefault(words[0], []).append(_Term(words, *fields[words]))
    return by_first


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(comparison_key(text)))


@cache
def _ministries() -> dict[str, int]:
    return {symbol: area.number for area in areas() for symbol in area.symbols}


def _of_ministry(number: str) -> tuple[int, ...]:
    field = _ministries().get(number.rpartition("-")[2].strip().upper())
    return (field,) if field else ()
