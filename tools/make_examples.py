"""Write the drafts of examples/ from tools/example_texts/*.txt.

Each line of a text begins with what it is: @left and @right (head of the page), @title, @basis,
@article, @chapter, @body, @italic, @centre, @table … @end, @recipients, @signature, @page, and
@auto1 to @auto3 for Word's automatic numbering ("Điều 1.", "1.", "a)"). [[+x]] and [[-x]] are
tracked insertions and deletions. The PDF and the scan need LibreOffice and pdftoppm.
"""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import zipfile
from itertools import groupby
from pathlib import Path

import pypdfium2
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
AS_PDF = "quyet-dinh-gia-nuoc"
AS_SCAN = "quyet-dinh-chu-tich-phan-cap"
STAMP = 'w:author="Nguyễn Thu Hà" w:date="2026-11-05T08:30:00Z"'
TRACKED = re.compile(r"\[\[([+-])(.*?)\]\]")
TEXT_WIDTH = 16.5  # cm
LEVELS = (("decimal", "Điều %1."), ("decimal", "%2."), ("lowerLetter", "%3)"))


def add_run(paragraph, text: str, bold=False, italic=False, size=14.0) -> None:
    """Add text, turning [[+x]] and [[-x]] into tracked changes."""
    at = 0
    for number, mark in enumerate(TRACKED.finditer(text)):
        plain_run(paragraph, text[at : mark.start()], bold, italic, size)
        tag, node = ("ins", "t") if mark[1] == "+" else ("del", "delText")
        paragraph._p.append(
            parse_xml(
                f'<w:{tag} {nsdecls("w")} w:id="{900 + number}" {STAMP}><w:r><w:rPr>'
                f'<w:sz w:val="{int(size * 2)}"/></w:rPr>'
                f'<w:{node} xml:space="preserve">{mark[2]}</w:{node}></w:r></w:{tag}>'
            )
        )
        at = mark.end()
    plain_run(paragraph, text[at:], bold, italic, size)


def plain_run(paragraph, text: str, bold: bool, italic: bool, size: float) -> None:
    """One run in the size officials use."""
    if text:
        run = paragraph.add_run(text)
        run.bold, run.italic, run.font.size = bold or None, italic or None, Pt(size)


def style_page(document) -> None:
    """A4, Times New Roman 14, margins within the ranges of the rules on form."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    font = document.styles["Normal"].font
    font.name, font.size = "Times New Roman", Pt(14)
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    document.core_properties.author = "Sở Tư pháp tỉnh Sơn Hà (ví dụ)"
    add_page_numbers(document)


def add_rule(place, width: float, length: float) -> None:
    """The line under a name: ``length`` of ``width`` cm, as the border of an empty paragraph."""
    paragraph = place.add_paragraph()
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Cm((width - length) / 2)
    form.space_after, form.line_spacing = Pt(4), Pt(4)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(
            f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/>'
            "</w:pBdr>"
        )
    )


def add_page_numbers(document) -> None:
    """Arabic numbers in the middle of the top margin, none on the first page."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    paragraph._p.append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
        )
    )


def add_numbering(document) -> str:
    """Define the automatic numbering; returns its number id."""
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:rPr>{"<w:b/>" if i == 0 else ""}<w:sz w:val="28"/></w:rPr></w:lvl>'
        for i, (form, text) in enumerate(LEVELS)
    )
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    return "77"


def add_table(document, rows: list[str]) -> None:
    """A bordered table; the first row is bold."""
    cells = [[cell.strip() for cell in row.strip("| ").split("|")] for row in rows]
    table = document.add_table(rows=len(cells), cols=len(cells[0]), style="Table Grid")
    table.autofit = False
    rest = (TEXT_WIDTH - 1.5) / (len(cells[0]) - 1)
    for j, column in enumerate(table.columns):
        column.width = Cm(rest if j else 1.5)
    for i, row in enumerate(cells):
        for j, text in enumerate(row):
            cell = table.cell(i, j)
            cell.width = Cm(rest if j else 1.5)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            if i == 0 or j != 1:
                paragraph.alignment = ALIGN.CENTER
            add_run(paragraph, text, bold=i == 0, size=13)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def add_side_by_side(document, left: list[str], right: list[str], kind: str) -> None:
    """The head (issuer beside the motto) or the foot (recipients beside the signature)."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    widths = (6.5, 10) if kind == "head" else (8, 8.5)
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    for column, cell, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
        column.width = cell.width = Cm(width)
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        for i, text in enumerate(lines):
            paragraph = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
            if kind == "foot":
                paragraph.paragraph_format.space_after = Pt(0)
            if kind == "foot" and lines is right and i == len(lines) - 1:
                paragraph.paragraph_format.space_before = Pt(64)  # room to sign
            if kind == "foot" and lines is left:
                add_run(paragraph, text, bold=i == 0, italic=i == 0, size=11 if i else 12)
            else:
                paragraph.alignment = ALIGN.CENTER
                dated = text.startswith(("Số:", "V/v")) or ", ngày" in text
                add_run(paragraph, text, not dated, ", ngày" in text, 12.5)
                if kind == "head" and not dated:
                    paragraph.paragraph_format.space_after = Pt(0)
                    following = lines[i + 1] if i + 1 < len(lines) else ""
                    if following.startswith("Số:") or ", ngày" in following:
                        add_rule(cell, widths[lines is right], 5.4 if lines is right else 2)
    if kind == "head":
        document.add_paragraph()


def add_paragraph(document, kind: str, text: str, numbering: str | None) -> None:
    """One paragraph of the body in the form of its kind."""
    paragraph = document.add_paragraph()
    centred = kind in ("title", "chapter", "centre")
    if centred:
        paragraph.alignment = ALIGN.CENTER
    else:
        paragraph.alignment = ALIGN.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
    if kind.startswith("auto"):
        level = int(kind[-1]) - 1
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
                f'<w:numId w:val="{numbering}"/></w:numPr>'
            )
        )
    bold = kind in ("title", "chapter", "article", "auto1")
    paragraph.paragraph_format.keep_with_next = bold
    add_run(paragraph, text, bold, kind in ("basis", "italic", "centre"))


def build(path: Path) -> bytes:
    """The text as a Word file."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line]
    items = [
        (mark[1], mark[2]) if (mark := re.match(r"@(\w+) ?(.*)", line)) else ("row", line)
        for line in lines
    ]
    document = Document()
    style_page(document)
    numbering = add_numbering(document) if any(k == "auto1" for k, _ in items) else None
    previous = ""
    for (place, page), group in groupby(items, key=lambda item: (zone(item[0]), item[0] == "page")):
        part = list(group)
        if page:
            document.add_page_break()
        elif place == "head":
            sides = [[t for k, t in part if k == side] for side in ("left", "right")]
            add_side_by_side(document, sides[0], sides[1], "head")
        elif place == "foot":
            sides = [[t for k, t in part if k == side] for side in ("recipients", "signature")]
            add_side_by_side(document, sides[0], sides[1], "foot")
        elif place == "table":
            add_table(document, [t for k, t in part if k == "row"])
        else:
            for kind, text in part:
                if previous == "title" and kind != "title":
                    add_rule(document, TEXT_WIDTH, 4)
                add_paragraph(document, kind, text, numbering)
                previous = kind
    buffer = io.BytesIO()
    document.save(buffer)
    return same_bytes(buffer.getvalue())


def same_bytes(data: bytes) -> bytes:
    """The package with fixed times, so that the same text gives the same file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return buffer.getvalue()


def zone(kind: str) -> str:
    """Which lines are laid out together."""
    for name, kinds in {
        "head": ("left", "right"),
        "foot": ("recipients", "signature"),
        "table": ("table", "row", "end"),
    }.items():
        if kind in kinds:
            return name
    return "body"


def to_pdf(word: Path, folder: Path) -> Path:
    """Print to PDF with LibreOffice."""
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(word),
        ],
        check=True,
        capture_output=True,
    )
    return folder / f"{word.stem}.pdf"


def to_scan(pdf: Path, folder: Path) -> bytes:
    """Pages as grey pictures in a PDF without text."""
    subprocess.run(
        ["pdftoppm", "-r", "200", "-gray", "-jpeg", "-jpegopt", "quality=60", pdf, folder / "page"],
        check=True,
    )
    scan = pypdfium2.PdfDocument.new()
    for picture in sorted(folder.glob("page-*.jpg")):
        image = pypdfium2.PdfImage.new(scan)
        image.load_jpeg(str(picture))
        page = scan.new_page(595, 842)
        image.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
        page.insert_obj(image)
        page.gen_content()
    buffer = io.BytesIO()
    scan.save(buffer)
    return buffer.getvalue()


def main() -> None:
    """Write all examples."""
    EXAMPLES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for text in sorted((HERE / "example_texts").glob("*.txt")):
            word = folder / f"{text.stem}.docx"
            word.write_bytes(build(text))
            if text.stem == AS_SCAN:
                scan = to_scan(to_pdf(word, folder), folder)
                (EXAMPLES / f"{text.stem}-ban-quet.pdf").write_bytes(scan)
            if text.stem == AS_PDF:
                pdf = to_pdf(word, folder)
                (EXAMPLES / pdf.name).write_bytes(pdf.read_bytes())
            (EXAMPLES / word.name).write_bytes(word.read_bytes())
            print(word.name)


if __name__ == "__main__":
    main()
