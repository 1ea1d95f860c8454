"""Where words stand in a text, whatever the blanks, the placement of tones, the capital."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minhphap.text import comparison_key, unify_tones

Span = tuple[int, int]


def occurrences(text: str, phrase: str, spans: Sequence[Span]) -> list[Span]:
    """The places of a phrase in some stretches; with another case only where none has the same."""
    words = phrase.split()
    if not words:
        return []
    exact = list(_search(unify_tones(text), [unify_tones(word) for word in words], spans))
    if exact:
        return exact
    return list(_search(comparison_key(text), [comparison_key(word) for word in words], spans))


def _search(text: str, words: Sequence[str], spans: Sequence[Span]) -> Iterator[Span]:
    pattern = r"\s+".join(map(re.escape, words))
    before = r"(?<!\w)" if words[0][0].isalnum() else ""
    after = r"(?!\w)" if words[-1][-1].isalnum() else ""
    compiled = re.compile(before + pattern + after)
    for start, end in spans:
        for found in compiled.finditer(text, start, end):
            yield found.span()


def put_in(text: str, span: Span, new: str) -> tuple[Span, str]:
    """The span to replace and the words to put there: capitals and blanks as they stood.

    Words taken out take one blank along.
    """
    start, end = span
    old = text[start:end]
    if new and old[:1].isupper() and new[:1].islower() and not old.isupper():
        new = new[0].upper() + new[1:]
    if not new:
        if start and text[start - 1] == " " and (end == len(text) or text[end] in " ,.;:)\n"):
            start -= 1
        elif text[end : end + 1] == " ":
            end += 1
    return (start, end), new
