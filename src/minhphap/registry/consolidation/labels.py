"""Where a mark of a note stands: behind the number, or behind the title."""

from __future__ import annotations

import re

from minhphap.structure import Document, Provision

_LABEL = re.compile(
    r"(?:(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Phần(?: thứ)?|PHẦN(?: THỨ)?"
    r"|Phụ lục|PHỤ LỤC)\s+[\w.]+?|\w{1,4})\s?[.):/-]?(?=\s|$|[^\w\s])"
)
_TITLED = frozenset(("article", "part", "chapter", "section", "subsection"))


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
