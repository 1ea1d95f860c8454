"""Numbers as lists write them: 1, 01, a, A, i, I."""

from __future__ import annotations

from minhphap.text import to_roman

_LAST = 3_999
"""The highest number that is written in letters or words."""
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_UNITS = {1: "mốt", 5: "lăm"}
"""The words for one and five after "mươi"; after "mười" only five has its own."""


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
            return to_roman(number).lower()
        case "upperRoman":
            return to_roman(number)
        case "decimalZero":
            return f"{number:02d}"
        case "numberInDash":
            return f"- {number} -"
        case "vietnameseCounting" if number < 1000:
            return _words(number)
    return str(number)


def _letters(number: int) -> str:
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * min(times + 1, 30)


def _words(number: int) -> str:
    """A number below a thousand in Vietnamese words."""
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds else []
    if tens == 0 and unit:
        words += (["linh"] if hundreds else []) + [_DIGITS[unit]]
    elif tens == 1:
        words += ["mười", *([("lăm" if unit == 5 else _DIGITS[unit])] if unit else [])]
    elif tens:
        words += [_DIGITS[tens], "mươi", *([_UNITS.get(unit, _DIGITS[unit])] if unit else [])]
    return " ".join(words)
