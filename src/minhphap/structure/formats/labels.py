"""Where the number and the heading of a provision stand in its text."""

from __future__ import annotations

from typing import NamedTuple

from minhphap.structure.document import Provision
from minhphap.structure.formats.names import fold

_REACH = 24
"""So far from the start of a provision its number may begin ("Tiểu mục 1", "PHẦN THỨ TÁM")."""
_LINE = 60
"""A longer first line of a container without digits is no label."""
_MARKS = ".):/-"
_CONTAINERS = frozenset(("part", "chapter", "section", "subsection", "appendix"))


class Label(NamedTuple):
    """Spans: number with its word and punctuation, heading; empty (start == end) when absent."""

    num: tuple[int, int]
    heading: tuple[int, int]

    @property
    def end(self) -> int:
        """Where the text after number and heading begins."""
        return max(self.num[1], self.heading[1])


def label(text: str, provision: Provision, limit: int) -> Label:
    """Find number and heading in ``text[provision.start:limit]``."""
    start = provision.start
    num_end = _num_end(text, provision, limit)
    heading = provision.heading
    at = _skip(text, num_end, limit)
    end = _heading_end(text, heading, at, limit) if heading else 0
    if not end:
        return Label((start, num_end), (num_end, num_end))
    if num_end > start and text[num_end:at].strip(" \t\n\r"):
        num_end = at  # a no-break space cannot stand between two elements
    if num_end == start and text[start:at].strip(" \t\n\r"):
        at = start
    return Label((start, num_end), (at, end))


def _num_end(text: str, provision: Provision, limit: int) -> int:
    num, start = provision.num, provision.start
    if num:
        at = start if text.startswith(num, start) else text.find(num, start, start + _REACH)
        while at >= 0:
            end = at + len(num)
            word = text[start:at]
            whole = not text[at - 1 : at].isalnum() if at > start else True
            if whole and end <= limit and not text[end : end + 1].isalnum():
                if "\n" in word or not (not word or word.replace(" ", "").isalpha()):
                    break
                while end < limit and text[end] in _MARKS:
                    end += 1
                return end
            at = text.find(num, at + 1, start + _REACH)
    if num and provision.type.removeprefix("quoted_") in _CONTAINERS:
        end = text.find("\n", start, min(limit, start + _LINE))
        return end if end > start and not text[start:end].isspace() else start
    return start


def _skip(text: str, at: int, limit: int) -> int:
    while at < limit and text[at].isspace():
        at += 1
    return at


def _heading_end(text: str, heading: str, at: int, limit: int) -> int:
    """The end of a heading that begins at ``at``, over several lines or one; 0: not here."""
    end = at + len(heading)
    if text.startswith(heading, at) and end <= limit and fold(text[at:end]) == heading:
        return end
    end = at
    for word in heading.split():
        end = _skip(text, end, limit)
        if not text.startswith(word, end) or end + len(word) > limit:
            return 0
        end += len(word)
    return end if end > at and fold(text[at:end]) == heading else 0
