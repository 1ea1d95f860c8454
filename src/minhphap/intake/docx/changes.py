"""Tracked changes: what was put in stands in the text, what was taken out is kept beside it."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

import msgspec

from minhphap.intake.docx.attributes import moment
from minhphap.intake.docx.nodes import W
from minhphap.intake.source import TrackedChange

INSERTED, DELETED = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")
_SAME = dt.timedelta(minutes=2)


class Changes:
    """Collects changes in the order of the text; Word cuts one act into many, joined here."""

    def __init__(self) -> None:
        self._found: list[TrackedChange] = []

    def add(
        self, kind: Literal["insertion", "deletion"], start: int, end: int, text: str, by: Any
    ) -> None:
        """A change told by the element ``by``, which carries author and date."""
        one = TrackedChange(
            kind,
            start,
            end,
            text,
            by.get(f"{W}author", ""),
            moment(by.get(f"{W}date")),
            by.tag in (f"{W}moveFrom", f"{W}moveTo"),
        )
        last = self._found[-1] if self._found else None
        if last is not None and _continues(last, one):
            self._found[-1] = msgspec.structs.replace(last, end=end, text=last.text + text)
        else:
            self._found.append(one)

    def taken_back(self, at: int) -> None:
        """The text after ``at`` was blank and is gone."""
        for index in range(len(self._found) - 1, -1, -1):
            one = self._found[index]
            if one.end <= at:
                break
            start = min(one.start, at)
            self._found[index] = msgspec.structs.replace(one, start=start, end=at)

    def all(self) -> tuple[TrackedChange, ...]:
        """The changes, without insertions of nothing."""
        return tuple(one for one in self._found if one.kind == "deletion" or one.end > one.start)


def _continues(last: TrackedChange, one: TrackedChange) -> bool:
    if (last.kind, last.author, last.moved) != (one.kind, one.author, one.moved):
        return False
    if last.end != one.start:
        return False
    if last.date is None or one.date is None:
        return last.date is one.date
    if (last.date.tzinfo is None) != (one.date.tzinfo is None):
        return False
    return abs(one.date - last.date) <= _SAME


def mark_of(paragraph: Any, tags: tuple[str, ...]) -> Any | None:
    """The record of a tracked change of the mark that ends a paragraph."""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    if properties is None:
        return None
    return next((child for child in properties if child.tag in tags), None)
