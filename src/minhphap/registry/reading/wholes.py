"""Whether a whole document is ended, or a part of it, or something else by the same verb."""

from __future__ import annotations

import re

_REACH = 220
_PARTLY = re.compile(
    r"(?:một\s+phần|một\s+số\s+\w+(?:,\s+\w+)*|(?:các\s+)?(?:quy\s+định|nội\s+dung|cụm\s+từ"
    r"|điều|khoản|điểm|phụ\s+lục|biểu|mẫu)(?!\s+chi\s+tiết)\b[^;.\n]{0,160})"
    r"\s*(?:của|tại|trong|thuộc|về|ở)\s*(?:các\s+)?$",
    re.IGNORECASE,
)
_WITHOUT_WORK = re.compile(
    r"(?:Điều|khoản|điểm|mục|phần|phụ\s+lục)\s+[\w.]{1,8}\s*(?:[,;]|\bvà)\s*$", re.IGNORECASE
)
""" "Điều 5, Điều 6 và Thông tư …": a slip for "của", or a whole document after a part of one."""
_ENDING = re.compile(r"(?:bãi|hủy|huỷ)\s+bỏ|thay\s+thế", re.IGNORECASE)
_STRAIGHT = re.compile(
    r"\s*(?:(?:cho|các|cả|toàn\s+bộ|đối\s+với|văn\s+bản|nghị\s+(?:định|quyết)|thông\s+tư"
    r"|quyết\s+định|chỉ\s+thị|sau|dưới|đây|gồm|bao|là|quy|phạm|pháp|luật|hiệu\s+lực|của|thi\s+hành"
    r"|\d+|[a-zđ][.)]|[,:;.“\"\-–+])\s*)*",
    re.IGNORECASE,
)
""" "hủy bỏ bằng tốt nghiệp và Thông tư …": other things are between, the document is not ended."""


def is_partly(before: str) -> bool:
    """Whether the words before a document say that a part of it is meant."""
    return bool(_PARTLY.search(before))


def is_whole(text: str, begin: int, start: int) -> bool:
    """Whether the document cited at ``start`` is meant as a whole; its sentence begins at
    ``begin``."""
    before = text[max(begin, start - _REACH) : start]
    return not (_PARTLY.search(before) or _WITHOUT_WORK.search(before))


def is_object(text: str, begin: int, start: int) -> bool:
    """Whether the last verb of ending between ``begin`` and a document has the document for its
    object. Without a verb there it is one of a row that was begun before."""
    verbs = list(_ENDING.finditer(text, begin, start))
    return not verbs or bool(_STRAIGHT.fullmatch(text, verbs[-1].end(), start))
