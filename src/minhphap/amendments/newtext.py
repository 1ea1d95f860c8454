"""New text of an order: which part of the quotation belongs to which target."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from minhphap.amendments.places import order_of
from minhphap.amendments.tokens import Token
from minhphap.structure import Provision
from minhphap.text import comparison_key

Issued = Callable[[str], tuple[int, int] | None]
"""The span of a provision of the amending document, by eid."""

_KEYS = {
    "article": "art", "clause": "para", "point": "point", "chapter": "chp", "section": "sec",
    "subsection": "subsec", "part": "part", "appendix": "app",
}  # fmt: skip
_LABEL = re.compile(
    r"\s*(?:Điều\s+(?P<article>\d+[a-zđ]*)|(?P<clause>\d+[a-zđ]*)\s?\.|(?P<point>[a-zđ]\d*)\s?\))"
)
"""The number that new text in one line begins with."""
_CONTAINER = re.compile(r"\s*(?:Chương|Mục|Tiểu mục|Phần|CHƯƠNG|MỤC|PHẦN)\s+\w+\s*\n+")
"""The number of a container that fills a line."""
_LINES = {
    "art": re.compile(r"^[ \t“\"]*(?:Điều|ĐIỀU)\s+(?P<number>\d+[a-zđ]*)(?!\w)", re.MULTILINE),
    "para": re.compile(r"^[ \t“\"]*(?P<number>\d{1,3}[a-zđ]*)\s?[.)](?!\d)", re.MULTILINE),
    "point": re.compile(r"^[ \t“\"]*(?P<number>[a-zđ]\d?)\s?\)", re.MULTILINE),
}
"""Lines that begin with a number."""
_LABELS = {"article": "art", "clause": "para", "point": "point"}
_RANK = {key: rank for rank, key in enumerate(("point", "para", "art", "subsec", "sec", "chp"))}


def step_of(part: Provision) -> str:
    """The last step of the name of a quoted provision: "para_2"."""
    kind = part.type.removeprefix("quoted_")
    return f"{_KEYS.get(kind, kind)}_{part.num}"


class NewText:
    """The quotations of one order; ``shared``: by several targets, each with a part of its own."""

    def __init__(self, text: str, blocks: Sequence[Token], *, shared: bool) -> None:
        self.text = text
        self.blocks = blocks
        self.shared = shared

    def single(self) -> bool:
        """Whether the text is one whole, without provisions of its own."""
        return bool(self.blocks) and not any(block.parts for block in self.blocks)

    def for_all(self) -> bool:
        """ "Sửa đổi mô tả tại mục 2 và mục 5 thành “…”": each target becomes the same words."""
        if not self.single():
            return False
        start = self.blocks[0].start
        said = comparison_key(self.text[max(0, start - 12) : start]).rstrip(' :“"')
        return said.endswith("thành")

    def whole(self) -> tuple[int, int] | None:
        """From the first to the last character."""
        if not self.blocks:
            return None
        return self._trimmed(self.blocks[0].start, self.blocks[-1].end)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        return start, start + len(words.strip())

    def _parts(self) -> Iterator[tuple[Token, Provision]]:
        for block in self.blocks:
            for part in block.parts:
                yield block, part

    def part_for(self, eid: str | None) -> tuple[int, int] | None:
        """The new text of one target."""
        if not self.shared or eid is None:
            return self.whole()
        step = eid.rpartition("__")[2]
        one = self._provision(eid)
        if one is not None:
            return self._trimmed(one.start, self._before_next(step, one.start, self._end(one)))
        split = self._by_lines(step)
        if split is not None:
            return split
        for block in self.blocks:
            label = None if block.parts else _LABEL.match(self.text, block.start, block.end)
            if label and f"{_LABELS[label.lastgroup or '']}_{label[label.lastgroup or 0]}" == step:
                return self._trimmed(block.start, block.end)
        return None

    def repeats(self, eid: str | None) -> bool:
        """Whether the text begins with the number of the provision that it is said of."""
        first = next(self._parts(), None)
        return first is not None and step_of(first[1]) == (eid or "").rpartition("__")[2]

    def _before_next(self, step: str, start: int, end: int) -> int:
        """Where the next number of its kind begins a line, though the tree has it inside."""
        level, _, number = step.partition("_")
        pattern = _LINES.get(level) if level != "point" else None
        for one in pattern.finditer(self.text, start, end) if pattern else ():
            if order_of(one["number"].lower()) > order_of(number):
                return one.start()
        return end

    def _by_lines(self, step: str) -> tuple[int, int] | None:
        """The lines from a number to the next of its kind, where the tree does not tell them."""
        level, _, number = step.partition("_")
        pattern = _LINES.get(level)
        if pattern is None or not self.blocks:
            return None
        end = self.blocks[-1].end
        found = list(pattern.finditer(self.text, self.blocks[0].start, end))
        for at, one in enumerate(found):
            if one["number"].lower() == number:
                rest = (other for other in found[at + 1 :] if other["number"].lower() != number)
                following = next(rest, None)
                return self._trimmed(one.start(), following.start() if following else end)
        return None

    def _provision(self, eid: str) -> Provision | None:
        """The quoted provision that a name means: in its place, else the only one so numbered."""
        step = eid.rpartition("__")[2]
        same = []
        for _, part in self._parts():
            for one in part.walk():
                if step_of(one) == step:
                    if self._lies_in(one, part, eid):
                        return one
                    same.append(one)
        return same[0] if len(same) == 1 else None

    def _lies_in(self, one: Provision, part: Provision, eid: str) -> bool:
        """Whether what stands above it in the quotation agrees with its name."""
        steps = eid.split("__")
        inside = _level(steps[-1]) != "art"  # an article is named without its section
        return all(
            step_of(above) in steps
            for above in part.walk()
            if above.start <= one.start and one.end <= above.end and (inside or above is one)
        )

    def _end(self, one: Provision) -> int:
        """Its end; the last provision of a quotation has all that follows in it."""
        for block in self.blocks:
            if block.parts and block.parts[-1].end == one.end:
                return block.end
        return one.end

    def span_of(self, eids: Sequence[str | None]) -> tuple[int, int] | None:
        """The new text of several targets that stand together."""
        spans = [span for eid in eids if (span := self.part_for(eid))]
        if not spans or not self.shared:
            return self.whole()
        return min(s for s, _ in spans), max(e for _, e in spans)

    def eids_under(self, above: str | None) -> tuple[str, ...]:
        """Names of the provisions of the new text under a provision of the work amended."""
        return tuple(
            f"{above}__{step_of(part)}" if above and not part.type.endswith("article")
            else _beside(above, part)
            for _, part in self._parts()
        )  # fmt: skip

    def eids_below(self, eid: str) -> tuple[str, ...]:
        """Names under a provision, where the new text holds provisions smaller than it."""
        rank = _RANK.get(_level(eid), 9)
        steps = [step_of(part) for _, part in self._parts()]
        if not steps or any(_RANK.get(_level(step), 9) >= rank for step in steps):
            return ()
        return tuple(f"{eid}__{step}" for step in steps)

    def heading(self, eid: str | None) -> tuple[int, int] | None:
        """The new title of a target: where more follows, the new text up to what it holds."""
        own = self.part_for(eid) if self.shared else None
        span = own or self.whole()
        if span is None:
            return None
        end = own[1] if own else self.blocks[0].end
        if not self.shared:
            return span[0], end
        label = _CONTAINER.match(self.text, span[0], end)  # its title stands in lines of its own
        line = self.text.find("\n", label.end() if label else span[0], end)
        one = self._provision(eid) if eid and label else None
        if one is not None and one.children:
            return self._trimmed(span[0], one.children[0].start)
        return (span[0], line if line >= 0 else end)

    def is_title(self, eid: str | None) -> bool:
        """Whether what stands for a target is no more than a line."""
        span = self.part_for(eid)
        return span is None or "\n" not in self.text[slice(*span)]


def _level(eid: str) -> str:
    return eid.rpartition("__")[2].partition("_")[0]


def _beside(above: str | None, part: Provision) -> str:
    attached = above is not None and above.startswith("att_1")
    return f"att_1__{step_of(part)}" if attached else step_of(part)
