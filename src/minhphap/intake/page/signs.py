"""Signs in the words of a line that a paragraph begins or ends there."""

from __future__ import annotations

import re

_QUOTE = "“\"'‘«"
_HEADING = re.compile(
    r"[“\"'‘«]?(?:Điều \d+[a-zđ]{0,2}(?:\.\d+)?[.:](?: |$)|"
    r"(?:Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Tiểu mục) "
    r"(?:[IVXLC]+|\d+|thứ \w+|THỨ \w+)[a-z]?(?:[.:]|$| [A-ZĐÀ-Ỹ])|(?:PHỤ LỤC|Phụ lục)"
    r"(?: (?:[IVXLC]+|\d+|[A-Z]))?(?:[.:]|$))"
)
_MARKER = re.compile(
    r"[“\"'‘«]?(?:\d{1,3}[a-zđ]{0,2}(?:\.\d{1,3}){0,4}[.)](?: |$)|\d{1,3}(?:\.\d{1,3}){1,4} |"
    r"[a-zđ]{1,2}\d{0,2}\)(?: |$)|[-–—+•*] |[IVXLC]{1,6}[.)] |Căn cứ |Theo đề nghị |Xét |"
    r"Nơi nhận:|V/v |[A-ZĐ]\. )"
)
_END = re.compile(r"[.;:!?…](?:[”\"'’»)\]]|/\.|\d{1,2}$)*\.?$|\./\.$|[”\"’»][.;,]?$")
_HANGING = re.compile(
    r"(?:,|\w[-/]|(?<!\w)(?:số|ngày|tháng|năm|của|và|hoặc|theo|về|tại|với|cho|các|những|bởi|trong"
    r"|[Đđ]iều|khoản|điểm))$"
)
_OFFICE = re.compile(
    r"(?:TM|KT|TL|TUQ|Q)\. ?|(?:PHÓ |QUYỀN )?(?:BỘ TRƯỞNG|THỨ TRƯỞNG|CHỦ TỊCH|CHỦ NHIỆM|THỦ TƯỚNG|"
    r"GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CHÁNH ÁN|VIỆN TRƯỞNG|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|VỤ TRƯỞNG|THỐNG ĐỐC|"
    r"TỔNG THANH TRA|TỔNG KIỂM TOÁN)\b"
)
_ALONE = re.compile(
    r"(?:Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Tiểu mục|PHỤ LỤC|Phụ lục|Mẫu số)\s\S+(?: \S+)?$"
)


def opens_part(text: str) -> bool:
    """True for "Điều 5. …", "Chương II", "PHỤ LỤC": what only stands at a line's start."""
    return bool(_HEADING.match(text))


def has_marker(text: str) -> bool:
    """True when the line begins as a clause, point, dash or legal basis does."""
    return bool(_MARKER.match(text)) or opens_part(text)


def ends_sentence(text: str) -> bool:
    """True when the line may be the last of its paragraph."""
    return bool(_END.search(text))


def goes_on(text: str) -> bool:
    """True when the line begins in the middle of a sentence: with a small letter, no marker."""
    first = text.lstrip("(" + _QUOTE)[:1]
    return (first.islower() or text[:1] in ",;)") and not has_marker(text)


def hangs(text: str) -> bool:
    """True when the line breaks off where no sentence or title can end: "… Quyết định số"."""
    return bool(_HANGING.search(text))


def stands_alone(text: str) -> bool:
    """True for "Chương II": the title below it is a paragraph of its own."""
    return bool(_ALONE.match(text))


def is_capitals(text: str) -> bool:
    """True when all its letters are capitals."""
    return text.isupper()


def is_office(text: str) -> bool:
    """True for the lines of a signature block: "KT. BỘ TRƯỞNG", "PHÓ CHỦ TỊCH"."""
    return bool(_OFFICE.match(text))
