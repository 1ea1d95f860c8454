"""The draft in the middle, its clauses as the tree has them, and the notes beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from minhphap.intake import Block
from minhphap.reports.html.notes import note
from minhphap.reports.html.segments import Marks, escape
from minhphap.reports.lines import is_furniture, is_heading, paragraphs

if TYPE_CHECKING:
    from minhphap.reports.report import Checked, Lang
    from minhphap.structure import Document, Provision

_HEADINGS = {
    "part": "h2", "chapter": "h2", "attached": "h2", "appendix": "h2",
    "section": "h3", "subsection": "h3", "article": "h4",
}  # fmt: skip


class Body:
    """Writes the text of one document, line by line."""

    def __init__(self, checked: Checked, lang: Lang) -> None:
        self._document: Document = checked.document
        self._text = checked.document.source.text
        self._findings = sorted(checked.findings, key=lambda one: (one.start, one.end, one.rule))
        self._marks = Marks(self._text, self._findings, lang)
        self._lang = lang
        self._begins: dict[int, list[Provision]] = defaultdict(list)
        for provision in checked.document.walk():
            self._begins[provision.start].append(provision)
        self._starts = sorted(self._begins)
        self._noted = 0

    def render(self) -> str:
        """The whole text with all notes."""
        out = []
        blocks = paragraphs(self._document)
        for table, group in groupby(blocks, lambda one: one.cell.table if one.cell else None):
            cells = list(group)
            if table is None:
                for block in cells:
                    out.append(self._line(block))
                    out.append(self._notes(block.end))
            else:
                out.append(self._table(cells))
                out.append(self._notes(cells[-1].end))
        out.append(self._notes(len(self._text) + 1))
        for i, finding in enumerate(self._findings):
            for j, _ in enumerate(finding.evidence):
                if name := self._marks.name(i, j):
                    out.append(f"<span{name}></span>")
        return "".join(out)

    def _notes(self, end: int) -> str:
        """The notes on what begins up to ``end`` and has none yet."""
        notes = []
        while self._noted < len(self._findings) and self._findings[self._noted].start <= end:
            if name := self._marks.name(self._noted):  # it stands on blanks between the lines
                notes.append(f"<span{name}></span>")
            self._noted += 1
            notes.append(note(self._findings[self._noted - 1], self._noted, self._lang))
        if not notes:
            return ""
        word = "Findings" if self._lang == "en" else "Nhận xét"
        return f'<aside class="notes" aria-label="{word}">{"".join(notes)}</aside>'

    def _line(self, block: Block) -> str:
        """One paragraph, as heading, clause, point or plain text."""
        begin = self._beginning(block)
        provision = self._document.at(self._first_letter(block))
        home = begin[-1] if begin else provision
        kind = home.type if home else "plain"
        tag = next(filter(None, map(_HEADINGS.get, (one.type for one in begin))), "p")
        if tag == "h4" and not is_heading(self._document, block, begin):
            tag = "p"
        classes = [kind.replace("_", "-")]
        if begin:
            classes.append("begins")
        if block.style.centred and tag != "h4":
            classes.append("centred")
        if tag == "p":
            classes += ["strong"] if block.style.bold else []
            classes += ["slanted"] if block.style.italic else []
        name = f' id="{escape(begin[0].eid)}"' if begin else ""
        extra = "".join(f'<span id="{escape(one.eid)}"></span>' for one in begin[1:])
        words = self._words(block, {one.start for one in begin})
        return f'<{tag} class="{" ".join(classes)}"{name}>{extra}{words}</{tag}>'

    def _words(self, block: Block, known: set[int]) -> str:
        """The words of a line; provisions that begin in its middle get a name there."""
        inner = [
            at for at in self._starts_in(block.start, block.end) if at not in known
        ]  # fmt: skip
        out, at = [], block.start
        for cut in inner:
            out.append(self._marks.render(at, cut, last=False))
            out += [f'<span id="{escape(one.eid)}"></span>' for one in self._begins[cut]]
            at = cut
        out.append(self._marks.render(at, block.end))
        return "".join(out).replace("\n", "<br>")

    def _starts_in(self, start: int, end: int) -> list[int]:
        return self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _first_letter(self, block: Block) -> int:
        words = self._text[block.start : block.end]
        return block.start + len(words) - len(words.lstrip())

    def _beginning(self, block: Block) -> list[Provision]:
        """The provisions that begin with this line, outer before inner."""
        first = self._first_letter(block)
        found: list[Provision] = []
        for at in self._starts_in(block.start, first + 1):
            found += self._begins[at]
        return found

    def _table(self, blocks: list[Block]) -> str:
        """A table; the head of a document, set as a table without lines, is shown without them."""
        rows: dict[int, dict[int, list[Block]]] = defaultdict(lambda: defaultdict(list))
        for block in blocks:
            assert block.cell is not None
            rows[block.cell.row][block.cell.column].append(block)
        width = 1 + max(column for row in rows.values() for column in row)
        body = []
        for _, row in sorted(rows.items()):
            cells = ("".join(map(self._line, row.get(column, []))) for column in range(width))
            body.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
        plain = " plain" if is_furniture(self._document, blocks) else ""
        return f'<div class="table{plain}" tabindex="0"><table>{"".join(body)}</table></div>'
