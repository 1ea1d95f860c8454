"""Patterns of provision paths in folded text: levels, their numbers, what stands between."""

from __future__ import annotations

import re

from minhphap.citations.vocabulary import KINDS, LEVELS, any_of

_UNITS = any_of(LEVELS)
HEAD = re.compile(
    rf"(?P<range>từ +)?(?P<many>các +)?(?P<name>tên +)?(?P<unit>{_UNITS})(?![^\W\d])"
    rf"(?P<spread> *,? +từ +(?:(?:{_UNITS}) +)?)?"
)
COLON = re.compile(r" *:(?= *\d)")
""" "các Điều: 57, 58"."""
THIS = re.compile(r" +này(?!\w)")
_ROMAN = r"[ivxl]{1,8}[a-h]?"
ROMAN_WORD = re.compile(r"[ivxl]+[a-h]")
"""Small letters that look like a Roman number with its letter, but are a word."""
_DECIMAL = r"\d{1,3}[a-zđ]?(?:\.\d{1,2})*"
_STOP = r"(?!\w|%|[./]\d| ?%)"
_ORDINAL = r"thứ +(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: +\w+)?|\d+)"
VALUES = {
    "indent": re.compile(rf"(?:thứ +|số +)?(?:\d{{1,2}}|nhất|hai|ba|tư|năm|sáu|cuối){_STOP}"),
    "item": re.compile(rf"(?:\d{{1,2}}(?:\.\d{{1,2}})*|[a-zđ]\d?|\(?[ivx]+\)?){_STOP}"),
    "point": re.compile(
        rf"(?:[“\"]?[a-zđ]\d{{0,2}}[”\"]?(?![\w.]\w|’)|([a-zđ])\1|\d{{1,2}}(?:\.\d{{1,2}})*){_STOP}"
    ),
    "para": re.compile(rf"(?:\d{{1,2}}[a-zđ]{{0,2}}(?:\.\d{{1,2}})*|[a-zđ]){_STOP}"),
    "art": re.compile(rf"(?:thứ +)?\d{{1,3}}[a-zđ]{{0,2}}{_STOP}"),
    "subsec": re.compile(rf"(?:{_DECIMAL}|{_ROMAN}|[a-zđ]\d{{0,2}}){_STOP}"),
    "sec": re.compile(rf"(?:số +)?(?:{_DECIMAL}|{_ROMAN}(?:\.\d{{1,2}})*|[a-zđ]\d{{0,2}}){_STOP}"),
    "chp": re.compile(rf"(?:{_ROMAN}|\d{{1,2}}[a-z]?|{_ORDINAL}){_STOP}"),
    "part": re.compile(rf"(?:{_ORDINAL}|{_ROMAN}|\d{{1,2}}|[a-zđ]){_STOP}"),
    "form": re.compile(
        r"(?:số +|số *: *)?([a-z] \d{2}[a-z]?(?: ?- ?[a-zđ]{1,5})?(?!\w)"
        r"|(?=[\w./-]*\d)\d{0,3}[a-zđ]{0,4}\d{0,3}[a-zđ]{0,4}"
        r"(?:[-./][\wđ]+){0,4}|[ivx]+|[a-zđ])(?!\w)"
    ),
    "app": re.compile(
        rf"(?:số +|số *: *)?((?:{_ROMAN}|\d{{1,3}}[a-zđ]?|[a-h])(?:[-.](?:\d{{1,2}}|{_ROMAN}"
        rf"|[a-h])(?!\w)){{0,2}})"
        rf"(?!\w|/\d)"
    ),
}
"""Number of each level, in folded text."""

MORE = re.compile(r" *(?:(,|;)(?: *(?:và|hoặc|hay)(?!\w))?|(và|hoặc|hay|và/hoặc)(?!\w)) *")
TO = re.compile(
    rf" *(?:,? *(?:cho +)?(?:đến|tới(?= +(?:{_UNITS})(?!\w))) +(?:hết +)?|(?<=\d) ?[-÷] ?(?=\d)"
    rf"|(?<=(?<!\w)[a-zđ]) ?- ?(?=[a-zđ](?!\w)))(?:(?P<unit>{_UNITS})(?!\w) *)?"
)
MAY_GO_ON = re.compile(r" *(?:[,;(\[÷-]|đến|tới|cho|và|hoặc|hay)")
"""How whatever ``MORE``, ``TO`` and ``PAREN`` read begins."""
PAREN = re.compile(r" *(?:\([^()]{0,400}\)|\[\d{1,3}\])")
CLOSED = re.compile(
    r"\)(?: *(?:(?:, *)?(?:và|hoặc)|,|đến) *(?:điểm +)?[a-zđ]\d?\)?(?!\w)){0,30}"
    r" *(?:,|và|hoặc)? *(?:của +|tại +)?(?:khoản|điều) +(?:\d|này(?!\w))"
)
"""After the letter of a point: "điểm a), điểm b) khoản 1", "các điểm a), b) khoản 2"."""
INTO = re.compile(r" +vào +(?:ngay +)?(?:sau|trước|cuối|giữa|đầu)(?!\w)")
"""After a number: where a new provision is put."""
GOES_UP = re.compile(
    rf"(?: *(?:,|;|và|hoặc|đến) *(?:(?:{_UNITS}) +)?(?:\d{{1,2}}[a-zđ]?(?:\.\d{{1,2}})*|[a-zđ]\d?)"
    rf"(?!\w)){{0,40}} *,? *(?:(?:của|thuộc|tại) +)?(?P<unit>{_UNITS})(?!\w)"
)
"""After a number: further ones like it, then the larger level they lie in."""
ROW = re.compile(r"[.)] |\.$")
COUNTED = re.compile(
    r" *(?:người|tháng|ngày|năm|tuổi|triệu|tỷ|đồng|nghìn|lần|giờ|phút|hộ|bộ|bản|cán bộ|đơn vị"
    r"|cơ quan"
    r"|trường|loại|nhóm|m2|m3|m|km|ha|cm|mm|kg|mét|buổi|đợt|quý|phần|đoàn|tổ|thành viên|xã|huyện"
    r"|tỉnh|học|suất|cấp|mức|tiêu|nội dung|nhiệm|giải|dự án|khâu|chiếc|vụ|con|cây|căn"
    r"|giai đoạn)(?!\w)"
)
LINK = re.compile(
    r" *(?:(?P<semicolon>;)(?: *(?:và|hoặc|hay)(?!\w))?|(?P<comma>,)(?: *(?P<then>và|hoặc"
    r"|hay)(?!\w))?"
    r"|(?P<and>và|hoặc|hay|và/hoặc|cùng với|cũng như)(?!\w)"
    r"|(?P<of>của|thuộc|trong|tại|(?:được +)?(?:quy +định|nêu|ban +hành) +(?:tại|trong)|:"
    r"|(?:(?:ban +hành|đính) +)?kèm +theo(?= +phụ)|-)(?!\w))? *"
)
NOT_LEVELS = re.compile(
    r"(?:(?:thời|địa|trọng|quan|đặc|ưu|nhược|thí|luận|cao|yếu|tâm) điểm"
    r"|(?:tài|điều|bằng|hạng) khoản|(?:danh|hạng|(?<!tiêu )đề|chuyên|tiêu) mục"
    r"|(?:chi|tình|thời|số|\d) tiết|(?:thành|một|cổ|học) phần)$"
)
SCORE = re.compile(r"(?:chấm|thang|tổng|số|cộng|trừ|đạt|mức) điểm$")
""" "chấm điểm 8", "thang điểm 10": points of a mark, unless a letter follows ("trừ điểm b")."""


COMPOUND = frozenset(
    (
        "thời", "địa", "trọng", "quan", "đặc", "ưu", "nhược", "thí", "luận", "cao", "yếu", "tâm",
        "tài", "điều", "bằng", "hạng", "danh", "đề", "chuyên", "tiêu", "chi", "tình", "số",
        "thành", "một", "cổ", "học", "chấm", "thang", "tổng", "cộng", "trừ", "đạt", "mức",
    )
)  # fmt: skip
"""First syllables of what ``NOT_LEVELS`` and ``SCORE`` find."""

GOES_ON = re.compile(rf" *(?:,|;|của|thuộc|tại|(?:các +)?(?:{_UNITS})(?!\w))")

WORK = re.compile(rf" +(?:của +)?(?:{any_of(KINDS)})(?!\w)")
"""A document right after a number: "điểm 3 của Thông tư này"."""
ACCOUNT_OR_TYPO = re.compile(r"tài khoản +\d{1,2} +điều +(?:này|\d)")
""" "tài khoản 2 Điều này": "tại" with a wrong letter."""
