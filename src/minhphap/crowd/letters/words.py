"""Which provision of the draft some words speak of, by the words alone."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

import msgspec

from minhphap.crowd.letters.lexicon import lexicon
from minhphap.structure import Document, Provision
from minhphap.text import comparison_key, find_dates, number_in_words, search_key

_TOKEN = re.compile(r"\d\d/\d\d/\d{4}|\d+(?:[.,]\d+)*%?|[^\W\d_]+|%")
_HEADING = 0.5
"""What a word of an article's heading counts in the clauses below it."""
_PAIR = 2.0
"""A pair of neighbouring words against a single word: most Vietnamese words have two syllables."""
_LOOSE = 0.6
"""A word that agrees without its tones only."""
_TITLE = 0.3
"""A word of the draft's own title."""
_FOREIGN = 7
"""Letters from which a word is no Vietnamese syllable and stands alone: "karaoke"."""
_AMOUNT = 2.5
"""A figure with its unit."""
_UNIT = 0.7
"""A unit alone: who asks for other days speaks of some days."""
_SCOPE = re.compile(r"phạm vi|đối tượng|giải thích từ ngữ")
"""Headings of articles that name everything the text is about."""
_ISSUING = re.compile(r"^điều \w+[.:] *(?:ban hành|quyết định này ban hành|phê duyệt)")
_NUMBER = re.compile(r"\s*(?:[Đđ]iều\s+\w+|\w{1,5}(?=[.)]))[.):]?\s*")
"""A provision's own number."""
_UNITS = frozenset(
    [
        "năm",
        "tháng",
        "ngày",
        "giờ",
        "lần",
        "người",
        "m2",
        "m²",
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
_SPEAKING = frozenset({"article", "clause", "point", "appendix"})


class Hit(msgspec.Struct, frozen=True):
    """How well a provision answers to some words."""

    eid: str
    score: float
    """1: as much as one word that stands nowhere else in the draft."""
    share: float
    """0 to 1: the part of the words known to the draft that stands in this provision."""
    firm: int
    """How many pairs of words and figures agree."""
    words: tuple[str, ...]
    """The words that agree, the most telling first."""

    @property
    def weight(self) -> float:
        """Score and share in one figure: many telling words, and not by chance."""
        return self.score * math.sqrt(self.share)


class Words:
    """The words of a draft by provision; made once, asked for every passage."""

    def __init__(self, document: Document) -> None:
        self._sizes: list[int] = []
        self.units: list[tuple[str, str]] = []
        """eid and text (small letters) of each provision that can be spoken of."""
        self._postings: dict[str, dict[int, float]] = defaultdict(dict)
        self._of: dict[str, int] = {}
        self._loose: dict[str, set[str]] = defaultdict(set)
        self._scope: set[str] = set()
        self.parents: dict[str, str] = {}
        for root in document.provisions:
            self._add(document, root, "", "")
        titles = [document.meta.title or ""]
        titles += [one.heading or "" for one in document.provisions if one.type == "attached"]
        self._named = frozenset(feature for title in titles for feature in features(title))
        self._idf = {
            feature: math.log(1 + len(self.units) / len(places)) / math.log(1 + len(self.units))
            for feature, places in self._postings.items()
        }
        for feature in self._postings:
            if " " not in feature and feature[0] not in "#0123456789":
                self._loose[search_key(feature)].add(feature)

    def _add(self, document: Document, provision: Provision, parent: str, heading: str) -> None:
        if provision.type in _SPEAKING:
            self.parents[provision.eid] = parent
            text = document.source.text[provision.start : provision.end]
            children = [one for one in provision.children if one.type in _SPEAKING]
            if provision.type == "article":
                heading = provision.heading or ""
                wide = _SCOPE.match(comparison_key(heading)) or _ISSUING.search(
                    comparison_key(text)
                )
                self._scope |= {provision.eid} if wide else set()
                if children:
                    text = text[: children[0].start - provision.start]
            self._index(provision.eid, text, heading if provision.type != "article" else "")
            parent = provision.eid
        for child in provision.children:
            self._add(document, child, parent, heading)

    def _index(self, eid: str, text: str, heading: str) -> None:
        at = len(self.units)
        self._of[eid] = at
        self.units.append((eid, comparison_key(text)))
        for feature in features(heading):
            self._postings[feature][at] = _HEADING
        number = _NUMBER.match(text)
        own = features(text[number.end() :] if number else text)
        self._sizes.append(len(own))
        for feature in own:
            self._postings[feature][at] = 1.0

    def find(self, text: str, *, inside: Iterable[str] | None = None) -> list[Hit]:
        """The provisions that share words with a text, best first; all, or those given."""
        known = self._known(text)
        only = {self._of[eid] for eid in inside if eid in self._of} if inside is not None else None
        scope = frozenset() if _SCOPE.search(comparison_key(text)) else self._scope
        told: dict[int, dict[str, float]] = defaultdict(dict)
        for feature, factor in known.items():
            weight = self._worth(feature) * factor
            for at, strength in self._postings[feature].items():
                if only is None or at in only:
                    told[at][feature] = weight * strength
        every = {feature: self._worth(feature) * factor for feature, factor in known.items()}
        total = sum(_apart(every).values())
        hits = [self._hit(at, _apart(shared), total, scope) for at, shared in told.items()]
        return sorted(hits, key=lambda hit: (-hit.score, self._of[hit.eid]))

    def _hit(self, at: int, told: dict[str, float], total: float, scope: Set[str]) -> Hit:
        """Half for articles that name everything, half where only single words agree."""
        eid = self.units[at][0]
        score = sum(told.values()) * (0.9 + 0.2 * self._cover(at, told))
        firm = [word for word in told if " " in word or len(word) >= _FOREIGN or _big(word)]
        weight = (0.5 if eid.split("__para_")[0] in scope else 1.0) * (1.0 if firm else 0.5)
        words = tuple(sorted(told, key=lambda word: -told[word])[:6])
        return Hit(eid, score * weight, score / total if total else 0.0, len(firm), words)

    def _cover(self, at: int, told: dict[str, float]) -> float:
        """0 to 1: the part of the provision's own words that the text has; short ones are meant."""
        return min(1.0, 2 * len(told) / max(1, self._sizes[at]))

    def _worth(self, feature: str) -> float:
        """What one feature counts: its rarity and kind; words of the draft's title tell little."""
        return self._idf[feature] * _kind(feature) * (_TITLE if feature in self._named else 1.0)

    def _known(self, text: str) -> dict[str, float]:
        """The features of a text that the draft has; wrong or missing tones are forgiven."""
        found: dict[str, float] = {}
        for feature in features(text, lexicon().silent):
            if feature in self._idf:
                found[feature] = 1.0
            elif feature[0] == "#":
                continue
            elif " " not in feature and not feature[0].isdigit():
                for near in self._loose.get(search_key(feature), ()):
                    found.setdefault(near, _LOOSE)
            elif feature[0].isdigit():
                figure, _, unit = feature.partition(" ")
                for near in self._loose.get(search_key(unit), ()):
                    if f"{figure} {near}" in self._idf:
                        found.setdefault(f"{figure} {near}", _LOOSE)
            elif " " in feature:
                for near in self._near_pairs(feature):
                    found.setdefault(near, _LOOSE)
        for said, official in lexicon().official(text):
            for feature in features(official):
                if feature in self._idf and said not in found:
                    found.setdefault(feature, _LOOSE)
        return found

    def _near_pairs(self, feature: str) -> Iterator[str]:
        first, _, second = feature.partition(" ")
        for one in self._loose.get(search_key(first), ()):
            for other in self._loose.get(search_key(second), ()):
                if f"{one} {other}" in self._idf:
                    yield f"{one} {other}"

    def holds(self, quoted: str) -> list[str]:
        """The provisions whose text holds these very words, innermost last."""
        key = " ".join(comparison_key(quoted).split())
        return [eid for eid, text in self.units if key in " ".join(text.split())]


def _apart(told: dict[str, float]) -> dict[str, float]:
    """Nothing counted twice: the best pairs that share no syllable, then single words outside them.

    "phòng cháy", "cháy chữa", "chữa cháy" are two words and not three.
    """
    kept: dict[str, float] = {}
    covered: set[str] = set()
    pairs = sorted((word for word in told if " " in word), key=lambda word: -told[word])
    for pair in pairs:
        parts = pair.split(" ")
        if not covered.intersection(parts):
            kept[pair] = told[pair]
            covered.update(parts)
            covered.update(f"#{part}" for part in parts)
    for word, weight in told.items():
        if " " not in word and word not in covered:
            kept[word] = weight
    return kept


def _big(word: str) -> bool:
    return word[0].isdigit() and len(word) > 2


def _kind(feature: str) -> float:
    if feature[0].isdigit():
        return _AMOUNT if " " in feature else 1.0
    if feature[0] == "#":
        return _UNIT
    if " " not in feature:
        return _PAIR if len(feature) >= _FOREIGN else 1.0
    common = lexicon().common
    return 1.0 if any(part in common for part in feature.split(" ")) else _PAIR


def features(text: str, silent: frozenset[str] = frozenset()) -> dict[str, None]:
    """Words, pairs of words and figures with units, in a form in which equal things are equal."""
    tokens = list(_tokens(_FRACTION.sub(" 0 % ", comparison_key(text))))
    found: dict[str, None] = {}
    stop = lexicon().common
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        pair = f"{token} {following}"
        if token[0].isdigit():
            if following[:1].isalpha() and following not in stop:
                found[pair] = None
            if following in _UNITS:
                found[f"#{following}"] = None
            if _YEAR.fullmatch(token):
                found["#19xx"] = None
            if len(token) > 2 or (len(token) == 2 and following not in _UNITS):
                found[token] = None
            continue
        before = f"{tokens[at - 1]} {token}" if at else ""
        if pair in silent or before in silent:
            continue
        if token not in stop:
            found[token] = None
        elif following in stop:
            continue
        if following and following[0] != "%" and not following[0].isdigit():
            after = f"{following} {tokens[at + 2]}" if at + 2 < len(tokens) else ""
            if after not in silent:
                found[pair] = None
    return found


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
    words = _TOKEN.findall(_SHORT.sub(_spelt, _dated(key)))
    at = 0
    while at < len(words):
        word = words[at]
        spoken = _spoken(words, at)
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
            figure += "0" * _SCALE[following]
            at += 1
        if figure.endswith("%"):
            yield from (figure[:-1], "%")
        else:
            yield figure


_SHORT = re.compile(
    r"(?<=\d)(?P<scale>k|tr)(?:(?=/)|(?!\w))|/(?P<hour>h)(?!\w)|(?P<ha>hecta|héc ta)(?!\w)"
)


def _spelt(short: re.Match[str]) -> str:
    """ "10k/h" as "10 nghìn giờ"."""
    if short["scale"]:
        return " nghìn" if short["scale"] == "k" else " triệu"
    return " giờ" if short["hour"] else "ha"


def _spoken(words: list[str], at: int) -> tuple[str, int] | None:
    """A figure in words before a unit or a scale, and where it ends: "mười lăm triệu"."""
    end = at
    while end < min(len(words), at + 5) and (words[end] in _DIGITS or _is_five(words, end, at)):
        end += 1
    following = words[end] if end < len(words) else ""
    if end == at or (following not in _UNITS and following not in _SCALE):
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
    known = following in _UNITS or following in _SCALE
    return known and before not in _NOT_FIVE and not before[:1].isdigit() and before not in _DIGITS


def _dated(key: str) -> str:
    """Dates in one form."""
    out = key
    for one in reversed(list(find_dates(key))):
        if one.date:
            out = f"{out[: one.start]} {one.date:%d/%m/%Y} năm {one.date.year} {out[one.end :]}"
    return out


def _figure(word: str) -> str:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", word):
        word = word.replace(".", "")
    return word.lstrip("0") or "0"
