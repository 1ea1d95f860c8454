import pytest
from report_samples import REPORT

from minhphap.reports import UnwritableError, write, write_atomically


def test_writes_bytes_and_text_and_makes_folders(tmp_path):
    write_atomically(tmp_path / "a" / "b.txt", "Điều 1")
    write_atomically(tmp_path / "a" / "c.bin", b"\x00\xff")
    assert (tmp_path / "a" / "b.txt").read_text(encoding="utf-8") == "Điều 1"
    assert (tmp_path / "a" / "c.bin").read_bytes() == b"\x00\xff"
    assert sorted(one.name for one in (tmp_path / "a").iterdir()) == ["b.txt", "c.bin"]


def test_a_file_that_stood_there_keeps_its_permissions(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("cũ")
    path.chmod(0o640)
    write_atomically(path, "mới")
    assert path.read_text() == "mới"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "thật.txt").write_text("cũ")
    (tmp_path / "link.txt").symlink_to(tmp_path / "thật.txt")
    write_atomically(tmp_path / "link.txt", "mới")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "thật.txt").read_text() == "mới"


def test_nothing_is_left_when_writing_fails(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x").write_text("")
    with pytest.raises(OSError, match=r".*"):
        write_atomically(tmp_path / "a", "không ghi đè được thư mục")
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("suffix", ["json", "sarif", "html", "docx", "txt"])
def test_the_suffix_tells_the_format(tmp_path, suffix):
    write(REPORT, tmp_path / f"báo cáo.{suffix}")
    assert (tmp_path / f"báo cáo.{suffix}").stat().st_size > 500


def test_an_unknown_suffix_is_one_sentence(tmp_path):
    with pytest.raises(UnwritableError, match=r"“.xyz”") as error:
        write(REPORT, tmp_path / "a.xyz")
    assert "--format" in error.value.message_en
    assert not list(tmp_path.iterdir())
