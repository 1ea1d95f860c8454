"""New text in quotation marks belongs to the provision that amends, with its own structure."""

from __future__ import annotations

from tests.structure.drafts import eids, own, words

from minhphap.structure import parse_text

AMENDING = """Điều 1. Sửa đổi, bổ sung một số điều của Quy định về quản lý chợ
1. Sửa đổi, bổ sung Điều 5 như sau:
“Điều 5. Giao điểm kinh doanh
1. Điểm kinh doanh được giao công khai.
2. Thương nhân có quyền:
a) Sử dụng điểm kinh doanh;
b) Đăng ký tên điểm kinh doanh.”.
2. Bổ sung khoản 3a vào sau khoản 3 Điều 7 như sau:
“3a. Ban quản lý chợ niêm yết giá thuê.”.
3. Sửa đổi điểm b khoản 1 Điều 9 như sau:
“b) Ngừng kinh doanh quá 60 ngày;”.
4. Thay thế cụm từ “hộ kinh doanh” bằng cụm từ “thương nhân” tại Điều 3.
5. Bãi bỏ Điều 11.
Điều 2. Hiệu lực thi hành
Quyết định này có hiệu lực từ ngày 01 tháng 6 năm 2026.
"""


def test_quoted_provisions_hang_on_the_clause_that_amends() -> None:
    assert eids(AMENDING) == [
        "art_1",
        "art_1__para_1",
        "art_1__para_1__q_1__art_5",
        "art_1__para_1__q_1__art_5__para_1",
        "art_1__para_1__q_1__art_5__para_2",
        "art_1__para_1__q_1__art_5__para_2__point_a",
        "art_1__para_1__q_1__art_5__para_2__point_b",
        "art_1__para_2",
        "art_1__para_2__q_1__para_3a",
        "art_1__para_3",
        "art_1__para_3__q_1__point_b",
        "art_1__para_4",
        "art_1__para_5",
        "art_2",
    ]


def test_quoted_types_spans_and_headings() -> None:
    document = parse_text(AMENDING)
    article = document.by_eid["art_1__para_1__q_1__art_5"]
    assert (article.type, article.num) == ("quoted_article", "5")
    assert article.heading == "Giao điểm kinh doanh"
    assert words(document, article.eid).endswith("b) Đăng ký tên điểm kinh doanh.")
    assert "“" in own(document, "art_1__para_1")
    assert "”." in own(document, "art_1__para_1")


def test_two_quotations_of_one_host_are_counted() -> None:
    text = (
        "Điều 1. Sửa đổi khoản 1 và khoản 4 Điều 6 như sau:\n“1. Chợ hạng một.”\n"
        "“4. Chợ hạng tư.”\nĐiều 2. Hiệu lực\nNgay.\n"
    )
    assert eids(text) == ["art_1", "art_1__q_1__para_1", "art_1__q_2__para_4", "art_2"]


def test_missing_closing_mark_ends_at_the_next_instruction() -> None:
    text = (
        "Điều 1. Sửa đổi Quy định về chợ\n1. Sửa đổi khoản 2 Điều 5 như sau:\n"
        "“2. Ban quản lý chợ thu phí hằng tháng.\n2. Bổ sung khoản 4 vào Điều 6 như sau:\n"
        "“4. Phí được công khai.”.\nĐiều 2. Hiệu lực\nNgay.\n"
    )
    assert eids(text) == [
        "art_1",
        "art_1__para_1",
        "art_1__para_1__q_1__para_2",
        "art_1__para_2",
        "art_1__para_2__q_1__para_4",
        "art_2",
    ]


def test_missing_opening_mark_is_supplied_by_the_lead_in() -> None:
    text = (
        "Điều 1. Sửa đổi Quy định về chợ\n1. Điều 2 được sửa đổi, bổ sung như sau:\n"
        "Điều 2. Đối tượng áp dụng\n1. Thương nhân.\n2. Ban quản lý chợ.”\n"
        "2. Khoản 3 Điều 4 sửa đổi như sau:\n3. Chợ đêm mở đến 23 giờ.”\nĐiều 2. Hiệu lực\nNgay.\n"
    )
    assert eids(text) == [
        "art_1",
        "art_1__para_1",
        "art_1__para_1__q_1__art_2",
        "art_1__para_1__q_1__art_2__para_1",
        "art_1__para_1__q_1__art_2__para_2",
        "art_1__para_2",
        "art_1__para_2__q_1__para_3",
        "art_2",
    ]


def test_letter_written_apart_from_the_number_that_the_lead_in_announces() -> None:
    text = (
        "Điều 1. Sửa đổi Quy định\n1. Bổ sung Điều 2a như sau:\nĐiều 2. a. Chợ đêm.\n"
        "Chợ đêm mở từ 18 giờ.”\nĐiều 2. Hiệu lực\nNgay.\n"
    )
    assert "art_1__para_1__q_1__art_2a" in eids(text)
    assert "art_2" in eids(text)


def test_ordinary_lead_in_with_references_opens_no_quotation() -> None:
    text = (
        "Điều 3. Hồ sơ\n1. Hồ sơ đối với trường hợp quy định tại điểm a khoản 1 Điều này như sau:\n"
        "a) Đơn đề nghị;\nb) Bản sao hợp đồng.\n2. Thời hạn là 05 ngày.\n"
    )
    assert eids(text) == [
        "art_3",
        "art_3__para_1",
        "art_3__para_1__point_a",
        "art_3__para_1__point_b",
        "art_3__para_2",
    ]


def test_stray_closing_mark_does_not_end_what_is_still_announced() -> None:
    text = (
        "Điều 1. Sửa đổi khoản 1 và khoản 2 Điều 6 như sau:\n“1. Chợ hạng một do tỉnh quản lý.”\n"
        "2. Chợ hạng hai do xã quản lý.”\nĐiều 2. Hiệu lực\nNgay.\n"
    )
    assert eids(text) == ["art_1", "art_1__q_1__para_1", "art_1__q_1__para_2", "art_2"]


def test_second_opening_mark_below_a_quoted_heading_opens_nothing_new() -> None:
    text = (
        "Điều 1. Sửa đổi Điều 12 như sau:\n“Điều 12. Thẩm quyền\n“1. Chủ tịch xã có quyền phạt:\n"
        "a) Cảnh cáo;\nb) Phạt tiền.”\nĐiều 2. Hiệu lực\nNgay.\n"
    )
    assert eids(text) == [
        "art_1",
        "art_1__q_1__art_12",
        "art_1__q_1__art_12__para_1",
        "art_1__q_1__art_12__para_1__point_a",
        "art_1__q_1__art_12__para_1__point_b",
        "art_2",
    ]


def test_points_of_the_quoted_text_that_begin_like_instructions_stay_in_it() -> None:
    text = (
        "Điều 1. Sửa đổi Quy định\n1. Sửa đổi khoản 4 Điều 8 như sau:\na) Sửa đổi đoạn mở đầu:\n"
        "“4. Ban quản lý chợ:\na) Thay đổi vị trí điểm kinh doanh;\nb) Sửa chữa công trình chợ.”\n"
        "b) Bãi bỏ điểm d khoản 4.\nĐiều 2. Hiệu lực\nNgay.\n"
    )
    assert "art_1__para_1__point_a" in eids(text)
    assert "art_1__para_1__point_b" in eids(text)


def test_defined_words_in_quotation_marks_are_no_quotation() -> None:
    text = (
        "Điều 2. Giải thích từ ngữ\n1. “Chợ” là nơi mua bán.\n2. “Điểm kinh doanh” là vị trí được"
        " giao.\n3. Cụm từ “Điều 5. Hiệu lực” được hiểu như cũ.\n"
    )
    assert eids(text) == ["art_2", "art_2__para_1", "art_2__para_2", "art_2__para_3"]


def test_phrase_lists_are_no_quotations() -> None:
    text = (
        "Điều 1. Thay thế\n1. Thay thế một số cụm từ như sau:\n"
        "a) Cụm từ “cấp huyện” bằng “cấp xã”;\nb) Cụm từ “phòng” bằng “bộ phận”.\n2. Bãi bỏ mẫu.\n"
    )
    assert eids(text) == [
        "art_1",
        "art_1__para_1",
        "art_1__para_1__point_a",
        "art_1__para_1__point_b",
        "art_1__para_2",
    ]


def test_numbered_table_inside_a_quotation_is_text_of_it() -> None:
    text = (
        "Điều 1. Sửa đổi khoản 2 Điều 4 như sau:\n“2. Mức phí:\nTT | Loại | Mức\n"
        "1. | Chợ hạng một | 50\n2. | Chợ hạng hai | 30”.\nĐiều 2. Hiệu lực\nNgay.\n"
    )
    assert eids(text) == ["art_1", "art_1__q_1__para_2", "art_2"]


def test_quoted_chapter_with_articles() -> None:
    text = (
        "Điều 1. Bổ sung Chương IIa vào sau Chương II như sau:\n“Chương IIa\nCHỢ ĐÊM\n"
        "Điều 8a. Thời gian\nTừ 18 giờ.\nĐiều 8b. Địa điểm\nPhố đi bộ.”.\nĐiều 2. Hiệu lực\nNgay.\n"
    )
    assert eids(text) == [
        "art_1",
        "art_1__q_1__chp_IIa",
        "art_1__q_1__art_8a",
        "art_1__q_1__art_8b",
        "art_2",
    ]


def test_quotation_in_the_line_of_its_lead_in() -> None:
    text = (
        "Điều 1. Sửa đổi một số khoản 1. Sửa đổi khoản 6 Điều 3 như sau: “6. Phí do xã thu.” "
        "2. Bổ sung khoản 7 như sau: “7. Phí được công khai.”\nĐiều 2. Hiệu lực\nNgay.\n"
    )
    assert eids(text) == [
        "art_1",
        "art_1__para_1",
        "art_1__para_1__q_1__para_6",
        "art_1__para_2",
        "art_1__para_2__q_1__para_7",
        "art_2",
    ]


def test_quoted_clauses_and_points_that_skip_numbers() -> None:
    text = (
        "Điều 1. Sửa đổi, bổ sung một số điều\n1. Sửa đổi khoản 4, khoản 19 Điều 2 như sau:\n"
        "“4. Rác là chất thải rắn.\n19. Chợ là nơi mua bán.”\n"
        "2. Sửa đổi điểm đ khoản 1 Điều 3 như sau:\n“1. Mức phí:\nđ) Hộ nghèo được miễn.”\n"
    )
    found = [eid for eid in eids(text) if "__q_" in eid]
    assert found == [
        "art_1__para_1__q_1__para_4",
        "art_1__para_1__q_1__para_19",
        "art_1__para_2__q_1__para_1",
        "art_1__para_2__q_1__para_1__point_đ",
    ]


def test_a_quotation_inside_the_quotation_is_text_of_it() -> None:
    text = (
        "Điều 5. Bổ sung Điều 5a sau Điều 5 như sau:\n“Điều 5a. Sửa đổi một số Quyết định\n"
        "1. Sửa đổi khoản 1 Điều 2 như sau:\n“1. Chợ do xã quản lý.”\n"
        "2. Sửa đổi khoản 4 Điều 3 như sau:\n“4. Phí do xã thu.”\n3. Bãi bỏ Điều 9.”\n"
        "Điều 6. Hiệu lực\nCó hiệu lực ngay.\n"
    )
    assert eids(text) == [
        "art_5",
        "art_5__q_1__art_5a",
        "art_5__q_1__art_5a__para_1",
        "art_5__q_1__art_5a__para_2",
        "art_5__q_1__art_5a__para_3",
        "art_6",
    ]


def test_single_marks_close_no_double_ones() -> None:
    text = (
        "Điều 1. Sửa đổi Điều 2 như sau:\n“Điều 2. Quyền\n1. Chủ tịch’\n2. Thành viên.”\n"
        "Điều 2. Hiệu lực\nCó hiệu lực ngay.\n"
    )
    assert eids(text) == [
        "art_1",
        "art_1__q_1__art_2",
        "art_1__q_1__art_2__para_1",
        "art_1__q_1__art_2__para_2",
        "art_2",
    ]


def test_closing_mark_behind_the_title_of_a_quoted_article() -> None:
    text = (
        "Điều 1. Sửa đổi một số điều\n1. Sửa đổi Điều 2 như sau:\n“Điều 2. Nghĩa vụ của hộ”\n"
        "Hộ kinh doanh có nghĩa vụ:\n1. Giữ vệ sinh.\n2. Nộp phí.”\n2. Bãi bỏ Điều 7.\n"
    )
    assert eids(text)[2:] == [
        "art_1__para_1__q_1__art_2",
        "art_1__para_1__q_1__art_2__para_1",
        "art_1__para_1__q_1__art_2__para_2",
        "art_1__para_2",
    ]


def test_reversed_marks_open_a_quotation() -> None:
    text = "Điều 1. Sửa đổi\n1. Sửa đổi Điều 2 như sau:\n‟Điều 2. Mức phí\n1. Hộ nghèo: 0 đồng.”\n"
    assert "art_1__para_1__q_1__art_2__para_1" in eids(text)


def test_lost_line_breaks_and_a_lost_closing_mark() -> None:
    text = (
        "Điều 1. Sửa đổi một số điều 1. Khoản 2 Điều 4 được sửa đổi như sau: “2. Phí do xã thu. "
        "2. Điều 5 được sửa đổi như sau: “Điều 5. Nộp phí Hộ nộp phí hằng tháng.” "
        "3. Bổ sung khoản 6, khoản 9 Điều 7 như sau: “6. Miễn phí cho hộ nghèo.” “9. Giảm phí.”\n"
    )
    assert eids(text) == [
        "art_1",
        "art_1__para_1",
        "art_1__para_1__q_1__para_2",
        "art_1__para_2",
        "art_1__para_2__q_1__art_5",
        "art_1__para_3",
        "art_1__para_3__q_1__para_6",
        "art_1__para_3__q_2__para_9",
    ]


def test_a_note_that_quotes_the_bases_of_another_act_hides_no_article() -> None:
    text = (
        "Điều 1. Phạm vi\nMột.\nQuyết định số 7/2026/QĐ-UBND sửa đổi, bổ sung một số điều của"
        " Quyết định số 5/2024/QĐ-UBND có căn cứ ban hành như sau:\n“Căn cứ Luật Giá số"
        " 16/2023/QH15;\nTheo đề nghị của Giám đốc Sở Tài chính.\nĐiều 2. Đối tượng\nHai.\n"
        "Điều 3. Từ ngữ\nCảng gồm “bến” và “kho”.\n"
    )
    assert eids(text) == ["art_1", "art_2", "art_3"]


def test_an_instruction_below_the_number_of_its_article_ends_an_open_quotation() -> None:
    text = (
        "Điều 1. Sửa đổi khoản 2 Điều 4 như sau:\n“2. Tỷ lệ góp vốn của xã là 20%.\n"
        "Điều 2.\nThay thế một số cụm từ của Quy định\n"
        "1. Thay thế cụm từ “thị xã” bằng cụm từ “phường” tại Điều 5.\n"
        "2. Bãi bỏ Điều 6”.\nĐiều 3. Hiệu lực\nNgay.\n"
    )
    assert eids(text) == [
        "art_1",
        "art_1__q_1__para_2",
        "art_2",
        "art_2__para_1",
        "art_2__para_2",
        "art_3",
    ]


def test_new_text_may_follow_the_number_of_a_clause_below_an_amending_title() -> None:
    text = (
        "Điều 1. Sửa đổi khoản 3 và khoản 5 Điều 7\n1. “3. Chủ bến niêm yết giá.”.\n"
        "2. “5.Chủ bến lắp đèn báo.”.\nĐiều 2. Hiệu lực\nNgay.\n"
    )
    assert [one for one in eids(text) if "__q_" in one] == [
        "art_1__para_1__q_1__para_3",
        "art_1__para_2__q_1__para_5",
    ]


def test_a_stray_number_does_not_keep_open_quotations_from_ending() -> None:
    text = (
        "Điều 1. Sửa đổi, bổ sung một số điều\n1. Bãi bỏ các điều 12, 13,\n334. Bỏ Điều 8.\n"
        "2. Sửa đổi Điều 9 như sau:\n“Điều 9. Bến tạm\nBến tạm được đăng ký.\n"
        "3. Bổ sung Điều 9a như sau:\n“Điều 9a. Bến khách\nBến khách có đèn báo.”.\n"
    )
    found = [one for one in eids(text) if "__q_" in one]
    assert found == ["art_1__para_2__q_1__art_9", "art_1__para_3__q_1__art_9a"]


def test_articles_of_a_new_section_whose_line_breaks_were_lost() -> None:
    text = (
        "Điều 1. Bổ sung Mục 3 vào sau Mục 2 Chương II như sau: “Mục 3 BẾN KHÁCH Điều 9a. Vị trí"
        " bến 1. Bến ở nơi luồng rộng. 2. Bến có đèn báo. Điều 9b. Giá vé Giá được niêm yết.”.\n"
        "Điều 2. Hiệu lực\nNgay.\n"
    )
    found = eids(text)
    assert "art_1__q_1__sec_3" in found
    assert "art_1__q_1__art_9a__para_2" in found
    assert "art_1__q_1__art_9b" in found
