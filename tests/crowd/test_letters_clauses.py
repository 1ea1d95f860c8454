"""The provision a passage speaks of: as named, as proved by the words, or for a person to tell."""

import pytest
from letter_samples import DRAFT, draft, letter, one

from minhphap.crowd.letters.clauses import Clauses
from minhphap.structure import parse_text


def clause_of(tmp_path, words):
    """Clause and remark of the only passage of a letter."""
    (passage,) = one(tmp_path, letter(words)).passages
    return passage


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("Tại khoản 1 Điều 3, đề nghị nâng lên.", "att_1__art_3__para_1"),
        ("Điều 3 khoản 1: đề nghị nâng lên.", "att_1__art_3__para_1"),
        ("ĐIỀU 3, KHOẢN 1 đề nghị nâng lên.", "att_1__art_3__para_1"),
        ("Điều 3 (khoản 1) đề nghị nâng lên.", "att_1__art_3__para_1"),
        ("Khoan 1 Điều 3 đề nghi nâng lên.", "att_1__art_3__para_1"),
        ("Đề nghị nâng K1 Đ3.", "att_1__art_3__para_1"),
        ("Bổ sung vào Điều 2 một khoản về ngày hè.", "att_1__art_2"),
        ("Đề nghị tách Điều 3 của Quyết định thành hai ý.", "art_3"),
        ("Đề nghị sửa Điều 3 Quy chế ban hành kèm theo.", "att_1__art_3"),
        ("Khoản 1 Điều 4 và khoản 2 Điều 4: đề nghị gộp lại.", "att_1__art_4__para_1"),
    ],
)
def test_a_named_provision(tmp_path, words, clause):
    assert clause_of(tmp_path, words).clause == clause


def test_a_bare_article_is_that_of_the_regulation_unless_the_words_say_otherwise(tmp_path):
    words = "Điều 3: đề nghị bổ sung Giám đốc Sở Tài chính chịu trách nhiệm thi hành."
    assert clause_of(tmp_path, words).clause == "art_3"
    assert clause_of(tmp_path, "Điều 3: đề nghị xem lại.").clause == "att_1__art_3"


def test_two_provisions_in_one_breath_are_both_told(tmp_path):
    passage = clause_of(tmp_path, "Khoản 1 và khoản 2 Điều 3: đề nghị gộp lại.")
    assert (passage.clause, passage.also) == ("att_1__art_3__para_1", ("att_1__art_3__para_2",))


def test_words_point_at_one_clause_of_a_named_article(tmp_path):
    words = "Điều 3: đề nghị trẻ em dưới 08 tuổi mới cần phụ huynh bảo lãnh."
    assert clause_of(tmp_path, words).clause == "att_1__art_3__para_3"


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("Khoản 2 Điều 5 về bồi thường gấp đôi giá bìa, đề nghị sửa lại.", "att_1__art_3__para_2"),
        ("Khoản 2 Điều 4: thay “gấp đôi giá bìa” bằng “giá bìa”.", "att_1__art_3__para_2"),
        ("Trang 2, chỗ phụ cấp 0,5 mức lương cơ sở nên nâng lên 0,8.", "att_1__art_5"),
        ("Đoạn nói về “phụ huynh bảo lãnh” nên bỏ.", "att_1__art_3__para_3"),
    ],
)
def test_a_wrong_number_is_corrected_where_the_words_prove_it(tmp_path, words, clause):
    passage = clause_of(tmp_path, words)
    assert passage.clause == clause
    named = "trang" in words.lower() or "điều" in words.lower()
    assert passage.remark.startswith("Thư ghi “" if named else "Thư chỉ nói “")
    assert passage.named_as


def test_without_proof_the_letter_is_believed(tmp_path):
    passage = clause_of(tmp_path, "Khoản 2 Điều 4: đề nghị quy định rõ hơn.")
    assert (passage.clause, passage.remark) == ("att_1__art_4__para_2", "")


def test_reasons_about_other_things_prove_nothing(tmp_path):
    words = (
        "Nhiều bạn đọc làm mất sách mà không bồi thường gấp đôi giá bìa. Tại Điều 5, đề nghị nâng"
        " phụ cấp để thủ thư yên tâm."
    )
    passage = one(tmp_path, letter(words)).passages[-1]
    assert passage.clause == "att_1__art_5"


def test_a_clause_the_draft_has_not_goes_to_its_article_with_a_remark(tmp_path):
    passage = clause_of(tmp_path, "Khoản 7 Điều 3 đề nghị xem xét kỹ.")
    assert passage.clause == "att_1__art_3"
    assert "dự thảo không có" in passage.remark


def test_a_name_that_leads_nowhere_is_left_to_a_person(tmp_path):
    passage = clause_of(tmp_path, "Mục 9 chưa rõ, đề nghị xem lại.")
    assert (passage.clause, passage.ask, passage.named_as) == ("unclear", "general", "Mục 9")


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("Mỗi tuần 5 buổi thì ít quá, cho mở cả Chủ nhật.", "att_1__art_2__para_1"),
        ("Mất sách đền gấp đôi là nặng, đền bằng giá bìa thôi.", "att_1__art_3__para_2"),
        ("muon ve 3 cuon it qua, cho 5 cuon", "att_1__art_3__para_1"),
        ("Hai mươi triệu một năm không đủ mua sách.", "att_1__art_4__para_1"),
    ],
)
def test_who_names_nothing_is_understood_by_the_words(tmp_path, words, clause):
    passage = clause_of(tmp_path, words)
    assert passage.clause == clause
    assert "xếp theo lời văn" in passage.remark


@pytest.mark.parametrize(
    "words",
    [
        "Dự thảo chưa nói đến người khuyết tật, đề nghị bổ sung.",
        "Các nội dung khác thống nhất với dự thảo.",
        "Đề nghị cơ quan soạn thảo đánh giá tác động trong tờ trình.",
        "Mong đường làng sớm được trải nhựa.",
    ],
)
def test_what_speaks_of_the_whole_or_of_nothing_in_the_draft_is_general(tmp_path, words):
    assert clause_of(tmp_path, words).clause == "general"


def test_numbers_of_the_version_before_are_understood():
    newer = DRAFT.replace("Điều 5. Thủ thư", "Điều 6. Thủ thư").replace(
        "Điều 6. Thủ thư", "Điều 5. Sách nói\nThư viện có góc sách nói.\nĐiều 6. Thủ thư"
    )
    clauses = Clauses(parse_text(newer), draft())
    placed = clauses.place("Điều 5: đề nghị nâng phụ cấp của thủ thư lên 0,8.", "amend")
    assert placed.clause == "att_1__art_6"
    assert "bản dự thảo trước" in placed.remark
    assert clauses.place("Điều 5: đề nghị thêm máy nghe sách nói.", "add").clause == "att_1__art_5"


@pytest.mark.parametrize(
    "words",
    [
        "Mức 1,5 triệu đồng là thấp so với giá sách, đề nghị xem xét.",
        "Đề nghị khoán 3 triệu đồng mỗi năm tiền điện của thư viện.",
        "Đề nghị khoan 2 giếng nước cho nhà văn hóa.",
    ],
)
def test_words_that_only_look_like_levels(tmp_path, words):
    assert clause_of(tmp_path, words).named_as == ""


def test_other_laws_are_no_provisions_of_the_draft(tmp_path):
    words = "Theo khoản 2 Điều 3 Luật Thư viện số 46/2019/QH14, đề nghị bổ sung quyền của bạn đọc."
    assert clause_of(tmp_path, words).clause != "att_1__art_3__para_2"


def test_a_heading_tells_which_of_two_texts_is_meant(tmp_path):
    found = one(
        tmp_path,
        letter(
            "1. Đối với dự thảo Quyết định",
            "Điều 3: đề nghị xem lại từ ngữ.",
            "2. Đối với Quy chế ban hành kèm theo",
            "2.1. Điều 3: đề nghị xem lại từ ngữ.",
            "2.2. Đề nghị rà soát lỗi chính tả trong toàn bộ dự thảo.",
        ),
    )
    assert [p.clause for p in found.passages] == ["art_3", "att_1__art_3", "general"]


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("Làm mất phải đền gấp đôi giá bìa là nặng, xin bớt.", "att_1__art_3__para_2"),
        (
            "Hai chục triệu một năm mua sách không đủ, đề nghị ba mươi triệu.",
            "att_1__art_4__para_1",
        ),
    ],
)
def test_everyday_words_without_any_number_of_a_provision(tmp_path, words, clause):
    assert clause_of(tmp_path, words).clause == clause
