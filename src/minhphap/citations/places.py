"""Which provision the words of a passage stand in, and whether inside a quotation."""

from __future__ import annotations

import re
from bisect import bisect_right

from minhphap.citations.eids import Here, join, levels_of
from minhphap.citations.folding import UPPER
from minhphap.citations.vocabulary import LETTERS

_MARK = re.compile(
    r"(?m)(?:^[ \t\xa0\"‘*_]*|(?<=[.;:”/]\s)|(?<=“))"
    r"(?:[ĐÐ](?:iều|IỀU)\s+(?P<art>\d{1,3}[a-zđ]?)\s*[.:]\s"
    r"|(?P<para>\d{1,2}[a-zđ]?)\.\s|(?P<point>[a-zđ]\d?)[.)]\s)"
    rf"|(?<=\s)(?P<inline>\d{{1,2}})\.\s(?=[{UPPER}“])"
    r"|(?P<open>“)|(?P<close>”)|(?P<straight>\")"
)


class Places:
    """The provisions that begin inside a passage, found by their numbers."""

    def __init__(
        self, text: str, start: int, end: int, eid: str | None, quoted_eid: str | None, quoted: bool
    ) -> None:
        self._at: list[int] = []
        self._here: list[tuple[dict[str, str], bool]] = []
        outer, inner = levels_of(eid), levels_of(quoted_eid)
        inside = quoted or _closes_first(text, start, end)
        levels = inner if inside else outer
        self._push(start, levels, inside)
        paired = text.count('"', start, end) % 2 == 0
        for mark in _MARK.finditer(text, start, end):
            straight = paired and bool(mark["straight"])
            if (mark["open"] or straight) and not inside:
                inside, outer, levels = True, levels, dict(inner)
            elif (mark["close"] or straight) and inside:
                inside, inner, levels = False, levels if "art" in levels else inner, outer
            else:
                levels = _moved(levels, mark)
            self._push(mark.start(), levels, inside)

    def _push(self, at: int, levels: dict[str, str], inside: bool) -> None:
        self._at.append(at)
        self._here.append((levels, inside))

    def here(self, at: int, container: str | None) -> Here:
        """The provision that holds an offset."""
        levels, _ = self._here[bisect_right(self._at, at) - 1]
        return Here(join(levels), container or "")

    def quoted(self, at: int) -> bool:
        """Whether an offset stands inside quotation marks."""
        return self._here[bisect_right(self._at, at) - 1][1]


def _closes_first(text: str, start: int, end: int) -> bool:
    close, opening = text.find("”", start, end), text.find("“", start, end)
    return close >= 0 and (opening < 0 or close < opening)


def _moved(levels: dict[str, str], mark: re.Match[str]) -> dict[str, str]:
    """The place after a number at the start of a line, or in it where it goes on in order."""
    if mark["art"]:
        return {"art": mark["art"]}
    art: dict[str, str] = {
        level: levels[level] for level in ("app", "form", "art") if level in levels
    }
    para = mark["para"] or mark["inline"]
    if para:
        follows = (
            int(re.sub(r"\D", "", para)) == int(re.sub(r"\D", "", levels.get("para", "0"))) + 1
        )
        if mark["inline"] and not follows:
            return levels
        return {**art, "para": para}
    if mark["point"]:
        point = mark["point"]
        if point[0] not in LETTERS:
            return levels
        keep = {key: n for key, n in levels.items() if key in ("app", "form", "art", "para")}
        return {**keep, "point": point}
    return levels
