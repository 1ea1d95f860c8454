"""Where the runs and text nodes of a Word part stand in its XML, to the character.

The part is never parsed into a tree and written again: it is cut and spliced as text, so that
every character outside a touched run stays what it was.
"""

from __future__ import annotations

import codecs
import re

from minhphap.intake.docx.nodes import TEXT_TAGS, W

NAMESPACE = W[1:-1]
TOKEN = re.compile(
    r"<(?:!--.*?-->|\?.*?\?>|!\[CDATA\[.*?\]\]>|!.*?>"
    r"|(?P<close>/?)(?P<name>[^\s/>]+)[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>)",
    re.DOTALL,
)
_XMLNS = re.compile(r"\sxmlns(?::([^\s=]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_TEXT = frozenset(tag.removeprefix(W) for tag in TEXT_TAGS)
_NOTES = frozenset(("footnote", "endnote"))


class Span:
    """An element of the part: start tag, content and end tag as offsets of the XML."""

    __slots__ = ("close", "end", "name", "open_end", "parent", "start")

    def __init__(self, name: str, start: int, open_end: int, parent: Span | None) -> None:
        self.name = name
        """The local name for WordprocessingML, "{namespace}name" for other vocabularies."""
        self.start, self.open_end = start, open_end
        self.close = self.end = open_end
        self.parent = parent


class Node(Span):
    """A text-bearing element."""

    __slots__ = ("note", "run")

    run: Span | None
    """The outermost run around it."""
    note: int
    """Where the footnote or endnote around it begins; -1 in the body."""

    @property
    def nested(self) -> bool:
        """Whether it stands deeper than directly in its run (a text box, a ruby)."""
        return self.parent is not self.run


class Part:
    """A part of the package as text, its text nodes in the order in which intake counts them."""

    def __init__(self, data: bytes) -> None:
        self._encoding, self._mark = _encoding(data)
        self.xml = data[len(self._mark) :].decode(self._encoding)
        scan = _Scan()
        scan.read(self.xml)
        self.nodes, self.runs, self.prefix = scan.nodes, scan.runs, scan.prefix

    def encode(self, xml: str) -> bytes:
        """Changed XML in the encoding of the part."""
        return self._mark + xml.encode(self._encoding)


class _Names(dict[str, str]):
    """Names under the prefixes in scope: local ones of WordprocessingML, "{…}name" of others."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        super().__init__()
        self.prefixes = prefixes

    def __missing__(self, qualified: str) -> str:
        prefix, _, local = qualified.rpartition(":")
        namespace = self.prefixes.get(prefix)
        name = local if namespace == NAMESPACE else f"{{{namespace}}}{local}"
        self[qualified] = name
        return name


class _Scan:
    """One pass over the tags of a part."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.runs: list[Span] = []
        self.prefix = "w"
        self._stack: list[Span] = []
        self._open_runs: list[Span] = []
        self._names = _Names({})
        self._outer_names: list[tuple[int, _Names]] = []
        self._note = -1

    def read(self, xml: str) -> None:
        """Fill ``nodes`` (all text nodes) and ``runs`` (outermost ones), in order."""
        for token in TOKEN.finditer(xml):
            qualified = token["name"]
            if qualified is None:
                continue
            start, end = token.span()
            if token["close"]:
                self._close(start, end)
                continue
            if "xmlns" in token[0]:
                self._outer_names.append((len(self._stack), self._names))
                self._names = _Names(self._names.prefixes | _declared(token[0]))
            self._open(qualified, start, end)
            if xml[end - 2] == "/":
                self._close(end, end)

    def _open(self, qualified: str, start: int, end: int) -> None:
        name = self._names[qualified]
        parent = self._stack[-1] if self._stack else None
        if name in _TEXT and (name != "tab" or (parent is not None and parent.name == "r")):
            element: Span = Node(name, start, end, parent)
            assert isinstance(element, Node)
            element.run = self._open_runs[0] if self._open_runs else None
            element.note = self._note
            self.nodes.append(element)
        else:
            element = Span(name, start, end, parent)
        if name == "r":
            if not self._open_runs:
                self.runs.append(element)
                self.prefix = qualified.rpartition(":")[0]
            self._open_runs.append(element)
        elif name in _NOTES:
            self._note = start
        self._stack.append(element)

    def _close(self, start: int, end: int) -> None:
        element = self._stack.pop()
        element.close, element.end = start, end
        if element.name == "r":
            self._open_runs.pop()
        elif element.name in _NOTES:
            self._note = -1
        if self._outer_names and self._outer_names[-1][0] == len(self._stack):
            self._names = self._outer_names.pop()[1]


def _declared(tag: str) -> dict[str, str]:
    return {found[1] or "": found[2] or found[3] or "" for found in _XMLNS.finditer(tag)}


def _encoding(data: bytes) -> tuple[str, bytes]:
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return name, mark
    declared = _DECLARED.match(data[:200])
    return (declared[1].decode() if declared else "utf-8"), b""


def children(xml: str, element: Span) -> list[tuple[int, int]]:
    """The spans of an element's child elements."""
    found, depth, start = [], 0, 0
    for token in TOKEN.finditer(xml, element.open_end, element.close):
        if token["name"] is None:
            continue
        if not token["close"]:
            if depth == 0:
                start = token.start()
            depth += 1
        if token["close"] or xml[token.end() - 2] == "/":
            depth -= 1
            if depth == 0:
                found.append((start, token.end()))
    return found


def tag_name(xml: str, at: int) -> str:
    """The name, without its prefix, of the element that begins at ``at``."""
    found = TOKEN.match(xml, at)
    return (found["name"] or "").rpartition(":")[2] if found else ""
