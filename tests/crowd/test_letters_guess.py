"""Passages that name no provision, or name it late, by a heading, by a term, by pointing back."""

import datetime as dt

import pytest
from letter_samples import HEAD, draft, head_of, letter, one, said, word

from minhphap.crowd.letters import tabulate, to_look_at
from minhphap.crowd.letters.clauses import Clauses
from minhphap.crowd.letters.emphasis import parted, unreasoned
from minhphap.crowd.letters.features import features
from minhphap.crowd.letters.guess import told
from minhphap.crowd.letters.placing import Topic
from minhphap.crowd.letters.words import Words, phrases
from minhphap.structure import parse_text

FEES = """HỘI ĐỒNG NHÂN DÂN
TỈNH SƠN HÀ
NGHỊ QUYẾT
Quy định phí, lệ phí trên địa bàn tỉnh Sơn Hà
Điều 1. Giải thích từ ngữ
1. Bến đò ngang là nơi đò đưa khách qua sông.
2. Vé tháng là vé dùng trong 30 ngày.
Điều 2. Phí qua đò
1. Mức thu 5.000 đồng/người/lượt; xe máy 8.000 đồng/lượt.
2. Miễn phí cho học sinh.
3. Bến đò có camera tại cổng soát vé.
Điều 3. Tỷ lệ để lại
1. Chủ bến được để lại 70% số phí thu được.
2. Phần còn lại nộp trước ngày 20 tháng 10 hằng năm.
Điều 4. Thanh toán, quyết toán
1. Lệ phí được quy định như sau:
a) Cấp thẻ lần đầu: 1.600.000 đồng;
b) Cấp lại thẻ: 900.000 đồng.
2. Hồ sơ quyết toán nộp trong 15 ngày.
Điều 5. Trách nhiệm
Chủ tịch Ủy ban nhân dân các xã, phường chịu trách nhiệm thi hành Nghị quyết này.
PHỤ LỤC
MẪU BIỂU
Mẫu số 01. Đơn xin cấp thẻ
Mẫu số 02. Bảng kê số thu
"""


@pytest.fixture(scope="module")
def fees():
    return Clauses(parse_text(FEES))


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("Camera: nên khuyến khích, chưa bắt buộc.", "art_2__para_3"),
        ("Chủ bến để lại 85% mới đủ chi.", "art_3__para_1"),
        ("Nộp trước 20/10 thì sớm quá.", "art_3__para_2"),
        ("Cấp thẻ mà thu triệu sáu thì cao.", "art_4__para_1__point_a"),
        ("mien phi cho hoc sinh la dung", "art_2__para_2"),
    ],
)
def test_words_alone_place_a_passage(fees, words, clause):
    assert fees.place(words, "amend").clause == clause


def test_the_figure_that_is_wanted_does_not_lead_to_where_it_stands_by_chance(fees):
    words = "Mức thu qua đò đối với xe máy đề nghị hạ xuống còn 900.000 đồng."
    assert fees.place(words, "amend").clause == "art_2__para_1"


def test_an_article_that_names_all_who_carry_out_the_text_says_little(fees):
    assert fees.place("Phường lo làm đường cho dân trước.", "general").clause == "general"


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("Điều 4: cần rõ hơn, bổ sung vào điểm b khoản 1.", "art_4__para_1__point_b"),
        ("Đề nghị đổi cách thu phí qua đò (khoản 1 Điều 2).", "art_2__para_1"),
        ("Đ4 K2: 15 ngày ngắn.", "art_4__para_2"),
        ("Điều 4.1.b nên giảm.", "art_4__para_1__point_b"),
        ("Tại Phụ lục, đề nghị bỏ cột ghi chú.", "app_1"),
        ("Mẫu 02: thêm cột số vé.", "app_1"),
    ],
)
def test_names_in_every_manner(fees, words, clause):
    assert fees.place(words, "amend").clause == clause


def test_tại_điều_này_points_back(fees):
    placed = fees.place(
        "Cũng tại Điều này, đề nghị xem lại câu chữ.", "amend", before="art_4__para_2"
    )
    assert placed.clause == "art_4"


def test_the_title_beside_a_wrong_number_proves_the_right_one(fees):
    placed = fees.place("Điều 2 (tỷ lệ để lại): đề nghị xem lại.", "amend")
    assert placed.clause == "art_3"
    assert placed.remark.startswith("Thư ghi “Điều 2”")


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("Khái niệm “bến đò ngang” còn hẹp.", "art_1__para_1"),
        ("Định nghĩa vé tháng chưa rõ.", "art_1__para_2"),
        ("Khái niệm “xe ôm” chưa có, đề nghị bổ sung.", "general"),
    ],
)
def test_a_definition_is_found_by_its_term(fees, words, clause):
    assert fees.place(words, "amend").clause == clause


def test_what_is_added_as_a_clause_of_its_own_goes_to_the_article(fees):
    words = "Đề nghị bổ sung một khoản về camera tại cổng soát vé bến đò."
    assert fees.place(words, "add").clause == "art_2"
    assert fees.place("Camera tại cổng soát vé: bổ sung bảng giá.", "add").clause == "art_2__para_3"


def test_two_parts_of_one_sentence_stay_together(fees):
    joined = fees.place("nên giảm cho bà con.", "amend", before="art_2__para_1", joined=True)
    assert joined.clause == "art_2__para_1"
    assert fees.place("nên giảm cho bà con.", "amend", before="art_2__para_1").clause == "general"


def test_a_doubt_is_said_and_listed(tmp_path):
    head = head_of("Hội Khuyến học tỉnh", "5/HKH")
    found = one(tmp_path, letter("Sách mượn 14 ngày hay sách tặng ghi sổ đều nên rõ.", head=head))
    (passage,) = found.passages
    assert "cũng có thể là" in passage.remark
    table = tabulate(_collection(tmp_path), on=dt.date(2026, 10, 20))
    assert [one.matter for one in to_look_at(table)] == ["Chưa chắc điều, khoản"]


def _collection(folder):
    from minhphap.crowd.letters import collect

    return collect(folder, draft())


def test_the_words_told_are_those_of_the_passage():
    words = Words(parse_text(FEES))
    text = "Vé tháng dùng 30 ngày là ngắn."
    assert phrases(text, words.find(text)[0])[0] == "vé tháng dùng 30 ngày"


def test_no_pair_of_words_reaches_over_a_comma():
    assert "thôn tối" not in features("chuẩn nghèo nông thôn, tối đa 10 năm")
    assert "tối đa" in features("chuẩn nghèo nông thôn, tối đa 10 năm")


@pytest.mark.parametrize(
    ("words", "feature"),
    [
        ("triệu sáu một tháng", "1600000"),
        ("hai triệu rưỡi", "2500000"),
        ("5 triệu rưỡi", "5500000"),
        ("được trăm rưỡi", "150000"),
        ("trước ngày 20 tháng 10", "20/10"),
        ("hạn 20/10 là sớm", "20/10"),
        ("không quá 15 chỗ ngồi", "15 chỗ"),
        ("² triệu sáu", "sáu"),
    ],
)
def test_amounts_and_days_as_people_say_them(words, feature):
    assert feature in features(words)


def test_reasons_and_wishes_are_told_from_what_describes():
    text = "Giá vé đề nghị giảm còn 3.000 đồng vì dân qua sông nhiều lần trong ngày."
    described, aside = parted(text)
    assert len(described) == len(aside) == len(text)
    assert [word in described for word in ("Giá vé", "3.000", "qua sông")] == [True, False, False]
    assert [word in aside for word in ("Giá vé", "3.000", "qua sông")] == [False, True, True]
    assert [word in unreasoned(text) for word in ("3.000", "qua sông")] == [True, False]


def test_nothing_is_told_by_nothing():
    assert not told([])


@pytest.mark.parametrize(
    ("lines", "clauses"),
    [
        (
            ("Về Điều 2:", "- Nên đổi buổi tối.", "Về Điều 4:", "- Nên tăng kinh phí."),
            ["att_1__art_2__para_1", "att_1__art_4"],
        ),
        (
            ("Về giờ phục vụ", "Đề nghị xem lại.", "Về thủ thư", "Đề nghị xem lại."),
            ["att_1__art_2", "att_1__art_5"],
        ),
        (
            ("Sở nhất trí với dự thảo. Về mượn sách, đề nghị:", "- Xem lại số cuốn."),
            ["general", "att_1__art_3__para_1"],
        ),
        (
            ("I. Về dự thảo Tờ trình", "Đề nghị bổ sung số liệu thủ thư.", "II. Điều 5",
             "Đề nghị tăng."),
            ["general", "att_1__art_5"],
        ),
        (
            ("Đối với Quyết định: Điều 3 cần viết lại.", "Đối với Quy chế: Điều 3 cần viết lại."),
            ["art_3", "att_1__art_3"],
        ),
    ],
)  # fmt: skip
def test_headings_tell_what_follows(tmp_path, lines, clauses):
    found = one(tmp_path, letter(*lines))
    assert [passage.clause for passage in found.passages] == clauses


def test_the_answer_formula_is_no_part_of_a_passage(tmp_path):
    head = HEAD[:-1]
    first = "Phúc đáp Công văn số 77/SVHTTDL ngày 20/9/2026, Sở Tài chính nhất trí với dự thảo."
    found = one(tmp_path, letter(first, "Sở Tài chính có ý kiến: Điều 5 nên tăng.", head=head))
    assert said(found) == [
        ("agree", "general", "Sở Tài chính nhất trí với dự thảo."),
        ("amend", "att_1__art_5", "Điều 5 nên tăng."),
    ]


def test_bullets_without_a_full_stop_are_no_headings(tmp_path):
    lines = ("- Điều 5 nên tăng", "- giờ mở cửa buổi tối là tốt", "- sách tặng ghi sổ ở đâu")
    found = one(tmp_path, letter(*lines))
    clauses = ["att_1__art_5", "att_1__art_2__para_1", "att_1__art_4__para_2"]
    assert [passage.clause for passage in found.passages] == clauses


def test_a_part_with_a_subject_of_its_own_is_a_passage(tmp_path):
    words = "Tại Điều 3: số cuốn mượn về nên là 05; mức bồi thường mất sách đề nghị bằng giá bìa."
    found = one(tmp_path, letter(words))
    assert [passage.clause for passage in found.passages] == [
        "att_1__art_3__para_1",
        "att_1__art_3__para_2",
    ]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Sở nhất trí với dự thảo, đề nghị bổ sung vào Điều 5 việc tập huấn.", 2),
        ("Cơ bản nhất trí với dự thảo và có hai ý kiến sau:", 1),
        ("Thế nào là sách tặng? Đề nghị nêu tiêu chí.", 1),
        ("Thu gấp đôi giá bìa là đúng, nhưng phải làm rõ cách tính.", 2),
        ("Đề nghị bỏ Điều 5; nếu giữ thì cần quy định rõ nguồn chi.", 1),
    ],
)
def test_where_agreement_ends_and_an_ask_begins(tmp_path, words, parts):
    assert len(one(tmp_path, letter(words)).passages) == parts


def test_the_first_of_two_columns_of_comments_may_only_name_the_subject(tmp_path):
    rows = [
        ["STT", "Nội dung góp ý", "Đề xuất của xã", "Lý do"],
        ["1", "Phụ cấp thủ thư", "Nâng lên 0,8", "Thấp"],
        ["2", "Điều 3 khoản 3", "Bỏ quy định này", ""],
    ]
    content = word(HEAD, tables=[rows])
    found = one(tmp_path, content, name="thu.docx")
    assert said(found) == [
        ("amend", "att_1__art_5", "Nâng lên 0,8"),
        ("delete", "att_1__art_3__para_3", "Bỏ quy định này"),
    ]


@pytest.mark.parametrize(
    ("lines", "sender"),
    [
        (("UBND XÃ BẢN LANH",), "Ủy ban nhân dân xã Bản Lanh"),
        (("SỞ VĂN HÓA, THỂ THAO", "THƯ VIỆN TỈNH SƠN HÀ"), "Thư viện tỉnh Sơn Hà"),
        (("HỘI NGƯỜI CAO TUỔI TỈNH SƠN HÀ",), "Hội Người cao tuổi tỉnh Sơn Hà"),
        (
            ("NGÂN HÀNG PHÁT TRIỂN", "CHI NHÁNH TỈNH SƠN HÀ"),
            "Ngân hàng phát triển Chi nhánh tỉnh Sơn Hà",
        ),
    ],
)
def test_senders_as_officials_write_them(tmp_path, lines, sender):
    head = (*lines, "Số: 5/CV", "Sơn Hà, ngày 05 tháng 10 năm 2026", "Kính gửi: Sở Tài chính.")
    assert one(tmp_path, letter("Điều 5 nên tăng.", head=head, foot=())).sender == sender


def test_a_record_whose_chair_is_named_in_its_head_is_read_to_its_end(tmp_path):
    lines = (
        "BIÊN BẢN",
        "Họp thôn lấy ý kiến",
        "Hồi 19 giờ 00, ngày 03 tháng 10 năm 2026, tại nhà văn hóa.",
        "Chủ trì: Trưởng thôn",
        "Ý kiến:",
        "- Cụ Lý Thị A (80 tuổi): Thủ thư nên được thêm phụ cấp.",
        "- Chị B: Sách mất đền gấp đôi là đúng.",
        "Buổi họp kết thúc lúc 21 giờ.",
    )
    found = one(tmp_path, "\n".join(lines))
    assert [passage.speaker for passage in found.passages] == ["Cụ Lý Thị A (80 tuổi)", "Chị B"]
    assert found.date == dt.date(2026, 10, 3)
    assert found.leftovers == ()


def test_who_speaks_for_others_opens_no_foot(tmp_path):
    lines = ("Đại diện các thủ thư, chúng tôi có ý kiến:", "- Điều 5 nên tăng phụ cấp cho thủ thư;")
    assert len(one(tmp_path, letter(*lines)).passages) == 1
    late = ("Điều 5 nên tăng.", "Đại diện thủ thư", "- Điều 3: đề nghị nâng số cuốn mượn về;")
    assert len(one(tmp_path, letter(*late)).passages) == 2


def test_article_and_clause_in_columns_of_their_own(tmp_path):
    rows = [["Điều", "Khoản", "Ý kiến góp ý", "Lý do"], ["3", "2", "Đền bằng giá bìa", ""]]
    found = one(tmp_path, word(HEAD, tables=[rows]), name="thu.docx")
    assert said(found) == [("amend", "att_1__art_3__para_2", "Đền bằng giá bìa")]


def test_a_printed_question_is_the_topic_of_its_answer(tmp_path):
    lines = (
        "PHIẾU GÓP Ý",
        "Họ và tên: Lê Thị B",
        "Câu 1. Ông/bà có đồng ý với mức phụ cấp của thủ thư không?",
        "Trả lời: Đồng ý.",
    )
    found = one(tmp_path, "\n".join(lines))
    assert said(found) == [("agree", "att_1__art_5", "Trả lời: Đồng ý.")]


def test_under_the_heading_of_a_chapter_words_find_the_article():
    text = FEES.replace("Điều 2. Phí qua đò", "Chương II\nPHÍ\nĐiều 2. Phí qua đò")
    clauses = Clauses(parse_text(text.replace("Điều 1. Giải", "Chương I\nCHUNG\nĐiều 1. Giải")))
    (named,) = clauses.mentions.find("Chương II")
    placed = clauses.place("Camera: chưa cần.", "amend", Topic(named.eids))
    assert placed.clause == "art_2__para_3"
    assert clauses.place("Nên viết lại.", "amend", Topic(named.eids)).clause == named.eids[0]
