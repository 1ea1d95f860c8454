"""Terms that the law itself defines, and questions that ask for a definition."""

from __future__ import annotations

import re

from minhphap.registry.search.words import words
from minhphap.text import comparison_key

_HEADED = re.compile(r"giải thích (?:từ ngữ|thuật ngữ)|khái niệm|định nghĩa|thuật ngữ|từ ngữ")
_DEFINED = re.compile(
    r"^\s*(?:\d{1,3}|[a-zđ]{1,2})\s*[.)/]\s*[“\"']?(?P<term>[^.;:\n”\"]{2,110}?)[”\"']?\s*"
    r"(?:\([^()\n]{1,100}\)\s*)?(?:là|được hiểu là|gồm|bao gồm|nghĩa là|có nghĩa là)(?!\w)",
    re.MULTILINE,
)
_ASKED = re.compile(
    r"(?<!\w)(?:là gì|nghĩa là|có nghĩa|được hiểu|hiểu (?:như )?thế nào|định nghĩa|khái niệm"
    r"|thế nào (?:được (?:gọi|coi) )?là|là (?:như )?thế nào|được gọi là|là những gì)(?!\w)"
)
_LONGEST = 12


def terms_of(heading: str, text: str) -> list[str]:
    """The terms that an article of definitions defines, as they are compared."""
    if not _HEADED.search(comparison_key(heading)):
        return []
    found = (words(match["term"]) for match in _DEFINED.finditer(comparison_key(text)))
    return [" ".join(term) for term in found if 0 < len(term) <= _LONGEST]


def asks_for_definition(asked: list[str]) -> bool:
    """Whether a question wants to know what something is."""
    return _ASKED.search(" ".join(asked)) is not None


def spans(asked: list[str]) -> list[str]:
    """Every stretch of two words and more that may be a term, the longest first."""
    longest = min(_LONGEST, len(asked))
    return [
        " ".join(asked[at : at + length])
        for length in range(longest, 1, -1)
        for at in range(len(asked) - length + 1)
    ]
