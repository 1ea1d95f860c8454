"""``show``, ``cite``, ``export`` and ``rules``: what was read, and the pages of the rules."""

import json

import pytest
from cli_samples import BROKEN, CLEAN, minhphap, names, plain, word

from minhphap.structure import load


def test_show_prints_head_and_tree_with_names_and_places(tmp_path):
    word(tmp_path / "a.docx", CLEAN)
    done = minhphap("show", "a.docx", cwd=tmp_path)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "a.docx"
    assert "  Số, ký hiệu: 60/2026/QĐ-UBND" in lines
    assert "  Ngày: 12/11/2026" in lines
    assert "  Loại: Quyết định" in lines
    assert "  Điều 1. Giờ mở cửa  [art_1 · 12:1]" in lines
    assert "    2. Chợ đêm mở cửa từ 18 giờ đến 23 giờ hằng ngày.  [art_1__para_2 · 14:1]" in lines


def test_show_json_is_the_tree_with_offsets_of_the_exported_text(tmp_path):
    word(tmp_path / "a.docx", CLEAN)
    tree = json.loads(minhphap("show", "a.docx", "--format", "json", cwd=tmp_path).stdout)
    text = minhphap("export", "a.docx", "--to", "txt", cwd=tmp_path).stdout
    assert (tree["doc"], tree["kind"], tree["date"]) == (
        "60/2026/QĐ-UBND",
        "decision",
        "2026-11-12",
    )
    by_eid = {one["eid"]: one for one in tree["provisions"]}
    clause = by_eid["art_1__para_2"]
    assert set(clause) == {"eid", "type", "num", "heading", "start", "end"}
    assert (clause["type"], clause["num"]) == ("clause", "2")
    assert text[clause["start"] : clause["end"]].startswith("2. Chợ đêm mở cửa")
    assert by_eid["art_1"]["heading"] == "Giờ mở cửa"
    assert "".join(text[start:end] for start, end in tree["leaves"]) == text


def test_several_texts_are_one_json_line_each(tmp_path):
    plain(tmp_path / "a.txt", CLEAN)
    plain(tmp_path / "b.txt", BROKEN)
    for command in ("show", "cite"):
        done = minhphap(command, ".", "--format", "json", cwd=tmp_path)
        files = [json.loads(line)["file"] for line in done.stdout.splitlines()]
        assert files == ["a.txt", "b.txt"]


def test_cite_lists_what_is_cited_and_where_it_leads(tmp_path):
    plain(tmp_path / "a.txt", BROKEN)
    lines = minhphap("cite", "a.txt", cwd=tmp_path).stdout.splitlines()
    assert lines[0] == (
        "a.txt:9:8: [căn cứ] Luật Tổ chức chính quyền địa phương số 72/2025/QH15 → 72/2025/QH15"
    )
    missing = next(line for line in lines if "khoản 7" in line)
    assert missing.endswith("→ văn bản này art_1__para_7 (văn bản này không có)")


def test_cite_json_has_the_shape_of_the_gold_set(tmp_path):
    plain(tmp_path / "a.txt", BROKEN)
    found = json.loads(minhphap("cite", "a.txt", "--format", "json", cwd=tmp_path).stdout)
    assert found["doc"] == "60/2026/QĐ-UBND"
    first = found["citations"][0]
    assert BROKEN[first["start"] : first["end"]] == first["text"]
    assert first["role"] == "basis"
    assert first["targets"][0]["work"]["number"] == "72/2025/QH15"
    assert first["targets"][0]["eid"] is None
    broken = next(one for one in found["citations"] if "khoản 7" in one["text"])
    assert broken["targets"][0]["work"] == {"this": True}
    assert broken["targets"][0]["eid"] == "art_1__para_7"


@pytest.mark.parametrize("form", ["akn", "json", "md"])
def test_export_reads_back_to_the_same_tree(tmp_path, form):
    word(tmp_path / "a.docx", CLEAN)
    printed = minhphap("export", "a.docx", "--to", form, cwd=tmp_path).stdout
    minhphap("export", "a.docx", "--to", form, "--output", "out/b", cwd=tmp_path)
    assert (tmp_path / "out/b").read_text() == printed
    tree = json.loads(minhphap("show", "a.docx", "--format", "json", cwd=tmp_path).stdout)
    again = [one.eid for one in load(printed.encode(), form).walk()]
    assert again == [one["eid"] for one in tree["provisions"]]


def test_rules_lists_and_explains(tmp_path):
    done = minhphap("rules", cwd=tmp_path)
    assert "HT201  ■ phải xử lý       Dẫn chiếu đến điều, khoản, điểm" in done.stdout
    page = minhphap("rules", "ht201", cwd=tmp_path).stdout
    assert page == minhphap("rules", "dan-chieu-khong-ton-tai", cwd=tmp_path).stdout
    for heading in ("Kiểm tra gì", "Vì sao", "Căn cứ pháp lý", "Giới hạn đã biết"):
        assert f"## {heading}" in page
    table = json.loads(minhphap("rules", "--format", "json", cwd=tmp_path).stdout)
    assert {"id", "name", "basis", "limits"} <= set(table[0])


def test_version_names_program_and_packs(tmp_path):
    lines = minhphap("--version", cwd=tmp_path).stdout.splitlines()
    assert lines[0].startswith("minhphap 0.")
    assert any(line.startswith("  form 20") for line in lines[1:])
    assert names(tmp_path) == []
