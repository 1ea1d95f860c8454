"""Where the name of an issuing body ends: "của Bộ trưởng Bộ Tài chính | hướng dẫn …"."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from itertools import pairwise

from minhphap.citations.folding import UPPER, syllables

_WORD = re.compile(r" *(tp\.|[^\W\d_]+|[,&:-])")
_OF = re.compile(r" *,? *của +")


def _phrases(*rows: str) -> frozenset[str]:
    return frozenset(phrase for row in rows for phrase in row.split("|"))


_SEPARATORS = frozenset(",-&:")
_ROLES = _phrases(
    "bộ trưởng|thứ trưởng|chủ tịch|phó chủ tịch|thống đốc|chánh án|viện trưởng|giám đốc",
    "cục trưởng|tổng cục trưởng|chủ nhiệm|trưởng ban|tổng thanh|chánh văn|bí thư|tổng giám",
    "trưởng phòng|hiệu trưởng|chánh thanh|tổng bí|phó giám|chi cục|tư lệnh|trưởng đoàn|tổng thư",
    "phó thủ|quyền bộ",
)
"""First two syllables of offices: the body follows."""
_PLACES = frozenset(
    (
        "tỉnh",
        "huyện",
        "quận",
        "xã",
        "phường",
        "thành phố",
        "thị xã",
        "thị trấn",
        "đặc khu",
        "thủ đô",
        "khu vực",
        "tp",
        "tp.",
    )
)
_STARTERS = _phrases(
    "ban hành|quy định|về việc|sửa đổi|bổ sung|phê duyệt|hướng dẫn|quy chế|quyết định|nghị quyết",
    "nghị định|thông tư|công bố|thay thế|bãi bỏ|hết hiệu|quy trình|giao cho|điều chỉnh|kế hoạch",
    "phân cấp|uỷ quyền|thành lập|tổ chức|triển khai|công văn|tờ trình|căn cứ|theo đề|chỉ thị",
    "báo cáo|luật số|xét đề|đề án|danh mục|chương trình|thông báo|kết luận|bảng giá|phụ lục",
    "mẫu số|trong thời|các cơ|cụ thể|như sau|có hiệu|thực hiện|tăng cường|đã được|được sửa",
    "mức thu|chế độ|chính sách|tiêu chuẩn|định mức|hội nghị|điều lệ|nội quy",
)
"""First two syllables of titles: the name of the body is over."""
_CONFERENCE = re.compile(
    r" *hội +nghị(?: +trung +ương)?(?: +lần +thứ +[^\W\d_]+(?: +(?:hai|ba|tư|năm|sáu|bảy|tám"
    r"|chín))?)? +(?=ban +chấp)"
)
_SHORT_NAMES = frozenset(("ubnd", "hđnd", "tw", "tp", "đbqh", "mttq", "ubmttq", "tnhh"))
_KEYS = re.compile(r" *(?:khoá +(?:[ivxl]+|\d+)(?!\w)|\(khoá +(?:[ivxl]+|\d+)\))")
_STATE = re.compile(
    r" *(?:nước +(?:cộng +hoà +xã +hội +chủ +nghĩa +việt +nam|chxhcn +việt +nam"
    r"|việt +nam +dân +chủ +cộng +hoà)|cách +mạng +lâm +thời(?: +cộng +hoà +miền +nam +việt +nam)?"
    r"|cộng +hoà +miền +nam +việt +nam)(?!\w)"
)
_CLOSED = _phrases("chính phủ|quốc hội|chính trị|bí thư|chủ tịch nước|tối cao")
"""Last two syllables of names that are whole: a capital after them begins something else."""
_PARTS = _phrases("ban|uỷ ban|tổ|đoàn|hội đồng|văn phòng|tiểu ban")
"""First words of bodies that belong to another ("Uỷ ban Xã hội của Quốc hội")."""
_WHOLE = re.compile(
    r" +của +(?=(?:quốc +hội|chính +phủ|thủ +tướng|uỷ +ban|hội +đồng|hđnd|ubnd|trung +ương"
    r"|thành +uỷ|tỉnh +uỷ|bộ +[^\W\d_]+)(?!\w))"
)
_FIRMS = _phrases("công ty|tổng công|tập đoàn|chi nhánh|doanh nghiệp|hợp tác|ngân hàng")
_FIRM = re.compile(
    r"[^,;.()“”\"|\n]{2,140}?(?= +(?:về|v/v|đề +nghị|hỏi|xin|có|ngày|gửi|phản +ánh|nêu|trình +bày"
    r"|kiến +nghị|báo +cáo|vướng|liên +quan|đã|được|thì|là|và|để|tại|do|cho|kèm|theo|ban +hành"
    r"|quy +định|hướng +dẫn|sửa +đổi|công +bố|phê +duyệt)(?!\w)"
    r"|[,;.()“”\"|\n]|$)"
)
"""The name of a firm: any words up to one that begins what it wrote."""


_AND_PART = re.compile(rf" và [{UPPER}]")
_AT_PLACE = re.compile(
    rf",? tại (?:TP\.? ?|[Tt]ỉnh |[Tt]hành phố )[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)*"
)
"""Where a branch of a firm is: part of its name."""


@cache
def _pairs() -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """Which word may follow which inside a name, and the first words of names."""
    pairs: set[tuple[str, str]] = set()
    firsts: set[str] = set()
    lines = resources.files(__package__).joinpath("data/organs.txt").read_text("utf-8")
    for line in lines.splitlines():
        if line and not line.startswith("#"):
            words = syllables(line)
            firsts.add(" ".join(words[:2]))
            pairs.update(pairwise(words))
            if words[0] in ("bộ", "sở") and len(words) > 2:  # "liên Bộ: Nội vụ - Tài chính"
                firsts.add(" ".join(words[1:3]))
    return frozenset(pairs), frozenset(firsts)


class _Words:
    """Words of a text from a place on, read when asked for."""

    def __init__(self, low: str, at: int, end: int) -> None:
        self.low, self.end = low, end
        self.found: list[tuple[str, int, int]] = []
        self.at: int | None = at

    def get(self, index: int) -> tuple[str, int, int]:
        while len(self.found) <= index and self.at is not None:
            found = _WORD.match(self.low, self.at, self.end)
            if found is None:
                self.at = None
            else:
                self.found.append((found[1], *found.span(1)))
                self.at = found.end()
        return self.found[index] if index < len(self.found) else ("", self.end, self.end)


def read_issuer(text: str, low: str, at: int, end: int, joint: bool) -> int | None:
    """The end of "của" and an issuer that stand at ``at``; ``joint``: a list may follow."""
    opened = _OF.match(low, at, end)
    if opened is None:  # "Nghị quyết số 4-NQ/TW Hội nghị lần thứ tư Ban Chấp hành Trung ương"
        named = low.startswith("hội", at + 1) and _CONFERENCE.match(low, at, end)
        return read_organ(text, low, at, end) if named else None
    return read_organ(text, low, opened.end(), end, joint)


def read_organ(text: str, low: str, at: int, end: int, joint: bool = False) -> int | None:
    """The end of the body, or list of bodies, that is named at ``at``."""
    conference = _CONFERENCE.match(low, at, end)
    words = _Words(low, conference.end() if conference else at, end)
    index = 0
    if words.get(0)[0] in ("liên", "các"):
        index, joint = 1, True
        if words.get(1)[0] == "bộ" and words.get(2)[0] in (":", "-"):
            index = 3
    last = _name(text, words, index)
    if last is None:
        return None
    while True:
        stop = _joined(text, words, last, joint)
        if stop is None:
            break
        last = stop
    stop_at = words.get(last)[2]
    if _pair(words, index) in _FIRMS and _pair(words, index + 2) != "nhà nước":
        return _firm(text, low, words.get(index)[1], stop_at, end)
    for more in (_STATE, _KEYS):
        found = more.match(low, stop_at, end)
        stop_at = found.end() if found else stop_at
    if words.get(index)[0] in _PARTS or _pair(words, index) in _PARTS:
        whole = _WHOLE.match(low, stop_at, end)
        larger = read_organ(text, low, whole.end(), end) if whole else None
        stop_at = larger or stop_at
    return stop_at


def _firm(text: str, low: str, at: int, stop: int, end: int) -> int:
    """The end of the name of a firm: its last word with a capital before other words begin."""
    found = _FIRM.match(low, at, end)
    if found is None or found.end() <= stop:
        return stop
    until = found.end()
    while _AND_PART.match(text, until, end):  # "Máy kéo và Máy nông nghiệp Sơn Hà"
        found = _FIRM.match(low, until + 3, end)
        if found is None:
            break
        until = found.end()
    place = _AT_PLACE.match(text, until, end)
    until = place.end() if place else until
    name = text[at:until]
    capitals = [one.end() for one in re.finditer(rf"(?<!\w)[{UPPER}\d][\w&.-]*", name)]
    return max(stop, at + capitals[-1]) if capitals else stop


def _joined(text: str, words: _Words, last: int, joint: bool) -> int | None:
    """The last word of a further body after the body that ends with word ``last``."""
    if not joint:
        return None
    sep = words.get(last + 1)[0]
    step = 2 if sep in (",", "-", "&", "và") else 0
    if sep == "," and words.get(last + 2)[0] == "và":
        step = 3
    return _name(text, words, last + step) if step else None


def _pair(words: _Words, index: int) -> str:
    return f"{words.get(index)[0]} {words.get(index + 1)[0]}"


def _name(text: str, words: _Words, index: int) -> int | None:
    """Index of the last word of the one body whose name begins with word ``index``."""
    pairs, firsts = _pairs()
    word, start, stop = words.get(index)
    pair = _pair(words, index)
    caps = text[start:stop].isupper() and len(word) > 1
    known = pair in firsts or pair in _ROLES or word in ("ubnd", "hđnd") or f"{word} ," in firsts
    if not word or word in _SEPARATORS or not (known or (text[start].isupper() and not caps)):
        return None
    if pair in _STARTERS or word in (
        "luật",
        "nghị",
        "thông",
        "quyết",
        "điều",
        "phụ",
        "mẫu",
        "chương",
        "pháp",
    ):
        return None
    last = index + 1 if pair in _ROLES else index
    while True:
        following = _follow(text, words, last, pairs, firsts)
        if following is None:
            return last
        last = following


def _follow(
    text: str, words: _Words, last: int, pairs: frozenset[tuple[str, str]], firsts: frozenset[str]
) -> int | None:
    """Index of the word up to which the name goes on after word ``last``."""
    before = words.get(last)[0]
    word, start, stop = words.get(last + 1)
    if not word or word == "khoá":
        return None
    pair = _pair(words, last + 1)
    place = _place(text, words, last + 1)
    if place is not None:
        return place
    if word in _SEPARATORS or word == "và":
        after = words.get(last + 2)[0]
        if word in ("-", "&") and _caps(text, words, last) and _caps(text, words, last + 2):
            return last + 2
        if word == "và" and (before, word) in pairs and _caps(text, words, last + 2):
            return last + 2  # "Bộ Nông nghiệp và PTNT"
        inside = (before, word) in pairs and (word, after) in pairs
        return last + 2 if inside and (after, words.get(last + 3)[0]) in pairs else None
    if (before, word) in pairs:
        return last + 1
    office = f"{words.get(last - 1)[0]} {before}" in _ROLES
    if office and (pair in firsts or word in _SHORT_NAMES):
        return last + 1
    ended = words.get(last)[2]
    if pair in _STARTERS or word in ("về", "v") or "\n" in text[ended:start]:
        return None
    if pair in firsts and text[start].isupper():
        return last + 1
    caps = text[start:stop].isupper() and len(word) > 1
    closed = f"{words.get(last - 1)[0]} {before}" in _CLOSED
    if text[start].isupper() and not closed and (not caps or word in _SHORT_NAMES):
        return last + 1
    return None


def _caps(text: str, words: _Words, index: int) -> bool:
    word, start, stop = words.get(index)
    return len(word) > 1 and len(word) < 7 and text[start:stop].isupper()


def _place(text: str, words: _Words, index: int) -> int | None:
    """Index of the last word of "tỉnh Sơn Hà", "Thành phố", "các xã" at word ``index``."""
    word = words.get(index)[0]
    size = 1 if word in _PLACES else 2 if _pair(words, index) in _PLACES else 0
    if not size:
        return None
    last = index + size - 1
    while True:
        name, begin, stop = words.get(last + 1)
        if name == "-" and text[words.get(last + 2)[1] : words.get(last + 2)[1] + 1].isupper():
            if _pair(words, last + 2) in _STARTERS or last < index + size:
                return last
            last += 2
            continue
        if not name or name in _SEPARATORS or not text[begin].isupper():
            return last
        if _pair(words, last + 1) in _STARTERS or _pair(words, last + 1) in _PLACES:
            return last
        if (
            text[begin:stop].isupper()
            and len(name) > 1
            and name in ("về", "ban", "quy", "của", "kính", "và", "căn")
        ):
            return last
        last += 1
