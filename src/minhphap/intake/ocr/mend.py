"""Words that a recogniser cannot have read right, where only one reading is possible.

Only signs are put right, never words: "quyên" may be a word, "QHI5" is no symbol of the National
Assembly and "0I" is no number.
"""

from __future__ import annotations

import re

_ASSEMBLY = re.compile(r"(?<=QH)[Il|!](\d)(?!\d)")
_ONES = re.compile(r"(?<![^\W\d_])[\dIlÏÌ]*[02-9][\dIlÏÌ]*(?![^\W\d_])")
_LOOK_LIKE_ONE = str.maketrans("IlÏÌ", "1111")
_SLASHES = str.maketrans("⁄∕", "//")


def mended(word: str) -> str:
    """A recognised word with figures and slashes where letters that look like them stood."""
    if word.isalpha():
        return word
    word = _ASSEMBLY.sub(r"1\1", word.translate(_SLASHES))
    return _ONES.sub(lambda found: found[0].translate(_LOOK_LIKE_ONE), word)
