"""Document -> Markdown that people can read and that leads back to the tree."""

from __future__ import annotations

from collections.abc import Iterator

from minhphap.structure.document import Document, Table
from minhphap.structure.formats.markdown_head import Head
from minhphap.structure.formats.markdown_marks import Marks
from minhphap.structure.formats.markdown_text import escape, escape_edge, escape_start


def to_markdown(document: Document) -> str:
    """The document as Markdown: front matter, one paragraph a line of the text, tables as tables.

    An empty ``<a id="art_5">`` stands where a provision begins, ``<a data-end="art_5">`` where
    one ends before the reader would think so; ``**`` borders its heading. docs/formats.md has
    the whole scheme. ``from_markdown`` gives back an equal text, tree, tables and metadata.
    """
    tables = [n for n, table in enumerate(document.tables) if _is_grid(document, table)]
    tables = _apart(document, tables)
    head = Head.of(document, tables)
    lines = _Lines(document).lines([document.tables[n] for n in tables])
    return head.write() + "\n\n".join(lines) + "\n"


def _is_grid(document: Document, table: Table) -> bool:
    """Whether a table is made of whole lines, one line break between two cells."""
    text, at = document.source.text, table.start
    if not table.rows or not all(table.rows) or (at and text[at - 1] != "\n"):
        return False
    cells = [cell for row in table.rows for cell in row]
    for number, (start, end) in enumerate(cells):
        if end < start or (text[at:start] != "\n" if number else start != at):
            return False
        at = end
    return at == table.end and text[at : at + 1] in ("", "\n")


def _apart(document: Document, numbers: list[int]) -> list[int]:
    """Of these tables those that follow one another."""
    kept, end = [], -1
    for number in numbers:
        if document.tables[number].start > end:
            kept.append(number)
            end = document.tables[number].end
    return kept


class _Lines:
    """The body of the file."""

    def __init__(self, document: Document) -> None:
        self.text = document.source.text
        found = Marks(document)
        self.titles = found.titles
        self.marks = found.found[::-1]

    def lines(self, tables: list[Table]) -> Iterator[str]:
        """One paragraph a line of the text, one block a table."""
        at, text = 0, self.text
        waiting = list(reversed(tables))
        while at <= len(text):
            if waiting and waiting[-1].start == at:
                table = waiting.pop()
                yield self._table(table)
                at = table.end + 1
                continue
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            hashes = "#" * self.titles.get(at, 0)
            yield (f"{hashes} " if hashes else "") + self._line(at, end)
            at = end + 1

    def _table(self, table: Table) -> str:
        rows = []
        for row in table.rows:
            rows.append(f"| {' | '.join(self._cell(*cell) for cell in row)} |")
            if len(rows) == 1:
                rows.append("|" + "---|" * len(row))
        return "\n".join(rows)

    def _cell(self, start: int, end: int) -> str:
        lines, at = [], start
        while at <= end:
            stop = self.text.find("\n", at, end)
            stop = end if stop < 0 else stop
            lines.append(self._inline(at, stop))
            at = stop + 1
        return "<br>".join(lines)

    def _line(self, start: int, end: int) -> str:
        return self._inline(start, end) or "<br>"

    def _inline(self, start: int, end: int) -> str:
        """A line or a line of a cell, with the marks that stand in it."""
        line = self.text[start:end]
        marks = self.marks
        if not (marks and marks[-1][0] <= end) and line[:1] not in " \t" and line[-1:] not in " \t":
            return escape_start(line)
        left = start + len(line) - len(line.lstrip(" \t"))
        right = max(left, start + len(line.rstrip(" \t")))
        pieces: list[str] = []
        at = start
        while marks and marks[-1][0] <= end:
            place, mark = marks.pop()
            pieces.append(self._piece(at, place, left, right, not pieces))
            pieces.append(mark)
            at = place
        pieces.append(self._piece(at, end, left, right, not pieces))
        return "".join(pieces)

    def _piece(self, start: int, end: int, left: int, right: int, first: bool) -> str:
        text = self.text
        a, b = min(max(start, left), end), max(min(end, right), start)
        middle = text[a:b]
        begin = escape_start if first and a == start else escape
        return escape_edge(text[start:a]) + begin(middle) + escape_edge(text[max(a, b) : end])
