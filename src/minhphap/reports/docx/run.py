"""One run of a Word part, cut where comments begin and end and where words change."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from minhphap.reports.docx.markup import Node, Part, Span, children, tag_name
from minhphap.reports.docx.text import Written, close_tag, keeping_blanks, keeps_blanks, renamed

At = tuple[int, int]
"""A place in a run: the ordinal of a child, and a character inside it (0 unless it is text)."""

INSERTED, END, POINT, START = range(4)
"""What may stand at a cut, in the order in which it stands there."""

_WORDS = ("t", "delText")
_HARMLESS = frozenset(("lastRenderedPageBreak", "t", "tab", "noBreakHyphen", "softHyphen", "sym"))
_CHANGED_LOOK = re.compile(r"<(\w+:)?rPrChange\b.*?</(\w+:)?rPrChange>", re.DOTALL)


class RunEdit:
    """Collects cuts; ``xml`` gives the run as it then is."""

    def __init__(self, part: Part, run: Span, nodes: list[Node]) -> None:
        self._xml, self.run = part.xml, run
        spans = children(part.xml, run)
        self.look = ""
        """The run's w:rPr as written."""
        if spans and tag_name(part.xml, spans[0][0]) == "rPr":
            self.look = part.xml[slice(*spans.pop(0))]
        self._starts = [start for start, _ in spans]
        self._ends = [*self._starts[1:], run.close]
        self._nodes = {node.start: node for node in nodes if node.parent is run}
        self._head = part.xml[run.start : self._starts[0] if spans else run.close]
        self._marks: dict[At, list[tuple[int, str]]] = defaultdict(list)
        self._gone: list[tuple[At, At, str, str]] = []

    @property
    def last(self) -> At:
        """The place after the last child."""
        return (len(self._starts), 0)

    def at(self, node: Node, offset: int, *, end: bool) -> At:
        """The place of a character of a node; beside the whole child for a nested node."""
        child = next(i for i, stop in enumerate(self._ends) if node.start < stop)
        if node.parent is not self.run:
            return (child + end, 0)
        length = len(self.written(node)) if node.name in _WORDS else 1
        if offset >= length:
            return (child + 1, 0)
        return (child, max(0, offset))

    def written(self, node: Node) -> Written:
        """The characters of a w:t."""
        return Written(self._xml[node.open_end : node.close])

    def mark(self, at: At, rank: int, xml: str) -> None:
        """Put markup at a place."""
        self._marks[at].append((rank, xml))

    def delete(self, start: At, end: At, opening: str, closing: str) -> None:
        """Wrap ``start:end`` as tracked deletion."""
        self._gone.append((start, end, opening, closing))

    def is_plain(self, start: At, end: At) -> bool:
        """Whether only letters, tabs and the like stand in ``start:end``."""
        last = end[0] + (1 if end[1] else 0)
        return all(tag_name(self._xml, at) in _HARMLESS for at in self._starts[start[0] : last])

    @property
    def plain_look(self) -> str:
        """The look for a new run beside this one: without the history of its own changes."""
        return _CHANGED_LOOK.sub("", self.look)

    def xml(self) -> str:
        """The run, cut."""
        cuts = {(0, 0), self.last, *self._marks}
        for start, end, _, _ in self._gone:
            cuts |= {start, end}
        out = [self._markup((0, 0))]
        inner = sorted(cuts)
        tail = self._xml[self.run.close : self.run.end]
        for start, end in pairwise(inner):
            gone = next((one for one in self._gone if one[0] <= start and end <= one[1]), None)
            piece = f"{self._head}{self._content(start, end, gone is not None)}{tail}"
            out.append(f"{gone[2]}{piece}{gone[3]}" if gone else piece)
            out.append(self._markup(end))
        return "".join(out) if len(inner) > 1 else self._xml[self.run.start : self.run.end]

    def _markup(self, at: At) -> str:
        return "".join(xml for _, xml in sorted(self._marks.get(at, ()), key=lambda one: one[0]))

    def _content(self, start: At, end: At, gone: bool) -> str:
        parts = []
        for child in range(start[0], end[0] + (1 if end[1] else 0)):
            first = start[1] if child == start[0] else 0
            last = end[1] if child == end[0] else None
            parts.append(self._child(child, first, last, gone))
        return "".join(parts)

    def _child(self, child: int, first: int, last: int | None, gone: bool) -> str:
        """A child, or the characters ``first:last`` of it."""
        start, stop = self._starts[child], self._ends[child]
        node = self._nodes.get(start)
        whole = not first and last is None and not gone
        if whole or node is None or node.name != "t" or node.close == node.end:
            return self._xml[start:stop]
        written = self.written(node)
        last = len(written) if last is None else last
        tag = self._xml[node.start : node.open_end]
        tag = renamed(tag, "delText") if gone else tag
        out = []
        kept = keeps_blanks(tag)
        for begin, end, keep in [(first, last, False)] if kept else written.pieces(first, last):
            opening = keeping_blanks(tag) if keep else tag
            out.append(f"{opening}{written.raw(begin, end)}{close_tag(opening)}")
        rest = self._xml[node.end : stop] if last == len(written) else ""
        return "".join(out) + rest
