"""Passages on a definition: "Khái niệm “vườn ươm” còn hẹp"."""

from __future__ import annotations

import re

from minhphap.structure import Document
from minhphap.text import comparison_key

_SPEAKS = re.compile(
    r"(?<!\w)(?:khái niệm|định nghĩa|thuật ngữ|(?:nội dung |phần )?giải thích (?:từ ngữ|cụm từ|từ))"
    r"(?: về)?\W+(?P<term>\w[^“”\",.;:()]{2,60})"
)
_HEADING = re.compile(r"giải thích (?:từ ngữ|thuật ngữ)")
_LEAST = 2
"""Syllables of a term that must agree."""


def defines(draft: Document, text: str) -> str | None:
    """The clause of the article on words that explains the term of which a passage speaks."""
    said = _SPEAKS.search(comparison_key(text))
    if said is None:
        return None
    term = said["term"].split()
    best, size = None, _LEAST - 1
    for eid, provision in draft.by_eid.items():
        if provision.type != "article" or not _HEADING.search(
            comparison_key(provision.heading or "")
        ):
            continue
        for clause in provision.children:
            words = comparison_key(draft.source.text[clause.start : clause.end])
            agreed = _agreed(term, re.sub(r"^\W*\w{1,3}[.)]\s*", "", words).strip(' “"').split())
            if agreed > size:
                best, size = clause.eid, agreed
        if best is None and size < _LEAST:
            best = None if term else eid
    return best


def _agreed(term: list[str], words: list[str]) -> int:
    """How many syllables both begin with."""
    count = 0
    for one, other in zip(term, words, strict=False):
        if one.strip('“”",.;') != other.strip('“”",.;'):
            break
        count += 1
    return count
