"""Real footnotes for a Word file: python-docx has no words for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from lxml import etree

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_FOREIGN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_RAISED: Final = '<w:vertAlign w:val="superscript"/>'
_LINES: Final = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote>"
)


def reference(number: int) -> etree._Element:
    """The run that sets the mark of a note into the text."""
    run = OxmlElement("w:r")
    looks = OxmlElement("w:rPr")
    raised = OxmlElement("w:vertAlign")
    raised.set(qn("w:val"), "superscript")
    looks.append(raised)
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), str(number))
    run.append(looks)
    run.append(mark)
    return run


def add_footnotes(paper: WordDocument, notes: Sequence[str]) -> None:
    """Put the notes, numbered from 1, into the file."""
    style = paper.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    style.base_style = paper.styles["Normal"]
    style.font.size = Pt(10)
    style.paragraph_format.space_after = Pt(2)
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    body = "".join(_note(number, note, style.style_id) for number, note in enumerate(notes, 1))
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:footnotes {nsdecls('w')}>{_LINES}{body}</w:footnotes>"
    )
    package = paper.part.package
    part = Part(PackURI("/word/footnotes.xml"), _TYPE, xml.encode(), package)
    paper.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _note(number: int, note: str, style: str) -> str:
    paragraphs = []
    for index, line in enumerate(note.split("\n")):
        mark = "" if index else f"<w:r><w:rPr>{_RAISED}</w:rPr><w:footnoteRef/></w:r>"
        words = escape(clean(line if index else f" {line}"))
        paragraphs.append(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{mark}'
            f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
        )
    return f'<w:footnote w:id="{number}">{"".join(paragraphs)}</w:footnote>'


def clean(words: str) -> str:
    """Without the signs that an XML file cannot hold."""
    return _FOREIGN.sub("", words)
