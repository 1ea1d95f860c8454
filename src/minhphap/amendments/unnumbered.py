"""Appendices and forms that an order names without a number and without their work."""

from __future__ import annotations

import re

from minhphap.amendments.instruction import Aim
from minhphap.amendments.order import Order
from minhphap.text import comparison_key

_FAR = 300
_REPLACED = re.compile(
    r"\w+\s+(?:thế\s+)?(?P<what>(?:(?:các|toàn bộ)\s+)*(?:phụ lục|biểu mẫu|mẫu|biểu|danh mục|bảng)"
    r"(?!\w)[^.;:\n]*?)\s*(?<!\w)(?:bằng|thành)(?!\w)"
)
""" "Thay thế Phụ lục về mức chi bằng …"."""
_ADDED = re.compile(
    r"bổ\s+sung\s+(?:thêm\s+)?(?:các\s+)?(?:phụ lục|biểu mẫu|mẫu|biểu)\s(?!.*(?<!\w)sau(?!\w))"
    r"[^.;:\n]*\s(?:vào|của)\s+"
    r"(?:quy chế|quy định|điều lệ|thông tư|nghị định|quyết định|nghị quyết)(?!\w)"
)
""" "Bổ sung Phụ lục số lượng thí sinh vào Quy chế"."""


def replaced(text: str, order: Order, whole: Aim) -> list[Aim]:
    """What gives way: the one appendix of the work amended, or what its words call it."""
    said = _REPLACED.match(comparison_key(text[order.start : order.start + _FAR]))
    if said is None or whole.work.number is None:
        return []
    place = " ".join(said["what"].split())
    start, end = order.start + said.start("what"), order.start + said.end("what")
    return [Aim(whole.work, "app_1" if place.startswith("phụ lục") else None, start, end, place)]


def added(text: str, order: Order) -> bool:
    """Whether a new appendix is ordered by its name alone."""
    return _ADDED.match(comparison_key(text[order.start : order.start + _FAR])) is not None
