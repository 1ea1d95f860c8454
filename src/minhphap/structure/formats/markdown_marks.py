"""The anchors and heading borders that carry the tree through Markdown."""

from __future__ import annotations

from minhphap.structure.document import Document, Provision
from minhphap.structure.formats.labels import Label, label
from minhphap.structure.formats.markdown_text import BORDER, HEADINGS, anchor, rank
from minhphap.structure.formats.names import num_of, plain_type, type_of

Mark = tuple[int, str]
"""An offset of the text and what is written there."""


class Marks:
    """All marks of a document in the order in which they are written.

    The reader closes a provision by itself when one of the same or a lower rank begins, at the
    last character that is no white space; only what it would get wrong is written out.
    """

    def __init__(self, document: Document) -> None:
        self._text = document.source.text
        self.found: list[Mark] = []
        self.titles: dict[int, int] = {}
        """Start of a line that is a title -> number of # before it."""
        stack: list[Provision] = []
        todo = [(provision, 0) for provision in reversed(document.provisions)]
        while todo:
            provision, level = todo.pop()
            seen = self._close(stack, level, provision.start)
            self._open(provision, seen, level)
            stack = [*stack[:level], provision]
            todo.extend((child, level + 1) for child in reversed(provision.children))
        self._close(stack, 0, len(self._text))

    def _close(self, stack: list[Provision], level: int, at: int) -> list[Provision]:
        """End what is open from ``level`` on; the stack that the reader sees then."""
        ends: list[Mark] = []
        named: set[str] = set()
        seen = len(stack)
        trimmed = self._trim(at)
        for place in range(level, len(stack)):
            node = stack[place]
            if node.eid in named or node.end != self._expected(node, trimmed):
                ends.append((node.end, anchor({"data-end": node.eid})))
                named.add(node.eid)
                seen = min(seen, place)
                trimmed = self._trim(node.end)
        self.found.extend(reversed(ends))
        return stack[:seen]

    @staticmethod
    def _expected(node: Provision, trimmed: int) -> int:
        """The end that the reader gives a provision closed by what follows."""
        return max(trimmed, node.children[-1].end if node.children else node.start)

    def _trim(self, at: int) -> int:
        text = self._text
        while at and text[at - 1].isspace():
            at -= 1
        return at

    def _open(self, provision: Provision, seen: list[Provision], level: int) -> None:
        text, start, heading = self._text, provision.start, provision.heading
        limit = provision.children[0].start if provision.children else provision.end
        found = label(text, provision, limit)
        own: dict[str, str | None] = {"id": provision.eid}
        if provision.type != type_of(provision.eid):
            own["class"] = provision.type
        if provision.num != num_of(provision.eid, provision.type):
            own["data-num"] = provision.num
        if heading is not None and found.heading[0] == found.heading[1]:
            own["data-heading"] = heading
        own_rank, depth = rank(provision.type, provision.eid), len(seen)
        while depth and rank(seen[depth - 1].type, seen[depth - 1].eid) >= own_rank:
            depth -= 1
        if depth != level:
            own["data-level"] = str(level)
        self.found.append((start, anchor(own)))
        self._heading(found.heading)
        self._title(provision, found)

    def _heading(self, span: tuple[int, int]) -> None:
        at = span[0]
        for line in self._text[span[0] : span[1]].split("\n"):
            if words := line.strip():
                start = at + line.index(words)
                self.found += [(start, BORDER), (start + len(words), BORDER)]
            at += len(line) + 1

    def _title(self, provision: Provision, found: Label) -> None:
        """A line of nothing but number and heading is a heading of Markdown."""
        text, start = self._text, provision.start
        hashes = HEADINGS.get(plain_type(provision.type))
        whole = found.end > start and text[found.end : found.end + 1] in ("", "\n")
        single = found.num[1] > start or "\n" not in text[start : found.end]
        if hashes and (not start or text[start - 1] == "\n"):
            ends = text.find("\n", start, found.end)
            if (whole and single) or (ends >= 0 and ends <= found.num[1]):
                self.titles[start] = hashes
