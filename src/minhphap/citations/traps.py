"""What looks like a citation and is none."""

from __future__ import annotations

import re

from minhphap.citations.folding import UPPER

_ARTICLE = r"[ĐÐ](?:iều|IỀU)"
_FORM = r"(?:[Mm](?:ẫu|ẪU)(?: [Bb]iểu)?|[Bb](?:iểu|IỂU)(?: [Mm]ẫu)?)"
_INNER = r"(?:[Cc](?:hương|HƯƠNG)|[Tt]iểu [Mm]ục|[Mm](?:ục|ỤC)|[Pp](?:hần|HẦN))"
_LARGER = rf"(?:{_INNER}|[Pp](?:hụ|HỤ) [Ll](?:ục|ỤC)|{_FORM})"
_NUMBER = (
    r"(?:\s+(?:[Ss][ốỐ]\s*:?\s*)?(?:[Tt]hứ\s+\w+|(?:[A-ZĐ]{1,8}[-.]?(?=\d)|[IVXLC\d])"
    r"(?:[\w/-]|\.(?=\w))*(?:\s?-\s?[A-ZĐ]{2,8}(?!\w))?|[A-Z]\b))?"
)
_HEADING = re.compile(
    rf"(?P<level>{_ARTICLE}|{_LARGER}){_NUMBER}"
    rf"(?P<after>(?:\[\d{{1,3}}\])*[ \t]*(?:[.:](?:[-–]|\s|$)|\n|$|(?=\()|(?=[{UPPER}]{{2}})"
    rf"|(?:/|-|–)[ \t]+(?=[{UPPER}])))?"
)
_RUN_ON = re.compile(
    rf"{_ARTICLE}\s+\d{{1,3}}[a-zđ]?\s*[.:](?P<gap>\s*)(?=[{UPPER}“])(?!(?:[ĐÐ]iều|Chương|Mục)\s)"
)
_CAPITALS = re.compile(
    rf"(?:PHẦN|CHƯƠNG|MỤC|PHỤ LỤC)(?: (?:SỐ |THỨ )?[{UPPER}\d]+)?\s?[.:]\s?[{UPPER}]{{2}}"
)
"""A heading in capitals in the middle of a line, where line breaks were lost."""
_ROW = re.compile(r"(?:\d[\d.]*[.)]?(?:\s?\|)?|[-–+•*|]|[a-zđ]\))?")
"""What may stand before a form in a list of forms."""
_NEW_TITLE = (
    r"\s+(?!(?:Phụ lục|Nghị (?:định|quyết)|Thông tư|Quyết định (?:số|này)|(?:Bộ l|L)uật|Điều|Khoản"
    r"|Chương|Mục|Phần|Ban hành|Kèm theo|Mẫu|Biểu)(?!\w))"
    rf"(?=[{UPPER}](?![{UPPER}])[^\W\d_]+\s)|\s+(?=\d{{1,3}}\.\n)"
)
"""A blank and the words of a title, no further step of a path; or the number of the next row."""
_LISTED = re.compile(
    rf"{_FORM}{_NUMBER}(?:\[\d{{1,3}}\])*"
    rf"(?P<mark>\s?(?:(?:[.:|–-]\s?){{1,2}}|\()(?=[{UPPER}“])|{_NEW_TITLE})(?P<title>[^\n]{{0,400}})"
)
_TITLE_BELOW = re.compile(rf"{_FORM}{_NUMBER}(?:\[\d{{1,3}}\])*[ \t]*\n\s*(?=[{UPPER}])")
"""A form whose title stands on the next line."""
_ROMAN_TITLE = re.compile(r"\s*[IVX]+\. ")
_FORM_ROW = re.compile(rf"{_FORM}{_NUMBER}(?:[.:]\s|{_NEW_TITLE})")
"""A row of a list of forms, on whose line the next may go on."""
_TITLED = re.compile(
    rf"{_LARGER}{_NUMBER}(?:\[\d{{1,3}}\])*(?P<mark>{_NEW_TITLE})(?P<title>[^\n]{{0,400}})"
)
_CONTENTS = re.compile(
    rf"{_INNER}{_NUMBER}\s?[.:]\s+(?=[{UPPER}])(?P<title>[^\n]{{0,400}})", re.DOTALL
)
"""A row of a table of contents: "- Chương II. Bảng dữ liệu"."""
_ISSUED = re.compile(
    r"kèm\s+theo|ban\s+hành\s+(?:tại|theo|bởi)|^[^(]*(?<!\w)này(?!\w)"
    r"|Phụ\s+lục\s+(?:số\s+)?[IVX\d]|của\s+(?:Bộ\s+l|L)uật"
)
_GOES_ON = re.compile(
    r"(?:\b(?:tại|theo|và|hoặc|của|từ|đến|các|quy định|bởi|thuộc|trong|với|sửa đổi|bổ sung|bãi bỏ"
    r"|thay thế|đổi tên|hướng dẫn|thực hiện|số|là|cho|như|trừ|ở|này|tên|một số điều|điều|khoản|điểm"
    r"|khoản\s+\d[\d, và]*|(?:mẫu|phụ lục)(?: số)?\s+\w+|điểm\s+[a-zđ][a-zđ, và]{0,12}"
    r"|mục\s+\w+)|,)\s*$",
    re.IGNORECASE,
)
"""How a line ends that goes on with a citation on the next."""


def is_heading(text: str, at: int) -> bool:
    """Whether the number of a provision at ``at`` opens that provision and cites nothing."""
    if text[at] not in "MmBb" and at > 1 and text[at - 1] == " ":
        before = text[at - 2]
        if before == "," or before.isalnum():
            return False  # in the middle of a sentence
    reach = max(0, at - 300)
    line = max(text.rfind("\n", reach, at) + 1, reach)
    before = text[line:at].strip(" \t\xa0“\"‘'*_")
    if before.endswith("|") and text[at : at + 3].isupper() and text[at] not in "ĐÐ":
        return True
    ended = before[-1:] in tuple('.;:…/”"')
    if _is_listed(text, at, line, before, ended or before.endswith(")")):
        return True
    if before:
        if (ended or before.endswith(")")) and _CAPITALS.match(text, at):
            return True
        run_on = _RUN_ON.match(text, at) if ended else None
        return run_on is not None and (before[-1] != ";" or "\n" not in run_on["gap"])
    found = _HEADING.match(text, at)
    if found is None or found["after"] is None:
        return False
    article = found["level"][0] in "ĐÐ"
    if not article and not found["after"].strip(" \t").startswith((".", ":", "-", "–", "/")):
        return True
    return not _goes_on(text, line)


def _goes_on(text: str, line: int) -> bool:
    """Whether the line before one goes on in it."""
    earlier = text[text.rfind("\n", 0, max(0, line - 1)) + 1 : max(0, line - 1)]
    if earlier.isupper() or _ROMAN_TITLE.match(earlier):
        return False
    return _GOES_ON.search(earlier[-40:]) is not None


def _is_listed(text: str, at: int, line: int, before: str, ended: bool) -> bool:
    """Whether a form at ``at`` is a row of a list of forms, with its own title after it."""
    goes_on = before[:1] in "MmBb" and bool(before) and _FORM_ROW.match(before) is not None
    opens = _ROW.fullmatch(before) is not None or goes_on
    if not (opens or ended):
        return False
    if ended and not opens and _TITLE_BELOW.match(text, at):
        return True  # "(Ký, ghi rõ họ tên) Mẫu số 04" and a title below: the head of a form
    row = _LISTED.match(text, at) or (None if before else _TITLED.match(text, at))
    if row is None:
        row = _CONTENTS.match(text, at) if opens and before else None
        return row is not None and _ISSUED.search(row["title"]) is None
    if _ISSUED.search(row["title"]) or not (row["mark"].strip() or opens):
        return False
    return bool(before) or not _goes_on(text, line)


DRAFT = re.compile(
    r"(?:dự +thảo|dự +án|đề +cương|đề +nghị +xây +dựng|xây +dựng|chính +sách +của)"
    r"(?: +(?:các|các +dự +án)|:)? +$"
)
FOREIGN = re.compile(
    r" *(?:\([^()]{0,80}\) *)?(?:(?:của|thuộc|tại|trong|về) +)?(?:các +)?"
    r"(?:hiệp +định|hiệp +ước|công +ước|nghị +định +thư|qcvn|tcvn|iso|"
    r"quy +chuẩn|biểu +thuế +(?:xuất|nhập) +khẩu(?![^.;]{0,120}kèm +theo)|hợp +đồng|"
    r"bản +ghi +nhớ|thoả +thuận|hiến +chương|tuyên +bố|e-hsmt|hsmt"
    r"|hồ +sơ +mời +thầu|e-cdnt|cdnt|"
    r"đkc|đkct|cites|biên +bản|đơn +này|giấy +(?:chứng +nhận|phép))(?!\w)"
)
"""What a path may belong to that is no Vietnamese legal text: treaties, standards, contracts."""
REVISED = re.compile(
    r" *\((?:(?:sửa +đổi|thay +thế)[^()]{0,40}|sửa +đổi +toàn +diện[^()]{0,300})\)"
)

STUDY = re.compile(
    r"(?:pháp|kỷ|quy|đạo|dự|ngành|cử +nhân|thạc +sĩ|tiến +sĩ|khoa|môn|trường|đại +học|bằng|học"
    r"|bậc) +$"
)
"""Words before "luật" that make it no law: "pháp luật", "cử nhân Luật"."""
TITLE_LINE = re.compile(
    r"(?:BỘ LUẬT|LUẬT|PHÁP LỆNH|HIẾN PHÁP|NGHỊ QUYẾT|NGHỊ ĐỊNH|QUYẾT ĐỊNH|THÔNG TƯ)[ \t]*\n"
)
"""The kind of the document itself, on a line of its own."""


def is_own_title(text: str, at: int) -> bool:
    """Whether the kind at ``at`` stands alone on its line in capitals, as in a document's head."""
    if not text[at : at + 2].isupper():
        return False
    return (
        TITLE_LINE.match(text, at) is not None
        and not text[max(0, at - 300) : at].rpartition("\n")[2].strip()
    )


_ISSUES = re.compile(
    r"(?:^|[\n;“”:]|\.\s)\s*(?:Quốc hội|(?:Ủy|Uỷ) ban [Tt]hường vụ Quốc hội)\s+ban\s+hành\s+$"
)


def is_issued_here(text: str, at: int) -> bool:
    """Whether a title at ``at`` is that of the law at hand: "Quốc hội ban hành Luật Cư trú."."""
    before = text[max(0, at - 12) : at].rstrip()
    return before.endswith("hành") and _ISSUES.search(text, max(0, at - 60), at) is not None


def is_own_number(text: str, start: int, end: int) -> bool:
    """Whether a numbered document stands alone on its line as in a head: "Luật số: 5/2031/QH16"."""
    line = text[max(0, start - 80) : start].rpartition("\n")[2]
    rest = text[end : end + 80].partition("\n")[0]
    return ":" in text[start:end] and not line.strip() and not rest.strip()
