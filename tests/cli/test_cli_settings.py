"""minhphap.toml: the settings that a dossier carries."""

import json

import pytest
from cli_samples import BROKEN, SPACED, minhphap, names, plain


def rules(done):
    return [one["rule"] for one in json.loads(done.stdout)["documents"][0]["findings"]]


def test_settings_of_the_drafts_own_folder_or_one_above_count(tmp_path):
    plain(tmp_path / "ho-so/minhphap.toml", 'ignore = ["HT3"]\nformat = ["json"]\n')
    plain(tmp_path / "ho-so/lan-2/a.txt", SPACED)
    done = minhphap("check", "ho-so/lan-2/a.txt", cwd=tmp_path)
    assert rules(done) == ["HT201"]


def test_the_line_wins_over_the_file(tmp_path):
    plain(
        tmp_path / "minhphap.toml",
        'on = 2017-03-01\nselect = ["HT3"]\nignore = ["HT2"]\nformat = ["sarif"]\n',
    )
    plain(tmp_path / "a.txt", SPACED)
    options = ("--format", "json", "--select", "HT2", "--ignore", "HT3", "--on", "2026-11-12")
    done = minhphap("check", "a.txt", *options, cwd=tmp_path)
    assert rules(done) == ["HT201"]
    assert json.loads(done.stdout)["on"] == "2026-11-12"
    assert json.loads(minhphap("check", "a.txt", cwd=tmp_path).stdout)["version"] == "2.1.0"


def test_the_day_of_the_file(tmp_path):
    plain(tmp_path / "minhphap.toml", "on = 2017-03-01\n")
    plain(tmp_path / "a.txt", BROKEN)
    assert "Luật số 80/2015/QH13" in minhphap("check", "a.txt", cwd=tmp_path).stdout


def test_forms_of_the_file_are_written_beside_the_draft(tmp_path):
    plain(tmp_path / "minhphap.toml", 'format = ["terminal", "docx"]\n')
    plain(tmp_path / "a.txt", BROKEN)
    assert "HT201" in minhphap("check", "a.txt", cwd=tmp_path).stdout
    assert names(tmp_path) == ["a.nhan-xet.docx", "a.txt", "minhphap.toml"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("on = ", "không phải TOML hợp lệ"),
        ('on = "2026-11-01"', "“on” phải là ngày, ví dụ on = 2026-11-01"),
        ("on = 2026-11-01T08:00:00", "“on” phải là ngày"),
        ('select = "HT1"', '“select” phải là danh sách trong ngoặc vuông, ví dụ select = ["…"]'),
        ("ignore = [1]", "“ignore” phải là danh sách"),
        ('format = ["pdf"]', "“format” không nhận “pdf”; nhận: terminal,"),
        ("ignor = []", "không có thiết lập “ignor”; có: on, format, select, ignore, registry"),
        ('select = ["HT9"]', "Không có quy tắc “HT9”"),
        ("registry = 1", "“registry” phải là tên tệp"),
        ('registry = "mat.sqlite"', "không thấy tệp pháp luật"),
    ],
)
def test_faults_of_the_file_are_one_sentence(tmp_path, content, sentence):
    plain(tmp_path / "minhphap.toml", content)
    plain(tmp_path / "a.txt", BROKEN)
    done = minhphap("check", "a.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
