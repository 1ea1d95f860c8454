"""A new Word file for a text that did not come from one, so that comments have a home."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from minhphap.intake import Anchor, Block, Source
from minhphap.reports.docx.markup import NAMESPACE
from minhphap.reports.docx.package import DOCUMENT
from minhphap.reports.docx.text import escape
from minhphap.reports.lines import is_furniture, paragraphs

if TYPE_CHECKING:
    from minhphap.structure import Document

_PIECES = re.compile(r"\t|\n|[^\t\n]+")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPEN = "http://schemas.openxmlformats.org"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STAMP = (1980, 1, 1, 0, 0, 0)
_TYPES = (
    f'{_DECLARATION}<Types xmlns="{_OPEN}/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORDML}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORDML}.styles+xml"/></Types>'
)
_RELATIONS = (
    f'{_DECLARATION}<Relationships xmlns="{_OPEN}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OPEN}/officeDocument/2006/relationships/{{kind}}"'
    ' Target="{target}"/></Relationships>'
)
# Times New Roman 14, A4, margins of 20, 15, 20 and 30 mm: the form that offices are used to
_STYLES = (
    f'{_DECLARATION}<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman"'
    ' w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr>'
    '</w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1"'
    ' w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851"'
    ' w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BORDERS = f"<w:tblBorders>{_SIDES}</w:tblBorders>"


def fresh(document: Document) -> Source:
    """The same text with a Word file of its own and anchors that lead into it."""
    source = document.source
    writer = _Writer(document)
    body = "".join(writer.stories(paragraphs(document)))
    xml = (
        f'{_DECLARATION}<w:document xmlns:w="{NAMESPACE}"><w:body>{body}{_PAGE}'
        "</w:body></w:document>"
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS.format(kind="officeDocument", target="word/document.xml"),
        DOCUMENT: xml,
        "word/_rels/document.xml.rels": _RELATIONS.format(kind="styles", target="styles.xml"),
        "word/styles.xml": _STYLES,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, xml.encode())
    return msgspec.structs.replace(
        source, data=file.getvalue(), anchors=tuple(writer.anchors), comments=(), changes=()
    )


class _Writer:
    """Writes blocks and remembers where each character went."""

    def __init__(self, document: Document) -> None:
        self.anchors: list[Anchor] = []
        self._document = document
        self._text = document.source.text
        self._nodes = 0

    def stories(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """The body: paragraphs, and a table for each run of cells of one table."""
        for table, group in groupby(blocks, lambda one: one.cell.table if one.cell else None):
            if table is None:
                for block in group:
                    yield self._paragraph(block)
            else:
                yield self._table(list(group))

    def _table(self, blocks: list[Block]) -> str:
        rows = []
        width = 1 + max(block.cell.column for block in blocks if block.cell)
        for _, row in groupby(blocks, lambda one: one.cell.row if one.cell else 0):
            cells: dict[int, str] = {}
            for column, group in groupby(row, lambda one: one.cell.column if one.cell else 0):
                cells[column] = cells.get(column, "") + "".join(map(self._paragraph, group))
            tcs = (f"<w:tc><w:tcPr/>{cells.get(i, '<w:p/>')}</w:tc>" for i in range(width))
            rows.append(f"<w:tr>{''.join(tcs)}</w:tr>")
        grid = "<w:gridCol/>" * width
        ruled = "" if is_furniture(self._document, blocks) else _BORDERS
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>{ruled}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl><w:p/>"
        )

    def _paragraph(self, block: Block) -> str:
        style = block.style
        place = "center" if style.centred else "left" if block.cell else "both"
        look = ("<w:b/>" if style.bold else "") + ("<w:i/>" if style.italic else "")
        look = f"<w:rPr>{look}</w:rPr>" if look else ""
        content = "".join(self._nodes_of(block.start, block.end))
        return f'<w:p><w:pPr><w:jc w:val="{place}"/></w:pPr><w:r>{look}{content}</w:r></w:p>'

    def _nodes_of(self, start: int, end: int) -> Iterator[str]:
        for piece in _PIECES.finditer(self._text, start, end):
            self.anchors.append(Anchor(piece.start(), piece.end(), DOCUMENT, self._nodes))
            self._nodes += 1
            if piece[0] in "\t\n":
                yield "<w:tab/>" if piece[0] == "\t" else "<w:br/>"
            else:
                yield f'<w:t xml:space="preserve">{escape(piece[0])}</w:t>'
