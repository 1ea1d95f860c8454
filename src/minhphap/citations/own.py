"""From a provision as cited to the provision of the document's own tree."""

from __future__ import annotations

import re

from minhphap.citations.citation import Target
from minhphap.citations.paths import roman
from minhphap.structure import Document, Provision

_STEP = re.compile(r"(part|chp|sec|subsec)_(\w+)")
_LABEL = re.compile(
    r"[\W_]*(phụ\s+lục|mẫu|biểu(?:\s+mẫu)?)(?:\s+số)?\s*:?\s*"
    r"([ivxlc]+[a-h]?(?!\w)|\d+\w*(?:[-./]\w+)*|[a-h](?!\w))?",
    re.IGNORECASE,
)
_NUMBERED_POINT = re.compile(r"__point_(?=\d+(?:__|$))")
"""Older texts call a clause "điểm 4"."""
_ATTACHED = re.compile(r"(att_[^_]+)(?:__|$)")


def home_of(eid: str | None) -> str:
    """The attached text a provision stands in ("att_1"); "" in the deciding part."""
    found = _ATTACHED.match(eid or "")
    return found[1] if found else ""


def arabic(eid: str) -> str:
    """The eid with containers in Arabic digits, as citations name them."""
    return _STEP.sub(lambda step: f"{step[1]}_{roman(step[2].lower())}", eid)


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
                steps = arabic(one.eid).split("__")[1 if home else 0 :]
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
        if first in ("part", "chp", "sec", "subsec"):
            return self._container(target.eid, home)
        eid = target.eid.removesuffix("__heading")
        eid = f"{home}__{eid}" if home else eid
        for name in (eid, _NUMBERED_POINT.sub("__para_", eid)):
            if name in self.document.by_eid:
                return name, None
        return None, "missing"

    def _container(self, eid: str, home: str) -> tuple[str | None, str | None]:
        steps = eid.split("__")
        outer = [step for step in steps if step.split("_")[0] in ("part", "chp", "sec", "subsec")]
        found = self._containers.get(f"{home}/{'__'.join(outer)}", [])
        if len(found) != 1:
            return None, "ambiguous" if found else "missing"
        if len(outer) == len(steps):
            return found[0], None
        inner = "__".join([found[0], *steps[len(outer) :]])
        return (inner, None) if inner in self.document.by_eid else (None, "missing")

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
        return (found[0][0], None) if not inner else (None, "inside")

    def _form(self, eid: str) -> tuple[str | None, str | None]:
        number = eid.partition("__")[0].partition("_")[2]
        forms = [one for one in self._appendices if one[1] == "form"]
        found = [one for one in forms if _same(one[2], number)]
        return (found[0][0], None) if len(found) == 1 and "__" not in eid else (None, "inside")


def _same(one: str, other: str) -> bool:
    a, b = (roman(number.lower().lstrip("0")) for number in (one, other))
    return a == b
