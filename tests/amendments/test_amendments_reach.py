"""How far an order reaches: what is added whole, what lies in what, what is left out."""

import pytest
from tests.amendments.amendment_samples import act, read

from minhphap.amendments import instructions
from minhphap.structure import parse_text


@pytest.mark.parametrize(
    ("clause", "op", "eid"),
    [
        ("Bổ sung Phụ lục IIb về vườn ươm vào sau Phụ lục II.", "insert_after", "app_2"),
        ("Bổ sung Phụ lục IIb vào trước Phụ lục III.", "insert_before", "app_3"),
        ("Bổ sung Phụ lục IIa. Mẫu biển báo, theo quy định tại Phụ lục 3.", "append", None),
        ("Bổ sung Mẫu số 07 vào Phụ lục II.", "append", "app_2"),
        ("Bổ sung mẫu 03a/HTR.", "append", None),
        (
            "Bổ sung các xã vùng cao (Phụ lục II) như sau: Xã Lũng Cao; xã Bản Hạ.",
            "append",
            "app_2",
        ),
    ],
)
def test_appendices_and_forms_are_added_without_new_text(clause, op, eid):
    (one,) = read(clause)
    assert (one.op, one.target.work.number, one.target.eid) == (op, "12/2027/QĐ-UBND", eid)


def test_an_appendix_without_a_number_is_named_by_the_words_below():
    found = read("Bổ sung Phụ lục kèm theo Quyết định số 12/2027/QĐ-UBND:\na) Phụ lục số 05;")
    assert len(found) <= 1
    assert read("Bổ sung hồ sơ theo Mẫu số 03.") == []


def test_a_part_named_behind_its_sections_is_not_repealed_whole():
    (own,) = read("Bãi bỏ Mục 5 về cây giống thuộc Phần 1.")
    assert own.target.eid == "part_1__sec_5"


def test_a_row_lies_in_the_work_named_at_its_end():
    document = parse_text(
        "QUYẾT ĐỊNH\nBãi bỏ văn bản về trồng rừng\nĐiều 1. Bãi bỏ\n"
        "1. Bãi bỏ Mục 4 về giải thích từ ngữ và Mục 5 về cây giống thuộc Phần 1 quy định chung;"
        " Phần 7 Danh mục loài cây ban hành kèm theo Quyết định số 12/2027/QĐ-UBND.\n"
    )
    assert [(one.target.work.number, one.target.eid) for one in instructions(document)] == [
        ("12/2027/QĐ-UBND", "part_1__sec_4"),
        ("12/2027/QĐ-UBND", "part_1__sec_5"),
        ("12/2027/QĐ-UBND", "att_1__part_7"),
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "Bãi bỏ Điều 2 (trừ khoản 2) và Điều 3.",
        "Bãi bỏ Điều 2 về mức hỗ trợ (trừ khoản 2) và Điều 3.",
        "Điều 2 (trừ khoản 2) và Điều 3 hết hiệu lực.",
        "Điều 2 về mức hỗ trợ (trừ khoản 2) và Điều 3 hết hiệu lực.",
    ],
)
def test_an_exception_in_brackets_ends_with_them(clause):
    found = read(clause)
    assert [one.target.eid for one in found] == ["art_2", "art_3"]
    assert found[0].target.place.endswith("trừ khoản 2")
    assert found[1].target.place == ""


def test_an_exception_before_the_verb_is_kept():
    found = read("Điều 2, trừ khoản 2, hết hiệu lực từ ngày 01 tháng 3 năm 2028.")
    assert [one.target.eid for one in found] == ["art_2"]
    assert "trừ khoản 2" in found[0].target.place


def test_clearing_and_deducting_are_no_exceptions():
    (one,) = read(
        "Quyết định số 9/2020/QĐ-UBND quy định lưu ký và bù trừ tiền hỗ trợ hết hiệu lực từ ngày"
        " 01 tháng 3 năm 2028."
    )
    assert (one.target.work.number, one.target.place) == ("9/2020/QĐ-UBND", "")


def test_words_of_an_exception_in_brackets_are_no_links():
    found = read("Bãi bỏ Điều 2 về dụng cụ (trừ dụng cụ bằng gốm) và Điều 3.")
    assert [one.target.eid for one in found] == ["art_2", "art_3"]


def test_a_new_title_is_awaited_though_its_words_are_missing():
    found = instructions(act("Sửa đổi, bổ sung tên Điều 2 như sau:", effect=""))
    assert [(one.op, one.target.eid, one.new_text) for one in found] == [("rename", "art_2", None)]


def test_a_work_named_in_new_text_without_marks_is_not_changed():
    document = act(
        "Sửa đổi khoản 2 Điều 2 như sau:\n"
        "a) Danh mục loài cây ban hành kèm theo Quyết định số 9/2020/QĐ-UBND ngày 01 tháng 3 năm"
        " 2020 của Ủy ban nhân dân tỉnh;"
    )
    found = [(one.target.work.number, one.target.eid) for one in instructions(document)]
    assert ("9/2020/QĐ-UBND", None) not in found
    assert found[0] == ("12/2027/QĐ-UBND", "art_2__para_2")


def test_besides_a_case_nothing_is_ordered():
    assert read(
        "Ngoài trường hợp quy định tại khoản 1 Điều 3, thỏa thuận sửa đổi, bổ sung hợp đồng được"
        " thực hiện theo Quyết định này."
    ) == []  # fmt: skip
