"""A Word part under change: comments anchored, words replaced as tracked changes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from minhphap.intake import Anchor
from minhphap.reports.docx.markup import NAMESPACE, Node, Part
from minhphap.reports.docx.run import END, INSERTED, POINT, START, RunEdit
from minhphap.reports.docx.text import escape
from minhphap.text import normalize

_ID = re.compile(r"\s(?:\w+:)?id\s*=\s*[\"'](\d{1,9})[\"']")
_MOVING = ("ins", "moveTo")


class PartEdit:
    """Collects changes to one part; ``data`` gives the part as it then is."""

    def __init__(self, data: bytes) -> None:
        self.part = Part(data)
        self._edits: dict[int, RunEdit] = {}
        self._run_starts = [run.start for run in self.part.runs]
        self._nodes_of: dict[int, list[Node]] = defaultdict(list)
        for node in self.part.nodes:
            if node.run is not None:
                self._nodes_of[node.run.start].append(node)

    @property
    def highest_id(self) -> int:
        """The highest number that any annotation of the part carries; -1 without any."""
        return max((int(found[1]) for found in _ID.finditer(self.part.xml)), default=-1)

    def tag(self, name: str, attributes: str = "", *, top: bool = True) -> str:
        """The inside of a start tag: name and attributes under the part's own prefix.

        ``attributes`` marks the prefix with "@". Where the part has no prefix to lend, the
        outermost element declares one.
        """
        prefix = self.part.prefix or "w"
        if not self.part.prefix and top:
            attributes = f' xmlns:w="{NAMESPACE}"{attributes}'
        return f"{prefix}:{name}{attributes.replace('@', f'{prefix}:')}"

    def one_story(self, anchors: Sequence[Anchor]) -> list[Anchor]:
        """Those in the same story (body, note, text box) as the first, of those inside a run."""
        placed = [(one, story) for one in anchors if (story := self._story(one.node)) is not None]
        return [one for one, story in placed if story == placed[0][1]]

    def _story(self, ordinal: int) -> tuple[int, int] | None:
        if ordinal >= len(self.part.nodes):
            return None
        node = self.part.nodes[ordinal]
        if node.run is None:
            return None
        return node.note, node.run.start if node.nested else -1

    def is_boxed(self, anchor: Anchor) -> bool:
        """Whether the words stand in a text box, where Word takes no comment."""
        return self.part.nodes[anchor.node].nested

    def comment(self, number: int, first: Anchor, last: Anchor) -> None:
        """Anchor comment ``number`` from the first character of one run to the last of another."""
        name = f' @id="{number}"'
        opening = f"<{self.tag('commentRangeStart', name)}/>"
        closing = f"<{self.tag('commentRangeEnd', name)}/>"
        reference = (
            f"<{self.tag('r')}><{self.tag('commentReference', name, top=False)}/>"
            f"</{self.part.prefix or 'w'}:r>"
        )
        one, start = self._at(first.node, first.offset, end=False)
        other, end = self._at(last.node, last.offset_end, end=True)
        if one is other and start >= end:
            one.mark(start, POINT, opening + closing + reference)
            return
        one.mark(start, START, opening)
        other.mark(end, END, closing + reference)

    def _edit(self, start: int) -> RunEdit:
        if start not in self._edits:
            run = self.part.runs[bisect_left(self._run_starts, start)]
            self._edits[start] = RunEdit(self.part, run, self._nodes_of[start])
        return self._edits[start]

    def _at(self, ordinal: int, offset: int, *, end: bool) -> tuple[RunEdit, tuple[int, int]]:
        node = self.part.nodes[ordinal]
        assert node.run is not None
        edit = self._edit(node.run.start)
        return edit, edit.at(node, offset, end=end)

    def refined(self, anchor: Anchor, text: str, start: int, end: int) -> Anchor:
        """An anchor that leads to a whole word, cut to ``start:end`` where its letters allow."""
        if anchor.length < 0 or (start <= anchor.start and anchor.end <= end):
            return anchor
        clean = normalize(self.words(anchor))
        if clean.text.casefold() != text[anchor.start : anchor.end].casefold():
            return anchor
        a, b = max(start, anchor.start), min(end, anchor.end)
        first, last = clean.offsets.span(a - anchor.start, b - anchor.start)
        return msgspec.structs.replace(
            anchor, start=a, end=b, offset=anchor.offset + first, length=last - first
        )

    def words(self, anchor: Anchor) -> str:
        """The characters of the file that an anchor stands for, as the file has them."""
        node = self.part.nodes[anchor.node]
        if node.run is None or node.name != "t":
            return ""
        written = self._edit(node.run.start).written(node)
        return written.text(anchor.offset, anchor.offset_end)

    def can_replace(self, first: Anchor, last: Anchor) -> bool:
        """Whether only plain words stand between, in runs of one story."""
        nodes = [self.part.nodes[one.node] for one in (first, last)]
        if any(node.run is None or node.nested for node in nodes):
            return False
        return all(
            edit.is_plain(start, end)
            for edit, start, end in self._pieces(first, last)
            if not self._is_gone(edit)
        )

    @staticmethod
    def _is_gone(edit: RunEdit) -> bool:
        parent = edit.run.parent
        return parent is not None and parent.name in ("del", "moveFrom")

    def _pieces(
        self, first: Anchor, last: Anchor
    ) -> list[tuple[RunEdit, tuple[int, int], tuple[int, int]]]:
        """The runs from one anchor to another, each with its part of the way."""
        one, start = self._at(first.node, first.offset, end=False)
        other, end = self._at(last.node, last.offset_end, end=True)
        low = bisect_left(self._run_starts, one.run.start)
        high = bisect_right(self._run_starts, other.run.start)
        pieces = []
        for at in self._run_starts[low:high]:
            edit = self._edit(at)
            a = start if edit is one else (0, 0)
            b = end if edit is other else edit.last
            if a < b:
                pieces.append((edit, a, b))
        return pieces

    def delete(self, first: Anchor, last: Anchor, signature: str, number: int) -> int:
        """Mark the words as deleted; gives the next free number."""
        for edit, start, end in self._pieces(first, last):
            if self._is_gone(edit):
                continue
            opening = self.tag("del", f' @id="{number}"{signature}')
            edit.delete(start, end, f"<{opening}>", f"</{self.part.prefix or 'w'}:del>")
            number += 1
        return number

    def insert(self, anchor: Anchor, after: bool, text: str, signature: str, number: int) -> int:
        """Mark new words after (or before) an anchor; gives the next free number."""
        offset = anchor.offset_end if after else anchor.offset
        edit, at = self._at(anchor.node, offset, end=after)
        prefix = self.part.prefix or "w"
        opening = self.tag("ins", f' @id="{number}"{signature}')
        new = (
            f'<{opening}><{prefix}:r>{edit.plain_look}<{prefix}:t xml:space="preserve">'
            f"{escape(text)}</{prefix}:t></{prefix}:r></{prefix}:ins>"
        )
        parent = edit.run.parent
        if parent is not None and parent.name in _MOVING:  # insertions do not nest
            outer = self.part.xml[parent.start : parent.open_end]
            new = f"</{prefix}:{parent.name}>{new}{outer}"
        edit.mark(at, INSERTED, new)
        return number + 1

    def data(self) -> bytes:
        """The part with all changes."""
        xml, at = self.part.xml, 0
        out: list[str] = []
        for start in sorted(self._edits):
            edit = self._edits[start]
            out += (xml[at:start], edit.xml())
            at = edit.run.end
        return self.part.encode("".join((*out, xml[at:])))
