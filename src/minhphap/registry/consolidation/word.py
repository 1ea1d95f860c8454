"""A consolidated text as a Word file, laid out as Decree 30/2020/NĐ-CP, Appendix I, says."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Final

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from minhphap.registry.consolidation.footnotes import add_footnotes, clean, reference
from minhphap.registry.consolidation.layout import Grid, Layout, Paragraph, Run

_FONT: Final = "Times New Roman"
_CENTRED: Final = frozenset(
    ("reference", "caution", "issuer", "motto", "kind", "title", "container", "head", "certify")
)
_MADE: Final = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
"""Equal texts give equal files: no file tells when it was made."""


def to_word(layout: Layout, title: str) -> bytes:
    """The file, with the notes as real footnotes and the tables as real tables."""
    paper = docx.Document()
    _set_page(paper, title)
    head = None
    for block in layout.blocks:
        if isinstance(block, Grid):
            _add_table(paper, block)
        elif block.style in ("issuer", "motto"):
            head = head or _add_head(paper)
            _add_line(head.cell(0, int(block.style == "motto")), block)
        else:
            _fill(paper.add_paragraph(), block, before=6)
    add_footnotes(paper, layout.notes)
    out = io.BytesIO()
    paper.save(out)
    return _timeless(out)


def _timeless(file: io.BytesIO) -> bytes:
    """The same archive without the hour of its making."""
    out = io.BytesIO()
    with zipfile.ZipFile(file) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            kept.writestr(zipfile.ZipInfo(name), made.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _set_page(paper: WordDocument, title: str) -> None:
    """A4, margins of 2, 2, 3 and 1.5 cm, letters of 14 pt, page numbers above from page 2 on."""
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.element.rPr.rFonts.set(qn("w:cs"), _FONT)
    known = paper.core_properties
    known.author, known.title, known.comments = "Minh Pháp", title[:250], ""
    known.created = known.modified = _MADE


def _add_head(paper: WordDocument) -> Table:
    """The issuer on the left, the name of the State on the right."""
    table: Table = paper.add_table(rows=1, cols=2)
    table.autofit = False
    for index, width in enumerate((Cm(6), Cm(10.5))):
        table.columns[index].width = table.cell(0, index).width = width
    return table


def _add_line(cell: _Cell, block: Paragraph) -> None:
    first = cell.paragraphs[0]
    one = first if not first.text else cell.add_paragraph()
    _fill(one, block, before=0)
    for run in one.runs:
        run.font.size = Pt(13)


def _fill(one: WordParagraph, block: Paragraph, before: int) -> None:
    shape = one.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(0)
    if block.style in _CENTRED:
        one.alignment = WD_ALIGN_PARAGRAPH.CENTER
        shape.keep_with_next = block.style != "certify"
    else:
        one.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        shape.first_line_indent = Cm(1)
    _write(one, block.runs, small=block.style == "caution")


def _write(one: WordParagraph, runs: tuple[Run, ...], *, small: bool = False) -> None:
    for run in runs:
        if run.note:
            one._p.append(reference(run.note))
            continue
        made = one.add_run(clean(run.text))
        made.bold = run.bold or None
        if small:
            made.italic, made.font.size = True, Pt(12)


def _add_table(paper: WordDocument, grid: Grid) -> None:
    columns = max((len(row) for row in grid.rows), default=0)
    if not columns:
        return
    table = paper.add_table(rows=0, cols=columns)
    table.style = "Table Grid"
    for row in grid.rows:
        cells = table.add_row().cells
        for cell, runs in zip(cells, row, strict=False):
            one = cell.paragraphs[0]
            one.paragraph_format.space_after = Pt(0)
            _write(one, runs)
