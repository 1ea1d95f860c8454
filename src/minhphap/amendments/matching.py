"""Where words stand in a text, whatever the blanks, the placement of tones, the capital."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from minhphap.text import comparison_key, unify_tones

Span = tuple[int, int]


class Searched:
    """A text in which phrases are looked for; it is folded once, whatever is looked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _exact(self) -> str:
        return unify_tones(self.text)

    @cached_property
    def _loose(self) -> str:
        return comparison_key(self.text)

    def occurrences(self, phrase: str, spans: Sequence[Span]) -> list[Span]:
        """Where a phrase stands in some stretches; in another case only if none has the same."""
        words = phrase.split()
        if not words:
            return []
        exact = list(_search(self._exact, [unify_tones(word) for word in words], spans))
        if exact:
            return exact
        return list(_search(self._loose, [comparison_key(word) for word in words], spans))


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
