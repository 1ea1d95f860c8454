"""Where the title of a law ends."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

from minhphap.citations.dates import YEAR, read_date
from minhphap.citations.folding import syllables

_WORD = re.compile(r" *([^\W\d_]+|[,-]|“|”)")
_ABBREVIATED = re.compile(r" *\([a-z]{2,6}/[a-z]{2,6}\)")
"""An abbreviation that is part of a title: "(HIV/AIDS)"."""
_STOP = re.compile(
    r" *(?:[.;:()“”\"/|\d]|(?:này|được|có|đã|là|thì|mà|phải|khi|nếu|để|do|hiện|hoặc|năm"
    r"|và +(?:các|điều|khoản|điểm|quy|pháp|văn|những|một|được|phải|có|tại|theo|việc|hướng|người)"
    r"|ngày|số|theo"
    r"|tại|không|bao|gồm|với|nay|quy +định|hướng +dẫn|về +việc|sau|trên|nêu|cùng|trong|bằng|cho"
    r"|thay|sửa|thành +(?:dự|luật|\d)|ở|vào|kèm|ban +hành|kể|trừ|đối +với|chưa|cũng"
    r"|(?:và +|, *)?(?:bộ +luật|luật|pháp +lệnh|nghị +định|nghị +quyết|thông +tư|quyết +định"
    r"|hiến +pháp|điều +ước|chỉ +thị))(?!\w))"
)
_NUMBER = re.compile(r" *,? *số *:? *\d")
_LONG = re.compile(
    r"[^\d;:.“”\"|]{2,260}?(?=,? +(?:số *:? *\d+[a-z]?/(?:19|20)\d\d/|năm +(?:19|20)\d\d|ngày +\d))"
)
_TO_NUMBER = re.compile(
    r"(?: +[^\W\d_]+){1,8}?(?=,? +số *:? *\d+[a-z]?/(?:19|20)\d\d/(?:qh|ubtvqh|pl))"
)
"""Words of a title that go on to the number of the law."""
_NO_TITLE = re.compile(
    r"(?<!\w)(?:này|thay +thế|bằng|để|mẫu|được|có +hiệu|đã|là|thì|mà|phải|nếu|kể|trước|theo|tại"
    r"|và +các|nay|thông +qua|ban +hành +(?:ngày|năm)"
    r"|hướng +dẫn|quy +định|nghị +định|nghị +quyết|thông +tư|quyết +định|hiến +pháp|căn +cứ)(?!\w)"
)
_NEW_CLAUSE = re.compile(r"(?<!\w)(?:trong|cho|ở|về|do|hướng|vào|từ|đến|với|của)(?!\w)|,")
_AMENDING = re.compile(r" *(?:,? *(?:và +)?(?:sửa +đổi|bổ +sung|bãi +bỏ|thay +thế)){1,4}(?!\w)")
_AMENDING_AND = re.compile(r" *và +(?:sửa|bổ|bãi|thay)(?!\w)")
_SMALL_START = re.compile(
    r" *(?!(?:ban|có|và|hoặc|để|khi|với|của|trong|từ|đến|trước|sau|kể|vào|đã|tại|do|cho|bằng|mới"
    r"|cũ|hiện|năm|số|ngày"
    r"|sẽ|thì|là|mà|nhưng|nên|ra|theo|được|này|qua|lần|ở|kèm|các|một|pháp|lệ|sư|gia)(?!\w))[^\W\d_]"
)
_LIST = re.compile(
    r"(?:[^;:.“”\"|()\d]|\d+(?! */)){0,120}?(?: +của)? +(?:các +|\d+ +)?(?=(?:bộ +luật|luật"
    r"|pháp +lệnh|nghị +quyết))"
)
_SEVERAL = re.compile(
    r"(?:[^;:.“”\"|()\d]{0,60}? +(?:của +)?|  *)(?:các|\d+|một +số) +(?:điều +của +(?:các"
    r"|\d+) +)?(?:bộ +luật|luật)"
    r"(?: +(?:có +)?liên +quan +(?:đến|tới)| +về| +trong +(?:các +)?(?:lĩnh +vực|ngành))(?!\w)"
)
_KIND = re.compile(r" *(bộ +luật|luật|pháp +lệnh)(?!\w)")
_AND = re.compile(r" *(?:,|;|và|,? +và)(?: +của)? +(?=(?:bộ +luật|luật|pháp +lệnh)(?!\w))")
_INNER = re.compile(r" *số *:? *\d+/\d{4}/[\w-]+")
LONGEST = 40
"""Syllables an unknown title with number, date or year may have."""
_STUDIES = re.compile(
    r" *(?:hành +chính|kinh +tế|quốc +tế|hiến +pháp|so +sánh|chuyên +ngành|quốc +gia)(?! +\w)"
)
"""Branches of law that are taught and are no acts: "Luật Kinh tế"."""
SHORT = 12
"""Syllables an unknown title without number or year may have."""


_LETTER = re.compile(r"\s*([^\W\d_])")
_DEEPEST = 2
"""A law that amends the law that amends a law: deeper nothing is meant."""


@cache
def _trie() -> dict[str, Any]:
    root: dict[str, Any] = {}
    lines = resources.files(__package__).joinpath("data/titles.txt").read_text("utf-8")
    for line in lines.splitlines():
        if line and not line.startswith("#"):
            words = syllables(line.replace("“", "").replace("”", ""))
            for row in (words, [word for word in words if word != ","]):
                node = root
                for word in row:
                    node = node.setdefault(word, {})
                node[""] = True
    return root


def _collective(text: str, low: str, at: int, end: int) -> int:
    """The end of "… của 15 luật trong lĩnh vực nông nghiệp và môi trường"."""
    longer = _LONG.match(low, at, end)
    if longer and len(longer[0].split()) <= LONGEST and not _NO_TITLE.search(longer[0]):
        return at + len(longer[0].rstrip(" ,"))
    while not _STOP.match(low, at, end) and not _AMENDING_AND.match(low, at, end):
        found = _WORD.match(low, at, end)
        if found is None or found[1] == "," or _new_line(text, at, found.start(1)):
            break
        at = found.end()
    return at


def known_title(low: str, at: int, end: int) -> int | None:
    """The end of the longest known title that begins at ``at`` (with its kind); None if none."""
    node, best = _trie(), None
    while True:
        found = _WORD.match(low, at, end)
        if found is None:
            short = _ABBREVIATED.match(low, at, end) if best == at else None
            return short.end() if short else best
        word = found[1]
        following = node.get(word)
        if following is None:
            if word not in "“”":
                return best
            following = node
        node, at = following, found.end()
        if "" in node and word not in "“”":
            best = at


def read_title(text: str, low: str, at: int, kind_end: int, end: int, depth: int = 0) -> int | None:
    """The end of the title whose kind stands at ``at:kind_end``; None where there is none.

    ``depth``: in how many titles of amending laws it stands.
    """
    amending = _AMENDING.match(low, kind_end, end)
    if amending:
        return _amending_title(text, low, at, amending.end(), end, depth)
    best = known_title(low, at, end)
    if best is not None:
        rest = _TO_NUMBER.match(low, best, end)
        if rest and not _NO_TITLE.search(rest[0]) and not _KIND.search(rest[0]):
            return rest.end()
        if _settled(low, best, end):
            return best
    longer = _long_title(text, low, kind_end, end)
    if longer is not None and (
        best is None or (longer > best and not _NEW_CLAUSE.search(low, best, longer))
    ):
        return longer
    return best if best is not None else _short_title(text, low, kind_end, end)


def _settled(low: str, at: int, end: int) -> bool:
    """Whether a known title is plainly over."""
    return bool(
        _NUMBER.match(low, at, end) or YEAR.match(low, at, end) or read_date(low, at, end)
    ) or bool(_STOP.match(low, at, end))


def _starts_title(text: str, at: int, end: int) -> bool:
    first = _LETTER.match(text, at, end)
    return bool(first and first[1].isupper())


def _long_title(text: str, low: str, at: int, end: int) -> int | None:
    """A title that runs to its number, date or year."""
    found = _LONG.match(low, at, end)
    if found is None:
        return None
    words = len(found[0].split())
    if not _starts_title(text, at, end) and (
        words > SHORT + 4 or not _SMALL_START.match(low, at, end)
    ):
        return None
    if words > LONGEST or _NO_TITLE.search(found[0]) or _KIND.search(found[0]):
        return None
    return at + len(found[0].rstrip(" ,"))


def _short_title(text: str, low: str, at: int, end: int) -> int | None:
    """An unknown title: syllables up to a stop or a word no title goes on with."""
    if not _starts_title(text, at, end) or text[at - 1].isupper():
        return None
    if _STUDIES.match(low, at, end):
        return None
    begin = at
    short = True  # a comma may stand after a short first part: "Luật Quản lý, bảo vệ …"
    for count in range(SHORT):
        if count and _STOP.match(low, at, end):
            break
        found = _WORD.match(low, at, end)
        if found is None or _new_line(text, at, found.start(1)):
            break
        if found[1] == ",":
            if not short or not 0 < count < 3 or not _coordinated(text, begin, found.end(), end):
                break
            short = False
        elif found[1] in "-“”":
            break
        at = found.end()
    if low.endswith((" và", ","), begin, at):
        at = begin + len(low[begin:at].removesuffix(" và").rstrip(" ,"))
    return at if at > begin else None


_RULES_STOP = re.compile(
    r" *(?:[.;:()“”\"/|\d]|,(?!(?: *[^\W\d_]+){1,4}? +(?:và|hoặc) )"
    r"|(?:này|được|có|đã|là|thì|mà|phải|khi|nếu|để|hiện|hoặc|như|do|theo|tại|trên|nêu|nay"
    r"|ban +hành|không|bao|gồm|chưa|số|kể|trừ"
    r"|và +(?:các|điều|khoản|điểm|pháp|văn|những|quy)|(?:và +)?(?:sửa +đổi|bổ +sung|bãi +bỏ)"
    r"|(?:luật|nghị +định|nghị +quyết|thông +tư|quyết +định))(?!\w))"
)
_RULES_LONGEST = 30
"""Syllables the title of a set of rules may have."""


def read_rules_title(text: str, low: str, at: int, end: int) -> int | None:
    """The end of the title of attached rules that stands after their kind; None if none does."""
    stop = None
    for _ in range(_RULES_LONGEST):
        if _RULES_STOP.match(low, at, end):
            break
        found = _WORD.match(low, at, end)
        if found is None or _new_line(text, at, found.start(1)):
            break
        at = found.end()
        stop = at if found[1] not in "-,“”" else stop
    return stop


def _coordinated(text: str, begin: int, after: int, end: int) -> bool:
    """Whether a small letter goes on after the comma of a title that is no abbreviation."""
    following = _LETTER.match(text, after, end)
    return bool(following and following[1].islower()) and not text[begin : after - 1].isupper()


def _new_line(text: str, at: int, start: int) -> bool:
    """Whether a capital begins a new line between two offsets."""
    return "\n" in text[at:start] and text[start].isupper()


def amends(low: str, at: int, end: int) -> bool:
    """Whether a title that begins at ``at`` is that of an amending law."""
    return _AMENDING.match(low, at, end) is not None


def _amending_title(text: str, low: str, at: int, begin: int, end: int, depth: int) -> int | None:
    """ "Luật sửa đổi, bổ sung một số điều của Luật A, Luật B": up to the last law named."""
    if depth > _DEEPEST:
        return None
    several = _SEVERAL.match(low, begin, end)
    if several:
        return _collective(text, low, several.end(), end)
    opened = _LIST.match(low, begin, end)
    if opened is None:
        longer = _LONG.match(low, begin, end)
        if longer and not _NO_TITLE.search(longer[0]):
            return begin + len(longer[0].rstrip(" ,"))
        return None
    at = opened.end()
    last = None
    each = False  # whether the laws amended stand with a number each
    while kind := _KIND.match(low, at, end):
        if last is not None and _AMENDING.match(low, kind.end(), end):
            break
        stop = read_title(text, low, kind.start(1), kind.end(), end, depth + 1)
        if stop is None:
            break
        last = stop
        inner = _INNER.match(low, stop, end)
        more = _AND.match(low, inner.end() if inner else stop, end)
        if more is None:
            return inner.end() if inner and each else last
        each = each or inner is not None
        at = more.end()
    return last
