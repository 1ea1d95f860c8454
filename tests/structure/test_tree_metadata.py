"""What the head and the foot say: in the forms in which drafts, pages and scans have them."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.structure.drafts import BODY, FOOT, HEAD, REGULATION, WHOLE

from minhphap.structure import Metadata, parse_text


def meta(text: str) -> Metadata:
    """The metadata of a text."""
    return parse_text(text).meta


def test_a_decision() -> None:
    found = meta(WHOLE)
    assert found.issuer == "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ"
    assert (found.kind, found.number) == ("decision", "15/2026/QĐ-UBND")
    assert (found.place, found.date) == ("Sơn Hà", dt.date(2026, 5, 12))
    assert found.title == "Quy định mức hỗ trợ thu gom rác thải sinh hoạt trên địa bàn tỉnh Sơn Hà"
    assert found.signatory is not None
    assert (found.signatory.authority, found.signatory.office, found.signatory.name) == (
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Minh Hòa",
    )
    assert found.recipients == ("Như Điều 3", "Sở Tư pháp", "Lưu: VT, NNMT")


def test_spans_are_those_of_the_words() -> None:
    found = meta(WHOLE)
    for span, words in (
        (found.number_span, "15/2026/QĐ-UBND"),
        (found.date_span, "ngày 12 tháng 5 năm 2026"),
        (found.title_span, found.title),
    ):
        assert span is not None
        assert WHOLE[slice(*span)] == words


def test_the_head_of_the_document_counts_and_not_that_of_what_is_attached() -> None:
    assert meta(WHOLE + REGULATION) == meta(WHOLE)


def test_columns_of_a_table_in_one_line() -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh"
        " phúc\nSố: 15/2026/QĐ-UBND | Sơn Hà, ngày 12 tháng 5 năm 2026\nQUYẾT ĐỊNH\nVề giá nước\n"
        "Căn cứ Luật Giá;\n" + BODY
    )
    found = meta(text)
    assert found.issuer == "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ"
    assert (found.number, found.place) == ("15/2026/QĐ-UBND", "Sơn Hà")
    assert found.title == "Về giá nước"


def test_columns_laid_out_with_blanks() -> None:
    text = (
        "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "  TỈNH SƠN HÀ                Độc lập - Tự do - Hạnh phúc\n"
        "Số: 15/2026/QĐ-UBND       Sơn Hà, ngày 12 tháng 5 năm 2026\n"
        "QUYẾT ĐỊNH\nVề giá nước\nCăn cứ Luật Giá;\n" + BODY
    )
    found = meta(text)
    assert found.issuer == "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ"
    assert (found.number, found.place) == ("15/2026/QĐ-UBND", "Sơn Hà")


def test_letter_spaced_head() -> None:
    text = HEAD.replace("QUYẾT ĐỊNH\nQuy", "Q U Y Ế T  Đ Ị N H\nQuy").replace(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "C Ộ N G H Ò A X Ã H Ộ I C H Ủ N G H Ĩ A V I Ệ T N A M",
    )
    found = meta(text + BODY)
    assert found.kind == "decision"
    assert found.issuer == "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số:     /2026/QĐ-UBND", "/2026/QĐ-UBND"),
        ("Số: ……/2026/QĐ-UBND", "……/2026/QĐ-UBND"),
        ("Số: /QĐ-UBND", "/QĐ-UBND"),
        ("Số : 12 / 2026/QĐ–UBND", "12 / 2026/QĐ–UBND"),
        ("Số 15/2026/QĐ-UBND", "15/2026/QĐ-UBND"),
        ("Số:15/2026/QĐ-CTUBND", "15/2026/QĐ-CTUBND"),
        ("Số: 15/2026/QĐ-\nUBND", "15/2026/QĐ- UBND"),
    ],
)
def test_numbers_as_written(line: str, number: str) -> None:
    found = meta(HEAD.replace("Số: 15/2026/QĐ-UBND", line) + BODY)
    assert found.number == number
    assert found.issuer == "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ"


@pytest.mark.parametrize("blank", ["ngày     tháng     năm 2026", "ngày … tháng … năm 2026"])
def test_blank_date_of_a_draft_has_a_place_and_a_span(blank: str) -> None:
    text = "DỰ THẢO LẦN 2\n" + HEAD.replace("ngày 12 tháng 5 năm 2026", blank) + BODY
    found = meta(text)
    assert (found.date, found.place) == (None, "Sơn Hà")
    assert found.date_span is not None
    assert text[slice(*found.date_span)] == blank
    assert found.issuer == "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ"


def test_the_chair_issues_where_the_text_decides_on_the_chairs_authority() -> None:
    line = "sinh hoạt trên địa bàn tỉnh Sơn Hà\n"
    text = HEAD.replace(line, line + "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n")
    found = meta(text + BODY)
    assert found.issuer == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN HÀ"
    assert found.title == "Quy định mức hỗ trợ thu gom rác thải sinh hoạt trên địa bàn tỉnh Sơn Hà"


def test_a_ministry_stays_the_issuer_under_its_minister() -> None:
    text = (
        "BỘ XÂY DỰNG\nSố: 09/2026/TT-BXD\nHà Nội, ngày 02 tháng 3 năm 2026\nTHÔNG TƯ\n"
        "Quy định việc cấp phép\nBỘ TRƯỞNG BỘ XÂY DỰNG\nCăn cứ Luật Xây dựng;\n" + BODY
    )
    found = meta(text)
    assert (found.issuer, found.kind) == ("BỘ XÂY DỰNG", "circular")


def test_a_department_under_its_committee_is_the_issuer() -> None:
    text = (
        "UBND TỈNH SƠN HÀ\nSỞ TÀI CHÍNH\nSố: 120/STC-NS\nV/v hướng dẫn lập dự toán\nnăm 2027\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSơn Hà, ngày 05 tháng 6 năm 2026\n"
        "Kính gửi: Ủy ban nhân dân các xã.\nSở Tài chính hướng dẫn như sau:\n1. Lập dự toán.\n"
    )
    found = meta(text)
    assert (found.issuer, found.kind) == ("SỞ TÀI CHÍNH", "letter")
    assert found.title == "hướng dẫn lập dự toán năm 2027"
    assert found.date == dt.date(2026, 6, 5)


def test_a_law_takes_its_date_from_the_formula_of_adoption() -> None:
    text = (
        "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLuật số: 10/2026/QH16\nLUẬT\nCHỢ\n"
        "Quốc hội ban hành Luật Chợ.\nĐiều 1. Phạm vi\nLuật này quy định về chợ.\n"
        "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XVI, kỳ họp thứ 2"
        " thông qua ngày 20 tháng 11 năm 2026.\nCHỦ TỊCH QUỐC HỘI\nLê Văn Bình\n"
    )
    found = meta(text)
    assert (found.issuer, found.kind, found.title) == ("QUỐC HỘI", "law", "CHỢ")
    assert found.date == dt.date(2026, 11, 20)


def test_kind_and_title_in_one_line_and_over_several() -> None:
    text = HEAD.replace("QUYẾT ĐỊNH\nQuy định", "QUYẾT ĐỊNH VỀ VIỆC\nBAN HÀNH QUY ĐỊNH")
    assert (meta(text).title or "").startswith("VỀ VIỆC BAN HÀNH QUY ĐỊNH mức hỗ trợ")


def test_old_style_head_has_number_and_date_below_the_kind() -> None:
    text = (
        "NGHỊ ĐỊNH\nCỦA CHÍNH PHỦ SỐ 12/2005/NĐ-CP NGÀY 31 THÁNG 01 NĂM 2005\nVỀ QUẢN LÝ CHỢ\n"
        "Căn cứ Luật Thương mại;\n" + BODY
    )
    found = meta(text)
    assert (found.kind, found.number, found.issuer) == ("decree", "12/2005/NĐ-CP", "CHÍNH PHỦ")
    assert (found.date, found.title) == (dt.date(2005, 1, 31), "VỀ QUẢN LÝ CHỢ")


def test_a_consolidated_text_is_known_by_its_authentication() -> None:
    text = (
        "LUẬT\nCHỢ[1]\nLuật Chợ số 10/2020/QH14 ngày 20 tháng 11 năm 2020 của Quốc hội, có hiệu"
        " lực kể từ ngày 01 tháng 7 năm 2021, được sửa đổi, bổ sung bởi:\nLuật số 12/2024/QH15.\n"
        "Căn cứ Hiến pháp;\nĐiều 1. Phạm vi\nLuật này quy định về chợ.\nVĂN PHÒNG QUỐC HỘI\n"
        "Số: 07/VBHN-VPQH\nXÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 09 tháng 9 năm 2026\nCHỦ NHIỆM\n"
        "Lê Văn Bình\n"
    )
    found = meta(text)
    assert (found.kind, found.number) == ("consolidated", "07/VBHN-VPQH")
    assert (found.issuer, found.date) == ("VĂN PHÒNG QUỐC HỘI", dt.date(2026, 9, 9))
    assert found.title == "CHỢ[1]"


def test_foot_in_one_line_and_signed_copies() -> None:
    text = HEAD + BODY + "KT. CHỦ TỊCH PHÓ CHỦ TỊCH\n(Đã ký)\nThS. Lê Thị An\nGhi chú dài dòng\n"
    found = meta(text).signatory
    assert found is not None
    assert (found.authority, found.office, found.name) == (
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Lê Thị An",
    )


def test_a_text_without_head_and_foot_says_nothing() -> None:
    assert meta(BODY) == Metadata()
    assert meta("") == Metadata()
    assert meta(FOOT).number is None


def test_a_number_in_the_title_is_not_the_documents_own() -> None:
    text = (
        "BỘ XÂY DỰNG\nTHÔNG TƯ\nSửa đổi Thông tư số 05/2020/TT-BXD ngày 01 tháng 3 năm 2020\n"
        "Căn cứ Luật Xây dựng;\n" + BODY
    )
    found = meta(text)
    assert (found.number, found.date) == (None, None)
    assert (found.title or "").startswith("Sửa đổi Thông tư số 05/2020/TT-BXD")


def test_an_addressed_text_without_a_kind_is_a_letter() -> None:
    text = (
        "BỘ TÀI CHÍNH\nCỤC THUẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 5467/CT-CS\nV/v chính sách thuế\nHà Nội, ngày 24 tháng 11 năm 2025\n"
        "Kính gửi: Thuế tỉnh Sơn Hà.\nTrả lời công văn của Thuế tỉnh, Cục Thuế có ý kiến như sau:\n"
        "1. Về hồ sơ: theo quy định.\n2. Về mức thuế: theo Luật.\n"
    )
    assert parse_text(text).meta.kind == "letter"


def test_authority_office_and_name_in_one_line_and_a_name_with_words_behind() -> None:
    one = "Điều 1. Có hiệu lực ngay./.\nTM. CHÍNH PHỦ THỦ TƯỚNG Trần Minh Hòa\n"
    signed = parse_text(one).meta.signatory
    assert signed is not None
    assert (signed.authority, signed.office, signed.name) == (
        "TM. CHÍNH PHỦ",
        "THỦ TƯỚNG",
        "Trần Minh Hòa",
    )
    two = "Điều 1. Có hiệu lực ngay./.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Thu Hà xác nhận nơi lưu\n"
    signed = parse_text(two).meta.signatory
    assert signed is not None
    assert signed.name == "Lê Thu Hà"
