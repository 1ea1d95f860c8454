"""Whole workbooks, each laid out as offices do it: every record, no other, with what it says."""

import datetime as dt
import io

import pytest
import tracker_layouts
from openpyxl import load_workbook

from minhphap.crowd.trackers import read_tracker

ON = dt.date(2026, 8, 15)


def tracker_of(layout, name="theo-doi-2026.xlsx"):
    return read_tracker(getattr(tracker_layouts, layout)(), name, ON)[0]


def brief(record):
    day = record.deadline.isoformat() if record.deadline else None
    return (record.row, record.lead_agency, day, record.stage, record.number)


EXPECTED = {
    "one_header": [
        (2, "Sở Nông nghiệp và Môi trường", "2026-06-30", "consultation", None),
        (3, "Sở Xây dựng", "2026-09-30", "issued", "08/2026/QĐ-UBND"),
        (4, None, "2026-09-30", "drafting", None),
        (5, "Sở Nông nghiệp và Môi trường", None, "not_started", None),
    ],
    "three_headers": [
        (7, "Sở Nội vụ", "2026-06-30", "consultation", None),
        (8, "Sở Công Thương", "2026-03-31", "issued", "15/2026/QĐ-UBND"),
        (9, "Sở Nông nghiệp và Môi trường", "2026-12-31", "not_started", None),
        (10, "Sở Nông nghiệp và Môi trường", None, "drafting", None),
    ],
    "unit_groups": [
        (6, "Sở Tài chính", "2026-07-31", "submitted", None),
        (7, "Sở Tài chính", "2026-10-15", "issued", "21/2026/QĐ-UBND"),
        (10, "Sở Y tế", "2026-08-20", "consultation", None),
        (12, "Sở Y tế", None, "postponed", None),
        (14, "Công an tỉnh", None, "issued", "22/QĐ-UBND"),
    ],
    "merged_down": [
        (3, "Sở Du lịch", "2026-06-30", "after_appraisal", None),
        (5, "Sở Du lịch", "2026-06-30", "not_started", None),
        (6, "Sở Ngoại vụ", "2026-12-31", "not_started", None),
    ],
    "letters_only": [
        (3, "Sở Nông nghiệp và Môi trường", "2026-06-30", "consultation", None),
        (4, "Sở Nội vụ", "2026-03-31", "after_appraisal", None),
        (5, "Sở Nội vụ", None, "issued", "06/2026/QĐ-UBND"),
    ],
    "two_tables": [
        (3, "Sở Giáo dục và Đào tạo", None, "issued", "05/2025/NQ-HĐND"),
        (7, "Sở Giáo dục và Đào tạo", "2026-10-31", "submitted", None),
        (8, "Sở Giáo dục và Đào tạo", "2026-11-01", "submitted", None),
        (2, "Sở Xây dựng", "2026-12-31", "drafting", None),
        (3, "Sở Xây dựng", "2026-11-30", "consultation", None),
    ],
}


@pytest.mark.parametrize("layout", EXPECTED)
def test_every_document_is_one_record(layout):
    assert [brief(one) for one in tracker_of(layout).records] == EXPECTED[layout]


DEFECTS = {
    "one_header": {("deadline_passed", "E2"), ("no_owner", "C4"), ("impossible_date", "E5")},
    "three_headers": {("deadline_passed", "F7"), ("no_deadline", "E10")},
    "unit_groups": {
        ("deadline_passed", "C6"), ("deadline_not_a_date", "C12"), ("no_deadline", "C14"),
        ("number_wrong_form", "E14"),
    },
    "merged_down": {("deadline_passed", "F3"), ("deadline_passed", "F5")},
    "letters_only": {("deadline_passed", "J3"), ("deadline_passed", "J4"), ("no_deadline", "J5")},
    "two_tables": {("duplicate", "B8")},
}  # fmt: skip


@pytest.mark.parametrize("layout", DEFECTS)
def test_defects_stand_at_the_cell_to_mend(layout):
    assert {(one.code, one.cell) for one in tracker_of(layout).defects} == DEFECTS[layout]


def test_rows_that_are_no_document_are_named():
    unread = {one.row: one.taken_for for one in tracker_of("unit_groups").unread}
    assert unread == {
        5: "group", 8: "total", 9: "group", 11: "heading", 13: "group", 15: "total", 17: "note",
        18: "note",
    }  # fmt: skip


def test_columns_that_no_field_takes_stay_with_the_record():
    first = tracker_of("merged_down").records[0]
    assert first.extra == {"Số công văn nhắc": "15\n18"}
    assert tracker_of("three_headers").records[0].extra == {
        "Thông tin văn bản / Cơ quan / Phối hợp": "Sở Tài chính"
    }


def test_each_step_keeps_its_letter_and_cell():
    first = tracker_of("merged_down").records[0]
    assert [(s.cell, s.letters[0].number, s.letters[0].date) for s in first.steps] == [
        ("D3", "12/SDL-KH", dt.date(2026, 1, 5)),
        ("D4", "77/SDL-KH", dt.date(2026, 2, 20)),
        ("E4", "31/BC-STP", dt.date(2026, 3, 2)),
    ]


def test_the_form_of_handling_and_what_is_replaced():
    records = tracker_of("letters_only").records
    assert [one.form for one in records] == ["Thay thế", "Ban hành mới", "Bãi bỏ"]
    assert records[1].replaces == ("29/2024/QĐ-UBND",)
    assert records[1].title == "Quyết định ban hành Quy định thi đua"
    assert records[2].date == dt.date(2026, 2, 11)
    assert tracker_of("letters_only").skipped_sheets == ("Tong hop",)


def test_a_document_of_last_year_is_no_duplicate():
    tracker = tracker_of("two_tables")
    assert [one.year for one in tracker.records] == [2025, 2026, 2026, 2026, 2026]
    assert [one.duplicate_of for one in tracker.records] == [
        None, None, ("Tổng hợp", 7), None, None,
    ]  # fmt: skip
    assert tracker.records[2].written["title"].endswith("gỏi")


def test_the_chair_and_the_committee_are_told_apart():
    kinds = [(one.kind, one.issuer) for one in tracker_of("one_header").records]
    assert kinds == [
        ("resolution", "council"), ("decision", "committee"), ("decision", "committee"),
        ("decision", "committee_chair"),
    ]  # fmt: skip


def test_the_day_that_the_workbook_speaks_of():
    assert tracker_of("unit_groups").stated_on == dt.date(2026, 8, 15)
    assert tracker_of("merged_down").stated_on is None


def test_the_day_asked_about_decides_what_is_late():
    data = tracker_layouts.unit_groups()
    early = read_tracker(data, "a.xlsx", dt.date(2026, 7, 31))[0]
    late = read_tracker(data, "a.xlsx", dt.date(2026, 8, 21))[0]
    passed = [
        sum(d.code == "deadline_passed" for d in tracker.defects) for tracker in (early, late)
    ]
    assert passed == [0, 2]


def test_hidden_rows_columns_and_sheets_are_read():
    book = load_workbook(io.BytesIO(tracker_layouts.two_tables()))
    book["Tổng hợp"].row_dimensions[7].hidden = True
    book["Tổng hợp"].column_dimensions["E"].hidden = True
    book["Sở Xây dựng"].sheet_state = "hidden"
    tracker = read_tracker(tracker_layouts.saved(book), "theo-doi-2026.xlsx", ON)[0]
    assert [brief(one) for one in tracker.records] == EXPECTED["two_tables"]
    assert [one.hidden for one in tracker.records] == [False, True, False, True, True]


def test_a_formula_that_fails_is_named():
    book = load_workbook(io.BytesIO(tracker_layouts.merged_down()))
    cell = book.active["F5"]
    cell.value, cell.data_type = "#REF!", "e"
    tracker = read_tracker(tracker_layouts.saved(book), "theo-doi-2026.xlsx", ON)[0]
    assert ("cell_error", "F5") in {(one.code, one.cell) for one in tracker.defects}
