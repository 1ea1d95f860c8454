"""Forms of a text to compare and to search with; what is shown never changes."""

from __future__ import annotations

import re
import unicodedata

_TONED = {
    "a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ", "o": "òóỏõọ", "u": "ùúủũụ",
}  # fmt: skip
_ENDINGS = (("o", "a"), ("o", "e"), ("u", "y"))
_PAIRS = {
    first + _TONED[second][tone]: _TONED[first][tone] + second
    for first, second in _ENDINGS
    for tone in range(5)
}
_SECOND = "".join(_TONED["a"] + _TONED["e"])
_OLD = re.compile(
    rf"(?:o[{_SECOND}]|(?<!q)u[{_TONED['y']}])(?![^\W\d_])",
    re.IGNORECASE,
)


def unify_tones(text: str) -> str:
    """Both placements of the tone as one: "hoà" as "hòa", "Thuỷ" as "Thủy"; "quý" stays.

    NFC in, NFC of the same length out: offsets stay true.
    """
    return _OLD.sub(_moved, text)


def _moved(match: re.Match[str]) -> str:
    pair = match[0]
    new = _PAIRS[pair.lower()]
    return "".join(
        letter.upper() if shape.isupper() else letter
        for letter, shape in zip(new, pair, strict=True)
    )


def comparison_key(text: str) -> str:
    """Small letters and one placement of tones; NFC of the same length out."""
    low = text.lower()
    if len(low) != len(text):  # a few letters of other scripts grow when made small
        low = "".join(one if len(one := letter.lower()) == 1 else letter for letter in text)
    return unify_tones(low)


def _plain(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter.lower())
    return "".join(mark for mark in apart if not unicodedata.combining(mark)).replace("đ", "d")


_LETTERS = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_PLAIN = {code: _plain(chr(code)) for code in _LETTERS if chr(code).isalpha()}


def search_key(text: str) -> str:
    """Without diacritics, đ as d, case folded: "Đất đai" -> "dat dai".

    Vietnamese letters keep their number, so that offsets of NFC text stay true for them.
    """
    plain = text.translate(_PLAIN)
    if not plain.isascii():
        apart = unicodedata.normalize("NFD", plain)
        plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return plain.casefold()
