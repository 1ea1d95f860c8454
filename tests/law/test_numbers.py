"""Numbers and symbols in all their shapes."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhphap.law import BLANK_NUMBER, NUMBER, Identity, parse_number


@pytest.mark.parametrize(
    ("written", "running", "year", "kind", "issuers"),
    [
        ("78/2025/NĐ-CP", "78", 2025, "NĐ", ("CP",)),
        ("66.22/2026/NQ-CP", "66.22", 2026, "NQ", ("CP",)),
        ("11i/2008/NQ-HĐND", "11i", 2008, "NQ", ("HĐND",)),
        ("30a/2008/NQ-CP", "30a", 2008, "NQ", ("CP",)),
        ("043/2025/QĐ-UBND", "043", 2025, "QĐ", ("UBND",)),
        ("02/2025/QĐ-CTUBND", "02", 2025, "QĐ", ("CTUBND",)),
        ("1589/QĐ-TTg", "1589", None, "QĐ", ("TTg",)),
        ("03/VBHN-VPQH", "03", None, "VBHN", ("VPQH",)),
        ("06/2014/TTLT-BTP-TTCP-BQP", "06", 2014, "TTLT", ("BTP", "TTCP", "BQP")),
        ("31/2007/TTLT/BCA-BGTVT", "31", 2007, "TTLT", ("BCA", "BGTVT")),
        ("09/2009/TTLT-VKSTC&TANDTC", "09", 2009, "TTLT", ("VKSTC", "TANDTC")),
        ("02/2002/TT-BGD&ĐT", "02", 2002, "TT", ("BGD&ĐT",)),
        ("01/2016/NQ.HĐTP", "01", 2016, "NQ", ("HĐTP",)),
        ("85/2017/nđ-cp", "85", 2017, "NĐ", ("CP",)),
        ("12/2024/QÐ-UBND", "12", 2024, "QĐ", ("UBND",)),
        ("12/2024/QĐ–UBND", "12", 2024, "QĐ", ("UBND",)),
        ("78/2025/NĐ- CP", "78", 2025, "NĐ", ("CP",)),
        ("Số: 07/2026/QĐ-UBND", "07", 2026, "QĐ", ("UBND",)),
        ("64/CP", "64", None, "", ("CP",)),
        ("42-CP", "42", None, "", ("CP",)),
    ],
)
def test_parts(
    written: str, running: str, year: int | None, kind: str, issuers: tuple[str, ...]
) -> None:
    number = parse_number(written)
    assert number is not None
    assert (number.running, number.year, number.kind, number.issuers) == (
        running, year, kind, issuers,
    )  # fmt: skip
    assert not number.party


@pytest.mark.parametrize(
    ("written", "issuer", "session", "symbol"),
    [
        ("31/2024/ QH15", "QH", 15, "QH15"),
        ("01/2012/UBTVQH13", "UBTVQH", 13, "UBTVQH13"),
        ("01/2012/PL-UBTVQH13", "UBTVQH", 13, "PL-UBTVQH13"),
        ("5-LCT/HĐNN8", "HĐNN", 8, "LCT-HĐNN8"),
    ],
)
def test_sessions(written: str, issuer: str, session: int, symbol: str) -> None:
    number = parse_number(written)
    assert number is not None
    assert (number.issuers, number.session, number.symbol) == ((issuer,), session, symbol)


@pytest.mark.parametrize("written", ["178-QĐ/TW", "07-QĐi/TW", "27-NQ/TW", "176-KH/ĐU", "9-CT/TU"])
def test_party_documents(written: str) -> None:
    number = parse_number(written)
    assert number is not None
    assert number.party
    assert number.year is None


def test_a_dispatch_keeps_its_unit() -> None:
    number = parse_number("1234/UBND-VX")
    assert number is not None
    assert (number.kind, number.issuers, number.unit) == ("", ("UBND",), "VX")
    assert number.normal == "1234/UBND-VX"


@pytest.mark.parametrize(
    "written", ["Số:     /2025/QĐ-UBND", "…/2025/QĐ-UBND", "Số: ....../QĐ-UBND", "/2026/NQ-HĐND"]
)
def test_drafts_without_a_running_number(written: str) -> None:
    number = parse_number(written)
    assert number is not None
    assert number.is_draft


@pytest.mark.parametrize(
    "text",
    ["", "Điều 5", "05/9/2025", "1/2", "24/7", "5/m2", "10/ngày", "12", "năm 2025", "QĐ-UBND"],
)
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("05/2025/QĐ-UBND", "5/2025/QÐ - UBND"),
        ("02/2002/TT-BGD&ĐT", "02/2002/TT-BGDĐT"),
        ("85/2017/NĐ-CP", "85/2017/nđ-cp"),
        ("31/2007/TTLT/BCA-BGTVT", "31/2007/TTLT-BCA-BGTVT"),
        ("1589/QĐ-TTg", "1589/QĐ-TTG"),
    ],
)
def test_normal_form_is_equal_for_two_ways_to_write(one: str, other: str) -> None:
    first, second = parse_number(one), parse_number(other)
    assert first is not None
    assert second is not None
    assert first.normal == second.normal


def test_normal_form_tells_apart_what_differs() -> None:
    numbers = ["5/2025/QĐ-UBND", "5/2024/QĐ-UBND", "5/QĐ-UBND", "5-QĐ/TU", "5a/2025/QĐ-UBND",
               "50/2025/QĐ-UBND", "5/2025/QĐ-CTUBND", "5/2025/QH15", "5/2025/QH14"]  # fmt: skip
    normals = {parsed.normal for one in numbers if (parsed := parse_number(one))}
    assert len(normals) == len(numbers)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Căn cứ Luật số 64/2025/QH15 ngày", ["64/2025/QH15"]),
        (
            "Nghị định số 78/2025/NĐ-\nCP, số 187/2025/NĐ- CP.",
            ["78/2025/NĐ-\nCP", "187/2025/NĐ- CP"],
        ),
        ("Quy định số 178-QĐ/TW và 07-QĐi/TW", ["178-QĐ/TW", "07-QĐi/TW"]),
        ("Công văn số 1234/UBND-VX về việc", ["1234/UBND-VX"]),
        ("số 31/2024/ QH15", ["31/2024/ QH15"]),
        ("số 85/2017/nđ-cp.", ["85/2017/nđ-cp"]),
        ("số 12/2024/QÐ-UBND;", ["12/2024/QÐ-UBND"]),
        ("Thông tư liên tịch số 06/2014/TTLT-BTP-TTCP-BQP ngày", ["06/2014/TTLT-BTP-TTCP-BQP"]),
        ("ngày 05/9/2025, tỷ lệ 1/500, 24/7, 15m2/người", []),
        ("số 66.22/2026/NQ-CP", ["66.22/2026/NQ-CP"]),
        ("Pháp lệnh số 01/2012/PL-UBTVQH13 của", ["01/2012/PL-UBTVQH13"]),
        ("số 7/2026/QĐ-UBND - Ủy ban", ["7/2026/QĐ-UBND"]),
    ],
)
def test_numbers_in_running_text(text: str, found: list[str]) -> None:
    assert [match[0] for match in NUMBER.finditer(text)] == found
    assert all(parse_number(one) for one in found)


def test_a_blank_number_in_running_text() -> None:
    found = BLANK_NUMBER.search("Số:      /2026/QĐ-UBND")
    assert found is not None
    number = parse_number(found[1])
    assert number is not None
    assert number.is_draft
    assert BLANK_NUMBER.search("Số: 12/2026/QĐ-UBND") is None


@given(
    st.integers(1, 99999), st.integers(1990, 2030),
    st.sampled_from(["NĐ-CP", "QĐ-UBND", "NQ-HĐND", "TT-BTC", "QH15", "TTLT-BCA-BQP"]),
)  # fmt: skip
def test_every_number_is_found_and_reads_back(running: int, year: int, symbol: str) -> None:
    written = f"{running:02d}/{year}/{symbol}"
    found = NUMBER.search(f"theo số {written}, ngày")
    assert found is not None
    assert found[0] == written
    number = parse_number(written)
    assert number is not None
    assert (number.running, number.year, number.symbol) == (f"{running:02d}", year, symbol)


@given(st.text(alphabet="0123456789/-–&.QĐNHCPUBTVa \n…Ð", max_size=40))
def test_no_text_breaks_the_parser(text: str) -> None:
    number = parse_number(text)
    assert number is None or number.normal
    for match in NUMBER.finditer(text):
        assert match[0]


def test_identity_is_number_issuer_and_date() -> None:
    one = Identity.of("126/NQ-CP", "Chính phủ", dt.date(2023, 8, 14))
    assert one.same(Identity.of("126/NQ-CP", "CHÍNH PHỦ", dt.date(2023, 8, 14))) is True
    assert one.same(Identity.of("126/NQ-CP", "Chính phủ", dt.date(2021, 10, 8))) is False
    assert one.same(Identity.of("126/NQ-CP")) is None
    here = Identity.of("07/2026/QĐ-UBND", "Uỷ ban nhân dân tỉnh Sơn Hà", dt.date(2026, 3, 2))
    there = Identity.of("7/2026/QĐ-UBND", "Ủy ban nhân dân xã Bến Xuân", dt.date(2026, 3, 2))
    assert here.same(there) is False
    short = Identity.of("7/2026/QĐ-UBND", "UBND tỉnh Sơn Hà", dt.date(2026, 3, 2))
    assert here.same(short) is True
    minister = Identity.of("5/2026/TT-BTC", "Bộ trưởng Bộ Tài chính", dt.date(2026, 3, 2))
    assert minister.same(Identity.of("05/2026/TT-BTC", "Bộ Tài chính", dt.date(2026, 3, 2))) is True
    city = Identity.of("5/2026/NQ-HĐND", "HĐND TP. Sơn Hà", dt.date(2026, 3, 2))
    full = "Hội đồng nhân dân thành phố Sơn Hà"
    assert city.same(Identity.of("5/2026/NQ-HĐND", full, dt.date(2026, 3, 2))) is True
