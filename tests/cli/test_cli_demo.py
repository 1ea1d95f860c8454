"""``minhphap demo`` on the drafts of examples/."""

import re
import zipfile

from cli_samples import ROOT, minhphap, names


def test_demo_prints_the_report_and_writes_commented_word_files(tmp_path):
    done = minhphap("demo", "--examples", ROOT / "examples", cwd=tmp_path)
    assert done.returncode == 0
    assert "du-thao-cho-dem-con-loi.docx:" in done.stdout
    faults = set(re.findall(r"^\S+:\d+:\d+  (\w+)", done.stdout, re.MULTILINE))
    assert {
        "HT101",
        "HT103",
        "HT104",
        "HT201",
        "HT202",
        "HT203",
        "HT301",
        "HT302",
        "HT401",
    } <= faults
    written = "out/du-thao-cho-dem-con-loi.nhan-xet.docx"
    assert f"Mở {written} bằng Word hoặc LibreOffice" in done.stdout
    assert written in names(tmp_path)
    comments = zipfile.ZipFile(tmp_path / written).read("word/comments.xml").decode()
    assert comments.count("<w:comment ") >= 10


def test_only_the_draft_with_planted_faults_has_findings(tmp_path):
    done = minhphap("demo", "--examples", ROOT / "examples", cwd=tmp_path)
    files = set(re.findall(r"^\S*/(\S+):\d+:\d+  HT", done.stdout, re.MULTILINE))
    assert files == {"du-thao-cho-dem-con-loi.docx"}
