"""What letters say of the day from which a draft shall have effect, without naming its article."""

from __future__ import annotations

import re

from minhphap.crowd.letters.words import Words

_SAYS = re.compile(
    r"(?:nghị quyết|quyết định|nghị định|thông tư|chỉ thị|luật|quy định|quy chế)(?: này)?"
    r" có hiệu lực(?: thi hành)? (?:từ|kể từ|sau)"
)
_ABOUT = re.compile(
    r"(?<!\w)(?:(?:thời điểm|thời gian|ngày|mốc|lùi|dời|hoãn)(?: ngày| thời điểm| thời gian)?"
    r"(?: có| bắt đầu có)? hiệu lực(?! (?:của|pháp lý của) (?!nghị quyết|quyết định|nghị định"
    r"|thông tư|dự thảo|văn bản))"
    r"|áp dụng (?:ngay |từ |luôn ){1,2}(?:đầu |giữa |cuối |ngày |tháng ){0,2}(?:năm )?\d)"
)


def effect_clause(words: Words) -> str | None:
    """The provision that says from when the draft has effect; None where several do or none."""
    saying = [eid for eid, text in words.units if _SAYS.search(text)]
    inner = [eid for eid in saying if not any(one.startswith(f"{eid}__") for one in saying)]
    return inner[0] if len(inner) == 1 else None


def speaks_of_effect(key: str) -> bool:
    """True for "Thời điểm có hiệu lực quá gấp", "Áp dụng ngay đầu năm 2027 …"."""
    return _ABOUT.search(key) is not None
