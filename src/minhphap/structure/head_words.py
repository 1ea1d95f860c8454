"""Words and patterns of the head of a document."""

from __future__ import annotations

import re
from functools import cache

from minhphap.law import kinds
from minhphap.structure.lines import UPPER
from minhphap.text import search_key

BASIS = re.compile(r"Căn cứ|Xét |Theo đề nghị|Thực hiện|Trên cơ sở|CĂN CỨ|XÉT ")
"""How a legal basis begins."""

COLUMN = re.compile(
    r" \| |\t+|(?<!\s)(?<!Số:)(?<!Số)(?<!ngày)(?<!tháng)(?<!năm)[^\S\n]{3,}(?!\s|/|tháng|năm)"
)
"""What parts the columns of a head on one line; not the blanks left for number and date."""
RULE = re.compile(r"[\W_]+$")
"""A line without words."""
DATE = re.compile(
    rf"(?:(?P<place>[{UPPER}][^\n,;:/|\d]{{1,40}}?)\s?,\s{{0,2}})?"
    r"(?P<date>ngày[\s.…_]{0,16}(?:\d{1,2}[\s.…_]{0,16})?tháng[\s.…_]{0,16}"
    r"(?:\d{1,2}[\s.…_]{0,16})?năm(?:[\s.…_]{0,16}\d{4})?"
    r"|ngày\s\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4})",
    re.IGNORECASE,
)
NUMBER_LABEL = re.compile(
    r"(?:(?P<kind>[^\W\d_]+(?:\s[^\W\d_]+)?)\s)?(?<!\w)S[ốôổồỐÔỔỒ]\s?:?\s*", re.IGNORECASE
)
OLD_STYLE = re.compile(r"(?:C[ủỦ][aA]\s(?P<who>[^\n\d]{3,80}?)\s)?(?=S[ốỐ]\s?:?\s?\d)")
""" "CỦA BỘ TÀI CHÍNH SỐ 12/2005/TT-BTC NGÀY …" below the kind."""
SUBJECT = re.compile(r"(?:V/v|v/v|V/V|Về việc|VỀ VIỆC)\s*:?\s*|Về\s(?=[a-zđ])")
"""How the subject of a letter begins."""
LETTER_END = re.compile(r"Kính gửi|KÍNH GỬI|Kính thưa|Kính trình")
TITLE_END = re.compile(
    r"\(?(?:Được )?(?:[Bb]an hành )?[Kk]èm theo|.{0,900}có hiệu lực (?:kể )?từ ngày"
)
IGNORED = re.compile(
    r"\W*(?:DỰ\s?THẢO|MẬT|TUYỆT MẬT|TỐI MẬT|HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN|BẢN SAO)(?!\w)"
    r"|.{0,60}BÁO.{0,20}/\s?S[ốỐ]|(?:PHẦN )?VĂN BẢN (?:KHÁC|PHÁP LUẬT|QUY PHẠM)",
    re.IGNORECASE,
)
"""Marks of drafts, secrecy and haste, lines of the gazette."""
SESSION = re.compile(r"\(?\s*(?:KHÓA|KHOÁ|KỲ HỌP|NHIỆM KỲ|Từ ngày)(?!\w)", re.IGNORECASE)
AUTHENTICATION = "XÁC THỰC VĂN BẢN HỢP NHẤT"
"""Stands above the signature of a consolidated text, with the number and date of that text."""
OF_THE_STATE = re.compile(r"(?<!NHÀ )NƯỚC\s*$")
"""Before the motto: "QUỐC HỘI NƯỚC CỘNG HÒA …"."""
FOOTNOTE = re.compile(r"\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\*)+$")

BODY_WORD = re.compile(
    r"(?:LIÊN )?(?:BỘ|SỞ|CỤC|TỔNG|VỤ|CHI|BAN|VĂN PHÒNG|[ỦU][YỶ] BAN|UBND|HĐND|HỘI|TRƯỜNG"
    r"|BỆNH VIỆN|VIỆN|TRUNG TÂM|CÔNG|TẬP ĐOÀN|ĐẢNG|TỈNH [ỦU][YỶ]|THÀNH [ỦU][YỶ]|HUYỆN [ỦU][YỶ]"
    r"|PHÒNG|THANH TRA|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|CHỦ TỊCH|TÒA|TOÀ|KIỂM TOÁN|NGÂN HÀNG|BẢO HIỂM"
    r"|KHO BẠC|ĐẠI HỌC|HỌC VIỆN|LIÊN|MẶT TRẬN|ĐOÀN|THƯỜNG TRỰC|NHÀ|ĐÀI|QUỸ|HẠT"
    r"|HIỆP HỘI|THUẾ|HẢI QUAN)(?!\w)"
)
"""Words that the name of a body begins with."""
OPEN_NAME = re.compile(
    r"(?:^|\s)(?:THƯỜNG TRỰC|THƯỜNG VỤ|VĂN PHÒNG|THỦ TƯỚNG|CHỦ TỊCH|THANH TRA|BAN CHẤP HÀNH|VÀ"
    r"|CỦA)$|[,\-–]$"
)
"""A line after which the name of a body goes on, whatever the next one begins with."""
AUTHORITY = re.compile(
    r"(?:QUYỀN |PHÓ )?(?:CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|[ỦU][YỶ] BAN|UBND|HỘI ĐỒNG|QUỐC HỘI|CHÍNH PHỦ"
    r"|TỔNG|GIÁM ĐỐC|CỤC TRƯỞNG|THỐNG ĐỐC|CHÁNH|VIỆN TRƯỞNG|BAN|THƯỜNG TRỰC|HIỆU TRƯỞNG|TRƯỞNG"
    r"|CHỦ NHIỆM|BỘ)(?!\w)"
)
"""How the line above the legal bases begins that tells on whose authority the text decides."""


def _spaced(words: str) -> str:
    """A pattern of words that may be letter-spaced; the tone of "hòa" on either letter."""
    spaced = r"\s?".join(re.escape(letter) for letter in words.replace(" ", ""))
    return spaced.replace(r"Ò\s?A", r"(?:Ò\s?A|O\s?À)")


MOTTO = re.compile(
    rf"{_spaced('CỘNG HÒA XÃ HỘI')}\s?(?:{_spaced('CHỦ NGHĨA')}|\w+\s\w+)?"
    rf"\s?(?:{_spaced('VIỆT NAM')})?"
    rf"|{_spaced('ĐỘC LẬP')}[\s.,–-]{{0,5}}{_spaced('TỰ DO')}[\s.,–-]{{0,5}}{_spaced('HẠNH PHÚC')}"
    r"|ĐẢNG CỘNG SẢN VIỆT NAM",
    re.IGNORECASE,
)


@cache
def kind_keys() -> dict[str, str]:
    """Kinds by their names without blanks and diacritics, as scans and spaced letters need it."""
    return {"".join(search_key(kind.name).split()): kind.id for kind in kinds()}


@cache
def kind_starts() -> re.Pattern[str]:
    """The name of a kind in capitals, with more to follow."""
    names = sorted((kind.name.upper() for kind in kinds()), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?=\s)")


def bodies(lines: list[str]) -> list[str]:
    """The bodies that the lines of a head name, each name whole and once."""
    names: list[str] = []
    for line in lines:
        if not line.isupper():
            continue
        opens = BODY_WORD.match(line) is not None
        if names and (not opens or OPEN_NAME.search(names[-1])):
            names[-1] = f"{names[-1]} {line}"
        elif opens:
            names.append(line)
    return [name for place, name in enumerate(names) if name not in names[:place]]
