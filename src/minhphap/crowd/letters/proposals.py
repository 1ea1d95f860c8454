"""The wording or the value that a passage proposes."""

from __future__ import annotations

import re

from minhphap.crowd.letters.mend import mend
from minhphap.crowd.letters.sentences import quoted
from minhphap.crowd.letters.values import Ask
from minhphap.text import comparison_key

_TO = re.compile(
    r"(?<!\w)(?:thay (?:thế )?bằng|sửa (?:đổi )?(?:lại )?thành|sửa lại là|viết lại(?: là| thành)?"
    r"|điều chỉnh thành|thành(?! viên| phố| lập| phần| công| tích| thị| ủy)|bằng"
    r"|như sau|xuống(?: còn)?|lên(?: thành)?|còn|là|đến|tới|ghi là"
    r"|quy định(?: rõ)?(?: là)?)(?!\w)\s*:?\s*"
)
_ADD = re.compile(
    r"(?<!\w)(?:bổ sung|thêm)(?: thêm)?(?: vào [^,:;]{1,60}?(?= (?:một|nội dung|quy định|cụm|điểm"
    r"|khoản|việc)))?"
    r"(?: (?:một |01 )?(?:cụm từ|từ|câu|nội dung|quy định|khoản|điểm|đoạn|ý)(?: (?:về|quy định"
    r"|sau|như sau))?)?\s*:?\s*"
)
_REASON = re.compile(
    r"\s*[,;.]?\s+(?:để|vì|do|nhằm|cho (?:phù hợp|dễ|rõ|đúng|đầy đủ|thống nhất)|phù hợp với|bởi"
    r"|tránh|nếu không|thay vì|cho đúng|bảo đảm|đảm bảo)(?!\w)|[.;]\s*$|[.;]\s+(?=\S)"
)
_AMOUNT = re.compile(
    r"(?:không quá |ít nhất |tối thiểu |tối đa |không ít hơn |dưới |trên |trước |sau |từ )?"
    r"(?:\d[\d.,/]*|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: phần \w+)?(?:\s?%"
    r"|\s?[^\W\d_][\w²³/]*){0,4}"
)


def proposed(text: str, ask: Ask) -> str | None:
    """What the sender wants written; None where the words give no wording."""
    if ask not in ("amend", "add"):
        return None
    key = comparison_key(mend(text))
    held = [span for span in quoted(text, 0, len(text)) if text[span[0]] != "("]
    for start, end in reversed(held):
        before = key[max(0, start - 60) : start]
        if re.search(
            r"(?:thành|bằng|là|như sau|lại|cụm từ|từ|nội dung|bổ sung|thêm|câu)\W*(?:cụm từ|từ|số"
            r"|câu)?\s*$",
            before,
        ):
            if ask == "add" and re.search(r"(?:sau|trước|vào)(?: cụm từ| từ| chữ)?\W*$", before):
                continue
            return _clean(text[start + 1 : end - 1])
    if held and ask == "add":
        return _clean(text[held[0][0] + 1 : held[0][1] - 1])
    if ask == "add":
        found = _ADD.search(key)
        return _clean(_until_reason(text, key, found.end())) if found else None
    targets = [
        one
        for one in _TO.finditer(key)
        if _AMOUNT.match(key, one.end())
        or one[0].startswith(("thay", "sửa", "viết", "như", "thành"))
    ]
    if targets:
        return _clean(_until_reason(text, key, targets[-1].end()))
    asked = re.search(
        r"(?<!\w)(?:đề nghị|xin|cho|phải|chỉ)(?: là| còn)? (?=\d|một|hai|ba|bốn|sáu|bảy|tám|chín"
        r"|mười)",
        key,
    )
    if asked and (amount := _AMOUNT.match(key, asked.end())):
        return _clean(text[amount.start() : amount.end()])
    return None


def _until_reason(text: str, key: str, start: int) -> str:
    stop = _REASON.search(key, start)
    return text[start : stop.start() if stop else len(text)]


def _clean(words: str) -> str | None:
    words = " ".join(words.split()).strip(' .;,:“”"')
    return words if words and not words.startswith(("cho dễ", "cho rõ", "cho đúng")) else None
