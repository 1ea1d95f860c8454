"""Rows of targets, titles that list works, texts that order nothing of their own."""

import pytest
from tests.amendments.amendment_samples import HEAD, read

from minhphap.amendments import instructions
from minhphap.structure import parse_text

NUMBER = "12/2027/QĐ-UBND"


def of(text):
    """Operation, work and provision of each instruction of a whole act."""
    found = instructions(parse_text(HEAD + text))
    return [(one.op, one.target.work.number, one.target.eid) for one in found]


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("các điều từ Điều 7 đến Điều 9 và Điều 15", ["art_15"]),
        ("các Điều 7, 8 và 9", []),
        ("Điều 7 và Điều 8", []),
    ],
)
def test_the_articles_that_a_chapter_holds_are_no_targets_beside_it(said, rest):
    found = of(f"Điều 1. Bãi bỏ Chương III gồm {said} của Quyết định số {NUMBER}.\n")
    assert found == [("repeal", NUMBER, eid) for eid in ["chp_III", *rest]]


def test_works_that_a_title_lists_are_not_repealed():
    title = (
        "sửa đổi, bổ sung một số điều của Quyết định số 3/2021/QĐ-UBND quy định về rừng,"
        " Quyết định số 4/2021/QĐ-UBND quy định về biển báo; việc in, quản lý, cấp phát, hủy bỏ"
        " bằng khen và Quyết định số 5/2021/QĐ-UBND quy định về đò ngang"
    )
    found = of(
        "Điều 1. Hiệu lực\n1. Bãi bỏ khoản 2 Điều 4 Quyết định số 9/2022/QĐ-UBND"
        f" ngày 02 tháng 3 năm 2022 của Ủy ban nhân dân tỉnh Sơn Hà {title};"
        " Quyết định số 6/2021/QĐ-UBND về chợ.\n"
    )
    assert found == [
        ("repeal", "9/2022/QĐ-UBND", "art_4__para_2"),
        ("repeal", "6/2021/QĐ-UBND", None),
    ]


@pytest.mark.parametrize(
    "history",
    [
        "VĂN BẢN HỢP NHẤT\nQUYẾT ĐỊNH\nQuy định về rừng\n",
        "QUYẾT ĐỊNH\nQuy định về rừng\n"
        f"Quyết định số {NUMBER} ngày 01 tháng 3 năm 2027 của Ủy ban nhân dân tỉnh Sơn Hà quy định"
        " về rừng, có hiệu lực kể từ ngày 11 tháng 3 năm 2027, được sửa đổi, bổ sung bởi:\n"
        "Quyết định số 30/2028/QĐ-UBND ngày 05 tháng 02 năm 2028.\n",
    ],
)
def test_a_consolidated_text_orders_nothing_of_its_own(history):
    top = "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\n"
    body = (
        "Điều 1. Phạm vi\nQuy định này áp dụng trong tỉnh.\n"
        "Điều 2. Hiệu lực\n1. Bãi bỏ Quyết định số 4/2021/QĐ-UBND.\n"
    )
    own = top + "QUYẾT ĐỊNH\nQuy định về rừng\n" + body
    assert [one.op for one in instructions(parse_text(own))] == ["repeal"]
    text = top + history + body
    if history.startswith("VĂN BẢN"):
        text += (
            "XÁC THỰC VĂN BẢN HỢP NHẤT\nSố: 7/VBHN-UBND\nSơn Hà, ngày 09 tháng 4 năm 2028\n"
            "CHỦ TỊCH\nNguyễn Văn An\n"
        )
    assert instructions(parse_text(text)) == ()


def test_words_that_a_title_repeats_are_replaced_where_the_order_says():
    found = read("Bãi bỏ cụm từ “xã, bản”\nBãi bỏ cụm từ “xã, bản” tại Điều 1; khoản 2 Điều 3.")
    assert [(one.target.eid, one.scope) for one in found] == [
        ("art_1", None),
        ("art_3__para_2", None),
    ]


def test_a_path_behind_words_that_name_paths_themselves():
    found = instructions(
        parse_text(
            HEAD + "Điều 1. Thay thế cụm từ tại Điều 3\n"
            "Thay thế cụm từ “điểm a và điểm b” bằng cụm từ “điểm a hoặc điểm b” tại khoản 2.\n"
        )
    )
    assert [(one.target.eid, one.old_phrase, one.new_phrase) for one in found] == [
        ("art_3__para_2", "điểm a và điểm b", "điểm a hoặc điểm b")
    ]


def test_clauses_that_go_where_the_rest_is_put_in_order():
    found = of(
        "Điều 1. Bãi bỏ khoản 4, khoản 6 và sắp xếp lại các khoản Điều 7 của"
        f" Quyết định số {NUMBER}.\n"
    )
    assert found == [
        ("repeal", NUMBER, "art_7__para_4"),
        ("repeal", NUMBER, "art_7__para_6"),
    ]


def test_a_point_with_a_decimal_number_goes_to_the_end_of_its_clause():
    found = read("Bổ sung điểm 6.3 khoản 6 Điều 3 như sau:\n“6.3. Ghi sổ theo quý.”.")
    assert [(one.op, one.target.eid, one.new_eids) for one in found] == [
        ("append", "art_3__para_6", ("art_3__para_6__point_6.3",))
    ]


def test_the_same_new_words_for_all_places():
    found = read("Sửa đổi nội dung mô tả tại khoản 1 Điều 3 và khoản 2 Điều 5 thành “Mã số lô”.")
    assert [(one.target.eid, one.new_text) for one in found] == [
        ("art_3__para_1", "Mã số lô"),
        ("art_5__para_2", "Mã số lô"),
    ]


def test_a_row_goes_on_behind_words_that_say_what_somebody_is():
    found = of(
        f"Điều 1. Bãi bỏ các quy định sau của Quyết định số {NUMBER}:\n"
        "Khoản 2 Điều 3 đối với người là chủ rừng, khoản 1 Điều 5 đối với người là chủ đò;"
        " khoản 4 Điều 6.\n"
    )
    assert [eid for _, _, eid in found] == ["art_3__para_2", "art_5__para_1", "art_6__para_4"]


def test_what_a_title_of_a_list_calls_abolished_goes_on():
    found = of(
        "Điều 1. Chuyển tiếp\nCác thủ tục tại Phần II của Danh mục kèm theo Quyết định số"
        f" {NUMBER} về việc công bố thủ tục hành chính mới ban hành và bị bãi bỏ lĩnh vực chợ"
        " được tiếp tục thực hiện.\n"
    )
    assert found == []


def test_what_is_repealed_whole_is_not_what_the_list_below_changes():
    found = of(
        "Điều 1. Hiệu lực\n1. Quyết định này thay thế Quyết định số 9/2020/QĐ-UBND và bãi bỏ các"
        " quy định sau:\na) Mục II về chợ, Quyết định số 4/2021/QĐ-UBND;\n"
        "b) Khoản 2 Điều 3 Quyết định số 5/2021/QĐ-UBND.\n"
    )
    assert ("repeal", "9/2020/QĐ-UBND", None) in found
    assert ("repeal", "5/2021/QĐ-UBND", "art_3__para_2") in found
    assert ("repeal", "9/2020/QĐ-UBND", "sec_II") not in found


def test_the_title_of_the_work_before_a_semicolon():
    found = read("Thay cụm từ “rừng” bằng cụm từ “rừng trồng” tại tên Quyết định; tên Điều 3.")
    assert [(one.target.eid, one.target.place) for one in found] == [
        (None, "tên"),
        ("art_3", "tên"),
    ]


def test_clauses_that_move_stay_in_their_article():
    found = instructions(
        parse_text(
            HEAD + "Điều 1. Sắp xếp lại\nCác khoản từ khoản 5 đến khoản 6 của Điều 7 được chuyển"
            " thành khoản 4 đến khoản 5; khoản 9 được chuyển thành khoản 6.\n"
        )
    )
    assert [(one.target.eid, one.new_eids) for one in found] == [
        ("art_7__para_5", ("art_7__para_4",)),
        ("art_7__para_6", ("art_7__para_5",)),
        ("art_7__para_9", ("art_7__para_6",)),
    ]


@pytest.mark.parametrize(
    ("said", "eid", "place"),
    [
        ("Phụ lục về mức chi bằng Phụ lục", "app_1", "phụ lục về mức chi"),
        ("Phụ lục bằng Phụ lục", "app_1", "phụ lục"),
        ("Biểu mức chi bằng Biểu", None, "biểu mức chi"),
    ],
)
def test_an_appendix_without_number_and_work_gives_way(said, eid, place):
    found = read(f"Thay thế {said} ban hành kèm theo Quyết định này.")
    assert [(one.op, one.target.eid, one.target.place) for one in found] == [
        ("replace_appendix", eid, place)
    ]


def test_an_appendix_is_added_by_its_name():
    assert [one.op for one in read("Bổ sung Phụ lục số lượng thí sinh vào Quy chế.")] == ["append"]
    assert not read("Bổ sung các mẫu sau vào Quy chế thi.")


def test_titles_of_sections_in_a_row_of_clauses():
    found = read(
        "Thay cụm từ “xã” bằng cụm từ “phường” tại khoản 3 Điều 5, điểm a khoản 1 Điều 6, tên Mục"
        " 2, Điều 7 và tên Chương V."
    )
    assert [(one.target.eid, one.target.place == "tên") for one in found] == [
        ("art_5__para_3", False),
        ("art_6__para_1__point_a", False),
        ("sec_2", True),
        ("art_7", False),
        ("chp_V", True),
    ]


def test_a_bare_clause_lies_in_the_article_named_behind_the_next_words():
    found = read(
        "Thay từ “xã” bằng từ “phường” tại khoản 2 Điều 4; từ “ấp” bằng từ “thôn” tại khoản 1, từ"
        " “bản” bằng từ “làng” tại điểm c khoản 2 Điều 8."
    )
    assert [(one.target.eid, one.old_phrase) for one in found] == [
        ("art_4__para_2", "xã"),
        ("art_8__para_1", "ấp"),
        ("art_8__para_2__point_c", "bản"),
    ]


def test_a_provision_behind_the_title_of_another_work_is_a_target_too():
    found = of(
        "Điều 1. Quyết định này thay thế Quyết định số 4/2021/QĐ-UBND về việc sửa đổi, bổ sung một"
        " số điều của Quy định ban hành kèm theo Quyết định số 3/2019/QĐ-UBND, khoản 1 Điều 4"
        " Quyết định số 7/2022/QĐ-UBND về chợ.\n"
    )
    assert found == [
        ("repeal", "4/2021/QĐ-UBND", None),
        ("repeal", "7/2022/QĐ-UBND", "art_4__para_1"),
    ]


def test_a_list_in_two_works_is_no_repeal_of_the_second():
    found = read(
        "Bãi bỏ Danh mục về chợ tại Quyết định số 4/2021/QĐ-UBND, Quyết định số 7/2022/QĐ-UBND."
    )
    assert {one.target.place for one in found} == {"danh mục về chợ tại"}


def test_a_verb_behind_a_number_in_the_line():
    found = of(
        f"Điều 1. Sửa đổi Quyết định số {NUMBER}: a.1) Bỏ cụm từ “xã” tại khoản 5 Điều 3;"
        " a.2) Bãi bỏ điểm c khoản 3, cụm từ “ấp” tại điểm a khoản 4 Điều 11; a.3) Bãi bỏ Điều 9.\n"
    )
    assert found == [
        ("replace_phrase", NUMBER, "art_3__para_5"),
        ("repeal", NUMBER, "art_11__para_3__point_c"),
        ("replace_phrase", NUMBER, "art_11__para_4__point_a"),
        ("repeal", NUMBER, "art_9"),
    ]


def test_a_row_number_does_not_limit_the_next_article():
    found = read("Bãi bỏ số thứ tự 4 khoản 1 Điều 3 và Điều 5.")
    assert [(one.target.eid, one.target.place) for one in found] == [
        ("art_3__para_1", "số thứ tự 4"),
        ("art_5", ""),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Tại khoản 2 Điều 3: “Nộp tại xã.”\nNay sửa thành: “Nộp tại phường.”",
        "Khoản 2 Điều 3 đã in: “Nộp tại xã.”; sửa lại là: “Nộp tại phường.”",
    ],
)
def test_a_correction_has_the_words_that_are_right(said):
    head = HEAD.replace("Sửa đổi, bổ sung một số điều của", "Về việc đính chính")
    text = f"{head}Điều 1. Đính chính một số lỗi tại Quyết định số {NUMBER} như sau:\n1. {said}\n"
    found = instructions(parse_text(text))
    assert [(one.op, one.target.eid, one.new_text) for one in found] == [
        ("correct", "art_3__para_2", "Nộp tại phường.")
    ]


def test_articles_behind_the_title_of_a_chapter_are_meant_whole():
    found = read("Bỏ cụm từ “và chợ” tại tiêu đề Chương II, tiêu đề Chương IV, Điều 2, Điều 3.")
    assert [(one.target.eid, one.target.place) for one in found] == [
        ("chp_II", "tại tiêu đề"),
        ("chp_IV", "tiêu đề"),
        ("art_2", ""),
        ("art_3", ""),
    ]


def test_clauses_that_go_and_clauses_that_move_in_one_article():
    head = HEAD.replace(f"Quyết định số {NUMBER}", "Luật Rừng").replace("QUYẾT ĐỊNH", "LUẬT")
    found = instructions(
        parse_text(
            f"{head}Điều 1. Bãi bỏ khoản 4, khoản 8 và sắp xếp lại các khoản Điều 7 của Luật Rừng"
            " số 16/2017/QH14 như sau:\nCác khoản từ khoản 5 đến khoản 7 của Điều 7 được"
            " chuyển thành khoản 4 đến khoản 6; khoản 9 được chuyển thành khoản 7.\n"
        )
    )
    assert [(one.op, one.target.eid, one.new_eids) for one in found] == [
        ("repeal", "art_7__para_4", ()),
        ("repeal", "art_7__para_8", ()),
        ("renumber", "art_7__para_5", ("art_7__para_4",)),
        ("renumber", "art_7__para_6", ("art_7__para_5",)),
        ("renumber", "art_7__para_7", ("art_7__para_6",)),
        ("renumber", "art_7__para_9", ("art_7__para_7",)),
    ]
