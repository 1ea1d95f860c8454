"""The pieces of a document, and the names of what stands in them."""

from __future__ import annotations

import pytest
from tests.structure.drafts import BODY, FOOT, HEAD, REGULATION, WHOLE, eids, words

from minhphap.intake import read
from minhphap.structure import parse, parse_text


def test_a_decision_has_its_pieces_in_order() -> None:
    assert eids(WHOLE) == [
        "preamble",
        "preamble__basis_1",
        "preamble__basis_2",
        "art_1",
        "art_2",
        "art_2__para_1",
        "art_2__para_1__point_a",
        "art_2__para_1__point_b",
        "art_2__para_2",
        "art_3",
        "recipients",
        "signature",
    ]


def test_spans_end_before_the_line_break_and_numbers_are_as_written() -> None:
    document = parse_text(WHOLE)
    point = document.by_eid["art_2__para_1__point_b"]
    assert words(document, point.eid) == "b) Hộ có từ 05 người trở lên: 30.000 đồng/tháng."
    assert (point.num, point.heading) == ("b", None)
    assert document.by_eid["art_2"].heading == "Mức hỗ trợ"
    assert words(document, "signature").startswith("TM. ỦY BAN NHÂN DÂN")
    assert words(document, "recipients").endswith("- Lưu: VT, NNMT.")


def test_a_lead_in_belongs_to_the_clause_and_is_no_heading() -> None:
    document = parse_text(WHOLE)
    clause = document.by_eid["art_2__para_1"]
    assert clause.heading is None
    assert document.source.text[clause.start : clause.children[0].start] == "1. Khu vực phường:\n"


def test_an_attached_regulation_has_its_own_article_1() -> None:
    found = eids(HEAD + BODY + FOOT + REGULATION)
    assert found[found.index("att_1") :] == [
        "att_1",
        "att_1__chp_I",
        "att_1__art_1",
        "att_1__art_2",
        "att_1__art_2__para_1",
        "att_1__art_2__para_2",
        "att_1__chp_II",
        "att_1__chp_II__sec_1",
        "att_1__art_3",
        "att_1__chp_II__sec_2",
        "att_1__art_4",
    ]
    assert "art_1~2" not in found


def test_an_attached_text_is_named_by_its_title_lines() -> None:
    document = parse_text(HEAD + BODY + FOOT + REGULATION)
    attached = document.by_eid["att_1"]
    assert attached.heading == "QUY ĐỊNH Về quản lý chợ trên địa bàn tỉnh Sơn Hà"
    assert document.by_eid["att_1__chp_II__sec_1"].heading == "ĐIỂM KINH DOANH"


def test_appendices_are_counted_and_not_broken_down() -> None:
    text = WHOLE + (
        "PHỤ LỤC I\nDANH MỤC KHU VỰC\n(Kèm theo Quyết định số 15/2026/QĐ-UBND)\n"
        "1. Phường Bình An\n2. Xã Hòa Lạc\nĐiều 1. Bên A giao cho Bên B\n"
        "PHỤ LỤC II\nBIỂU MẪU\nMẫu số 01\nĐƠN ĐỀ NGHỊ\nPhụ lục kèm theo đơn\n"
    )
    document = parse_text(text)
    found = [one for one in eids(text) if one.startswith("app")]
    assert found == ["app_1", "app_2"]
    assert words(document, "app_1").endswith("Bên A giao cho Bên B")
    assert words(document, "app_2").endswith("Phụ lục kèm theo đơn")


def test_forms_without_an_appendix_are_appendices() -> None:
    text = WHOLE + (
        "Mẫu 01\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN ĐỀ NGHỊ\n"
        "Kính gửi: Ủy ban nhân dân xã\nMẫu 02\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBIÊN BẢN\n"
    )
    assert [one for one in eids(text) if one.startswith("app")] == ["app_1", "app_2"]


def test_a_form_without_label_begins_at_the_motto_after_the_signature() -> None:
    text = WHOLE + (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nTỜ KHAI\nHọ và tên: ...\n"
    )
    document = parse_text(text)
    assert words(document, "signature").endswith("Trần Minh Hòa")
    assert words(document, "app_1").startswith("CỘNG HÒA")


def test_an_issued_list_without_provisions_is_an_appendix() -> None:
    text = WHOLE + (
        "DANH MỤC\nTHỦ TỤC ĐƯỢC BÃI BỎ\n(Kèm theo Quyết định số 15/2026/QĐ-UBND)\n"
        "Số thứ tự\nTên thủ tục\nCấp giấy xác nhận\n"
    )
    found = eids(text)
    assert "app_1" in found
    assert "att_1" not in found


def test_phu_luc_in_a_sentence_opens_no_appendix() -> None:
    text = (
        "Điều 1. Danh mục\nDanh mục khu vực được quy định tại\nPhụ lục I kèm theo Quyết định này.\n"
        "Phụ lục I được rà soát hằng năm.\nĐiều 2. Hiệu lực\nQuyết định này có hiệu lực.\n"
    )
    assert eids(text) == ["art_1", "art_2"]


def test_recipients_without_label_are_told_by_what_they_name() -> None:
    text = BODY + "- Chính phủ;\n- Bộ Tư pháp;\n- Sở Tài chính;\n- Lưu: VT.\n"
    document = parse_text(text)
    assert words(document, "recipients").startswith("- Chính phủ")


def test_noi_nhan_in_the_body_is_a_clause_like_any_other() -> None:
    text = (
        "Điều 1. Trả kết quả\nNơi nhận kết quả là Bộ phận Một cửa.\n"
        "Điều 2. Hiệu lực\nQuyết định có hiệu lực./.\n"
    )
    assert eids(text) == ["art_1", "art_2"]


def test_foot_of_two_columns_in_one_line_is_recipients_and_signature() -> None:
    text = HEAD + BODY + "Nơi nhận: - Như Điều 3; - Lưu: VT. | KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê An\n"
    document = parse_text(text)
    assert words(document, "recipients") == "Nơi nhận: - Như Điều 3; - Lưu: VT. |"
    assert words(document, "signature") == "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê An"


@pytest.mark.parametrize("text", ["", "\n\n", "   ", "Một câu.", "Điều", "1.", "“", "\x00", "a)"])
def test_any_text_gives_a_tree(text: str) -> None:
    document = parse_text(text)
    assert "".join(text[leaf.start : leaf.end] for leaf in document.leaves) == text


def test_plan_without_articles_has_roman_sections() -> None:
    text = HEAD.replace("QUYẾT ĐỊNH\nQuy", "KẾ HOẠCH\nQuy") + (
        "I. MỤC ĐÍCH\n1. Nâng cao nhận thức.\n2. Bảo đảm nguồn lực.\nII. NỘI DUNG\n"
        "1. Tuyên truyền.\na) Trên báo;\nb) Trên đài.\n"
    )
    assert eids(text)[3:] == [
        "sec_I",
        "sec_I__para_1",
        "sec_I__para_2",
        "sec_II",
        "sec_II__para_1",
        "sec_II__para_1__point_a",
        "sec_II__para_1__point_b",
    ]


def test_part_in_words_chapters_in_arabic_numbers_and_subsections() -> None:
    text = (
        "Phần thứ hai\nTHỦ TỤC\nChương 3\nKHIẾU NẠI\nMục 1\nQUYỀN\nTiểu mục 2\nTHỜI HẠN\n"
        "Điều 9. Thời hạn\nThời hạn là 10 ngày.\n"
    )
    assert eids(text) == [
        "part_2",
        "part_2__chp_3",
        "part_2__chp_3__sec_1",
        "part_2__chp_3__sec_1__subsec_2",
        "art_9",
    ]


def test_chuong_in_a_sentence_opens_no_chapter() -> None:
    text = (
        "Điều 1. Áp dụng\nViệc thẩm định thực hiện theo quy định tại\n"
        "Chương II của Luật này và các văn bản có liên quan.\nĐiều 2. Hiệu lực\nCó hiệu lực ngay.\n"
    )
    assert eids(text) == ["art_1", "art_2"]


def test_decomposed_letters_are_composed_by_intake_and_read_alike() -> None:
    import unicodedata

    decomposed = unicodedata.normalize("NFD", WHOLE)
    document = parse(read(decomposed.encode(), name="du-thao.txt"))
    assert [one.eid for one in document.walk()] == eids(WHOLE)


def test_a_cover_gathers_the_appendices_below_it() -> None:
    text = WHOLE + (
        "PHỤ LỤC\n(Ban hành kèm theo Quyết định số 15/2026/QĐ-UBND)\nPhụ lục I\nDANH MỤC XÃ\nXã A\n"
        "Phụ lục II\nDANH MỤC PHƯỜNG\nPhường B\n"
    )
    document = parse_text(text)
    assert [one for one in eids(text) if one.startswith("app")] == [
        "app_1",
        "app_1__app_2",
        "app_1__app_3",
    ]
    assert words(document, "app_1").endswith("Phường B")


def test_an_article_that_approves_a_plan_is_divided_by_its_roman_numbers() -> None:
    text = (
        "Điều 1. Phê duyệt Đề án với các nội dung sau:\nI. MỤC TIÊU\n1. Mục tiêu chung\n"
        "Xanh, sạch.\n"
        "2. Mục tiêu cụ thể:\na) Năm 2026: 50 %;\nb) Năm 2030: 90 %.\nII. GIẢI PHÁP\n"
        "1. Tuyên truyền.\n"
        "2. Xử phạt.\nIII. KINH PHÍ\nNgân sách tỉnh.\nĐiều 2. Quyết định này có hiệu lực ngay.\n"
    )
    document = parse_text(text)
    assert [one.eid for one in document.walk()] == [
        "art_1",
        "art_1__sec_I",
        "art_1__sec_I__para_1",
        "art_1__sec_I__para_2",
        "art_1__sec_I__para_2__point_a",
        "art_1__sec_I__para_2__point_b",
        "art_1__sec_II",
        "art_1__sec_II__para_1",
        "art_1__sec_II__para_2",
        "art_1__sec_III",
        "art_2",
    ]
    assert document.by_eid["art_1__sec_II"].heading == "GIẢI PHÁP"


def test_a_basis_goes_on_where_the_page_cut_it() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\nQUYẾT ĐỊNH\nVề mức chi\n"
        "Căn cứ Luật sửa đổi một số điều của Luật\n"
        "Ban hành văn bản quy phạm pháp luật số 87/2025/QH15;\n"
        "Theo đề nghị của Giám đốc Sở Tài chính\n"
        "Ủy ban nhân dân ban hành Quyết định.\nĐiều 1. Mức chi là 1.000 đồng.\n"
    )
    document = parse_text(text)
    first, second = document.provisions[0].children
    assert text[first.start : first.end].endswith("số 87/2025/QH15;")
    assert text[second.start : second.end] == "Theo đề nghị của Giám đốc Sở Tài chính"
