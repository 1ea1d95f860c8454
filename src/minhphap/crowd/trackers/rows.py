"""What each row under the headings is: a record, or a group, a total, a note, a heading again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from minhphap.crowd.trackers.headings import Grid, Table, is_numbered
from minhphap.crowd.trackers.titles import KINDS, read_title
from minhphap.crowd.trackers.vocabulary import plain

RowKind = Literal["record", "group", "total", "note", "heading", "continuation", "no_title"]

_DIGITS = re.compile(r"\d{1,4}(?:[.\-]\d{1,3})*[.)]?|\d{1,4}\.0")
_OUTLINE = re.compile(r"(?:[IVXLC]{1,6}|[A-ZĐ]|[a-zđ])(?:\.\d{1,2})?[.)]?")
_TOTAL = re.compile(
    r"^(?:tong|cong(?! (?:van|an|bo|thuong|ty|trinh|nghe|doan|chuc|dan|tac))|tong cong|tong so"
    r"|luy ke)\b(?!.*\b(?:hop|ket|quan)\b).{0,60}$"
)
_NOTE = re.compile(
    r"^(?:ghi chu|luu y|nguon|chu thich|nguoi (?:lap|tong hop|theo doi)|lap bieu|can bo|ky ten"
    r"|tm\.|kt\."
    r"|tl\.|giam doc|pho giam doc|chanh van phong|truong phong|pho truong|noi nhan|thu truong"
    r"|chu tich"
    r"|\(?\*+\)?|so lieu|\(?ky,? |.{0,25}, ?ngay .{0,8} ?thang .{0,8} ?nam|bao gom|trong do"
    r"|cap nhat)"
)
_KIND_HEADING = re.compile(
    r"^(?:cac |nhom |danh muc )?(?:van ban|vbqppl|(?:du thao )?(?:nghi quyet|quyet dinh|chi thi"
    r"|nq|qd))"
    r"(?: (?:quy pham phap luat|qppl))?(?: (?:cua|thuoc tham quyen|do) .{3,80}| (?:hdnd|ubnd"
    r"|ct ?ubnd).{0,30}| (?:da|dang|chua|cho) .{0,40})?$"
)
_MARKER = re.compile(r"^\s*(?P<mark>[IVXLC]{1,6}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})?)[.)/:\-]\s+(?=\S)")
_DOCUMENT = 20
"""Letters from which words in the title column may be a title though they name no kind."""


class Row(msgspec.Struct, frozen=True):
    """A row and what it was taken for. For groups: ``text`` without its mark, and the mark."""

    number: int
    kind: RowKind
    text: str = ""
    mark: str = ""
    of: int = 0
    """For continuations: the row of the record."""


def read_rows(grid: Grid, table: Table, title: int, ordinal: int | None) -> Iterator[Row]:
    """Every row of the table that has words in it, in order."""
    reader = _Reader(grid, table, title, ordinal)
    for number in range(table.last + 1, table.end + 1):
        own = grid.own(number)
        if own and (row := reader.read(number, own)) is not None:
            yield row


class _Reader:
    def __init__(self, grid: Grid, table: Table, title: int, ordinal: int | None) -> None:
        self.grid, self.table, self.title, self.ordinal = grid, table, title, ordinal
        self.width = len(table.headings)
        self.headings = {h.column: {plain(p) for p in h.path} for h in table.headings}
        self.numbered = self._mostly_numbered()
        self.last_record = 0
        self.ended = False

    def _mostly_numbered(self) -> bool:
        """Whether most rows with a title also have a number, so that one without is suspect."""
        if self.ordinal is None:
            return False
        rows = [
            n for n in range(self.table.last + 1, self.table.end + 1)
            if len(self.grid.sheet.text(n, self.title)) >= _DOCUMENT
        ]  # fmt: skip
        with_number = sum(
            bool(_DIGITS.fullmatch(self.grid.sheet.text(n, self.ordinal))) for n in rows
        )
        return with_number > 0.7 * len(rows)

    def read(self, number: int, own: dict[int, str]) -> Row | None:
        first = next(iter(own.values()))
        if self._is_heading(number, own):
            return Row(number, "heading", first)
        mark = own.get(self.ordinal, "") if self.ordinal is not None else ""
        rest = {c: words for c, words in own.items() if c != self.ordinal}
        anchor_row, anchor_column = self.grid.anchor(number, self.title)
        if anchor_row < number and anchor_row > self.table.last and anchor_column == self.title:
            return Row(number, "continuation", first, of=anchor_row)
        if any(_TOTAL.match(plain(w)) for w in list(own.values())[:3]) and not _DIGITS.fullmatch(
            mark
        ):
            self.ended = True
            return Row(number, "total", next(w for w in own.values() if _TOTAL.match(plain(w))))
        row = self._banner(number, own, mark)
        if row is None:
            words = rest.get(self.title, "")
            row = (
                self._titled(number, words, mark, rest)
                if words
                else self._untitled(number, mark, own, rest)
            )
        if row is not None and row.kind == "record":
            self.last_record = number
        if row is not None and row.kind == "note":
            self.ended = True
        return row

    def _is_heading(self, number: int, own: dict[int, str]) -> bool:
        same = sum(plain(words) in self.headings.get(c, ()) for c, words in own.items())
        if same >= 2 and same * 2 >= len(own):
            return True
        return len(own) >= 4 and is_numbered(self.grid, number) and len(own) >= self.width - 1

    def _banner(self, number: int, own: dict[int, str], mark: str) -> Row | None:
        """A line merged over the table: a group, or a note under it."""
        for column, words in own.items():
            reach = self.grid.wide.get((number, column), column)
            over = column <= self.title < reach or column < self.title <= reach
            if reach - column + 1 < max(3, self.width * 0.4) or not over:
                continue
            others = [w for c, w in own.items() if c not in (column, self.ordinal)]
            if any(len(w) > 12 for w in others):
                return None
            return self._group(number, words, mark if column != self.ordinal else "")
        return None

    def _group(self, number: int, words: str, mark: str) -> Row:
        if _NOTE.match(plain(words)) and not _OUTLINE.fullmatch(mark):
            return Row(number, "note", words)
        found = _MARKER.match(words) if not mark else None
        text = words[found.end() :] if found else words
        return Row(
            number, "group", " ".join(text.split()), mark or (found["mark"] if found else "")
        )

    def _titled(self, number: int, words: str, mark: str, rest: dict[int, str]) -> Row:
        key = plain(words)
        kind = read_title(words).kind
        numbered = _DIGITS.fullmatch(mark) is not None
        others = [w for c, w in rest.items() if c != self.title]
        if not numbered and _NOTE.match(key) and not kind:
            return Row(number, "note", words)
        heading = _KIND_HEADING.match(key) is not None and len(key) < 90
        counts = all(re.fullmatch(r"[\d.,\s%/]+(?:vb|văn bản)?", w) for w in others)
        if not others or (counts and not numbered):
            if heading and not (numbered and others):
                return self._group(number, words, mark)
            if (
                _OUTLINE.fullmatch(mark)
                and not numbered
                and (not kind or not self.numbered or heading)
            ):
                return self._group(number, words, mark)
            if numbered:
                return Row(number, "record")
            if kind and len(key) > 25 and not self.ended:
                return Row(number, "record")
            if self.ended and not _OUTLINE.fullmatch(mark) and not _MARKER.match(words):
                return Row(number, "note", words)
            return self._group(number, words, mark)
        if numbered or (kind and not self.ended):
            return Row(number, "record")
        if self.numbered and (self.ended or len(others) < 2 or len(key) < _DOCUMENT):
            return Row(number, "note", words)
        return Row(number, "record" if len(key) >= _DOCUMENT else "note", words)

    def _untitled(
        self, number: int, mark: str, own: dict[int, str], rest: dict[int, str]
    ) -> Row | None:
        numbered = _DIGITS.fullmatch(mark) is not None
        if not rest:
            if not mark or numbered or _OUTLINE.fullmatch(mark):
                return None
            return self._aside(number, mark)
        first = next(iter(rest.values()))
        if len(rest) == 1 and (not mark or _OUTLINE.fullmatch(mark)) and not numbered:
            column = next(iter(rest))
            if column < self.title or _OUTLINE.fullmatch(mark):
                row = self._aside(number, first)
                return msgspec.structs.replace(row, mark=mark or row.mark)
        if numbered:
            return Row(number, "no_title", first) if len(rest) >= 2 else None
        if self.last_record == number - 1 and not self.ended and not mark:
            return Row(number, "continuation", first, of=self.last_record)
        return Row(number, "note", " ".join(own.values()))

    def _aside(self, number: int, words: str) -> Row:
        """Words alone in a narrow column before the title: a group or a note."""
        key = plain(words)
        if _NOTE.match(key) or (self.ended and not _MARKER.match(words)) or len(words) > 150:
            return Row(number, "note", words)
        return self._group(number, words, "")


def heading_kind(words: str) -> str:
    """The kind of document that a group's heading or a sheet's name speaks of; "" for none."""
    key = re.sub(r"[^a-z]+", " ", plain(words)).strip()
    for name, kind in (
        *KINDS.items(),
        ("nq", "resolution"),
        ("qd", "decision"),
        ("ct", "directive"),
    ):
        if re.search(rf"\b{name}\b", key) and not (name == "ct" and "ubnd" in key):
            return kind
    return ""
