"""Instructions applied to a base: the words that come out, and what is told of the rest."""

import io

import docx
import pytest
from tests.amendments.amendment_samples import BASE, HEAD, act, amended, body

from minhphap.amendments import apply, instructions, revert
from minhphap.intake import read
from minhphap.structure import parse, parse_text


def lines(applied, start):
    """The amended lines from one that begins like this."""
    rest = body(applied).split("\n")
    at = next(index for index, line in enumerate(rest) if line.startswith(start))
    return rest[at:]


def reasons(applied):
    """Reasons of refusals."""
    return [one.reason for one in applied.refused]


@pytest.mark.parametrize(
    ("clause", "old", "new"),
    [
        (
            "Sửa đổi khoản 2 Điều 2 như sau:\n“2. Hộ nghèo được thêm 3 triệu đồng.”.",
            "2. Hộ nghèo được hỗ trợ thêm 2 triệu đồng.\nPhần hỗ trợ thêm trả vào cuối năm.\n",
            "2. Hộ nghèo được thêm 3 triệu đồng.\n",
        ),
        (
            "Sửa đổi khoản 3 Điều 2 như sau: “Không hỗ trợ diện tích dưới 0,5 héc-ta.”.",
            "dưới 0,3 héc-ta",
            "dưới 0,5 héc-ta",
        ),
        (
            "Bổ sung điểm c vào sau điểm b khoản 1 Điều 2 như sau:\n“c) Phân bón.”.",
            "5 triệu đồng.\n",
            "5 triệu đồng.\nc) Phân bón.\n",
        ),
        (
            "Bổ sung khoản 1a vào trước khoản 2 Điều 2 như sau:\n“1a. Mức khác.”.",
            "2. Hộ nghèo",
            "1a. Mức khác.\n2. Hộ nghèo",
        ),
        (
            "Bổ sung khoản 4 vào Điều 2 như sau:\n“4. Mức khác.”.",
            "0,3 héc-ta.\n",
            "0,3 héc-ta.\n4. Mức khác.\n",
        ),
        (
            "Bổ sung Điều 2a vào sau Điều 2 như sau:\n“Điều 2a. Kinh phí\nTỉnh bảo đảm.”.",
            "Điều 3. Hồ sơ",
            "Điều 2a. Kinh phí\nTỉnh bảo đảm.\nĐiều 3. Hồ sơ",
        ),
        (
            "Bãi bỏ khoản 3 Điều 2.",
            "3. Không hỗ trợ diện tích dưới 0,3 héc-ta.",
            "3. (được bãi bỏ)",
        ),
        (
            "Bãi bỏ Điều 3.",
            "Điều 3. Hồ sơ\n1. Hồ sơ gồm đơn đề nghị và sơ đồ khu đất.\n"
            "2. Nộp hồ sơ tại Ủy ban nhân dân cấp huyện.\n",
            "Điều 3. (được bãi bỏ)\n",
        ),
        ("Bãi bỏ tên Mục 1 Chương II.", "MỨC CHUNG", "(được bãi bỏ)"),
        (
            "Sửa đổi tên Điều 3 như sau: “Điều 3. Hồ sơ, thủ tục”.",
            "Điều 3. Hồ sơ\n",
            "Điều 3. Hồ sơ, thủ tục\n",
        ),
        (
            "Sửa đổi tên Mục 1 Chương II như sau: “Mức hỗ trợ chung”.",
            "MỨC CHUNG",
            "Mức hỗ trợ chung",
        ),
        ("Chuyển khoản 3 Điều 2 thành khoản 4 Điều 2.", "3. Không", "4. Không"),
        (
            "Sửa đổi đoạn mở đầu khoản 1 Điều 2 như sau: “1. Hỗ trợ mỗi năm cho mỗi héc-ta:”.",
            "một lần cho",
            "mỗi năm cho",
        ),
        (
            "Sửa đổi đoạn thứ hai khoản 2 Điều 2 như sau: “Phần hỗ trợ thêm trả ngay.”.",
            "trả vào cuối năm",
            "trả ngay",
        ),
        (
            "Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại khoản 2 Điều 3.",
            "dân cấp huyện",
            "dân cấp xã",
        ),
        (
            "Bỏ cụm từ “và sơ đồ khu đất” tại khoản 1 Điều 3.",
            " và sơ đồ khu đất",
            "",
        ),
        (
            "Thay thế cụm từ “hộ nghèo” bằng cụm từ “hộ cận nghèo” tại khoản 2 Điều 2.",
            "Hộ nghèo",
            "Hộ cận nghèo",
        ),
    ],
)
def test_what_each_instruction_does(clause, old, new):
    applied = amended(clause)
    assert applied.document.source.text == BASE.replace(old, new)
    assert not applied.refused
    assert revert(applied).source.text == BASE


def test_a_phrase_throughout():
    applied = amended("Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã”.")
    assert applied.document.source.text == BASE.replace("cấp huyện", "cấp xã")
    assert len(applied.steps[0].edits) == 2


def test_a_phrase_is_also_replaced_in_new_text_of_the_same_act():
    applied = amended(
        "Sửa đổi khoản 2 Điều 3 như sau:\n“2. Nộp tại Phòng Tài chính cấp huyện.”.",
        "Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại khoản 2 Điều 3.",
    )
    assert "2. Nộp tại Phòng Tài chính cấp xã." in body(applied)
    (mark,) = applied.marks
    assert [one.op for one in mark.instructions] == ["replace", "replace_phrase"]


def test_the_longer_phrase_goes_first():
    applied = amended(
        "Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại khoản 2 Điều 3.",
        "Thay thế cụm từ “Ủy ban nhân dân cấp huyện” bằng cụm từ “Bộ phận một cửa” tại khoản 2"
        " Điều 3.",
    )
    assert "2. Nộp hồ sơ tại Bộ phận một cửa." in body(applied)


def test_new_provisions_stand_in_the_order_of_their_numbers():
    applied = amended(
        "Bổ sung khoản 4 vào sau khoản 3 Điều 2 như sau:\n“4. Bốn.”.",
        "Bổ sung Điều 2a vào sau Điều 2 như sau:\n“Điều 2a. Mới\nMới.”.",
        "Bổ sung khoản 5 vào sau khoản 4 Điều 2 như sau:\n“5. Năm.”.",
    )
    found = [one.eid for one in applied.document.walk() if one.type in ("article", "clause")]
    at = found.index("art_2__para_3")
    assert found[at : at + 5] == [
        "art_2__para_3", "art_2__para_4", "art_2__para_5", "art_2a", "art_3",
    ]  # fmt: skip
    assert not applied.refused


@pytest.mark.parametrize(
    ("clause", "reason"),
    [
        ("Sửa đổi khoản 9 Điều 2 như sau:\n“9. Chín.”.", "not_found"),
        ("Bổ sung khoản 3 vào sau khoản 2 Điều 2 như sau:\n“3. Ba.”.", "exists"),
        ("Thay thế cụm từ “cấp tỉnh” bằng cụm từ “cấp xã” tại Điều 1.", "phrase_absent"),
        ("Bãi bỏ nội dung về hộ nghèo tại khoản 2 Điều 2.", "fine_place"),
        ("Bãi bỏ Điều 3, trừ khoản 1.", "fine_place"),
        ("Thay cụm từ “cấp huyện” bằng cụm từ “cấp xã”, trừ khoản 2 Điều 3.", "fine_place"),
        ("Sửa đổi tên khoản 3 Điều 2 như sau: “3. Diện tích”.", "no_heading"),
        ("Thay thế Phụ lục I ban hành kèm theo Quyết định số 12/2027/QĐ-UBND bằng Phụ lục I ban"
         " hành kèm theo Quyết định này.", "not_found"),
        ("Bãi bỏ khoản 3 Điều 2 Quyết định số 99/2020/QĐ-UBND.", "other_work"),
    ],
)  # fmt: skip
def test_what_cannot_be_applied_is_told(clause, reason):
    applied = amended(clause)
    assert reasons(applied) == [reason]
    assert applied.document.source.text == BASE
    assert applied.refused[0].message
    assert applied.refused[0].message_en
    assert "{" not in applied.refused[0].message + applied.refused[0].message_en


def test_what_is_put_into_a_provision_that_is_replaced_whole_is_shown():
    applied = amended(
        "Bổ sung khoản 1a vào sau khoản 1 Điều 3 như sau:\n“1a. Ảnh chụp.”.",
        "Sửa đổi Điều 3 như sau:\n“Điều 3. Giấy tờ\n1. Đơn.”.",
    )
    assert reasons(applied) == ["overlap"]
    assert len(applied.clashes) == 1
    assert "Điều 3. Hồ sơ" in applied.document.source.text
    assert revert(applied).source.text == BASE


def test_two_orders_of_one_act_on_one_place_are_shown():
    applied = amended("Sửa đổi khoản 2 Điều 2 như sau:\n“2. Hai.”.", "Bãi bỏ khoản 2 Điều 2.")
    (clash,) = applied.clashes
    assert clash.eid == "art_2__para_2"
    assert reasons(applied) == ["overlap"]


def test_two_acts_on_one_clause_are_shown_and_the_later_stands():
    base = parse_text(BASE)
    first = instructions(act("Sửa đổi khoản 2 Điều 2 như sau:\n“2. Lần một.”."))
    later = parse_text(
        HEAD.replace("30/2028", "7/2029")
        + "Điều 1. Sửa đổi khoản 2 Điều 2 Quyết định số 12/2027/QĐ-UBND như sau:\n“2. Lần hai.”.\n"
    )
    applied = apply(base, [*first, *instructions(later)])
    assert "2. Lần hai." in body(applied)
    assert "Lần một" not in body(applied)
    (clash,) = applied.clashes
    assert (clash.first.act.number, clash.second.act.number) == (
        "30/2028/QĐ-UBND", "7/2029/QĐ-UBND",
    )  # fmt: skip
    (mark,) = applied.marks
    assert [one.act.number for one in mark.instructions] == ["30/2028/QĐ-UBND", "7/2029/QĐ-UBND"]
    assert revert(applied).source.text == BASE


def test_a_later_act_may_amend_what_an_earlier_one_put_in():
    first = instructions(act("Bổ sung khoản 4 vào sau khoản 3 Điều 2 như sau:\n“4. Bốn.”."))
    later = parse_text(
        HEAD.replace("30/2028", "7/2029")
        + "Điều 1. Bãi bỏ khoản 4 Điều 2 Quyết định số 12/2027/QĐ-UBND.\n"
    )
    applied = apply(parse_text(BASE), [*first, *instructions(later)])
    assert "4. (được bãi bỏ)" in body(applied)
    assert revert(applied).source.text == BASE


def test_rules_for_the_time_between_and_suspensions_change_no_words():
    effect = "Điều 2. Quy định chuyển tiếp\nHồ sơ cũ theo quy định cũ.\n"
    document = act("Ngưng hiệu lực khoản 3 Điều 2.", effect=effect)
    applied = apply(parse_text(BASE), instructions(document))
    assert applied.document.source.text == BASE
    assert [one.op for one in applied.aside] == ["suspend", "transitional"]


def test_the_end_of_the_whole_is_told():
    document = parse_text(
        "QUYẾT ĐỊNH\nQuy định mới\nĐiều 9. Hiệu lực\n"
        "Quyết định này thay thế Quyết định số 12/2027/QĐ-UBND.\n"
    )
    applied = apply(parse_text(BASE), instructions(document))
    assert applied.ended is not None
    assert applied.document.source.text == BASE


def test_every_instruction_is_accounted_for():
    orders = instructions(
        act(
            "Bãi bỏ khoản 3 Điều 2.",
            "Sửa đổi khoản 9 Điều 2 như sau:\n“9. Chín.”.",
            "Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại Điều 1, Điều 4.",
        )
    )
    applied = apply(parse_text(BASE), orders)
    done = {id(one) for edit in applied.steps[0].edits for one in edit.instructions}
    refused = {id(one.instruction) for one in applied.refused}
    assert done | refused == {id(one) for one in orders}
    assert not done & refused


def test_the_amended_document_is_read_again_and_lossless():
    applied = amended("Bổ sung Điều 2a vào sau Điều 2 như sau:\n“Điều 2a. Mới\n1. Một.”.")
    document = applied.document
    assert document.by_eid["art_2a__para_1"]
    text = document.source.text
    assert "".join(text[leaf.start : leaf.end] for leaf in document.leaves) == text
    assert document.meta.number == "12/2027/QĐ-UBND"


def test_a_base_without_a_head_may_be_numbered_by_the_caller():
    base = parse_text("Điều 1. Phạm vi\nMột.\nĐiều 2. Mức\nHai.\n")
    orders = instructions(act("Bãi bỏ Điều 2."))
    assert reasons(apply(base, orders, number="13/2027/QĐ-UBND")) == ["other_work"]
    applied = apply(base, orders, number="12/2027/QĐ-UBND")
    assert applied.document.source.text == "Điều 1. Phạm vi\nMột.\nĐiều 2. (được bãi bỏ)\n"


def test_tables_of_the_base_stay_tables():
    paper = docx.Document()
    for line in BASE.splitlines()[:9]:
        paper.add_paragraph(line)
    table = paper.add_table(rows=2, cols=2)
    for cell, words in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Loại cây", "Mức", "Keo", "3 triệu đồng"),
        strict=True,
    ):
        cell.text = words
    for line in BASE.splitlines()[9:]:
        paper.add_paragraph(line)
    out = io.BytesIO()
    paper.save(out)
    base = parse(read(out.getvalue(), name="goc.docx"))
    assert len(base.tables) == 1
    applied = apply(base, instructions(act("Bãi bỏ khoản 3 Điều 2.")))
    (kept,) = applied.document.tables
    text = applied.document.source.text
    assert [[text[start:end] for start, end in row] for row in kept.rows] == [
        ["Loại cây", "Mức"], ["Keo", "3 triệu đồng"],
    ]  # fmt: skip
