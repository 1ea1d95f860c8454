"""The numbers Word computes and does not store: "Điều 1.", "a)", "II."."""

from __future__ import annotations

import re
from typing import Any

from minhphap.intake.counting import written
from minhphap.intake.docx.attributes import is_on, number, value
from minhphap.intake.docx.nodes import W, signs

_PLACE = re.compile(r"%([1-9])")
_LONGEST = 200
"""A number's pattern is cut here, so that one long pattern cannot fill the memory."""


class Level:
    """One level of a list: where it starts, how it is written, what follows it."""

    def __init__(self, element: Any) -> None:
        self.start = number(value(element, "start"), 0 if element.find(f"{W}start") is None else 1)
        self.form = value(element, "numFmt") or "decimal"
        self.text = (value(element, "lvlText") or "")[:_LONGEST]
        self.suffix = {"nothing": ""}.get(value(element, "suff") or "tab", " ")
        restart = value(element, "lvlRestart")
        self.restart = None if restart is None else number(restart, 0)
        legal = element.find(f"{W}isLgl")
        self.legal = legal is not None and is_on(legal)
        self.style = value(element, "pStyle")
        fonts = element.find(f"{W}rPr/{W}rFonts")
        self._font = "" if fonts is None else fonts.get(f"{W}ascii", "")

    def bullet(self) -> str:
        """The sign of a bulleted list as it is shown."""
        return signs(self.text, self._font)


class Numbering:
    """Counters of all lists of a file; ask for each numbered paragraph once, in order."""

    def __init__(self, root: Any | None) -> None:
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._begun: set[tuple[str, int]] = set()
        self._style_levels: dict[tuple[str, str], int] = {}
        if root is not None:
            self._load(root)

    def _load(self, root: Any) -> None:
        abstract: dict[str, dict[int, Level]] = {}
        by_style: dict[str, str] = {}
        links: dict[str, str] = {}
        for element in root.iterchildren(f"{W}abstractNum"):
            name = element.get(f"{W}abstractNumId", "")
            abstract[name] = _levels(element)
            if style := value(element, "styleLink"):
                by_style[style] = name
            if style := value(element, "numStyleLink"):
                links[name] = style
        for element in root.iterchildren(f"{W}num"):
            base = value(element, "abstractNumId") or ""
            base = by_style.get(links.get(base, ""), base)
            self._add(element, base, dict(abstract.get(base, {})))

    def _add(self, element: Any, base: str, levels: dict[int, Level]) -> None:
        name = element.get(f"{W}numId", "")
        for override in element.iterchildren(f"{W}lvlOverride"):
            at = number(override.get(f"{W}ilvl"), 0)
            if (level := override.find(f"{W}lvl")) is not None:
                levels[at] = Level(level)
            if (start := value(override, "startOverride")) is not None:
                self._starts[name, at] = number(start, 1)
        self._lists[name] = (base, levels)
        for at, level_ in levels.items():
            if level_.style:
                self._style_levels.setdefault((name, level_.style), at)

    def level_of(self, list_id: str, style: str | None) -> int:
        """The level of a list that a paragraph style stands for; 0 when none is tied to it."""
        return self._style_levels.get((list_id, style or ""), 0)

    def next(self, list_id: str, level: int) -> str:
        """The number of the next paragraph of this list and level, with the blank after it."""
        base, levels = self._lists.get(list_id, ("", {}))
        here = levels.get(level)
        if here is None:
            return ""
        counters = self._counters.setdefault(base, {})
        place = (list_id, level)
        start = self._starts.get(place, here.start)
        if place in self._starts and place not in self._begun:
            counters[level] = start
        else:
            counters[level] = counters.get(level, start - 1) + 1
        self._begun.add(place)
        for deeper in [at for at in counters if at > level]:
            below = levels.get(deeper)
            if below is None or below.restart is None or (below.restart and level < below.restart):
                del counters[deeper]
        if here.form == "bullet":
            text = here.bullet()
        else:
            text = _PLACE.sub(lambda m: _part(levels, counters, int(m[1]) - 1, here), here.text)
        return f"{text}{here.suffix}" if text else ""


def _levels(element: Any) -> dict[int, Level]:
    return {number(lvl.get(f"{W}ilvl"), 0): Level(lvl) for lvl in element.iterchildren(f"{W}lvl")}


def _part(levels: dict[int, Level], counters: dict[int, int], at: int, here: Level) -> str:
    """The number of an upper level inside the number of this one."""
    level = levels.get(at)
    if level is None:
        return ""
    form = "decimal" if here.legal else level.form
    return "" if form == "bullet" else written(counters.get(at, level.start), form)
