"""The mapping file: written as a proposal, mended by a person, kept for the next workbook."""

import datetime as dt

import pytest
import tracker_layouts

from minhphap.crowd.trackers import Mapping, MappingError, dump_mapping, load_mapping, read_tracker

ON = dt.date(2026, 8, 15)
LAYOUTS = (
    "one_header",
    "three_headers",
    "unit_groups",
    "merged_down",
    "letters_only",
    "two_tables",
)


def read(layout, mapping=None):
    return read_tracker(getattr(tracker_layouts, layout)(), "theo-doi-2026.xlsx", ON, mapping)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_proposal_read_back_gives_the_same_records(layout):
    tracker, used = read(layout)
    kept = load_mapping(dump_mapping(used))
    assert kept == used
    assert read(layout, kept) == (tracker, used)


def test_a_column_that_a_person_settles():
    text = dump_mapping(read("merged_down")[1])
    text = text.replace('["Số công văn nhắc", "keep"]', '["Số công văn nhắc", "remarks"]')
    first = read("merged_down", load_mapping(text))[0].records[0]
    assert first.remarks == "15\n18"
    assert first.extra == {}


def test_it_holds_when_a_column_moves_and_the_sheet_has_another_name():
    text = dump_mapping(read("merged_down")[1])
    mapping = load_mapping(text.replace('"Thời hạn", "deadline"', '"Thời hạn", "keep"'))
    rows = [
        ["BẢNG THEO DÕI NĂM 2027"],
        ["STT", "Tên gọi văn bản", "Thời hạn"],
        [1, "Nghị quyết quy định phí qua phà", "30/6/2027"],
    ]
    data = tracker_layouts.saved(tracker_layouts.filled(rows, title="Sang năm"))
    record = read_tracker(data, "b.xlsx", ON, mapping)[0].records[0]
    assert record.extra == {"Thời hạn": "30/6/2027"}


def test_agencies_and_statuses_that_a_person_settles():
    text = dump_mapping(read("unit_groups")[1])
    text = text.replace("\n[statuses]", '\n[statuses]\n"đang trình" = "returned" #')
    text = text.replace(
        "[agencies]", '[agencies]\n"SỞ TÀI CHÍNH (2 văn bản)" = "Sở Tài chính Sơn Hà" #'
    )
    first = read("unit_groups", load_mapping(text))[0].records[0]
    assert (first.lead_agency, first.stage) == ("Sở Tài chính Sơn Hà", "returned")


def test_a_sheet_may_be_left_out():
    text = dump_mapping(read("two_tables")[1])
    text = text.replace('sheet = "Sở Xây dựng"', 'sheet = "Sở Xây dựng"\nskip = true')
    tracker, used = read("two_tables", load_mapping(text))
    assert {one.sheet for one in tracker.records} == {"Tổng hợp"}
    assert load_mapping(dump_mapping(used)).of_sheet("Sở Xây dựng")[0].skip


def test_headings_worded_otherwise_are_named_by_their_rows():
    rows = [["Mục", "Việc phải làm", "Xong trước"], [1, "Quy chế tiếp dân của xã", "30/9/2026"]]
    data = tracker_layouts.saved(tracker_layouts.filled(rows))
    text = """
        [[table]]
        sheet = "Theo dõi"
        header = [1, 1]
        year = 2026
        [table.columns]
        A = ["Mục", "ordinal"]
        B = ["Việc phải làm", "title"]
        C = ["Xong trước", "deadline"]
    """
    record = read_tracker(data, "viec.xlsx", ON, load_mapping(text))[0].records[0]
    assert (record.title, record.deadline) == ("Quy chế tiếp dân của xã", dt.date(2026, 9, 30))


@pytest.mark.parametrize(
    "text",
    [
        "format = ",
        "[[table]]\nsheet = 1",
        '[[table]]\nsheet = "a"\nheader = [1, 1]\n[table.columns]\nA = ["STT", "tên"]',
        '[[table]]\nsheet = "a"\nheader = [1, 1]\n[table.columns]\nA = "STT"',
        '[statuses]\n"a" = "b"',
        "thừa = 1",
    ],
)
def test_a_file_that_is_wrong_is_refused_in_one_sentence(text):
    with pytest.raises(MappingError) as refused:
        load_mapping(text)
    assert "Tệp khai cột có lỗi" in refused.value.message
    assert "\n" not in refused.value.message


def test_an_empty_file_says_nothing():
    assert load_mapping("") == Mapping()
