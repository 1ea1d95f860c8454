"""Rows that track a document which an earlier row already tracks."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from minhphap.crowd.trackers.record import Record
from minhphap.crowd.trackers.titles import core, one_slip_apart


def find_duplicates(records: list[Record]) -> list[Record]:
    """The records with ``duplicate_of`` filled in: the first row of the same document.

    Same year of the table, same kind, same title but for case, marks, one slip of the pen, and a
    place that one of them leaves out. Two different numbers of issue are two documents. The later
    row takes the title of the first (one name for one document; its own stays in ``written``).
    """
    seen: dict[tuple[int, str, str], list[tuple[str, str, Record]]] = defaultdict(list)
    out: list[Record] = []
    for record in records:
        body, place = core(record.title)
        own = (record.year, record.kind, body)
        near = [(record.year, record.kind, key) for key in _slips(body)]
        first = next(
            (
                other
                for key in (own, *near)
                for other_body, other_place, other in seen.get(key, ())
                if (other_body == body or one_slip_apart(other_body, body))
                and _may_be_one(record, place, other, other_place)
            ),
            None,
        )
        if first is None:
            for key in (own, *near):
                seen[key].append((body, place, record))
            out.append(record)
        else:
            twin = (first.sheet, first.row)
            out.append(msgspec.structs.replace(record, title=first.title, duplicate_of=twin))
    return out


def _slips(body: str) -> list[str]:
    """Keys that a body shares with those one slip away: a letter left out, two letters swapped."""
    words = body.split()
    keys = []
    for at, word in enumerate(words):
        if len(word) >= 3 and word.isalpha() and len(words) >= 6:
            head, tail = " ".join(words[:at]), " ".join(words[at + 1 :])
            forms = {word, "".join(sorted(word)).upper()}
            forms |= {word[:i] + word[i + 1 :] for i in range(len(word))}
            keys += [f"{head} *{form} {tail}" for form in forms]
    return keys


def _may_be_one(record: Record, place: str, other: Record, other_place: str) -> bool:
    if place and other_place and place != other_place:
        return False
    return not (record.number and other.number and record.number != other.number)
