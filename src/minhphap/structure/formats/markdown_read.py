"""Markdown that ``to_markdown`` wrote -> Document."""

from __future__ import annotations

import re
from typing import get_args

from minhphap.intake import Source
from minhphap.structure.document import Document, ProvisionType, Table
from minhphap.structure.formats.errors import FormatError
from minhphap.structure.formats.markdown_head import Head, read_head
from minhphap.structure.formats.markdown_text import TOKEN, attributes, rank
from minhphap.structure.formats.names import fold, num_of, type_of
from minhphap.structure.formats.trees import Row, grow
from minhphap.structure.grids import innermost

_TITLE = re.compile("#{1,6} ")
_TYPES = {str(kind): kind for kind in get_args(ProvisionType)}


def from_markdown(data: bytes) -> Document:
    """The document that a Markdown file of ours holds; FormatError for any other."""
    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise FormatError(
            f"tệp Markdown không phải UTF-8 (byte thứ {error.start + 1}); hãy lưu lại dạng UTF-8",
            f"the Markdown file is not UTF-8 (byte {error.start + 1}); save it as UTF-8",
        ) from error
    head, body = read_head(text)
    reader = _Reader()
    for number, block in enumerate(body.removesuffix("\n").split("\n\n")):
        if number:
            reader.add("\n")
        if block.startswith("|"):
            reader.table(block)
        else:
            title = _TITLE.match(block)
            reader.inline(block[title.end() if title else 0 :] if block != "<br>" else "")
    return reader.document(head)


class _Node:
    """A provision that is being read."""

    def __init__(self, level: int, start: int, known: dict[str, str | None]) -> None:
        self.level, self.start, self.end = level, start, -1
        self.eid = known.get("id") or ""
        kind = _TYPES.get(known.get("class") or type_of(self.eid))
        if kind is None:
            raise FormatError(
                f"tệp Markdown có neo “{self.eid}” không thuộc loại đơn vị nào",
                f"the Markdown file has an anchor “{self.eid}” of no known type",
            )
        self.kind: ProvisionType = kind
        self.num = known["data-num"] if "data-num" in known else num_of(self.eid, kind)
        self.heading = known.get("data-heading")
        self.runs: list[str] = []
        self.last = start

    def row(self) -> Row:
        """The provision as a row of the flat list."""
        heading = fold(" ".join(self.runs)) if self.runs else self.heading
        return Row(self.eid, self.kind, self.num, heading, self.start, self.end, self.level)


class _Reader:
    """Collects the text and, at the anchors, the provisions."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.at = 0
        self._solid = 0
        self._nodes: list[_Node] = []
        self._stack: list[_Node] = []
        self._tables: list[Table] = []
        self._border: int | None = None

    def add(self, text: str) -> None:
        """Text of the document."""
        bare = text.rstrip()
        if bare:
            self._solid = self.at + len(bare)
        self.pieces.append(text)
        self.at += len(text)

    def inline(self, line: str) -> None:
        """A line of the text, or what stands in a cell."""
        at = 0
        for token in TOKEN.finditer(line):
            if token.start() > at:
                self.add(line[at : token.start()])
            at = token.end()
            sign, coded, known, border, _ = token.groups()
            if sign:
                self.add(sign)
            elif coded:
                self.add(chr(int(coded, 16)))
            elif known:
                self._anchor(attributes(known))
            elif border:
                self._heading()
            else:
                self.add("\n")
        if at < len(line):
            self.add(line[at:])

    def table(self, block: str) -> None:
        """A table: its second line only parts the head from the rest."""
        start = self.at
        rows: list[tuple[tuple[int, int], ...]] = []
        for number, line in enumerate(block.split("\n")):
            if number == 1:
                continue
            cells: list[tuple[int, int]] = []
            for cell in line[2:-2].split(" | "):
                if rows or cells:
                    self.add("\n")
                begin = self.at
                self.inline(cell)
                cells.append((begin, self.at))
            rows.append(tuple(cells))
        self._tables.append(Table(start, self.at, None, tuple(rows)))

    def _heading(self) -> None:
        if self._border is None:
            self._border = len(self.pieces)
            return
        if self._stack:
            self._stack[-1].runs.append("".join(self.pieces[self._border :]))
        self._border = None

    def _anchor(self, known: dict[str, str | None]) -> None:
        if "data-end" in known:
            eid = known["data-end"]
            for level in range(len(self._stack) - 1, -1, -1):
                if self._stack[level].eid == eid:
                    self._close(level + 1)
                    self._end(self._stack.pop(), self.at)
                    return
            return
        node = _Node(0, self.at, known)
        own, level = rank(node.kind, node.eid), len(self._stack)
        while level and rank(self._stack[level - 1].kind, self._stack[level - 1].eid) >= own:
            level -= 1
        wanted = known.get("data-level") or ""
        node.level = min(int(wanted), len(self._stack)) if wanted.isdigit() else level
        self._close(node.level)
        self._nodes.append(node)
        self._stack.append(node)

    def _close(self, level: int) -> None:
        """End the provisions from a level on where the text before ends."""
        while len(self._stack) > level:
            node = self._stack.pop()
            self._end(node, max(self._solid, node.last))

    def _end(self, node: _Node, at: int) -> None:
        node.end = at
        if self._stack:
            self._stack[-1].last = max(self._stack[-1].last, at)

    def document(self, head: Head) -> Document:
        """Everything that was read."""
        self._close(0)
        text = "".join(self.pieces)
        provisions = grow([node.row() for node in self._nodes], len(text))
        for place, table in head.tables:
            self._tables.insert(place, table)
        tables = []
        for place, table in enumerate(self._tables):
            eid = head.table_eids.get(place, table.eid)
            if place not in head.table_eids and all(place != other for other, _ in head.tables):
                eid = innermost(provisions, table.start, table.end)
            tables.append(Table(table.start, table.end, eid, table.rows))
        source = Source(text, head.name, head.format, recognised=head.recognised)
        return Document(source, head.meta, provisions, tuple(tables), head.diagnostics)
