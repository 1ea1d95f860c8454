"""Each thing said once, whole; form is form; nothing is passed over in silence."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letter_samples import FOOT, HEAD, draft, letter, one, said

from minhphap.crowd.letters import collect
from minhphap.crowd.letters.lines import lines_of
from minhphap.crowd.letters.reading import Desk
from minhphap.intake import Source


def test_the_head_tells_who_when_and_which_letter_is_answered(tmp_path):
    found = one(tmp_path, letter("Sở Tài chính nhất trí với dự thảo."))
    assert (found.sender, found.number) == ("Sở Tài chính", "120/STC-HCSN")
    assert found.date == dt.date(2026, 10, 5)
    assert found.request == "77/SVHTTDL-QLVH ngày 20/09/2026"


def test_the_subject_line_is_no_roman_number(tmp_path):
    head = (*HEAD[:5], "V/v góp ý.", *HEAD[6:])
    found = one(tmp_path, letter("Nhất trí với dự thảo.", head=head))
    assert (found.number, found.date) == ("120/STC-HCSN", dt.date(2026, 10, 5))


def test_form_is_neither_passage_nor_left_over(tmp_path):
    found = one(tmp_path, letter("Sở Tài chính nhất trí với dự thảo."))
    assert said(found) == [("agree", "general", "Sở Tài chính nhất trí với dự thảo.")]
    assert found.leftovers == ()
    assert found.agrees


def test_each_numbered_item_is_a_passage_without_its_number(tmp_path):
    found = one(
        tmp_path,
        letter(
            "1. Khoản 1 Điều 3: đề nghị nâng lên 05 cuốn.",
            "2. Đề nghị bỏ khoản 3 Điều 3 vì gây khó cho trẻ em.",
        ),
    )
    assert said(found) == [
        ("amend", "att_1__art_3__para_1", "Khoản 1 Điều 3: đề nghị nâng lên 05 cuốn."),
        ("delete", "att_1__art_3__para_3", "Đề nghị bỏ khoản 3 Điều 3 vì gây khó cho trẻ em."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Cơ bản nhất trí với dự thảo, nhưng đề nghị nâng mức mượn tại khoản 1 Điều 3.", 2),
        ("Đồng ý với Điều 5, tuy nhiên đề nghị quy định rõ nguồn chi trả phụ cấp.", 2),
        ("Điều 3: đề nghị nâng lên 05 cuốn; bổ sung quy định mượn sách nói.", 2),
        ("Đề nghị kéo dài thời hạn mượn lên 20 ngày, đồng thời bỏ quy định bồi thường.", 2),
        ("Thời hạn 14 ngày được tính thế nào? Đề nghị làm rõ.", 1),
        ("Mức 20 triệu đồng là thấp so với giá sách. Đề nghị nâng lên 30 triệu đồng.", 1),
        ("Đề nghị thay “03 cuốn” bằng “05 cuốn; trẻ em 07 cuốn” cho phù hợp.", 1),
        ("Đề nghị rà soát, quy định thống nhất giờ mở cửa, tránh mỗi nơi một kiểu.", 1),
    ],
)
def test_a_paragraph_is_cut_where_it_says_another_thing(tmp_path, words, parts):
    found = one(tmp_path, letter(words))
    assert len(found.passages) == parts
    assert found.leftovers == ()


def test_agreement_with_a_condition_is_two_passages(tmp_path):
    found = one(tmp_path, letter("Tôi đồng ý việc niêm yết, nhưng chữ phải to cho người già đọc."))
    assert [p.text for p in found.passages] == [
        "Tôi đồng ý việc niêm yết",
        "chữ phải to cho người già đọc.",
    ]
    assert not found.agrees


def test_agreement_in_the_line_that_announces_the_rest(tmp_path):
    found = one(
        tmp_path,
        letter(
            "Sở Tài chính cơ bản thống nhất với dự thảo, tuy nhiên đề nghị chỉnh sửa một số nội"
            " dung sau:",
            "1. Khoản 1 Điều 4: giảm còn 15 triệu đồng.",
        ),
    )
    assert [(p.ask, p.clause) for p in found.passages] == [
        ("agree", "general"),
        ("amend", "att_1__art_4__para_1"),
    ]


def test_a_heading_gives_its_items_their_provision(tmp_path):
    found = one(
        tmp_path,
        letter(
            "I. Về nội dung",
            "1. Điều 3. Mượn sách",
            "- Khoản 1: đề nghị nâng lên 05 cuốn.",
            "- Khoản 2: đề nghị bồi thường bằng giá bìa.",
            "2. Về kinh phí (Điều 4):",
            "- Đề nghị bổ sung nguồn xã hội hóa.",
        ),
    )
    assert [p.clause for p in found.passages] == [
        "att_1__art_3__para_1",
        "att_1__art_3__para_2",
        "att_1__art_4",
    ]
    assert found.leftovers == ()


def test_new_wording_in_the_next_paragraph_belongs_to_the_passage(tmp_path):
    found = one(
        tmp_path,
        letter(
            "Đề nghị bổ sung vào Điều 2 một khoản như sau:",
            "“3. Trong dịp hè, thư viện mở cửa cả ngày Chủ nhật.”.",
        ),
    )
    (passage,) = found.passages
    assert passage.text.endswith("mở cửa cả ngày Chủ nhật.”.")
    assert passage.proposed == "3. Trong dịp hè, thư viện mở cửa cả ngày Chủ nhật"


def test_reasons_and_grounds_stay_with_what_they_support(tmp_path):
    found = one(
        tmp_path,
        letter(
            "1. Khoản 2 Điều 3 quy định bồi thường gấp đôi. Nhiều cuốn sách đã cũ, giá bìa không"
            " còn phản ánh giá trị.",
            "Do đó, đề nghị bồi thường theo giá trị còn lại.",
        ),
    )
    (passage,) = found.passages
    assert passage.clause == "att_1__art_3__para_2"
    assert passage.text.startswith("Khoản 2 Điều 3 quy định")
    assert passage.text.endswith("giá trị còn lại.")


def test_what_is_neither_passage_nor_form_is_listed(tmp_path):
    facts = "Toàn tỉnh hiện có 62 thư viện xã với 140.000 bản sách."
    found = one(tmp_path, letter(facts, "Đề nghị bỏ khoản 2 Điều 2."))
    assert [left.text for left in found.leftovers] == [facts]
    assert found.leftovers[0].place.line == 10


def test_places_lead_back_to_the_paragraph(tmp_path):
    found = one(tmp_path, letter("Đề nghị bỏ khoản 2 Điều 2.", "Đề nghị bỏ Điều 5."))
    assert [p.place.line for p in found.passages] == [10, 11]


@pytest.mark.parametrize(
    ("words", "ask"),
    [
        ("Nhất trí với quy định tại Điều 5.", "agree"),
        ("Đề nghị giữ nguyên khoản 1 Điều 3.", "agree"),
        ("Đề nghị không giảm số buổi mở cửa tại khoản 1 Điều 2.", "agree"),
        ("Khoản 1 Điều 4: nâng lên 30 triệu đồng.", "amend"),
        ("Tại khoản 1 Điều 3, thay số “03” bằng “05”.", "amend"),
        ("Không nhất trí với quy định bồi thường gấp đôi tại khoản 2 Điều 3.", "amend"),
        ("Bổ sung vào Điều 2 quy định mở cửa ngày Chủ nhật.", "add"),
        ("Khoản 3 Điều 3 đề nghị bỏ.", "delete"),
        ("Đề nghị bỏ cụm từ “gấp đôi”, thay bằng “bằng” tại khoản 2 Điều 3.", "amend"),
        ("Phụ cấp tại Điều 5 do cấp nào chi trả?", "question"),
        ("Đề nghị làm rõ căn cứ của mức 20 triệu đồng tại khoản 1 Điều 4.", "question"),
        ("Dự thảo còn chung chung, khó thực hiện.", "general"),
    ],
)
def test_what_is_asked(tmp_path, words, ask):
    found = one(tmp_path, letter(words))
    assert [p.ask for p in found.passages] == [ask]


@pytest.mark.parametrize(
    ("words", "wording"),
    [
        ("Khoản 1 Điều 3: thay “03 cuốn” bằng “05 cuốn”.", "05 cuốn"),
        ("Khoản 1 Điều 4: nâng lên 30 triệu đồng mỗi năm để đủ mua sách.", "30 triệu đồng mỗi năm"),
        ("Tại khoản 1 Điều 2, đề nghị 06 buổi.", "06 buổi"),
        ("Đề nghị bổ sung cụm từ “và trang điện tử” sau cụm từ “tại cổng”.", "và trang điện tử"),
        ("Nhất trí với Điều 5.", None),
    ],
)
def test_the_wording_that_is_wanted(tmp_path, words, wording):
    (passage,) = one(tmp_path, letter(words)).passages
    assert passage.proposed == wording


SENTENCES = st.sampled_from(
    [
        "Đề nghị bỏ khoản 2 Điều 3.",
        "1. Khoản 1 Điều 2: đề nghị nâng lên 06 buổi; bổ sung quy định mở cửa buổi tối.",
        "Nhất trí với dự thảo, nhưng đề nghị làm rõ Điều 5.",
        "Toàn xã có 12 thôn và 3.400 nhân khẩu.",
        "- Lý do: kinh phí còn khó khăn.",
        "II. Ý kiến khác",
        "Trân trọng cảm ơn quý cơ quan.",
        "Mức phụ cấp tính thế nào?",
        "“4. Thư viện phục vụ cả ngày lễ.”",
    ]
)


@given(st.lists(SENTENCES, max_size=9))
@settings(max_examples=80, deadline=None)
def test_every_word_is_in_a_passage_or_form_or_left_over_and_none_twice(body):
    desk = Desk(draft())
    source = Source("\n".join((*HEAD, *body, *FOOT)))
    (found,) = desk.letters(source, "thu.txt")
    spoken = " ".join(p.text for p in found.passages)
    asks = ("Đề nghị bỏ khoản 2 Điều 3", "Mức phụ cấp tính thế nào", "Nhất trí với dự thảo")
    for words in asks:
        wanted = sum(words in line for line in body)
        assert spoken.count(words) == wanted
    for facts in ("Toàn xã có 12 thôn",):
        wanted = sum(facts in line for line in body)
        left = sum(facts in one.text for one in found.leftovers)
        assert spoken.count(facts) + left == wanted


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text):
    desk = Desk(draft())
    for found in desk.letters(Source(text.replace("\r", "\n")), "thu.txt"):
        for passage in found.passages:
            assert passage.text
    assert lines_of(Source(text)) is not None


@pytest.mark.parametrize(
    "words",
    [
        "Giới hạn 03 cuốn không khả thi vì lớp học đông. Kiến nghị bỏ giới hạn này.",
        "Khoản 2 Điều 3: tiền bồi thường thu được đề nghị để lại cho thư viện.",
        "Xin cho trẻ em mượn về thêm 01 cuốn.",
    ],
)
def test_one_wish_is_one_passage(tmp_path, words):
    (passage,) = one(tmp_path, letter(words)).passages
    assert (passage.text, passage.ask in ("amend", "add", "delete")) == (words, True)


def test_a_line_that_only_announces_is_no_passage(tmp_path):
    found = one(
        tmp_path, letter("Phường có 3 thư viện. Sau khi họp, phường kiến nghị:", "Bỏ Điều 5.")
    )
    assert said(found) == [("delete", "att_1__art_5", "Bỏ Điều 5.")]


def test_a_folder_or_a_file_may_be_named_by_a_string(tmp_path):
    (tmp_path / "thu.txt").write_text(letter("Bỏ Điều 5."), encoding="utf-8")
    for replies in (str(tmp_path), str(tmp_path / "thu.txt"), [str(tmp_path / "thu.txt")]):
        assert [said(one) for one in collect(replies, draft()).letters] == [
            [("delete", "att_1__art_5", "Bỏ Điều 5.")]
        ]
