"""From a provision as cited to the provision of the document's own tree."""

from __future__ import annotations

import re

from minhphap.citations.citation import Target
from minhphap.citations.paths import roman
from minhphap.structure import Document, Provision

_STEP = re.compile(r"(?<![^_])(part|chp|sec|subsec)_([^\W_]+)")
_LABEL = re.compile(
    r"[\W_]*(phụ\s+lục|mẫu|biểu(?:\s+mẫu)?)(?:\s+số)?\s*:?\s*"
    r"([ivxlc]+[a-h]?(?:[-.]\d{1,2})*(?!\w)|\d+\w*(?:[-./]\w+)*|[a-h](?!\w))?",
    re.IGNORECASE,
)
_CONTAINERS = ("part", "chp", "sec", "subsec")
_NUMBERED_POINT = re.compile(r"__point_(?=\d+(?:__|$))")
"""Older texts call a clause "điểm 4"."""
_ATTACHED = re.compile(r"(att_[^_]+)(?:__|$)")


def home_of(eid: str | None) -> str:
    """The attached text a provision stands in ("att_1"); "" in the deciding part."""
    found = _ATTACHED.match(eid or "")
    return found[1] if found else ""


def arabic(eid: str) -> str:
    """The eid with containers in Arabic digits, as citations name them."""
    return _STEP.sub(_arabic, eid)


def _arabic(step: re.Match[str]) -> str:
    value = roman(step[2].lower())
    return f"{step[1]}_{value if value.isdigit() else step[2]}"


class Own:
    """The provisions of a document under the names citations give them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.attached = [one.eid for one in document.provisions if one.type == "attached"]
        self._containers: dict[str, list[str]] = {}
        self._appendices: list[tuple[str, str, str]] = []
        """Eid, "app" or "form", and number as written of each appendix."""
        self._with_articles = {home_of(one.eid) for one in document.walk() if one.type == "article"}
        for one in document.walk():
            if one.type in ("part", "chapter", "section", "subsection"):
                home = home_of(one.eid)
                steps = arabic(one.eid).lower().split("__")[1 if home else 0 :]
                for index in range(len(steps)):
                    key = f"{home}/{'__'.join(steps[index:])}"
                    self._containers.setdefault(key, []).append(one.eid)
            elif one.type == "appendix":
                self._appendices.append((one.eid, *self._label(one)))

    def _label(self, one: Provision) -> tuple[str, str]:
        """What an appendix is called on its first line."""
        found = _LABEL.match(self.document.source.text, one.start, one.end)
        if found is None:
            return "app", one.num or ""
        return ("app" if found[1].lower().startswith("ph") else "form"), found[2] or ""

    def called(self, eid: str) -> str:
        """The name that citations give the appendix or form of an eid: "app_3" -> "app_II"."""
        name, size = eid, 0
        for appendix, sort, number in self._appendices:
            if size < len(appendix) and f"{eid}__".startswith(f"{appendix}__"):
                name, size = f"{sort}_{number}" if number else sort, len(appendix)
        return name

    def articles(self, home: str) -> bool:
        """Whether the deciding part or an attached text is cut into articles."""
        return home in self._with_articles

    def has_article(self, eid: str | None, home: str) -> bool:
        """Whether the article that an eid names exists."""
        article = (eid or "").partition("__")[0]
        return (f"{home}__{article}" if home else article) in self.document.by_eid

    def find(self, target: Target, home: str) -> tuple[str | None, str | None]:
        """The eid in the tree, or the reason why there is none."""
        if target.work.attached:
            if len(self.attached) != 1:
                return None, "ambiguous" if self.attached else "missing"
            home = self.attached[0]
        if target.eid is None:
            return home or None, None
        first = target.eid.split("_", 1)[0]
        if first == "app":
            return self._appendix(target.eid)
        if first == "form":
            return self._form(target.eid)
        if first in _CONTAINERS or "__sec_" in target.eid:
            return self._container(target.eid.removesuffix("__heading"), home)
        eid = target.eid.removesuffix("__heading")
        eid = f"{home}__{eid}" if home else eid
        for name in (eid, _NUMBERED_POINT.sub("__para_", eid)):
            if name in self.document.by_eid:
                return name, None
        return None, "missing"

    def _container(self, eid: str, home: str) -> tuple[str | None, str | None]:
        steps = eid.split("__")
        kinds = [step.partition("_")[0] in _CONTAINERS for step in steps]
        size = len(steps) - kinds[::-1].index(True)
        key = arabic("__".join(steps[:size])).lower()
        found = self._containers.get(f"{home}/{key}", [])
        if len(found) != 1:
            return None, "ambiguous" if found else "missing"
        inner = "__".join([found[0], *steps[size:]])
        for name in (inner, _NUMBERED_POINT.sub("__para_", inner)):
            if name in self.document.by_eid:
                return name, None
        return None, "missing"

    def _appendix(self, eid: str) -> tuple[str | None, str | None]:
        step, _, inner = eid.partition("__")
        number = step.partition("_")[2]
        own = [one for one in self._appendices if one[1] == "app"]
        if number:
            found = [one for one in own if one[2] and _same(one[2], number)]
        else:
            found = [one for one in own if not one[2]] or own
        if len(found) != 1:
            return None, "ambiguous" if found else "missing"
        if not inner:
            return found[0][0], None
        kind, _, number = inner.partition("_")
        within = [
            one[0]
            for one in self._appendices
            if one[1] == kind and one[0].startswith(f"{found[0][0]}__") and _same(one[2], number)
        ]
        return (within[0], None) if len(within) == 1 else (None, "inside")

    def _form(self, eid: str) -> tuple[str | None, str | None]:
        number = eid.partition("__")[0].partition("_")[2]
        forms = [one for one in self._appendices if one[1] == "form"]
        found = [one for one in forms if _same(one[2], number)]
        return (found[0][0], None) if len(found) == 1 and "__" not in eid else (None, "inside")


def _same(one: str, other: str) -> bool:
    a, b = (roman(number.lower().lstrip("0")) for number in (one, other))
    return a == b
