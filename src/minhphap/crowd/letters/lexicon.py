"""Words that tell nothing of a provision, and everyday words for official ones."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, cached_property
from importlib.resources import files

import msgspec

from minhphap.text import comparison_key


class Lexicon(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """The lists of data/words.toml."""

    common: frozenset[str]
    """Words of one syllable that stand anywhere."""
    silent: frozenset[str]
    """Pairs of syllables of letters: asking, greeting, naming the draft."""
    everyday: dict[str, str]
    """What people say → what drafts write."""
    courtesy: frozenset[str]
    """All words that sentences of mere courtesy are made of."""

    @cached_property
    def _said(self) -> re.Pattern[str]:
        words = sorted(self.everyday, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")

    def official(self, text: str) -> Iterator[tuple[str, str]]:
        """The everyday words of a text with the official ones for each."""
        for found in self._said.finditer(comparison_key(text)):
            yield found[0], self.everyday[found[0]]


@cache
def lexicon() -> Lexicon:
    """The lists of this package, read once."""
    table = tomllib.loads((files(__package__) / "data" / "words.toml").read_text("utf-8"))
    for name in ("common", "silent", "courtesy"):
        table[name] = [word for line in table[name] for word in line.split(",") if word]
        table[name] = [" ".join(word.split()) for word in table[name]]
    return msgspec.convert(table, Lexicon)
