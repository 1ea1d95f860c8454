"""Articles, clauses and points: which numbers open one, whatever state the text is in."""

from __future__ import annotations

import textwrap

import pytest
from tests.structure.drafts import HEAD, REGULATION, WHOLE, eids, own, words

from minhphap.structure import parse_text


def below(text: str) -> list[str]:
    """The names under Article 1, without its own."""
    return [eid.removeprefix("art_1__") for eid in eids(text) if eid.startswith("art_1__")]


def test_article_5a_is_no_second_article_5() -> None:
    text = (
        "Điều 5. Mức chi\nMức chi là 1.000 đồng.\nĐiều 5a. Nguồn chi\nNgân sách xã.\n"
        "Điều 6. Hiệu lực\nCó hiệu lực ngay.\n"
    )
    assert eids(text) == ["art_5", "art_5a", "art_6"]


def test_clause_1a_and_point_a1_stand_in_the_series() -> None:
    text = (
        "Điều 1. Mức chi\n1. Mức chi cơ bản:\na) Cấp xã;\na1) Thôn, tổ dân phố;\nb) Cấp tỉnh.\n"
        "1a. Mức chi bổ sung.\n2. Nguồn chi.\n"
    )
    assert below(text) == [
        "para_1",
        "para_1__point_a",
        "para_1__point_a1",
        "para_1__point_b",
        "para_1a",
        "para_2",
    ]


def test_letters_in_vietnamese_order() -> None:
    letters = "abcdđeghiklmnopqrstuvxy"
    text = "Điều 1. Hồ sơ\nHồ sơ gồm:\n" + "".join(f"{one}) Giấy tờ loại này;\n" for one in letters)
    assert below(text) == [f"point_{one}" for one in letters]


def test_f_j_w_z_stand_only_where_they_are_written() -> None:
    text = "Điều 1. Hồ sơ\nGồm:\n" + "".join(f"{one}) Giấy tờ;\n" for one in "abcdefg")
    assert below(text) == [f"point_{one}" for one in "abcdefg"]


def test_clauses_without_headings_and_points_right_under_an_article() -> None:
    text = "Điều 1.\n1. Cấp xã.\n2. Cấp tỉnh.\nĐiều 2. Hồ sơ gồm:\na) Đơn;\nb) Bản sao.\n"
    document = parse_text(text)
    assert document.by_eid["art_1"].heading is None
    assert eids(text)[-2:] == ["art_2__point_a", "art_2__point_b"]


def test_old_points_with_a_full_stop_and_old_clauses_with_a_dash() -> None:
    text = (
        "Điều 1. Quyền\n1- Công dân có quyền:\na. Gửi đơn;\nb. Rút đơn.\n2- Cơ quan có quyền:\n"
        "a. Nhận đơn;\nb. Trả đơn.\n"
    )
    assert below(text) == [
        "para_1",
        "para_1__point_a",
        "para_1__point_b",
        "para_2",
        "para_2__point_a",
        "para_2__point_b",
    ]


def test_decimal_numbers_are_points_named_whole() -> None:
    text = "Điều 1. Chỉ tiêu\n1. Chỉ tiêu chung\n1.1. Số hộ.\n1.2. Số người.\n2. Chỉ tiêu riêng.\n"
    assert below(text) == ["para_1", "para_1__point_1.1", "para_1__point_1.2", "para_2"]


def test_clause_on_the_line_of_its_article() -> None:
    text = "Điều 1. 1. Cấp xã quyết định.\n2. Cấp tỉnh quyết định.\nĐiều 2. Hiệu lực.\n"
    assert below(text) == ["para_1", "para_2"]


def test_a_numbered_list_inside_a_clause_is_text() -> None:
    text = (
        "Điều 1. Trình tự\n1. Hồ sơ gồm các biểu sau:\n1. Biểu kê khai\n2. Biểu tổng hợp\n"
        "3. Biểu đối chiếu\n2. Thời hạn là 10 ngày.\n3. Kết quả được trả tại xã.\n"
    )
    document = parse_text(text)
    assert below(text) == ["para_1", "para_2", "para_3"]
    assert "Biểu đối chiếu" in words(document, "art_1__para_1")


def test_a_wrapped_line_that_begins_like_an_article_is_none() -> None:
    sentence = (
        "Tổ chức, cá nhân thực hiện đầy đủ trách nhiệm báo cáo theo quy định tại khoản 2 Điều 6 và "
        "Điều 7 của Quy định này; trường hợp chậm báo cáo thì phải giải trình theo khoản 3 "
        "Điều 9. Cơ quan tiếp nhận báo cáo có trách nhiệm tổng hợp và công khai."
    )
    plain = "".join(
        f"Điều {number}. Trách nhiệm báo cáo\n1. {sentence}\n2. {sentence}\n"
        for number in range(1, 13)
    )
    found = eids(plain)
    for width in (46, 52, 60, 71, 83):
        lines = []
        for line in plain.splitlines():
            lines += textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
        wrapped = "\n".join(lines) + "\n"
        assert any(line.startswith(("Điều 7 của", "Điều 9. Cơ")) for line in lines) or width != 60
        assert eids(wrapped) == found, width


def test_dieu_7_cua_at_the_start_of_a_line_of_its_own() -> None:
    text = (
        "Điều 6. Thẩm quyền\nViệc phê duyệt thực hiện theo\nĐiều 7 của Luật này và văn bản khác.\n"
        "Điều 7. Trình tự\nTrình tự gồm 02 bước.\n"
    )
    document = parse_text(text)
    assert eids(text) == ["art_6", "art_7"]
    assert words(document, "art_7").startswith("Điều 7. Trình tự")


def test_line_broken_after_a_reference() -> None:
    text = (
        "Điều 1. Bãi bỏ\n1. Bãi bỏ cụm từ tại điểm d khoản 4\nĐiều 13.\n2. Bãi bỏ mẫu biểu.\n"
        "Điều 2. Hiệu lực\nCó hiệu lực ngay.\n"
    )
    assert eids(text) == ["art_1", "art_1__para_1", "art_1__para_2", "art_2"]


def test_provisions_that_run_on_in_a_line() -> None:
    text = (
        "Điều 1. Trách nhiệm\n1. Sở Tài chính có trách nhiệm: a) Lập dự toán; b) Thẩm tra"
        " quyết toán.2. Sở Tư pháp thẩm định văn bản.\n3. Ủy ban nhân dân xã tổ chức thực hiện.\n"
    )
    document = parse_text(text)
    assert below(text) == ["para_1", "para_1__point_a", "para_1__point_b", "para_2", "para_3"]
    assert words(document, "art_1__para_1__point_b") == "b) Thẩm tra quyết toán."


def test_line_breaks_lost_in_a_whole_article() -> None:
    text = (
        "Điều 1. Nội dung phối hợp 1. Trao đổi thông tin. 2. Kiểm tra, gồm: a) Định kỳ; b) Đột"
        " xuất. 3. Tổng kết.\nĐiều 2. Hiệu lực\nCó hiệu lực ngay.\n"
    )
    assert below(text) == ["para_1", "para_2", "para_2__point_a", "para_2__point_b", "para_3"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hồ sơ quy định tại khoản 2. Mức chi do cấp tỉnh quyết định.",
        "Thực hiện theo điểm b) Điều 3.",
        "Diện tích là 2. 500 m2.",
        "Đạt cấp 1. Trường hợp khác đạt cấp 2. Không xếp hạng.",
        "Số tiền 1.200.000 đồng và 2.400.000 đồng.",
    ],
)
def test_references_and_sums_in_mid_line_open_nothing(sentence: str) -> None:
    assert below(f"Điều 1. Mức chi\n{sentence}\nĐiều 2. Hiệu lực\nNgay.\n") == []


def test_glued_numbers_of_scans_and_old_pages() -> None:
    text = (
        "Điều1. Phạm vi\n1.Quyết định này quy định mức chi.\n2.Mức chi gồm:\na)Chi thường xuyên;\n"
        "b)Chi khác.\nĐiều 2.Hiệu lực\nNgay.\n"
    )
    assert eids(text) == [
        "art_1",
        "art_1__para_1",
        "art_1__para_2",
        "art_1__para_2__point_a",
        "art_1__para_2__point_b",
        "art_2",
    ]


def test_numbers_out_of_order_are_kept_as_written() -> None:
    text = "".join(f"Điều {one}. Nội dung\nNội dung này.\n" for one in (1, 2, 4, 3, 7, 7, 8))
    assert eids(text) == ["art_1", "art_2", "art_4", "art_3", "art_7", "art_7~2", "art_8"]


def test_a_repeated_point_is_named_with_a_tilde() -> None:
    text = "Điều 1. Hồ sơ\nGồm:\na) Đơn;\nb) Bản sao;\nb) Bản chính.\n"
    assert below(text) == ["point_a", "point_b", "point_b~2"]


def test_closing_text_belongs_to_the_whole() -> None:
    text = (
        "Điều 1. Điều kiện\n1. Hộ nghèo:\na) Có sổ;\nb) Cư trú tại xã.\n"
        "Trường hợp quy định tại khoản này được xét trước.\n2. Hộ cận nghèo.\n"
        "Các trường hợp tại khoản 1 và khoản 2 Điều này được miễn phí.\n"
    )
    document = parse_text(text)
    assert words(document, "art_1__para_1__point_b") == "b) Cư trú tại xã."
    assert "được xét trước" in own(document, "art_1__para_1")
    assert "được miễn phí" in own(document, "art_1")


def test_unnumbered_paragraphs_belong_to_the_deepest_open_provision() -> None:
    text = "Điều 1. Hồ sơ\n1. Gồm:\na) Đơn;\nĐơn theo mẫu.\n- Mẫu 1;\n- Mẫu 2.\n2. Thời hạn.\n"
    assert words(parse_text(text), "art_1__para_1__point_a").endswith("- Mẫu 2.")


def test_formula_of_adoption_is_text_of_the_article() -> None:
    text = (
        "Điều 2. Hiệu lực\n1. Nghị quyết có hiệu lực từ ngày 01 tháng 8 năm 2026.\n"
        "2. Bãi bỏ Nghị quyết cũ.\nNghị quyết này đã được Hội đồng nhân dân tỉnh Sơn Hà khóa X "
        "thông qua ngày 10 tháng 7 năm 2026./.\n"
    )
    document = parse_text(text)
    assert words(document, "art_2__para_2") == "2. Bãi bỏ Nghị quyết cũ."
    assert "thông qua" in own(document, "art_2")


def test_numbered_cells_of_a_table_are_no_provisions() -> None:
    text = (
        "Điều 1. Mức phí\n1. Mức phí quy định như sau:\nSTT\nNội dung\nMức phí\n1.\nCấp mới\n"
        "50.000\n2.\nCấp lại\n20.000\n2. Người nộp phí nộp tại xã.\n"
    )
    document = parse_text(text)
    assert below(text) == ["para_1", "para_2"]
    assert words(document, "art_1__para_2") == "2. Người nộp phí nộp tại xã."


def test_numbers_in_rows_with_borders_are_no_provisions() -> None:
    text = (
        "Điều 1. Mức phí\n1. Mức phí:\nTT | Nội dung | Mức\n1. | a) Cấp mới | 50.000\n"
        "2. | b) Cấp lại | 20.000\n2. Nơi nộp phí là xã.\n"
    )
    assert below(text) == ["para_1", "para_2"]


def test_numbers_of_a_formula_are_no_clause() -> None:
    text = "Điều 1. Cách tính\n1. Điểm tính theo công thức:\n3.TB + 2.TH\n2. Làm tròn số.\n"
    assert below(text) == ["para_1", "para_2"]


def test_headings() -> None:
    document = parse_text(
        "Điều 1. Phạm vi điều chỉnh\nQuyết định này quy định mức chi.\n"
        "Điều 2. Đối tượng áp dụng.\n1. Hộ gia đình\nHộ gia đình cư trú tại xã.\n"
        "2. Hộ kinh doanh được hỗ trợ.\n"
        "Điều 3. Quyết định này có hiệu lực thi hành từ ngày ký.\n"
        "Điều 4. Mức chi như sau:\na) Một;\n"
    )
    headings = {one.eid: one.heading for one in document.walk()}
    assert headings["art_1"] == "Phạm vi điều chỉnh"
    assert headings["art_2"] == "Đối tượng áp dụng"
    assert headings["art_2__para_1"] == "Hộ gia đình"
    assert headings["art_2__para_2"] is None
    assert headings["art_3"] is None
    assert headings["art_4"] is None


def test_word_numbers_of_the_file_count_like_written_ones() -> None:
    """Intake writes automatic numbers out; the tree needs no more than the text."""
    assert len(eids(WHOLE + REGULATION)) == len(set(eids(WHOLE + REGULATION)))
    assert eids(HEAD)[0] == "preamble"


def test_decimal_points_before_letters_are_the_points_of_the_clause() -> None:
    text = (
        "Điều 1. Các khoản thu\n1. Thu của quỹ gồm:\n1.1. Thu hoạt động:\na) Thu phí;\n"
        "b) Thu lãi.\n"
        "1.2. Thu đầu tư.\n1.3. Thu khác:\na) Thanh lý tài sản;\nb) Cho thuê.\n2. Thu bất thường.\n"
    )
    assert below(text) == [
        "para_1",
        "para_1__point_1.1",
        "para_1__point_1.2",
        "para_1__point_1.3",
        "para_2",
    ]


def test_a_clause_number_without_its_full_stop_fills_the_gap() -> None:
    text = (
        "Điều 1. Mức phạt\n1 Phạt cảnh cáo đối với một trong các hành vi:\na) Vứt rác;\n"
        "b) Đốt rác.\n"
        "2. Phạt tiền 500.000 đồng.\n3 Phạt tiền 700.000 đồng.\n4. Buộc khôi phục.\n"
        "5 Người nộp phạt.\n"
    )
    assert below(text) == [
        "para_1",
        "para_1__point_a",
        "para_1__point_b",
        "para_2",
        "para_3",
        "para_4",
    ]


def test_the_second_number_opens_a_clause_where_the_first_was_lost() -> None:
    text = (
        "Điều 1. Chấm dứt hoạt động\nQuỹ chấm dứt hoạt động khi:\na) Hết thời hạn;\n"
        "b) Bị giải thể.\n2. Trình tự do Ủy ban nhân dân tỉnh quy định.\n"
    )
    assert below(text) == ["point_a", "point_b", "para_2"]


def test_numbers_that_go_on_from_the_article_before() -> None:
    text = (
        "Điều 1. Bãi bỏ toàn bộ\n1. Quyết định số 01/2020/QĐ-UBND.\n"
        "2. Quyết định số 02/2020/QĐ-UBND.\n"
        "3. Quyết định số 03/2020/QĐ-UBND.\n4. Quyết định số 04/2020/QĐ-UBND.\n"
        "Điều 2. Bãi bỏ một phần\nBãi bỏ một phần các văn bản sau:\n"
        "5. Điều 4 Quyết định số 05/2020/QĐ-UBND.\n6. Điều 6 Quyết định số 06/2020/QĐ-UBND.\n"
    )
    assert eids(text)[-2:] == ["art_2__para_5", "art_2__para_6"]


@pytest.mark.parametrize("word", ["Điều\n", "Điền ", "Điêu ", "Đièu ", "ĐIỀU "])
def test_article_cut_in_two_or_misread(word: str) -> None:
    text = f"Điều 1. Mức chi\nMức chi là 1.000 đồng.\n{word}2. Nguồn chi\nNgân sách xã.\n"
    assert eids(text) == ["art_1", "art_2"]
    assert parse_text(text).by_eid["art_2"].heading == "Nguồn chi"


def test_number_alone_on_its_line() -> None:
    text = "Điều 1.\nPhạm vi điều chỉnh\n1.\nĐối tượng\nHộ gia đình trong xã.\n2.\nXã thi hành.\n"
    document = parse_text(text)
    assert below(text) == ["para_1", "para_2"]
    assert document.by_eid["art_1"].heading == "Phạm vi điều chỉnh"
    assert document.by_eid["art_1__para_1"].heading == "Đối tượng"
    assert document.by_eid["art_1__para_2"].heading is None


def test_points_with_brackets_and_with_stops_in_one_series() -> None:
    text = "Điều 1. Hồ sơ\n1. Hồ sơ gồm:\na) Đơn;\nb. Bản sao;\nc. Ảnh.\n2. Nơi nộp.\n"
    assert below(text) == [
        "para_1",
        "para_1__point_a",
        "para_1__point_b",
        "para_1__point_c",
        "para_2",
    ]


def test_footnote_marks_of_a_consolidated_text() -> None:
    text = (
        "Điều 1. Mức chi\n1. Mức chi là 1.000 đồng.\n2[8]. (được bãi bỏ)\n3. Hồ sơ gồm:\n"
        "a) Đơn;\nb[9]) (được bãi bỏ)\nc)[10] Ảnh.\nĐiều 1a[11].\nNgân sách xã chi trả.\n"
    )
    assert eids(text) == [
        "art_1",
        "art_1__para_1",
        "art_1__para_2",
        "art_1__para_3",
        "art_1__para_3__point_a",
        "art_1__para_3__point_b",
        "art_1__para_3__point_c",
        "art_1a",
    ]


def test_a_line_cut_in_mid_sentence_is_no_heading() -> None:
    text = "Điều 1. Mức chi\n1. Quỹ hỗ trợ hộ nghèo trong\nxã theo mức sau.\n2. Nơi nộp.\n"
    assert parse_text(text).by_eid["art_1__para_1"].heading is None


def test_numbers_at_line_starts_and_in_mid_line_are_one_series() -> None:
    items = [f"{number}. Nghề thứ {number} theo Phụ lục {number};" for number in range(1, 21)]
    text = "Điều 1. Ban hành danh mục nghề gồm:\n" + "\n".join(
        [*items[:3], " ".join(items[3:12]), *items[12:]]
    )
    assert below(text) == [f"para_{number}" for number in range(1, 21)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param(
            "Điều 1. Quyền của hộ 1- Thành lập tổ. 2- Các hộ góp vốn. 3- Bầu tổ trưởng.",
            ["para_1", "para_2", "para_3"],
            id="dashes",
        ),
        pytest.param(
            "Điều 1. Mức phạt 1. Phạt hộ xả rác. 2. ở phường, phạt gấp đôi. 3. áp dụng ngay.",
            ["para_1", "para_2", "para_3"],
            id="capitals lost",
        ),
        pytest.param(
            "Điều 1. Đánh giá 1. Đánh giá theo năm mức: mức 3. Đạt yêu cầu. 2. Công khai.",
            ["para_1", "para_2"],
            id="a number that a word refers to",
        ),
        pytest.param(
            "Điều 1. Hồ sơ 1. Gồm: a) Đơn; b) Ảnh. Giấy tờ tại khoản này là bản chính. 2. Phí.",
            ["para_1", "para_1__point_a", "para_1__point_b", "para_2"],
            id="closing sentence",
        ),
    ],
)
def test_lost_line_breaks(line: str, names: list[str]) -> None:
    assert below(line) == names


def test_closing_sentence_in_mid_line_is_text_of_the_clause() -> None:
    text = "Điều 1. Hồ sơ 1. Gồm: a) Đơn; b) Ảnh. Giấy tờ tại khoản này là bản chính. 2. Phí."
    assert own(parse_text(text), "art_1__para_1__point_b") == "b) Ảnh."


def test_an_article_whose_word_lost_its_stroke_is_an_article() -> None:
    text = "Điều 1. Phạm vi\nMột.\nDiều 2. Đối tượng\nHai.\nĐiều 3. Mức thu\nBa.\n"
    assert eids(text) == ["art_1", "art_2", "art_3"]


def test_a_colon_may_stand_for_the_full_stop_of_a_clause() -> None:
    text = "Điều 1. Hồ sơ\n1. Đơn đề nghị.\n2: Bản vẽ bến thủy.\n3. Giấy phép.\n"
    assert eids(text) == ["art_1", "art_1__para_1", "art_1__para_2", "art_1__para_3"]


def test_an_article_stands_below_a_sentence_that_the_page_cut() -> None:
    text = (
        "Sở Xây dựng trình sửa đổi, bổ sung một số điều của Quyết định số\n"
        "Điều 1. Phạm vi điều chỉnh\nMột.\nĐiều 2. Đối tượng\nHai.\n"
    )
    assert eids(text) == ["preamble", "art_1", "art_2"]


def test_articles_without_full_stop_whose_line_breaks_were_lost() -> None:
    text = (
        "Điều 1 1. Bến thủy được quản lý thống nhất. 2. Bến tạm được đăng ký.\n"
        "Điều 2 Mục tiêu của việc đăng ký bến là bảo đảm an toàn.\n"
        "Việc khác theo quy định tại\nĐiều 2 Mục II của Quy chế.\n"
    )
    assert eids(text) == ["art_1", "art_1__para_1", "art_1__para_2", "art_2"]


def test_a_scan_may_read_the_full_stop_of_an_article_as_a_comma() -> None:
    text = (
        "Điều 1, Phạm vi điều chỉnh\nMột.\nĐiễu 2. Đối tượng\nTheo quy định tại\n"
        "Điều 3, Điều 5 Quy chế.\nĐiều 3, Hiệu lực\nNgay.\n"
    )
    assert eids(text) == ["art_1", "art_2", "art_3"]


def test_items_joined_by_or_are_points() -> None:
    lines = (
        "Điều 1. Hạn nộp\n1. Hồ sơ nộp trong hạn:\na) 30 ngày kể từ ngày ký; hoặc\nb) 10 ngày.\n"
    )
    found = ["art_1", "art_1__para_1", "art_1__para_1__point_a", "art_1__para_1__point_b"]
    assert eids(lines) == found
    run_on = "Điều 1. Hạn nộp 1. Nộp trong hạn: a) 30 ngày kể từ ngày ký; hoặc b) 10 ngày.\n"
    assert eids(run_on) == found


def test_a_reference_cut_before_its_letter_is_no_point() -> None:
    text = (
        "Điều 1. Hạn nộp\n1. Các trường hợp:\na) Bến mới;\nb) Bến quy định tại điểm a và\n"
        "c) khoản 2 Điều 3;\nc) Bến tạm.\n"
    )
    assert eids(text)[-1] == "art_1__para_1__point_c"
    assert "art_1__para_1__point_c~2" not in eids(text)


@pytest.mark.parametrize(
    ("letters", "found"),
    [("aabc", "a a~2 b c"), ("abdcđ", "a b d c đ"), ("abcb", "a b c b~2"), ("abcn", "a b c n")],
)
def test_a_slip_of_the_letter_loses_no_item_of_a_list(letters: str, found: str) -> None:
    items = "".join(f"{letter}) Bến thủy số {at};\n" for at, letter in enumerate(letters))
    text = f"Điều 1. Bến thủy\n1. Bến thủy gồm:\n{items}2. Bến khác.\n"
    points = [one.rpartition("_")[2] for one in eids(text) if "point" in one]
    assert " ".join(points) == found
    assert eids(text)[-1] == "art_1__para_2"


def test_letters_below_an_item_are_no_slips() -> None:
    text = (
        "Điều 1. Bến thủy\n1. Bến thủy gồm:\na) Bến khách:\na) Bến chính;\nb) Bến phụ;\n"
        "b) Bến hàng;\ni) loại một;\nii) loại hai.\n"
    )
    points = [one.rpartition("_")[2] for one in eids(text) if "point" in one]
    assert points == ["a", "b"]


def test_two_clauses_that_changed_places_are_clauses() -> None:
    text = "Điều 1. Bến\n1. Một.\n2. Hai.\n4. Bốn.\n3. Ba.\n5. Năm.\n"
    assert [one[-1] for one in eids(text)[1:]] == ["1", "2", "4", "3", "5"]
