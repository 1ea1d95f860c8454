"""Documents under names that another place of the text explains."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minhphap.citations import titles
from minhphap.citations.citation import Work
from minhphap.citations.known import Known
from minhphap.citations.vocabulary import ABBREVIATIONS, KINDS, OWN_KINDS, OWN_RULES, any_of
from minhphap.citations.works import KIND, Read

_WORDS_OF = {kind: word for word, kind in reversed(KINDS.items())}
"""The first word of each kind."""
_NAME = re.compile(r"[^()“”\"|;.]{0,60}?(?=[”\"]? *[);,])")
_SHORT_NAME_ALONE = re.compile(rf"({any_of(ABBREVIATIONS)}) *\d+$")
_SHORT_NAME = re.compile(rf"({any_of(ABBREVIATIONS)}) *\d+(?=[”\"]? *[);,])")


def read_name(text: str, low: str, at: int, end: int) -> Read | None:
    """The name a definition gives: "(sau đây gọi tắt là Pháp lệnh)", "… là QĐ22"."""
    short = _SHORT_NAME.match(low, at, end)
    if short is not None and text[at].isupper():
        kind = ABBREVIATIONS[short[1]]
        return Read(at, short.end(), _WORDS_OF[kind], "named", Work(kind=kind))
    found = KIND.match(low, at, end)
    if found is None or text[at].islower():
        return None
    rest = _NAME.match(low, found.end(), end)
    if rest is None:
        return None
    word = " ".join(found[0].split())
    return Read(at, rest.end(), word, "named", Work(kind=KINDS.get(word)))


def read_kind(text: str, low: str, at: int, end: int) -> Read | None:
    """A bare "Pháp lệnh" after a path: a name that has to be known from elsewhere.

    Of attached rules the title is part of it: "Điều 9 Quy chế cho vay của tổ chức tín dụng".
    """
    found = KIND.match(low, at, end)
    if found is None or text[at].islower():
        return None
    word = " ".join(found[0].split())
    if word not in OWN_KINDS and word not in OWN_RULES:
        return None
    stop = titles.read_rules_title(text, low, found.end(), end) if word in OWN_RULES else None
    return Read(at, stop or found.end(), word, "named", Work(kind=KINDS.get(word)))


def read_known(low: str, at: int, end: int, names: Sequence[Known]) -> Read | None:
    """A document under a name of more than its kind that was given to it before."""
    best = max((known.longest(low, at) for known in names), key=len, default="")
    if not best or at + len(best) > end:
        return None
    kind = KIND.match(low, at, end)
    short = _SHORT_NAME_ALONE.match(best)
    if short:
        return Read(at, at + len(best), _WORDS_OF[ABBREVIATIONS[short[1]]], "named", Work())
    if kind is None or kind.end() == at + len(best):
        return None
    return Read(at, at + len(best), " ".join(kind[0].split()), "named", Work(kind=None))
