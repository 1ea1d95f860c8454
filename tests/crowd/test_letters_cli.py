"""``minhphap letters`` as an officer runs it."""

import importlib.util
import io
import os
import shutil
import subprocess
import sys

import docx
import pytest
from letter_samples import DRAFT, head_of, letter, word
from openpyxl import load_workbook

PHOTO = (
    shutil.which("soffice") or shutil.which("libreoffice"),
    shutil.which("pdftoppm"),
    importlib.util.find_spec("tesserocr"),
)
LISTED = "Sở Tài chính; STC\nSở Nội vụ\nSở Tư pháp\n"


@pytest.fixture
def desk(tmp_path):
    """A folder as it lies on a desk."""
    (tmp_path / "thu").mkdir()
    (tmp_path / "du-thao.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "co-quan.txt").write_text(LISTED, encoding="utf-8")
    put(
        tmp_path, "a.txt", letter("Khoản 1 Điều 3: đề nghị cho mượn 05 cuốn.", "Đề nghị bỏ Điều 5.")
    )
    return tmp_path


def put(desk, name, content):
    """A letter into the folder."""
    data = content if isinstance(content, bytes) else content.encode()
    (desk / "thu" / name).write_bytes(data)


def run(desk, *words):
    """The command, in the folder."""
    command = [sys.executable, "-m", "minhphap", "letters", *words]
    return subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False)


def test_the_whole_way(desk):
    done = run(
        desk, "thu", "--draft", "du-thao.txt", "--asked", "co-quan.txt", "--on", "20/10/2026",
        "-o", "ra/bang.docx", "-o", "ra/bang.xlsx", "--remind", "don-doc",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "1 thư, 2 ý kiến: 2 theo điều khoản" in done.stdout
    assert "Đã hỏi 3, trả lời 1, chưa trả lời 2: Sở Nội vụ; Sở Tư pháp." in done.stdout
    assert sorted(path.name for path in (desk / "ra").iterdir()) == ["bang.docx", "bang.xlsx"]
    assert len(list((desk / "don-doc").iterdir())) == 2
    book = load_workbook(desk / "ra" / "bang.xlsx")
    links = [c.hyperlink.target for row in book["Tổng hợp"] for c in row if c.hyperlink]
    assert links == ["../thu/a.txt", "../thu/a.txt"]
    assert (desk / "ra" / links[0]).exists()


def test_a_table_that_is_written_over_keeps_its_answers(desk):
    call = ("thu", "--draft", "du-thao.txt", "-o", "bang.xlsx")
    run(desk, *call)
    book = load_workbook(desk / "bang.xlsx")
    (row,) = [r for r in book["Tổng hợp"].iter_rows() if "mượn 05" in str(r[3].value)]
    row[4].value = "Tiếp thu."
    book.save(desk / "bang.xlsx")
    put(desk, "b.txt", letter("Đề nghị bỏ Điều 5.", head=head_of("Sở Nội vụ", "9/SNV")))
    done = run(desk, *call)
    assert "2 thư, 3 ý kiến" in done.stdout
    rows = load_workbook(desk / "bang.xlsx")["Tổng hợp"].iter_rows(values_only=True)
    assert [r[4] for r in rows if "mượn 05" in str(r[3])] == ["Tiếp thu."]


def test_another_file_of_that_name_is_not_written_over(desk):
    docx.Document().save(str(desk / "bao-cao.docx"))
    before = (desk / "bao-cao.docx").read_bytes()
    done = run(desk, "thu", "--draft", "du-thao.txt", "-o", "bao-cao.docx")
    assert done.returncode == 2
    assert "không phải bản tổng hợp" in done.stderr
    assert (desk / "bao-cao.docx").read_bytes() == before


def test_the_table_and_the_draft_among_the_letters_are_no_letters(desk):
    (desk / "thu" / "du-thao.txt").write_text(DRAFT, encoding="utf-8")
    call = ("thu", "--draft", "thu/du-thao.txt", "-o", "thu/bang.xlsx", "-o", "thu/bang.docx")
    assert "1 thư, 2 ý kiến" in run(desk, *call).stdout
    assert "1 thư, 2 ý kiến" in run(desk, *call).stdout
    assert "1 thư, 2 ý kiến" in run(desk, "thu", "--draft", "thu/du-thao.txt").stdout


def test_a_bad_letter_is_said_and_the_table_is_written(desk):
    put(desk, "hong.docx", b"PK\x03\x04")
    done = run(desk, "thu", "--draft", "du-thao.txt", "-o", "bang.xlsx")
    assert done.returncode == 2
    assert "hong.docx: Không đọc được tệp." in done.stdout
    assert (desk / "bang.xlsx").exists()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("thu", "--draft", "khong-co.docx"), "khong-co.docx:"),
        (("khong-co", "--draft", "du-thao.txt"), "không thấy “khong-co”"),
        (("thu", "--draft", "du-thao.txt", "-o", "bang.pdf"), "--output nhận tệp .docx hoặc .xlsx"),
        (("thu", "--draft", "du-thao.txt", "--remind", "d"), "--remind cần --asked"),
        (("thu", "--draft", "du-thao.txt", "--on", "mai"), "không phải ngày"),
        (("thu", "--draft", "du-thao.txt", "--asked", "rong.txt"), "Không thấy tên cơ quan nào"),
        (("thu", "--draft", "du-thao.txt", "--previous", "rong.txt"), "rong.txt:"),
        (("trong", "--draft", "du-thao.txt"), "không có thư góp ý nào"),
    ],
)
def test_a_wrong_call_gets_one_sentence(desk, words, sentence):
    (desk / "rong.txt").write_text("\n", encoding="utf-8")
    (desk / "trong").mkdir()
    done = run(desk, *words)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_the_template_is_put_where_there_is_none_and_used_after(desk):
    call = ("thu", "--draft", "du-thao.txt", "--template", "mau.docx", "-o", "bang.docx")
    run(desk, *call)
    document = docx.Document(str(desk / "mau.docx"))
    document.add_paragraph("Mẫu của Sở")
    document.save(str(desk / "mau.docx"))
    assert run(desk, *call).returncode == 0
    data = io.BytesIO((desk / "bang.docx").read_bytes())
    assert docx.Document(data).paragraphs[-1].text == "Mẫu của Sở"


def test_english(desk):
    done = run(desk, "--lang", "en", "thu", "--draft", "du-thao.txt")
    assert "1 letters, 2 passages: 2 on provisions" in done.stdout


@pytest.mark.skipif(
    None in PHOTO and os.environ.get("CI") != "true",
    reason="soffice, pdftoppm or the extra ocr is missing: they make and read a letter's photo",
)
def test_a_letter_in_a_photo(desk):
    office, painter, reader = PHOTO
    assert None not in (office, painter, reader), "CI must have soffice, pdftoppm, extra ocr"
    lines = (*head_of("Sở Nội vụ", "9/SNV"), "Đề nghị bỏ Điều 5.", "Trân trọng./.")
    (desk / "anh.docx").write_bytes(word(lines))
    profile = f"-env:UserInstallation={(desk / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(desk)]
    subprocess.run([*command, "anh.docx"], cwd=desk, check=True, capture_output=True, timeout=120)
    paint = [painter, "-r", "200", "-gray", "-png", "-singlefile", "anh.pdf", "thu/anh"]
    subprocess.run(paint, cwd=desk, check=True, capture_output=True, timeout=60)
    done = run(desk, "thu", "--draft", "du-thao.txt", "-o", "bang.xlsx")
    rows = load_workbook(desk / "bang.xlsx")["Tổng hợp"].iter_rows(values_only=True)
    found = [row[3] for row in rows if row[2] == "Sở Nội vụ"]
    assert found == ["Đề nghị bỏ Điều 5."], done.stdout
    assert "nhận dạng từ ảnh" in done.stdout
