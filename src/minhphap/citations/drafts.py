"""Laws that a programme of law-making lists and that are still drafts."""

from __future__ import annotations

import re

_ITEM = re.compile(r"[ \t]*(?:\d{1,3}[.)]?(?:[ \t]*\|)?|[a-zđ]{1,2}\)|[-–+•|])[ \t]*")
_BILLS = r"(?:(?:bộ )?luật|pháp lệnh|nghị quyết)"
_LEAD = re.compile(
    rf"dự (?:án|thảo)(?: các)? {_BILLS}|\d (?:dự án|dự thảo)(?!\w)"
    r"|(?:chương trình|kế hoạch) (?:lập pháp|xây dựng (?:luật|pháp luật))"
    r"|tên dự (?:án|thảo)[^|]*\|.*(?:trình|thẩm tra|soạn thảo)",
    re.IGNORECASE,
)
""" "đối với 13 dự án luật sau đây:", or the head of a table of bills."""
_LINES, _CHARS = 80, 400
"""How far back the lead-in of a list is looked for, and how much of a line is read."""


def is_listed_draft(text: str, at: int) -> bool:
    """Whether the title of a law at ``at`` is an item of a list of bills."""
    line = text.rfind("\n", max(0, at - 20), at) + 1
    if not line or _ITEM.fullmatch(text, line, at) is None:
        return False
    for _ in range(_LINES):
        end = line - 1
        line = text.rfind("\n", max(0, end - _CHARS), end) + 1
        if end <= 0:
            return False
        item = _ITEM.match(text, line, end)
        if item is None or text[line:end].rstrip().endswith(":"):
            return _LEAD.search(text, line, end) is not None
    return False
