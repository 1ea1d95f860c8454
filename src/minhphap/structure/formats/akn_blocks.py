"""Lines, tables and quotations: the blocks of an Akoma Ntoso text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from minhphap.structure.document import Document, Provision, Table
from minhphap.structure.formats import akn_meta
from minhphap.structure.formats.names import quotation_of
from minhphap.structure.formats.xmltext import SPACE, content, is_space, protect, space


class Blocks:
    """Writes spans of a document's text as block elements, in order, nothing left out."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.source.text
        self.out: list[str] = []
        self.used = set(akn_meta.RESERVED)
        self.tables = Tables(document)
        self.elements = 0

    def gap(self, start: int, end: int) -> None:
        """White space between two elements."""
        if end > start:
            self.out.append(space(self.text[start:end]))

    def inline(self, start: int, end: int) -> str:
        """Text inside an element that may hold text."""
        return content(self.text[start:end])

    def at_least_one_block(self, before: int) -> None:
        """Akoma Ntoso wants a block here: write an empty one if none came since ``before``."""
        if self.elements == before:
            self.out.append("<p/>")
            self.elements += 1

    def embedded(self, members: Sequence[Provision]) -> None:
        """Write provisions inside a sentence."""
        raise NotImplementedError

    def blocks(self, start: int, end: int, aside: Sequence[Provision] = ()) -> None:
        """A span as one ``p`` a line, its tables, and in their lines the provisions ``aside``."""
        is_open = False
        for group in _quotations(self.text, aside):
            is_open = self._lines(start, group[0].start, is_open)
            if not is_open:
                self.out.append("<p>")
                self.elements += 1
            self.embedded(group)
            is_open = True
            start = group[-1].end
        if self._lines(start, end, is_open):
            self.out.append("</p>")

    def _lines(self, start: int, end: int, is_open: bool) -> bool:
        """Write lines and tables; whether the last line is still open."""
        for table in self.tables.take(start, end):
            if self._plain(start, table.start, is_open):
                self.out.append("</p>")
            is_open = False
            self._table(table)
            start = table.end
        return self._plain(start, end, is_open)

    def _plain(self, start: int, end: int, is_open: bool) -> bool:
        out = self.out
        for number, line in enumerate(content(self.text[start:end]).split("\n")):
            if number:
                out.append("</p>\n" if is_open else "\n")
                is_open = False
            if not line:
                continue
            if not is_open and line.strip(SPACE) and line.replace("&#13;", "").strip(SPACE):
                out.append("<p>")
                self.elements += 1
                is_open = True
            out.append(line)
        return is_open

    def _table(self, table: Table) -> None:
        out = self.out
        out.append(f'<table mp:in="{protect(table.eid)}">')
        self.elements += 1
        at = table.start
        for row in table.rows:
            self.gap(at, row[0][0])
            at = row[0][0]
            out.append("<tr>")
            for start, end in row:
                self.gap(at, start)
                out.append("<td>")
                if self._plain(start, end, False):
                    out.append("</p>")
                out.append("</td>")
                at = end
            out.append("</tr>")
        self.gap(at, table.end)
        out.append("</table>")


def _quotations(text: str, aside: Sequence[Provision]) -> Iterator[list[Provision]]:
    """Provisions in a row that stand in the same quotation, with white space between them."""
    group: list[Provision] = []
    for child in aside:
        if group and not (
            is_space(text[group[-1].end : child.start])
            and child.type[:7] == group[-1].type[:7] == "quoted_"
            and quotation_of(child.eid) == quotation_of(group[-1].eid)
        ):
            yield group
            group = []
        group.append(child)
    if group:
        yield group


class Tables:
    """The tables of a document that can be written where they stand; each is taken once."""

    def __init__(self, document: Document) -> None:
        self._all = document.tables
        self._text = document.source.text
        self._regular: list[int] = []
        end = 0
        for number, table in enumerate(self._all):
            if table.start >= end and self._is_regular(table):
                self._regular.append(number)
                end = table.end
        self._starts = [self._all[number].start for number in self._regular]
        self._taken: set[int] = set()

    def _is_regular(self, table: Table) -> bool:
        """Cells in order, with white space only between them."""
        at = table.start
        for row in table.rows:
            for start, end in row:
                if not at <= start <= end or not is_space(self._text[at:start]):
                    return False
                at = end
        whole = bool(table.rows) and all(table.rows)
        return whole and at <= table.end and is_space(self._text[at : table.end])

    def take(self, start: int, end: int) -> list[Table]:
        """The tables inside a span."""
        found: list[Table] = []
        if not self._starts:
            return found
        for place in range(bisect_left(self._starts, start), len(self._starts)):
            number = self._regular[place]
            table = self._all[number]
            if table.start > end:
                break
            if table.end <= end and number not in self._taken:
                self._taken.add(number)
                found.append(table)
        return found

    def left(self) -> list[tuple[int, Table]]:
        """The tables that were not taken, with their places among all."""
        return [(n, table) for n, table in enumerate(self._all) if n not in self._taken]
