"""One file → its letters."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from itertools import groupby
from pathlib import PurePosixPath

import msgspec

from minhphap.crowd.letters.clauses import Clauses
from minhphap.crowd.letters.drafts import Found, passages, with_ids
from minhphap.crowd.letters.head import Head, read_head
from minhphap.crowd.letters.lines import Account, Line, Places, lines_of
from minhphap.crowd.letters.marked import DraftLines, read_marked, revised_lines
from minhphap.crowd.letters.minutes import is_minutes, read_minutes
from minhphap.crowd.letters.names import STARTS
from minhphap.crowd.letters.prose import Prose
from minhphap.crowd.letters.tables import Cells, TableRow, columns_of, read_table
from minhphap.crowd.letters.values import Form, Letter
from minhphap.intake import Source
from minhphap.structure import Document
from minhphap.text import find_dates, search_key

_NATION = re.compile(r"cong\s+hoa?\s+xa\s+hoi\s+chu\s+nghia")
_NEXT_HEAD = 12
"""Lines above the national title that may belong to the same head."""


class Desk:
    """What reading letters on one draft needs; made once."""

    def __init__(self, draft: Document, earlier: Document | None = None) -> None:
        self.draft = draft
        self.clauses = Clauses(draft, earlier)
        self.lines = DraftLines(draft)

    def letters(self, source: Source, file: str) -> list[Letter]:
        """The letters of one file: mostly one."""
        lines = lines_of(source)
        revised = revised_lines(source, lines, self.lines) if lines else None
        if revised is not None:
            account, places = Account(source, lines), Places(source)
            sender, found = read_marked(source, revised, self.lines, self.clauses, account)
            remarks = (
                () if found else ("Tệp là bản dự thảo, không có chỗ nào được sửa hay ghi chú.",)
            )
            return [
                self._letter(
                    file,
                    "marked_draft",
                    Head(sender or _by_name(file), None, None, "", 0, remarks),
                    found,
                    source,
                    account,
                    places,
                )
            ]
        return [self._one(source, part, file) for part in _parted(lines)]

    def _one(self, source: Source, lines: list[Line], file: str) -> Letter:
        head = read_head(lines, source.text)
        account, places = Account(source, lines), Places(source)
        for line in lines[: head.lines]:
            account.take(line.start, line.end)
        body = lines[head.lines :]
        form: Form = "prose"
        if is_minutes(lines):
            form = "minutes"
            found = read_minutes(source.text, body, account)
            head = msgspec.structs.replace(head, sender=head.title or head.sender)
        else:
            form, found = self._body(source, body, account)
        if not head.sender:
            head = msgspec.structs.replace(head, sender=_by_name(file))
        return self._letter(file, form, head, found, source, account, places)

    def _body(self, source: Source, body: list[Line], account: Account) -> tuple[Form, list[Found]]:
        found: list[Found] = []
        prose = Prose(source.text, self.clauses, account)
        run: list[Line] = []
        form: Form = "prose"
        for table, group in groupby(body, key=lambda line: line.table):
            block = list(group)
            columns = columns_of(Cells(block).grid(8)) if table >= 0 else None
            if columns is None:
                run += block
                continue
            form = "table"
            prose.read(run)
            run = []
            for row in read_table(
                Cells(block), columns, source.text, self.clauses, account, inherit=True
            ):
                found += row.found
        prose.read(run)
        return form, sorted([*prose.found, *found], key=lambda one: one.start)

    def _letter(
        self,
        file: str,
        form: Form,
        head: Head,
        found: list[Found],
        source: Source,
        account: Account,
        places: Places,
    ) -> Letter:
        made = passages(found, source.text, self.clauses, places)
        remarks = list(head.remarks)
        if not head.sender:
            remarks.append("Chưa đọc được tên cơ quan, người góp ý.")
        if source.recognised:
            remarks.append("Chữ nhận dạng từ ảnh; đối chiếu lại với bản giấy.")
        return Letter(
            file, form, head.sender, head.number, head.date,
            passages=with_ids(head.sender, head.number, made),
            leftovers=account.leftovers(places), request=head.request, remarks=tuple(remarks),
        )  # fmt: skip

    def sheet(
        self, source: Source, cells: dict[tuple[int, int, int], str], file: str
    ) -> list[Letter]:
        """The letters of a workbook of comments: one for each sender that it names."""
        lines = lines_of(source)
        account, places = Account(source, lines), Places(source, cells)
        rows: list[TableRow] = []
        for _, group in groupby(lines, key=lambda line: line.table):
            block = list(group)
            grid = Cells(block)
            columns = columns_of(grid.grid(12))
            if columns:
                rows += read_table(grid, columns, source.text, self.clauses, account, inherit=False)
        by_sender: dict[tuple[str, str, str], list[Found]] = defaultdict(list)
        for row in rows:
            by_sender[row.sender, row.number, row.date].extend(row.found)
        leftovers = account.leftovers(places)
        letters = []
        for (sender, number, date), found in by_sender.items():
            name = " ".join(sender.split()) or _by_name(file)
            made = passages(found, source.text, self.clauses, places)
            letters.append(
                Letter(
                    file, "sheet", name, " ".join(number.split()) or None, _day(date),
                    passages=with_ids(name, number or None, made), leftovers=leftovers,
                    remarks=() if name else ("Bảng tính không ghi ai góp ý.",),
                )
            )  # fmt: skip
            leftovers = ()
        return letters or [Letter(file, "sheet", _by_name(file), leftovers=leftovers)]


def _day(written: str) -> dt.date | None:
    return next((mention.date for mention in find_dates(written)), None)


def _by_name(file: str) -> str:
    """The body that a file is named after ("So Tai chinh - gop y.docx"), if any."""
    stem = re.sub(r"[_\-.]+", " ", PurePosixPath(file).stem)
    found = STARTS.search(stem)
    return (
        ""
        if not found or len(stem) < 6 or not stem[found.start()].isupper()
        else re.split(
            r"(?i)\s(?:góp ý|gop y|ý kiến|y kien|tham gia|công văn|cv)(?!\w)", stem[found.start() :]
        )[0].strip()
    )


def _parted(lines: list[Line]) -> list[list[Line]]:
    """The letters of one file: a scan may hold several, each with its own head and number."""
    starts = [0]
    nations = [at for at, line in enumerate(lines) if _NATION.search(search_key(line.text))]
    for at in nations[1:]:
        first = _head_start(lines, at, starts[-1])
        part = lines[first : at + _NEXT_HEAD]
        keys = [search_key(line.text) for line in part]
        numbered = any(re.match(r"so\s*[:.]\s*\d", key) for key in keys)
        if numbered and any(key.startswith("kinh gui") for key in keys):
            starts.append(first)
    return [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _head_start(lines: list[Line], at: int, floor: int) -> int:
    """The first line of the head that holds the national title: names in capitals above it."""
    while at - 1 > floor and lines[at - 1].text.isupper() and STARTS.match(lines[at - 1].text):
        at -= 1
    return at
