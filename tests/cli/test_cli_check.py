"""``minhphap check`` as a user calls it."""

import json
import subprocess
import sys
import zipfile

import pytest
from cli_samples import BROKEN, CLEAN, SPACED, minhphap, names, plain, plain_environment, word


def test_exit_0_and_one_line_when_there_is_nothing_to_look_at(tmp_path):
    word(tmp_path / "sach.docx", CLEAN)
    done = minhphap("check", "sach.docx", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[-1] == "1 văn bản: ✓ các quy tắc đã chạy không thấy chỗ nào phải xem."
    assert not any(line.startswith("sach.docx:") for line in lines)


def test_exit_1_and_the_place_of_a_finding(tmp_path):
    word(tmp_path / "du-thao.docx", BROKEN)
    done = minhphap("check", "du-thao.docx", cwd=tmp_path)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0] == "du-thao.docx:14:24  HT201  ■ phải xử lý  khoản 2 Điều 1"
    start = lines[1].index("khoản 7 Điều 1")
    assert lines[2][start - 1 :] == " " + "^" * len("khoản 7 Điều 1")
    assert lines[-1] == "1 văn bản: ■ 1 phải xử lý."


def test_exit_2_when_a_file_is_refused_and_the_others_go_on(tmp_path):
    plain(tmp_path / "a.txt", BROKEN)
    (tmp_path / "b.docx").write_bytes(b"")
    plain(tmp_path / "c.txt", CLEAN)
    done = minhphap("check", "a.txt", "b.docx", "c.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "b.docx: Tệp rỗng (0 byte); hãy lấy lại tệp gốc.\n"
    assert "a.txt:14:24  HT201" in done.stdout
    assert done.stdout.endswith("2 văn bản: ■ 1 phải xử lý; 1 tệp không đọc được.\n")


def test_only_refused_files_claim_nothing_about_findings(tmp_path):
    (tmp_path / "b.docx").write_bytes(b"")
    done = minhphap("check", "b.docx", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout.endswith("0 văn bản; 1 tệp không đọc được.\n")


def test_folder_and_pattern_take_readable_files_once_and_pass_over_our_own(tmp_path):
    for name in ("ho-so/b.txt", "ho-so/sau/a.txt", "ho-so/.an/x.txt", "ho-so/~$khoa.txt"):
        plain(tmp_path / name, BROKEN)
    plain(tmp_path / "ho-so/b.nhan-xet.txt", BROKEN)
    plain(tmp_path / "ho-so/b.sua.txt", BROKEN)
    plain(tmp_path / "ho-so/anh.xcf", "không phải văn bản")
    done = minhphap("check", "ho-so", "ho-so/*.txt", "ho-so/**/a.txt", cwd=tmp_path)
    found = [line.split(":")[0] for line in done.stdout.splitlines() if "HT201" in line]
    assert found == ["ho-so/b.txt", "ho-so/sau/a.txt"]


def test_standard_input_takes_its_name_and_kind_from_the_option(tmp_path):
    done = minhphap("check", "-", "--stdin-filename", "du-thao.md", cwd=tmp_path, stdin=BROKEN)
    assert done.returncode == 1
    assert done.stdout.startswith("du-thao.md:")
    done = minhphap("check", "-", cwd=tmp_path, stdin=BROKEN)
    assert done.stdout.startswith("stdin.txt:")


def test_word_file_on_standard_input_is_known_by_its_content(tmp_path):
    data = word(tmp_path / "a.docx", BROKEN).read_bytes()
    done = minhphap("check", "-", "-o", "b.docx", cwd=tmp_path, stdin=data)
    assert done.returncode == 1
    assert "word/comments.xml" in zipfile.ZipFile(tmp_path / "b.docx").namelist()


@pytest.mark.parametrize(
    ("form", "sign"),
    [
        ("json", '"shape": "minhphap.report/1"'),
        ("sarif", '"version": "2.1.0"'),
        ("github", "::error file=du-thao.txt,line=14,col=24,endColumn=38,title=HT201"),
    ],
)
def test_other_forms_are_printed(tmp_path, form, sign):
    plain(tmp_path / "du-thao.txt", BROKEN)
    done = minhphap("check", "du-thao.txt", "--format", form, cwd=tmp_path)
    assert done.returncode == 1
    assert sign in done.stdout
    assert names(tmp_path) == ["du-thao.txt"]


def test_suffix_of_the_output_tells_the_form(tmp_path):
    word(tmp_path / "du-thao.docx", BROKEN)
    for name in ("a.docx", "a.html", "a.json", "a.sarif", "a.txt"):
        done = minhphap("check", "du-thao.docx", "--output", name, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == f"Đã ghi {name}: 1 chỗ cần xem.\n"
    assert zipfile.ZipFile(tmp_path / "a.docx").testzip() is None
    assert (tmp_path / "a.html").read_text().startswith("<!doctype html>")
    assert json.loads((tmp_path / "a.json").read_text())["summary"]["error"] == 1
    assert json.loads((tmp_path / "a.sarif").read_text())["version"] == "2.1.0"
    assert "HT201" in (tmp_path / "a.txt").read_text()


def test_several_forms_go_beside_the_draft_and_to_the_screen(tmp_path):
    word(tmp_path / "du-thao.docx", BROKEN)
    forms = [word for form in ("terminal", "html", "docx") for word in ("--format", form)]
    done = minhphap("check", "du-thao.docx", *forms, cwd=tmp_path)
    assert done.stdout.startswith("du-thao.docx:14:24")
    assert names(tmp_path) == ["du-thao.docx", "du-thao.nhan-xet.docx", "du-thao.nhan-xet.html"]


def test_folder_of_reports_keeps_folders_and_tells_equal_names_apart(tmp_path):
    plain(tmp_path / "ho-so/a.txt", BROKEN)
    word(tmp_path / "ho-so/a.docx", BROKEN)
    plain(tmp_path / "ho-so/sau/a.txt", BROKEN)
    done = minhphap(
        "check", "ho-so", "--format", "html", "--format", "json", "-o", "bao-cao", cwd=tmp_path
    )
    assert done.returncode == 1
    assert names(tmp_path / "bao-cao") == [
        "a.docx.nhan-xet.html",
        "a.txt.nhan-xet.html",
        "minhphap.json",
        "sau/a.nhan-xet.html",
    ]


def test_folder_without_a_form_gets_commented_word_files(tmp_path):
    word(tmp_path / "a.docx", BROKEN)
    minhphap("check", "a.docx", "-o", "bao.cao/", cwd=tmp_path)
    assert names(tmp_path / "bao.cao") == ["a.nhan-xet.docx"]


def test_day_decides_the_law(tmp_path):
    plain(tmp_path / "a.txt", BROKEN)
    for day in ("2017-03-01", "01/3/2017"):
        done = minhphap("check", "a.txt", "--on", day, cwd=tmp_path)
        assert "Luật số 80/2015/QH13" in done.stdout
        assert "Luật số 64/2025/QH15" not in done.stdout


def test_select_and_ignore_take_lists_beginnings_and_names(tmp_path):
    plain(tmp_path / "a.txt", SPACED)

    def rules(*options):
        done = minhphap("check", "a.txt", "--format", "json", *options, cwd=tmp_path)
        found = json.loads(done.stdout)["documents"][0]["findings"]
        return [one["rule"] for one in found]

    assert rules() == ["HT304", "HT201"]
    assert rules("--select", "HT1,HT2") == ["HT201"]
    assert rules("--select", "HT1", "--select", "thua-khoang-trang") == ["HT304"]
    assert rules("--ignore", "HT3,HT201") == []


def test_fix_in_word_is_a_tracked_change_and_the_rest_a_comment(tmp_path):
    draft = word(tmp_path / "du-thao.docx", SPACED)
    before = draft.read_bytes()
    done = minhphap("check", "du-thao.docx", "--fix", "-o", "sua.docx", cwd=tmp_path)
    assert done.returncode == 1
    assert draft.read_bytes() == before
    assert "HT304" not in done.stdout
    assert "HT201" in done.stdout
    assert done.stderr == "Đã ghi sua.docx: sửa 1 chỗ, còn 1 chỗ cần xem.\n"
    package = zipfile.ZipFile(tmp_path / "sua.docx")
    assert b'<w:delText xml:space="preserve"> </w:delText>' in package.read("word/document.xml")
    comments = package.read("word/comments.xml").decode()
    assert "HT201" in comments
    assert "HT304" not in comments


def test_fix_of_plain_text_changes_only_the_fault_and_ends_with_0_when_all_is_mended(tmp_path):
    plain(tmp_path / "a.txt", CLEAN.replace("hằng ngày.\n2.", "hằng  ngày.\n2."))
    done = minhphap("check", "a.txt", "--fix", cwd=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "a.sua.txt").read_text() == CLEAN


def test_fix_says_what_it_could_not_mend(tmp_path):
    whole = zipfile.ZipFile(word(tmp_path / "du-thao.docx", SPACED))
    old = "<w:t>1. Chợ mở cửa từ 05 giờ đến 19 giờ hằng  ngày.</w:t>"
    kept = '<w:t xml:space="preserve">'
    new = f"{kept}1. Chợ mở cửa hằng </w:t><w:pict/>{kept}  ngày.</w:t>"
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as made:
        for name in whole.namelist():
            made.writestr(name, whole.read(name).replace(old.encode(), new.encode()))
    done = minhphap("check", "a.docx", "--fix", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == "Đã ghi a.sua.docx: sửa 0 chỗ, còn 2 chỗ cần xem."
    assert done.stderr.splitlines()[1].startswith("a.docx:13:15: HT304 chưa sửa được: chỗ này nằm")


def test_legacy_or_recognised_text_says_so_in_every_form(tmp_path):
    draft = word(tmp_path / "du-thao.docx", CLEAN)
    with zipfile.ZipFile(draft, "a") as package:
        package.writestr("word/vbaProject.bin", b"macro")
    done = minhphap("check", "du-thao.docx", cwd=tmp_path)
    assert "● du-thao.docx: " in done.stdout
    assert "macro" in done.stdout.lower()
    done = minhphap("check", "du-thao.docx", "-o", "a.docx", cwd=tmp_path)
    assert "du-thao.docx: " in done.stderr
    assert "macro" in done.stderr.lower()


def test_english_on_request(tmp_path):
    plain(tmp_path / "a.txt", BROKEN)
    for arguments, env in ((["--lang", "en"], {}), ([], {"MINHPHAP_LANG": "en"})):
        done = minhphap(*arguments, "check", "a.txt", cwd=tmp_path, env=env)
        assert "■ must be answered" in done.stdout
        assert done.stdout.endswith("1 document: ■ 1 must be answered.\n")


def test_colours_only_where_they_are_wanted(tmp_path):
    plain(tmp_path / "a.txt", BROKEN)
    assert "\x1b[" not in minhphap("check", "a.txt", cwd=tmp_path).stdout
    forced = minhphap("check", "a.txt", cwd=tmp_path, env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[1;31m" in forced
    both = {"FORCE_COLOR": "1", "NO_COLOR": "1"}
    assert "\x1b[" not in minhphap("check", "a.txt", cwd=tmp_path, env=both).stdout


def test_a_reader_that_stops_early_is_no_fault(tmp_path):
    plain(tmp_path / "a.txt", BROKEN * 40)
    call = f"{sys.executable} -m minhphap check a.txt --format json | head -1"
    done = subprocess.run(
        call, shell=True, cwd=tmp_path, capture_output=True, env=plain_environment(), check=False
    )
    assert done.stdout == b"{\n"
    assert done.stderr == b""
