"""``minhphap tracker`` as an officer calls it."""

import datetime as dt
import json

import pytest
import tracker_layouts
from openpyxl import load_workbook
from tests.cli.cli_samples import minhphap


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "theo-doi.xlsx").write_bytes(tracker_layouts.unit_groups())
    return tmp_path


def test_what_is_late_and_what_to_mend(folder):
    done = minhphap("tracker", "theo-doi.xlsx", "--on", "15/08/2026", cwd=folder)
    assert done.returncode == 1
    assert "xét đến ngày 15/08/2026" in done.stdout
    assert "5 dòng văn bản; năm 2026: 5 văn bản, 3 đang làm, 1 quá hạn" in done.stdout
    assert "Theo dõi E14: số sai thể thức" in done.stdout
    assert "D tình trạng" in done.stdout


def test_without_a_day_today_is_taken_and_said(folder):
    done = minhphap("tracker", "theo-doi.xlsx", cwd=folder)
    assert f"xét đến ngày {dt.date.today():%d/%m/%Y}" in done.stdout
    assert "--on 2026-08-15" in done.stdout


def test_boards_and_mapping_are_written(folder):
    done = minhphap(
        "tracker", "theo-doi.xlsx", "--on", "2026-08-15", "-o", "ra/bang.html", "-o", "bang.xlsx",
        "-o", "bang.json", "--mapping", "cot.toml", cwd=folder,
    )  # fmt: skip
    assert done.returncode == 1
    assert (folder / "ra/bang.html").read_text().startswith("<!doctype html>")
    assert len(json.loads((folder / "bang.json").read_text())["records"]) == 5
    kept = (folder / "cot.toml").read_text()
    again = minhphap("tracker", "theo-doi.xlsx", "--mapping", "cot.toml", cwd=folder)
    assert "Cột được hiểu là" not in again.stdout
    assert (folder / "cot.toml").read_text() == kept


def test_an_edited_board_goes_back_into_the_workbook(folder):
    before = (folder / "theo-doi.xlsx").read_bytes()
    minhphap("tracker", "theo-doi.xlsx", "-o", "bang.xlsx", cwd=folder)
    book = load_workbook(folder / "bang.xlsx")
    book.active["K2"] = "đã trình lại"
    book.save(folder / "bang.xlsx")
    done = minhphap("tracker", "theo-doi.xlsx", "--update", "bang.xlsx", cwd=folder)
    assert "Theo dõi D6: “đang trình” → “đã trình lại”" in done.stdout
    assert load_workbook(folder / "theo-doi.xlsx").active["D6"].value == "đã trình lại"
    assert (folder / "theo-doi.truoc-cap-nhat.xlsx").read_bytes() == before
    # a second update keeps what the first one kept
    between = (folder / "theo-doi.xlsx").read_bytes()
    minhphap("tracker", "theo-doi.xlsx", "-o", "bang.xlsx", cwd=folder)
    book = load_workbook(folder / "bang.xlsx")
    book.active["K2"] = "đang trình"
    book.save(folder / "bang.xlsx")
    minhphap("tracker", "theo-doi.xlsx", "--update", "bang.xlsx", cwd=folder)
    assert (folder / "theo-doi.truoc-cap-nhat.xlsx").read_bytes() == before
    assert (folder / "theo-doi.truoc-cap-nhat-2.xlsx").read_bytes() == between


def test_bad_calls_end_with_one_sentence(folder):
    (folder / "hong.xlsx").write_bytes(b"PK\x03\x04")
    (folder / "sai.toml").write_text("format =")
    for arguments, words in (
        (["hong.xlsx"], "bị hỏng"),
        (["khong-co.xlsx"], "không có tệp"),
        (["theo-doi.xlsx", "-o", "theo-doi.xlsx"], "khác tệp đọc vào"),
        (["theo-doi.xlsx", "-o", "bang.doc"], ".html, .xlsx hoặc .json"),
        (["theo-doi.xlsx", "--on", "31/6/2026"], "không phải ngày"),
        (["theo-doi.xlsx", "--mapping", "sai.toml"], "Tệp khai cột có lỗi"),
        (["theo-doi.xlsx", "--update", "theo-doi.xlsx"], "không phải bảng việc"),
    ):
        done = minhphap("tracker", *arguments, cwd=folder)
        assert done.returncode == 2, arguments
        assert words in done.stderr, arguments
        assert len(done.stderr.strip().splitlines()) == 1, done.stderr


def test_in_english(folder):
    done = minhphap("--lang", "en", "tracker", "theo-doi.xlsx", "--on", "2026-08-15", cwd=folder)
    assert "number in wrong form" in done.stdout
    assert "5 documents, 3 under way, 1 late" in done.stdout
