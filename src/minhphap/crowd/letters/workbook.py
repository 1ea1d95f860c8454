"""The official table as a workbook: to work in, and to be read again."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from minhphap.crowd.letters.columns import (
    ASKS,
    BODIES,
    COLUMNS,
    HIDDEN,
    KEPT,
    LIST,
    REVIEW,
    Column,
)
from minhphap.crowd.letters.packing import packed
from minhphap.crowd.letters.review import to_look_at
from minhphap.crowd.letters.table import Row, Table, fingerprint
from minhphap.crowd.letters.words_out import opening, sentence

_FONT = "Times New Roman"
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_CELL = 32_000
"""Characters that a cell is given at most: workbooks allow few more."""
_GOES_ON = " … (dài quá một ô; đọc tiếp ở nguồn)"
_LINE, _TALLEST = 16.0, 409.0
"""Points of a line, and of the tallest row that a workbook allows."""
_LETTER = 1.0
"""Widths of a column's unit that a letter of this size takes."""
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

Link = Callable[[str, int], str]


def _styles() -> dict[str, NamedStyle]:
    """The looks of cells, registered once: a look made for each cell costs more than its words."""
    top = Alignment(wrap_text=True, vertical="top")
    middle = Alignment(wrap_text=True, horizontal="center", vertical="center")
    plain, bold = Font(name=_FONT, size=12), Font(name=_FONT, size=12, bold=True)
    blue = Font(name=_FONT, size=12, underline="single", color="0563C1")
    made = {
        "cell": (plain, top, None),
        "answer": (plain, top, "FFFBE6"),
        "link": (blue, top, None),
        "head": (bold, middle, "E7ECF3"),
        "group": (bold, Alignment(wrap_text=False, vertical="center"), "F5F5F5"),
    }
    styles = {}
    for name, (font, alignment, colour) in made.items():
        style = NamedStyle(f"mp {name}", font, border=_BOX, alignment=alignment)
        if colour:
            style.fill = PatternFill("solid", fgColor=colour)
        styles[name] = style
    return styles


def workbook(table: Table, link: Link) -> bytes:
    """The workbook of a table; ``link`` leads from a file and a page to an address."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for style in _styles().values():
        book.add_named_style(style)
    _list(sheet, table, link)
    _review(book.create_sheet(REVIEW), table, link)
    if table.totals.asked is not None:
        _bodies(book.create_sheet(BODIES), table)
    if table.kept:
        _kept(book.create_sheet(KEPT), table)
    _hidden(book.create_sheet(HIDDEN), table)
    book.properties.creator = ""
    book.properties.title = sentence(table.title)
    buffer = io.BytesIO()
    book.save(buffer)
    return packed(buffer.getvalue())


def _list(sheet: Worksheet, table: Table, link: Link) -> None:
    sheet.title = LIST
    extra = list(dict.fromkeys(name for row in table.rows for name, _ in row.extra))
    columns = [*COLUMNS, *(Column(f"+{name}", name, 24) for name in extra)]
    lines = [("BẢN TỔNG HỢP Ý KIẾN, TIẾP THU, GIẢI TRÌNH", True), (sentence(table.title), True)]
    lines += [(line, False) for line in opening(table)]
    for number, (line, strong) in enumerate(lines, 1):
        sheet.cell(number, 1, line).font = Font(name=_FONT, size=13 if strong else 12, bold=strong)
    head = len(lines) + 2
    _header(sheet, head, columns)
    at = head + 1
    part = ""
    for ordinal, row in enumerate(table.rows, 1):
        if row.part != part:
            part = row.part
            _section(sheet, at, part, len(columns))
            at += 1
        _fill(sheet, at, ordinal, row, columns, link)
        at += 1
    sheet.freeze_panes = f"D{head + 1}"
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(columns))}{max(head, at - 1)}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.print_area = f"A1:E{max(head, at - 1)}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _header(sheet: Worksheet, at: int, columns: list[Column]) -> None:
    for number, column in enumerate(columns, 1):
        _put(sheet, at, number, column.heading, "head")
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.hidden = column.width, column.hidden
    sheet.row_dimensions[at].height = 2.2 * _LINE


def _section(sheet: Worksheet, at: int, words: str, width: int) -> None:
    for number in range(1, width + 1):
        _put(sheet, at, number, words if number == 2 else None, "group")


def _fill(
    sheet: Worksheet, at: int, ordinal: int, row: Row, columns: list[Column], link: Link
) -> None:
    own = dict(row.extra)
    reason = f"\nLý do: {row.reason}" if row.reason else ""
    label = f"{row.label}\n({row.heading})" if row.heading else row.label
    values: dict[str, Any] = {
        "ordinal": ordinal, "label": label, "sender": row.sender, "text": row.text + reason,
        "answer": row.answer, "ask": ASKS[row.ask], "proposed": row.proposed, "remark": row.remark,
        "source": f"{row.file} ({row.where})" if row.where else row.file, "letter": row.letter,
        "part": row.part, "id": row.id, "machine": row.machine,
    }  # fmt: skip
    lines = 1
    for number, column in enumerate(columns, 1):
        value = own.get(column.heading, "") if column.key[0] == "+" else values[column.key]
        _put(sheet, at, number, value)
        if column.key == "answer":
            sheet.cell(at, number).style = "mp answer"
        if column.key == "source":
            _link(sheet, at, number, link(row.file, row.page))
        if not column.hidden:
            lines = max(lines, _lines(value, column.width))
    sheet.row_dimensions[at].height = min(_TALLEST, _LINE * lines)


def _lines(value: Any, width: float) -> int:
    """About how many lines a cell needs: not every program fits rows by itself."""
    parts = str(value).split("\n")
    return sum(1 + int(len(part) * _LETTER // width) for part in parts)


def _review(sheet: Worksheet, table: Table, link: Link) -> None:
    names = (("Việc", 26), ("Ai gửi", 30), ("Nội dung", 70), ("Ghi chú", 50), ("Nguồn", 30))
    _header(sheet, 1, [Column(name, name, width) for name, width in names])
    for at, one in enumerate(to_look_at(table), 2):
        words = (one.matter, one.sender, one.text, one.remark, one.file)
        for number, word in enumerate(words, 1):
            _put(sheet, at, number, word)
        if one.file:
            _link(sheet, at, len(words), link(one.file, one.page))
    sheet.freeze_panes = "A2"


def _bodies(sheet: Worksheet, table: Table) -> None:
    names = (
        ("TT", 6),
        ("Chưa trả lời", 46),
        ("Ngày gửi", 14),
        ("Hạn trả lời", 14),
        ("Số ngày quá hạn", 16),
    )
    _header(sheet, 1, [Column(name, name, width) for name, width in names])
    for at, body in enumerate(table.silent, 2):
        over = max(body.over, 0) if body.over is not None else None
        for number, value in enumerate((at - 1, body.name, body.sent, body.due, over), 1):
            _put(sheet, at, number, value)
            if number in (3, 4):
                sheet.cell(at, number).number_format = "dd/mm/yyyy"


def _kept(sheet: Worksheet, table: Table) -> None:
    """Answers whose passage was not found again; they are read again with the rest."""
    keys = ("label", "sender", "text", "answer", "letter", "id")
    columns = [column for column in COLUMNS if column.key in keys]
    extra = list(dict.fromkeys(name for one in table.kept for name, _ in one.extra))
    columns += [Column("why", "Vì sao chưa đặt được", 40), *(Column(f"+{n}", n, 24) for n in extra)]
    _header(sheet, 1, columns)
    for at, one in enumerate(table.kept, 2):
        own = dict(one.extra)
        for number, column in enumerate(columns, 1):
            key = column.key
            _put(
                sheet,
                at,
                number,
                own.get(column.heading, "") if key[0] == "+" else getattr(one, key),
            )


def _hidden(sheet: Worksheet, table: Table) -> None:
    """What the next run needs: the version of the draft, and its text."""
    sheet.sheet_state = "hidden"
    sheet.append(["draft", fingerprint(table.draft)])
    text = table.draft.source.text
    for start in range(0, len(text), _CELL):
        sheet.append(["text", None])
        _put(sheet, sheet.max_row, 2, f"|{text[start : start + _CELL]}")


def _put(sheet: Worksheet, at: int, number: int, value: Any, style: str = "cell") -> None:
    """A value in a cell; words stay words, whatever they begin with."""
    cell = sheet.cell(at, number)
    if isinstance(value, str):
        words = _FORBIDDEN.sub(" ", value)
        cell.value = words if len(words) <= _CELL else words[:_CELL] + _GOES_ON
        if value:
            cell.data_type = "s"
    else:
        cell.value = value
    cell.style = f"mp {style}"


def _link(sheet: Worksheet, at: int, number: int, address: str) -> None:
    cell = sheet.cell(at, number)
    cell.hyperlink = address
    cell.style = "mp link"


def relative_link(home: str) -> Link:
    """Links to files of a folder that lies at ``home`` seen from the table."""

    def link(file: str, page: int) -> str:
        path = file.split(".eml/")[0] + ".eml" if ".eml/" in file else file
        address = quote(f"{home}/{path}" if home else path)
        return f"{address}#page={page}" if page and path.lower().endswith(".pdf") else address

    return link
