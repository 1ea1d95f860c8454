"""docs/bad-input.md says what the program says, fault by fault; a refused file leaves no trace."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from intake_docx import para, run, word
from intake_faults import (
    NOTICED,
    REFUSED,
    Fault,
    good,
    noticed_table,
    open_fault,
    page_rows,
    refusal,
    refused_table,
)
from intake_office import CI, converter, why_missing

from minhphap.intake import Unreadable, read

PAGE = (Path(__file__).parents[2] / "docs" / "bad-input.md").read_text(encoding="utf-8")
OFFICE = ("rtf-office-fails", "rtf-slow", "converted")
RECOGNITION = ("blank-scan", "broken-picture", "huge-picture", "scan-without-language")


def can_run(name: str) -> None:
    """Skip what needs a program that is missing here."""
    if name in OFFICE and converter() is None and not CI:
        pytest.skip("LibreOffice (soffice) is not installed")
    if name in RECOGNITION and why_missing() is not None and not CI:
        pytest.skip("the ocr extra or Tesseract's Vietnamese data are not installed")


def test_the_page_has_a_row_for_each_fault() -> None:
    assert [row[0] for row in page_rows(PAGE, "Refused")] == list(REFUSED)
    assert [row[0] for row in page_rows(PAGE, "Read, with a notice")] == list(NOTICED)


@pytest.mark.parametrize("row", page_rows(PAGE, "Refused"), ids=lambda row: row[0])
def test_a_refused_file_is_refused_with_the_sentence_of_the_page(row: tuple[str, ...]) -> None:
    name, _, code, message, message_en = row
    can_run(name)
    error = refusal(REFUSED[name])
    assert (error.code, error.message, error.message_en) == (code, message, message_en)
    assert str(error) == message
    assert message.count(". ") <= 1
    assert message.endswith((".", "]'."))


@pytest.mark.parametrize("row", page_rows(PAGE, "Read, with a notice"), ids=lambda row: row[0])
def test_a_file_that_is_read_says_the_notice_of_the_page(row: tuple[str, ...]) -> None:
    name, _, code, message, message_en = row
    can_run(name)
    source = open_fault(NOTICED[name])
    assert source.text.strip()
    notice = source.notices[0]
    assert (notice.code, notice.message, notice.message_en) == (code, message, message_en)


def test_the_tables_of_the_page_are_those_that_are_printed() -> None:
    if not CI and (converter() is None or why_missing() is not None):
        pytest.skip("LibreOffice or Tesseract's Vietnamese data are not installed")
    assert refused_table() == page_rows(PAGE, "Refused")
    assert noticed_table() == page_rows(PAGE, "Read, with a notice")


HARMLESS = {
    "names that climb": lambda: good(**{"../../../ra-ngoai.txt": "x", "/tuyet-doi.txt": "x"}),
    "names with backslashes": lambda: good().replace(b"word/document.xml", b"word\\document.xml"),
    "links outward": lambda: good(
        **{
            "word/_rels/document.xml.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/"
            "package/2006/relationships'><Relationship Id='a' Type='x/attachedTemplate'"
            " TargetMode='External' Target='file:///etc/hostname'/><Relationship Id='b'"
            " Type='x/styles' Target='/../../../etc/hostname'/></Relationships>"
        }
    ),
    "broken comments that nothing points to": lambda: good(**{"word/comments.xml": "<a"}),
    "bytes after the end": lambda: good() + b"x" * 500,
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_harms_nothing_is_read(name: str) -> None:
    source = read(HARMLESS[name]())
    assert source.text.startswith("Điều 1. Phạm vi điều chỉnh\n")
    assert source.notices == ()


def test_a_path_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as error:
        read(tmp_path)
    assert error.value.code == "folder"
    with pytest.raises(Unreadable) as error:
        read(tmp_path / "khong-co.docx")
    assert error.value.code == "not-found"
    loop = tmp_path / "vong"
    loop.symlink_to(loop)
    with pytest.raises(Unreadable) as error:
        read(loop)
    assert error.value.code == "cannot-open"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may read everything"
)
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    locked = tmp_path / "khoa.txt"
    locked.write_text("Điều 1", encoding="utf-8")
    locked.chmod(0)
    with pytest.raises(Unreadable) as error:
        read(locked)
    assert error.value.code == "no-permission"


@pytest.mark.parametrize("name", ["cut-docx", "external-entity", "password-pdf", "binary"])
def test_the_command_line_says_one_sentence_and_writes_nothing(name: str, tmp_path: Path) -> None:
    fault = REFUSED[name]
    assert isinstance(fault, Fault)
    bad = tmp_path / "vao" / "xau.docx"
    bad.parent.mkdir()
    bad.write_bytes(fault.data())
    scratch = tmp_path / "tam"
    scratch.mkdir()
    out = str(tmp_path / "ra.docx")
    done = subprocess.run(
        [sys.executable, "-m", "minhphap", "check", str(bad), "--output", out],
        cwd=scratch, env={**os.environ, "TMPDIR": str(scratch)},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == f"{bad}: {refusal(fault).message}\n"
    assert "Traceback" not in done.stdout
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == [bad]


def test_a_large_table_is_read_in_linear_time() -> None:
    """The tree is let go of in a way that does not walk it again for every node."""

    def seconds(rows: int) -> float:
        line = f"<w:tr>{''.join(f'<w:tc>{para(run(str(at)))}</w:tc>' for at in range(10))}</w:tr>"
        data = word(f"<w:tbl>{line * rows}</w:tbl>")
        began = time.process_time()
        assert len(read(data).blocks) == 10 * rows
        return time.process_time() - began

    seconds(50)
    assert seconds(2000) < 30 * max(seconds(200), 0.01)
