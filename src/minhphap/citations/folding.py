"""The text as the grammar reads it: same length, small letters, one kind of blank."""

from __future__ import annotations

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐÐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""Capital letters, as a class of a pattern."""
_BLANKS = "\n\r\t\xa0\u2002\u2003\u2009\u202f\x0b\x0c\u2028\u2029"
_TONES = tuple(
    (new, old)
    for news, olds in (
        ("òa óa ỏa õa ọa", "oà oá oả oã oạ"),
        ("òe óe ỏe õe ọe", "oè oé oẻ oẽ oẹ"),
        ("ùy úy ủy ũy ụy", "uỳ uý uỷ uỹ uỵ"),
    )
    for new, old in zip(news.split(), olds.split(), strict=True)
)
"""Tones of open syllables; the form of "khoản" and "hoàn" is left as it is."""


def fold(text: str) -> str:
    """Small letters, blanks for all white space, one placement of tones; offsets unchanged."""
    low = text.lower()
    if len(low) != len(text):  # a few letters of other scripts grow when made small
        low = "".join(one if len(one := c.lower()) == 1 else c for c in text)
    for blank in _BLANKS:
        if blank in low:
            low = low.replace(blank, " ")
    low = low.replace("ð", "đ").replace("–", "-").replace("—", "-").replace("‑", "-")
    for new, old in _TONES:
        low = low.replace(new, old)
    return low


def syllables(phrase: str) -> tuple[str, ...]:
    """The folded words and commas of a phrase."""
    return tuple(fold(phrase).replace(",", " , ").replace("-", " - ").split())
