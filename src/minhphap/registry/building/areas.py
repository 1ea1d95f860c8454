"""Which fields of law each document belongs to."""

from __future__ import annotations

import sqlite3
from collections import Counter

from minhphap.law import areas_of

_NEAR = ("amends", "supplements", "replaces", "corrects", "consolidates", "guides")
"""What does this to a document is about what the document is about."""
_GENERAL = frozenset((35, 44))
"""Organisation of the State, and law-making: nearly every preamble rests on laws of these."""
_KEPT = 1 / 3
_MOST = 3
Areas = tuple[int, ...]


def write_areas(db: sqlite3.Connection) -> None:
    """By the title; where it does not tell, by the documents changed or detailed, then by the legal
    bases; last by the ministry."""
    found: dict[int, Areas] = {}
    untold: dict[int, str] = {}
    for doc, number, title in db.execute("SELECT id, number, title FROM document ORDER BY id"):
        areas = areas_of(title)
        if areas:
            found[doc] = areas
        else:
            untold[doc] = number
    near = _related(db, untold, _NEAR, found)
    telling = {
        doc: tuple(one for one in areas if one not in _GENERAL) for doc, areas in found.items()
    }
    bases = _related(db, untold, ("basis",), telling)
    for doc, number in untold.items():
        found[doc] = near.get(doc) or bases.get(doc) or areas_of("", number)
    db.executemany(
        "UPDATE document SET areas = ? WHERE id = ?",
        [(" ".join(map(str, areas)), doc) for doc, areas in found.items() if areas],
    )


def _related(
    db: sqlite3.Connection, untold: dict[int, str], kinds: tuple[str, ...], known: dict[int, Areas]
) -> dict[int, Areas]:
    """The fields of the documents that the untold ones have such relations to."""
    counts: dict[int, Counter[int]] = {}
    marks = ",".join("?" * len(kinds))
    query = (
        "SELECT DISTINCT source, target FROM relation WHERE source IS NOT NULL"
        f" AND target IS NOT NULL AND kind IN ({marks}) ORDER BY source, target"
    )
    for source, target in db.execute(query, kinds):
        if source in untold and source != target:
            counts.setdefault(source, Counter()).update(known.get(target, ()))
    return {doc: _chief(one) for doc, one in counts.items() if one}


def _chief(counted: Counter[int]) -> Areas:
    ranked = counted.most_common(_MOST)
    return tuple(one for one, n in ranked if n >= ranked[0][1] * _KEPT)
