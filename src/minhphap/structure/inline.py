"""Candidate numbers in the middle of a line, where provisions run on without a line break."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from minhphap.structure.lines import DOUBTFUL, INLINE, UPPER, Line, Marker, key_of

_SMALL = "áàảâấầẩăắằẳéèêếềểíỉóòôốồổơớờởúủưứừửýỷ"
"""Letters that stand for capitals in pages of old texts, which lost these: "3. ép buộc"."""
# Each pattern begins with what is rare, and looks back from there: that is what makes them fast.
_CLAUSE = re.compile(
    rf"(?P<num>\d{{1,3}}[a-zđ]?)\.(?!\d)\s{{0,3}}(?=[{UPPER}{_SMALL}“\"])"
    rf"|(?P<dashed>\d{{1,2}})\s?[-–]\s?(?=[{UPPER}][^\W\d_A-Z])"
)
_POINT = re.compile(r"\)(?:(?<=(?<![\w(])[a-zđ]\))|(?<=(?<![\w(])[a-zđ]\d\)))\s{0,3}(?=\S)")
_OLD_POINT = re.compile(rf"[:;.](?=\s([a-zđ])\.(\s{{1,3}})[{UPPER}])")
_ARTICLE = re.compile(rf"Điều\s(\d{{1,4}}[a-zđ]?)\s?[.:]\s{{0,3}}(?=[{UPPER}\d])")
_INSIDE = re.compile(r"[\w,/\-–(]")
_STOPS = frozenset(".;:…”\"'/)")
_REFERS = re.compile(
    r"(?:^|(?<=\W))(?:(?<!tài )khoản|(?<!thời )(?<!địa )(?<!đặc )điểm|điều|mục|số|tiết|chương|phần"
    r"|lục|bảng|biểu|mẫu|quý|tháng|năm|ngày|cấp|nhóm|loại|hạng|bước|đoạn|và|hoặc|đến|từ|tại|theo|các"
    r"|gạch|ý|dòng|cột|hàng|kỳ|lần|thứ|vực|vùng|quyển|tập|hình|mức|đợt|khóa|khoá|lớp|vòng|bậc|tầng"
    r"|tiêu chí|chỉ tiêu|hệ số|trường hợp|phương án|dự án|công thức)\s*$|,\s*$",
    re.IGNORECASE,
)

_OPEN_REFERENCE = re.compile(
    r"(?<!\w)(?:(?:tại|theo|của|và|hoặc|các|quy định|sửa đổi|bổ sung)\s(?:khoản|điểm)|Điều"
    r"|(?:Luật|[Nn]ghị định|[Tt]hông tư|[Qq]uyết định|[Nn]ghị quyết|[Vv]ăn|[Tt]ờ trình|Chỉ thị)\ssố"
    r"|(?<!;\s)và|(?<!;\s)hoặc|tại|(?<!kèm\s)theo)$"
)
_LINKED = re.compile(r";\s(?:hoặc|và)$")
"""Between two items of a list ("… ký thỏa thuận; hoặc b) …")."""
_OPEN_NUMBER = re.compile(r"(?<!\w)(?:khoản\s\d{1,2}[a-zđ]?|điểm\s[a-zđ]\d?)$")


def inline_markers(text: str, lines: list[Line], tabular: list[bool]) -> list[Marker]:
    """Numbers in mid-line that might open a provision, in order; most of them do not."""
    starts = [line.start for line in lines]
    found = []
    for start, body, kind, num in sorted(_candidates(text)):
        line = bisect_right(starts, start) - 1
        if line < 0 or starts[line] == start or tabular[line]:
            continue
        trust = _trust(text, lines[line].start, start, body)
        if trust == INLINE and text[start - 2] not in _STOPS and "." not in text[start:body]:
            trust = DOUBTFUL if kind == "clause" else trust  # "… quyền đăng ký 1- Thành lập"
        if trust is not None:
            found.append(Marker(kind, num, start, body, line, key_of(kind, num), trust))
    return found


def _candidates(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Start, body, kind and number of whatever looks like a number."""
    for match in _CLAUSE.finditer(text):
        start = match.start()
        if match["num"]:
            before = text[max(0, start - 2) : start]
            if (
                not _INSIDE.match(before[-1:])
                and not (before[-1:] == "." and before[0].isdigit())
                and not text.startswith("Điều", max(0, start - 5))
            ):
                yield start, match.end(), "clause", match["num"]
        elif start and text[start - 1] == " ":
            yield start, match.end(), "clause", match["dashed"]
    for match in _POINT.finditer(text):
        close = match.start()
        start = close - 2 if text[close - 1].isdigit() else close - 1
        yield start, match.end(), "point", text[start:close]
    for match in _OLD_POINT.finditer(text):
        yield match.start(1), match.end(2), "oldpoint", match[1]
    for match in _ARTICLE.finditer(text):
        yield match.start(), match.end(), "article", match[1]


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
    if text[at - 1] in _STOPS or _LINKED.search(text, max(line_start, at - 6), at):
        return INLINE
    if at == start or not text[body : body + 1].isupper():
        return None
    refers = _REFERS.search(text, max(line_start, at - 12), at) is not None
    return DOUBTFUL if refers else INLINE
