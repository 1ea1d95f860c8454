"""Candidate numbers in the middle of a line, where provisions run on without a line break."""

from __future__ import annotations

import re
from bisect import bisect_right

from minhphap.structure.lines import DOUBTFUL, INLINE, UPPER, Line, Marker, key_of

_INLINE = re.compile(
    rf"""
    (?<![\w,/\-–(])(?<!\d\.)(?P<clause>(?P<clause_num>\d{{1,3}}[a-zđ]?)\.(?!\d)\s{{0,3}}(?=[{UPPER}“"]))
  | (?<=[.:;”"]\s)(?P<dashed>(?P<dashed_num>\d{{1,2}})\s?[-–]\s?(?=[{UPPER}][^\W\d_A-Z]))
  | (?<![\w(])(?P<point>(?P<point_num>[a-zđ]\d?)\)\s{{0,3}}(?=\S))
  | (?<=[:;.]\s)(?P<oldpoint>(?P<oldpoint_num>[a-zđ])\.\s{{1,3}}(?=[{UPPER}]))
  | (?P<article>Điều\s(?P<article_num>\d{{1,4}}[a-zđ]?)\s?[.:]\s{{0,3}}(?=[{UPPER}\d]))
    """,
    re.VERBOSE,
)
_STOPS = frozenset(".;:…”\"'/)")
_REFERS = re.compile(
    r"(?:^|(?<=\W))(?:(?<!tài )khoản|(?<!thời )(?<!địa )(?<!đặc )điểm|điều|mục|số|tiết|chương"
    r"|phần|lục|bảng|biểu|mẫu|quý|tháng|năm|ngày|cấp|nhóm|loại|hạng|bước|đoạn|và|hoặc|đến|từ|tại|theo|các|gạch|ý|dòng|cột|hàng|kỳ|lần|thứ|vực|vùng|quyển|tập|hình"
    r"|công thức)\s*$|,\s*$",
    re.IGNORECASE,
)

_OPEN_REFERENCE = re.compile(
    r"(?<!\w)(?:(?:tại|theo|của|và|hoặc|các|quy định|sửa đổi|bổ sung)\s(?:khoản|điểm)|Điều"
    r"|(?:Luật|[Nn]ghị định|[Tt]hông tư|[Qq]uyết định|[Nn]ghị quyết|[Vv]ăn|[Tt]ờ trình|Chỉ thị)\ssố"
    r"|và|hoặc|tại|(?<!kèm\s)theo)$"
)
_OPEN_NUMBER = re.compile(r"(?<!\w)(?:khoản\s\d{1,2}[a-zđ]?|điểm\s[a-zđ]\d?)$")


def inline_markers(text: str, lines: list[Line], tabular: list[bool]) -> list[Marker]:
    """Numbers in mid-line that might open a provision, in order; most of them do not."""
    starts = [line.start for line in lines]
    found = []
    for match in _INLINE.finditer(text):
        name = match.lastgroup or ""
        start = match.start(name)
        line = bisect_right(starts, start) - 1
        if line < 0 or starts[line] == start or tabular[line]:
            continue
        trust = _trust(text, lines[line].start, start, match.end())
        if trust is None:
            continue
        num = match.group(f"{name}_num")
        kind = "clause" if name == "dashed" else name
        found.append(Marker(kind, num, start, match.end(), line, key_of(kind, num), trust))
    return found


def ends_in_reference(text: str, start: int, end: int) -> bool:
    """True when a line ends in the middle of a reference ("… theo quy định tại khoản")."""
    if text[end - 1] in '.;:”"/)':
        return False
    return _OPEN_REFERENCE.search(text, max(start, end - 24), end) is not None


def ends_in_number(text: str, start: int, end: int) -> bool:
    """True when a line ends in "… tại điểm d khoản 4", so that "Điều 13" may follow."""
    return _OPEN_NUMBER.search(text, max(start, end - 16), end) is not None


def _trust(text: str, line_start: int, start: int, body: int) -> int | None:
    """Whether a sentence may begin with the number; DOUBTFUL where it may end a reference."""
    at = start
    while at > line_start and text[at - 1].isspace():
        at -= 1
    if at == line_start:
        return None
    if text[at - 1] in _STOPS:
        return INLINE
    if at == start or not text[body : body + 1].isupper():
        return None
    refers = _REFERS.search(text, max(line_start, at - 12), at) is not None
    return DOUBTFUL if refers else INLINE
