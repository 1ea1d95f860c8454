"""The expert's query: phrases in quotation marks, AND, OR, NOT, brackets, a beginning with “*”.

VÀ, HOẶC, KHÔNG in capitals mean the same; words side by side must all occur.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from minhphap.registry.search.entry import SearchError
from minhphap.registry.search.words import words

_TOKEN = re.compile(r'"[^"]*"?|“[^”]*”?|[()]|[^\s()"“]+')
_OPERATORS = {"AND": "and", "VÀ": "and", "OR": "or", "HOẶC": "or", "NOT": "not", "KHÔNG": "not"}
_SIGNS = re.compile(r'["“”]|(?<!\S)(?:AND|VÀ|OR|HOẶC|NOT|KHÔNG)(?!\S)|\w\*(?!\w)')
_DEEPEST = 20


class Tree(msgspec.Struct, frozen=True):
    """A query: a phrase of ``words``, a word that begins like ``words[0]``, or trees joined."""

    kind: Literal["phrase", "prefix", "and", "or", "not"]
    words: tuple[str, ...] = ()
    parts: tuple[Tree, ...] = ()


def is_expert(query: str) -> bool:
    """Whether a query uses the expert's signs."""
    shouted = query.upper() == query
    return bool(_SIGNS.search(query)) and not (shouted and '"' not in query and "“" not in query)


def parse(query: str) -> Tree:
    """Read an expert's query. Raises SearchError with one sentence where it makes no sense."""
    reader = _Reader([found[0] for found in _TOKEN.finditer(query)])
    tree = reader.either(0)
    if reader.tokens:
        raise _wrong(f"thừa “{reader.tokens[0]}”", f"“{reader.tokens[0]}” is too much")
    if not _has_positive(tree):
        raise _wrong("cần ít nhất một từ phải có", "it needs a word that must occur")
    return tree


def _wrong(why: str, why_en: str) -> SearchError:
    return SearchError(f"Câu tìm chưa đúng: {why}.", f"The query cannot be read: {why_en}.")


class _Reader:
    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens

    def either(self, depth: int) -> Tree:
        if depth > _DEEPEST:
            raise _wrong("lồng quá nhiều ngoặc", "too many brackets")
        parts = [self.all(depth)]
        while self.tokens and _OPERATORS.get(self.tokens[0]) == "or":
            self.tokens.pop(0)
            parts.append(self.all(depth))
        return parts[0] if len(parts) == 1 else Tree("or", parts=tuple(parts))

    def all(self, depth: int) -> Tree:
        parts: list[Tree] = []
        while self.tokens and self.tokens[0] != ")" and _OPERATORS.get(self.tokens[0]) != "or":
            if _OPERATORS.get(self.tokens[0]) == "and":
                self.tokens.pop(0)
                continue
            if (one := self.one(depth)) is not None:
                parts.append(one)
        if not parts:
            raise _wrong("thiếu từ cần tìm", "a word is missing")
        return parts[0] if len(parts) == 1 else Tree("and", parts=tuple(parts))

    def one(self, depth: int) -> Tree | None:
        word = self.tokens.pop(0)
        if _OPERATORS.get(word) == "not" or (len(word) > 1 and word.startswith("-")):
            if word.startswith("-"):
                self.tokens.insert(0, word[1:])
            if not self.tokens or self.tokens[0].startswith(")"):
                raise _wrong("sau KHÔNG phải có từ", "NOT needs a word after it")
            inner = self.one(depth + 1)
            return Tree("not", parts=(inner,)) if inner else None
        if word.startswith("("):
            within = self.either(depth + 1)
            if not self.tokens:
                raise _wrong("thiếu dấu “)”", "“)” is missing")
            self.tokens.pop(0)
            return within
        if word.startswith(")"):
            raise _wrong("thừa dấu “)”", "“)” is too much")
        found = tuple(words(word))
        if not found:
            return None
        return Tree("prefix" if word.endswith("*") and len(found) == 1 else "phrase", found)


def _has_positive(tree: Tree) -> bool:
    if tree.kind in ("phrase", "prefix"):
        return True
    if tree.kind == "or":
        return all(_has_positive(one) for one in tree.parts)
    return tree.kind == "and" and any(_has_positive(one) for one in tree.parts)
