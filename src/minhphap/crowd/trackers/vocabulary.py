"""The words that trackers use, as data; each table is read once and its patterns compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from minhphap.text import search_key

_FOLDER = Path(__file__).with_name("data")
_BLANKS = re.compile(r"\s+")


def plain(text: str) -> str:
    """Without diacritics, in small letters, blanks and line breaks as one blank."""
    return _BLANKS.sub(" ", search_key(text)).strip()


def heading_key(text: str) -> str:
    """A heading ready for ``header_words``: plain, the usual abbreviations written out."""
    key = _BRACKETED.sub("", plain(text)).strip() or plain(text)
    return _SHORT.sub(lambda word: _LONG_FORMS[word[0]], key).strip(" :.*")


_LONG_FORMS = {
    "kq": "ket qua", "cq": "co quan", "dv": "don vi", "tg": "thoi gian", "bh": "ban hanh",
    "cv": "chuyen vien", "nd": "noi dung", "kh": "ke hoach",
    "cqct": "co quan chu tri", "cqst": "co quan soan thao", "dvct": "don vi chu tri",
    "dvst": "don vi soan thao", "vbqppl": "vb", "vbpl": "vb", "ykien": "y kien",
    "lyk": "lay y kien", "td": "tham dinh",
}  # fmt: skip
_SHORT = re.compile(rf"\b(?:{'|'.join(sorted(_LONG_FORMS, key=len, reverse=True))})\b")
_BRACKETED = re.compile(r"\((?!.*\bso\b)[^()]*\)")


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name and the words that mean it: ``whole`` end to end, ``any`` anywhere, unless ``not``."""

    name: str
    whole: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    but: tuple[str, ...] = msgspec.field(default=(), name="not")


class Words:
    """A list of patterns in order; the first that matches wins."""

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self._rows = [
            (one.name, _compiled(one.whole, "^(?:{})$"), _compiled(one.any), _compiled(one.but))
            for one in patterns
        ]

    def names_of(self, key: str) -> Iterator[str]:
        """Every name of a text that went through ``plain``, the first choice first."""
        for name, whole, anywhere, but in self._rows:
            if (whole and whole.search(key)) or (anywhere and anywhere.search(key)):
                if but and but.search(key):
                    continue
                yield name

    def name_of(self, key: str) -> str | None:
        """The first of them."""
        return next(self.names_of(key), None)


def _compiled(patterns: tuple[str, ...], frame: str = "{}") -> re.Pattern[str] | None:
    return re.compile(frame.format("|".join(patterns))) if patterns else None


class _Headers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    field: tuple[Pattern, ...]


class _Stages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    stage: tuple[Pattern, ...]


class AgencyName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body that local trackers name, and the spellings that cannot be made from its words."""

    name: str
    also: tuple[str, ...] = ()


class _Agencies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    agency: tuple[AgencyName, ...]


@cache
def header_words() -> Words:
    """What the headings of columns mean."""
    return Words(msgspec.toml.decode((_FOLDER / "headers.toml").read_bytes(), type=_Headers).field)


@cache
def stage_words() -> Words:
    """What the words of a status column mean, clause by clause."""
    return Words(msgspec.toml.decode((_FOLDER / "stages.toml").read_bytes(), type=_Stages).stage)


@cache
def agency_names() -> tuple[AgencyName, ...]:
    """The bodies that are known beforehand."""
    raw = (_FOLDER / "agencies.toml").read_bytes()
    return msgspec.toml.decode(raw, type=_Agencies).agency
