"""What a board shows of a tracker: what is late, what is next, who has what on the desk."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import msgspec

from minhphap.crowd.trackers.record import STAGES, Record, Stage, Tracker

KIND_WORDS = {
    ("resolution", "council"): ("Nghị quyết HĐND", "Council resolution"),
    ("decision", "committee"): ("Quyết định UBND", "Committee decision"),
    ("decision", "committee_chair"): ("Quyết định CT UBND", "Chair's decision"),
    ("directive", "committee"): ("Chỉ thị UBND", "Committee directive"),
}
SOON = 30
"""Days ahead that count as near."""


class Desk(msgspec.Struct, frozen=True):
    """One agency's documents of the year: still open, late, without a day, and issued."""

    agency: str | None
    open: int
    late: int
    undated: int
    issued: int


class Board(msgspec.Struct, frozen=True):
    """The figures of a board, each with the records behind it. Of the tracker's own year."""

    records: tuple[Record, ...]
    late: tuple[Record, ...]
    near: tuple[Record, ...]
    undated: tuple[Record, ...]
    open: tuple[Record, ...]
    stages: tuple[tuple[Stage | None, int], ...]
    desks: tuple[Desk, ...]


def board_of(tracker: Tracker) -> Board:
    """Sort the records of the tracker's year; rows that repeat a document are counted once."""
    records = tuple(r for r in tracker.records if r.year == tracker.year and not r.duplicate_of)
    late = [r for r in records if days_left(r, tracker.on) < 0]
    near = [r for r in records if 0 <= days_left(r, tracker.on) <= SOON]
    stages = Counter(r.stage for r in records)
    shown: list[Stage | None] = [*STAGES, None]
    return Board(
        records,
        tuple(sorted(late, key=lambda r: r.deadline or dt.date.max)),
        tuple(sorted(near, key=lambda r: r.deadline or dt.date.max)),
        tuple(r for r in records if r.is_open and r.deadline is None),
        tuple(r for r in records if r.is_open),
        tuple((stage, stages[stage]) for stage in shown if stages[stage]),
        _desks(records, tracker.on),
    )


def days_left(record: Record, on: dt.date) -> float:
    """Days until the deadline of an open document; below zero: late; infinite: none."""
    if not record.is_open or record.deadline is None:
        return float("inf")
    return (record.deadline - on).days


def _desks(records: tuple[Record, ...], on: dt.date) -> tuple[Desk, ...]:
    names = dict.fromkeys(r.lead_agency for r in records)
    desks = []
    for name in names:
        own = [r for r in records if r.lead_agency == name]
        still = [r for r in own if r.is_open]
        desks.append(
            Desk(
                name, len(still), sum(days_left(r, on) < 0 for r in still),
                sum(r.deadline is None for r in still), sum(r.stage == "issued" for r in own),
            )
        )  # fmt: skip
    return tuple(sorted(desks, key=lambda d: (-d.late, -d.open, d.agency or "")))
