"""Fills a Word template: names in double braces, rows of a table, lists of paragraphs."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from minhphap.crowd.letters.packing import packed
from minhphap.intake import Unreadable

_FIELD = re.compile(r"\{\{(\w+)\}\}")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
Value = str | Sequence[str]


class Template:
    """One template while it is being filled."""

    def __init__(self, data: bytes) -> None:
        """Raises Unreadable for what Word would not open."""
        try:
            self.document = Document(io.BytesIO(data))
        except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
            raise Unreadable(
                "Không mở được tệp mẫu; cần một tệp .docx.",
                "The template cannot be opened; give a .docx file.",
                "template",
            ) from error
        self.body = self.document.element.body

    def rows(self, field: str) -> tuple[Any, Any] | None:
        """The table and the row that hold a field."""
        for row in self.body.iter(qn("w:tr")):
            if field in _fields(_text(row)):
                return row.getparent(), row
        return None

    def fill(self, values: Mapping[str, Value]) -> None:
        """Replace every field of the document; a list makes a paragraph for each of its entries."""
        for paragraph in list(self.body.iter(qn("w:p"))):
            fill_paragraph(paragraph, values)

    def link(self, address: str) -> str:
        """The id of a link to an address outside the document."""
        return str(
            self.document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        )

    def bytes(self) -> bytes:
        """The filled document; the same data give the same bytes."""
        buffer = io.BytesIO()
        self.document.save(buffer)
        return packed(buffer.getvalue())


def _text(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def _fields(text: str) -> set[str]:
    return set(_FIELD.findall(text))


def fill_row(row: Any, values: Mapping[str, Value]) -> None:
    """Replace the fields of one row of a table."""
    for paragraph in list(row.iter(qn("w:p"))):
        fill_paragraph(paragraph, values)


def fill_paragraph(paragraph: Any, values: Mapping[str, Value]) -> None:
    """Replace the fields of a paragraph; one whose field is empty or an empty list goes away."""
    names = _fields(_text(paragraph)) & values.keys()
    if not names:
        return
    lists = [name for name in names if not isinstance(values[name], str)]
    if lists:
        entries: Sequence[str] = values[lists[0]]
        for entry in entries:
            made = copy.deepcopy(paragraph)
            paragraph.addprevious(made)
            _replace(made, {**values, lists[0]: entry})
        _drop(paragraph)
        return
    if any(values[name] == "" for name in names) and not _is_last(paragraph):
        _drop(paragraph)
        return
    _replace(paragraph, values)


def _is_last(paragraph: Any) -> bool:
    """A cell must keep one paragraph."""
    parent = paragraph.getparent()
    return parent.tag == qn("w:tc") and len(parent.findall(qn("w:p"))) == 1


def _drop(paragraph: Any) -> None:
    parent = paragraph.getparent()
    if _is_last(paragraph):
        for run in paragraph.findall(qn("w:r")):
            paragraph.remove(run)
    else:
        parent.remove(paragraph)


def _replace(paragraph: Any, values: Mapping[str, Value]) -> None:
    """Put the words in, in the look of the run that holds the first brace."""
    for node in _whole(paragraph):
        words = _FIELD.sub(lambda name: _value(values, name[1], name[0]), node.text or "")
        _put(node, _FORBIDDEN.sub(" ", words))


def _value(values: Mapping[str, Value], name: str, written: str) -> str:
    value = values.get(name, written)
    return value if isinstance(value, str) else "; ".join(value)


def _whole(paragraph: Any) -> Iterator[Any]:
    """Text nodes that hold fields; a field that Word has cut into runs is put together first."""
    nodes = list(paragraph.iter(qn("w:t")))
    at = 0
    while at < len(nodes):
        text = nodes[at].text or ""
        following = at + 1
        while text.count("{{") > text.count("}}") and following < len(nodes):
            text += nodes[following].text or ""
            nodes[following].text = ""
            following += 1
        if "{{" in text:
            nodes[at].text = text
            yield nodes[at]
        at = following


def _put(node: Any, words: str) -> None:
    """Words into a text node; line breaks become breaks of the run."""
    lines = words.split("\n")
    node.text = lines[0]
    node.set(qn("xml:space"), "preserve")
    last = node
    for line in lines[1:]:
        pause = OxmlElement("w:br")
        last.addnext(pause)
        text = OxmlElement("w:t")
        text.text = line
        text.set(qn("xml:space"), "preserve")
        pause.addnext(text)
        last = text


def repeat(row: Any, count: int, make: Callable[[Any, int], None]) -> list[Any]:
    """Copies of a row before it, each made ready; the row itself stays for the caller to remove."""
    copies = []
    for index in range(count):
        made = copy.deepcopy(row)
        row.addprevious(made)
        make(made, index)
        copies.append(made)
    return copies
