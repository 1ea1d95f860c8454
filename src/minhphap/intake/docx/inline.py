"""Inside a paragraph: runs, fields, tracked changes, marks of comments and notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from minhphap.intake.docx.changes import DELETED, INSERTED
from minhphap.intake.docx.nodes import MC, TEXT_TAGS, M, W, node_text, signs, text_nodes
from minhphap.intake.docx.state import State
from minhphap.intake.docx.styles import Look
from minhphap.intake.source import Removed
from minhphap.text import normalize
from minhphap.text.legacy import by_font, is_unicode

_WRAPPERS = ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo", "dir")
THROUGH = frozenset(f"{W}{tag}" for tag in _WRAPPERS)
"""Elements that only wrap others."""
COMMENT_MARKS = (f"{W}commentRangeStart", f"{W}commentRangeEnd")
_MATH = (f"{M}oMath", f"{M}oMathPara")
_TEXT = frozenset(TEXT_TAGS)
_BOX = f"{W}txbxContent"
_DRAWN = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_ALTERNATE = f"{MC}AlternateContent"
_NOTES: dict[str, Literal["footnote", "endnote"]] = {
    f"{W}footnoteReference": "footnote",
    f"{W}endnoteReference": "endnote",
}
_PAGE_BREAKS = ("page", "column")


def chosen(element: Any) -> Any | None:
    """The branch of mc:AlternateContent that is read: the first that holds any text."""
    return next((one for one in element if next(text_nodes(one), None) is not None), None)


class Inline:
    """Reads the content of paragraphs, one after another."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._fields: list[bool] = []  # per open field: are we in its instruction?
        self._boxes: list[Any] = []
        self._paragraph: Any = None
        self._look = Look()
        self._is_unicode: bool | None = None

    def paragraph(self, element: Any, look: Look) -> None:
        """Read what stands in a paragraph."""
        self._paragraph, self._look, self._is_unicode = element, look, None
        self._children(element, look)
        # a field whose result never begins would swallow the rest of the file
        self._fields = [field for field in self._fields if not field]

    def take_boxes(self) -> list[Any]:
        """The text boxes met since the last call."""
        boxes, self._boxes = self._boxes, []
        return boxes

    def _children(self, element: Any, look: Look) -> None:
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, look)
            elif tag in THROUGH:
                self._children(child, look)
            elif tag in INSERTED:
                self._inserted(child, look)
            elif tag in DELETED:
                self._deleted(child)
            elif tag in COMMENT_MARKS:
                self.comment_mark(child)
            elif tag in _MATH:
                words = "".join(node.text or "" for node in child.iter(f"{M}t"))
                self._state.gather.emit(normalize(words).text.replace("\n", " "))
            elif tag == _ALTERNATE and (branch := chosen(child)) is not None:
                self._children(branch, look)

    def comment_mark(self, element: Any) -> None:
        """A comment begins or ends here."""
        marks = self._state.comments.setdefault(element.get(f"{W}id", ""), [])
        marks.append(self._state.gather.at)

    def _inserted(self, element: Any, look: Look) -> None:
        gather, start = self._state.gather, self._state.gather.at
        self._children(element, look)
        if gather.at > start:
            self._state.changes.add("insertion", start, gather.at, gather.text(start), element)

    def _deleted(self, element: Any) -> None:
        for mark in element.iter(*COMMENT_MARKS):
            self.comment_mark(mark)
        words = normalize("".join(map(node_text, text_nodes(element)))).text
        if words:
            at = self._state.gather.at
            self._state.changes.add("deletion", at, at, words, element)

    def _run(self, run: Any, paragraph: Look) -> None:
        self._in_run(run, self._look_of(run, paragraph), paragraph)

    def _look_of(self, run: Any, paragraph: Look) -> Look:
        properties = run[0] if len(run) and run[0].tag == f"{W}rPr" else None
        return self._state.styles.run(properties, paragraph)

    def _in_run(self, children: Any, look: Look, paragraph: Look) -> None:
        for child in children:
            tag = child.tag
            if tag in _TEXT:
                if not any(self._fields):
                    self._node(child, look)
            elif tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType"))
            elif tag == _ALTERNATE:
                if (branch := chosen(child)) is not None:
                    self._in_run(branch, look, paragraph)
            elif tag in _DRAWN:
                self._boxes.extend(_outermost(child))
            elif tag in _NOTES:
                self._note(_NOTES[tag], child.get(f"{W}id", ""))
            elif tag == f"{W}commentReference":
                at = self._state.gather.at
                self._state.comments.setdefault(child.get(f"{W}id", ""), [at])
            elif tag == f"{W}ruby":
                for base in child.iterchildren(f"{W}rubyBase"):
                    self._children(base, paragraph)

    def _node(self, node: Any, look: Look) -> None:
        state, raw = self._state, signs(node_text(node), look.font or "")
        if look.hidden:
            if raw.strip():
                state.removed.append(Removed(state.gather.at, raw, kind="hidden"))
        elif raw:
            pasted = by_font(look.font or "") is not None and self._unicode_here()
            state.gather.node(raw, state.part, state.ordinals[node], look, pasted)
        elif node.get(f"{W}type") in _PAGE_BREAKS and state.gather.line_has_text():
            state.gather.emit("\n")

    def _unicode_here(self) -> bool:
        """What a paragraph has in old fonts may yet be Unicode text, pasted into it."""
        if self._is_unicode is None:
            words = [
                node_text(node)
                for run in self._paragraph.iter(f"{W}r")
                if by_font(self._look_of(run, self._look).font or "")
                for node in text_nodes(run)
            ]
            self._is_unicode = is_unicode("".join(words))
        return self._is_unicode

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _note(self, kind: Literal["footnote", "endnote"], name: str) -> None:
        state = self._state
        state.notes[kind].append(name)
        mark = f"[{len(state.notes[kind])}]"
        state.removed.append(Removed(state.gather.at, mark, kind="note_mark"))


def _outermost(drawn: Any) -> Iterator[Any]:
    """The text boxes of a drawing that stand in no other box."""
    outer: set[Any] = set()
    for box in drawn.iter(_BOX):
        if not any(around in outer for around in box.iterancestors(_BOX)):
            outer.add(box)
            yield box
