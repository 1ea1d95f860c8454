"""Plain text, Markdown, Word with real footnotes, Akoma Ntoso that is valid and reads back."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree
from tests.registry.consolidation_samples import BASE, FIRST, LATE, SECOND, consolidated

from minhphap.amendments import instructions
from minhphap.intake import read
from minhphap.registry.consolidation import consolidate, read_act, render
from minhphap.structure import load, parse, parse_text

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = etree.XMLSchema(etree.parse(ROOT / "tests/vectors/akomantoso/akomantoso30.xsd"))
AKN = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture(scope="module")
def made():
    return consolidated()


def test_plain_text(made):
    text = render(made, "txt").decode()
    lines = text.splitlines()
    assert lines[0] == "BẢN HỢP NHẤT ĐỂ THAM KHẢO"
    assert "ỦY BAN NHÂN DÂN" in lines
    assert "TỈNH SƠN HÀ" in lines
    assert "c)[3] Phân bón: 1 triệu đồng." in lines
    assert "3.[4] (được bãi bỏ)" in lines
    assert "Điều 2a. Nguồn kinh phí[5]" in lines
    assert sum(line.startswith("[") for line in lines) == len(made.notes) == 9
    assert lines.index("QUYẾT ĐỊNH") < lines.index(made.preface[0]) < lines.index("Chương I")


def test_number_day_and_signature_of_the_base_are_left_out(made):
    text = render(made, "txt").decode()
    assert "Số: 12/2027" not in text
    assert "Nguyễn Văn An" not in text
    assert "Nơi nhận" not in text
    assert "XÁC THỰC VĂN BẢN HỢP NHẤT" in text


def test_every_mark_stands_once(made):
    for form, pattern in (("txt", r"\[(\d+)\]"), ("md", r"\[\^(\d+)\](?!:)")):
        body = render(made, form).decode().partition("\n[1] ")[0]
        assert [int(one) for one in re.findall(pattern, body)] == list(range(1, 10))


def test_the_certification_stands_before_what_is_issued_with_the_decision():
    base = (
        "QUYẾT ĐỊNH\nBan hành Quy định về chợ\nSố: 12/2027/QĐ-UBND\n"
        "Điều 1. Ban hành kèm theo Quyết định này Quy định về chợ.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 7 năm 2027.\n"
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An\n"
        "QUY ĐỊNH\nVề chợ\n(Kèm theo Quyết định số 12/2027/QĐ-UBND)\nĐiều 1. Phạm vi\nChợ.\n"
    )
    text = render(consolidate(parse_text(base), []), "txt").decode()
    assert text.index("XÁC THỰC") < text.index("Điều 1. Phạm vi")
    assert "Nguyễn Văn An" not in text


def test_markdown(made):
    text = render(made, "md").decode()
    assert "# QUYẾT ĐỊNH" in text
    assert "#### Điều 2a. Nguồn kinh phí[^5]\n\n1\\. Ngân sách" in text
    assert "[^4]: Khoản này được bãi bỏ" in text


def test_words_that_markdown_would_take_for_its_own():
    base = BASE.replace("2. Hộ nghèo được", "2. *Hộ* nghèo_cũ [x] được")
    text = render(consolidated(base=base), "md").decode()
    assert "2\\. \\*Hộ\\* nghèo\\_cũ \\[x\\] được" in text


def test_the_word_file_has_real_footnotes(made):
    file = render(made, "docx")
    paper = docx.Document(io.BytesIO(file))
    marks = [
        int(mark.get(f"{W}id"))
        for paragraph in paper.paragraphs
        for mark in paragraph._p.iter(f"{W}footnoteReference")
    ]
    assert marks == list(range(1, 10))
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        notes = etree.fromstring(parts.read("word/footnotes.xml"))
        assert b"footnotes.xml" in parts.read("word/_rels/document.xml.rels")
    words = {int(one.get(f"{W}id")): "".join(one.itertext()).strip() for one in notes}
    assert words[3].startswith("Điểm này được bổ sung theo quy định tại khoản 2 Điều 1")
    at = next(one for one in paper.paragraphs if one.text.startswith("Điều 2a."))
    assert at.runs[0].bold
    assert paper.core_properties.title.endswith("12/2027/QĐ-UBND, đến ngày 31 tháng 12 năm 2029")


def test_equal_texts_give_equal_files(made):
    assert render(made, "docx") == render(consolidated(), "docx")


def test_tables_and_foreign_signs_in_a_word_file():
    paper = docx.Document()
    for line in BASE.splitlines():
        if line.startswith("Điều 4."):
            table = paper.add_table(rows=1, cols=2)
            table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Keo", "3 triệu đồng"
        paper.add_paragraph(line)
    out = io.BytesIO()
    paper.save(out)
    base = parse(read(out.getvalue(), name="goc.docx"))
    act = FIRST.replace("1 triệu đồng.”", "1 triệu \x01đồng.”")
    made = consolidate(base, [parse_text(act)], LATE)
    again = docx.Document(io.BytesIO(render(made, "docx")))
    assert [cell.text for cell in again.tables[-1].rows[0].cells] == ["Keo", "3 triệu đồng"]
    assert "Keo | 3 triệu đồng" in render(made, "txt").decode()
    assert "| Keo | 3 triệu đồng |" in render(made, "md").decode()


@pytest.mark.skipif(
    SOFFICE is None and os.environ.get("CI") != "true",
    reason="LibreOffice (soffice) is not installed; it opens the consolidated file",
)
def test_libreoffice_opens_the_file_with_its_footnotes(made, tmp_path):
    (tmp_path / "hop-nhat.docx").write_bytes(render(made, "docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [SOFFICE, profile, "--headless", "--convert-to", "fodt", "hop-nhat.docx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    root = etree.parse(tmp_path / "hop-nhat.fodt")
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    notes = ["".join(one.itertext()) for one in root.iter(f"{text}note-body")]
    assert len(notes) == 9
    assert "Khoản này được bãi bỏ theo quy định tại khoản 5 Điều 1" in notes[3]
    paragraphs = ["".join(one.itertext()) for one in root.iter(f"{text}p")]
    assert any(one.startswith("Điều 2a. Nguồn kinh phí") for one in paragraphs)


def test_akoma_ntoso_is_valid_and_reads_back(made):
    file = render(made, "akn")
    SCHEMA.assertValid(etree.fromstring(file))
    again = load(file, "akn")
    assert again.source.text == made.document.source.text
    assert again.provisions == made.document.provisions
    assert again.meta == made.document.meta


def test_akoma_ntoso_tells_the_life_of_the_text(made):
    root = etree.fromstring(render(made, "akn"))
    act = root[0]
    assert act.get("contains") == "singleVersion"
    expression = act.find("a:meta/a:identification/a:FRBRExpression", AKN)
    assert expression.find("a:FRBRuri", AKN).get("value").endswith("/vie@2029-12-31")
    assert expression.find("a:FRBRdate", AKN).get("date") == "2029-12-31"
    life = [
        (one.get("date"), one.get("type"), one.get("source"))
        for one in act.find("a:meta/a:lifecycle", AKN)
    ]
    assert life == [
        ("2027-06-10", "generation", "#original"),
        ("2028-03-01", "amendment", "#act_1"),
        ("2029-02-01", "amendment", "#act_2"),
    ]
    references = act.find("a:meta/a:references", AKN)
    assert references.find("a:passiveRef[@eId='act_2']", AKN).get("href") == (
        "/akn/vn/act/decision/2029-01-20/07-2029-qd-ubnd"
    )


def test_akoma_ntoso_tells_what_changed_what(made):
    act = etree.fromstring(render(made, "akn"))[0]
    changes = act.findall("a:meta/a:analysis/a:passiveModifications/a:textualMod", AKN)
    told = [
        (
            one.get("type"),
            one.find("a:source", AKN).get("href").rpartition("/")[2],
            one.find("a:destination", AKN).get("href"),
        )
        for one in changes
    ]
    first, second = "30-2028-qd-ubnd#art_1__para_", "07-2029-qd-ubnd#art_1__para_"
    assert told == [
        ("substitution", f"{first}1", "#art_2__para_1__point_a"),
        ("substitution", f"{second}1", "#art_2__para_1__point_a"),
        ("insertion", f"{first}2", "#art_2__para_1__point_c"),
        ("repeal", f"{first}5", "#art_2__para_3"),
        ("insertion", f"{first}3", "#art_2a"),
        ("substitution", f"{second}2", "#art_3"),
        ("substitution", f"{second}3", "#art_3__para_1"),
        ("substitution", f"{first}4", "#art_3__para_3"),
    ]
    eids = {one.get("eId") for one in act.iter()}
    assert {destination[1:] for _, _, destination in told} <= eids
    assert "".join(changes[-1].itertext()) == "15 ngày10 ngày làm việc"


def test_akoma_ntoso_has_the_notes_at_their_places(made):
    act = etree.fromstring(render(made, "akn"))[0]
    notes = act.findall("a:meta/a:notes/a:note", AKN)
    assert ["\n".join(p.text for p in one) for one in notes] == [one.text for one in made.notes]
    marks = list(act.iter(f"{{{AKN['a']}}}noteRef"))
    assert [one.get("href") for one in marks] == [f"#note_{n}" for n in range(1, 10)]
    assert etree.QName(marks[1].getparent()).localname == "num"
    assert etree.QName(marks[4].getparent()).localname == "heading"
    assert marks[7].getprevious() is None
    assert marks[7].getparent().text.endswith("10 ngày làm việc")
    assert marks[7].tail == "."


def test_a_repeal_of_the_whole_is_an_event():
    last = parse_text(
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\nSố: 50/2029/QĐ-UBND\nSơn Hà, ngày 02 tháng 6 năm 2029\n"
        "QUYẾT ĐỊNH\nQuy định mức hỗ trợ mới\nĐiều 1. Hiệu lực\n"
        "Quyết định này có hiệu lực từ ngày 15 tháng 6 năm 2029 và thay thế Quyết định số"
        " 12/2027/QĐ-UBND.\n"
    )
    assert instructions(last)
    made = consolidate(parse_text(BASE), [read_act(last)], LATE)
    assert made.applied.ended is not None
    root = etree.fromstring(render(made, "akn"))
    SCHEMA.assertValid(root)
    events = root.findall("a:act/a:meta/a:lifecycle/a:eventRef", AKN)
    assert [one.get("type") for one in events] == ["generation", "repeal"]


def test_bare_texts_without_heads_can_be_consolidated():
    base = "Điều 1. Phạm vi\n1. Một.\n2. Hai.\n"
    act = "Điều 1. Bãi bỏ khoản 2 Điều 1.\nĐiều 2. Sửa đổi khoản 1 Điều 1 như sau: “1. Mới.”.\n"
    made = consolidate(parse_text(base), [parse_text(act)])
    for form in ("txt", "md", "docx", "akn"):
        assert render(made, form)
    SCHEMA.assertValid(etree.fromstring(render(made, "akn")))


def test_two_acts_with_equal_heads_keep_their_own_days():
    early = read_act(parse_text("Điều 1. Bãi bỏ khoản 3 Điều 2 Quyết định số 12/2027/QĐ-UBND.\n"))
    assert early.effective is None
    twice = consolidate(parse_text(BASE), [parse_text(FIRST), parse_text(SECOND)], LATE)
    assert len(twice.acts) == 2
