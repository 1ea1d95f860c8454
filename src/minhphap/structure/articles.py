"""Which of the lines that begin like an article are the articles of a body, in order.

Articles differ from clauses: no list inside a provision is numbered "Điều", so a number out of
order is a slip of the drafter or of the page, not a sign that the line is something else. Only
text of another act that stands without quotation marks is passed over: its numbers begin again
while the series of the body is still to come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from minhphap.structure.lines import CELL, STRONG, Marker
from minhphap.structure.numbering import Key, follows_number

_LOOK = 40
"""So many missing numbers are looked for further on before a leap is believed."""


def choose_articles(candidates: Sequence[Marker]) -> list[Marker]:
    """The articles among the numbers that begin lines."""
    later = Counter(marker.key for marker in candidates if marker.trust != CELL)
    chosen: list[Marker] = []
    seen: set[Key] = set()
    last: Key | None = None
    foreign: Key | None = None
    for marker in candidates:
        if marker.trust == CELL:
            continue
        key = marker.key
        later[key] -= 1
        expected = last is None or follows_number(key, last)
        if foreign is not None and follows_number(key, foreign) and not _own(key, last, later):
            foreign = key
            continue
        if marker.trust != STRONG and (not expected or later[key] > 0):
            continue
        if not expected and last is not None and not _fits(key, last, later, seen):
            foreign = key
            continue
        chosen.append(marker)
        seen.add(key)
        foreign = None
        last = _reached(key, last, later, seen)
    return chosen


def _own(key: Key, last: Key | None, later: Counter[Key]) -> bool:
    """True when a number continues the body and will not come again."""
    return last is not None and follows_number(key, last) and later[key] <= 0


def _fits(key: Key, last: Key, later: Counter[Key], seen: set[Key]) -> bool:
    """True for a number out of order that yet belongs to the body."""
    following = (last[0] + 1,)
    if key > last:
        step = key[0] - last[0]
        if step == 2 and later[key] <= 0:
            return True  # two articles changed places
        return not any(later[(last[0] + one,)] > 0 for one in range(1, min(step, _LOOK)))
    if key not in seen or key == last:
        return True  # the other of the two; the number of the one before again
    if later[following] > 0:
        return False
    return later[(last[0] + 2,)] > 0 or key[0] == 1  # "Điều 30" between 129 and 131


def _reached(key: Key, last: Key | None, later: Counter[Key], seen: set[Key]) -> Key:
    """The number from which the series goes on."""
    if last is None or key > last:
        return key
    if key[0] == 1 and len(key) == 1:
        return key
    if later[(last[0] + 1,)] <= 0 and later[(last[0] + 2,)] > 0:
        return (last[0] + 1,)
    return last
