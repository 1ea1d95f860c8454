"""The papers: the table in Word and as a workbook, the reminders; in the office's own template."""

import datetime as dt
import io
import os
import re
import shutil
import subprocess
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from letter_samples import letter, read_all
from openpyxl import load_workbook

from minhphap.crowd.letters import (
    AskedBody,
    own_template,
    paper,
    relative_link,
    reminder,
    reminders,
    tabulate,
    workbook,
)
from minhphap.intake import Unreadable, read

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
LINK = relative_link("thu gop y")
ASKED = (
    AskedBody("Sở Tài chính"),
    AskedBody("Sở Nội vụ", (), dt.date(2026, 9, 20), dt.date(2026, 10, 10)),
    AskedBody("Sở Tư pháp", (), dt.date(2026, 9, 20), dt.date(2026, 10, 10)),
)


@pytest.fixture
def table(tmp_path):
    """A table with every kind of row."""
    body = (
        "Khoản 1 Điều 3: đề nghị cho mượn 05 cuốn <sách & báo>.",
        "Khoản 1 Điều 3 có áp dụng với học sinh không?",
        "Mục 9 chưa rõ, đề nghị xem lại.",
        "Toàn tỉnh có 62 thư viện xã.",
        "Dự thảo còn chung chung.",
    )
    collection = read_all(tmp_path / "thu", {"số 1/a b.txt": letter(*body)}, asked=ASKED)
    return tabulate(collection, asked=ASKED, on=dt.date(2026, 10, 20))


def grid(data):
    """The cells of the official table of a Word file, row by row."""
    document = docx.Document(io.BytesIO(data))
    found = next(t for t in document.tables if "NỘI DUNG GÓP Ý" in t.rows[0]._tr.xml)
    return found, [[cell.text for cell in row.cells] for row in found.rows]


def test_the_word_table_has_the_four_columns_and_empty_answers(table):
    _, rows = grid(paper(table, LINK))
    assert rows[0] == [
        "NHÓM VẤN ĐỀ, ĐIỀU, KHOẢN", "CHỦ THỂ GÓP Ý", "NỘI DUNG GÓP Ý",
        "NỘI DUNG TIẾP THU, GIẢI TRÌNH",
    ]  # fmt: skip
    passages = [row for row in rows[1:] if len(set(row)) > 1]
    assert len(passages) == table.totals.passages == 4
    assert {row[3] for row in passages} == {""}
    assert passages[0][0].startswith("Khoản 1 Điều 3")
    assert "cho mượn 05 cuốn <sách & báo>." in passages[0][2]
    assert "Nguồn: số 1/a b.txt, đoạn 10" in passages[0][2]


def test_the_first_column_is_merged_down_and_the_header_repeats(table):
    found, _ = grid(paper(table, LINK))
    merges = [cell.get(qn("w:val")) for cell in found._tbl.iter(qn("w:vMerge"))]
    assert merges == ["restart", "continue"]
    assert found.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None


def test_head_counts_and_lists(table):
    text = read(paper(table, LINK), name="t.docx").text
    assert "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH" in text
    assert "ĐỐI VỚI DỰ THẢO QUYẾT ĐỊNH BAN HÀNH QUY CHẾ QUẢN LÝ THƯ VIỆN" in text
    assert "1. Tổng số 3 cơ quan, tổ chức, cá nhân đã gửi xin ý kiến" in text
    assert "tổng số 4 ý kiến nhận được." in text
    assert "Đã trả lời: 1/3 cơ quan; chưa trả lời: 2." in text
    assert "Chưa trả lời: Sở Nội vụ (quá hạn 10 ngày); Sở Tư pháp (quá hạn 10 ngày)." in text
    assert "Thống nhất hoàn toàn với dự thảo" not in text  # nobody: the line goes away
    assert "{{" not in text


def test_what_must_be_looked_at_stands_behind_the_table(table):
    text = read(paper(table, LINK), name="t.docx").text
    behind = text[text.index("DANH SÁCH CẦN XEM LẠI") :]
    assert "“Toàn tỉnh có 62 thư viện xã.”" in behind
    assert "“Mục 9 chưa rõ, đề nghị xem lại.”" in behind


def test_nothing_to_look_at_leaves_no_page_for_it(tmp_path):
    made = tabulate(read_all(tmp_path, {"a.txt": letter("Đề nghị bỏ Điều 5.")}))
    assert "CẦN XEM LẠI" not in read(paper(made, LINK), name="t.docx").text


def test_each_row_opens_its_source(table):
    data = paper(table, LINK)
    rels = zipfile.ZipFile(io.BytesIO(data)).read("word/_rels/document.xml.rels").decode()
    assert rels.count('TargetMode="External"') >= 1
    assert "thu%20gop%20y/s%E1%BB%91%201/a%20b.txt" in rels
    sheet = load_workbook(io.BytesIO(workbook(table, LINK)))["Tổng hợp"]
    links = [cell.hyperlink.target for row in sheet for cell in row if cell.hyperlink]
    assert len(links) == 4
    assert set(links) == {"thu%20gop%20y/s%E1%BB%91%201/a%20b.txt"}


def test_a_page_of_a_pdf_is_opened_at_its_page():
    assert relative_link("thu")("a.pdf", 3) == "thu/a.pdf#page=3"
    assert relative_link("")("thu.eml/gop y.docx", 0) == "thu.eml"


def test_the_workbook_has_its_sheets_and_keeps_words_words(table):
    book = load_workbook(io.BytesIO(workbook(table, LINK)))
    assert book.sheetnames == ["Tổng hợp", "Cần xem lại", "Cơ quan được hỏi", "_minhphap"]
    assert book["_minhphap"].sheet_state == "hidden"
    matters = [row[0].value for row in book["Cần xem lại"].iter_rows(min_row=2)]
    assert matters == ["Ý kiến chưa rõ điều, khoản", "Chữ chưa xếp được"]
    names = [row[1].value for row in book["Cơ quan được hỏi"].iter_rows(min_row=2)]
    assert names == ["Sở Nội vụ", "Sở Tư pháp"]


def test_a_passage_that_looks_like_a_formula_is_text(tmp_path):
    rows = "Điều;Ý kiến;Lý do\nĐiều 5;=HYPERLINK(1) đề nghị bỏ;\n"
    made = tabulate(read_all(tmp_path, {"a.csv": rows}))
    sheet = load_workbook(io.BytesIO(workbook(made, LINK)))["Tổng hợp"]
    cells = [cell for row in sheet for cell in row if str(cell.value).startswith("=")]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}


def test_the_same_data_give_the_same_bytes(table):
    assert paper(table, LINK) == paper(table, LINK)
    assert workbook(table, LINK) == workbook(table, LINK)
    assert reminder(table, table.silent) == reminder(table, table.silent)


def restyled(change):
    """The template after somebody has worked on it."""
    document = docx.Document(io.BytesIO(own_template("bang-tong-hop")))
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_the_office_may_restyle_the_template(table):
    def change(document):
        document.add_paragraph("Mẫu riêng của {{co_quan}}")
        for run in document.tables[1].rows[2].cells[2].paragraphs[0].runs:
            run.font.bold = True

    data = paper(table, LINK, restyled(change))
    assert "Mẫu riêng của Sở Văn hóa, Thể thao và Du lịch" in read(data, name="t.docx").text
    found, _ = grid(data)
    assert found.rows[2].cells[2].paragraphs[0].runs[0].bold


def test_a_field_that_word_has_cut_into_runs_is_filled(table):
    def change(document):
        paragraph = document.add_paragraph("Về {{ten_")
        paragraph.add_run("du_thao}}.").bold = True

    text = read(paper(table, LINK, restyled(change)), name="t.docx").text
    assert "Về dự thảo Quyết định ban hành Quy chế quản lý thư viện" in text


def test_a_template_without_a_row_to_fill_is_refused(table):
    def change(document):
        document.tables[1]._tbl.getparent().remove(document.tables[1]._tbl)

    with pytest.raises(Unreadable, match="mẫu thiếu hàng"):
        paper(table, LINK, restyled(change))
    with pytest.raises(Unreadable, match="Không mở được tệp mẫu"):
        paper(table, LINK, b"no template")


def test_a_reminder_to_each_or_to_all(table):
    each = reminders(table)
    assert [name for name, _ in each] == ["01-don-doc-so-noi-vu.docx", "02-don-doc-so-tu-phap.docx"]
    text = read(each[0][1], name="a.docx").text
    assert "Kính gửi: Sở Nội vụ." in text
    assert "V/v đôn đốc tham gia ý kiến đối với dự thảo Quyết định" in text
    assert "Văn bản số 77/SVHTTDL-QLVH ngày 20/09/2026" in text
    assert "thời hạn trả lời: 10/10/2026. Đến ngày 20/10/2026" in text
    assert "{{" not in text
    together = read(reminder(table, table.silent), name="a.docx").text
    assert "- Sở Nội vụ;\n- Sở Tư pháp." in together


def test_number_day_and_signature_are_left_to_people(table):
    xml = zipfile.ZipFile(io.BytesIO(reminder(table, table.silent))).read("word/document.xml")
    tags = re.findall(r'<w:tag w:val="(\w+)"', xml.decode())
    assert {"so", "ngay", "thang", "nam", "han_moi", "chuc_vu", "ho_ten"} <= set(tags)


@pytest.mark.skipif(
    SOFFICE is None and os.environ.get("CI") != "true",
    reason="LibreOffice (soffice) is not installed; it opens what the papers wrote",
)
def test_libreoffice_saves_the_tables_and_nothing_is_lost(table, tmp_path):
    from minhphap.crowd.letters import read_previous

    assert SOFFICE, "CI must have LibreOffice"
    (tmp_path / "t.docx").write_bytes(paper(table, LINK))
    (tmp_path / "t.xlsx").write_bytes(workbook(table, LINK))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind in ("docx", "xlsx"):
        command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir"]
        command += [str(tmp_path / "out"), str(tmp_path / f"t.{kind}")]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        written = read_previous(tmp_path / "out" / f"t.{kind}")
        assert [row.id for row in written.rows] == [row.id for row in table.rows]
        assert [row.text for row in written.rows] == [row.text for row in table.rows]
        assert written.draft == table.draft.source.text
