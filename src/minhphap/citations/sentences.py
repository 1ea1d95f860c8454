"""What citations of one sentence lend each other."""

from __future__ import annotations

import re
from itertools import pairwise

from minhphap.citations.citation import Work
from minhphap.citations.folding import UPPER
from minhphap.citations.paths import THIS
from minhphap.citations.provisions import Raw
from minhphap.citations.resolve import Resolver
from minhphap.citations.vocabulary import LAWS, RANK

_END = re.compile(rf"[.](?=\s+[{UPPER}“])|\n(?=\s*(?:\d+\.|[a-zđ]\)|-|[ĐÐ]iều\s+\d+\.))|;\s*\n")


_ALSO = re.compile(
    r" *(?:[;,]|và(?= )) *(?:và +)?(?:sửa +đổi|bổ +sung|bãi +bỏ)(?: *, *(?:bổ +sung|bãi +bỏ))? *"
)
""" "Sửa đổi khoản 1 và bổ sung khoản 5 Điều 32": both stand in Điều 32."""
_DETAILS = re.compile(
    r"(?:quy +định +chi +tiết|hướng +dẫn)(?: +(?:và|thi +hành|các|một +số|nội +dung|tại))* +$"
)
_DETAILED = re.compile(r"[^.;:“”]{0,160}?(?<!\w)(?:thi +hành|của)(?: +một +số +điều +của)? +")
""" "quy định chi tiết Điều 5 và biện pháp thi hành Luật Giá": Điều 5 is of that law."""
_ALSO_OF = re.compile(
    r" *(?:[;,]|,? *và) *(?:(?:sửa +đổi|bổ +sung|bãi +bỏ|thay +thế)(?: *, *| +và +| +)?)+"
    r"(?:một +số|các|nội +dung)[^.;:“”]{0,40}?(?:của|tại) +"
)
""" "Bãi bỏ Điều 7 và sửa đổi, bổ sung một số điều của Luật Giá": both are of that law."""
_AND_AT = re.compile(r" *,? *(?:và|hoặc) +tại +")
""" "tại các Điều 3, 9 và tại khoản 1 Điều 10 Thông tư số …": all are of the circular."""
_AND_THIS = re.compile(r" *,? *và +(?:sửa +đổi|bổ +sung)(?: *, *bổ +sung)? +")
""" "… tại khoản 8 Điều 14 của Luật Giá và sửa đổi, bổ sung khoản này": the same clause."""
_LISTED = re.compile(r"\s*,?\s*(?:(?:bao\s+)?gồm|như\s+sau|sau\s+đây)?(?:\s+các)?\s*:\s*")
""" "các điều, khoản sau đây của Luật Giá: khoản 4 Điều 5, …"."""
_CELL = re.compile(r"\s*\|\s*")
_ITEM = re.compile(r"\n\s*(?:\d+\.|[a-zđ]\)|[ĐÐ]iều\s+\d+\.)")
_EXCEPT = re.compile(r" *[,(]? *trừ +(?:quy +định +tại +)?")
_INTO = re.compile(r" *vào +(?:(?:sau|trước|cuối|giữa|đầu) *)?")


def complete_insertions(low: str, raws: list[Raw]) -> None:
    """ "Bổ sung khoản 2a vào sau khoản 2 Điều 9": the new clause stands in Điều 9 too."""
    for place, raw in pairwise(raws):
        if raw.work is None and raw.parts and _EXCEPT.fullmatch(low, place.end, raw.start):
            _lie_in(raw, place)
        if raw.work is None and raw.parts and _AND_THIS.fullmatch(low, place.end, raw.start):
            _is_same(raw, place)
    for raw, place in reversed(list(pairwise(raws))):
        if raw.work is not None or not raw.parts:
            continue
        if not place.parts:
            known = place.work is not None and place.work.manner != "this"
            also = known and _ALSO_OF.fullmatch(low, raw.end, place.start)
            if also or (known and _is_detailed(low, raw, place)):
                raw.work = place.work
            continue
        if place.work is not None and _AND_AT.fullmatch(low, raw.end, place.start):
            if all("art" in p.levels and THIS not in p.levels.values() for p in raw.parts):
                raw.work = place.work
            continue
        bare = all(part.top < RANK["art"] for part in raw.parts)
        into = _INTO.fullmatch(low, raw.end, place.start)
        if not into and not (bare and _ALSO.fullmatch(low, raw.end, place.start)):
            continue
        _complete(raw, place.parts[0].levels)
        raw.work = place.work


def _lie_in(raw: Raw, place: Raw) -> None:
    """Clauses that are taken out of an article stand in it: "Điều 3 Thông tư này (trừ khoản 4)"."""
    around = place.parts[-1].levels if place.parts else {}
    if "art" not in around or THIS in around.values():
        return
    if any(part.top >= RANK["art"] or THIS in part.levels.values() for part in raw.parts):
        return
    _complete(raw, around)
    raw.work = place.work


def _is_same(raw: Raw, place: Raw) -> None:
    """Let "khoản này" be the clause that was named just before it."""
    if len(raw.parts) > 1 or not place.parts:
        return
    if list(raw.parts[0].levels.values()) != [THIS]:
        return
    level, levels = next(iter(raw.parts[0].levels)), place.parts[-1].levels
    if level in levels and THIS not in levels.values():
        raw.parts[0].levels = {key: n for key, n in levels.items() if RANK[key] >= RANK[level]}
        raw.parts[0].top = place.parts[-1].top
        raw.work = place.work


def _complete(raw: Raw, around: dict[str, str]) -> None:
    """Give the provisions of a path the larger levels of another that they do not say."""
    for part in raw.parts:
        top = part.top
        if THIS not in part.levels.values():
            for level, number in around.items():
                if RANK[level] > top:
                    part.lies_in(level, number)


def _is_detailed(low: str, raw: Raw, place: Raw) -> bool:
    """Whether a provision is said to be detailed together with the law that follows."""
    assert place.work is not None
    if place.work.work.kind not in LAWS or any(THIS in part.levels.values() for part in raw.parts):
        return False
    if _DETAILS.search(low, max(0, raw.start - 60), raw.start) is None:
        return False
    return _DETAILED.fullmatch(low, raw.end, place.start) is not None


class Sentences:
    """Homes that a bare form or article borrows from a fuller citation in its sentence."""

    def __init__(self, text: str, raws: list[Raw], resolver: Resolver) -> None:
        self.text, self.raws, self.resolver = text, raws, resolver

    def borrowed(self, index: int) -> tuple[Work, str] | None:
        """The work, and the eid of the appendix, that the citation at ``index`` shares."""
        raw = self.raws[index]
        if raw.work is not None or not raw.parts:
            return None
        if (work := self._beside(index)) is not None:
            return work, ""
        levels = {level for part in raw.parts for level in part.levels}
        if "app" not in levels:
            if "form" in levels:
                return self._home(index, "form")
            if levels & {"sec", "part"} and not levels & {"art", "chp"}:
                return self._home(index, "sec")
        if "art" in levels:
            return self._article(index)
        return self._listed(index) if "app" in levels else None

    def _beside(self, index: int) -> Work | None:
        """The work a list of provisions follows, or that stands in the cell before them."""
        before = self.raws[index - 1] if index else None
        raw = self.raws[index]
        if before is None or before.work is None or before.work.manner == "this" or before.named:
            return None
        between = self.text[before.end : raw.start]
        listed = not before.parts and _LISTED.fullmatch(between)
        return self.resolver.work(before)[0] if listed or _CELL.fullmatch(between) else None

    def _same(self, one: Raw, other: Raw) -> bool:
        a, b = (one, other) if one.start < other.start else (other, one)
        return _END.search(self.text, a.end, b.start) is None

    def _home(self, index: int, level: str) -> tuple[Work, str] | None:
        """The work and appendix of the next form or section in the sentence that names them."""
        raw = self.raws[index]
        for other in self.raws[index + 1 : index + 12]:
            if not self._same(raw, other):
                return None
            fuller = [
                part
                for part in other.parts
                if level in part.levels or {"part", "app"} <= part.levels.keys()
            ]
            if fuller and not other.named and (other.work is not None or "app" in fuller[0].levels):
                work, _ = self.resolver.work(other)
                if work is None:
                    return None
                app = fuller[0].levels.get("app")
                home = "" if app is None else f"app_{app}" if app else "app"
                return work, home
        return None

    def _listed(self, index: int) -> tuple[Work, str] | None:
        """The work of an appendix that a list takes up: "Phụ lục I, II của …, gồm: - Phụ lục I"."""
        raw = self.raws[index]
        appendices = {part.levels.get("app") for part in raw.parts}
        for other in reversed(self.raws[max(0, index - 8) : index]):
            between = self.text[other.end : raw.start]
            if _ITEM.search(between):
                return None
            if other.work is None or other.work.manner == "this" or other.named:
                continue
            named = {part.levels.get("app") for part in other.parts}
            if appendices <= named and ":" in between.partition("\n")[0][-2:]:
                work, _ = self.resolver.work(other)
                return None if work is None else (work, "")
        return None

    def _article(self, index: int) -> tuple[Work, str] | None:
        raw = self.raws[index]
        articles = {part.levels.get("art") for part in raw.parts}
        for other in self.raws[max(0, index - 6) : index] + self.raws[index + 1 : index + 7]:
            if other.work is None or other.work.manner == "this" or other.named:
                continue
            if not self._same(raw, other):
                continue
            if articles <= {part.levels.get("art") for part in other.parts}:
                work, _ = self.resolver.work(other)
                return None if work is None else (work, "")
        return None
