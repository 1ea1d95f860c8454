"""The small readers: folding, dates, numbers, titles, issuers, anchors."""

from __future__ import annotations

import datetime as dt

import pytest

from minhphap.citations.anchors import find_anchors
from minhphap.citations.dates import in_words, read_date
from minhphap.citations.folding import fold
from minhphap.citations.issuers import read_issuer
from minhphap.citations.numbers import NUMBER, kind_of, tidy
from minhphap.citations.paths import expand, roman
from minhphap.citations.titles import known_title


def test_fold_keeps_offsets() -> None:
    text = "ÐIỀU 5\u00a0KHOẢN\t2 – Ủy ban\nhòa giải İ"
    assert len(fold(text)) == len(text)
    assert fold("Ủy ban hòa") == fold("Uỷ ban hoà") == "uỷ ban hoà"
    assert fold("khoản ĐIỀU Ðiều") == "khoản điều điều"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (" ngày 05 tháng 6 năm 2031", dt.date(2031, 6, 5)),
        (", ngày 5/6/2031", dt.date(2031, 6, 5)),
        (" 05.06.2031", dt.date(2031, 6, 5)),
        (" ngày mười lăm tháng tư năm hai nghìn không trăm ba mươi mốt", dt.date(2031, 4, 15)),
        (" ngày    tháng    năm 2031", None),
        (" ngày 45 tháng 13 năm 2031", None),
    ],
)
def test_dates(text: str, date: dt.date | None) -> None:
    found = read_date(text, 0, len(text))
    assert found is not None
    assert (found.end, found.date) == (len(text), date)


def test_numbers_in_words() -> None:
    assert in_words("hai nghìn không trăm hai mươi lăm") == 2025
    assert in_words("một nghìn chín trăm chín mươi chín") == 1999
    assert in_words("mười hai") == 12


@pytest.mark.parametrize(
    "number",
    [
        "12/2031/NĐ-CP", "66.22/2031/NQ-CP", "11i/2008/NQ-HĐND", "07-QĐi/TW", "02/2031/QĐ-CTUBND",
        "043/2031/QĐ-UBND", "14-CT/TW", "04/2018/TTLT-VKSNDTC-BCA-BQP", "01/2012/PL-UBTVQH13",
        "24/2018/QH14", "7628/STC-PC&CTSC", "48/CP", "180/TTg", "4814/CCTKV.05", "19-2017/NQ-CP",
    ],
)  # fmt: skip
def test_odd_numbers(number: str) -> None:
    found = NUMBER.match(number)
    assert found is not None
    assert tidy(found[0]) == number


def test_number_with_blanks() -> None:
    found = NUMBER.match("05/2031/TTLT- BTC-\nBNV ngày")
    assert found is not None
    assert tidy(found[0]) == "05/2031/TTLT-BTC-BNV"
    assert kind_of("05/2031/TTLT-BTC-BNV") == "joint_circular"
    assert kind_of("12/ABC") is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (" của Bộ trưởng Bộ Tài chính hướng dẫn về thuế", " hướng dẫn về thuế"),
        (" của Chính phủ và Thông tư số 5", " và Thông tư số 5"),
        (" của Bộ Khoa học và Công văn số 5", " và Công văn số 5"),
        (" của Ủy ban nhân dân tỉnh Sơn Hà ban hành", " ban hành"),
        (" của UBND Thành phố về việc", " về việc"),
        (" của Hội đồng nhân dân tỉnh Bà Rịa - Vũng Tàu khóa XII quy định", " quy định"),
        (" của Thường trực Hội đồng nhân dân tỉnh về", " về"),
        (" CỦA BAN BÍ THƯ TRUNG ƯƠNG ĐẢNG KHÓA XII VỀ CÔNG TÁC", " VỀ CÔNG TÁC"),
        (" của Chính phủ\nĐiều kiện", "\nĐiều kiện"),
    ],
)
def test_issuers(text: str, rest: str) -> None:
    end = read_issuer(text, fold(text), 0, len(text), joint=False)
    assert end is not None
    assert text[end:] == rest


def test_joint_issuers() -> None:
    text = " của liên Bộ: Lao động Thương binh và Xã hội - Tài chính - Y tế hướng dẫn"
    end = read_issuer(text, fold(text), 0, len(text), joint=True)
    assert end is not None
    assert text[end:] == " hướng dẫn"


def test_known_titles() -> None:
    for text, title in (
        ("luật đầu tư công và", "luật đầu tư công"),
        ("luật đầu tư và", "luật đầu tư"),
        ("luật thi đua khen thưởng quy định", "luật thi đua khen thưởng"),
    ):
        end = known_title(text, 0, len(text))
        assert end is not None
        assert text[:end] == title
    assert known_title("luật sao hoả", 0, 12) is None


def test_anchors_stand_at_words() -> None:
    text = "siêu thịkhoản 5, khoản 6 và theoThông tư này"
    assert [text[at : at + 5] for at, _ in find_anchors(text, fold(text))] == ["khoản", "Thông"]


def test_counting() -> None:
    assert roman("xiv") == "14"
    assert roman("abc") == "abc"
    assert expand("point", "c", "g") == ["c", "d", "đ", "e", "g"]
    assert expand("app", "I", "III") == ["I", "II", "III"]
    assert expand("form", "01", "03") == ["01", "02", "03"]
    assert expand("para", "5", "2") is None
    assert expand("art", "1", "100000") is None
