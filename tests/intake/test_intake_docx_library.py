"""A Word file as a common library writes it, with Word's own default styles."""

from __future__ import annotations

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from intake_docx import lines

from minhphap.intake import Cell, Source, read


def sample() -> Source:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Dự thảo lần 2"
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("QUYẾT ĐỊNH").bold = True
    document.add_heading("Điều 1. Phạm vi điều chỉnh", level=1)
    document.add_paragraph("Đối tượng áp dụng", style="List Number")
    document.add_paragraph("Tổ chức thực hiện", style="List Number")
    document.add_paragraph("Hồ sơ gồm đơn đề nghị", style="List Bullet")
    grid = document.add_table(rows=2, cols=3)
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "Loại thuyền"
    grid.cell(0, 2).text = "Mức thu"
    grid.cell(1, 0).merge(grid.cell(1, 1)).text = "Thuyền máy"
    grid.cell(1, 2).text = "35.000"
    broken = document.add_paragraph("Trang trước")
    broken.add_run().add_break(WD_BREAK.PAGE)
    broken.add_run("trang sau")
    file = io.BytesIO()
    document.save(file)
    return read(file.getvalue(), name="a.docx")


def test_text_numbers_and_bullets() -> None:
    assert lines(sample()) == [
        "QUYẾT ĐỊNH", "Điều 1. Phạm vi điều chỉnh", "1. Đối tượng áp dụng", "2. Tổ chức thực hiện",
        "• Hồ sơ gồm đơn đề nghị", "Loại thuyền", "Mức thu", "Thuyền máy", "35.000", "Trang trước",
        "trang sau",
    ]  # fmt: skip


def test_looks_cells_and_heads() -> None:
    source = sample()
    title, heading, *_ = (block.style for block in source.blocks)
    assert (title.bold, title.centred) == (True, True)
    assert heading.bold
    cells = [block.cell for block in source.blocks if block.cell]
    assert cells == [Cell(0, 0, 0), Cell(0, 0, 2), Cell(0, 1, 0), Cell(0, 1, 2)]
    assert [one.text for one in source.removed] == ["Dự thảo lần 2"]
