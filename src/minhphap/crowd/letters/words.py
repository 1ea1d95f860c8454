"""Which provision of the draft some words speak of, by the words alone."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

import msgspec

from minhphap.crowd.letters.emphasis import parted
from minhphap.crowd.letters.features import features
from minhphap.crowd.letters.lexicon import lexicon
from minhphap.structure import Document, Provision
from minhphap.text import comparison_key, search_key

_HEADING = 0.5
"""What a word of an article's heading counts in the clauses below it."""
_PAIR = 2.0
"""A pair of neighbouring words against a single word: most Vietnamese words have two syllables."""
_LOOSE = 0.6
"""A word that agrees without its tones only."""
_BARE = 0.9
"""… where the whole text is typed without marks."""
_TITLE = 0.3
"""A word of the draft's own title."""
_COMMON = 0.4
"""A pair of words that stand anywhere: "để lại", "trở lên"."""
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aeiouy]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?|\W+"
)
"""A Vietnamese syllable without its marks; another word stands alone: "camera", "karaoke"."""
_AMOUNT = 2.5
"""A figure with its unit."""
_UNIT = 0.7
"""A unit alone: who asks for other days speaks of some days."""
_ASIDE = 0.75
"""A word of a reason, or of the wording that is wanted."""
_LABEL = re.compile(
    r"\s*(?:[-–+*]\s*|\d{1,2}[.)]\s*)?(?:(?:thứ \w+|\w+ là),\s+(?=[^:.;,?!\n]{3,60}[:.]\s))?"
    r"(?P<words>[^:.;,?!\n]{3,80}:|(?<=, )[^:.;,?!\n]{3,60}\.)\s",
    re.IGNORECASE,
)
_LABELLED = 1.4
"""A word in front of a colon: "Camera: nên khuyến khích …"."""
_SCOPE = re.compile(r"phạm vi|đối tượng|giải thích từ ngữ")
"""Headings of articles that name everything the text is about."""
_ISSUING = re.compile(r"^điều \w+[.:] *(?:ban hành|quyết định này ban hành|phê duyệt)")
_BOUND = re.compile(
    r"chịu trách nhiệm (?:thi hành|thực hiện) (?:quyết định|nghị quyết|nghị định|thông tư)"
)
"""An article without clauses that names all who carry out the text."""
_NUMBER = re.compile(r"\s*(?:[Đđ]iều\s+\w+|\w{1,5}(?=[.)]))[.):]?\s*")
"""A provision's own number."""
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
        self._headings: list[tuple[str, Set[str]]] = []
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
                self._headings.append((provision.eid, features(heading).keys()))
                key = comparison_key(text)
                wide = _SCOPE.match(comparison_key(heading)) or _ISSUING.search(key)
                if wide or (not children and _BOUND.search(key)):
                    self._scope.add(provision.eid)
                if children:
                    text = text[: children[0].start - provision.start]
            self._index(provision.eid, text, heading if provision.type != "article" else "")
            parent = provision.eid
        for child in provision.children:
            self._add(document, child, parent, heading)

    def _index(self, eid: str, text: str, heading: str) -> None:
        at = len(self.units)
        self._of[eid] = at
        self.units.append((eid, " ".join(comparison_key(text).split())))
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
        bare = text.isascii()
        total = sum(_apart(every, bare=bare).values())
        hits = [self._hit(at, _apart(one, bare=bare), total, scope) for at, one in told.items()]
        return sorted(hits, key=lambda hit: (-hit.score, self._of[hit.eid]))

    def _hit(self, at: int, told: dict[str, float], total: float, scope: Set[str]) -> Hit:
        """Half for articles that name everything, half where only single words agree."""
        eid = self.units[at][0]
        score = sum(told.values()) * (0.9 + 0.2 * self._cover(at, told))
        firm = [word for word in told if " " in word or _foreign(word) or _big(word)]
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
        said, aside = parted(text)
        loose = _BARE if text.isascii() else _LOOSE
        found = self._agreeing(said, loose)
        if label := _LABEL.match(said):
            for feature, factor in self._agreeing(label["words"], loose).items():
                found[feature] = _LABELLED * factor
        for feature, factor in self._agreeing(aside, loose).items():
            found.setdefault(feature, _ASIDE * factor)
        return found

    def _agreeing(self, text: str, loose: float) -> dict[str, float]:
        found: dict[str, float] = {}
        for feature in features(text, lexicon().silent):
            if feature in self._idf:
                found[feature] = 1.0
            elif feature[0] == "#":
                continue
            elif " " not in feature and not feature[0].isdigit():
                if feature == (bare := search_key(feature)):
                    for near in self._loose.get(bare, ()):
                        found.setdefault(near, loose)
            elif feature[0].isdigit():
                figure, _, unit = feature.partition(" ")
                for near in self._loose.get(search_key(unit), ()):
                    if f"{figure} {near}" in self._idf:
                        found.setdefault(f"{figure} {near}", loose)
            elif " " in feature:
                for near in self._near_pairs(feature):
                    found.setdefault(near, loose)
        for said, official in lexicon().official(text):
            for feature in features(official):
                if feature in self._idf and said not in found:
                    found.setdefault(feature, loose)
        return found

    def _near_pairs(self, feature: str) -> Iterator[str]:
        first, _, second = feature.partition(" ")
        for one in self._loose.get(search_key(first), ()):
            for other in self._loose.get(search_key(second), ()):
                if f"{one} {other}" in self._idf:
                    yield f"{one} {other}"

    def titled(self, text: str) -> str | None:
        """The one article whose heading has all the words of a heading of a letter."""
        said = {one for one in features(text, lexicon().silent) if " " not in one}
        holding = [eid for eid, heading in self._headings if said and said <= heading]
        return holding[0] if len(holding) == 1 else None

    def below(self, eid: str) -> list[str]:
        """The provisions inside one."""
        inside: list[str] = []
        at = self._of.get(eid, len(self.units)) + 1
        while at < len(self.units) and self.units[at][0].startswith(f"{eid}__"):
            inside.append(self.units[at][0])
            at += 1
        return inside

    def above(self, eid: str) -> list[str]:
        """The provisions around one, the nearest first."""
        around = []
        while parent := self.parents.get(eid, ""):
            around.append(parent)
            eid = parent
        return around

    def holds(self, quoted: str) -> list[str]:
        """The provisions whose text holds these very words, innermost last."""
        key = " ".join(comparison_key(quoted).split())
        return [eid for eid, text in self.units if key in text]


def phrases(text: str, hit: Hit) -> list[str]:
    """The words that agree as a text writes them together, the longest first."""
    parts = {part for word in hit.words for part in word.split(" ") if part[0] != "#"}
    runs: list[list[str]] = [[]]
    for word in re.findall(r"[\w.,/%]*\w%?|[^\w\s]", comparison_key(text)):
        if word in parts or word.lstrip("0") in parts:
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    long = sorted((run for run in runs if run), key=lambda run: -len(run))
    return list(dict.fromkeys(" ".join(run) for run in long))


def _apart(told: dict[str, float], *, bare: bool) -> dict[str, float]:
    """Nothing counted twice: the best pairs that share no syllable, then single words outside them.

    "phòng cháy", "cháy chữa", "chữa cháy" are two words and not three. ``bare``: the text has no
    marks, so that one syllable of it may look like several of the draft.
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
    single = [word for word in told if " " not in word and word not in covered]
    if bare:
        plain = {search_key(part) for part in covered}
        single = [word for word in single if search_key(word) not in plain]
    return {**kept, **{word: told[word] for word in single}}


def _foreign(word: str) -> bool:
    """True for a word that is no Vietnamese syllable."""
    return len(word) > 3 and word.isalpha() and _SYLLABLE.fullmatch(search_key(word)) is None


def _big(word: str) -> bool:
    return word[0].isdigit() and len(word) > 2


def _kind(feature: str) -> float:
    if feature[0].isdigit():
        return _AMOUNT if " " in feature else _PAIR if _big(feature) else 1.0
    if feature[0] == "#":
        return _UNIT
    if " " not in feature:
        return _PAIR if _foreign(feature) else 1.0
    common = sum(part in lexicon().common for part in feature.split(" "))
    return (_PAIR, 1.0, _COMMON)[common]
