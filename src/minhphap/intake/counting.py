"""Numbers as lists write them: 1, 01, a, A, i, I."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LAST = 32_767
"""The highest number of a list in Word; beyond it Roman numbers and letters are not written."""


def written(number: int, form: str) -> str:
    """A number in a Word number format; unknown formats are written as decimal.

    Letters are those that Word prints, a b c d e f, and not the Vietnamese a b c d đ e; after z
    Word doubles the letter (aa, bb).
    """
    if form == "none":
        return ""
    if not 0 < number <= _LAST:
        return str(number)
    match form:
        case "lowerLetter":
            return _letters(number)
        case "upperLetter":
            return _letters(number).upper()
        case "lowerRoman":
            return _roman(number)
        case "upperRoman":
            return _roman(number).upper()
        case "decimalZero":
            return f"{number:02d}"
    return str(number)


def _letters(number: int) -> str:
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * min(times + 1, 30)


def _roman(number: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        text += sign * (number // size)
        number %= size
    return text
