"""Dates as Vietnamese texts write them, where they stand and which day they mean."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhphap.text import find_dates

DAY = dt.date(2026, 7, 5)


@pytest.mark.parametrize(
    "words",
    [
        "ngày 05 tháng 7 năm 2026", "ngày 5 tháng 07 năm 2026", "ngày 5/7/2026", "05/07/2026",
        "5-7-2026", "05.7.2026", "ngày 05  tháng 7\nnăm 2026", "Ngày 05 Tháng 7 Năm 2026",
        "ngày năm tháng bảy năm hai nghìn không trăm hai mươi sáu", "ngày05tháng7năm2026",
        "ngày mồng năm tháng bảy năm hai nghìn không trăm hai mươi sáu",
    ],
)  # fmt: skip
def test_ways_to_write_a_day(words: str) -> None:
    text = f"có hiệu lực từ {words}, trừ trường hợp khác"
    (found,) = find_dates(text)
    assert text[found.start : found.end] == words
    assert found.date == DAY


@pytest.mark.parametrize(
    "text",
    [
        "tháng 7 năm 2026", "ngày 5 tháng 7", "số 05/7/2026/QĐ-UBND", "1.5.7.2026.3", "năm 2026",
        "115/07/2026", "5/7/26", "khoản 5, 7 và 2026",
    ],
)  # fmt: skip
def test_what_is_no_complete_day(text: str) -> None:
    assert list(find_dates(text)) == []


@pytest.mark.parametrize("words", ["ngày 31 tháng 02 năm 2025", "30/02/2024", "00/01/2025"])
def test_a_day_that_no_calendar_has_is_found_without_a_date(words: str) -> None:
    (found,) = find_dates(words)
    assert found.date is None


def test_months_with_names_of_their_own() -> None:
    (found,) = find_dates("ngày mười tháng chạp năm hai nghìn không trăm hai mươi lăm")
    assert found.date == dt.date(2025, 12, 10)


@given(st.dates(dt.date(1945, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_written_in_full_is_read(day: dt.date) -> None:
    text = f"Hà Nội, ngày {day.day:02d} tháng {day.month} năm {day.year}"
    (found,) = find_dates(text)
    assert (found.date, found.end) == (day, len(text))
