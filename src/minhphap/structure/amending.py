"""What the words before a quotation announce: "Sửa đổi khoản 2 Điều 5 như sau:"."""

from __future__ import annotations

import re

_PLACE = re.compile(
    r"(?:vào|ở|tại)?\s*(?:liền\s|ngay\s)?(?:sau|trước)\s(?=Điều|khoản|điểm|đoạn|Chương|Mục)"
)
_NAMED = re.compile(
    r"(?P<word>[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Tt]iết|[Cc]hương|[Mm]ục|[Pp]hần)\s+"
    r"(?P<nums>(?:[IVXLC]+(?!\w)|\d[\d.]*[a-zđ]{0,2}(?!\w)|[a-zđ]\d?(?!\w))"
    r"(?:\s*(?:,|;|và|đến)\s*(?:[IVXLC]+(?!\w)|\d[\d.]*[a-zđ]{0,2}(?!\w)|[a-zđ]\d?(?!\w)))*)"
)
_HELD = re.compile(
    r"(?:[Kk]hoản|[Đđ]iểm|[Tt]iết)\s+(?:\d[\d.]*[a-zđ]{0,2}|[a-zđ]\d?)"
    r"(?:\s+(?:của|vào|tại|thuộc|trong))?\s+$"
)
"""What stands right before the provision that holds it."""
_NUM = re.compile(r"[IVXLC]+(?!\w)|\d[\d.]*[a-zđ]{0,2}|(?<!\w)[a-zđ]\d?(?!\w)")
_KIND = {
    "điều": "article", "khoản": "clause", "điểm": "point", "tiết": "point",
    "chương": "chapter", "mục": "section", "phần": "part",
}  # fmt: skip
_AMENDS = re.compile(
    r"sửa đổi|bổ sung|thay thế|thay cụm từ|như sau|được thay|đính chính|chỉnh sửa|thay đổi", re.I
)
INSTRUCTION = re.compile(
    r"\s*(?:Sửa|Bổ sung|Bãi bỏ|Thay|Bỏ |Hủy bỏ|Huỷ bỏ|Đính chính|Chuyển|Chỉnh|Thêm|Đổi|Điều chỉnh"
    r"|(?:Các |Một số )?[Cc]ụm từ\s|Đoạn (?:đầu|cuối|mở đầu|thứ)"
    r"|Tên (?:Điều|Chương|Mục|điều|chương|mục|gọi)"
    r"|(?:Các )?(?:Điều|[Kk]hoản|[Đđ]iểm|Mục|Chương|Phụ lục)\s"
    r"(?:[IVXLC]+(?!\w)|\d+|[a-zđ](?!\w))[^.:\n]{0,120}(?:được|sửa|bổ sung))"
)
"""How a provision that amends begins."""


_TARGET = re.compile(
    r"như sau|[:“\"]|[Đđ]iều\s\d|[Kk]hoản\s\d|[Đđ]iểm\s[a-zđ](?!\w)|[Cc]ụm từ|[Pp]hụ lục|[Mm]ẫu"
    r"|[Mm]ục\s[\dIVX]|[Cc]hương\s[\dIVX]|đoạn|gạch đầu dòng"
)


def commands(text: str, start: int, end: int) -> bool:
    """True when a line is an instruction that names what it changes."""
    return (
        INSTRUCTION.match(text, start, end) is not None
        and _TARGET.search(text, start, end) is not None
    )


_NUMBER = re.compile(
    r"\s*(?:[ĐÐ]iều\s\d+[a-zđ]?\s?[.:]|\d+[a-zđ]?\s?\.|[a-zđ]\d?\s?\)|[IVX]+\.|[-+])\s*"
)
_COMMANDS = re.compile(r"\s*(?:Sửa|Bổ sung|Thay|Đính chính|Thêm|Điều chỉnh|Chỉnh sửa)(?!\w)")
_CHANGED = re.compile(
    r"(?:được\s|^\s*(?:Các\s)?(?:Điều|[Kk]hoản|[Đđ]iểm)\s[^.;:]{1,60}\s)"
    r"(?:sửa|bổ sung|thay|đính chính|điều chỉnh|viết|quy định lại)"
    r"(?![^.;:]{0,30}?\s(?:bởi|theo|tại)\s)[^.;:]{0,90}(?:như sau|thành|bằng|sau)\s*[:.]?\s*$"
)
_OWN = re.compile(r"(?:[Ll]uật|[Nn]ghị định|[Tt]hông tư|[Nn]ghị quyết|[Qq]uy\s\w+)\snày(?!\w)")


def instructs(lead: str) -> bool:
    """True when a lead-in is an instruction to put new text in the place of old.

    "Sửa đổi khoản 2 như sau:", "Điều 5 được bổ sung khoản 3 như sau:"; not "Trường hợp quy định
    tại khoản 2 được thực hiện như sau:".
    """
    number = _NUMBER.match(lead)
    words = lead[number.end() :] if number else lead
    if _COMMANDS.match(words):
        return True
    return _CHANGED.search(words) is not None and _OWN.search(words) is None


def announces(lead: str) -> bool:
    """True when a lead-in says that new text follows."""
    return _AMENDS.search(lead) is not None


def announced(lead: str) -> frozenset[tuple[str, str]]:
    """(type, number) of the provisions that a lead-in names as amended or added."""
    names: set[tuple[str, str]] = set()
    text = _PLACE.split(lead)[0] if _PLACE.search(lead) else lead
    for match in _NAMED.finditer(text):
        kind = _KIND[match["word"].lower()]
        names.update((kind, num.rstrip(".")) for num in _NUM.findall(match["nums"]))
    return frozenset(names)


def awaited(lead: str) -> frozenset[tuple[str, str]]:
    """As announced, without what only holds another: of "khoản 2 Điều 5" clause 2 alone."""
    held = {
        (_KIND[match["word"].lower()], num.rstrip("."))
        for match in _NAMED.finditer(lead)
        if _HELD.search(lead, max(0, match.start() - 40), match.start())
        for num in _NUM.findall(match["nums"])
    }
    return announced(lead) - held
