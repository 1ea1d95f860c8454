"""Documents that a question names: by number, by a part of it, by the title of a law."""

from __future__ import annotations

import re

from minhphap.law import NUMBER
from minhphap.registry.keys import normal_number
from minhphap.registry.search.store import Store
from minhphap.registry.search.words import words

_PARTIAL = re.compile(
    r"(?:nghị định|nghị quyết|quyết định|thông tư|luật|bộ luật|pháp lệnh|chỉ thị)"
    r"(?: liên tịch)?(?: số)? (\d{1,4}/(?:19|20)\d\d)(?![\d/])",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?<!\w)điều (\d{1,3}[a-zđ]?)(?!\w)", re.IGNORECASE)
_KINDS = {("luật",): "law", ("bộ", "luật"): "code", ("pháp", "lệnh"): "ordinance",
          ("hiến", "pháp"): "constitution"}  # fmt: skip
_LONGEST = 14


def documents_named(question: str, store: Store) -> list[int]:
    """The documents that a question names, by id of the store; empty where it names none."""
    numbers = [normal_number(found[0]) for found in NUMBER.finditer(question)]
    named = store.numbered(numbers) if numbers else []
    for found in _PARTIAL.finditer(question):
        named += store.numbers_from(f"{found[1].lstrip('0')}/")
    return list(dict.fromkeys(named or _titled(words(question), store)))


def _titled(asked: list[str], store: Store) -> list[int]:
    for at in range(len(asked)):
        for head, kind in _KINDS.items():
            if tuple(asked[at : at + len(head)]) != head:
                continue
            rest = asked[at + len(head) : at + len(head) + _LONGEST]
            keys = [f"{kind} {' '.join(rest[:n])}" for n in range(len(rest), 0, -1)]
            for key in keys:
                if found := store.titled((key,)):
                    return found
    return []


def article_named(question: str) -> str | None:
    """The eid of the article that a question names: "Điều 6" -> "art_6"."""
    found = _ARTICLE.search(question)
    return f"art_{found[1].lower()}" if found else None
