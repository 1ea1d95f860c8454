"""The provision that a passage speaks of without naming it."""

from __future__ import annotations

import re

from minhphap.crowd.letters.features import features
from minhphap.crowd.letters.hits import MARGIN, akin, article, stands_out
from minhphap.crowd.letters.lexicon import lexicon
from minhphap.crowd.letters.sentences import quoted
from minhphap.crowd.letters.values import Ask
from minhphap.crowd.letters.words import Hit, Words
from minhphap.structure import Document
from minhphap.text import comparison_key

LIKELY = 0.9
"""Weight from which words place a passage that names no provision."""
TIED = 1.1
"""… and from which the best of several is taken, the next one named beside it."""
_FAINT = 0.6
"""Score from which few words place it, where nothing else in the draft answers to them:"""
_ALONE = (1.6, 1.8)
"""… so much better than the next one must be what holds a pair of them, or single words only."""
_DOUBTED = 1.5
"""How much better than the next article the best one must answer to be taken without a word."""
_POINTS = 2
"""Points that must answer equally well for their clause to be meant."""
_SPREAD = 0.9
"""What is added goes to the article where its heading answers so nearly as well as a clause."""
_HALF = 0.5
"""Part of all telling words of a heading of a letter that its article must have more of."""
_TITLED = 0.6
"""Part of the words of a heading that must stand in the article it speaks of."""
_CLAUSE_OF_ITS_OWN = re.compile(r"(?<!\w)(?:một|01|1|hai|02) khoản(?! \d)(?!\w)")
_WANTED = re.compile(
    r"(?:thành|bằng|như sau|ghi là|viết là|lại là|bổ sung(?: thêm)?|thêm)\W*(?:cụm từ|từ|nội dung"
    r"|câu)?\W*$"
)
"""Before quotation marks: the words are those wanted, not those of the draft."""


def told(hits: list[Hit]) -> bool:
    """True where words alone place a passage."""
    if not hits:
        return False
    best = hits[0]
    if best.weight >= LIKELY and (stands_out(hits) or best.weight >= TIED):
        return True
    next_best = next((hit.score for hit in hits[1:] if not akin(hit.eid, best.eid)), 0.0)
    return best.score >= _FAINT and best.score >= _ALONE[not best.firm] * next_best


def of_its_own(key: str) -> bool:
    """True where a clause of its own is asked for: "bổ sung một khoản"."""
    return _CLAUSE_OF_ITS_OWN.search(key) is not None


def settled(hits: list[Hit], ask: Ask, text: str = "") -> str:
    """The best provision, or its article when two clauses of it answer equally well.

    ``text``: a passage that asks for a clause of its own ("bổ sung một khoản") is the article's.
    """
    best = hits[0]
    if ask == "add" and of_its_own(comparison_key(text)):
        return article(best.eid)
    if outer := shared(hits):
        return outer
    for other in hits[1:4]:
        if ask == "add" and other.eid == article(best.eid) and other.score > _SPREAD * best.score:
            return other.eid
        if other.score * MARGIN > best.score and akin(other.eid, best.eid):
            if best.eid.startswith(f"{other.eid}__"):
                return best.eid
            if other.eid.startswith(f"{best.eid}__"):
                return other.eid
    return best.eid


def shared(hits: list[Hit]) -> str | None:
    """The clause that holds several points which answer equally well."""
    best = hits[0]
    even = [one.eid for one in hits if akin(one.eid, best.eid) and one.score * MARGIN > best.score]
    points = [eid for eid in even if eid.count("__") > article(best.eid).count("__") + 1]
    clauses = {eid.rpartition("__")[0] for eid in points}
    if len(points) < _POINTS or len(clauses) != 1:
        return None
    (clause,) = clauses
    return (
        clause
        if all(eid in points or eid == clause or clause.startswith(eid) for eid in even)
        else None
    )


def chaptered(draft: Document, words: Words, eid: str) -> list[str]:
    """The articles of a chapter and what they hold."""
    holder = draft.by_eid.get(eid)
    if holder is None:
        return []
    units = (one for one, _ in words.units)
    return [one for one in units if holder.start <= draft.by_eid[one].start < holder.end]


def by_question(words: Words, text: str) -> str | None:
    """The provision that a printed question ("Câu 1. …?") asks about."""
    hits = words.find(text)
    return settled(hits, "question") if told(hits) else None


def doubt(hits: list[Hit]) -> str | None:
    """The provision of another article that people should weigh against the best one."""
    best = hits[0]
    other = next((hit for hit in hits[1:] if not akin(hit.eid, best.eid)), None)
    return other.eid if other and best.score < _DOUBTED * other.score else None


def by_heading(words: Words, text: str) -> str | None:
    """The article that a heading of a letter ("Về giá dịch vụ") speaks of."""
    titled = words.titled(text)
    if titled:
        return titled
    hits = words.find(text)
    if not hits or not told(hits) or hits[0].share < _TITLED or not stands_out(hits):
        return None
    return article(hits[0].eid) if _told_of(text, hits[0]) > _HALF else None


def _told_of(text: str, hit: Hit) -> float:
    """0 to 1: the part of the telling words of a text that a provision has."""
    telling = {one for one in features(text, lexicon().silent) if " " not in one}
    known = {part for word in hit.words for part in word.split(" ")}
    return len(telling & known) / len(telling) if telling else 0.0


def by_quote(words: Words, text: str) -> str | None:
    """The one provision whose text holds the words that the letter puts in quotation marks."""
    for start, end in quoted(text, 0, len(text)):
        said = text[start + 1 : end - 1].strip(" .;,…")
        wanted = _WANTED.search(comparison_key(text[max(0, start - 40) : start]))
        if text[start] == "(" or len(said.split()) < 2 or wanted:
            continue
        holding = words.holds(said)
        innermost = [eid for eid in holding if not any(o.startswith(f"{eid}__") for o in holding)]
        if len(innermost) == 1:
            return innermost[0]
    return None
