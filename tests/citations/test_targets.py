"""What citations point at."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.citations.marked import HERE, only, points

from minhphap.citations import Context, Work, cite_passage

PATHS = {
    "điểm a khoản 2 Điều 5 Luật Giá": ["Luật Giá art_5__para_2__point_a"],
    "Điều 5, khoản 2, điểm a": ["this art_5__para_2__point_a"],
    "Điều 5 khoản 2 Luật Giá": ["Luật Giá art_5__para_2"],
    "các điểm a, b khoản 1, khoản 3 Điều 7": [
        "this art_7__para_1__point_a", "this art_7__para_1__point_b", "this art_7__para_3",
    ],
    "khoản 6, điểm d khoản 7 Điều 2; điểm c khoản 1 Điều 5": [
        "this art_2__para_6", "this art_2__para_7__point_d", "this art_5__para_1__point_c",
    ],
    "điểm g khoản 1 và điểm b khoản 8 Điều 51": [
        "this art_51__para_1__point_g", "this art_51__para_8__point_b",
    ],
    "Khoản 2 và Điểm a, Điểm b Khoản 3 Điều này": [
        "this art_4__para_2", "this art_4__para_3__point_a", "this art_4__para_3__point_b",
    ],
    "khoản 1 Điều 2 và Điều 3": ["this art_2__para_1", "this art_3"],
    "Điều 198a và khoản 1a Điều 5": ["this art_198a", "this art_5__para_1a"],
    "khoản này": ["this art_4__para_2"],
    "điểm này": [],
    "điểm a khoản này": ["this art_4__para_2__point_a"],
    "theo điểm này": ["this art_4__para_2__point_b"],
    "khoản 3": ["this art_4__para_3"],
    "từ điểm c đến điểm h khoản 1 Điều 5": [
        f"this art_5__para_1__point_{letter}" for letter in "cdđegh"
    ],
    "các khoản từ 1 đến 3 Điều 8": [f"this art_8__para_{n}" for n in (1, 2, 3)],
    "Điều 5a đến Điều 7": ["this art_5a", "this art_6", "this art_7"],
    "từ Phụ lục II đến Phụ lục IV": ["this app_II", "this app_III", "this app_IV"],
    "Chương VI và Chương VII của Luật Phá sản": ["Luật Phá sản chp_6", "Luật Phá sản chp_7"],
    "Mục 2 Chương IV Phần thứ ba": ["this part_3__chp_4__sec_2"],
    "tên Điều 9": ["this art_9__heading"],
    "Mẫu số 04 Phụ lục I": ["this app_I__form_04"],
    "Mục VI Phần A Phụ lục": ["this app__part_A__sec_6"],
    "tiết b điểm a khoản 2 Điều 5": ["this art_5__para_2__point_a__item_b"],
    "điểm 1, 2 Điều 3": ["this art_3__point_1", "this art_3__point_2"],
    "khoản 2 Điều 4 Quy chế ban hành kèm theo Quyết định số 3/2031/QĐ-UBND": [
        "3/2031/QĐ-UBND+ art_4__para_2"
    ],
    "Phụ lục I Danh mục phí ban hành kèm theo Quyết định số 3/2031/QĐ-UBND": [
        "3/2031/QĐ-UBND app_I"
    ],
}  # fmt: skip


@pytest.mark.parametrize("words", PATHS)
def test_paths(words: str) -> None:
    context = Context(kind="resolution", where="body", eid="art_4__para_2__point_b")
    found = cite_passage(f"quy định tại {words}.", context)
    if words == "điểm này":
        found = cite_passage("đi từ điểm này đến cầu.", context)
    assert [one for citation in found for one in points(citation)] == PATHS[words]


def test_each_member_has_its_span() -> None:
    text = "tại các điểm a, b và c khoản 2 Điều 5"
    assert [text[t.start : t.end] for t in only(text).targets] == [
        "các điểm a", "b", "c khoản 2 Điều 5",
    ]  # fmt: skip


def test_document_facts() -> None:
    text = "Quyết định số 9/2031/QĐ- UBND ngày 03 tháng 4 năm 2031 của Ủy ban nhân dân tỉnh Sơn Hà"
    work = only(text).targets[0].work
    assert work.kind == "decision"
    assert work.number == "9/2031/QĐ-UBND"
    assert work.date == dt.date(2031, 4, 3)
    assert work.issuer == "Ủy ban nhân dân tỉnh Sơn Hà"


def test_law_facts() -> None:
    named, dated = cite_passage("Luật Giá năm 2023; Luật Cư trú ngày 13 tháng 11 năm 2020", HERE)
    assert named.targets[0].work == Work(kind="law", title="Luật Giá", year=2023)
    assert dated.targets[0].work.date == dt.date(2020, 11, 13)
    assert dated.targets[0].work.year == 2020


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("Nghị quyết số 19-NQ/TW", "party_document"),
        ("văn bản số 12/TTr-STC", "other"),
        ("công văn số 12/STC-NS", "letter"),
        ("Thông tư số 5/2030/TTLT-BTC-BYT", "joint_circular"),
        ("Nghị quyết số 5/2031/UBTVQH15", "resolution"),
    ],
)
def test_kinds(number: str, kind: str) -> None:
    assert only(number).targets[0].work.kind == kind


def test_nothing_is_guessed() -> None:
    without = Context(kind="circular", where="body")
    for text in ("theo khoản này", "tại Chương này", "theo Điều 5 của Pháp lệnh thì"):
        citation = only(text, without)
        assert citation.targets == ()
        assert citation.reason in ("no_context", "ambiguous")
    assert only("theo Luật này", without).reason == "ambiguous"


def test_containers() -> None:
    context = Context(kind="law", where="body", eid="art_46", container="chp_4__sec_2")
    found = cite_passage("theo Mục này, Mục 1 Chương này và Chương này", context)
    eids = [point for one in found for point in points(one)]
    assert eids == ["this chp_4__sec_2", "this chp_4__sec_1", "this chp_4"]


def test_defined_names() -> None:
    text = (
        "Nghị định số 8/2031/NĐ-CP về phí (sau đây gọi tắt là Nghị định 8). Theo Điều 5 Nghị định 8"
        " và Nghị định 8; thực hiện Luật Thủ đô số 39/2024/QH15 (sau đây gọi là Luật Thủ đô) và"
        " Luật Thủ đô."
    )
    found = cite_passage(text, HERE)
    assert [points(one) for one in found] == [
        ["8/2031/NĐ-CP"], ["8/2031/NĐ-CP"], ["8/2031/NĐ-CP art_5"], ["8/2031/NĐ-CP"],
        ["39/2024/QH15"], ["39/2024/QH15"], ["39/2024/QH15"],
    ]  # fmt: skip
    assert found[1].shape == "defined_name"


def test_form_takes_the_home_of_the_next() -> None:
    text = (
        "đơn theo Mẫu số 5, tờ khai theo Mẫu số 2 tại Phụ lục II ban hành kèm theo Nghị quyết này"
    )
    assert [points(one) for one in cite_passage(text, HERE)] == [
        ["this app_II__form_5"], ["this app_II__form_2"],
    ]  # fmt: skip


def test_article_named_with_its_work_in_the_sentence() -> None:
    text = "điều kiện tại khoản 1 Điều 14 và tỷ lệ tại khoản 3 Điều 14 Thông tư số 36/2031/TT-BTC."
    first, _ = cite_passage(text, HERE)
    assert points(first) == ["36/2031/TT-BTC art_14__para_1"]


def test_amending_passages() -> None:
    amended = Work(kind="decree", number="5/2031/NĐ-CP")
    context = Context(
        kind="decree", where="amending", eid="art_1__para_3", work=amended, quoted_eid="art_6"
    )
    text = (
        "3. Sửa đổi khoản 2 Điều 6 như sau: “2. Theo khoản 1 Điều này, hồ sơ tại Điều 9 Nghị định"
        " này.” và thay thế Phụ lục I bằng Phụ lục I ban hành kèm theo Nghị định này."
    )
    assert [points(one) for one in cite_passage(text, context)] == [
        ["5/2031/NĐ-CP art_6__para_2"],
        ["5/2031/NĐ-CP art_6__para_1"],
        ["5/2031/NĐ-CP art_9"],
        ["5/2031/NĐ-CP app_I"],
        ["this app_I"],
    ]


def test_insertions_lie_where_they_go() -> None:
    work = Work(kind="law", title="Luật Giá")
    context = Context(kind="law", where="amending", eid="art_1__para_1", work=work)
    text = "Bổ sung khoản 2a vào sau khoản 2 Điều 9; sửa đổi khoản 4; bổ sung khoản 5 Điều 11"
    assert [points(one)[0] for one in cite_passage(text, context)] == [
        "Luật Giá art_9__para_2a",
        "Luật Giá art_9__para_2",
        "Luật Giá art_11__para_4",
        "Luật Giá art_11__para_5",
    ]


def test_place_moves_with_the_numbers() -> None:
    text = (
        "2. Theo khoản 1 Điều này.\nĐiều 5. Hỗ trợ\n1. Theo khoản 2 Điều này.\na) Theo khoản này."
    )
    found = cite_passage(text, Context(kind="law", where="body", eid="art_4__para_2"))
    assert [points(one)[0] for one in found] == [
        "this art_4__para_1", "this art_5__para_2", "this art_5__para_1",
    ]  # fmt: skip


def test_attached_rules() -> None:
    deciding = Context(kind="decision", where="body", eid="art_2")
    inside = Context(kind="decision", where="attached", eid="art_2")
    assert points(only("Điều 5 của Quy chế này", deciding)) == ["attached art_5"]
    assert points(only("Điều 5 của Quy chế này", inside)) == ["this art_5"]
    text = "khoản 1 Điều 6 Quy chế ban hành kèm theo Quyết định này"
    assert points(only(text, deciding)) == ["attached art_6__para_1"]


def test_shapes() -> None:
    shapes = {
        "Mẫu số 2": "form", "Phụ lục I": "appendix", "từ Điều 2 đến Điều 5": "range",
        "Điều 2 và Điều 5": "list", "khoản này": "relative", "Điều 5": "internal",
        "Luật Giá": "title_only", "Điều 5 Nghị định số 1/2031/NĐ-CP": "provision",
        "Nghị định số 1/2031/NĐ-CP": "document",
    }  # fmt: skip
    assert {text: only(f"theo {text}").shape for text in shapes} == shapes


def test_a_section_takes_the_home_of_the_next_fuller_one() -> None:
    text = (
        "Bãi bỏ số thứ tự 3 Mục I, số thứ tự 4 Mục II Danh mục ban hành kèm theo Quyết định số"
        " 5/2031/QĐ-UBND."
    )
    found = cite_passage(text, Context(kind="decision", where="body", eid="art_1"))
    assert {one.targets[0].work.number for one in found} == {"5/2031/QĐ-UBND"}


def test_nghi_dinh_nay_in_a_letter() -> None:
    text = "Chính phủ ban hành Nghị định số 31/2031/NĐ-CP về thuế, Nghị định này áp dụng cho hộ."
    letter = Context(kind="letter", where="body")
    assert [points(one) for one in cite_passage(text, letter)] == [["31/2031/NĐ-CP"]] * 2
    apart = "Có Nghị định số 31/2031/NĐ-CP. Thực hiện Nghị định này."
    assert [points(one) for one in cite_passage(apart, letter)] == [["31/2031/NĐ-CP"], []]


def test_decisions_of_a_case_are_none() -> None:
    law = Context(kind="law", where="body", eid="art_3")
    assert cite_passage("Tòa án ra quyết định. Quyết định này phải gửi cho đương sự.", law) == ()
    decision = Context(kind="decision", where="body", eid="art_3")
    assert points(only("Người có tên thi hành quyết định này.", decision)) == ["this"]
    amended = Work(kind="law", number="2/2031/QH16")
    context = Context(kind="law", where="amending", eid="art_1", work=amended, quoted=True)
    assert cite_passage("… giải quyết; quyết định này là cuối cùng;", context) == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Bãi bỏ Điều 7 và sửa đổi, bổ sung một số điều của Luật Giá",
            ["Luật Giá art_7", "Luật Giá"],
        ),
        (
            "quy định chi tiết Điều 5 và biện pháp thi hành Luật Giá",
            ["Luật Giá art_5", "Luật Giá"],
        ),
        ("Nghị định số 5/2031/NĐ-CP | Điều 6", ["5/2031/NĐ-CP", "5/2031/NĐ-CP art_6"]),
        (
            "Phụ lục I ban hành kèm theo Thông tư số 2/2031/TT-BTC, gồm:\n- Phụ lục I: phí.",
            ["2/2031/TT-BTC app_I", "2/2031/TT-BTC app_I"],
        ),
        ("theo Điều 7 của Luậtnày và Điều 5 của Nghị địnhsố 4", []),
    ],
)
def test_a_work_said_once(text: str, wanted: list[str]) -> None:
    context = Context(kind="circular", where="body", eid="art_1")
    assert [point for one in cite_passage(text, context) for point in points(one)] == wanted


def test_what_is_taken_out_of_an_article() -> None:
    text = "Điều 3 Thông tư này (trừ khoản 4), khoản 1 Điều 7 Luật Giá trừ quy định tại điểm q."
    context = Context(kind="circular", where="body", eid="art_9__para_2")
    assert [points(one)[0] for one in cite_passage(text, context)] == [
        "this art_3", "this art_3__para_4", "Luật Giá art_7__para_1",
        "Luật Giá art_7__para_1__point_q",
    ]  # fmt: skip


def test_change_and_insertion_share_a_place() -> None:
    work = Work(kind="law", title="Luật Giá")
    context = Context(kind="law", where="amending", eid="art_1", work=work, changed="art_9")
    text = "Sửa đổi, bổ sung điểm d và bổ sung điểm đ vào sau điểm d khoản 3 như sau:"
    assert [points(one)[0] for one in cite_passage(text, context)] == [
        "Luật Giá art_9__para_3__point_d",
        "Luật Giá art_9__para_3__point_đ",
        "Luật Giá art_9__para_3__point_d",
    ]


def test_new_words_lie_in_the_article_of_the_order() -> None:
    work = Work(kind="circular", number="8/2031/TT-BTC")
    context = Context(kind="circular", where="amending", eid="art_1", work=work, changed="")
    text = (
        "Sửa đổi khoản 2 Điều 27 như sau:\n“2. Hồ sơ nêu tại khoản 1 Điều này, nộp theo điểm b"
        " khoản này.”"
    )
    assert [points(one)[0] for one in cite_passage(text, context)] == [
        "8/2031/TT-BTC art_27__para_2",
        "8/2031/TT-BTC art_27__para_1",
        "8/2031/TT-BTC art_27__para_2__point_b",
    ]


def test_words_taken_out_are_not_placed() -> None:
    work = Work(kind="circular", number="8/2031/TT-BTC")
    context = Context(kind="circular", where="amending", eid="art_1", work=work, changed="")
    text = "Sửa đổi khoản 1 Điều 3; thay cụm từ “khoản này” thành “khoản 4” tại Điều 9."
    inner = cite_passage(text, context)[1]
    assert (inner.targets, inner.reason) == ((), "no_context")


def test_definitions_name_the_main_work() -> None:
    text = (
        "Nghị định số 7/2031/NĐ-CP sửa đổi Nghị định số 6/2030/NĐ-CP (sau đây gọi là Nghị định số"
        " 7/2031/NĐ-CP); Nghị định số 8/2031/NĐ-CP quy định chi tiết Luật Giá (sau đây gọi là Nghị"
        " định về giá). Theo Điều 2 Nghị định về giá."
    )
    assert points(cite_passage(text, HERE)[-1]) == ["8/2031/NĐ-CP art_2"]


def test_short_numbers() -> None:
    text = "Thông tư số 13/2031/TT-BTC và Thông tư số 14/2031/TT-BTC; Điều 2 Thông tư số 13."
    assert points(cite_passage(text, HERE)[-1]) == ["13/2031/TT-BTC art_2"]


def test_letters_of_other_scripts() -> None:
    assert only("Nghị định số 40/2031/NĐ-\u0421\u0420").targets[0].work.number == "40/2031/NĐ-CP"
    assert only("Thông tư số 4/2031/TT-BYTngày 5/6/2031").targets[0].work.number == "4/2031/TT-BYT"


def test_clause_of_a_text_without_articles() -> None:
    context = Context(kind="circular", where="body", eid="point_2")
    assert points(only("theo điểm 3 của Thông tư này", context)) == ["this point_3"]
