"""What is read out of an office's tracker: records, their steps, and what is wrong with them."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

Stage = Literal[
    "not_started", "registered", "drafting", "consultation", "appraisal", "after_appraisal",
    "submitted", "issued", "returned", "postponed", "withdrawn",
]  # fmt: skip
STAGE_WORDS: dict[Stage, tuple[str, str]] = {
    "not_started": ("chưa làm", "not started"),
    "registered": ("đã đăng ký", "registered"),
    "drafting": ("đang soạn thảo", "drafting"),
    "consultation": ("lấy ý kiến", "consultation"),
    "appraisal": ("thẩm định", "appraisal"),
    "after_appraisal": ("sau thẩm định", "after appraisal"),
    "submitted": ("đã trình", "submitted"),
    "issued": ("đã ban hành", "issued"),
    "returned": ("bị trả lại", "returned"),
    "postponed": ("xin lùi", "postponed"),
    "withdrawn": ("đã rút", "withdrawn"),
}
"""What each stage is called; in the order of the work, the last three off the road."""
STAGES = tuple(STAGE_WORDS)

Code = Literal[
    "no_deadline", "deadline_not_a_date", "impossible_date", "deadline_passed", "no_owner",
    "duplicate", "number_wrong_form", "issued_without_number", "status_conflict",
    "status_unclear", "cell_error", "no_title",
]  # fmt: skip


class Letter(msgspec.Struct, frozen=True):
    """A letter that a cell names: "Công văn số 63/SNV-TC ngày 07/01/2026"."""

    kind: str
    number: str
    date: dt.date | None


class Step(msgspec.Struct, frozen=True):
    """One step as a column records it. ``name``: the heading; ``stage``: what it leads to."""

    name: str
    stage: Stage | None
    written: str
    cell: str
    letters: tuple[Letter, ...] = ()
    dates: tuple[dt.date, ...] = ()


class Defect(msgspec.Struct, frozen=True):
    """Something to mend in the workbook, at the address of a cell ("J14")."""

    code: Code
    sheet: str
    row: int
    cell: str
    message: str
    message_en: str


class Record(msgspec.Struct, frozen=True):
    """One document on its way.

    ``title`` is tidied (abbreviation of the kind spelt out, blanks mended, what it replaces taken
    out); what stands in the cell is in ``written``, by field. ``cells`` leads every field back to
    its address. ``extra`` keeps the columns that no field was found for, by heading.
    """

    sheet: str
    row: int
    title: str
    year: int = 0
    kind: str = ""
    issuer: str = ""
    lead_agency: str | None = None
    person: str = ""
    form: str = ""
    area: str = ""
    steps: tuple[Step, ...] = ()
    deadline: dt.date | None = None
    stage: Stage | None = None
    number: str | None = None
    date: dt.date | None = None
    replaces: tuple[str, ...] = ()
    remarks: str = ""
    duplicate_of: tuple[str, int] | None = None
    hidden: bool = False
    written: dict[str, str] = {}
    cells: dict[str, str] = {}
    extra: dict[str, str] = {}
    defects: tuple[Defect, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do: neither issued nor withdrawn."""
        return self.stage not in ("issued", "withdrawn")


class Unread(msgspec.Struct, frozen=True):
    """A row with words in it that is no record, and what it was taken for."""

    sheet: str
    row: int
    taken_for: Literal["group", "total", "note", "heading", "no_title"]
    text: str


class Tracker(msgspec.Struct, frozen=True):
    """A workbook as records. ``stated_on``: the day the workbook itself says it speaks of."""

    name: str
    on: dt.date
    year: int
    records: tuple[Record, ...]
    unread: tuple[Unread, ...] = ()
    skipped_sheets: tuple[str, ...] = ()
    stated_on: dt.date | None = None
    loose_defects: tuple[Defect, ...] = ()
    """Defects of rows that did not become a record."""

    @property
    def defects(self) -> tuple[Defect, ...]:
        """All of them, in the order of the workbook."""
        return (*(d for one in self.records for d in one.defects), *self.loose_defects)
