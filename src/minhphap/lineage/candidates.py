"""Which provisions are worth comparing: those that share rare words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from minhphap.lineage.units import Unit

_COMMON = 24
"""A pair of words that stands in more provisions than this tells nothing."""
_FEATURES = 96
"""Rarest pairs of words of a provision that are looked up."""
_BEST = 6


def candidates(old: list[Unit], new: list[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """For each old provision the few new ones that share most rare pairs of words.

    The cost grows with the number of provisions, not with its square: postings and candidates
    are bounded.
    """
    postings: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, unit in enumerate(new):
        for pair in _pairs(unit):
            postings[pair].append(at)
    for unit in old:
        known = [pair for pair in _pairs(unit) if 0 < len(postings.get(pair, ())) <= _COMMON]
        known.sort(key=lambda pair: len(postings[pair]))
        hits: Counter[int] = Counter()
        for pair in known[:_FEATURES]:
            for at in postings[pair]:
                hits[at] += 1
        for at, _ in hits.most_common(_BEST):
            yield unit, new[at]


def _pairs(unit: Unit) -> set[tuple[str, str]]:
    words = unit.words
    if len(words) == 1:
        return {(words[0], "")}
    return set(pairwise(words))
