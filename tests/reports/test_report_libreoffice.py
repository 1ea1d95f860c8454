"""A second reader of what we write: the office suite itself."""

import os
import shutil
import subprocess

import pytest
from lxml import etree
from report_samples import REPORT, TEXT
from word_samples import finding, on, read, word_file

from minhphap.findings import Edit
from minhphap.reports import Checked, Report, apply_fixes, render
from minhphap.structure import Document, Metadata

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT_NS = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"

pytestmark = pytest.mark.skipif(
    SOFFICE is None and os.environ.get("CI") != "true",
    reason="LibreOffice (soffice) is not installed; it reads back what the reports wrote",
)


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """What LibreOffice makes of three files, opened in one call."""
    folder = tmp_path_factory.mktemp("office")
    draft = read(word_file())
    document = Document(draft, Metadata(), ())
    findings = (on(draft, "mức thu & mức chi"), on(draft, "phí theo mức tại khoản 9"))
    fix = on(draft, "khoản 9")
    fix = finding(fix.start, fix.end, fix=((Edit(fix.start, fix.end, "khoản 3"),), True))
    files = {
        "own.docx": render(Report((Checked(document, findings),)), "docx"),
        "fresh.docx": render(REPORT, "docx"),
        "fixed.docx": apply_fixes(draft, [fix]).data,
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    assert SOFFICE, "CI must have LibreOffice"
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "fodt", "--outdir", folder, *(folder / name for name in files)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return {name: etree.parse(folder / name.replace(".docx", ".fodt")).getroot() for name in files}


def comments(root):
    """The words under each comment of Minh Pháp, and its first two lines."""
    found, open_ = {}, {}
    for event, one in etree.iterwalk(root.find(f".//{OFFICE}text"), events=("start", "end")):
        if one.tag == f"{OFFICE}annotation" and event == "start":
            if one.findtext(f"{DC}creator") == "Minh Pháp":
                lines = ["".join(p.itertext()) for p in one.iter(f"{TEXT_NS}p")]
                open_[one.get(f"{OFFICE}name")] = ["", lines[:2]]
        elif one.tag == f"{OFFICE}annotation-end" and event == "end":
            name = one.get(f"{OFFICE}name")
            if name in open_:
                words, lines = open_.pop(name)
                found[words] = lines
        if any(up.tag == f"{OFFICE}annotation" for up in one.iterancestors()):
            continue
        words = one.text if event == "start" and one.tag != f"{OFFICE}annotation" else None
        words = one.tail if event == "end" else words
        for entry in open_.values():
            entry[0] += words or ""
    return found


def test_the_comments_stand_on_their_words(opened):
    found = comments(opened["own.docx"])
    assert found["mức thu & mức chi"][0] == "▲ nên xem lại · HT201 · khoản 1 Điều 1"
    assert any(words.endswith("khoản 9") for words in found)
    assert len(found) == 2


def test_the_fresh_file_opens_with_text_and_comments(opened):
    root = opened["fresh.docx"]
    found = comments(root)
    assert set(found) == {
        "ỦY", "12 / 2026/QĐ-UBND", "khoản 9 Điều 2", "2. Mức thu tại nơi khác"
    }  # fmt: skip
    assert found["ỦY"] == ["● Chữ do máy nhận dạng từ ảnh."]
    body = root.find(f".//{OFFICE}text")
    for one in list(body.iter(f"{OFFICE}annotation")):
        for child in list(one):
            one.remove(child)
    text = "\n".join("".join(p.itertext()) for p in body.iter(f"{TEXT_NS}p"))
    assert " ".join(text.split()) == " ".join(TEXT.split())


def test_the_fix_is_a_tracked_change(opened):
    changes = opened["fixed.docx"].iter(f"{TEXT_NS}changed-region")
    ours = [one for one in changes if "Minh Pháp" in "".join(one.itertext())]
    assert len(ours) == 2
