"""What the XML parser reports of an Akoma Ntoso file, put together to provisions and tables."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final, get_args

import msgspec

from minhphap.structure.document import Metadata, Provision, ProvisionType, Table
from minhphap.structure.formats.akn_names import NAMESPACE, OTHERS, OWN, TYPES
from minhphap.structure.formats.akn_text import ExactText, FoldedText, Span
from minhphap.structure.formats.errors import FormatError
from minhphap.structure.formats.names import decode_eid, fold, num_of
from minhphap.structure.formats.xmltext import CHARACTER_PI, unprotect

_ALL: Final = {str(kind): kind for kind in get_args(ProvisionType)}
_LINES: Final = frozenset(
    (
        *("p", "heading", "subheading", "crossHeading", "td", "th", "tr", "li", "block"),
        *("longTitle", "caption", "tocItem", "eol"),
    )
)
_NUMBER: Final = re.compile(r"\w[\w.]*\w|\w")


class _Node(Span):
    """A provision that is being read."""

    __slots__ = ("children", "eid", "heading", "kind", "num")

    def __init__(self, kind: ProvisionType, eid: str) -> None:
        super().__init__()
        self.kind, self.eid, self.num = kind, eid, num_of(eid, kind)
        self.heading: str | None = None
        self.children: list[_Node] = []

    def freeze(self) -> Provision:
        """The provision, with all below it."""
        below = tuple(child.freeze() for child in self.children)
        return Provision(self.kind, self.eid, self.start, self.end, self.num, self.heading, below)


class _Grid(Span):
    """A table that is being read."""

    __slots__ = ("eid", "rows")

    def __init__(self, eid: str | None) -> None:
        super().__init__()
        self.eid = eid
        self.rows: list[list[Span]] = []

    def freeze(self) -> Table:
        """The table."""
        rows = tuple(tuple((c.start, c.end) for c in row) for row in self.rows if row)
        return Table(self.start, self.end, self.eid, rows)


class Target:
    """Receives the events. ``exact``: see ExactText, otherwise FoldedText."""

    def __init__(self, *, exact: bool) -> None:
        self.roots: list[_Node] = []
        self.record: str | None = None
        self.sha256 = ""
        self.head = Metadata()
        self._words: ExactText = ExactText() if exact else FoldedText()
        self._open: list[_Node] = []
        self._elements: list[tuple[str, Span | None]] = []
        self._quoted = [False]
        self._meta = 0
        self._record: list[str] | None = None
        self._mark = 0
        self._preface: _Node | None = None
        self._grids: list[_Grid] = []
        self._nesting: list[_Grid] = []

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._words.pieces)

    def tables(self) -> list[Table]:
        """The tables in order of the text."""
        return [grid.freeze() for grid in self._grids]

    # Events of the parser

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        """No Akoma Ntoso file needs a DTD; entities are how such a file attacks its reader."""
        raise FormatError(
            "tệp Akoma Ntoso có khai báo DOCTYPE nên không được đọc; hãy bỏ khai báo đó",
            "the Akoma Ntoso file has a DOCTYPE and is not read; remove the declaration",
        )

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A start tag."""
        space, _, name = tag[1:].partition("}") if tag[0] == "{" else ("", "", tag)
        if not self._elements and (name != "akomaNtoso" or not space.startswith(NAMESPACE)):
            raise FormatError(
                f"tệp không phải Akoma Ntoso 3.0: phần tử gốc là <{name}>",
                f"the file is not Akoma Ntoso 3.0: its root element is <{name}>",
            )
        if self._meta or name == "meta":
            self._start_meta(name, space, attributes)
            return
        self._elements.append((name, self._span(name, attributes)))

    def end(self, _tag: str) -> None:
        """An end tag."""
        if self._meta:
            self._end_meta()
            return
        name, span = self._elements.pop()
        if isinstance(span, _Node):
            self._words.close(span)
            self._open.pop()
            self._preface = span if name == "preface" else None
        elif span is not None:
            self._words.close(span)
            if isinstance(span, _Grid):
                self._nesting.pop()
        elif name in ("num", "heading"):
            self._end_label(name)
        elif name in ("quotedStructure", "embeddedStructure"):
            self._quoted.pop()
        if name in _LINES:
            self._words.part("\n")

    def data(self, text: str) -> None:
        """A piece of a text node."""
        if not self._meta:
            self._words.add(text)
        elif self._record is not None:
            self._record.append(text)

    def pi(self, name: str, value: str | None = None) -> None:
        """A processing instruction: a character that XML cannot hold."""
        if name == CHARACTER_PI and value and re.fullmatch(r"[0-9a-f]{1,4}", value):
            self._words.add(chr(int(value, 16)))

    def close(self) -> None:
        """The end of the file."""

    # Elements

    def _span(self, name: str, attributes: Mapping[str, str]) -> Span | None:
        """What an element opens: a provision, a table, a cell, or nothing."""
        kind = self._kind(name, attributes)
        if kind:
            return self._node(name, kind, attributes)
        if name == "table":
            here = self._open[-1].eid if self._open else None
            known = attributes.get(f"{{{OWN}}}in")
            grid = _Grid(here if known is None else unprotect(known))
            self._nesting.append(grid)
            self._grids.append(grid)
            self._words.open(grid)
            return grid
        if name == "tr" and self._nesting:
            self._nesting[-1].rows.append([])
        elif name in ("td", "th") and self._nesting and self._nesting[-1].rows:
            cell = Span()
            self._nesting[-1].rows[-1].append(cell)
            self._words.open(cell)
            return cell
        elif name in ("num", "heading"):
            self._mark = len(self._words.pieces)
        elif name in ("quotedStructure", "embeddedStructure"):
            self._quoted.append(name == "quotedStructure")
        return None

    def _kind(self, name: str, attributes: Mapping[str, str]) -> ProvisionType | None:
        kind = TYPES.get(name, "")
        style = attributes.get("class", "")
        if kind or name == "hcontainer":
            kind = kind or attributes.get("name", "")
            if kind not in OTHERS and name == "hcontainer":
                return None
            return _ALL.get(style) or _ALL.get("quoted_" * self._quoted[-1] + kind)
        if name in ("preface", "preamble"):
            return "preamble"
        if name in ("citation", "recital"):
            return "basis"
        if name == "attachment":
            return _ALL.get(style or "attached")
        return _ALL.get(style) if name == "blockContainer" else None

    def _node(self, name: str, kind: ProvisionType, attributes: Mapping[str, str]) -> _Node:
        node = self._preface if name == "preamble" else None
        if node is None:
            node = _Node(kind, "")
            self._words.part("\n")
            self._words.open(node)
            (self._open[-1].children if self._open else self.roots).append(node)
        self._preface = None
        own, eid = attributes.get(f"{{{OWN}}}eid"), attributes.get("eId", "")
        node.eid = unprotect(own) or "" if own else decode_eid(eid) if self.record else eid
        node.num = num_of(node.eid, kind)
        if (num := attributes.get(f"{{{OWN}}}num")) is not None:
            node.num = unprotect(num)
        if (heading := attributes.get(f"{{{OWN}}}heading")) is not None:
            node.heading = unprotect(heading)
        self._open.append(node)
        return node

    def _end_label(self, name: str) -> None:
        self._words.part(" " if name == "num" else "\n")
        parent = self._elements[-1][1] if self._elements else None
        if not isinstance(parent, _Node):
            return
        words = "".join(self._words.pieces[self._mark :])
        if name == "heading":
            parent.heading = fold(words)
        elif self.record is None:
            found = _NUMBER.findall(words)
            parent.num = found[-1] if found else None

    # Metadata

    def _start_meta(self, name: str, space: str, attributes: Mapping[str, str]) -> None:
        self._meta += 1
        if space == OWN and name == "record" and self.record is None:
            self.sha256 = attributes.get("sha256", "")
            self._record = []
        elif name == "FRBRnumber" and self.head.number is None:
            self.head = msgspec.structs.replace(self.head, number=attributes.get("value"))
        elif name == "FRBRname" and self.head.title is None:
            self.head = msgspec.structs.replace(self.head, title=attributes.get("value"))
        elif name == "FRBRdate" and self.head.date is None:
            date = _date(attributes.get("date", ""))
            self.head = msgspec.structs.replace(self.head, date=date)

    def _end_meta(self) -> None:
        self._meta -= 1
        if self._record is not None:
            self.record = "".join(self._record)
            self._record = None


def _date(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:10])
    except ValueError:
        return None
