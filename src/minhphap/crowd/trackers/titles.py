"""Titles as offices type them, tidied: kind spelt out, what is replaced taken apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec
from rapidfuzz.distance import OSA

from minhphap.crowd.trackers.vocabulary import plain
from minhphap.law import NUMBER
from minhphap.text import search_key

KINDS = {
    "nghi quyet": "resolution", "quyet dinh": "decision", "chi thi": "directive",
    "thong tu": "circular", "nghi dinh": "decree", "ke hoach": "plan", "de an": "scheme",
    "quy che": "statute", "chuong trinh": "programme",
}  # fmt: skip
"""How a title begins, and the kind's id in the room of law."""
_SHORT = {
    "nq": "Nghị quyết",
    "qd": "Quyết định",
    "ct": "Chỉ thị",
    "tt": "Thông tư",
    "nd": "Nghị định",
}
_SHORT_ID = {
    "nq": "resolution",
    "qd": "decision",
    "ct": "directive",
    "tt": "circular",
    "nd": "decree",
}
_LEADING = re.compile(
    r"^(?:\d{1,3}[.)]\s+|[-+*•]\s*)?(?:(?:dự thảo|dt)\s*:?\s+(?=(?:nq|qđ|nghị|quyết|chỉ)))?",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"(nq|qđ|qd|ct|nđ)\b(?:[ .-]*(?:hđnd|ubnd|ct\.?ubnd|của (?:hđnd|ubnd))\b)?[ .:]*(?=\S)",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"\s*\(\s*(?:dự kiến\s+|để\s+|nhằm\s+)?(?:thay\s*thế|thay\s+cho|bãi\s+bỏ|sửa\s+đổi"
    r"|thay)\b[^()]*(?:\([^()]*\)[^()]*)*\)",
    re.IGNORECASE,
)
_REPLACED_BARE = re.compile(
    r"[\s,;.–-]+(?:để\s+)?thay\s*thế\s+(?:cho\s+)?(?:(?:các\s+)?(?:nghị quyết|quyết định|nq|qđ"
    r"|chỉ thị)|số)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_WHERE = re.compile(
    r"(?: tren dia ban(?: (?:tinh|thanh pho|tp|xa|phuong|dac khu|huyen))?(?: \w+){0,5}"
    r"|(?: (?:cua|tai|o|thuoc))?(?: (?:hoi dong nhan dan|uy ban nhan dan|hdnd|ubnd))?"
    r" (?:tinh|thanh pho|tp)(?: \w+){1,4})$"
)
_TOKEN = re.compile(r"\w+")


class Title(msgspec.Struct, frozen=True):
    """A tidied title, the kind it begins with ("" where it shows none), and what it replaces."""

    text: str
    kind: str
    replaces: tuple[str, ...]


def read_title(written: str) -> Title:
    """Take a title apart."""
    text = " ".join(written.split())
    replaced = "".join(found[0] for found in _REPLACED.finditer(text))
    text = _REPLACED.sub("", text)
    if bare := _REPLACED_BARE.search(text):
        replaced += bare[0]
        text = text[: bare.start()]
    text = _LEADING.sub("", text).strip(" .;,")
    kind = ""
    if short := _ABBREVIATED.match(text):
        key = search_key(short[1])
        text = f"{_SHORT[key]} {text[short.end() :]}"
        kind = _SHORT_ID[key]
    key = plain(text[:40])
    kind = kind or next((k for words, k in KINDS.items() if key.startswith(words)), "")
    return Title(" ".join(text.split()), kind, numbers_in(replaced))


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of documents in running text, blanks inside mended."""
    return tuple(dict.fromkeys("".join(found[0].split()) for found in NUMBER.finditer(text)))


class Casing:
    """How a workbook writes its words when it does not write in capitals."""

    def __init__(self, titles: Iterable[str]) -> None:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for title in titles:
            if not title.isupper():
                for word in _TOKEN.findall(title)[1:]:
                    counts[word.lower()][word] += 1
        self._usual = {low: words.most_common(1)[0][0] for low, words in counts.items()}

    def mend(self, title: str) -> str:
        """A title in capitals with the usual small letters and names; others stay."""
        if not title.isupper():
            return title
        low = _TOKEN.sub(lambda w: self._usual.get(w[0].lower(), w[0].lower()), title)
        return low[:1].upper() + low[1:]


def core(title: str) -> tuple[str, str]:
    """What two titles of one document have in common, without marks and case; and the place."""
    key = " ".join(_TOKEN.findall(plain(title)))
    found = _WHERE.search(key)
    return (key[: found.start()], found[0].strip()) if found else (key, "")


def one_slip_apart(one: str, other: str) -> bool:
    """Whether two cores differ by one letter too many, too few, or swapped, in one longer word.

    A letter in place of another is no slip here: "khuyến công" and "khuyến nông" are two things.
    """
    a, b = one.split(), other.split()
    if len(a) != len(b) or len(a) < 6:
        return False
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(differing) != 1:
        return False
    x, y = differing[0]
    if not (x.isalpha() and y.isalpha() and max(len(x), len(y)) >= 4):
        return False
    swapped = len(x) == len(y) and sorted(x) == sorted(y)
    return (swapped or len(x) != len(y)) and OSA.distance(x, y, score_cutoff=1) == 1
