"""What is wrong with a record, in one sentence each, at the address of the cell to mend."""

from __future__ import annotations

import datetime as dt

from minhphap.crowd.trackers.deadlines import Deadline, Trouble, is_nothing
from minhphap.crowd.trackers.issued import number_fits
from minhphap.crowd.trackers.record import Code, Defect, Record, Stage

_TROUBLES: dict[Trouble, Code] = {
    "missing": "no_deadline",
    "not_a_date": "deadline_not_a_date",
    "impossible": "impossible_date",
}
WORDS: dict[Code, tuple[str, str]] = {
    "no_deadline": ("Chưa ghi thời hạn.", "No deadline is written down."),
    "deadline_not_a_date": (
        "Thời hạn “{}” chưa quy ra được ngày.",
        "The deadline “{}” cannot be told as a day.",
    ),
    "impossible_date": ("“{}” không có trong lịch.", "“{}” is in no calendar."),
    "deadline_passed": (
        "Đã qua thời hạn {} mà chưa ban hành.",
        "The deadline {} has passed and the document is not issued.",
    ),
    "no_owner": ("Chưa ghi cơ quan chủ trì.", "No lead agency is written down."),
    "duplicate": (
        "Trùng văn bản với dòng {} của trang “{}”.",
        "The same document stands in row {} of sheet “{}”.",
    ),
    "number_wrong_form": (
        "Số, ký hiệu “{}” chưa đúng thể thức của loại văn bản này.",
        "The number “{}” has not the form of this kind of document.",
    ),
    "issued_without_number": (
        "Ghi là đã ban hành nhưng chưa có số, ký hiệu.",
        "Marked as issued, but no number is written down.",
    ),
    "status_conflict": (
        "Đã có số {} nhưng tình trạng còn ghi “{}”.",
        "There is a number, {}, but the status still says “{}”.",
    ),
    "status_unclear": (
        "Chưa rõ “{}” là giai đoạn nào; có thể khai trong mục [statuses] của tệp khai cột.",
        "It is not clear which stage “{}” means; it can be named under [statuses] in the mapping.",
    ),
    "cell_error": ("Công thức trong ô báo lỗi {}.", "The formula of the cell gives {}."),
    "no_title": (
        "Dòng có nội dung nhưng không có tên văn bản.",
        "The row has content but no title.",
    ),
}
"""What each code says, in Vietnamese and English."""

SHORT: dict[Code, tuple[str, str]] = {
    "no_deadline": ("chưa có thời hạn", "no deadline"),
    "deadline_not_a_date": ("thời hạn không phải ngày", "deadline is no date"),
    "impossible_date": ("ngày không có trong lịch", "impossible date"),
    "deadline_passed": ("quá hạn", "overdue"),
    "no_owner": ("chưa rõ chủ trì", "no lead agency"),
    "duplicate": ("trùng dòng", "duplicate"),
    "number_wrong_form": ("số sai thể thức", "number in wrong form"),
    "issued_without_number": ("ban hành chưa có số", "issued without number"),
    "status_conflict": ("số và tình trạng không khớp", "number against status"),
    "status_unclear": ("tình trạng chưa rõ", "unclear status"),
    "cell_error": ("ô báo lỗi", "cell error"),
    "no_title": ("thiếu tên văn bản", "no title"),
}
"""The names of the codes."""


def defect(code: Code, sheet: str, row: int, cell: str, *of: object) -> Defect:
    """A defect in words."""
    vietnamese, english = WORDS[code]
    return Defect(code, sheet, row, cell, vietnamese.format(*of), english.format(*of))


def _at(record: Record, code: Code, field: str, *of: object) -> Defect:
    cell = record.cells.get(field) or record.cells["title"]
    return defect(code, record.sheet, record.row, cell, *of)


def written_defects(
    record: Record, deadline: Deadline | None, said: Stage | None, *, numbered: bool, owned: bool
) -> list[Defect]:
    """What a row lacks or says twice. ``deadline``: as read, None where the table has none;
    ``said``: the stage that its status names; ``numbered`` and ``owned``: whether the table has
    a place for numbers of issue, and for agencies.
    """
    found = []
    if deadline and deadline.trouble:
        code = _TROUBLES[deadline.trouble]
        found.append(_at(record, code, "deadline", record.written.get("deadline", "")))
    words = record.written.get("status", "")
    if record.number and said not in (None, "issued"):
        found.append(_at(record, "status_conflict", "status", record.number, words))
    elif numbered and record.stage == "issued" and not record.number:
        found.append(_at(record, "issued_without_number", "number"))
    elif words and said is None and not record.number and not is_nothing(words):
        found.append(_at(record, "status_unclear", "status", words))
    if owned and not record.lead_agency:
        found.append(_at(record, "no_owner", "lead_agency"))
    return found


def find_defects(record: Record, on: dt.date) -> tuple[Defect, ...]:
    """What the whole record shows on a day: overdue, duplicate, number of a wrong form."""

    found = []
    if record.deadline and record.deadline < on and record.is_open:
        found.append(_at(record, "deadline_passed", "deadline", f"{record.deadline:%d/%m/%Y}"))
    if record.duplicate_of:
        sheet, row = record.duplicate_of
        found.append(_at(record, "duplicate", "title", row, sheet))
    day = record.date or dt.date(record.year, 12, 31)
    if record.number and not number_fits(record.number, record.kind, record.issuer, day):
        found.append(_at(record, "number_wrong_form", "number", record.number))
    return tuple(found)
