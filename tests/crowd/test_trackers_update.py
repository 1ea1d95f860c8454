"""Changes made on the board go back into the workbook, cell by cell, and nothing else moves."""

import datetime as dt
import io
import zipfile

import pytest
import tracker_layouts
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from minhphap.crowd.trackers import board_xlsx, read_tracker, update
from minhphap.crowd.trackers.board_xlsx import BOARD, EDITED
from minhphap.intake import Unreadable

ON = dt.date(2026, 8, 15)


def dressed():
    """A workbook with what programs tend to lose: chart, rules, validation, comments, styles."""
    book = load_workbook(io.BytesIO(tracker_layouts.unit_groups()))
    sheet = book.active
    red = PatternFill("solid", bgColor="FFC7CE")
    sheet.conditional_formatting.add(
        "C5:C20", CellIsRule(operator="equal", formula=["1"], fill=red)
    )
    rule = DataValidation(type="list", formula1='"xong,đang trình"')
    sheet.add_data_validation(rule)
    rule.add("D6:D14")
    sheet["B6"].font = Font(italic=True, color="FF0000")
    sheet["C7"].number_format = "dd/mm/yyyy"
    sheet["C7"].value = dt.datetime(2026, 10, 15)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=6, max_row=8))
    sheet.add_chart(chart, "H2")
    return tracker_layouts.saved(book)


def board_of(data):
    return board_xlsx(read_tracker(data, "theo-doi-2026.xlsx", ON)[0])


def edited(board, changes):
    """The board with cells set, as an officer would: {(key, field): value}."""
    book = load_workbook(io.BytesIO(board))
    sheet = book[BOARD]
    columns = {cell.value: cell.column for cell in sheet[1]}
    rows = {sheet.cell(row, 1).value: row for row in range(2, sheet.max_row + 1)}
    for (key, field), value in changes.items():
        sheet.cell(rows[key], columns[EDITED[field]]).value = value
    return tracker_layouts.saved(book)


def parts(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


CHANGES = {
    ("Theo dõi!6", "status"): "đã trình & chờ <ký>",
    ("Theo dõi!7", "deadline"): dt.date(2026, 12, 1),
    ("Theo dõi!10", "deadline"): "Quý IV/2026",
    ("Theo dõi!14", "number"): "22/2026/QĐ-UBND",
}


def test_what_was_edited_is_written_and_read_back():
    data = dressed()
    result = update(data, edited(board_of(data), CHANGES))
    assert [(one.cell, one.new) for one in result.written] == [
        ("D6", "đã trình & chờ <ký>"), ("C7", "01/12/2026"), ("C10", "Quý IV/2026"),
        ("E14", "22/2026/QĐ-UBND"),
    ]  # fmt: skip
    assert result.left == ()
    records = {
        one.row: one for one in read_tracker(result.data, "theo-doi-2026.xlsx", ON)[0].records
    }
    assert records[6].written["status"] == "đã trình & chờ <ký>"
    assert records[7].deadline == dt.date(2026, 12, 1)
    assert records[10].deadline == dt.date(2026, 12, 31)
    assert records[14].number == "22/2026/QĐ-UBND"
    sheet = load_workbook(io.BytesIO(result.data)).active
    assert sheet["C7"].is_date


def test_every_other_part_stays_byte_for_byte():
    data = dressed()
    before, after = parts(data), parts(update(data, edited(board_of(data), CHANGES)).data)
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["xl/worksheets/sheet1.xml"]
    assert any("chart" in name for name in before)


def test_in_the_sheet_only_the_cells_change():
    data = dressed()
    result = update(data, edited(board_of(data), CHANGES))
    cells = {one.cell for one in result.written}

    def rest(xml):
        root = etree.fromstring(xml)
        styles = []
        for cell in root.iter("{*}c"):
            if cell.get("r") in cells:
                styles.append((cell.get("r"), cell.get("s")))
                cell.getparent().remove(cell)
        return etree.tostring(root, method="c14n"), styles

    name = "xl/worksheets/sheet1.xml"
    assert rest(parts(data)[name]) == rest(parts(result.data)[name])


def test_nothing_edited_nothing_written():
    data = dressed()
    assert update(data, board_of(data)).data == data


def test_a_cell_changed_since_is_left_alone():
    data = dressed()
    board = edited(board_of(data), CHANGES)
    book = load_workbook(io.BytesIO(data))
    book.active["D6"] = "xin lùi"
    result = update(tracker_layouts.saved(book), board)
    assert [one.change.cell for one in result.left] == ["D6"]
    assert "xin lùi" in result.left[0].reason
    assert len(result.written) == 3


def test_formulas_are_left_alone_and_computed_anew():
    book = load_workbook(io.BytesIO(tracker_layouts.two_tables()))
    sheet = book["Sở Xây dựng"]
    sheet["D2"] = '="đang soạn"'
    sheet["F1"] = '=COUNTIF(C2:C3,"Quý*")'
    data = with_cached(tracker_layouts.saved(book), "D2", "đang soạn")
    board = edited(
        board_of(data),
        {("Sở Xây dựng!2", "status"): "chờ ký", ("Sở Xây dựng!3", "status"): "chờ ký"},
    )
    result = update(data, board)
    assert [one.change.cell for one in result.left] == ["D2"]
    assert [one.cell for one in result.written] == ["D3"]
    before, after = parts(data), parts(result.data)
    changed = [name for name in before if before[name] != after[name]]
    assert sorted(changed) == ["xl/workbook.xml", "xl/worksheets/sheet2.xml"]
    assert b'fullCalcOnLoad="1"' in after["xl/workbook.xml"]


def with_cached(data, cell, value):
    """The workbook with the value that Excel would have stored for a formula."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, content in parts(data).items():
            root = etree.fromstring(content)
            for one in root.iter("{*}c"):
                if one.get("r") == cell and one.find("{*}f") is not None:
                    one.set("t", "str")
                    for old in one.findall("{*}v"):
                        one.remove(old)
                    etree.SubElement(one, one.tag.replace("}c", "}v")).text = value
            new.writestr(name, etree.tostring(root))
    return out.getvalue()


def test_number_and_date_in_one_cell_are_written_together():
    data = tracker_layouts.one_header()
    changes = {
        ("Theo dõi!2", "number"): "09/2026/NQ-HĐND",
        ("Theo dõi!2", "date"): dt.date(2026, 7, 1),
        ("Theo dõi!3", "date"): dt.date(2026, 4, 4),
    }
    result = update(data, edited(board_of(data), changes))
    assert [(one.cell, one.new) for one in result.written] == [
        ("J2", "09/2026/NQ-HĐND ngày 1/7/2026"), ("J3", "08/2026/QĐ-UBND ngày 4/4/2026"),
    ]  # fmt: skip


def test_what_has_no_place_in_the_workbook_is_listed():
    data = tracker_layouts.unit_groups()
    board = edited(board_of(data), {("Theo dõi!6", "person"): "Lan"})
    book = load_workbook(io.BytesIO(board))
    book[BOARD].append([None, "Theo dõi", None, "Văn bản mới"])
    result = update(data, tracker_layouts.saved(book))
    assert [(one.change.row, one.change.field) for one in result.left] == [(6, "person"), (7, "")]
    assert result.data == data


def test_a_merged_cell_of_rows_that_now_differ():
    data = tracker_layouts.merged_down()
    result = update(
        data,
        edited(
            board_of(data),
            {("Theo dõi!3", "lead_agency"): "Sở A", ("Theo dõi!5", "lead_agency"): "Sở B"},
        ),
    )
    assert [(one.cell, one.new) for one in result.written] == [("B3", "Sở A")]
    assert [one.change.new for one in result.left] == ["Sở B"]


def test_rows_of_the_board_may_be_sorted_and_left_out():
    data = dressed()
    book = load_workbook(io.BytesIO(edited(board_of(data), CHANGES)))
    sheet = book[BOARD]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    sheet.delete_rows(2, len(rows))
    for row in reversed(rows[1:]):
        sheet.append(row)
    result = update(data, tracker_layouts.saved(book))
    assert [one.cell for one in result.written] == ["C7", "C10", "E14"]


def test_a_file_that_is_no_board():
    data = tracker_layouts.unit_groups()
    with pytest.raises(Unreadable) as refused:
        update(data, data)
    assert refused.value.code == "not-a-board"


WORDS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x1EFF, exclude_categories=["Cs", "Cc", "Zs"]),
    min_size=1,
    max_size=30,
).filter(lambda words: not words.startswith("="))
"""What begins with "=" is a formula for whoever writes the workbook, not words."""
DATA = tracker_layouts.unit_groups()
BOARD_FILE = board_of(DATA)
KEYS = [f"Theo dõi!{row}" for row in (6, 7, 10, 12, 14)]


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), WORDS, min_size=1))
def test_any_words_survive_the_way_there_and_back(statuses):
    changes = {(key, "status"): words for key, words in statuses.items()}
    result = update(DATA, edited(BOARD_FILE, changes))
    sheet = load_workbook(io.BytesIO(result.data)).active
    for key, words in statuses.items():
        assert sheet[f"D{key.split('!')[1]}"].value == words
    again = read_tracker(result.data, "theo-doi-2026.xlsx", ON)[0]
    assert [one.row for one in again.records] == [6, 7, 10, 12, 14]
    assert update(result.data, board_xlsx(again)).data == result.data
