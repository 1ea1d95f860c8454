"""Words of a text as they are indexed: syllables, and pairs of neighbouring syllables.

Most Vietnamese words are of two syllables; a pair that stands together is worth more than its
two syllables apart. Diacritics are kept: what a question lacks of them is restored (mend.py).
"""

from __future__ import annotations

import re
from itertools import pairwise

from minhphap.text import comparison_key

_WORD = re.compile(r"[^\W_]+")
TITLE_WEIGHT, HEADING_WEIGHT = 2, 3
"""How often the title of the document and the heading of the article count beside the text."""


def words(text: str) -> list[str]:
    """Syllables and figures in small letters, tone marks in one place."""
    return _WORD.findall(comparison_key(text))


def grams(syllables: list[str]) -> list[str]:
    """The syllables, then each with its neighbour: "đất_đai"."""
    return [*syllables, *map("_".join, pairwise(syllables))]
