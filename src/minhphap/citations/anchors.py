"""Where a citation may begin: one pass of Aho–Corasick over the folded text."""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from minhphap.citations.vocabulary import (
    ABBREVIATIONS,
    ATTACHMENTS,
    CODES,
    KINDS,
    LEVELS,
    OWN_KINDS,
)

NUMBER_WORDS = ("số ", "sô ", "số: ")
SYMBOLS = (
    "/nđ-cp", "/qh1", "/tt-", "/ttlt", "/qđ-", "/nq-", "/ubtvqh1", "/pl-ubtvqh", "/ttr-", "/cđ-",
    "/bc-", "/kh-", "/ct-", "-nq/tw", "-ct/tw", "-kl/tw", "-qđ/tw",
)  # fmt: skip
"""Symbols of a number that may stand without kind and without "số" where a row goes on."""


def _words() -> dict[str, str]:
    """Anchor -> what the grammar tries there."""
    found = dict.fromkeys((*KINDS, *OWN_KINDS), "work")
    found |= dict.fromkeys(ATTACHMENTS, "attachment")
    found |= {word + " ": "path" for word in LEVELS}
    found |= {word + ":": "path" for word in ("điều", "khoản", "điểm")}
    found |= dict.fromkeys(NUMBER_WORDS, "number")
    found |= dict.fromkeys(SYMBOLS, "symbol")
    found |= {f"{word}{mark}": "work" for word in ABBREVIATIONS for mark in " 0123456789"}
    found |= dict.fromkeys(CODES, "work")
    return {  # typing often leaves two blanks between syllables
        **found,
        **{word.replace(" ", "  ", 1): sort for word, sort in found.items() if " " in word[:-1]},
    }


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    words = _words()
    return (
        ahocorasick_rs.AhoCorasick(list(words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest),
        tuple(words.values()),
    )


def find_anchors(text: str, low: str) -> list[tuple[int, str]]:
    """Offset and sort of each anchor, in order; only at the start of a word.

    A capital after a small letter starts one too: blanks get lost ("kèm theoThông tư này").
    """
    automaton, sorts = _automaton()
    return [
        (start, sorts[word])
        for word, start, _ in automaton.find_matches_as_indexes(low)
        if not start
        or not low[start - 1].isalnum()
        or low[start] in "/-"
        or (text[start].isupper() and text[start - 1].islower())
    ]
