"""Answers already written go with their passages into the next table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec
from rapidfuzz import fuzz

from minhphap.crowd.letters.labels import TableLabels
from minhphap.crowd.letters.names import body_key
from minhphap.crowd.letters.table import Kept, fingerprint
from minhphap.crowd.letters.values import GENERAL, UNCLEAR, Collection, Passage
from minhphap.lineage import Alignment, align
from minhphap.structure import Document, parse_text
from minhphap.text import comparison_key

_GONE = "Không còn thấy ý kiến này trong các tệp đã đọc."
_TWO = "Ý kiến này đã có câu trả lời khác; chọn một."
_SAME = 92
"""Likeness (0 to 100) from which two wordings of one sender are one passage."""


class WrittenRow(msgspec.Struct, frozen=True):
    """One row of an earlier table, with what people made of it."""

    id: str
    clause: str
    """As this program read it; empty in a row added by hand."""
    label: str
    """As it stands in the first column now."""
    part: str
    sender: str
    letter: str
    text: str
    answer: str
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def written(self) -> bool:
        """True when somebody wrote something into it."""
        return bool(self.answer or self.extra)


class Written(msgspec.Struct, frozen=True):
    """An earlier table as it is now. ``draft``: the text it spoke of; None where it is not kept."""

    rows: tuple[WrittenRow, ...]
    draft: str | None = None


class Carried(msgspec.Struct):
    """What of an earlier table goes on, by id of the passage."""

    answers: dict[str, WrittenRow] = {}
    clauses: dict[str, str] = {}
    remarks: dict[str, str] = {}
    kept: tuple[Kept, ...] = ()


def carry(collection: Collection, written: Written) -> Carried:
    """Find each row of the earlier table again; move its provision where the draft has changed."""
    carried = Carried(answers={}, clauses={}, remarks={})
    finder = _Finder(collection)
    places = _Places(written, collection.draft)
    kept: dict[tuple[str, str, str], Kept] = {}
    for row in sorted(written.rows, key=lambda one: (not one.written, not places.settled(one))):
        passage, first = finder.find(row)
        before = carried.answers.get(passage.id) if passage else None
        if passage is None or (not first and row.written and not _same_row(row, before)):
            if row.written:
                why = _GONE if passage is None else _TWO
                kept.setdefault((row.id or row.text, row.answer, str(row.extra)), _kept(row, why))
            continue
        if row.written:
            carried.answers.setdefault(passage.id, row)
        if first:
            clause, remark = places.now(row, passage)
            if clause != passage.clause:
                carried.clauses[passage.id] = clause
            if remark:
                carried.remarks[passage.id] = remark
    carried.kept = tuple(kept.values())
    return carried


def _same_row(row: WrittenRow, other: WrittenRow | None) -> bool:
    """True where another table holds the same row with the same answer already."""
    if other is None or (row.id and other.id and row.id != other.id):
        return False
    return (row.answer, row.extra) == (other.answer, other.extra)


def _kept(row: WrittenRow, why: str) -> Kept:
    return Kept(row.label, row.sender, row.letter, row.text, row.answer, why, row.id, row.extra)


class _Finder:
    """Finds the passage of an earlier row: by id, else by sender and words."""

    def __init__(self, collection: Collection) -> None:
        self._by_id: dict[str, Passage] = {}
        self._by_sender: dict[str, list[Passage]] = defaultdict(list)
        for letter in collection.counted:
            for passage in letter.passages:
                self._by_id[passage.id] = passage
                self._by_sender[body_key(letter.sender)].append(passage)
        self._taken: set[str] = set()

    def find(self, row: WrittenRow) -> tuple[Passage | None, bool]:
        """The passage, and whether this row is the first that finds it."""
        likely = list(self._likely(row))
        for passage in likely:
            if passage.id not in self._taken:
                self._taken.add(passage.id)
                return passage, True
        return (likely[0], False) if likely else (None, False)

    def _likely(self, row: WrittenRow) -> Iterator[Passage]:
        if row.id in self._by_id:
            yield self._by_id[row.id]
            return
        key = _key(row.text)
        for passage in self._by_sender.get(body_key(row.sender), ()):
            if key and fuzz.ratio(key, _key(passage.text)) >= _SAME:
                yield passage


class _Places:
    """The place of an earlier row's provision in the draft of today."""

    def __init__(self, written: Written, draft: Document) -> None:
        old = parse_text(written.draft) if written.draft is not None else draft
        self._moved: Alignment | None = None
        if fingerprint(old) != fingerprint(draft):
            self._moved = align(old, draft)
        self._old = TableLabels(old)
        self._new = TableLabels(draft)

    def now(self, row: WrittenRow, passage: Passage) -> tuple[str, str]:
        """The clause, and a remark where a person or the new draft has moved it."""
        settled = self.settled(row)
        if settled is None and (self._moved is None or row.clause in ("", GENERAL, UNCLEAR)):
            return passage.clause, ""
        clause = settled or row.clause
        if clause in (GENERAL, UNCLEAR) or self._moved is None:
            return clause, "Điều, khoản giữ theo bảng trước."
        pair = self._moved.to_new.get(clause)
        was = self._old.label(clause)
        if pair is None or pair.new is None:
            return passage.clause, f"Bản dự thảo trước xếp ở {was}; nội dung này không còn."
        if pair.new == clause:
            return clause, ""
        return pair.new, f"Bản dự thảo trước là {was}, nay là {self._new.label(pair.new)}."

    def settled(self, row: WrittenRow) -> str | None:
        """The clause of the first column, where that is not the one this program read."""
        shown = row.label.split("\n")[0].strip()
        if not row.clause or not shown or shown == self._old.label(row.clause):
            return None
        clause = self._old.clause(shown, row.part)
        return clause if clause != row.clause else None


def _key(text: str) -> str:
    return " ".join(comparison_key(text).split())
