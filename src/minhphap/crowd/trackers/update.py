"""Changes made on the board, written back into the office's own workbook and nowhere else."""

from __future__ import annotations

import datetime as dt
import zipfile

import msgspec
from lxml import etree

from minhphap.crowd.trackers import refusals
from minhphap.crowd.trackers.board_xlsx import BASE, BOARD, EDITED, KEY, Base
from minhphap.crowd.trackers.workbook import (
    Cell,
    Sheet,
    Workbook,
    address,
    open_workbook,
    place_of,
)
from minhphap.intake import Unreadable
from minhphap.reports import Archive, ArchiveError

_PAIR = ("number", "date")
_SHARED = (
    "ô gộp chung của nhiều dòng, mỗi dòng sửa một khác",
    "the cell is shared by rows that now differ",
)


class Change(msgspec.Struct, frozen=True):
    """One cell of the workbook: what stood there, what is to stand there."""

    sheet: str
    row: int
    cell: str
    field: str
    old: str
    new: str


class Left(msgspec.Struct, frozen=True):
    """A change that was not written, and why."""

    change: Change
    reason: str
    reason_en: str


class Updated(msgspec.Struct, frozen=True):
    """The workbook with the changes written; the same bytes where there were none."""

    data: bytes
    written: tuple[Change, ...]
    left: tuple[Left, ...]


class _Edit(msgspec.Struct, frozen=True):
    change: Change
    value: str | dt.date


def update(workbook: bytes, board: bytes) -> Updated:
    """Write what was edited on a board (.xlsx of this room) back into the workbook it came from.

    Only the sheets that change are touched, and in them only the cells; every other part stays
    byte for byte (the workbook's own part excepted where formulas must be computed anew). A cell
    that was changed in the workbook since, that holds a formula, or that has no column there is
    left alone and listed. Raises Unreadable for what is no workbook or no board.
    """
    book = open_workbook(workbook)
    edits, left = _edits(book, open_workbook(board))
    written: dict[str, dict[tuple[int, int], str | dt.date]] = {}
    changes: list[Change] = []
    parts = {sheet.name: sheet for sheet in book.sheets}
    for edit in edits:
        refused = _refusal(parts, edit.change)
        if refused:
            left.append(Left(edit.change, *refused))
            continue
        cells = written.setdefault(parts[edit.change.sheet].part, {})
        if cells.setdefault(place_of(edit.change.cell), edit.value) != edit.value:
            left.append(Left(edit.change, *_SHARED))
            continue
        changes.append(edit.change)
    if not changes:
        return Updated(workbook, (), tuple(left))
    try:
        archive = Archive(workbook)
        replaced: dict[str, bytes | None] = {
            part: _write(archive.read(part), cells, book) for part, cells in written.items()
        }
        if any(cell.formula for sheet in book.sheets for cell in sheet.cells.values()):
            replaced |= _computed_anew(archive)
        data = archive.replaced(replaced)
    except (ArchiveError, etree.XMLSyntaxError, zipfile.BadZipFile):
        raise refusals.damaged() from None
    return Updated(data, tuple(changes), tuple(left))


def _edits(book: Workbook, board: Workbook) -> tuple[list[_Edit], list[Left]]:
    """The cells of the board that no longer show what they showed."""
    sheets = {sheet.name: sheet for sheet in board.sheets}
    if BOARD not in sheets or BASE not in sheets:
        raise Unreadable(
            "Tệp không phải bảng việc do minhphap tracker xuất ra (thiếu trang gốc); hãy xuất lại"
            " bảng .xlsx rồi sửa trên bảng đó.",
            "The file is no board written by minhphap tracker (its base sheet is missing); write"
            " the board anew and edit that.",
            "not-a-board",
        )
    rows = _rows(sheets[BOARD])
    bases: dict[str, dict[str, Base]] = {}
    base = sheets[BASE]
    for number in sorted({row for row, _ in base.cells} - {1}):
        key, field, cell, shown, written = (base.text(number, at) for at in range(1, 6))
        bases.setdefault(key, {})[field] = Base(key, field, cell, shown, written)
    edits: list[_Edit] = []
    left: list[Left] = []
    for key, fields in bases.items():
        if key not in rows:
            continue
        name, _, row = key.rpartition("!")
        now = rows[key]
        changed = [f for f in fields if _text(now.get(f)) != fields[f].shown]
        for field in changed:
            one = fields[field]
            new = _plainly(now.get(field))
            change = Change(name, int(row), one.cell, field, one.written, new)
            if not one.cell:
                left.append(
                    Left(change, "bảng gốc không có cột này", "the workbook has no such column")
                )
                continue
            partner = fields.get(_PAIR[field == "number"]) if field in _PAIR else None
            if partner and partner.cell == one.cell:
                if any(
                    edit.change.cell == one.cell and edit.change.sheet == name for edit in edits
                ):
                    continue
                words = _issued(_text(now.get("number")), now.get("date"))
                edits.append(_Edit(msgspec.structs.replace(change, new=words), words))
            else:
                edits.append(_Edit(change, now.get(field, "")))
    for key in sorted(rows.keys() - bases.keys()):
        change = Change(BOARD, int(key.strip("#")), "", "", "", "")
        left.append(
            Left(
                change,
                "dòng mới trên bảng việc; hãy thêm vào bảng gốc",
                "a new row; add it to the workbook",
            )
        )
    return edits, left


def _rows(sheet: Sheet) -> dict[str, dict[str, str | dt.date]]:
    """The editable cells of the board by key and field."""
    headings = {sheet.text(1, c): c for r, c in sheet.cells if r == 1}
    key_at = headings.get(KEY, 1)
    rows: dict[str, dict[str, str | dt.date]] = {}
    for number in sorted({row for row, _ in sheet.cells} - {1}):
        values: dict[str, str | dt.date] = {}
        for field, heading in EDITED.items():
            cell = sheet.cells.get((number, headings.get(heading, 0)))
            values[field] = _value(cell)
        rows[sheet.text(number, key_at) or f"#{number}"] = values
    return rows


def _value(cell: Cell | None) -> str | dt.date:
    if cell is None or cell.error:
        return ""
    return cell.value if isinstance(cell.value, dt.date) else cell.text.strip()


def _text(value: str | dt.date | None) -> str:
    return value.isoformat() if isinstance(value, dt.date) else (value or "").strip()


def _plainly(value: str | dt.date | None) -> str:
    """As an officer writes it: days as 30/09/2026."""
    return value.strftime("%d/%m/%Y") if isinstance(value, dt.date) else _text(value)


def _issued(number: str, date: str | dt.date | None) -> str:
    day = f"{date.day}/{date.month}/{date.year}" if isinstance(date, dt.date) else date
    return " ngày ".join(part for part in (number, day) if part)


def _refusal(parts: dict[str, Sheet], change: Change) -> tuple[str, str] | None:
    sheet = parts.get(change.sheet)
    if sheet is None:
        return "bảng gốc không còn trang này", "the workbook has no such sheet any more"
    cell = sheet.cells.get(place_of(change.cell))
    if cell and cell.formula:
        return "ô chứa công thức", "the cell holds a formula"
    stands = cell.text.strip() if cell else ""
    if stands and change.old.startswith(f"{stands}\n"):
        return "nội dung nằm ở nhiều ô; hãy sửa trong bảng gốc", "the text stands in several cells"
    if stands != change.old:
        return (
            f"ô đã đổi từ khi xuất bảng việc (nay là “{stands}”)",
            f"the cell has changed since the board was written (now “{stands}”)",
        )
    return None


def _write(xml: bytes, cells: dict[tuple[int, int], str | dt.date], book: Workbook) -> bytes:
    """A sheet's part with some cells changed; their styles, and all else in it, stay."""
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
    space = root.tag[: root.tag.index("}") + 1]
    data = root.find(f"{space}sheetData")
    assert data is not None
    rows = {int(row.get("r", "0")): row for row in data}
    for (number, column), value in sorted(cells.items()):
        row = rows.get(number)
        if row is None:
            row = etree.Element(f"{space}row", r=str(number))
            after = sum(int(one.get("r", "0")) < number for one in data)
            data.insert(after, row)
            rows[number] = row
        _put(_cell(row, number, column, space), value, book, space)
    declared = xml.lstrip()[:5] == b"<?xml"
    out: bytes = etree.tostring(root, xml_declaration=declared, encoding="UTF-8", standalone=True)
    return out


def _cell(row: etree._Element, number: int, column: int, space: str) -> etree._Element:
    at = 0
    for one in row:
        there = place_of(one.get("r", ""))[1]
        if there == column:
            return one
        at += there < column
    cell = etree.Element(f"{space}c", r=address(number, column))
    row.insert(at, cell)
    return cell


def _put(cell: etree._Element, value: str | dt.date, book: Workbook, space: str) -> None:
    dated = int(cell.get("s", "0")) in book.date_styles
    for child in list(cell):
        cell.remove(child)
    if "t" in cell.attrib:
        del cell.attrib["t"]
    if isinstance(value, dt.date):
        if dated:
            etree.SubElement(cell, f"{space}v").text = str((value - book.epoch).days)
            return
        value = _plainly(value)
    if value:
        cell.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(cell, f"{space}is"), f"{space}t")
        text.text = value
        if value != value.strip() or "\n" in value:
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _computed_anew(archive: Archive) -> dict[str, bytes | None]:
    """The workbook's part with the order to compute all formulas when it is opened."""
    part = next(
        (name for name in archive.names if name.endswith("workbook.xml") and "/_rels" not in name),
        "",
    )
    root = etree.fromstring(archive.read(part), etree.XMLParser(resolve_entities=False))
    space = root.tag[: root.tag.index("}") + 1]
    order = root.find(f"{space}calcPr")
    if order is None:
        order = etree.Element(f"{space}calcPr")
        names = ("definedNames", "externalReferences", "functionGroups", "sheets")
        before = next(one for name in names if (one := root.find(f"{space}{name}")) is not None)
        before.addnext(order)
    order.set("fullCalcOnLoad", "1")
    out: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return {part: out}
