"""Where changed words stand, and where the mark of a note on them goes."""

from __future__ import annotations

import re

from minhphap.amendments import Mark
from minhphap.structure import Document, Provision

_LABEL = re.compile(
    r"(?:(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Phần(?: thứ)?|PHẦN(?: THỨ)?"
    r"|Phụ lục|PHỤ LỤC)\s+[\w.]+?|\w{1,4})\s?[.):/-]?(?=\s|$|[^\w\s])"
)
_TITLED = frozenset(("article", "part", "chapter", "section", "subsection"))


class Spots:
    """The provisions of a document by where they begin."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._starts = {one.start: one for one in reversed(list(document.walk()))}

    def whole(self, mark: Mark) -> Provision | None:
        """The outermost provision that changed words are, from its number to its end."""
        text = self.document.source.text
        at = mark.at
        while at < len(text) and text[at].isspace():  # new lines are put in before new words
            at += 1
        found = self._starts.get(at)
        return found if found is not None and found.end <= mark.end + 1 else None

    def innermost(self, mark: Mark) -> Provision | None:
        """The provision that changed words are, or else the innermost that holds them."""
        last = min(mark.end, len(self.document.source.text)) - 1
        return self.whole(mark) or self.document.at(max(mark.at, last, 0))


def after_label(document: Document, one: Provision) -> int:
    """Behind the title of an article or a container that has one, else behind the number."""
    if one.type in _TITLED and one.heading:
        return after_title(document, one)
    found = _LABEL.match(document.source.text, one.start, one.end)
    return found.end() if found else one.start


def after_title(document: Document, one: Provision) -> int:
    """Behind the title; behind the number where there is none."""
    if not one.heading:
        found = _LABEL.match(document.source.text, one.start, one.end)
        return found.end() if found else one.start
    pattern = r"\s+".join(map(re.escape, one.heading.split()))
    found = re.compile(pattern).search(document.source.text, one.start, one.end)
    return found.end() if found else one.start
