"""Which words of a passage describe the provision, and which only argue or say what is wanted."""

from __future__ import annotations

import re

from minhphap.text import comparison_key

_END = r"(?=[,.;:?!](?:\s|$)|\s(?:vì|do|để|nhằm)\s|$)"
_WANTED = re.compile(
    r"(?<!\w)(?:(?:sửa|thay|đổi|viết|ghi|chuyển|chỉnh)[^,.;:?!]{0,60}? thành|thành(?= [“\"\d])"
    r"|(?:lên|xuống|còn|thay bằng|rút|nâng|giảm|tăng|hạ)(?: (?:lên|xuống|còn|đến|tới|là|thêm))*"
    rf"(?= [“\"]?\d))(?P<aside> .{{1,160}}?){_END}"
)
"""What shall stand there: figures that the draft has elsewhere only by chance."""
_REASON = re.compile(
    r"(?<!\w)(?:vì|bởi(?: vì)?|lý do|do(?! \w+ (?:ban hành|quyết định|phê duyệt|quy định|cấp))"
    r"|để|nhằm|cho phù hợp|bảo đảm|đảm bảo|tránh|ảnh hưởng|dẫn (?:đến|tới))(?P<aside> .{8,}?)"
    r"(?=[.;?!](?:\s|$)|$)"
)
"""Why: it may speak of anything."""


def unreasoned(text: str) -> str:
    """A text without its reasons."""
    return _split(text, (_REASON,))[0]


def parted(text: str) -> tuple[str, str]:
    """The words that describe, and those in asides; both as long as the text, blanked elsewhere."""
    return _split(text, (_WANTED, _REASON))


def _split(text: str, forms: tuple[re.Pattern[str], ...]) -> tuple[str, str]:
    key = comparison_key(text)
    if len(key) != len(text):
        return text, ""
    said, aside = list(text), [" "] * len(text)
    for form in forms:
        for found in form.finditer(key):
            for at in range(*found.span("aside")):
                said[at], aside[at] = " ", text[at]
    return "".join(said), "".join(aside)
