"""A wrong call: one sentence that says what and how to mend it, exit code 2, nothing written."""

import os

import pytest
from cli_samples import BROKEN, minhphap, names, plain

CALLS = [
    (["kiem-tra", "a.txt"], "không có lệnh “kiem-tra”; các lệnh: check, show,"),
    (["chek", "a.txt"], "không có lệnh “chek”; có phải “check”?"),
    (["check"], "minhphap check: thiếu FILE…"),
    (["check", "mat.docx"], "không thấy tệp nào theo tên “mat.docx”; xem lại đường dẫn"),
    (["check", "*.odt"], "không thấy tệp nào theo tên “*.odt”"),
    (["check", "trong"], "thư mục “trong” không có tệp nào đọc được"),
    (["check", "a.txt", "--frmat", "json"], "không có tùy chọn --frmat; có phải --format?"),
    (["check", "a.txt", "--format", "xml"], "--format nhận một trong: terminal, github, json,"),
    (["check", "a.txt", "--format"], "tùy chọn --format cần một giá trị"),
    (["check", "a.txt", "--on", "mai"], "“mai” không phải ngày; viết như 2026-11-01"),
    (["check", "a.txt", "--on", "2026-02-30"], "“2026-02-30” không phải ngày"),
    (["check", "a.txt", "--select", "HT9"], "Không có quy tắc “HT9”. Các quy tắc hiện có: HT101,"),
    (["check", "a.txt", "--ignore", "abc"], "Không có quy tắc “abc”."),
    (["check", "a.txt", "-o", "a.txt"], "trùng với chính dự thảo; đặt tên khác"),
    (["check", "a.txt", "-o", "b.xyz"], "không rõ dạng báo cáo từ đuôi “.xyz” của b.xyz"),
    (
        ["check", "a.txt", "--format", "html", "-o", "b.docx"],
        "“b.docx” không có đuôi của dạng html",
    ),
    (["check", "a.txt", "c.txt", "-o", "b.docx"], "chỉ chứa được một dự thảo, có 2 tệp"),
    (["check", "a.txt", "--fix", "--format", "html", "-o", "b.docx"], "chỉ chứa được một dạng"),
    (["check", "a.txt", "--format", "json", "--format", "sarif"], "không in được cả json và sarif"),
    (["check", "a.txt", "--registry", "mat.sqlite"], "không thấy tệp pháp luật “mat.sqlite”"),
    (["check", "a.txt", "-o", "a.html", "-o", "b.json"], "chỉ nêu một --output"),
    (["show"], "minhphap show: thiếu FILE…"),
    (["show", "mat.docx"], "không thấy tệp nào theo tên “mat.docx”"),
    (["cite", "a.txt", "--format", "xml"], "--format nhận một trong: lines, json"),
    (["export", "a.txt"], "minhphap export: thiếu --to"),
    (["export", "a.txt", "--to", "pdf"], "--to nhận một trong: akn, json, md, txt"),
    (["export", "a.txt", "c.txt", "--to", "md"], "thừa “c.txt”"),
    (["export", "mat.txt", "--to", "md"], "không thấy tệp “mat.txt”"),
    (["export", "a.txt", "--to", "txt", "-o", "a.txt"], "trùng với chính văn bản"),
    (["rules", "HT999"], "Không có quy tắc “HT999”."),
    (["completion"], "thiếu SHELL"),
    (["completion", "cmd"], "SHELL nhận một trong: bash, zsh, fish"),
    (["demo"], "không có thư mục “examples”; chạy lệnh này trong thư mục của dự án"),
    (["--lang", "fr", "rules"], "--lang nhận vi hoặc en, không nhận “fr”"),
    (["--nhanh"], "không có tùy chọn --nhanh"),
]


@pytest.mark.parametrize(("call", "sentence"), CALLS, ids=lambda one: "_".join(one)[:40])
def test_one_sentence_and_nothing_written(tmp_path, call, sentence):
    plain(tmp_path / "a.txt", BROKEN)
    plain(tmp_path / "c.txt", BROKEN)
    (tmp_path / "trong").mkdir()
    done = minhphap(*call, cwd=tmp_path)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""
    assert names(tmp_path) == ["a.txt", "c.txt"]
    assert (tmp_path / "a.txt").read_text() == BROKEN


def test_english_sentences(tmp_path):
    done = minhphap("--lang", "en", "check", "lost.docx", cwd=tmp_path)
    assert done.stderr == (
        "minhphap check: no file answers to “lost.docx”; check the path"
        " (see: minhphap check --help)\n"
    )


def test_a_folder_that_cannot_be_written_to(tmp_path):
    plain(tmp_path / "a.txt", BROKEN)
    plain(tmp_path / "chan", "một tệp")
    done = minhphap("check", "a.txt", "--format", "html", "-o", "chan/b.html", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("Không ghi được chan/b.html: ")
    assert len(done.stderr.splitlines()) == 1
    assert names(tmp_path) == ["a.txt", "chan"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(tmp_path):
    plain(tmp_path / "a.txt", BROKEN).chmod(0)
    done = minhphap("check", "a.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "a.txt: Không mở được tệp: không có quyền truy cập.\n"


def test_a_file_of_another_kind_is_named_in_one_sentence(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04" + b"\0" * 40)
    for command in (["check"], ["show"], ["cite"], ["export", "--to", "md"]):
        done = minhphap(*command, "a.docx", cwd=tmp_path)
        assert done.returncode == 2
        assert done.stderr.startswith("a.docx: ")
        assert len(done.stderr.splitlines()) == 1
