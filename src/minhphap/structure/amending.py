"""What the words before a quotation announce: "Sửa đổi khoản 2 Điều 5 như sau:"."""

from __future__ import annotations

import re

_PLACE = re.compile(
    r"(?:vào|ở|tại)?\s*(?:liền\s|ngay\s)?(?:sau|trước)\s(?=Điều|khoản|điểm|đoạn|Chương|Mục)"
)
_NAMED = re.compile(
    r"(?P<word>[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Tt]iết|[Cc]hương|[Mm]ục|[Pp]hần)\s+"
    r"(?P<nums>(?:[IVXLC]+(?!\w)|\d[\d.]*[a-zđ]{0,2}(?!\w)|[a-zđ]\d?(?!\w))"
    r"(?:\s*(?:,|;|và|đến)\s*(?:[IVXLC]+(?!\w)|\d[\d.]*[a-zđ]{0,2}(?!\w)|[a-zđ]\d?(?!\w)))*)"
)
_NUM = re.compile(r"[IVXLC]+(?!\w)|\d[\d.]*[a-zđ]{0,2}|(?<!\w)[a-zđ]\d?(?!\w)")
_KIND = {
    "điều": "article", "khoản": "clause", "điểm": "point", "tiết": "point",
    "chương": "chapter", "mục": "section", "phần": "part",
}  # fmt: skip
_AMENDS = re.compile(
    r"sửa đổi|bổ sung|thay thế|thay cụm từ|như sau|được thay|đính chính|chỉnh sửa|thay đổi", re.I
)
INSTRUCTION = re.compile(
    r"(?:Sửa|Bổ sung|Bãi bỏ|Thay|Bỏ |Hủy bỏ|Huỷ bỏ|Đính chính|Chuyển|Chỉnh|Thêm|Đổi|Điều chỉnh"
    r"|Tên (?:Điều|Chương|Mục|điều|chương|mục|gọi)|(?:Các )?(?:Điều|[Kk]hoản|[Đđ]iểm|Mục|Chương|Phụ lục)\s"
    r"(?:[IVXLC]+(?!\w)|\d+|[a-zđ](?!\w))[^.:\n]{0,120}(?:được|sửa|bổ sung))"
)
"""How a provision that amends begins."""


def announces(lead: str) -> bool:
    """True when a lead-in says that new text follows."""
    return _AMENDS.search(lead) is not None


def announced(lead: str) -> frozenset[tuple[str, str]]:
    """(type, number) of the provisions that a lead-in names as amended or added."""
    names = set()
    text = _PLACE.split(lead)[0] if _PLACE.search(lead) else lead
    for match in _NAMED.finditer(text):
        kind = _KIND[match["word"].lower()]
        names.update((kind, num.rstrip(".")) for num in _NUM.findall(match["nums"]))
    return frozenset(names)
