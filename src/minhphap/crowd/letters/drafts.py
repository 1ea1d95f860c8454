"""A passage in the making, and how it becomes one."""

from __future__ import annotations

import hashlib
from collections import Counter

import msgspec

from minhphap.crowd.letters.asks import implied
from minhphap.crowd.letters.clauses import Clauses
from minhphap.crowd.letters.lines import Places
from minhphap.crowd.letters.placing import Topic
from minhphap.crowd.letters.proposals import proposed
from minhphap.crowd.letters.values import GENERAL, UNCLEAR, Ask, Passage, Place
from minhphap.text import comparison_key

_SAME_SENTENCE = 24
"""Letters between two passages of one sentence at most: "; đồng thời "."""


class Found(msgspec.Struct):
    """What a reader of one form found: a stretch of the letter and what is known of it."""

    start: int
    end: int
    ask: Ask
    topic: Topic
    vague: bool = False
    speaker: str = ""
    reason: str = ""
    quoted: str = ""
    text: str = ""
    """The words, where they are not simply those of the stretch."""
    clause: str = ""
    """The provision, where the form of the letter tells it."""
    proposed: str | None = None
    joined: bool = False
    """It goes on in the sentence of the passage before it."""
    note: str = ""
    """Where it stands, where that is not in the running text ("ghi chú lề")."""


def passages(found: list[Found], text: str, clauses: Clauses, places: Places) -> list[Passage]:
    """The passages of one letter; their ids are told apart by :func:`with_ids`."""
    made: list[Passage] = []
    last = -1
    for one in found:
        before = made[-1].clause if made else ""
        between = text[max(0, last - 1) : one.start]
        near = last >= 0 and one.start - last < _SAME_SENTENCE
        one.joined = near and not any(mark in between for mark in "\n.?!")
        last = one.end
        words = one.text or " ".join(text[one.start : one.end].split())
        place = places.at(one.start, one.end)
        if one.note:
            place = msgspec.structs.replace(place, note=one.note)
        made.append(_passage(one, words, place, clauses, before))
    return made


def _passage(one: Found, words: str, place: Place, clauses: Clauses, before: str) -> Passage:
    ask = one.ask
    if one.clause:
        return Passage(
            "", words, place, one.clause, ask, one.proposed, one.speaker, reason=one.reason,
            quoted=one.quoted, remark=one.topic.named_as,
        )  # fmt: skip
    placed = clauses.place(words, ask, one.topic, before, joined=one.joined)
    wanted = one.proposed or proposed(words, ask)
    changes = placed.clause == GENERAL and ask in ("amend", "add", "delete")
    if changes or (placed.clause == UNCLEAR and one.vague):
        ask = "general"
    elif ask == "general" and placed.clause not in (GENERAL, UNCLEAR):
        ask = implied(words)
    return Passage(
        "", words, place, placed.clause, ask, wanted, one.speaker, placed.named_as, placed.remark,
        placed.also, one.reason, one.quoted,
    )  # fmt: skip


def with_ids(sender: str, number: str | None, made: list[Passage]) -> tuple[Passage, ...]:
    """The passages with ids that stay the same when the letter is read again.

    An id is made of who says it, under what number, and the words; the place in the draft is no
    part of it, so that an answer follows its passage to another clause.
    """
    seen: Counter[str] = Counter()
    out = []
    for one in made:
        key = comparison_key(" ".join((sender, number or "", one.speaker, one.text)))
        digest = hashlib.sha256(" ".join(key.split()).encode()).hexdigest()[:12]
        seen[digest] += 1
        name = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
        out.append(msgspec.structs.replace(one, id=name))
    return tuple(out)
