"""Tables as values: from the cells of a file, and from rows written with borders."""

from __future__ import annotations

import io

import docx
from tests.structure.drafts import BODY, HEAD

from minhphap.intake import read
from minhphap.structure import Document, Table, parse, parse_text


def rows(document: Document, table: Table) -> list[list[str]]:
    """The words of the cells."""
    return [[document.source.text[slice(*cell)] for cell in row] for row in table.rows]


def word_draft() -> Document:
    """A draft in Word: head and foot in two-column tables, a table of fees in the body."""
    file = docx.Document()
    head = file.add_table(rows=2, cols=2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text = "Số:      /2026/QĐ-UBND"
    head.cell(1, 1).text = "Sơn Hà, ngày     tháng     năm 2026"
    for line in (
        "QUYẾT ĐỊNH",
        "Quy định mức thu phí chợ",
        "Căn cứ Luật Phí và lệ phí;",
        "QUYẾT ĐỊNH:",
        "Điều 1. Mức thu",
        "1. Mức thu như sau:",
    ):
        file.add_paragraph(line)
    fees = file.add_table(rows=3, cols=3)
    for row, cells in enumerate((("TT", "Loại chợ", "Mức"), ("1.", "Hạng một", "50"))):
        for column, words in enumerate(cells):
            fees.cell(row, column).text = words
    fees.cell(2, 0).merge(fees.cell(2, 1)).text = "Khác"
    fees.cell(2, 2).text = "30"
    for line in ("2. Phí nộp hằng tháng.", "Điều 2. Hiệu lực", "Có hiệu lực ngay./."):
        file.add_paragraph(line)
    foot = file.add_table(rows=1, cols=2)
    foot.cell(0, 0).text = "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT."
    foot.cell(0, 1).text = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Thị An"
    data = io.BytesIO()
    file.save(data)
    return parse(read(data.getvalue(), name="du-thao.docx"))


def test_a_word_draft_with_its_tables() -> None:
    document = word_draft()
    assert [one.eid for one in document.walk()] == [
        "preamble",
        "preamble__basis_1",
        "art_1",
        "art_1__para_1",
        "art_1__para_2",
        "art_2",
        "recipients",
        "signature",
    ]
    fees = document.tables[1]
    assert fees.eid == "art_1__para_1"
    assert rows(document, fees) == [
        ["TT", "Loại chợ", "Mức"],
        ["1.", "Hạng một", "50"],
        ["Khác", "30"],
    ]


def test_the_head_of_a_word_draft_is_read_from_its_table() -> None:
    meta = word_draft().meta
    assert meta.issuer == "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ"
    assert (meta.number, meta.kind, meta.place) == ("/2026/QĐ-UBND", "decision", "Sơn Hà")
    assert meta.title == "Quy định mức thu phí chợ"
    assert meta.signatory is not None
    assert meta.signatory.authority == "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH"
    assert meta.recipients == ("Như Điều 2", "Lưu: VT")


def test_rows_with_borders_in_bare_text() -> None:
    text = HEAD + BODY.replace(
        "2. Khu vực xã", "TT | Khu vực | Mức\n1. | Trung tâm | 20\n2. Khu vực xã"
    )
    document = parse_text(text)
    (table,) = document.tables
    assert table.eid == "art_2__para_1__point_b"
    assert rows(document, table) == [["TT", "Khu vực", "Mức"], ["1.", "Trung tâm", "20"]]
    assert text[table.start : table.end].startswith("TT | Khu vực")


def test_one_line_with_a_border_is_no_table() -> None:
    assert parse_text("Điều 1. Ký hiệu\nKý hiệu a | b được dùng chung.\n").tables == ()


def test_a_cell_that_holds_the_whole_text_is_a_means_of_layout() -> None:
    file = docx.Document()
    cell = file.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "\n".join(
        f"Điều {number}. Nội dung\n1. Thứ nhất.\n2. Thứ hai." for number in range(1, 11)
    )
    data = io.BytesIO()
    file.save(data)
    document = parse(read(data.getvalue(), name="trang.docx"))
    assert "art_10__para_2" in document.by_eid
    assert document.tables == ()


def test_a_frame_of_one_column_is_no_table() -> None:
    file = docx.Document()
    file.add_paragraph("Điều 1. Mức thu")
    frame = file.add_table(rows=2, cols=1)
    frame.cell(0, 0).text = "1. Chợ hạng một: 50.000 đồng.\n2. Chợ hạng hai: 30.000 đồng."
    frame.cell(1, 0).text = "Điều 2. Hiệu lực\nQuyết định này có hiệu lực ngay./."
    data = io.BytesIO()
    file.save(data)
    document = parse(read(data.getvalue(), name="du-thao.docx"))
    found = [one.eid for one in document.walk()]
    assert found == ["art_1", "art_1__para_1", "art_1__para_2", "art_2"]
    assert document.tables == ()
