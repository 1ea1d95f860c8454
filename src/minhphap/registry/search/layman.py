"""The words of the layman beside those of the law."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from minhphap.registry.search.words import words

_LONGEST = 6


@cache
def _table() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    path = Path(__file__).with_name("data") / "layman.toml"
    said: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))["said"]
    return {tuple(words(one)): tuple(tuple(words(w)) for w in law) for one, law in said.items()}


def law_words(asked: list[str]) -> list[tuple[str, ...]]:
    """What the law calls the things that a question names in other words."""
    table = _table()
    found: list[tuple[str, ...]] = []
    at = 0
    while at < len(asked):
        for length in range(min(_LONGEST, len(asked) - at), 0, -1):
            if law := table.get(tuple(asked[at : at + length])):
                found += law
                at += length
                break
        else:
            at += 1
    return found
