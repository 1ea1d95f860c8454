"""How the pieces around the body begin: recipients, signature, attached texts, appendices."""

from __future__ import annotations

import re

from minhphap.structure.lines import UPPER
from minhphap.structure.node import Node

RECIPIENTS = re.compile(
    r"(?:Nơi|NƠI|Nới)\s{0,2}(?:nhận|NHẬN|gửi|GỬI)\s{0,2}"
    r"(?:[:;.\-–](?!\s{0,2}[_….\[])|$|\s(?=[-–]))",
    re.M,
)
_OFFICE = (
    "CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|THỐNG ĐỐC|CHỦ NHIỆM|GIÁM ĐỐC|TỔNG GIÁM ĐỐC"
    "|TỔNG KIỂM TOÁN|TỔNG THANH TRA|VIỆN TRƯỞNG|CHÁNH ÁN|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA"
    "|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG BAN|BÍ THƯ|TỔNG BÍ THƯ|THỦ TRƯỞNG"
    "|PHÓ TỔNG|HIỆU TRƯỞNG|CHỦ TOẠ|CHỦ TỌA|TRƯỞNG PHÒNG|PHÓ TRƯỞNG"
)
SIGNATURE = re.compile(
    rf"(?:T\s?/?M|K\s?/?T|TL|TUQ|T/L|Q)\s?[./]\s{{0,3}}[{UPPER}]{{2}}"
    rf"|K\.T\s[{UPPER}]{{2}}|T/?M\s(?=ỦY BAN|UỶ BAN|UBND|HĐND|HỘI ĐỒNG|CHÍNH PHỦ|BAN|THƯỜNG TRỰC)"
    rf"|(?:QUYỀN |PHÓ )?(?:{_OFFICE})(?!\w)"
    rf"|Chủ tịch Quốc hội$|(?:Chủ tịch|Chủ tịch nước|Bộ trưởng|Thủ tướng)$",
    re.M,
)
SIGNED_NAME = re.compile(
    rf"[{UPPER}][^\W\d_]{{0,10}}(?:\s[{UPPER}][^\W\d_]{{0,10}}){{1,4}}\s*\n"
    r"\s*\(?(?:Đã|đã|ĐÃ) (?:ký|KÝ)\)?$",
    re.M,
)
"""A name above "(Đã ký)", all that some pages keep of the signature of a law."""
PLACE_DATE = re.compile(
    rf"(?!Hôm nay|Kể từ|Từ |Đến |Trước |Sau )[{UPPER}][\w .\-–]{{1,40}},"
    rf"\s{{0,2}}(?:ngày|Ngày)\s{{0,2}}[\d.…_ ]*"
    rf"\s{{0,2}}tháng\s{{0,2}}[\d.…_ ]*\s{{0,2}}năm"
)
_LABEL = r"(?:[IVXLC]{1,6}|\d{1,3}[A-Za-zĐđ]?|[A-ZĐ])(?:[.\-/]\d{1,2}|[a-z])?"
APPENDIX = re.compile(
    rf"(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu)(?:\s{{1,2}}(?:SỐ|số|Số))?:?"
    rf"(?:\s{{0,2}}{_LABEL}(?!\w))?(?:\[\d{{1,3}}\])?\s{{0,2}}"
    rf"(?P<rest>$|[.:(\-–]|(?=[{UPPER}]{{2}}[{UPPER} ,]))",
    re.M,
)
FORM = re.compile(
    rf"(?:Mẫu|MẪU|Biểu mẫu|BIỂU MẪU|Mẫu biểu|MẪU BIỂU|Biểu|BIỂU)(?:\s{{1,2}}(?:số|SỐ|Số))?"
    rf"\s{{0,2}}:?\s{{0,2}}(?:\d{{1,3}}[A-Za-zĐđ]?|[IVXLC]{{1,6}})(?:[.\-/]\w{{1,12}}){{0,3}}"
    rf"(?:\[\d{{1,3}}\])?\s{{0,2}}(?P<rest>$|[.:(\-–]|(?=[{UPPER}]))",
    re.M,
)
ATTACHED = re.compile(
    r"(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|QUY TRÌNH|QUY TẮC|QUY CHUẨN|KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN"
    r"|PHƯƠNG ÁN|CHIẾN LƯỢC|HƯỚNG DẪN|TRÌNH TỰ|THỦ TỤC|BỘ TIÊU CHÍ|TIÊU CHÍ|QUY HOẠCH|NGUYÊN TẮC"
    r"|CƠ CHẾ|CHÍNH SÁCH|ĐỊNH MỨC|BỘ QUY TẮC|HỆ THỐNG)(?!\w)"
)
LISTED = re.compile(
    r"(?:CÁC )?(?:DANH MỤC|DANH SÁCH|BẢNG|BIỂU|BỘ MẪU|MẪU|TỜ KHAI|LỊCH|PHỤ LỤC)(?!\w)"
)
"""How lists, tables and forms that an act issues are titled; their numbers are rows, no clauses."""
ISSUED_WITH = re.compile(r"\(?\s{0,2}(?:Được )?(?:[Bb]an hành )?(?:[Kk]èm theo|[Kk]èm)\s", re.M)
_BODIES = re.compile(
    r"Chính phủ|Ủy ban|Uỷ ban|UBND|HĐND|Bộ |Sở |Lưu|Như [Đđ]iều|Như trên|VPCP|Thường trực|Văn phòng"
    r"|Cục |Công báo|Quốc hội|Thủ tướng|Ban "
)


_COVER = re.compile(r"(?:CÁC )?(?:PHỤ LỤC|Phụ lục)[ \t]*\n")
_NUMBERED = re.compile(r"(?:PHỤ LỤC|Phụ lục)\s(?:(?:SỐ|số|Số)\s)?[\dIVX]")
_LONGEST_COVER = 3000


def is_cover(text: str, node: Node, following: Node) -> bool:
    """True for a title page "PHỤ LỤC" without number that stands above numbered appendices."""
    return (
        following.type == "appendix"
        and node.end - node.start < _LONGEST_COVER
        and _COVER.match(text, node.start, node.end) is not None
        and ISSUED_WITH.search(text, node.start, node.end) is not None
        and _NUMBERED.match(text, following.start) is not None
    )


def is_recipient_list(text: str) -> bool:
    """True for lines of dashes that name bodies, as a list of recipients without its label."""
    names = len(_BODIES.findall(text))
    return names > 0 and ("Lưu" in text or names * 60 > len(text) // 2) and len(text) < 4000
