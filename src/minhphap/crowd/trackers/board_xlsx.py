"""The board as a workbook: to sort, to edit, and to write back from (update.py)."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import msgspec

from minhphap.crowd.trackers.board_data import KIND_WORDS, days_left
from minhphap.crowd.trackers.defects import SHORT
from minhphap.crowd.trackers.record import STAGE_WORDS, Record, Tracker

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

BOARD, BASE = "Bảng việc", "_goc"
KEY = "Mã dòng"
EDITED = {
    "lead_agency": "Cơ quan chủ trì",
    "person": "Người phụ trách",
    "deadline": "Thời hạn",
    "status": "Tình trạng",
    "number": "Số, ký hiệu ban hành",
    "date": "Ngày ban hành",
    "remarks": "Ghi chú",
}
"""The columns that may be edited, and their headings."""
HEADINGS = (
    KEY, "Trang", "Dòng", "Tên văn bản", "Loại", EDITED["lead_agency"], EDITED["person"],
    EDITED["deadline"], "Còn (ngày)", "Giai đoạn", EDITED["status"], EDITED["number"],
    EDITED["date"], EDITED["remarks"], "Cần sửa",
)  # fmt: skip
_WIDTHS = (4, 13, 7, 50, 16, 24, 13, 13, 8, 14, 22, 19, 12, 20, 26)


class Base(msgspec.Struct, frozen=True):
    """What an editable cell of the board showed, and the cell of the workbook it comes from."""

    key: str
    field: str
    cell: str
    shown: str
    written: str


def key_of(record: Record) -> str:
    """The name of a record in both workbooks."""
    return f"{record.sheet}!{record.row}"


def shown(record: Record, field: str) -> str | dt.date:
    """What the board shows of an editable field: the one spelling, the day; else as written."""
    if field == "lead_agency":
        return record.lead_agency or ""
    if field == "deadline":
        return record.deadline or record.written.get("deadline", "")
    if field == "number":
        return record.number or ""
    if field == "date":
        return record.date or ""
    return record.written.get(field, "")


def board_xlsx(tracker: Tracker) -> bytes:
    """The workbook: the board, the defects, and a hidden sheet that leads back to the source."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = BOARD
    _board(sheet, tracker)
    _defects(book.create_sheet("Cần sửa"), tracker)
    _base(book.create_sheet(BASE), tracker)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _board(sheet: Worksheet, tracker: Tracker) -> None:
    from openpyxl.styles import PatternFill

    sheet.append([_safe(words) for words in HEADINGS])
    late = PatternFill("solid", fgColor="FBE9E6")
    for record in tracker.records:
        left = days_left(record, tracker.on)
        kind = KIND_WORDS.get((record.kind, record.issuer), (record.kind, ""))[0]
        row: list[object] = [
            key_of(record), record.sheet, record.row, record.title, kind,
            shown(record, "lead_agency"), shown(record, "person"), shown(record, "deadline"),
            None if left == float("inf") else int(left),
            STAGE_WORDS[record.stage][0] if record.stage else "chưa rõ",
            *(shown(record, field) for field in ("status", "number", "date", "remarks")),
            "; ".join(SHORT[d.code][0] for d in record.defects),
        ]  # fmt: skip
        sheet.append([_safe(value) for value in row])
        if left < 0:
            for at in (8, 9):
                sheet.cell(sheet.max_row, at).fill = late
    _dress(sheet, _WIDTHS)
    edited = PatternFill("solid", fgColor="E3F0EF")
    for at, heading in enumerate(HEADINGS, 1):
        if heading in EDITED.values():
            sheet.cell(1, at).fill = edited
    for column in (8, 13):
        for cells in sheet.iter_rows(min_row=2, min_col=column, max_col=column):
            cells[0].number_format = "dd/mm/yyyy"
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = "E2"
    sheet.auto_filter.ref = sheet.dimensions


def _defects(sheet: Worksheet, tracker: Tracker) -> None:
    sheet.append(["Trang", "Ô", "Việc", "Nói rõ"])
    for one in tracker.defects:
        sheet.append([_safe(v) for v in (one.sheet, one.cell, SHORT[one.code][0], one.message)])
    _dress(sheet, (18, 8, 28, 80))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _base(sheet: Worksheet, tracker: Tracker) -> None:
    sheet.append(list(Base.__struct_fields__))
    for record in tracker.records:
        for field in EDITED:
            value = shown(record, field)
            text = value.isoformat() if isinstance(value, dt.date) else value
            cell = record.cells.get(field, "")
            written = record.written.get(field, record.written.get("issued", "") if cell else "")
            sheet.append([_safe(v) for v in (key_of(record), field, cell, text, written)])
    sheet.sheet_state = "hidden"
    _as_words(sheet)


def _dress(sheet: Worksheet, widths: tuple[int, ...]) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    line = Side(style="thin", color="CFC9BE")
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    _as_words(sheet)
    for number, cells in enumerate(sheet.iter_rows(), 1):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
            cell.border = Border(bottom=line)
        lines = max(
            -(-len(str(cell.value or "")) // max(1, round(width * 1.1)))
            for cell, width in zip(cells, widths, strict=False)
        )
        sheet.row_dimensions[number].height = 15.5 * min(max(lines, 1), 20)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _as_words(sheet: Worksheet) -> None:
    """What begins with "=" in the office's workbook is words here, never a formula."""
    for cells in sheet.iter_rows():
        for cell in cells:
            if cell.data_type == "f":
                cell.data_type = "s"


def _safe(value: object) -> object:
    """Without the marks that a workbook refuses, and no longer than a cell may be."""
    if not isinstance(value, str):
        return value
    return "".join(mark for mark in value if mark in "\n\t" or mark >= " ")[:32_000]
