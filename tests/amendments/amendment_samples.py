"""Amending acts and bases of an invented province, and short ways to read them."""

from minhphap.amendments import apply, instructions
from minhphap.structure import parse_text

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 30/2028/QĐ-UBND
Sơn Hà, ngày 05 tháng 02 năm 2028
QUYẾT ĐỊNH
Sửa đổi, bổ sung một số điều của Quyết định số 12/2027/QĐ-UBND
"""
LEAD = (
    "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2027/QĐ-UBND ngày 10 tháng 6 năm"
    " 2027 của Ủy ban nhân dân tỉnh quy định mức hỗ trợ trồng rừng như sau:\n"
)
EFFECT = "Điều 2. Hiệu lực\nQuyết định này có hiệu lực từ ngày 01 tháng 3 năm 2028.\n"
BASE = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 12/2027/QĐ-UBND
Sơn Hà, ngày 10 tháng 6 năm 2027
QUYẾT ĐỊNH
Quy định mức hỗ trợ trồng rừng
Điều 1. Phạm vi điều chỉnh
Quyết định này quy định mức hỗ trợ trồng rừng tại cấp huyện.
Chương II
MỨC HỖ TRỢ
Mục 1
MỨC CHUNG
Điều 2. Mức hỗ trợ
1. Hỗ trợ một lần cho mỗi héc-ta:
a) Cây giống: 3 triệu đồng;
b) Công trồng: 5 triệu đồng.
2. Hộ nghèo được hỗ trợ thêm 2 triệu đồng.
Phần hỗ trợ thêm trả vào cuối năm.
3. Không hỗ trợ diện tích dưới 0,3 héc-ta.
Điều 3. Hồ sơ
1. Hồ sơ gồm đơn đề nghị và sơ đồ khu đất.
2. Nộp hồ sơ tại Ủy ban nhân dân cấp huyện.
Điều 4. Hiệu lực
Quyết định này có hiệu lực từ ngày 01 tháng 7 năm 2027.
"""


def act(*clauses, effect=EFFECT):
    """An act of numbered clauses under one lead-in."""
    numbered = (f"{number}. {clause}\n" for number, clause in enumerate(clauses, 1))
    return parse_text(HEAD + LEAD + "".join(numbered) + effect)


def read(*clauses):
    """The instructions of such clauses, without rules for the time between."""
    return [one for one in instructions(act(*clauses)) if one.op != "transitional"]


def brief(one):
    """What most tests look at."""
    return one.op, one.target.eid, one.new_text, one.new_eids


def amended(*clauses, base=BASE):
    """The base after such clauses."""
    return apply(parse_text(base), instructions(act(*clauses)))


def body(applied):
    """The amended text behind the title."""
    return applied.document.source.text.partition("trồng rừng\n")[2]
