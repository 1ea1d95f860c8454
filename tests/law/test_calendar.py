"""The working calendar with holidays and swapped days."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhphap.law import (
    LawDataError,
    WorkingCalendar,
    add_working_days,
    is_working_day,
    working_calendar,
    working_days_between,
)

DATES = st.dates(dt.date(2016, 1, 1), dt.date(2027, 12, 1))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_a_complaint_received_on_friday_is_accepted_on_the_seventh_working_day() -> None:
    assert add_working_days(day("2026-07-03"), 7) == day("2026-07-14")
    assert working_days_between(day("2026-07-03"), day("2026-07-14")) == 7


@pytest.mark.parametrize(
    ("date", "working"),
    [
        ("2026-01-01", False), ("2026-01-02", False), ("2026-01-10", True), ("2026-01-11", False),
        ("2026-02-17", False), ("2026-02-23", True),
        ("2026-04-26", False), ("2026-04-27", False),  # Hùng Kings on a Sunday
        ("2025-04-26", True), ("2025-05-02", False), ("2024-04-29", False), ("2024-05-04", True),
        ("2023-05-02", False), ("2023-05-03", False), ("2023-05-04", True),
        ("2023-09-01", False), ("2023-09-04", False), ("2020-09-03", True), ("2021-09-03", False),
    ],
)  # fmt: skip
def test_days(date: str, working: bool) -> None:
    assert is_working_day(day(date)) is working


def test_a_day_says_why_and_how_sure() -> None:
    made_up = working_calendar().day(day("2026-01-10"))
    assert (made_up.working, made_up.reason, made_up.verified) == (True, "làm bù", False)
    assert (made_up.status, bool(made_up.source)) == ("seen in excerpt", True)
    weekend = working_calendar().day(day("2026-07-04"))
    assert (weekend.reason, weekend.verified) == ("ngày nghỉ hằng tuần", True)
    doubtful = working_calendar().doubtful(day("2026-08-20"), day("2026-09-03"))
    assert [one.date.day for one in doubtful] == [22, 31, 1, 2]


def test_a_year_without_entry_is_not_sure() -> None:
    calendar = working_calendar()
    assert not calendar.covers(day("2031-03-03"))
    assert not calendar.day(day("2031-03-03")).verified
    assert not is_working_day(day("2031-09-02"))


@given(DATES, st.integers(0, 60))
def test_counting_and_adding_agree(start: dt.date, count: int) -> None:
    end = add_working_days(start, count)
    assert working_days_between(start, end) == count
    assert count == 0 or is_working_day(end)


@given(DATES, st.integers(1, 60))
def test_counting_back_lands_on_a_working_day(end: dt.date, count: int) -> None:
    start = add_working_days(end, -count)
    assert is_working_day(start)
    assert working_days_between(end, start) == -count


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("format = 1\nfixed = []\nyear = 3", "có lỗi"),
        ("format = [", "có lỗi"),
        ("format = 1\nfixed = []\n[[year]]\nyear = 2026\ntet = [2026-02-20, 2026-02-16]\n"
         "hung_kings = 2026-04-26\nsource = 'x'\nstatus = 'read'", "Tết"),
        ("format = 1\nfixed = []\n[[year]]\nyear = 2026\ntet = [2026-02-16, 2026-02-20]\n"
         "hung_kings = 2026-04-26\nsource = 'x'\nstatus = 'sure'", "status"),
    ],
)  # fmt: skip
def test_a_wrong_table_is_refused_in_a_sentence(tmp_path: Path, text: str, part: str) -> None:
    path = tmp_path / "lich.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LawDataError, match=part):
        WorkingCalendar.load(path)


def test_a_missing_table_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(LawDataError, match="Không đọc được"):
        WorkingCalendar.load(tmp_path / "khong-co.toml")
