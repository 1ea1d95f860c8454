"""What stands around a number: a title, an issuer, or nothing that tells the document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minhphap.citations import Citation

_TITLE = re.compile(
    r"[\s,]*(?:ngày\b[^;.\n]{0,40}?\s)?(?:\([^()]{1,80}\)[\s,]*)?[“\"]?"
    r"(?:của\s[^;.\n]{3,120}?\s)?"
    r"(?:v/v|về|quy\s+định|quy\s+chế|hướng\s+dẫn|ban\s+hành|sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế"
    r"|phê\s+duyệt|công\s+bố|phân\s+cấp|thí\s+điểm|hợp\s+nhất|tăng\s+cường|thành\s+lập|điều\s+chỉnh"
    r"|giao|kèm\s+theo|áp\s+dụng|chi\s+tiết|thực\s+hiện|triển\s+khai|phòng,?\s+chống|chống|xử\s+phạt"
    r"|xử\s+lý|kiểm\s+soát|quản\s+lý|bảo\s+đảm|đẩy\s+mạnh|nâng\s+cao|khuyến\s+khích|phát\s+triển"
    r"|thông\s+qua|phân\s+loại|đính\s+chính)\b",
    re.IGNORECASE,
)
_ISSUER = re.compile(r"[\s,]*(?:ngày\b[^;.\n]{0,50}?\s)?[\s,\d]*của\s", re.IGNORECASE)
_IN_BASIS = re.compile(r"[\s,]*[^\W\d_]{2,}\s+[^\W\d_]{2,}", re.IGNORECASE)
_LINK = re.compile(r"[\s,;]*(?:(?:và|hoặc)\s+)?$")
_TOLD_BEFORE = re.compile(
    r"(?:kèm\s+theo|gọi\s+(?:tắt\s+|chung\s+)?là"
    r"|sửa\s+đổi,?\s+bổ\s+sung[^.;\n]{0,30}(?:theo|tại|bởi))\s*$",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(
    r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Bộ|Chính phủ|Thủ tướng)"
    r"[^.;\n]{0,80}(?:phê duyệt|ban hành|quy định|công bố|giao|thông qua)[^.;\n]{0,40}tại\s*$",
    re.IGNORECASE,
)
_BEFORE = 160  # characters that may name the issuer before the number
_AFTER = 220  # and those that may hold title or issuer after it


def is_told(text: str, row: Sequence[Citation]) -> bool:
    """Whether a citation, the first of a row, has an issuer or a title in the words around it.

    What the last of a row has ("Nghị định số 1…, Nghị định số 2… của Chính phủ"), all have.
    """
    first, last = row[0], row[-1]
    work = last.targets[0].work
    if any(one.targets[0].work.issuer for one in row) or work.title:
        return True
    if " của " in text[last.start : last.end]:
        return True
    after = text[last.end : last.end + _AFTER]
    if _TITLE.match(after) or _ISSUER.match(after):
        return True
    if first.role == "basis" and _IN_BASIS.match(after):
        return True
    before = text[max(0, first.start - _BEFORE) : first.start]
    return bool(_TOLD_BEFORE.search(before) or _BY_WHOM.search(before))


def row_from(text: str, citations: Sequence[Citation], index: int) -> list[Citation]:
    """The citation and those of its kind that follow with only "," or "và" between."""
    row = [citations[index]]
    kind = row[0].targets[0].work.kind
    for i in range(index + 1, len(citations)):
        one = citations[i]
        between = text[row[-1].end : one.start]
        if len(between) > 12 or not _LINK.match(between):
            break
        if not one.targets or one.targets[0].work.kind != kind:
            break
        row.append(one)
    return row
