"""Annotated examples: texts that say above each line what the rules must find in it.

A fixture file holds one or more short drafts. A line that begins with ``# `` is an annotation and
is taken out before the text is read:

    # van-ban: NAME            a new draft begins (before the first draft it may be left out)
    # ngay: 2026-03-02         the day it is judged by (left out: the draft's own date)
    # vi-pham: HT101 "Điều 6"  the rule must find exactly these words in the next line
    # hop-le: HT101            the rule must find nothing in the next line
    # se-bat: HT101 "Điều 6"   a known miss: a careful reader would find it, the rule does not yet

Only the rules a file names are run on it; a finding of theirs without annotation is a fault.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from minhphap.findings import Finding
from minhphap.intake import Source
from minhphap.rules.engine import check

if TYPE_CHECKING:
    from minhphap.registry import Registry

Verdict = Literal["vi-pham", "hop-le", "se-bat"]
_NOTE = re.compile(r"#\s*(vi-pham|hop-le|se-bat)\s*:\s*(\w+)\s*(?:[\"“](.+)[\"”])?\s*$")
_NAME = re.compile(r"#\s*van-ban\s*:\s*(.+)$")
_DAY = re.compile(r"#\s*ngay\s*:\s*(\d{4}-\d\d-\d\d)\s*$")


class Expectation(msgspec.Struct, frozen=True):
    """What an annotation says of the line it stands above."""

    verdict: Verdict
    rule: str
    start: int
    end: int
    """Of the words, or of the whole line where no words are given."""
    line: int
    """In the fixture file, from 1."""


class Draft(msgspec.Struct, frozen=True):
    """One draft of a fixture file without its annotations."""

    name: str
    text: str
    on: dt.date | None
    expected: tuple[Expectation, ...]


class Fault(msgspec.Struct, frozen=True):
    """A place where the rules and a fixture disagree."""

    place: str
    message: str


class _Reading:
    """The draft being read: grows line by line."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.on: dt.date | None = None
        self.lines: list[str] = []
        self.length = 0
        self.waiting: list[tuple[int, re.Match[str]]] = []
        self.expected: list[Expectation] = []

    def add(self, line: str, place: str) -> None:
        for at, note in self.waiting:
            words = note[3] or line
            column = line.find(words)
            if column < 0:
                raise ValueError(f"{place}:{at}: dòng dưới không có những chữ “{words}”.")
            start = self.length + column
            verdict: Verdict = note[1]  # type: ignore[assignment]
            self.expected.append(Expectation(verdict, note[2], start, start + len(words), at))
        self.waiting.clear()
        self.lines.append(line)
        self.length += len(line) + 1

    def draft(self) -> Draft:
        return Draft(self.name, "\n".join(self.lines), self.on, tuple(self.expected))


def read(text: str, place: str) -> list[Draft]:
    """The drafts of a fixture file; raises ``ValueError`` with the place of a bad annotation."""
    drafts: list[Draft] = []
    current = _Reading("1")
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("# "):
            current.add(line, place)
        elif found := _NAME.match(line):
            if current.lines:
                drafts.append(current.draft())
            current = _Reading(found[1].strip())
        elif found := _DAY.match(line):
            current.on = dt.date.fromisoformat(found[1])
        elif found := _NOTE.match(line):
            current.waiting.append((number, found))
        else:
            raise ValueError(f"{place}:{number}: chú giải không hiểu được: {line}")
    drafts.append(current.draft())
    return drafts


def run(
    paths: Iterable[Path], law: Registry | None = None
) -> tuple[list[Fault], Counter[tuple[str, str]]]:
    """Hold the rules against fixture files; ``law`` is the known law they are judged with.

    Returns the faults and how many annotations of each verdict each rule has.
    """
    faults: list[Fault] = []
    counts: Counter[tuple[str, str]] = Counter()
    for path in sorted(paths):
        drafts = read(path.read_text(encoding="utf-8"), path.name)
        names = {one.rule for draft in drafts for one in draft.expected}
        for draft in drafts:
            counts.update((one.rule, one.verdict) for one in draft.expected)
            faults += _compare(draft, sorted(names), path.name, law)
    return faults, counts


def _compare(draft: Draft, names: list[str], place: str, law: Registry | None) -> list[Fault]:
    from minhphap.structure import parse

    source = Source(text=draft.text, name=place)
    result = check(parse(source), on=draft.on, select=names, law=law)
    left = list(result.findings)
    faults = [
        Fault(f"{place} ({draft.name})", f"{one.rule} không chạy: {one.reason}")
        for one in result.not_run
        if any(want.rule == one.rule for want in draft.expected)
    ]
    for want in draft.expected:
        faults += _verdict(want, left, draft, place)
    faults += [
        Fault(
            f"{place} ({draft.name}), dòng {source.position(one.start)[0]} sau khi bỏ chú giải",
            f"{one.rule} báo “{draft.text[one.start : one.end]}” mà không có chú giải",
        )
        for one in left
    ]
    return faults


def _verdict(want: Expectation, left: list[Finding], draft: Draft, place: str) -> list[Fault]:
    words = draft.text[want.start : want.end]
    where = f"{place}:{want.line}"
    exact = [
        one for one in left if (one.rule, one.start, one.end) == (want.rule, want.start, want.end)
    ]
    if want.verdict == "vi-pham":
        if not exact:
            return [Fault(where, f"{want.rule} không báo “{words}”")]
        left.remove(exact[0])
        return []
    if want.verdict == "se-bat":
        return [Fault(where, f"{want.rule} nay đã báo “{words}”: đổi thành vi-pham")] * bool(exact)
    over = [
        one
        for one in left
        if one.rule == want.rule and one.start < want.end and want.start < one.end
    ]
    for one in over:
        left.remove(one)
    return [Fault(where, f"{want.rule} báo nhầm ở dòng “{words[:60]}”")] * bool(over)
