"""One spelling for a body that a workbook spells three ways."""

from __future__ import annotations

import re
from collections import Counter

from rapidfuzz import fuzz, process

from minhphap.crowd.trackers.deadlines import is_nothing
from minhphap.crowd.trackers.vocabulary import agency_names, plain

_LETTERS = re.compile(r"[^a-z0-9]+")
_SMALL = frozenset(("va", "cac", "cua"))
_UNIT = re.compile(r"\b(?:tinh|thanh pho|tp)\b\.?(?: [^\s].*)?$")
_PARTS = re.compile(
    r"[;\n/+]|\s-\s|\(|,\s*(?=(?:Sở|sở|S[A-ZĐ]|Ban|Công an|CA|VP|Văn phòng|UBND|Thanh tra|Bộ)\b)"
)
_TAIL = re.compile(
    r"\s*(?::|[-–]?\s*\(?(?:chủ trì|soạn thảo|tham mưu|đề xuất|trình|phối hợp"
    r"|là cơ quan chủ trì)\b.*)$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"^\s*(?:\d+[.)]\s*|[-+*•]\s*|giao\s+|cơ quan chủ trì:?\s*|đơn vị:?\s*|chủ trì:?\s*)",
    re.IGNORECASE,
)
_KNOWN_HEAD = re.compile(
    r"^(?:so|s\.|ban|phong|van phong|vp|cong an|ca|bo|cuc|chi cuc|thanh tra|trung tam|tt|uy ban"
    r"|ubnd|bql"
    r"|bch|chi nhanh|kho bac|bao hiem|lien doan|hoi|doan|dai|bao|truong|benh vien|vien|toa"
    r"|dang uy|hdnd"
    r"|hoi dong|thue|quy|lien minh|mat tran|ubmttq?\w*|thuong truc|tinh doan|ngan hang)\b"
)
_LONG_FORMS = {
    "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "vp": "van phong", "bql": "ban quan ly",
    "ql": "quan ly", "kkt": "khu kinh te", "kcn": "khu cong nghiep", "ca": "cong an",
    "bch": "bo chi huy", "chqs": "chi huy quan su", "qs": "quan su", "dbqh": "dai bieu quoc hoi",
    "bhxh": "bao hiem xa hoi", "tp": "thanh pho", "mttq": "mat tran to quoc",
}  # fmt: skip
"""Abbreviations that stand for the same words in any name."""
_CLOSE = 90
"""Likeness (0 to 100), without diacritics, above which a spelling is a slip of another."""


class Agencies:
    """The bodies of one workbook: those known beforehand, and those it writes itself.

    ``unit``: "tỉnh" or "thành phố", for bodies named after it; ``own``: spellings that a person
    has settled in the mapping file.
    """

    def __init__(self, unit: str = "tỉnh", own: dict[str, str] | None = None) -> None:
        self._exact: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for agency in agency_names():
            name = agency.name.replace("{unit}", unit)
            self._names[plain(name)] = name
            for spelling in (name, *agency.also):
                for key in _spellings(
                    spelling.replace("{unit}", unit), agency.name.startswith("Sở ")
                ):
                    self._exact.setdefault(key, name)
        self._own = {plain(k): v for k, v in (own or {}).items()}
        self._seen: dict[str, Counter[str]] = {}
        self._cache: dict[str, str | None] = {}

    def note(self, written: str) -> None:
        """Take a spelling into account, so that the commonest of a body unknown here is used."""
        name = _lead(written)
        if name and self._known(name) is None:
            self._seen.setdefault(_squeezed(_place_off(plain(name))), Counter())[_tidy(name)] += 1

    def looks_like_one(self, words: str) -> bool:
        """Whether a line names a body: known, or begun by "Sở", "Ban", "Công an"…"""
        name = _lead(words)
        if not name or len(name) > 90:
            return False
        return self._known(name) is not None or bool(_KNOWN_HEAD.match(plain(name)))

    def read(self, written: str) -> str | None:
        """The body in its one spelling; None where the cell names none ("", "?", "chưa rõ")."""
        if written not in self._cache:
            self._cache[written] = self._read(written)
        return self._cache[written]

    def _read(self, written: str) -> str | None:
        if (settled := self._own.get(plain(written))) is not None:
            return settled or None
        name = _lead(written)
        if not name:
            return None
        if known := self._known(name):
            return known
        key = _squeezed(_place_off(plain(name)))
        if spelt := self._seen.get(key):
            return spelt.most_common(1)[0][0]
        return _tidy(name)

    def _known(self, name: str) -> str | None:
        key = plain(name)
        for form in (key, _place_off(key), _place_off(_long(key))):
            if found := self._exact.get(_squeezed(form)):
                return found
        if len(key) < 8:
            return None
        close = process.extractOne(
            _place_off(key), self._names.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE
        )
        return self._names[close[0]] if close else None


def _lead(written: str) -> str:
    """The first body that a cell names; "" where it names none."""
    for part in _PARTS.split(written):
        name = _TAIL.sub("", _HEAD.sub("", part)).strip(" .,;:")
        if name and not is_nothing(name):
            return " ".join(name.split())
    return ""


def _tidy(name: str) -> str:
    return name[:1].upper() + name[1:]


def _place_off(key: str) -> str:
    """Without the province's own name: "cong an tinh ha son" -> "cong an tinh"."""
    if key.startswith("so "):
        return _UNIT.sub("", key).strip()
    return re.sub(r"\b(tinh|thanh pho|tp)\b\.? .*$", r"\1", key)


def _long(key: str) -> str:
    """With the usual abbreviations written out."""
    return re.sub(r"[a-z]+", lambda word: _LONG_FORMS.get(word[0], word[0]), key)


def _squeezed(key: str) -> str:
    return _LETTERS.sub("", key)


def _spellings(name: str, department: bool) -> set[str]:
    """The squeezed forms of a name: written out, and for a department its abbreviations."""
    key = plain(name)
    forms = {_squeezed(key)}
    if department:
        words = [word for word in _LETTERS.split(key.removeprefix("so ")) if word]
        short = "".join(word[0] for word in words if word not in _SMALL)
        full = "".join(words)
        without = "".join(word for word in words if word not in _SMALL)
        forms |= {f"so{without}", f"s{full}", f"s{without}"}
        if len(short) > 1:
            forms |= {f"so{short}", f"s{short}"}
    return forms
