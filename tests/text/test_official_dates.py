"""Days as officials write them."""

import datetime as dt

import pytest

from minhphap.text import full_date, official_date


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (dt.date(2026, 3, 2), "02/3/2026"),
        (dt.date(2026, 2, 13), "13/02/2026"),
        (dt.date(2026, 1, 5), "05/01/2026"),
        (dt.date(2026, 11, 23), "23/11/2026"),
    ],
)
def test_zeros_before_small_days_and_the_first_two_months(day, written):
    assert official_date(day) == written


def test_the_same_in_full():
    assert full_date(dt.date(2031, 7, 1)) == "01 tháng 7 năm 2031"
    assert full_date(dt.date(2031, 2, 10)) == "10 tháng 02 năm 2031"
