"""``import minhphap``: three verbs and the registry, loaded when they are used."""

import datetime as dt
import subprocess
import sys
import zipfile

import pytest
from cli_samples import BROKEN, word

import minhphap as mp


def test_open_check_write(tmp_path):
    draft = mp.open(word(tmp_path / "a.docx", BROKEN))
    found = mp.check(draft, on=dt.date(2026, 11, 12), select=["HT2"])
    assert [one.rule for one in found] == ["HT201"]
    assert len(found) == 1
    for name in ("b.docx", "b.html", "b.json", "b.sarif", "b.txt"):
        mp.write(found, draft, tmp_path / name)
    comments = zipfile.ZipFile(tmp_path / "b.docx").read("word/comments.xml").decode()
    assert "HT201" in comments
    assert "2026-11-12" in (tmp_path / "b.json").read_text()


def test_write_refuses_an_unknown_suffix_in_one_sentence(tmp_path):
    from minhphap.reports import UnwritableError

    draft = mp.open(word(tmp_path / "a.docx", BROKEN))
    with pytest.raises(UnwritableError, match="không rõ dạng báo cáo"):
        mp.write(mp.check(draft), draft, tmp_path / "b.xyz")
    assert not (tmp_path / "b.xyz").exists()


def test_names():
    from minhphap.registry import Registry

    assert mp.Registry is Registry
    assert set(mp.__all__) <= {*dir(mp), "Registry"}
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = mp.nothing


def test_import_loads_no_room():
    code = "import minhphap, sys; print(*(m for m in sys.modules if m.startswith('minhphap.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
