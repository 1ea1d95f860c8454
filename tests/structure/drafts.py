"""Drafts of our own writing (the places are invented), and how tests look at their trees."""

from __future__ import annotations

from minhphap.structure import Document, parse_text

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/2026/QĐ-UBND
Sơn Hà, ngày 12 tháng 5 năm 2026
QUYẾT ĐỊNH
Quy định mức hỗ trợ thu gom rác thải sinh hoạt trên địa bàn tỉnh Sơn Hà
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số 45/TTr-SNNMT;
Ủy ban nhân dân ban hành Quyết định quy định mức hỗ trợ thu gom rác thải sinh hoạt.
"""
FOOT = """Nơi nhận:
- Như Điều 3;
- Sở Tư pháp;
- Lưu: VT, NNMT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Minh Hòa
"""
BODY = """Điều 1. Phạm vi điều chỉnh
Quyết định này quy định mức hỗ trợ thu gom rác thải sinh hoạt.
Điều 2. Mức hỗ trợ
1. Khu vực phường:
a) Hộ có từ 01 đến 04 người: 20.000 đồng/tháng;
b) Hộ có từ 05 người trở lên: 30.000 đồng/tháng.
2. Khu vực xã: 15.000 đồng/tháng.
Điều 3. Tổ chức thực hiện
Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này./.
"""
WHOLE = HEAD + BODY + FOOT
REGULATION = """QUY ĐỊNH
Về quản lý chợ trên địa bàn tỉnh Sơn Hà
(Ban hành kèm theo Quyết định số 15/2026/QĐ-UBND ngày 12 tháng 5 năm 2026)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy định này quy định việc quản lý chợ.
Điều 2. Giải thích từ ngữ
1. Chợ là nơi diễn ra hoạt động mua bán thường xuyên.
2. Điểm kinh doanh là vị trí được giao cho thương nhân.
Chương II
QUẢN LÝ CHỢ
Mục 1
ĐIỂM KINH DOANH
Điều 3. Giao điểm kinh doanh
Điểm kinh doanh được giao theo phương án đã phê duyệt.
Mục 2
NỘI QUY
Điều 4. Nội quy chợ
Nội quy chợ được niêm yết tại cổng chợ./.
"""


def eids(text: str) -> list[str]:
    """The eids of a draft's tree, in order."""
    return [provision.eid for provision in parse_text(text).walk()]


def words(document: Document, eid: str) -> str:
    """The text of a provision, children included."""
    provision = document.by_eid[eid]
    return document.source.text[provision.start : provision.end]


def own(document: Document, eid: str) -> str:
    """The text that belongs to a provision and to none of its children."""
    text = document.source.text
    return "".join(text[leaf.start : leaf.end] for leaf in document.leaves if leaf.eid == eid)
