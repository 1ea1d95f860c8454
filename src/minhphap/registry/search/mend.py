"""Questions as typed, mended by what the law's own text makes likely.

Missing diacritics are restored; slips of the finger (a letter too many, too few, wrong, swapped;
Telex keys left over; hỏi for ngã; a blank lost) are undone. A word that the law knows, beside
words it stands beside there, is never touched.
"""

from __future__ import annotations

import math
import re
import unicodedata
from itertools import pairwise

from rapidfuzz.distance import OSA

from minhphap.registry.search.lexicon import Lexicon
from minhphap.text import search_key, unify_tones

_LETTERS = "abcdeghiklmnopqrstuvxy"
_TELEX = (("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"),
          ("dd", "đ"))  # fmt: skip
_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VOWELS = frozenset("aeiouy")
_HOOK, _TILDE = "\u0309", "\u0303"
_UNKNOWN, _SLIP, _TONE, _SPLIT = -12.0, -5.0, -3.0, -4.0
"""Logarithms of how rarely a typed word is right though unknown, a letter is wrong, marks are."""
_COMMON = 100
_TRUST, _MORE_TRUST = -3.0, -7.0
"""How much harder it is to doubt a word that the law knows, and one that is common there."""
_ASKING = frozenset(
    (
        "ai", "gì", "nào", "đâu", "mấy", "sao", "bao", "nhiêu", "không", "vậy", "thế", "hay",
        "đúng", "sai", "tôi", "mình", "em", "anh", "chị", "bạn", "cháu", "con", "ông", "bà", "ba",
        "mẹ", "bố", "chú", "cô", "dì", "hỏi", "xin", "được", "ạ", "à", "ơi", "nhỉ",
    )
)  # fmt: skip
"""Words of people who ask: the law seldom says them, and they are not slips."""
_CAPITALS = re.compile(r"(?<!\w)[A-ZĐ]{2,}[A-ZĐa-z&]*(?!\w)")
_DOUBT = 2.0
"""How much less likely another reading may be and still be searched beside the first."""
_MOST = 64
"""Words of a question that are mended; a longer one has company enough."""


def mend(typed: list[str], lexicon: Lexicon, kept: frozenset[str] = frozenset()) -> list[str]:
    """The words that were meant; the same list where nothing speaks against them.

    ``kept``: words that are not to be touched (abbreviations).
    """
    if len(typed) > _MOST:
        return [*mend(typed[:_MOST], lexicon, kept), *typed[_MOST:]]
    bare = all(word.isascii() for word in typed)
    choices = [_choices(typed, at, bare, lexicon, kept) for at in range(len(typed))]
    if all(len(one) == 1 for one in choices):
        return typed
    paths: dict[str, tuple[float, tuple[str, ...]]] = {"": (0.0, ())}
    for choice in choices:
        reached: dict[str, tuple[float, tuple[str, ...]]] = {}
        for meant, cost in choice.items():
            parts = meant.split(" ")
            inner = cost + sum(_likely(a, b, lexicon) for a, b in pairwise(parts))
            last = parts[-1]
            for before, (score, path) in paths.items():
                total = score + inner + _likely(before, parts[0], lexicon)
                if last not in reached or total > reached[last][0]:
                    reached[last] = (total, (*path, *parts))
        paths = reached
    return list(max(paths.values())[1])


def _likely(before: str, word: str, lexicon: Lexicon) -> float:
    """The logarithm of how likely a word follows another."""
    alone = lexicon.count.get(word, 0.5) / lexicon.total
    seen = lexicon.count.get(before, 0)
    if not seen:
        return math.log(alone)
    return math.log(0.8 * lexicon.pair(before, word) / seen + 0.2 * alone)


def doubts(typed: list[str], meant: list[str], lexicon: Lexicon) -> list[list[str]]:
    """Stretches of up to three words that a question without diacritics may also have meant.

    "theo thang" is "theo thang" or "theo tháng": each word that would stand nearly as well between
    its neighbours, with them.
    """
    if len(typed) != len(meant) or not all(word.isascii() for word in typed):
        return []
    found: list[list[str]] = []
    for at, word in enumerate(meant[:_MOST]):
        before = meant[at - 1] if at else ""
        after = meant[at + 1] if at + 1 < len(meant) else ""
        fits = {
            one: _likely(before, one, lexicon) + (_likely(one, after, lexicon) if after else 0.0)
            for one in lexicon.forms(typed[at])
        }
        best = fits.get(word)
        if best is not None:
            found += [
                [one for one in (before, other, after) if one]
                for other, fit in fits.items()
                if other != word and fit > best - _DOUBT
            ]
    return found


def abbreviations(question: str) -> frozenset[str]:
    """The words of a question in capitals, in small letters; none where all is in capitals."""
    if question.isupper():
        return frozenset()
    return frozenset(one.lower() for one in _CAPITALS.findall(question))


def _choices(
    typed: list[str], at: int, bare: bool, lexicon: Lexicon, kept: frozenset[str]
) -> dict[str, float]:
    """What a word may have been meant to be, with what speaks against it."""
    word = typed[at]
    if not word.isalpha():
        return {word: 0.0}
    known = word in lexicon.count
    if bare and (forms := lexicon.forms(word)):
        return dict.fromkeys([*forms, word] if word in _ASKING else forms, 0.0)
    if word in _ASKING or word in kept:
        return {word: 0.0}
    if known and _in_company(typed, at, lexicon):
        return {word: 0.0}
    found = _near(word, lexicon)
    if known:
        doubt = _MORE_TRUST if lexicon.count[word] >= _COMMON else _TRUST
        found = {meant: cost + doubt for meant, cost in found.items()}
        return {**found, word: 0.0}
    for cut in range(1, len(word)):
        if word[:cut] in lexicon.count and word[cut:] in lexicon.count:
            found[f"{word[:cut]} {word[cut:]}"] = _SPLIT
    return {**found, word: _UNKNOWN}


def _in_company(typed: list[str], at: int, lexicon: Lexicon) -> bool:
    word = typed[at]
    before = at > 0 and lexicon.pair(typed[at - 1], word) > 0
    after = at + 1 < len(typed) and lexicon.pair(word, typed[at + 1]) > 0
    return before or after or len(typed) == 1


def _near(word: str, lexicon: Lexicon) -> dict[str, float]:
    """Known words one slip away."""
    found: dict[str, float] = {}
    key = search_key(word)
    for near in lexicon.known_keys({key, *_one_letter_off(key)}):
        for meant in lexicon.forms(near):
            if meant != word and (near == key or OSA.distance(meant, word, score_cutoff=1) == 1):
                found[meant] = _SLIP
    for meant in _as_typed(word):
        if meant in lexicon.count and meant != word:
            found[meant] = _TONE
    return found


def _one_letter_off(key: str) -> set[str]:
    """Every key with a letter left out, put in, replaced, or two swapped."""
    cuts = [(key[:at], key[at:]) for at in range(len(key) + 1)]
    out = {a + b[1:] for a, b in cuts if b}
    out |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    out |= {a + letter + b for a, b in cuts for letter in _LETTERS}
    out |= {a + letter + b[1:] for a, b in cuts if b for letter in _LETTERS}
    return out


def _as_typed(word: str) -> set[str]:
    """What the keys of a word would have written: Telex left over, hỏi for ngã."""
    apart = unicodedata.normalize("NFD", word)
    out = {_composed(apart.translate({ord(_HOOK): _TILDE, ord(_TILDE): _HOOK}))}
    letters = word
    for keys, letter in _TELEX:
        letters = letters.replace(keys, letter)
    out.add(letters)
    for at, key in enumerate(letters):
        if at and key in _TONES:
            rest = letters[:at] + letters[at + 1 :]
            out |= {
                _composed(
                    unicodedata.normalize("NFD", rest[:on]) + vowel + _TONES[key] + rest[on + 1 :]
                )
                for on, vowel in enumerate(rest)
                if search_key(vowel) in _VOWELS
            }
    return out


def _composed(text: str) -> str:
    return unify_tones(unicodedata.normalize("NFC", text))
