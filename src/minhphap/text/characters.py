"""Characters that do not stay as they are, and what they become."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LOOKALIKES = {
    "Ð": "Đ",  # U+00D0, the Icelandic letter that old keyboards give
    "ð": "đ",
    "Ɖ": "Đ",
    "ɖ": "đ",
    "\u2010": "-",
    "\u2011": "-",  # the hyphen at which Word breaks no line
    "\ufe63": "-",
}
"""Letters and hyphens that look like another one and are not, wherever they stand."""

FOREIGN = dict(
    zip(
        "АВЕКМНОРСТХаеорсухіΑΒΕΗΙΚΜΝΟΡΤΧο",
        "ABEKMHOPCTXaeopcyxiABEHIKMNOPTXo",
        strict=True,
    )
)
"""Cyrillic and Greek letters that look Latin; replaced only beside Latin letters."""

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
HIDDEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
BREAKS = "\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e"
CONTROLS = "\x00-\x08\x0e-\x1b\x1f\x7f"

_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_MARKS = "\u0300-\u034e\u0350-\u036f"
_SHAPES = "\u0302\u0306\u031b"
_STRANGE = "".join(FOREIGN)
_ONE_BY_ONE = f"{SPACES}{BREAKS}{''.join(LOOKALIKES)}\uff01-\uff5e"

CHANGE = re.compile(
    rf"(\r\n?|[{_ONE_BY_ONE}]|[{HIDDEN}{CONTROLS}]+"
    rf"|[^{_MARKS}{HIDDEN}{CONTROLS}][{_MARKS}]+"
    rf"|(?<=[{_LATIN}])[{_STRANGE}]+|[{_STRANGE}]+(?=[{_LATIN}]))"
)
"""Every place that changes; its one group makes ``split`` give text and places in turn."""

PROBE = re.compile(rf"[\r{_ONE_BY_ONE}{HIDDEN}{CONTROLS}{_MARKS}{_STRANGE}]")
"""Any character that a change could begin or end with: a text without one stays as it is."""

_FIXED = (
    dict.fromkeys(("\r\n", "\r", *BREAKS), "\n")
    | LOOKALIKES
    | {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
)
_HIDDEN = re.compile(rf"[{HIDDEN}{CONTROLS}]+")
_SPACE = re.compile(rf"[{SPACES}]")
_FOREIGN = str.maketrans(FOREIGN)


@lru_cache(maxsize=4096)
def replacement(found: str) -> str:
    """What a place found by ``CHANGE`` becomes."""
    if found in _FIXED:
        return _FIXED[found]
    if _SPACE.match(found):
        return " "
    if _HIDDEN.match(found):
        return ""
    if found[0] in FOREIGN and len(found) == found_letters(found):
        return found.translate(_FOREIGN)
    return _composed(found)


def found_letters(found: str) -> int:
    """How many of the characters are Cyrillic or Greek letters that look Latin."""
    return sum(letter in FOREIGN for letter in found)


def _composed(found: str) -> str:
    """A letter and its marks in NFC; a tone typed before the shape of the letter is put right."""
    found = found[0].translate(_FOREIGN) + found[1:]
    apart = unicodedata.normalize("NFD", found)
    marks = sorted(apart[1:], key=lambda mark: mark not in _SHAPES)
    shape_first = unicodedata.normalize("NFC", apart[0] + "".join(marks))
    return shape_first if len(shape_first) == 1 else unicodedata.normalize("NFC", found)
