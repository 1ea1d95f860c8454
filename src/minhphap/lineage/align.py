"""Which provision of the new version is which of the old."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator

from rapidfuzz import fuzz

from minhphap.lineage.alignment import Alignment, Change, Pair
from minhphap.lineage.candidates import candidates
from minhphap.lineage.units import Unit, units
from minhphap.structure import Document

_ALIKE = 0.6
"""Two provisions with other words are taken for one from this similarity on."""
_SAME_PLACE = 0.3
"""… and from this one on when parent and number are the same."""
_HOME = 0.05
"""What the same parent adds to a similarity when candidates are ranked."""
_FEW = 4
"""Fewer words than this ("Bãi bỏ.") prove nothing outside their parent."""
_ORDER = ("attached", "appendix", "part", "chapter", "section", "subsection", "article", "clause")
"""Outer provisions first: what they pair with helps to place what stands in them."""


def align(old: Document, new: Document) -> Alignment:
    """Pair the provisions of two versions, each with one at most, of the same type.

    Type by type, outer before inner: equal words first, then like words, then what kept its
    place. Nothing is guessed from the number alone: a provision under an old number with none of
    its words is new, and the old one is gone.
    """
    matcher = _Matcher(units(old), units(new))
    for kind in sorted({unit.type for unit in matcher.old}, key=_rank):
        olds = [unit for unit in matcher.old if unit.type == kind]
        news = [unit for unit in matcher.new if unit.type == kind]
        matcher.equal(olds, news)
        matcher.alike(olds, news)
        matcher.same_place(olds, news)
    return matcher.alignment()


def _rank(kind: str) -> tuple[int, str]:
    plain = kind.removeprefix("quoted_")
    return (_ORDER.index(plain) if plain in _ORDER else len(_ORDER), kind)


class _Matcher:
    """The pairs found so far, by index of the units."""

    def __init__(self, old: list[Unit], new: list[Unit]) -> None:
        self.old = old
        self.new = new
        self.new_of: dict[int, int] = {}
        self.old_of: dict[int, int] = {}

    def pair(self, old: Unit, new: Unit) -> None:
        self.new_of[old.index] = new.index
        self.old_of[new.index] = old.index

    def parent(self, unit: Unit) -> int | None:
        """The new place of an old unit's parent: its index, -1 at the top, None when unpaired."""
        return self.new_of.get(unit.parent.index) if unit.parent else -1

    def equal(self, olds: list[Unit], news: list[Unit]) -> None:
        """Pair equal words: those at home under their number, at home, and then elsewhere."""
        for names in (_under_number, _under_parent, _under_name, _anywhere):
            spots: dict[tuple[object, ...], deque[Unit]] = defaultdict(deque)
            for unit in news:
                if unit.index not in self.old_of:
                    spots[names(unit, _parent(unit))].append(unit)
            for unit in olds:
                if unit.index in self.new_of:
                    continue
                if names in (_under_name, _anywhere) and len(unit.words) < _FEW:
                    continue
                found = spots.get(names(unit, self.parent(unit)))
                if found:
                    self.pair(unit, found.popleft())

    def alike(self, olds: list[Unit], news: list[Unit]) -> None:
        """Pair like words, best first."""
        left = [unit for unit in olds if unit.index not in self.new_of]
        free = [unit for unit in news if unit.index not in self.old_of]
        scored = []
        for unit, other in candidates(left, free):
            score = similarity(unit, other)
            if score >= _ALIKE:
                scored.append((score + _HOME * self.at_home(unit, other), unit, other))
        scored.sort(key=lambda row: (-row[0], abs(row[1].index - row[2].index), row[1].index))
        for _, unit, other in scored:
            if unit.index not in self.new_of and other.index not in self.old_of:
                self.pair(unit, other)

    def same_place(self, olds: list[Unit], news: list[Unit]) -> None:
        """Pair what is left below paired parents, by number, when some words are left."""
        free: dict[tuple[int | None, str | None], Unit] = {
            (_parent(unit), unit.num): unit for unit in news if unit.index not in self.old_of
        }
        for unit in olds:
            if unit.index in self.new_of:
                continue
            other = free.get((self.parent(unit), unit.num))
            if other is not None and similarity(unit, other) >= _SAME_PLACE:
                self.pair(unit, other)
                del free[_parent(other), other.num]

    def at_home(self, old: Unit, new: Unit) -> bool:
        """True when the parents are paired, or both stand at the top."""
        return self.parent(old) == _parent(new)

    def alignment(self) -> Alignment:
        gone: dict[int, list[Unit]] = defaultdict(list)
        last = -1
        for unit in self.old:  # what is gone follows the new place of what stood before it
            if unit.index in self.new_of:
                last = self.new_of[unit.index]
            else:
                gone[last].append(unit)
        return Alignment(tuple(self.pairs(gone)))

    def pairs(self, gone: dict[int, list[Unit]]) -> Iterator[Pair]:
        yield from (Pair(unit.eid, None, "gone", 0.0) for unit in gone[-1])
        for unit in self.new:
            index = self.old_of.get(unit.index)
            if index is None:
                yield Pair(None, unit.eid, "new", 0.0)
            else:
                old = self.old[index]
                score = similarity(old, unit)
                yield Pair(old.eid, unit.eid, self.change(old, unit, score), score)
            yield from (Pair(left.eid, None, "gone", 0.0) for left in gone[unit.index])

    def change(self, old: Unit, new: Unit, score: float) -> Change:
        kept = old.type == "article" and old.eid == new.eid  # whatever chapter is drawn around it
        if not kept and not self.at_home(old, new):
            return "moved"
        if old.num != new.num:
            return "renumbered"
        return "same" if score == 1 else "changed"


def _parent(unit: Unit) -> int:
    return unit.parent.index if unit.parent else -1


def _under_number(unit: Unit, parent: int | None) -> tuple[object, ...]:
    return unit.text, parent, unit.num


def _under_parent(unit: Unit, parent: int | None) -> tuple[object, ...]:
    return unit.text, parent


def _under_name(unit: Unit, _parent: int | None) -> tuple[object, ...]:
    return unit.text, unit.eid


def _anywhere(unit: Unit, _parent: int | None) -> tuple[object, ...]:
    return (unit.text,)


def similarity(old: Unit, new: Unit) -> float:
    """0 to 1: equal words in equal order; 1 only for equal words."""
    if old.text == new.text:
        return 1.0
    return min(fuzz.ratio(old.words, new.words) / 100, 0.9999)
