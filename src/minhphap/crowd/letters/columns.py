"""The columns of the workbook and of the Word table, and how they are known again."""

from __future__ import annotations

import re

import msgspec

from minhphap.crowd.letters.values import Ask
from minhphap.text import search_key


class Column(msgspec.Struct, frozen=True):
    """One column: its name here, its heading, its width in the workbook."""

    key: str
    heading: str
    width: float
    hidden: bool = False


COLUMNS = (
    Column("ordinal", "TT", 5),
    Column("label", "NHÓM VẤN ĐỀ, ĐIỀU, KHOẢN", 22),
    Column("sender", "CHỦ THỂ GÓP Ý", 28),
    Column("text", "NỘI DUNG GÓP Ý", 60),
    Column("answer", "NỘI DUNG TIẾP THU, GIẢI TRÌNH", 46),
    Column("ask", "Loại ý kiến", 13),
    Column("proposed", "Câu chữ, mức đề nghị", 30),
    Column("remark", "Vì sao xếp vào đây", 32),
    Column("source", "Nguồn", 26),
    Column("letter", "Văn bản", 26),
    Column("part", "Phần", 24, True),
    Column("id", "Mã ý kiến", 16, True),
    Column("machine", "Mã điều, khoản", 20, True),
)
ANSWER = "answer"
_HEADINGS = {search_key(column.heading): column.key for column in COLUMNS}
_KNOWN = (
    ("answer", re.compile(r".*(?:tiep thu|giai trinh)")),
    ("label", re.compile(r"nhom van de|dieu,? khoan|.*dieu.*khoan")),
    ("sender", re.compile(r"chu the")),
    ("text", re.compile(r"noi dung gop y|noi dung y kien")),
)
ASKS: dict[Ask, str] = {
    "agree": "Thống nhất",
    "amend": "Sửa",
    "add": "Bổ sung",
    "delete": "Bỏ",
    "question": "Hỏi, làm rõ",
    "general": "Nhận xét",
}
LIST, REVIEW, BODIES, KEPT, HIDDEN = (
    "Tổng hợp", "Cần xem lại", "Cơ quan được hỏi", "Chưa đặt được", "_minhphap",
)  # fmt: skip
"""The sheets of the workbook."""


def key_of(heading: str) -> str | None:
    """Which column a heading names; None for a column of the user's own."""
    key = search_key(" ".join(heading.split()))
    if key in _HEADINGS:
        return _HEADINGS[key]
    return next((name for name, form in _KNOWN if form.match(key)), None)
