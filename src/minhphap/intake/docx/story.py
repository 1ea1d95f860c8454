"""Paragraphs, tables and text boxes, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from minhphap.intake.docx.attributes import number, value
from minhphap.intake.docx.changes import DELETED, INSERTED, mark_of
from minhphap.intake.docx.inline import COMMENT_MARKS, THROUGH, Inline, chosen
from minhphap.intake.docx.nodes import MC, W, node_text, text_nodes
from minhphap.intake.docx.state import State
from minhphap.intake.docx.styles import Look, paragraph_look
from minhphap.intake.refusals import too_deep
from minhphap.intake.source import BlockKind, Cell
from minhphap.text import normalize


class Story:
    """Reads a run of block elements: a body, a cell, a text box, a note, a header."""

    def __init__(self, state: State, inline: Inline, depth: int = 0) -> None:
        if depth > state.limits.depth:
            raise too_deep()
        self._state, self._inline, self._depth = state, inline, depth
        self._waiting: list[Any] = []  # paragraphs whose mark was deleted: they join the next

    @property
    def is_waiting(self) -> bool:
        """Whether a paragraph was met that will be read with the next one."""
        return bool(self._waiting)

    def read(
        self, children: Iterable[Any], kind: BlockKind, cell: Cell | None = None, label: str = ""
    ) -> None:
        """Read all of a story; ``label`` is written before its first paragraph."""
        for child in children:
            label = self.element(child, kind, cell, label)
        self.finish(kind, cell)

    def element(self, element: Any, kind: BlockKind, cell: Cell | None, label: str = "") -> str:
        """Read one element of the story; gives back the label when it was not used."""
        tag = element.tag
        if tag == f"{W}p":
            if mark_of(element, DELETED) is not None or _is_hidden_mark(element):
                self._waiting.append(element)
                return label
            return "" if self._paragraph(element, kind, cell, label) else label
        if tag == f"{W}tbl":
            self.finish(kind, cell)
            self._table(element)
        elif tag in THROUGH or tag in INSERTED:
            for child in element:
                label = self.element(child, kind, cell, label)
        elif tag in COMMENT_MARKS:
            self._inline.comment_mark(element)
        elif tag == f"{MC}AlternateContent":
            branch = chosen(element)
            for child in () if branch is None else branch:
                label = self.element(child, kind, cell, label)
        return label

    def finish(self, kind: BlockKind, cell: Cell | None) -> None:
        """The story ends: what waited for another paragraph stands alone."""
        if self._waiting:
            self._paragraph(self._waiting.pop(), kind, cell, "")

    def _paragraph(self, last: Any, kind: BlockKind, cell: Cell | None, label: str) -> bool:
        """Read a paragraph with those that were joined to it; the last one gives its form."""
        state, gather = self._state, self._state.gather
        paragraphs = [*self._waiting, last]
        self._waiting = []
        properties = last.find(f"{W}pPr")
        style = value(properties, "pStyle")
        look = paragraph_look(properties).over(state.styles.paragraph(style))
        mark = gather.begin()
        if state.break_by is not None and gather.at > mark.at:
            state.changes.add("insertion", mark.at, gather.at, "\n", state.break_by)
        gather.emit(label)
        self._number(look, style)
        number_end = gather.at
        for paragraph in paragraphs:
            own = look if paragraph is last else self._look(paragraph)
            self._inline.paragraph(paragraph, own)
            if paragraph is not last and (by := mark_of(paragraph, DELETED)) is not None:
                state.changes.add("deletion", gather.at, gather.at, "\n", by)
        filled = gather.end(mark, number_end, kind, cell, look)
        if filled:
            state.break_by = mark_of(last, INSERTED)
        else:
            state.changes.taken_back(gather.at)
        for box in self._inline.take_boxes():
            Story(state, self._inline, self._depth + 1).read(box, "textbox", cell)
        return filled

    def _look(self, paragraph: Any) -> Look:
        style = value(paragraph.find(f"{W}pPr"), "pStyle")
        return self._state.styles.paragraph(style)

    def _number(self, look: Look, style: str | None) -> None:
        """Write the automatic number of the paragraph."""
        if look.list_id and look.list_id != "0":
            numbering, level = self._state.numbering, look.level
            if level is None:
                level = numbering.level_of(look.list_id, style)
            self._state.gather.emit(normalize(numbering.next(look.list_id, level)).text)

    def _table(self, table: Any) -> None:
        state = self._state
        place = state.tables
        state.tables += 1
        row = 0
        for element in _below(table, f"{W}tr"):
            state.check_time()
            if (by := _tracked(element, "trPr", "del")) is not None:
                words = normalize("\n".join(map(_words, element.iter(f"{W}p")))).text
                state.changes.add("deletion", state.gather.at, state.gather.at, f"{words}\n", by)
                continue
            start = state.gather.at
            self._row(element, place, row)
            if (by := _tracked(element, "trPr", "ins")) is not None and state.gather.at > start:
                start += 1 if start else 0
                words = state.gather.text(start)
                state.changes.add("insertion", start, state.gather.at, words, by)
            row += 1

    def _row(self, element: Any, table: int, row: int) -> None:
        column = number(value(element.find(f"{W}trPr"), "gridBefore"), 0)
        for cell in _below(element, f"{W}tc"):
            properties = cell.find(f"{W}tcPr")
            place = Cell(table, row, column)
            Story(self._state, self._inline, self._depth + 1).read(cell, "cell", place)
            self._state.break_by = None
            column += max(1, number(value(properties, "gridSpan"), 1))


def _below(element: Any, tag: str) -> Iterable[Any]:
    """The rows of a table or cells of a row, also those inside content controls."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in THROUGH or child.tag in INSERTED:
            yield from _below(child, tag)


def _tracked(element: Any, properties: str, tag: str) -> Any | None:
    return element.find(f"{W}{properties}/{W}{tag}")


def _words(paragraph: Any) -> str:
    return "".join(map(node_text, text_nodes(paragraph)))


def _is_hidden_mark(paragraph: Any) -> bool:
    """Word runs a paragraph whose mark is hidden together with the next."""
    mark = paragraph.find(f"{W}pPr/{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val", "1") not in ("0", "false", "off")
