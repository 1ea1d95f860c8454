"""Kinds of wording met in real acts: titles beside clauses, lists, states, what is no order."""

import pytest
from tests.amendments.amendment_samples import BASE, HEAD, act, amended, body, brief, read

from minhphap.amendments import apply, instructions
from minhphap.structure import parse_text

NUMBER = "12/2027/QĐ-UBND"


def said(found):
    """Operation, provision and place of each."""
    return [(one.op, one.target.eid, one.target.place) for one in found]


def of(text):
    """The instructions of a whole act, without rules for the time between."""
    return [one for one in instructions(parse_text(text)) if one.op != "transitional"]


# --- titles beside what they stand over --------------------------------------------------------


@pytest.mark.parametrize(
    "lead",
    [
        "Sửa đổi, bổ sung khoản 1 và tên Điều 3 như sau:",
        "Sửa đổi, bổ sung tên điều và khoản 1 Điều 3 như sau:",
        "Sửa đổi, bổ sung tên và khoản 1 Điều 3 như sau:",
    ],
)
def test_the_title_of_an_article_beside_one_of_its_clauses(lead):
    found = {one.op: one for one in read(f"{lead}\n“Điều 3. Thành phần hồ sơ\n1. Một đơn.”.")}
    assert found["rename"].target.eid == "art_3"
    assert found["rename"].new_text == "Điều 3. Thành phần hồ sơ"
    assert found["replace"].target.eid == "art_3__para_1"
    assert found["replace"].new_text == "1. Một đơn."


def test_a_title_and_a_clause_are_both_applied():
    applied = amended(
        "Sửa đổi, bổ sung khoản 1 và tên Điều 3 như sau:\n“Điều 3. Thành phần\n1. Một đơn.”."
    )
    assert "Điều 3. Thành phần\n1. Một đơn.\n2. Nộp hồ sơ" in body(applied)


def test_a_title_of_a_section_has_a_line_of_its_own():
    found = read(
        "Sửa đổi tiêu đề Mục 1 Chương II và Điều 2 như sau:\n“Mục 1\nMỨC RIÊNG\nĐiều 2. Mức\nBa.”."
    )
    assert [brief(one)[:3] for one in found] == [
        ("rename", "chp_II__sec_1", "Mục 1\nMỨC RIÊNG"),
        ("replace", "art_2", "Điều 2. Mức\nBa."),
    ]
    assert found[1].target.place == ""


def test_a_list_of_titles_keeps_roman_numbers():
    found = read("Thay cụm từ “rừng” bằng cụm từ “rừng trồng” tại tên các chương II, III và IV.")
    assert [one.target.eid for one in found] == ["chp_II", "chp_III", "chp_IV"]


def test_the_title_of_the_article_last_named():
    found = read(
        "Sửa đổi, bổ sung tên điều, đoạn mở đầu của khoản 1 và một số điểm của Điều 2 như sau:\n"
        "a) Sửa đổi, bổ sung tên điều như sau:\n“Điều 2. Mức”;\n"
        "b) Sửa đổi điểm a khoản 1 như sau:\n“a) Cây giống: 4 triệu đồng;”."
    )
    assert [brief(one)[:2] for one in found] == [
        ("rename", "art_2"),
        ("replace", "art_2__para_1__point_a"),
    ]


def test_words_are_replaced_in_a_title_and_a_clause():
    found = read("Bỏ cụm từ “cấp huyện” tại tên điều, khoản 2 Điều 3.")
    assert said(found)[0] == ("replace_phrase", "art_3", "tên")
    assert found[1].target.eid == "art_3__para_2"


def test_the_title_of_a_work_is_not_all_of_it():
    applied = amended("Thay cụm từ “cấp huyện” bằng cụm từ “xã” tại tên Quyết định, Điều 3.")
    assert [one.reason for one in applied.refused] == ["fine_place"]
    assert "trồng rừng tại cấp huyện" in body(applied)


# --- whose text, how far -----------------------------------------------------------------------


def test_clauses_of_the_article_that_a_passive_verb_is_said_of():
    found = read("Điều 8 được sửa đổi khoản 2, khoản 3 như sau:\n“2. Hai.\n3. Ba.”.")
    assert [brief(one)[1:3] for one in found] == [
        ("art_8__para_2", "2. Hai."),
        ("art_8__para_3", "3. Ba."),
    ]


def test_an_article_added_to_is_repeated_whole():
    (one,) = read("Điều 3 được bổ sung như sau:\n“Điều 3. Hồ sơ\nMột đơn.”.")
    assert brief(one)[:2] == ("replace", "art_3")


def test_a_number_alone_is_changed():
    (one,) = read("Sửa đổi điểm đ khoản 1 Điều 8 thành điểm d.")
    assert (one.op, one.new_eids) == ("renumber", ("art_8__para_1__point_d",))


def test_each_target_gets_its_lines_where_numbers_are_misprinted():
    found = read("Sửa đổi khoản 2 và khoản 3 Điều 2 như sau:\n“2. Hai:\na) Một;\n3) Ba.”.")
    assert [one.new_text for one in found] == ["2. Hai:\na) Một;", "3) Ba."]


def test_one_text_for_two_dashes_of_a_point_is_one_order():
    found = read(
        "Sửa đổi gạch đầu dòng thứ nhất và gạch đầu dòng thứ hai điểm a khoản 1 Điều 2 thành “Cây"
        " giống”."
    )
    assert [one.new_text for one in found] == ["Cây giống"]


def test_items_of_a_point_are_no_points():
    (changed,) = read("Sửa đổi điểm c(ii) khoản 1 Điều 2 như sau: “(ii) Mới;”.")
    assert (changed.target.eid, changed.target.place) == ("art_2__para_1__point_c", "(ii)")
    (added,) = read("Bổ sung điểm c(iv) vào khoản 1 Điều 2 như sau:\n“(iv) Mới.”.")
    assert (added.op, added.target.eid, added.new_eids) == ("append", "art_2__para_1__point_c", ())


def test_an_item_of_a_point_is_replaced_alone():
    base = BASE.replace("b) Công trồng", "b) Gồm:\n(i) Làm đất;\n(ii) Công trồng")
    applied = amended("Sửa đổi điểm b(i) khoản 1 Điều 2 như sau: “(i) Dọn đất;”.", base=base)
    assert "b) Gồm:\n(i) Dọn đất;\n(ii) Công trồng: 5" in body(applied)


def test_a_clause_before_a_finer_place_lies_in_the_article_behind():
    found = read(
        "Thay từ “xã” bằng từ “phường” tại tên Điều 8, đoạn mở đầu khoản 1, điểm đ khoản 1 và đoạn"
        " mở đầu khoản 3 Điều 8; điểm a, b khoản 3 và đoạn mở đầu khoản 4 Điều 9."
    )
    assert [one.target.eid for one in found] == [
        "art_8",
        "art_8__para_1",
        "art_8__para_1__point_đ",
        "art_8__para_3",
        "art_9__para_3__point_a",
        "art_9__para_3__point_b",
        "art_9__para_4",
    ]


def test_a_paragraph_in_a_row_hides_nothing_behind_it():
    found = read("Bãi bỏ khoản 2 Điều 2, đoạn 2 khoản 1 Điều 3, khoản 2 Điều 4.")
    assert said(found) == [
        ("repeal", "art_2__para_2", ""),
        ("repeal", "art_3__para_1", "đoạn 2"),
        ("repeal", "art_4__para_2", ""),
    ]


def test_what_lies_in_a_form_is_told_by_the_form():
    (one,) = read("Thay từ “xã” bằng từ “phường” tại Mục 5 Chương III thuộc Mẫu số 02.")
    assert one.target.eid == "form_02"


def test_a_form_named_in_a_clause_is_replaced_not_the_clause():
    (one,) = read(
        "Thay thế Mẫu số 01 tại điểm a khoản 2 Điều 3 bằng Mẫu số 01 Phụ lục ban hành kèm theo"
        " Quyết định này."
    )
    assert one.op == "replace_appendix"


def test_before_a_row_of_an_appendix():
    (one,) = read("Bổ sung số thứ tự 1a vào trước số thứ tự 1 của Phụ lục II như sau:\n“1a. Keo”.")
    assert (one.op, one.target.eid) == ("insert_before", "app_2")


# --- rows --------------------------------------------------------------------------------------


def test_forms_by_forms_row_by_row():
    found = read(
        "Thay thế các mẫu như sau:\n"
        "- Mẫu số 01 Phụ lục I bằng Mẫu số 05 Phụ lục ban hành kèm theo Quyết định này;\n"
        "- Mẫu số 02 Phụ lục I bằng Mẫu số 06 Phụ lục ban hành kèm theo Quyết định này."
    )
    assert [(one.op, one.target.eid) for one in found] == [
        ("replace_appendix", "app_1__form_01"),
        ("replace_appendix", "app_1__form_02"),
    ]


def test_what_goes_whole_stands_among_words_that_go():
    found = read(
        "Bãi bỏ các cụm từ, khoản và mẫu như sau:\n- Khoản 2 Điều 2;\n"
        "- Cụm từ “cấp huyện” tại Điều 3;\n- Mẫu số 05 của Phụ lục I."
    )
    assert {(one.op, one.target.eid, one.old_phrase) for one in found} == {
        ("repeal", "art_2__para_2", None),
        ("replace_phrase", "art_3", "cấp huyện"),
        ("repeal", "app_1__form_05", None),
    }


def test_some_clauses_and_an_appendix_are_not_the_appendix():
    found = of(
        HEAD + "Điều 1. Sửa đổi, bãi bỏ một số khoản, Mục và Phụ lục ban hành kèm theo Quyết định"
        " số 12/2027/QĐ-UBND\n1. Bãi bỏ khoản 3 Mục I.\n"
    )
    assert [one.target.eid for one in found if one.op == "repeal"] == ["sec_I__para_3"]


def test_works_in_rows_that_a_dash_opens():
    found = read(
        "Các văn bản sau đây hết hiệu lực:\n"
        "- Chỉ thị số 5/2019/CT-UBND về đất đối với nợ được điều chỉnh kỳ hạn;\n"
        "- Quyết định số 6/2020/QĐ-UBND về rừng.\n"
    )
    assert [one.target.work.number for one in found] == ["5/2019/CT-UBND", "6/2020/QĐ-UBND"]
    assert [one.target.place for one in found] == ["", ""]


def test_a_city_is_no_link():
    found = read(
        "Quyết định này thay thế các quyết định: Quyết định số 26/2024/QĐ-UBND về văn phòng thành"
        " phố Sơn Hà; Quyết định số 25/2024/QĐ-UBND về sở tài chính thành phố Sơn Hà."
    )
    assert [one.target.work.number for one in found] == ["26/2024/QĐ-UBND", "25/2024/QĐ-UBND"]


def test_places_in_a_row_lie_in_the_work_named_last():
    found = of(
        "QUYẾT ĐỊNH\nQuy định về rừng\nĐiều 1. Hiệu lực\n"
        "1. Các quy định về cây giống quy định tại khoản 6 Điều 3, Điều 5 và các quy định về hồ sơ"
        " quy định tại Chương III của Quyết định số 9/2020/QĐ-UBND hết hiệu lực thi hành.\n"
    )
    assert [(one.target.work.number, one.target.eid) for one in found] == [
        ("9/2020/QĐ-UBND", "art_3__para_6"),
        ("9/2020/QĐ-UBND", "art_5"),
        ("9/2020/QĐ-UBND", "chp_III"),
    ]


# --- which work --------------------------------------------------------------------------------


def test_the_enacting_words_tell_the_number_not_the_new_text():
    found = of(
        "QUỐC HỘI\nLuật số: 9/2029/QH16\nLUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT TRỒNG RỪNG\n"
        "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Trồng rừng số 8/2022/QH15.\n"
        "Điều 1. Sửa đổi, bổ sung một số điều của Luật Trồng rừng\n"
        "1. Sửa đổi khoản 2 Điều 5 như sau:\n"
        "“2. Điều 7 của Luật Trồng rừng số 4/2000/QH10 hết hiệu lực từ năm 2031.”.\n"
    )
    assert [one.target.work.number for one in found] == ["8/2022/QH15"]


def test_the_number_of_an_amending_law_is_not_that_of_its_base():
    found = of(
        "QUỐC HỘI\nLuật số: 10/2008/QH12\nLUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT TRỒNG RỪNG\n"
        "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Trồng rừng năm 1993 đã được"
        " sửa đổi, bổ sung theo Luật sửa đổi, bổ sung một số điều của Luật Trồng rừng số"
        " 19/2000/QH10.\nĐiều 1. Sửa đổi, bổ sung một số điều của Luật Trồng rừng:\n"
        "1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Hai.”.\n"
    )
    assert [one.target.work.number for one in found] == [None]


def test_a_short_number_is_one_cited_in_full():
    found = of(
        HEAD + "Căn cứ Thông tư số 13/2010/TT-BTC về rừng (sau đây gọi là Thông tư số 13);\n"
        "Điều 1. Sửa đổi\n1. Bãi bỏ Mục 5 Thông tư số 13.\n"
    )
    assert [one.target.work.number for one in found] == ["13/2010/TT-BTC"]


def test_a_state_told_in_a_list_changes_no_work_of_it():
    found = of(
        "QUYẾT ĐỊNH\nQuy định về rừng\nĐiều 1. Hiệu lực\n"
        "1. Quyết định số 9/2020/QĐ-UBND về rừng, được sửa đổi, bổ sung bởi: Quyết định số"
        " 10/2021/QĐ-UBND; Quyết định số 11/2022/QĐ-UBND hết hiệu lực.\n"
    )
    assert [one.target.work.number for one in found] == ["9/2020/QĐ-UBND"]


def test_a_work_in_the_title_of_another():
    found = read(
        "Bãi bỏ Điều 2 Quyết định số 9/2023/QĐ-UBND sửa đổi, bổ sung một số điều của Quyết định số"
        " 8/2016/QĐ-UBND về cây giống và Quyết định số 7/2019/QĐ-UBND về rừng."
    )
    assert [one.target.work.number for one in found] == ["9/2023/QĐ-UBND"]


def test_a_work_behind_the_words_of_a_title_is_not_changed_whole():
    (one,) = read("Bãi bỏ Chương IX - Đánh giá kỹ năng của Luật Dạy nghề số 76/2006/QH11.")
    assert (one.target.eid, one.target.work.number) == ("chp_IX", "76/2006/QH11")


# --- no orders ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "Hủy bỏ kết quả đấu giá đối với hành vi quy định tại điểm a khoản 4 Điều này.",
        "Bãi bỏ văn bản của Ủy ban nhân dân cấp xã trái với Hiến pháp, Luật Rừng số 8/2022/QH15.",
        "Bãi bỏ một phần hoặc toàn bộ văn bản quy định tại khoản 5 Điều 4 của Luật Rừng.",
        "Người có chứng chỉ theo quy định của Luật Rừng số 8/2022/QH15 không xin cấp lại thì chứng"
        " chỉ hết hiệu lực.",
        "Kinh phí thực hiện theo khoản 1 Điều 21 Nghị định số 70/2015/NĐ-CP đã được sửa đổi, bổ"
        " sung, cụ thể: cấp mười hai phần trăm.",
        "Áp dụng biện pháp quy định tại khoản 1 Điều 28 Luật Rừng (được sửa đổi, bổ sung năm 2020)"
        " như sau: trả lại.",
        "Sửa chữa thiết bị được quy định tại Phụ lục 53b.",
        "Chuyển đổi vàng thành tiền theo Thông tư số 32/2011/TT-BTC về sửa đổi, bổ sung một số điều"
        " của Thông tư số 11/2011/TT-BTC;",
    ],
)
def test_what_only_speaks_of_changes(sentence):
    assert (
        of(f"{HEAD.replace('Sửa đổi, bổ sung một số điều của', 'Về')}Điều 1. Rừng\n1. {sentence}\n")
        == []
    )


def test_a_title_that_speaks_of_suspension():
    (one,) = read(
        "Bãi bỏ Quyết định số 9/2022/QĐ-UBND quy định ngưng hiệu lực thi hành của Quyết định số"
        " 8/2019/QĐ-UBND."
    )
    assert (one.op, one.target.work.number) == ("repeal", "9/2022/QĐ-UBND")


def test_an_appendix_that_only_shows_the_change():
    found = read("Điều chỉnh danh mục loài cây tại mục 3 Phụ lục II (chi tiết tại Phụ lục III).")
    assert [one.target.eid for one in found] == ["app_2__sec_3"]


def test_a_heading_on_words_repeals_no_article():
    found = of(HEAD + "Điều 4. Thay thế cụm từ tại Điều 3\nThay thế từ “a” thành từ “b”.\n")
    assert [(one.op, one.target.eid) for one in found] == [("replace_phrase", "art_3")]


def test_words_left_out_are_not_replaced():
    found = read(
        "Thay từ “xã” bằng từ “phường” tại Điều 2, trừ từ “xã” quy định tại khoản 4 Điều 3."
    )
    assert [one.target.eid for one in found] == ["art_2"]
    assert "trừ từ" in found[0].target.place


def test_all_but_one_clause_is_suspended():
    (one,) = read("Ngưng hiệu lực thi hành từ ngày 01 tháng 8 năm 2028, trừ khoản 1 Điều 3.")
    assert (one.op, one.target.eid) == ("suspend", None)
    assert one.target.place == "trừ khoản 1 Điều 3"


def test_misprints_are_corrected_by_their_words():
    found = of(
        HEAD.replace("Sửa đổi, bổ sung một số điều của", "Về việc đính chính")
        + f"Điều 1. Đính chính lỗi tại Quyết định số {NUMBER} như sau:\n"
        "Cụm từ “xã” tại khoản 3 Điều 3 được sửa thành “phường”.\n"
    )
    assert [(one.target.eid, one.old_phrase, one.new_phrase) for one in found] == [
        ("art_3__para_3", "xã", "phường")
    ]


# --- where things stand ------------------------------------------------------------------------


def test_a_clause_that_a_section_of_its_article_holds():
    base = parse_text(
        BASE.replace(
            "Điều 3. Hồ sơ\n1. Hồ sơ gồm đơn đề nghị và sơ đồ khu đất.\n"
            "2. Nộp hồ sơ tại Ủy ban nhân dân cấp huyện.",
            "Điều 3. Hồ sơ\nI. THÀNH PHẦN\n1. Hồ sơ gồm đơn đề nghị.\n2. Nộp tại xã.\n"
            "II. THỜI HẠN\n1. Mười ngày.",
        )
    )
    applied = apply(base, instructions(act("Bãi bỏ khoản 2 Điều 3.")))
    assert not applied.refused
    assert "2. (được bãi bỏ)\nII. THỜI HẠN" in body(applied)


def test_a_row_of_an_appendix_does_not_replace_the_appendix():
    base = parse_text(BASE + "Phụ lục II\nDANH MỤC LOÀI CÂY\n1. Keo\n2. Thông\n3. Lim\n")
    applied = apply(base, instructions(act("Sửa đổi điểm 3 Phụ lục II như sau:\n“3. Lim xanh”.")))
    assert [one.reason for one in applied.refused] == ["inside_appendix"]
    assert "2. Thông\n3. Lim\n" in applied.document.source.text


def test_a_mark_that_is_never_closed_makes_no_quotation_of_the_base():
    applied = amended(
        "Bổ sung Điều 2a vào sau Điều 2 như sau:\n“Điều 2a. Mức khác\n“1. Một.\n2. Hai.”."
    )
    assert "Điều 2a. Mức khác\n1. Một.\n2. Hai.\nĐiều 3." in body(applied)
    assert "art_3" in applied.document.by_eid


def test_a_basis_does_not_say_what_is_changed():
    found = instructions(
        parse_text(
            HEAD.partition("Sửa đổi")[0] + "Về hỗ trợ trồng rừng\n"
            "Căn cứ Luật số 90/2031/QH17 sửa đổi, bổ sung một số điều của Luật Lâm nghiệp;\n"
            "Ủy ban nhân dân ban hành Quyết định về hỗ trợ trồng rừng.\n"
            "Điều 1. Mức hỗ trợ\nMức hỗ trợ là 3 triệu đồng.\n"
            "Điều 2. Quy định chuyển tiếp\n1. Hồ sơ đã nộp được giải quyết theo mức cũ.\n"
            "Điều 3. Hiệu lực\n1. Quyết định này có hiệu lực từ ngày 01 tháng 3 năm 2032.\n"
            "2. Bãi bỏ các điều, khoản của các văn bản sau đây:\n"
            "a) Các điều từ Điều 1 đến Điều 3 và toàn bộ các mẫu tại Phụ lục ban hành kèm theo"
            f" của Quyết định số {NUMBER}.\n"
        )
    )
    repealed = [one.target for one in found if one.op == "repeal"]
    assert [one.eid for one in repealed] == ["art_1", "art_2", "art_3", "app_1"]
    assert {one.work.number for one in repealed} == {NUMBER}
