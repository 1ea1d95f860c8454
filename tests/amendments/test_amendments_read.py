"""What amending clauses order, read out of their words."""

import pytest
from tests.amendments.amendment_samples import HEAD, act, brief, read

from minhphap.amendments import instructions
from minhphap.structure import parse_text

NEW_2 = "2. Hộ nghèo được hỗ trợ thêm 3 triệu đồng."


@pytest.mark.parametrize(
    "clause",
    [
        f"Sửa đổi, bổ sung khoản 2 Điều 2 như sau:\n“{NEW_2}”.",
        f"Sửa đổi khoản 2 Điều 2 như sau: “{NEW_2}”",
        f"Khoản 2 Điều 2 được sửa đổi, bổ sung như sau:\n“{NEW_2}”;",
        f"Khoản 2 Điều 2 sửa đổi như sau:\n“{NEW_2}”.",
        f"Thay thế khoản 2 Điều 2 bằng khoản 2 như sau:\n“{NEW_2}”.",
    ],
)
def test_replace(clause):
    (one,) = read(clause)
    assert brief(one) == ("replace", "art_2__para_2", NEW_2, ("art_2__para_2",))


@pytest.mark.parametrize(
    ("clause", "op", "eid", "new_eids"),
    [
        (
            "Bổ sung điểm c vào sau điểm b khoản 1 Điều 2 như sau:\n“c) Phân bón.”.",
            "insert_after", "art_2__para_1__point_b", ("art_2__para_1__point_c",),
        ),
        (
            "Bổ sung khoản 1a vào trước khoản 2 Điều 2 như sau:\n“1a. Mức khác.”.",
            "insert_before", "art_2__para_2", ("art_2__para_1a",),
        ),
        (
            "Bổ sung Điều 2a, Điều 2b vào sau Điều 2 như sau:\n“Điều 2a. Kinh phí\nTỉnh trả.\n"
            "Điều 2b. Giám sát\nXã giám sát.”.",
            "insert_after", "art_2", ("art_2a", "art_2b"),
        ),
        (
            "Bổ sung khoản 4 vào Điều 2 như sau:\n“4. Mức khác.”.",
            "append", "art_2", ("art_2__para_4",),
        ),
        (
            "Bổ sung khoản 4 Điều 2 như sau:\n“4. Mức khác.”.",
            "append", "art_2", ("art_2__para_4",),
        ),
        (
            "Bổ sung khoản 2a Điều 2 như sau:\n“2a. Mức khác.”.",
            "insert_after", "art_2__para_2", ("art_2__para_2a",),
        ),
        (
            "Điều 2 được bổ sung khoản 4 như sau:\n“4. Mức khác.”.",
            "append", "art_2", ("art_2__para_4",),
        ),
    ],
)  # fmt: skip
def test_insert(clause, op, eid, new_eids):
    (one,) = read(clause)
    assert (one.op, one.target.eid, one.new_eids) == (op, eid, new_eids)
    assert one.new_text


@pytest.mark.parametrize(
    ("clause", "eids"),
    [
        ("Bãi bỏ khoản 3 Điều 2.", ["art_2__para_3"]),
        ("Khoản 3 Điều 2 bị bãi bỏ.", ["art_2__para_3"]),
        (
            "Bãi bỏ điểm a, điểm b khoản 1 Điều 2; Điều 3.",
            ["art_2__para_1__point_a", "art_2__para_1__point_b", "art_3"],
        ),
        ("Hủy bỏ các khoản 2 và 3 Điều 2.", ["art_2__para_2", "art_2__para_3"]),
        ("Bỏ Phụ lục II.", ["app_2"]),
    ],
)
def test_repeal(clause, eids):
    found = read(clause)
    assert [one.op for one in found] == ["repeal"] * len(eids)
    assert [one.target.eid for one in found] == eids


@pytest.mark.parametrize(
    ("clause", "old", "new", "eids"),
    [
        (
            "Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại Điều 1, khoản 2 Điều 3.",
            "cấp huyện", "cấp xã", ["art_1", "art_3__para_2"],
        ),
        ("Bỏ cụm từ “và sơ đồ” tại khoản 1 Điều 3.", "và sơ đồ", "", ["art_3__para_1"]),
        (
            "Bổ sung cụm từ “cận nghèo” vào sau cụm từ “Hộ nghèo” tại khoản 2 Điều 2.",
            "Hộ nghèo", "Hộ nghèo cận nghèo", ["art_2__para_2"],
        ),
        (
            "Sửa đổi cụm từ “3 triệu” thành “4 triệu” tại điểm a khoản 1 Điều 2.",
            "3 triệu", "4 triệu", ["art_2__para_1__point_a"],
        ),
    ],
)  # fmt: skip
def test_phrases(clause, old, new, eids):
    found = read(clause)
    assert {(one.op, one.old_phrase, one.new_phrase) for one in found} == {
        ("replace_phrase", old, new)
    }
    assert [one.target.eid for one in found] == eids
    assert {one.scope for one in found} == {None}


def test_a_phrase_without_a_place_is_replaced_throughout():
    (one,) = read("Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã”.")
    assert (one.target.eid, one.scope) == (None, "throughout")


def test_several_phrases_each_at_its_places():
    found = read(
        "Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại Điều 1; thay thế cụm từ “đơn”"
        " bằng cụm từ “tờ khai” tại khoản 1 Điều 3."
    )
    assert [(one.old_phrase, one.target.eid) for one in found] == [
        ("cấp huyện", "art_1"), ("đơn", "art_3__para_1"),
    ]  # fmt: skip


def test_rename_keeps_to_the_title():
    (one,) = read("Sửa đổi tên Điều 3 như sau: “Điều 3. Hồ sơ, thủ tục”.")
    assert (one.op, one.target.eid, one.target.place) == ("rename", "art_3", "tên")


def test_rename_of_a_row_of_articles():
    found = read(
        "Sửa đổi tên Điều 2, Điều 3 như sau:\na) “Điều 2. Mức chi”;\nb) “Điều 3. Thủ tục”."
    )
    assert [(one.op, one.target.eid, one.new_text) for one in found] == [
        ("rename", "art_2", "Điều 2. Mức chi"), ("rename", "art_3", "Điều 3. Thủ tục"),
    ]  # fmt: skip


def test_title_and_clauses_in_one_quotation():
    found = read(
        "Sửa đổi, bổ sung tên Điều 3 và khoản 1 Điều 3 như sau:\n"
        "“Điều 3. Thủ tục\n1. Hồ sơ gồm đơn.”."
    )
    assert [(one.op, one.target.eid) for one in found] == [
        ("rename", "art_3"), ("replace", "art_3__para_1"),
    ]  # fmt: skip
    assert found[1].new_text == "1. Hồ sơ gồm đơn."


def test_repeal_of_titles():
    found = read("Bãi bỏ tên Mục 1, Mục 2 Chương II.")
    assert [(one.op, one.target.place) for one in found] == [("repeal", "tên")] * 2


def test_renumber():
    (one,) = read("Chuyển khoản 3 Điều 2 thành khoản 4 Điều 2.")
    assert (one.op, one.target.eid, one.new_eids) == (
        "renumber", "art_2__para_3", ("art_2__para_4",),
    )  # fmt: skip


def test_appendix():
    (one,) = read(
        "Thay thế Phụ lục I ban hành kèm theo Quyết định số 12/2027/QĐ-UBND bằng Phụ lục I ban hành"
        " kèm theo Quyết định này."
    )
    assert (one.op, one.target.eid) == ("replace_appendix", "app_1")


def test_an_appendix_told_by_its_title_is_not_the_whole_work():
    (one,) = read(
        "Thay thế Danh mục loài cây ban hành kèm theo Quyết định số 12/2027/QĐ-UBND bằng Danh mục"
        " ban hành kèm theo Quyết định này."
    )
    assert one.op == "replace_appendix"


def test_a_new_regulation_takes_the_place_of_the_old():
    document = parse_text(
        HEAD
        + "Điều 1. Thay thế Quy định mức hỗ trợ ban hành kèm theo Quyết định số 12/2027/QĐ-UBND"
        " bằng Quy định ban hành kèm theo Quyết định này.\nNơi nhận:\n- Lưu: VT.\n"
        "QUY ĐỊNH\nMức hỗ trợ\n(Kèm theo Quyết định số 30/2028/QĐ-UBND)\nĐiều 1. Mức\nMột.\n"
    )
    (one,) = instructions(document)
    assert (one.op, one.target.eid) == ("replace", "att_1")
    assert one.new_text is not None
    assert one.new_text.endswith("Điều 1. Mức\nMột.")


def test_suspension():
    (one,) = read("Ngưng hiệu lực khoản 3 Điều 2 đến hết ngày 31 tháng 12 năm 2028.")
    assert (one.op, one.target.eid) == ("suspend", "art_2__para_3")


def test_correction():
    document = parse_text(
        "QUYẾT ĐỊNH\nVề việc đính chính Quyết định số 12/2027/QĐ-UBND\n"
        "Điều 1. Đính chính khoản 2 Điều 2 Quyết định số 12/2027/QĐ-UBND như sau:\n"
        f"“{NEW_2}”.\n"
    )
    (one,) = instructions(document)
    assert (one.op, one.target.eid, one.new_text) == ("correct", "art_2__para_2", NEW_2)


def test_one_quotation_is_shared_out_among_its_targets():
    found = read(
        "Sửa đổi khoản 2; bổ sung khoản 4 vào sau khoản 3 Điều 2 như sau:\n"
        "“2. Mức hai.\n4. Mức bốn.”."
    )
    assert [brief(one) for one in found] == [
        ("replace", "art_2__para_2", "2. Mức hai.", ("art_2__para_2",)),
        ("insert_after", "art_2__para_3", "4. Mức bốn.", ("art_2__para_4",)),
    ]


def test_what_bare_paths_mean_is_told_by_the_lead_in():
    document = parse_text(
        HEAD + "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2027/QĐ-UBND\n"
        "1. Sửa đổi, bổ sung Điều 2 như sau:\na) Bãi bỏ khoản 3;\n"
        "b) Sửa đổi điểm a khoản 1 như sau: “a) Cây giống: 4 triệu đồng;”.\n"
        "Điều 2. Sửa đổi, bổ sung một số điều của Quyết định số 45/2026/QĐ-UBND\n"
        "1. Bãi bỏ Điều 7.\n"
    )
    assert [(one.op, one.target.work.number, one.target.eid) for one in instructions(document)] == [
        ("repeal", "12/2027/QĐ-UBND", "art_2__para_3"),
        ("replace", "12/2027/QĐ-UBND", "art_2__para_1__point_a"),
        ("repeal", "45/2026/QĐ-UBND", "art_7"),
    ]


def test_the_regulation_issued_with_a_decision():
    document = parse_text(
        "QUYẾT ĐỊNH\nSửa đổi, bổ sung một số điều của Quy định ban hành kèm theo Quyết định số"
        " 12/2027/QĐ-UBND\nĐiều 1. Sửa đổi, bổ sung một số điều của Quy định mức hỗ trợ ban hành"
        " kèm theo Quyết định số 12/2027/QĐ-UBND ngày 10 tháng 6 năm 2027 của Ủy ban nhân dân tỉnh"
        " Sơn Hà như sau:\n1. Bãi bỏ khoản 3 Điều 2.\n"
    )
    (one,) = instructions(document)
    assert one.target.eid == "att_1__art_2__para_3"


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Quyết định này thay thế Quyết định số 9/2020/QĐ-UBND.", ["9/2020/QĐ-UBND"]),
        (
            "Quyết định này có hiệu lực từ ngày 01 tháng 3 năm 2028 và thay thế Quyết định số"
            " 9/2020/QĐ-UBND; bãi bỏ Quyết định số 10/2021/QĐ-UBND.",
            ["9/2020/QĐ-UBND", "10/2021/QĐ-UBND"],
        ),
        (
            "Quyết định số 9/2020/QĐ-UBND ban hành Quy định phí chợ; Quyết định số 10/2021/QĐ-UBND"
            " quy định giờ chợ hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
            ["9/2020/QĐ-UBND", "10/2021/QĐ-UBND"],
        ),
    ],
)
def test_end_of_whole_works(words, numbers):
    document = parse_text(f"QUYẾT ĐỊNH\nQuy định về chợ\nĐiều 9. Hiệu lực\n{words}\n")
    found = instructions(document)
    assert [(one.op, one.target.work.number, one.target.eid) for one in found] == [
        ("repeal", number, None) for number in numbers
    ]


def test_works_named_in_a_title_are_not_repealed():
    document = parse_text(
        "QUYẾT ĐỊNH\nBãi bỏ một số văn bản\nĐiều 1. Bãi bỏ\n1. Bãi bỏ Quyết định số 3/2019/QĐ-UBND;"
        " khoản 1 Điều 3 Quyết định số 7/2025/QĐ-UBND ngày 01 tháng 02 năm 2025 sửa đổi, bổ sung"
        " một số điều của Quyết định số 8/2020/QĐ-UBND quy định về chợ, Quyết định số"
        " 9/2020/QĐ-UBND quy định về phí.\n"
    )
    assert [(one.target.work.number, one.target.eid) for one in instructions(document)] == [
        ("3/2019/QĐ-UBND", None), ("7/2025/QĐ-UBND", "art_3__para_1"),
    ]  # fmt: skip


def test_items_numbered_after_their_lead_in_belong_to_its_work():
    document = parse_text(
        "QUYẾT ĐỊNH\nQuy định về chợ\nĐiều 9. Hiệu lực\n"
        "2. Các quy định sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực:\n"
        "a) Quyết định số 1/2020/QĐ-UBND;\n"
        "b) Các điều, khoản của Quyết định số 12/2027/QĐ-UBND, bao gồm:\n"
        "b1) Điều 4; khoản 3 Điều 7;\nc) Điều 8 Quyết định số 7/2021/QĐ-UBND.\n"
    )
    found = [(one.target.work.number, one.target.eid) for one in instructions(document)]
    assert ("12/2027/QĐ-UBND", "art_4") in found
    assert ("12/2027/QĐ-UBND", "art_7__para_3") in found
    assert found[-1] == ("7/2021/QĐ-UBND", "art_8")


def test_an_exception_is_kept_in_words():
    found = read("Bãi bỏ Điều 2; Điều 3, trừ khoản 1.")
    assert [one.target.place for one in found] == ["", "trừ khoản 1"]


@pytest.mark.parametrize(
    "words",
    [
        "Sở Nông nghiệp và Môi trường rà soát, bổ sung danh sách quy định tại khoản 2 Điều 3.",
        "Trường hợp văn bản viện dẫn được sửa đổi, bổ sung thì thực hiện theo văn bản mới.",
        "Việc bãi bỏ danh sách thực hiện theo quy định tại khoản 2 Điều 3.",
        "Quyết định số 12/2027/QĐ-UBND đã được sửa đổi theo Quyết định số 20/2027/QĐ-UBND.",
        "Buộc tháo dỡ hoặc hủy bỏ phong tỏa tài khoản theo quy định tại khoản 2 Điều 3.",
        "Hồ sơ đề nghị thay đổi, bổ sung nội dung gồm đơn theo khoản 1 Điều 3.",
    ],
)
def test_clauses_that_only_speak_of_changes(words):
    document = parse_text(f"QUYẾT ĐỊNH\nQuy định về chợ\nĐiều 3. Trách nhiệm\n1. {words}\n")
    assert instructions(document) == ()


def test_orders_within_new_text_are_not_orders():
    (one,) = read(
        "Sửa đổi khoản 2 Điều 3 như sau:\n"
        "“2. Bãi bỏ khoản 1 Điều 4; thay thế cụm từ ‘a’ bằng cụm từ ‘b’ tại Điều 1.”."
    )
    assert (one.op, one.target.eid) == ("replace", "art_3__para_2")


def test_transitional_rules_are_given_as_such():
    effect = (
        "Điều 2. Quy định chuyển tiếp\n1. Hồ sơ đã nộp được giải quyết theo quy định cũ.\n"
        "Điều 3. Hiệu lực\nQuyết định này có hiệu lực từ ngày 01 tháng 3 năm 2028.\n"
    )
    found = instructions(act("Bãi bỏ khoản 3 Điều 2.", effect=effect))
    assert [(one.op, one.source) for one in found] == [
        ("repeal", "art_1__para_1"), ("transitional", "art_2__para_1"),
    ]  # fmt: skip


def test_every_instruction_is_tied_to_its_clause_and_its_words():
    document = act(
        "Bãi bỏ khoản 3 Điều 2.",
        f"Sửa đổi khoản 2 Điều 2 như sau:\n“{NEW_2}”.",
        "Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại Điều 1.",
    )
    text = document.source.text
    for one in instructions(document):
        clause = document.by_eid[one.source]
        assert clause.start <= one.start < one.end <= clause.end
        assert text[one.target.start : one.target.end] in (
            "khoản 3 Điều 2",
            "khoản 2 Điều 2",
            "Điều 1",
        )
        assert one.act.number == "30/2028/QĐ-UBND"
        if one.new:
            assert text[slice(*one.new)] == one.new_text
    assert [one.clause for one in instructions(document)] == [
        "khoản 1 Điều 1", "khoản 2 Điều 1", "khoản 3 Điều 1",
    ]  # fmt: skip


def test_a_document_that_amends_nothing_orders_nothing():
    document = parse_text(
        "QUYẾT ĐỊNH\nQuy định về chợ\nĐiều 1. Quy định chuyển tiếp\n1. Hồ sơ cũ vẫn dùng được.\n"
    )
    assert instructions(document) == ()
