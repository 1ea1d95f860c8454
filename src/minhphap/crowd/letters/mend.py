"""Letters as they are typed: wrong tones, "bổ xung", "ĐIỀU 5", "Điều 5 (khoản 2)".

Everything here keeps the length of the text, so that offsets stay true.
"""

from __future__ import annotations

import re
from functools import lru_cache

from minhphap.text import search_key

_PHRASES = (
    "đề nghị", "kiến nghị", "đề xuất", "bổ sung", "sửa đổi", "sửa thành", "thay thế", "bãi bỏ",
    "điều chỉnh", "nhất trí", "thống nhất", "đồng ý", "tán thành", "ủng hộ", "làm rõ", "ghi rõ",
    "nêu rõ", "quy định rõ", "xem xét", "dự thảo", "ý kiến", "phúc đáp", "kính gửi", "trân trọng",
    "trên đây", "nơi nhận", "cơ bản", "toàn bộ", "góp ý", "nghiên cứu", "tổng hợp", "như sau",
    "cụm từ", "quy định", "quyết định", "nghị quyết", "phụ lục", "chương", "nghị định",
    "báo cáo", "đánh giá",
)  # fmt: skip
_ALSO = {"bo xung": "bổ sung", "lam rỏ": "làm rõ", "kien nghi": "kiến nghị"}
_REAL = frozenset(("đông y", "để nghỉ", "thông nhật", "cầm bản", "bó sung"))
"""Right words that differ from a phrase of the list by their tones only."""
_FORMS = {search_key(phrase): phrase for phrase in _PHRASES} | _ALSO
_TYPO = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_FORMS, key=len, reverse=True))})(?!\w)")
_TONES = {
    "khong": "không", "nen": "nên", "phai": "phải", "giam": "giảm", "tang": "tăng", "bo": "bỏ",
    "sua": "sửa", "them": "thêm", "giu": "giữ", "qua": "quá", "can": "cần", "muc": "mức",
    "thi": "thì", "la": "là", "hop ly": "hợp lý", "nang": "nâng", "rut": "rút", "thoi": "thôi",
    "nam": "năm", "thang": "tháng", "ngay": "ngày", "gio": "giờ", "chua": "chưa", "thieu": "thiếu",
    "mong": "mong", "moi": "mới", "keo dai": "kéo dài", "dung bo": "đừng bỏ", "mot": "một",
    "toi la": "tôi là", "toi ten": "tôi tên", "o dau": "ở đâu", "bao nhieu": "bao nhiêu",
    "bao gio": "bao giờ", "lam sao": "làm sao", "tai sao": "tại sao", "the nao": "thế nào",
    "ai": "ai", "di": "đi",
}  # fmt: skip
"""For letters typed without any marks: the likeliest reading of the words that ask."""
_BARE = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_TONES, key=len, reverse=True))})(?!\w)")
_LEVEL = re.compile(r"(?<!\w)(khoan|dieu|diem|muc)(?=\s{1,2}(?:\d|[a-z](?!\w)))")
_OTHER = frozenset(("mức", "múc", "khoán", "khoản", "diều", "điệu", "diễm", "điếm"))
"""Right words before a figure that are no level: "mức 1,5 triệu", "khoán 3 triệu"."""
_LEVELS = {"khoan": "khoản", "dieu": "điều", "diem": "điểm", "muc": "mục"}
_CAPITAL = re.compile(r"(?<!\w)(ĐIỀU|KHOẢN|ĐIỂM|CHƯƠNG|PHỤ LỤC)(?=\s{1,2}[\dA-ZĐ]{1,4}(?!\w))")
_JOINT = re.compile(
    r"(?<=\d)(?:\s*[/(]\s*|\s+[-–]\s+)(?=(?:khoản|điểm|điều|Khoản|Điểm|Điều)\s{1,2}\w)"
)
_SHORT = re.compile(r"(?<!\w)(?P<word>[ĐđKk])\.?\s?(?=\d{1,3}(?!\w|[.,]\d))")


@lru_cache(maxsize=256)
def mend(text: str) -> str:
    """The same letters with common slips put right; as long as ``text``.

    Kept for a while, since one paragraph is asked about many times while it is read.
    """
    key = search_key(text)
    if len(key) != len(text):
        return text
    out = list(text)
    if text.isascii():
        for word in _BARE.finditer(key):
            _put(out, word.start(), _TONES[word[0]], text[word.start() : word.end()])
    for slip in _TYPO.finditer(key):
        written = text[slip.start() : slip.end()]
        right = _FORMS[slip[0]]
        if written.lower() != right and written.lower() not in _REAL:
            _put(out, slip.start(), right, written)
    for slip in _LEVEL.finditer(key):
        written = text[slip.start() : slip.end()]
        drilled = written.lower() == "khoan" and "dieu" not in key[slip.end() : slip.end() + 16]
        if written.lower() not in _OTHER and not (drilled and not text.isascii()):
            _put(out, slip.start(), _LEVELS[slip[1]], written)
    mended = "".join(out)
    mended = _CAPITAL.sub(lambda m: m[0].capitalize(), mended)
    return _JOINT.sub(lambda m: "," + " " * (len(m[0]) - 1), mended)


def _put(out: list[str], start: int, right: str, written: str) -> None:
    """Write the right letters, large where the written ones were."""
    for at, (letter, old) in enumerate(zip(right, written, strict=True)):
        out[start + at] = letter.upper() if old.isupper() else letter
