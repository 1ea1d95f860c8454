"""Citations of whole documents: each provision in its own context."""

from __future__ import annotations

from minhphap.citations import Citation, cite
from minhphap.structure import parse_text

DECISION = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 12/2031/QĐ-UBND
QUYẾT ĐỊNH
Ban hành Quy chế quản lý chợ
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý chợ.
Điều 2. Bãi bỏ các quyết định sau đây:
1. Quyết định số 5/2020/QĐ-UBND ngày 02 tháng 3 năm 2020 của Ủy ban nhân dân tỉnh Sơn Hà;
2. Quyết định số 6/2021/QĐ-UBND ngày 02 tháng 3 năm 2021 của Ủy ban nhân dân tỉnh Sơn Hà.
Điều 3. Sở Công Thương thực hiện khoản 2 Điều 2 Quy chế này, khoản 3 Điều 2 Quyết định này.
Nơi nhận:
- Như Điều 3;
QUY CHẾ
Quản lý chợ trên địa bàn tỉnh Sơn Hà
(Ban hành kèm theo Quyết định số 12/2031/QĐ-UBND ngày 05 tháng 6 năm 2031 của Ủy ban nhân dân tỉnh)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định về quản lý chợ theo Chương II Quy chế này.
Điều 2. Nguyên tắc
1. Thực hiện Điều 1 và khoản 2 Điều này.
2. Không trái với điểm a khoản 9 Điều 1 Quy chế này.
Chương II
TỔ CHỨC THỰC HIỆN
Điều 3. Trách nhiệm
Sở Công Thương thi hành Quy chế này.
"""
AMENDING = """CHÍNH PHỦ
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 5/2029/NĐ-CP
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 5/2029/NĐ-CP
1. Sửa đổi khoản 2 Điều 6 như sau:
“2. Hồ sơ theo quy định tại khoản 1 Điều này, thời hạn tại Điều 9 Nghị định này.”
2. Bãi bỏ Điều 7.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2031, trừ khoản 2 Điều 1 Nghị định này.
"""


def read(text: str) -> dict[str, Citation]:
    """Citations under their words."""
    return {text[c.start : c.end]: c for c in cite(parse_text(text))}


def resolved(citation: Citation) -> list[str | None]:
    return [target.resolved or target.reason for target in citation.targets]


def test_attached_rules_have_a_tree_of_their_own() -> None:
    found = read(DECISION)
    assert resolved(found["khoản 2 Điều 2 Quy chế này"]) == ["att_1__art_2__para_2"]
    assert resolved(found["Điều 1 và khoản 2 Điều này"]) == ["att_1__art_1", "att_1__art_2__para_2"]
    assert resolved(found["Chương II Quy chế này"]) == ["att_1__chp_II"]
    assert resolved(found["Điều 3"]) == ["art_3"]


def test_missing_provisions_are_named() -> None:
    found = read(DECISION)
    assert resolved(found["điểm a khoản 9 Điều 1 Quy chế này"]) == ["missing"]
    assert resolved(found["khoản 3 Điều 2 Quyết định này"]) == ["missing"]
    assert found["khoản 3 Điều 2 Quyết định này"].targets[0].work.this


def test_roles_in_the_document() -> None:
    found = cite(parse_text(DECISION))
    roles = [c.role for c in found if c.shape == "document"]
    assert roles == ["basis", "repeals", "repeals", "refers"]
    assert {t.reason for c in found if c.shape == "document" for t in c.targets} == {"external"}


def test_amending_document() -> None:
    found = read(AMENDING)
    amended = "5/2029/NĐ-CP"
    first = found["khoản 2 Điều 6"]
    assert (first.role, first.targets[0].work.number) == ("amends", amended)
    assert found["khoản 1 Điều này"].targets[0].eid == "art_6__para_1"
    assert found["khoản 1 Điều này"].targets[0].work.number == amended
    assert found["Điều 9 Nghị định này"].targets[0].work.number == amended
    assert found["Điều 7"].targets[0].work.number == amended
    own = found["khoản 2 Điều 1 Nghị định này"]
    assert own.targets[0].work.this
    assert resolved(own) == ["art_1__para_2"]


def test_list_of_what_is_detailed() -> None:
    text = (
        "NGHỊ ĐỊNH\nĐiều 1. Phạm vi điều chỉnh\nNghị định này quy định chi tiết một số điều của"
        " Luật Giá, gồm:\n1. Khoản 2 Điều 9 về giá tối đa.\n2. Điều 3 về giá đất.\n"
        "Điều 2. Hiệu lực\n"
    )
    found = read(text)
    assert found["Khoản 2 Điều 9"].targets[0].work.title == "Luật Giá"
    assert found["Khoản 2 Điều 9"].role == "guides"


def test_quoted_text_of_an_unknown_work_is_left_open() -> None:
    text = "QUYẾT ĐỊNH\nĐiều 1. Sửa đổi như sau:\n“Điều 5. Giá\n1. Theo Điều 9 Quyết định này.”\n"
    found = read(text)
    assert found["Điều 9 Quyết định này"].targets == ()
    assert found["Điều 9 Quyết định này"].reason == "ambiguous"


def test_a_clause_called_a_numbered_point() -> None:
    text = "LUẬT\nĐiều 1. Giá\n1. Giá tối đa.\n2. Theo điểm 1 Điều này. Theo điểm 7 Điều này.\n"
    found = read(text)
    assert resolved(found["điểm 1 Điều này"]) == ["art_1__para_1"]
    assert found["điểm 7 Điều này"].targets[0].reason == "missing"
