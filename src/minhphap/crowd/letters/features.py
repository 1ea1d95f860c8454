"""A text as words, pairs of words and figures with units, equal for equal things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.crowd.letters.lexicon import lexicon
from minhphap.text import comparison_key, find_dates, number_in_words

_TOKEN = re.compile(r"\d\d/\d\d(?:/\d{4})?|\d+(?:[.,]\d+)*%?|[^\W\d_]+|%|[,;:.?!()]")
_BREAKS = frozenset(",;:.?!()")
"""Signs over which no pair of words reaches."""
UNITS = frozenset(
    [
        "năm",
        "tháng",
        "ngày",
        "giờ",
        "phút",
        "lần",
        "người",
        "m",
        "cm",
        "m²",
        "m³",
        "kg",
        "tấn",
        "lít",
        "tầng",
        "tuổi",
        "tuần",
        "buổi",
        "lượt",
        "con",
        "ha",
        "km",
        "đồng",
        "triệu",
        "tỷ",
        "nghìn",
        "ngàn",
        "%",
        "phần",
        "hộ",
        "điểm",
        "phòng",
        "chỗ",
    ]
)
"""Words that make a figure an amount."""


def features(text: str, silent: frozenset[str] = frozenset()) -> dict[str, None]:
    """Words, pairs of words and figures with units, in a form in which equal things are equal."""
    tokens = list(_tokens(_FRACTION.sub(" 0 % ", comparison_key(text))))
    found: dict[str, None] = {}
    stop = lexicon().common
    for at, token in enumerate(tokens):
        if token in _BREAKS:
            continue
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        following = "" if following in _BREAKS else following
        pair = f"{token} {following}"
        if token[0].isdigit():
            if following[:1].isalpha() and (following not in stop or following in UNITS):
                found[pair] = None
            if following in UNITS:
                found[f"#{following}"] = None
            if _YEAR.fullmatch(token):
                found["#19xx"] = None
            if len(token) > 2 or (len(token) == 2 and following not in UNITS):
                found[token] = None
            continue
        before = f"{tokens[at - 1]} {token}" if at else ""
        if pair in silent or before in silent:
            continue
        if token not in stop:
            found[token] = None
        if token in _COUNTED and following[:1].isdigit():
            found[pair] = None
        if following and following[0] != "%" and not following[0].isdigit():
            after = f"{following} {tokens[at + 2]}" if at + 2 < len(tokens) else ""
            if after not in silent:
                found[pair] = None
    return found


_COUNTED = frozenset(["tháng", "quý", "ngày", "lớp", "nhóm", "loại", "hạng", "vùng", "bậc"])
"""What a figure behind names: "tháng 3", "lớp 9", "loại 2"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_FRACTION = re.compile(
    r"(?<!\w)(?:một nửa|phân nửa|quá bán|(?:một|hai|ba|bốn) phần (?:hai|ba|tư|bốn|năm)"
    r"|phần trăm)(?!\w)"
)
_SCALE = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_DIGITS = frozenset(
    [
        "một",
        "hai",
        "ba",
        "bốn",
        "sáu",
        "bảy",
        "bẩy",
        "tám",
        "chín",
        "mười",
        "mươi",
        "trăm",
        "lăm",
        "mốt",
        "linh",
        "lẻ",
        "tư",
    ]
)
_NOT_FIVE = frozenset(
    [
        "mỗi",
        "hằng",
        "hàng",
        "trong",
        "một",
        "các",
        "những",
        "số",
        "từ",
        "sau",
        "trước",
        "nửa",
        "tháng",
        "cuối",
        "đầu",
        "cả",
    ]
)


def _tokens(key: str) -> Iterator[str]:
    """Words and figures; "05" as "5", "180 nghìn" as "180000", "mười lăm năm" as "15 năm".

    A figure with a scale is given twice, with its noughts and as said: people say "80" for
    80 million. Dates are one word.
    """
    words = [_SAME.get(word, word) for word in _TOKEN.findall(_SHORT.sub(_spelt, _dated(key)))]
    at = 0
    while at < len(words):
        word = words[at]
        spoken = _spoken(words, at)
        if talked := _talked(words, at):
            figure, at = talked
            yield figure
            continue
        if word[0].isdigit() and "/" not in word:
            figure, at = _figure(word), at + 1
        elif spoken:
            figure, at = spoken
        else:
            yield word
            at += 1
            continue
        following = words[at] if at < len(words) else ""
        if following in _SCALE and "," not in figure:
            yield figure
            half = words[at + 1 : at + 2] == ["rưỡi"]
            figure += "5" + "0" * (_SCALE[following] - 1) if half else "0" * _SCALE[following]
            at += 1 + half
        elif words[at + 1 : at + 2] == ["rưỡi"] and following in UNITS and figure.isdigit():
            yield f"{figure},5"
            yield following
            at += 2
            continue
        if figure.endswith("%"):
            yield from (figure[:-1], "%")
        else:
            yield figure


_SAME = {"chục": "mươi", "mùng": "ngày", "mồng": "ngày"}
_SHORT = re.compile(
    r"(?<=\d)(?P<scale>k|tr)(?:(?=/)|(?!\w))|/(?P<hour>h)(?!\w)|(?<=\d)(?P<clock>h)(?=\d|\W|$)"
    r"|(?<![^\W\d_])(?:(?P<ha>hecta|héc ta)|(?P<square>mét vuông|m2)|(?P<cube>mét khối|m3"
    r"|(?<=\d )khối)|(?P<metre>mét|thước)|(?P<kilo>ki lô gam|kí lô|ký lô|kilogam))(?!\w)"
)
_SPELT = {
    "hour": " giờ",
    "clock": " giờ ",
    "ha": "ha",
    "square": "m²",
    "cube": "m³",
    "metre": "m",
    "kilo": "kg",
}


def _spelt(short: re.Match[str]) -> str:
    """ "10k/h" as "10 nghìn giờ", "3 mét vuông" as "3 m2"."""
    if short["scale"]:
        return " nghìn" if short["scale"] == "k" else " triệu"
    return _SPELT[short.lastgroup or "ha"]


def _talked(words: list[str], at: int) -> tuple[str, int] | None:
    """ "triệu sáu", "2 triệu rưỡi", "hai trăm rưỡi" as 1600000, 2500000, 250000."""
    count, after = 1, at
    if words[at].isdecimal() and len(words[at]) < 4:
        count, after = int(words[at]), at + 1
    elif words[at] in _DIGITS and words[at] not in ("trăm", "mươi"):
        count, after = number_in_words(words[at]) or 0, at + 1
    scale = words[after] if after < len(words) else ""
    more = words[after + 1] if after + 1 < len(words) else ""
    unit = words[after + 2] if after + 2 < len(words) else ""
    if scale not in ("trăm", "triệu", "tỷ") or not count or unit in UNITS or unit in _SCALE:
        return None
    tenths = 5 if more == "rưỡi" else number_in_words(more) if more in _DIGITS else None
    if not tenths or tenths > 9 or (scale == "trăm" and more != "rưỡi"):
        return None
    worth = 100_000 if scale == "trăm" else 10 ** _SCALE[scale]
    return str(count * worth + tenths * worth // 10), after + 2


def _spoken(words: list[str], at: int) -> tuple[str, int] | None:
    """A figure in words before a unit or a scale, and where it ends: "mười lăm triệu"."""
    end = at
    while end < min(len(words), at + 5) and (words[end] in _DIGITS or _is_five(words, end, at)):
        end += 1
    following = words[end] if end < len(words) else ""
    if end == at or (following not in UNITS and following not in _SCALE):
        return None
    value = number_in_words(" ".join(words[at:end]))
    return (str(value), end) if value is not None else None


def _is_five(words: list[str], at: int, start: int) -> bool:
    """True for "năm" as five ("năm hộ"), not as year ("mỗi năm")."""
    if words[at] != "năm":
        return False
    before = words[at - 1] if at else ""
    if at > start:
        return before in ("mươi", "trăm", "mười")
    following = words[at + 1] if at + 1 < len(words) else ""
    known = following in UNITS or following in _SCALE
    return known and before not in _NOT_FIVE and not before[:1].isdigit() and before not in _DIGITS


def _dated(key: str) -> str:
    """Dates in one form."""
    out = key
    for one in reversed(list(find_dates(key))):
        if one.date:
            out = f"{out[: one.start]} {one.date:%d/%m/%Y} năm {one.date.year} {out[one.end :]}"
    return _DAY.sub(_day, out)


_DAY = re.compile(
    r"(?<![\d/.,])(?P<day>\d{1,2})(?: tháng |/)(?P<month>\d{1,2})(?! năm \d)(?![\d/]|[.,]\d|\w)"
)


def _day(found: re.Match[str]) -> str:
    """ "20 tháng 10" and "20/10" as one word."""
    day, month = int(found["day"]), int(found["month"])
    return f" {day:02d}/{month:02d} " if 0 < day < 32 and 0 < month < 13 else found[0]


def _figure(word: str) -> str:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", word):
        word = word.replace(".", "")
    return re.sub(r"^0+(?=\d)", "", word)
