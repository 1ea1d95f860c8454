"""The words of the layman beside those of the law."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from minhphap.registry.search.words import words
from minhphap.text import search_key

_LONGEST = 6
_Phrase = tuple[str, ...]


class Said(msgspec.Struct, frozen=True):
    """What a question says in the layman's words: these words, and what the law calls it."""

    own: frozenset[str]
    law: tuple[_Phrase, ...]


@cache
def _table() -> dict[_Phrase, tuple[_Phrase, ...]]:
    path = Path(__file__).with_name("data") / "layman.toml"
    said: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))["said"]
    return {tuple(words(one)): tuple(tuple(words(w)) for w in law) for one, law in said.items()}


@cache
def _bare_table() -> dict[_Phrase, tuple[_Phrase, ...]]:
    return {tuple(map(search_key, said)): law for said, law in _table().items() if len(said) > 1}


def laymans(typed: list[str]) -> Said:
    """What a question, typed with diacritics or without any, says in other words than the law."""
    table = _bare_table() if all(word.isascii() for word in typed) else _table()
    law: dict[_Phrase, None] = {}
    own: set[str] = set()
    for at in range(len(typed)):
        for length in range(min(_LONGEST, len(typed) - at), 0, -1):
            phrase = tuple(typed[at : at + length])
            if phrase in table:
                law.update(dict.fromkeys(table[phrase]))
                own.update(phrase)
                break
    return Said(frozenset(own), tuple(law))
