"""What looks like a citation and is none."""

from __future__ import annotations

import re

_ARTICLE = r"[ĐÐ](?:iều|IỀU)"
_LARGER = (
    r"(?:[Cc](?:hương|HƯƠNG)|[Tt]iểu [Mm]ục|[Mm](?:ục|ỤC)|[Pp](?:hần|HẦN)|[Pp](?:hụ|HỤ) [Ll](?:ục"
    r"|ỤC)"
    r"|[Mm](?:ẫu|ẪU)(?: [Bb]iểu)?|[Bb](?:iểu|IỂU)(?: [Mm]ẫu)?)"
)
_NUMBER = r"(?:\s+(?:[Ss][ốỐ]\s*:?\s*)?(?:[Tt]hứ\s+\w+|[IVXLC\d](?:[\w/-]|\.(?=\w))*|[A-Z]\b))?"
_HEADING = re.compile(
    rf"(?P<level>{_ARTICLE}|{_LARGER}){_NUMBER}"
    r"(?P<after>[ \t]*(?:[.:](?:\s|$)|\n|$|(?=\()|(?=[A-ZĐÀ-ỴƯƠĂÂÊÔ]{2})))?"
)
_RUN_ON = re.compile(rf"{_ARTICLE}\s+\d{{1,3}}[a-zđ]?\s*[.:]\s*(?=[A-ZĐÀ-ỴƯƠĂÂÊÔ“])")
_GOES_ON = re.compile(
    r"(?:\b(?:tại|theo|và|hoặc|của|từ|đến|các|quy định|bởi|thuộc|trong|với|sửa đổi|bổ sung|bãi bỏ"
    r"|thay thế|đổi tên|hướng dẫn|thực hiện|số|là|cho|như|trừ|ở|này|tên|một số điều|điều|khoản|điểm"
    r"|khoản\s+\d[\d, và]*|điểm\s+[a-zđ][a-zđ, và]{0,12}|mục\s+\w+)|,)\s*$",
    re.IGNORECASE,
)
"""How a line ends that goes on with a citation on the next."""


def is_heading(text: str, at: int) -> bool:
    """Whether the number of a provision at ``at`` opens that provision and cites nothing."""
    reach = max(0, at - 300)
    line = max(text.rfind("\n", reach, at) + 1, reach)
    before = text[line:at].strip(" \t\xa0“\"‘'*_")
    if before.endswith("|") and text[at : at + 3].isupper() and text[at] not in "ĐÐ":
        return True
    if before:
        return before[-1] in '.;:…/”"' and _RUN_ON.match(text, at) is not None
    found = _HEADING.match(text, at)
    if found is None:
        return False
    if found["after"] is None:
        form = found["level"].lower().startswith(("mẫu", "biểu"))
        return form and _names_form(text, found.end())
    article = found["level"][0] in "ĐÐ"
    if not article and "." not in found["after"] and ":" not in found["after"]:
        return True
    earlier = text[text.rfind("\n", 0, max(0, line - 1)) + 1 : max(0, line - 1)]
    return earlier.isupper() or _GOES_ON.search(earlier[-40:]) is None


def _names_form(text: str, at: int) -> bool:
    """Whether a capital goes on after the number of a form: a row of a list of forms."""
    line = text[at : at + 400].partition("\n")[0].lstrip()
    return line[:1].isupper() and "kèm theo" not in line


DRAFT = re.compile(
    r"(?:dự +thảo|dự +án|đề +cương|đề +nghị +xây +dựng|xây +dựng)(?: +(?:các|các +dự +án))? +$"
)
FOREIGN = re.compile(
    r" *(?:(?:của|thuộc|tại|trong|về) +)?(?:các +)?(?:hiệp +định|hiệp +ước|công +ước"
    r"|nghị +định +thư|qcvn|tcvn|iso|"
    r"quy +chuẩn|hợp +đồng|bản +ghi +nhớ|thoả +thuận|hiến +chương|tuyên +bố|e-hsmt|hsmt"
    r"|hồ +sơ +mời +thầu|e-cdnt|cdnt|"
    r"đkc|đkct|biên +bản|đơn +này|giấy +(?:chứng +nhận|phép))(?!\w)"
)
"""What a path may belong to that is no Vietnamese legal text: treaties, standards, contracts."""
REVISED = re.compile(r" *\((?:sửa +đổi|thay +thế)[^()]{0,40}\)")

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
