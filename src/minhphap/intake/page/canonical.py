"""The words of pages in canonical Unicode: look-alike letters, old fonts, hidden characters.

Neither a conversion nor a clean-up moves a blank, so that the words of a row keep their places.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from minhphap.intake.page.shapes import Page, Row, Word
from minhphap.text import normalize
from minhphap.text.legacy import (
    Legacy,
    by_font,
    by_statistics,
    convert,
    is_capital_font,
    is_unicode,
)

_SAMPLE = 20_000


def make_canonical(pages: Sequence[Page]) -> list[int]:
    """Clean the words of all pages; the numbers of those that were set in fonts before Unicode."""
    guess = by_statistics(_sample(pages))
    converted = []
    for page in pages:
        old = [_from_old_fonts(row, guess) for row in page.rows]
        if any(old):
            converted.append(page.number)
        page.rows = [row for row in page.rows if _clean(row)]
    return converted


def _sample(pages: Sequence[Page]) -> str:
    """The beginning of the text."""
    parts: list[str] = []
    length = 0
    for page in pages:
        for row in page.rows:
            if length > _SAMPLE:
                return " ".join(parts)
            parts.append(row.text)
            length += len(parts[-1])
    return " ".join(parts)


def _from_old_fonts(row: Row, guess: Legacy | None) -> bool:
    """Convert what is set in an old font (its name may be lost: ``guess``) and has no Unicode."""

    def encoding(word: Word) -> tuple[Legacy | None, bool]:
        return by_font(word.font.name) or guess, is_capital_font(word.font.name)

    found = False
    for (legacy, capitals), group in groupby(row.words, key=encoding):
        words = list(group)
        text = " ".join(word.text for word in words)
        if legacy is None or (text.isascii() and not capitals) or is_unicode(text):
            continue
        found = True
        for word, new in zip(words, convert(text, legacy, capitals)[0].split(" "), strict=True):
            word.text = new
    return found


def _clean(row: Row) -> bool:
    """Words in canonical form; whether any of them shows."""
    for word in row.words:
        if not word.text.isascii():
            word.text = normalize(word.text).text.replace("\n", "")
    row.words = [word for word in row.words if word.text]
    return bool(row.words)
