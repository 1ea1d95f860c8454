"""Which column is what: guessed from the headings, then from what stands below them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from statistics import fmean

import msgspec

from minhphap.crowd.trackers.headings import Grid, Heading, Table
from minhphap.crowd.trackers.issued import read_issue
from minhphap.crowd.trackers.stages import read_stage
from minhphap.crowd.trackers.vocabulary import header_words, heading_key
from minhphap.crowd.trackers.workbook import letter_of
from minhphap.law import parse_number

FIELD_WORDS = {
    "ordinal": ("số thứ tự", "number of the row"),
    "title": ("tên văn bản", "title"),
    "kind": ("loại văn bản", "kind of document"),
    "lead_agency": ("cơ quan chủ trì", "lead agency"),
    "person": ("người phụ trách", "person in charge"),
    "form": ("hình thức xử lý", "form of handling"),
    "area": ("lĩnh vực", "field"),
    "deadline": ("thời hạn", "deadline"),
    "status": ("tình trạng", "status"),
    "issued": ("số và ngày ban hành", "number and date of issue"),
    "number": ("số, ký hiệu ban hành", "number of issue"),
    "date": ("ngày ban hành", "date of issue"),
    "replaces": ("văn bản bị thay thế", "replaces"),
    "remarks": ("ghi chú", "remarks"),
    "step:registration": ("bước đăng ký", "step: registration"),
    "step:approval": ("bước chấp thuận", "step: approval"),
    "step:drafting": ("bước soạn thảo", "step: drafting"),
    "step:consultation": ("bước lấy ý kiến", "step: consultation"),
    "step:appraisal": ("bước thẩm định", "step: appraisal"),
    "step:after_appraisal": ("kết quả thẩm định", "step: appraisal report"),
    "step:submission": ("bước trình", "step: submission"),
    "step:issue": ("bước ban hành", "step: issue"),
    "step:reply": ("văn bản trả lời", "reply"),
    "step:other": ("bước khác", "other step"),
    "option:form": ("hình thức xử lý (đánh dấu)", "form of handling (marked)"),
    "option:deadline": ("thời hạn (đánh dấu)", "deadline (marked)"),
    "option:status": ("tình trạng (đánh dấu)", "status (marked)"),
}
"""Every field, and what it is called. Those without a colon stand in one column of a table."""
FIELDS = tuple(name for name in FIELD_WORDS if ":" not in name)
_PERIOD = re.compile(
    r"(?:quy|q|thang|t)\.? ?(?:iv|i{1,3}|\d{1,2})(?:[/ .-]*(?:nam )?\d{4})?|\d{1,2}/\d{4}"
)
_SAMPLE = 60
_NORMATIVE = frozenset(("NQ", "QĐ", "CT", "TT", "NĐ"))


class Column(msgspec.Struct, frozen=True):
    """A column and what it was taken for. ``field`` None: it stays with the record as it is."""

    letter: str
    heading: str
    field: str | None

    @property
    def leaf(self) -> str:
        """The lowest heading."""
        return self.heading.rsplit(" / ", 1)[-1]


class _Guess:
    """A column's possible fields, first choice first, and how plainly its heading says so."""

    def __init__(self, heading: Heading, sample: list[str]) -> None:
        self.heading, self.sample = heading, sample
        self.names, self.weight = _named(heading)

    @property
    def name(self) -> str | None:
        return self.names[0] if self.names else None

    def become(self, name: str) -> None:
        self.names = [name, *self.names]

    def share(self, fits: Callable[[str], object]) -> float:
        """The part of the cells that fit."""
        return sum(bool(fits(words)) for words in self.sample) / max(1, len(self.sample))


def guess_columns(grid: Grid, table: Table, is_date: Callable[[str], bool]) -> tuple[Column, ...]:
    """What each column of a table holds; a single field goes to the column that says it best."""
    guesses = [
        _Guess(heading, list(_sample(grid, table, heading.column))) for heading in table.headings
    ]
    _look_into(guesses, is_date)
    _one_each(guesses)
    _fill_gaps(guesses)
    columns = []
    last_step = ""
    for guess in guesses:
        name = guess.name
        if name == "reply":
            name = "step:after_appraisal" if last_step == "step:appraisal" else "step:reply"
        elif name and name.startswith("step:"):
            last_step = name
        heading = " / ".join(guess.heading.path)
        columns.append(
            Column(letter_of(guess.heading.column), heading, name if name in FIELD_WORDS else None)
        )
    return tuple(columns)


def _named(heading: Heading) -> tuple[list[str], int]:
    """The fields of a heading and how plainly it says so (2: itself, 1: through its group)."""
    words = header_words()
    keys = [heading_key(one) for one in heading.path]
    leaf = keys[-1]
    groups = [name for one in keys[:-1] if (name := words.name_of(one))]
    own = list(words.names_of(leaf))
    first = own[0] if own else ""
    group = groups[-1] if groups else ""
    if "form" in groups:
        return ["option:form"], 2
    if group in ("deadline", "status") and _PERIOD.fullmatch(leaf):
        return ["option:deadline"], 2
    if group == "status" or group.startswith("step:"):
        if first.startswith("step:") or first in ("reply", "remarks", "person"):
            return own, 2
        if first in ("number", "date", "deadline", "status", "issued"):
            return (own, 2) if group in ("status", "step:issue") else ([group], 1)
        if group == "status":
            option = read_stage(heading.path[-1]) is not None
            return (["option:status"], 2) if option else (["step:other"], 1)
        return [group], 1
    if group == "issued" and first in ("", "step:issue"):
        return ["issued"], 1
    if own:
        return own, 2
    return [*words.names_of(" ".join(keys)), *groups[-1:]], 1


def _look_into(guesses: list[_Guess], is_date: Callable[[str], bool]) -> None:
    """Where the content says otherwise than the heading: "Tiến độ" over dates is a deadline."""
    names = {guess.name for guess in guesses}
    for guess in guesses:
        open_still = guess.name == "status" and not names & {"deadline", "option:deadline"}
        if open_still and guess.share(is_date) > 0.6:
            guess.become("deadline")
            names.add("deadline")
    if not names & {"issued", "number"}:
        for guess in guesses:
            settled = ("title", "replaces", "ordinal", "kind", "lead_agency", "person")
            if guess.name not in settled and len(guess.sample) > 1 and guess.share(_is_issue) > 0.6:
                guess.become("issued")
                break


def _one_each(guesses: list[_Guess]) -> None:
    """One column a field: the plainest, then the first. The others take their next meaning."""
    for field in FIELDS:
        rivals = [guess for guess in guesses if guess.name == field]
        best = max(rivals, key=lambda guess: guess.weight, default=None)
        for guess in rivals:
            if guess is not best:
                guess.names = [name for name in guess.names if name not in FIELDS]
    if any(g.name == "issued" for g in guesses) and not any(g.name == "number" for g in guesses):
        for guess in guesses:
            if guess.name == "date":
                guess.names = []


def _fill_gaps(guesses: list[_Guess]) -> None:
    """Titles and statuses that no heading names, told by what stands below."""
    names = {guess.name for guess in guesses}
    if "title" not in names:
        free = [g for g in guesses if g.name in (None, "area", "remarks") and len(g.sample) > 1]
        longest = max(free, key=lambda g: fmean(map(len, g.sample)), default=None)
        if longest and fmean(map(len, longest.sample)) >= 30:
            longest.become("title")
    if "status" not in names:
        rows = max((len(guess.sample) for guess in guesses), default=0)
        for guess in guesses:
            spare = guess.name in (None, "remarks") and len(guess.sample) > 0.4 * rows
            if spare and guess.share(read_stage) > 0.6:
                guess.become("status")
                return


def _is_issue(words: str) -> bool:
    """Whether a cell holds the number of an issued normative document."""
    found = parse_number(read_issue(words, 2000).number or "")
    return bool(found and found.year and found.kind in _NORMATIVE)


def _sample(grid: Grid, table: Table, column: int) -> Iterator[str]:
    seen = 0
    rows: Iterable[int] = range(table.last + 1, table.end + 1)
    for row in rows:
        if (row, column) in grid.sheet.cells and (words := grid.sheet.text(row, column)):
            yield words
            seen += 1
            if seen == _SAMPLE:
                return
