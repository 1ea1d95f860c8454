"""Letters on a draft that amends another act name the provisions of that act."""

import pytest

from minhphap.crowd.letters.amended import Amended
from minhphap.crowd.letters.clauses import Clauses
from minhphap.structure import parse_text

DRAFT = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số:      /2026/QĐ-UBND
QUYẾT ĐỊNH
Sửa đổi, bổ sung một số điều của Quy chế quản lý bến đò ban hành kèm theo {act}
Điều 1. Sửa đổi, bổ sung một số điều của Quy chế quản lý bến đò ban hành kèm theo {act}
1. Sửa đổi, bổ sung Điều 6 như sau:
“Điều 6. Áo phao
1. Mỗi hành khách có một áo phao.
2. Chủ đò kiểm tra áo phao trước chuyến đi.”.
2. Bổ sung Điều 8a vào sau Điều 8 như sau:
“Điều 8a. Người lái đò
Người lái đò có chứng chỉ lái phương tiện.”.
3. Sửa đổi, bổ sung khoản 2 Điều 3 như sau:
“2. Bến đò cách cầu ít nhất 500 m.”.
Điều 2. Bãi bỏ Điều 12.
Điều 3. Hiệu lực thi hành
1. Quyết định này có hiệu lực từ ngày 01 tháng 3 năm 2027.
2. Sở Xây dựng hướng dẫn thi hành Quyết định này.
""".replace("{act}", "Quyết định số 15/2022/QĐ-UBND")


@pytest.fixture(scope="module")
def clauses():
    return Clauses(parse_text(DRAFT))


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("Khoản 1 Điều 1: đề nghị viết lại.", "art_1__para_1"),
        ("Điều 8a: đề nghị cho thời gian chuyển tiếp.", "art_1__para_2"),
        ("Khoản 2 Điều 6 (được sửa đổi): đề nghị viết lại.", "art_1__para_1"),
        ("Không nên bãi bỏ Điều 12.", "art_2"),
        ("Điều 3 khoản 1: đề nghị lùi ngày.", "art_3__para_1"),
        ("Khoản 2 Điều 3: khoảng cách bến đò cách cầu 500 m là xa.", "art_1__para_3"),
        ("Áo phao phải có cho cả trẻ em.", "art_1__para_1"),
    ],
)
def test_a_provision_of_the_amended_act_stands_where_the_draft_changes_it(clauses, words, clause):
    assert clauses.place(words, "amend").clause == clause


def test_a_draft_that_amends_nothing_names_nothing_else():
    plain = parse_text("QUYẾT ĐỊNH\nVề bến đò\nĐiều 1. Bến đò\n1. Có đèn.\n2. Có phao.\n")
    assert Amended(plain).find("art_1__para_1") is None


def test_what_holds_several_changed_parts_is_named_as_a_whole(clauses):
    amended = clauses.mentions.amended
    assert amended.find("art_3__para_2") == "art_1__para_3"
    assert amended.find("art_3") == "art_1__para_3"
    assert amended.find("art_99") is None
