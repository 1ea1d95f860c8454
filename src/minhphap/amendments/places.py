"""Where things stand in the text that is amended."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property

from minhphap.amendments.matching import Searched
from minhphap.structure import Document, Provision
from minhphap.text import comparison_key, from_roman

_LABEL = re.compile(
    r"(?:(?:ch[ươ]+ng|mục|tiểu mục|phần(?: thứ)?|phụ lục(?: số)?|điều)\s+[\w.]+\s*[.:\-–)]*"
    r"|[\w.]{1,12}?\s?[.)\-–/]+)(?=\s|$|[^\w\s])|\d+(?:\.\d+)+(?=\s)",
    re.IGNORECASE,
)
_APPENDIX = re.compile(r"phụ\s+lục(?:\s+số)?\s*:?\s*([ivxlc]+|\d+)?[a-z]?(?!\w)")
_DEEPER = re.compile(r"art_[^_]+__(?:chp|sec|part)_|app_[^_]+__app_")
"""Sections within an article, appendices within an appendix."""
_NUMBER = re.compile(r"(\d+)?([a-zđ]*)(\d*)")
_LETTERS = "abcdđeghiklmnopqrstuvxy"


class Places:
    """Looks up provisions of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.source.text
        self.searched = Searched(self.text)

    def find(self, eid: str) -> list[Provision]:
        """The provisions that a name may mean: one, or none, or several."""
        found = self.document.by_eid.get(eid)
        if found is not None:
            again = self.document.by_eid.get(f"{eid}~2")
            return [found] if again is None else [found, again]
        if eid.startswith("app_"):
            return self._inside(eid) or self._appendix(eid)
        if eid.startswith("att_1__") and not self._attached:
            return self.find(eid.removeprefix("att_1__"))
        step = eid.rpartition("__")[2]
        if step.startswith(("chp_", "sec_", "part_", "subsec_")):
            return self._container(eid)
        return self._inside(eid)

    @cached_property
    def _attached(self) -> bool:
        return any(root.type == "attached" for root in self.document.provisions)

    @cached_property
    def articles(self) -> list[Provision]:
        """Every article, in order of the text."""
        return [one for one in self.document.walk() if one.type == "article"]

    @cached_property
    def _containers(self) -> dict[str, list[Provision]]:
        held: dict[str, list[Provision]] = defaultdict(list)
        for one in self.document.walk():
            if one.type in ("part", "chapter", "section", "subsection"):
                held[_arabic(one.eid.rpartition("__")[2])].append(one)
        return held

    def _container(self, eid: str) -> list[Provision]:
        """A container by its number, Roman or Arabic, whatever holds it."""
        steps = [_arabic(step) for step in eid.split("__")]
        return [
            one
            for one in self._containers.get(steps[-1], [])
            if all(step in {_arabic(known) for known in one.eid.split("__")} for step in steps)
        ]

    def _inside(self, eid: str) -> list[Provision]:
        """A provision whose name leaves out a step of the tree: "khoản 1 Điều 1" in "Mục I".

        "art_1__para_1" is art_1__sec_I__para_1, "app_2__para_1" is app_1__app_2__para_1.
        """
        steps = [_arabic(step) for step in eid.split("__")]
        if len(steps) < 2 or steps[0].startswith("att_"):
            return []
        return [
            one
            for one in self._by_step.get(steps[-1], ())
            if _in_order(steps, [_arabic(step) for step in one.eid.split("__")])
        ]

    @cached_property
    def _by_step(self) -> dict[str, list[Provision]]:
        """Provisions that a section stands above where it is no step of their name, by step."""
        held: dict[str, list[Provision]] = defaultdict(list)
        for one in self.document.walk():
            if _DEEPER.search(one.eid):
                held[_arabic(one.eid.rpartition("__")[2])].append(one)
        return held

    def _appendix(self, eid: str) -> list[Provision]:
        """An appendix by the number that its label shows, not by its place among all."""
        return self._appendices.get(eid.partition("__")[0].removeprefix("app_"), [])

    @cached_property
    def _appendices(self) -> dict[str, list[Provision]]:
        held: dict[str, list[Provision]] = defaultdict(list)
        appendices = [one for one in self.document.walk() if one.type == "appendix"]
        for one in appendices:
            label = _APPENDIX.match(comparison_key(self.text[one.start : one.start + 40]))
            if label is None:
                continue
            shown = str(from_roman(label[1]) or label[1]).lstrip("0") if label[1] else "1"
            if label[1] or len(appendices) == 1:
                held[shown].append(one)
        return held

    def label_end(self, one: Provision) -> int:
        """Where the number of a provision ends, its sign included."""
        label = _LABEL.match(self.text, one.start, one.end)
        return label.end() if label else one.start

    def heading(self, one: Provision) -> tuple[int, int] | None:
        """The span of the heading."""
        if not one.heading:
            return None
        pattern = r"\s+".join(map(re.escape, one.heading.split()))
        found = re.compile(pattern).search(self.text, self.label_end(one), one.end)
        return found.span() if found else None


def _in_order(steps: list[str], known: list[str]) -> bool:
    """Whether steps stand in a name in their order."""
    rest = iter(known)
    return all(step in rest for step in steps)


def _arabic(step: str) -> str:
    """ "chp_II" and "chp_2" alike: "chp_2"."""
    level, _, number = step.partition("_")
    value = from_roman(number) if number.isupper() else None
    return f"{level}_{value or number.lower()}"


def order_of(number: str) -> tuple[int, str, int]:
    """The place of a number in its series: 4 < 4a < 5, a < a1 < b, d < đ < e."""
    found = _NUMBER.fullmatch(number.lower())
    if found is None:
        return (0, number, 0)
    letters = "".join(f"{_LETTERS.find(letter):02d}" for letter in found[2])
    return (int(found[1] or 0), letters, int(found[3] or 0))
