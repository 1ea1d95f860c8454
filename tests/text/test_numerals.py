"""Roman numerals, numbers in words, letters of points, dates."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhphap.text import (
    POINT_LETTERS,
    find_dates,
    from_roman,
    next_letter,
    number_in_words,
    ordinal_in_words,
    previous_letter,
    to_roman,
)

UNITS = "không một hai ba bốn năm sáu bảy tám chín".split()  # noqa: SIM905


@given(st.integers(1, 3999))
def test_roman_numerals_both_ways(number: int) -> None:
    assert from_roman(to_roman(number)) == number
    assert from_roman(to_roman(number).lower()) == number


@pytest.mark.parametrize("wrong", ["", "IIII", "VX", "IC", "A", "XIX1", "MMMM"])
def test_what_is_no_roman_numeral(wrong: str) -> None:
    assert from_roman(wrong) is None


def test_roman_numerals_have_bounds() -> None:
    with pytest.raises(ValueError, match="1 to 3999"):
        to_roman(0)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("mười", 10), ("mười lăm", 15), ("hai mươi mốt", 21), ("một trăm linh năm", 105),
        ("một trăm lẻ tư", 104), ("hai mươi tư", 24), ("ba mươi", 30), ("tư", 4), ("hai lăm", 25),
        ("hai nghìn không trăm hai mươi lăm", 2025), ("một ngàn chín trăm bẩy mươi lăm", 1975),
        ("Hai tỷ ba trăm triệu", 2_300_000_000), ("hai nghìn linh năm", 2005), ("không", 0),
        ("năm năm", None), ("mười không", None), ("trăm", None), ("", None),
        ("hai mươi hai mươi", None),
        ("một nghìn hai triệu", None), ("điều năm", None), ("một mươi", None),
    ],
)  # fmt: skip
def test_numbers_in_words(words: str, value: int | None) -> None:
    assert number_in_words(words) == value


def below_hundred(number: int) -> str:
    tens, unit = divmod(number, 10)
    if not tens:
        return UNITS[unit]
    last = {1: "mốt" if tens > 1 else "một", 4: "tư" if tens > 1 else "bốn", 5: "lăm"}
    start = "mười" if tens == 1 else f"{UNITS[tens]} mươi"
    return start if not unit else f"{start} {last.get(unit, UNITS[unit])}"


def in_words(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    parts = [f"{in_words(thousands)} nghìn"] if thousands else []
    hundreds, low = divmod(rest, 100)
    if hundreds or (thousands and rest):
        parts.append(f"{UNITS[hundreds]} trăm")
    if low:
        odd = "linh " if parts and low < 10 else ""
        parts.append(odd + below_hundred(low))
    return " ".join(parts) or UNITS[0]


@given(st.integers(0, 999_999))
def test_every_number_reads_back_from_its_words(number: int) -> None:
    assert number_in_words(in_words(number)) == number


def test_ordinals() -> None:
    assert ordinal_in_words("thứ nhất") == 1
    assert ordinal_in_words("Thứ tư") == 4
    assert ordinal_in_words("thứ tám") == 8
    assert ordinal_in_words("thứ mười hai") == 12
    assert ordinal_in_words("thứ bậc") is None


def test_letters_of_points() -> None:
    assert len(POINT_LETTERS) == 23
    assert [next_letter(a) for a in ("a", "d", "đ", "e", "i", "y", "f", "")] == [
        "b", "đ", "e", "g", "k", None, None, None,
    ]  # fmt: skip
    assert [previous_letter(a) for a in ("b", "đ", "e", "g", "a", "w")] == [
        "a", "d", "đ", "e", None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "written", "date"),
    [
        ("Bến Xuân, ngày 05 tháng 9 năm 2025", "ngày 05 tháng 9 năm 2025", (2025, 9, 5)),
        ("hạn 05/9/2025.", "05/9/2025", (2025, 9, 5)),
        ("ngày 5-9-2025, xã", "ngày 5-9-2025", (2025, 9, 5)),
        ("ngày 5.9.2025", "ngày 5.9.2025", (2025, 9, 5)),
        ("ngày\n05 tháng 9\nnăm 2025", "ngày\n05 tháng 9\nnăm 2025", (2025, 9, 5)),
        ("ngày mùng hai tháng chín năm một nghìn chín trăm bốn mươi lăm;",
         "ngày mùng hai tháng chín năm một nghìn chín trăm bốn mươi lăm", (1945, 9, 2)),
        ("ngày hai mươi lăm tháng tư năm hai nghìn không trăm hai mươi sáu",
         "ngày hai mươi lăm tháng tư năm hai nghìn không trăm hai mươi sáu", (2026, 4, 25)),
    ],
)  # fmt: skip
def test_dates(text: str, written: str, date: tuple[int, int, int]) -> None:
    (found,) = find_dates(text)
    assert text[found.start : found.end] == written
    assert found.date == dt.date(*date)


def test_a_day_that_no_calendar_has() -> None:
    (found,) = find_dates("ngày 31 tháng 02 năm 2025")
    assert found.date is None


@pytest.mark.parametrize(
    "text", ["số 12/2025/QĐ-UBND", "Điều 5.9.20251", "05/9/2025/QĐ", "ngày … tháng 9 năm 2025"]
)
def test_what_is_no_date(text: str) -> None:
    assert list(find_dates(text)) == []
