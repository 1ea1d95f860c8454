"""Making snapshots: identities, incremental and resumed builds, seals."""

import datetime as dt
import gzip
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.registry.registry_samples import (
    BASE,
    COLUMNS,
    DECREE,
    LAW,
    ROWS,
    made,
    only,
    write_lines,
    write_rows,
    write_texts,
)

from minhphap.law import Identity
from minhphap.registry import Registry, RegistryError, build, diff, verify

ROOT = Path(__file__).resolve().parents[2]


def test_rows_and_texts_become_documents(tmp_path):
    with made(tmp_path) as law:
        assert len(law) == len(ROWS) + 3
        decree = only(law, "40/2031/NĐ-CP")
        assert (decree.kind, decree.issuer) == ("decree", "Chính phủ")
        assert decree.date == dt.date(2031, 9, 1)
        assert decree.effect == dt.date(2031, 10, 15)
        assert decree.has_text
        clause = law.provision(decree, "art_2__para_1")
        assert clause.text == "1. Chợ phiên họp mỗi tháng một lần."
        assert [one.eid for one in law.provisions(decree) if one.type == "article"] == [
            "art_1", "art_2", "art_3", "art_4",
        ]  # fmt: skip
        assert law.text(decree).startswith("CHÍNH PHỦ")
        assert not only(law, "05/2019/QH14").has_text
        assert law.text(only(law, "05/2019/QH14")) is None


def test_numbers_that_come_back_every_year_stay_apart(tmp_path):
    with made(tmp_path) as law:
        dates = [one.date.isoformat() for one in law.find("126/NQ-CP")]
        assert dates == ["2021-10-08", "2023-08-14", "2026-05-11"]
        found = law.document(Identity.of("126/NQ-CP", "Chính phủ", dt.date(2023, 8, 14)))
        assert found.title == "Về hoàn thiện thể chế"
        assert law.document(Identity.of("126/NQ-CP", "Chính phủ")) is None


def test_provinces_share_a_number(tmp_path):
    with made(tmp_path) as law:
        places = {one.place: one.title for one in law.find("07/2030/QĐ-UBND")}
        assert places == {
            "tỉnh sơn hà": "Quy định giờ mở cửa chợ",
            "tỉnh lạc sơn": "Quy định giá giữ xe",
        }


def test_statement_without_place_joins_the_only_one(tmp_path):
    rows = [
        ROWS[4],
        ("7/2030/QĐ-UBND", "", "Quy định giờ mở cửa chợ", "", "2030-02-03", "", "", ""),
    ]
    with made(tmp_path, write_rows(tmp_path / "a.csv", rows)) as law:
        assert only(law, "07/2030/QĐ-UBND").place == "tỉnh sơn hà"


def test_law_and_resolution_of_one_number(tmp_path):
    rows = [
        ("90/2015/QH13", "Luật", "Luật Khí tượng miền núi", "Quốc hội", "2015-11-23", "", "", ""),
        ("90/2015/QH13", "Nghị quyết", "Nghị quyết về quyết toán", "Quốc hội", "2015-11-23", "", "",
         ""),
    ]  # fmt: skip
    with made(tmp_path, write_rows(tmp_path / "a.csv", rows)) as law:
        assert [one.kind for one in law.find("90/2015/QH13")] == ["law", "resolution"]


def test_same_identity_two_documents_are_kept_apart_and_reported(tmp_path):
    rows = [
        ("15/QĐ-UBND", "Quyết định", "Công bố danh mục thủ tục về đất đai", "UBND tỉnh Sơn Hà",
         "2030-05-02", "", "", ""),
        ("15/QĐ-UBND", "Quyết định", "Khen thưởng tập thể thi đua tốt", "UBND tỉnh Sơn Hà",
         "2030-05-02", "", "", ""),
    ]  # fmt: skip
    with made(tmp_path, write_rows(tmp_path / "a.csv", rows)) as law:
        assert {one.title for one in law.find("15/QĐ-UBND")} == {rows[0][2], rows[1][2]}
        assert [one.code for one in law.conflicts()] == ["same_identity"]


def test_two_dates_of_a_number_with_different_titles_stay_apart(tmp_path):
    rows = [
        ("30/2030/TT-BTC", "Thông tư", "Hướng dẫn thu phí qua cầu treo", "Bộ Tài chính",
         "2030-05-02", "", "", ""),
        ("30/2030/TT-BTC", "Thông tư", "Quy định chế độ kế toán hợp tác xã", "Bộ Tài chính",
         "2030-07-09", "", "", ""),
    ]  # fmt: skip
    with made(tmp_path, write_rows(tmp_path / "a.csv", rows)) as law:
        assert len(law.find("30/2030/TT-BTC")) == 2
        assert [one.code for one in law.conflicts()] == ["several_dates"]


def test_one_document_dated_twice_is_one_and_keeps_both_dates(tmp_path):
    title = "Hướng dẫn thu phí qua cầu treo dân sinh"
    rows = [
        ("30/2030/TT-BTC", "Thông tư", title, "Bộ Tài chính", "2030-05-02", "", "", ""),
        ("30/2030/TT-BTC", "Thông tư", title, "Bộ Tài chính", "2030-05-02", "", "", ""),
        ("30/2030/TT-BTC", "Thông tư", title, "Bộ Tài chính", "2030-05-20", "", "", ""),
    ]
    with made(tmp_path, write_rows(tmp_path / "a.csv", rows)) as law:
        one = only(law, "30/2030/TT-BTC")
        assert one.date == dt.date(2030, 5, 2)
        dates = [(fact.value, fact.chosen) for fact in law.facts(one) if fact.field == "date"]
        assert dates == [("2030-05-02", True), ("2030-05-02", True), ("2030-05-20", False)]
        assert [one.code for one in law.conflicts()] == ["dates_disagree"]


def test_date_of_another_year_is_not_believed(tmp_path):
    rows = [("06/2020/TT-BNV", "Thông tư", "Về thi tuyển", "Bộ Nội vụ", "2025-05-01", "", "", "")]
    with made(tmp_path, write_rows(tmp_path / "a.csv", rows)) as law:
        assert only(law, "06/2020/TT-BNV").date is None
        assert [one.code for one in law.conflicts()] == ["date_and_number"]


def test_provenance_of_every_fact(tmp_path):
    with made(tmp_path, read_on=dt.date(2032, 6, 1)) as law:
        one = only(law, "05/2019/QH14")
        facts = {fact.field: fact for fact in law.facts(one)}
        assert facts["title"].value == "Luật Chợ"
        assert facts["title"].origin.name == "danh-muc.csv"
        assert facts["title"].origin.read_on == dt.date(2032, 6, 1)
        assert facts["title"].sure == "stated"
        decree = law.facts(only(law, "40/2031/NĐ-CP"))
        assert {fact.sure for fact in decree} == {"read"}
        assert {fact.locator for fact in decree} == {"nd-40-2031.txt"}


def test_text_of_another_document_is_not_used(tmp_path):
    rows = [{"number": "41/2031/NĐ-CP", "title": "Về phố đi bộ", "text": BASE}]
    with made(tmp_path, write_lines(tmp_path / "a.jsonl", rows)) as law:
        assert not only(law, "41/2031/NĐ-CP").has_text
        assert [one.code for one in law.conflicts()] == ["text_of_another"]


CONSOLIDATED = """VĂN BẢN HỢP NHẤT
NGHỊ ĐỊNH
Về chợ
Nghị định số 40/2031/NĐ-CP ngày 01 tháng 9 năm 2031 của Chính phủ về chợ, có hiệu lực kể từ \
ngày 15 tháng 10 năm 2031, được sửa đổi, bổ sung bởi:
Nghị định số 90/2032/NĐ-CP ngày 10 tháng 02 năm 2032 của Chính phủ sửa đổi, bổ sung một số \
điều của Nghị định số 40/2031/NĐ-CP, có hiệu lực kể từ ngày 01 tháng 4 năm 2032.
Căn cứ Luật Chợ số 05/2019/QH14;
Chính phủ ban hành Nghị định về chợ.
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định về chợ.
Điều 2. Chợ phiên
1. Chợ phiên họp mỗi tuần một lần.
"""


def test_consolidation_under_the_number_of_the_original(tmp_path):
    rows = [{"number": "40/2031/NĐ-CP", "kind": "Nghị định", "text": CONSOLIDATED}]
    with made(tmp_path, write_lines(tmp_path / "a.jsonl", rows)) as law:
        original, consolidated = sorted(law.find("40/2031/NĐ-CP"), key=lambda d: d.consolidation)
        assert (original.kind, original.has_text) == ("decree", False)
        assert (consolidated.kind, consolidated.has_text) == ("consolidated", True)
        assert original.effect == dt.date(2031, 10, 15)
        (relation,) = law.relations(consolidated, "out")
        assert (relation.kind, relation.target) == ("consolidates", original.id)
        (amended,) = [one for one in law.relations(original, "in") if one.kind == "amends"]
        assert amended.cited.number == "40/2031/NĐ-CP"
        assert amended.date == dt.date(2032, 4, 1)
        assert (amended.source, amended.by_cited.number) == (None, "90/2032/NĐ-CP")
        assert "consolidation_as_original" in {one.code for one in law.conflicts()}


PAGE = """<html><head><title>Cơ sở dữ liệu</title></head><body><div class="menu">Trang chủ</div>
<div><div><span>Ngày có hiệu lực:</span><span>20/10/2031</span></div>
<div><span>Số hiệu:</span><span>40/2031/NĐ-CP</span></div>
<table><tr><td>Tình trạng</td><td>Còn hiệu lực</td></tr></table></div>
<div class="content">{}</div></body></html>"""


def test_saved_page_of_a_law_site(tmp_path):
    folder = tmp_path / "trang"
    folder.mkdir()
    text = "".join(f"<p>{line}</p>" for line in BASE.splitlines())
    (folder / "40.html").write_text(PAGE.format(text), encoding="utf-8")
    with made(tmp_path, folder) as law:
        one = only(law, "40/2031/NĐ-CP")
        assert one.stated == "in_force"
        assert one.effect == dt.date(2031, 10, 20)  # the page knows better than the text
        assert one.has_text
        assert [one.code for one in law.conflicts()] == ["effect_disagrees"]


def test_identical_input_gives_identical_bytes(tmp_path):
    rows, texts = write_rows(tmp_path / "danh-muc.csv"), write_texts(tmp_path / "van-ban")
    one, two = tmp_path / "a.sqlite", tmp_path / "b.sqlite"
    build([rows, texts], one, workers=1)
    build([texts, rows], two, workers=2)
    assert one.read_bytes() == two.read_bytes()


def test_hash_does_not_depend_on_the_day_of_reading(tmp_path):
    rows = write_rows(tmp_path / "danh-muc.csv")
    first = build([rows], tmp_path / "a.sqlite", read_on=dt.date(2031, 1, 1), workers=1)
    second = build([rows], tmp_path / "b.sqlite", read_on=dt.date(2032, 1, 1), workers=1)
    assert first.hash == second.hash


def test_import_into_a_snapshot_equals_building_at_once(tmp_path):
    rows, texts = write_rows(tmp_path / "danh-muc.csv"), write_texts(tmp_path / "van-ban")
    whole = build([rows, texts], tmp_path / "a.sqlite", workers=1)
    grown = tmp_path / "b.sqlite"
    build([texts], grown, workers=1)
    report = build([rows], grown, base=grown, workers=1)
    assert report.hash == whole.hash
    again = build([rows], grown, base=grown, workers=1)
    assert again.hash == whole.hash
    assert again.units_kept == len(ROWS)


def test_citation_finds_its_target_when_the_snapshot_grows(tmp_path):
    texts = write_texts(tmp_path / "van-ban", {"nd.txt": DECREE})
    grown = tmp_path / "law.sqlite"
    build([texts], grown, workers=1)
    with Registry.open(grown) as law:
        out = law.relations(only(law, "90/2032/NĐ-CP"))
        assert {one.reason for one in out if one.kind == "repeals"} == {"number_not_known"}
    build([write_texts(tmp_path / "goc", {"goc.txt": BASE})], grown, base=grown, workers=1)
    with Registry.open(grown) as law:
        base = only(law, "40/2031/NĐ-CP")
        ended = [one.target_eid for one in law.relations(base, "in", {"repeals"})]
        assert ended == ["art_3"]


def test_one_flipped_byte_is_found(tmp_path):
    path = tmp_path / "law.sqlite"
    build([write_rows(tmp_path / "a.csv"), write_texts(tmp_path / "t")], path, workers=1)
    digest = verify(path)
    data = bytearray(path.read_bytes())
    for at in (200, len(data) // 3, len(data) // 2, len(data) - 1):
        spoilt = tmp_path / "spoilt.sqlite"
        spoilt.write_bytes(bytes([*data[:at], data[at] ^ 1, *data[at + 1 :]]))
        with pytest.raises(RegistryError):
            verify(spoilt)
    assert verify(path) == digest


def test_snapshot_leaves_no_other_files(tmp_path):
    folder = tmp_path / "out"
    path = folder / "law.sqlite"
    build([write_rows(tmp_path / "a.csv")], path, workers=1)
    assert [one.name for one in folder.iterdir()] == ["law.sqlite"]
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        with Registry.open(path) as one, Registry.open(path) as other:
            assert len(one) == len(other) == len(ROWS)
        assert [one.name for one in folder.iterdir()] == ["law.sqlite"]
    finally:
        folder.chmod(0o755)


SCRIPT = """
import sys
from minhphap.registry import build
if __name__ == "__main__":
    def progress(what, done, all_):
        print(done, flush=True)
    build([sys.argv[1]], sys.argv[2], workers=2, progress=progress)
"""


def test_build_goes_on_after_kill_9(tmp_path):
    rows = [
        {"number": f"{n}/2031/NĐ-CP", "kind": "Nghị định", "date": "2031-09-01",
         "text": BASE.replace("40/2031", f"{n}/2031") + f"Phụ lục {n}\n" + "Chợ họp. " * 9000}
        for n in range(1, 101)
    ]  # fmt: skip
    source = write_lines(tmp_path / "a.jsonl", rows)
    script = tmp_path / "run.py"
    script.write_text(SCRIPT, encoding="utf-8")
    target = tmp_path / "law.sqlite"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    running = subprocess.Popen(
        [sys.executable, script, source, target], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert running.stdout.readline()  # one batch has been committed
    running.send_signal(signal.SIGKILL)
    running.communicate(timeout=30)  # ends when its reading processes have ended too
    assert not target.exists()
    report = build([source], target, workers=2)
    assert report.units_kept > 0
    assert report.units_read + report.units_kept == 100
    at_once = build([source], tmp_path / "whole.sqlite", workers=2)
    assert report.hash == at_once.hash


def test_a_series_that_a_catalogue_lost(tmp_path):
    text = BASE.replace("Số: 40/2031/NĐ-CP", "Số: 66.3/2031/NQ-CP").replace(
        "NGHỊ ĐỊNH\nVề chợ", "NGHỊ QUYẾT\nVề chợ"
    )
    row = {"number": "3/2031/NQ-CP", "kind": "Nghị quyết", "date": "2031-09-01", "text": text}
    with made(tmp_path, write_lines(tmp_path / "a.jsonl", [row])) as law:
        assert law.find("66.3/2031/NQ-CP")[0].has_text
        assert law.find("3/2031/NQ-CP") == []


@pytest.mark.parametrize(("version", "kept"), [(None, 3), ("1.of another program", 0)])
def test_what_another_version_of_the_program_read_is_read_anew(tmp_path, version, kept):
    """Half of one reading and half of another would be a snapshot that no version makes."""
    source = write_texts(tmp_path / "t")
    target = tmp_path / "law.sqlite"

    def cut(what, _done, _all):
        if what == "documents":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([source], target, workers=1, progress=cut)
    if version:
        with sqlite3.connect(f"{target}.work") as work:
            work.execute("UPDATE meta SET value = ? WHERE name = 'version'", (version,))
    assert build([source], target, workers=1).units_kept == kept


def test_reading_processes_that_cannot_start_are_one_sentence(tmp_path):
    rows = [{"number": f"{n}/2031/NĐ-CP", "text": BASE + "Chợ họp. " * 40_000} for n in range(20)]
    source = write_lines(tmp_path / "a.jsonl", rows)
    program = (
        f"from minhphap.registry import build\nbuild([{str(source)!r}], {str(tmp_path / 'x')!r})"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    # read from standard input: no module that a reading process could import
    ended = subprocess.run(
        [sys.executable, "-"], input=program, env=environment, capture_output=True, text=True
    )
    assert "RegistryError" in ended.stderr.splitlines()[-1]
    assert "chạy lại để đọc tiếp" in ended.stderr


def test_other_call_does_not_take_up_what_an_interrupted_one_read(tmp_path):
    target = tmp_path / "law.sqlite"

    def cut(what, _done, _all):
        if what == "documents":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([write_rows(tmp_path / "a.csv")], target, workers=1, progress=cut)
    assert not target.exists()
    report = build([write_texts(tmp_path / "t")], target, workers=1)
    assert report.counts["document"] == 3


def test_compressed_and_tabular_sources_agree(tmp_path):
    plain = write_rows(tmp_path / "a.csv")
    packed = tmp_path / "b.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    lines = write_lines(
        tmp_path / "c.jsonl", [dict(zip(COLUMNS, row, strict=True)) for row in ROWS]
    )
    keys = []
    for source in (plain, packed, lines):
        build([source], tmp_path / "x.sqlite", workers=1)
        with Registry.open(tmp_path / "x.sqlite") as law:
            keys.append([one.key for one in law])
    assert keys[0] == keys[1] == keys[2]


def test_parquet(tmp_path):
    pyarrow = pytest.importorskip("pyarrow", reason="the extra [parquet] is not installed")
    from pyarrow import parquet

    table = pyarrow.table(
        {
            "so_hieu": ["40/2031/NĐ-CP"],
            "ngay_ban_hanh": [dt.date(2031, 9, 1)],
            "noi_dung": [BASE],
        }
    )
    parquet.write_table(table, tmp_path / "a.parquet")
    with made(tmp_path, tmp_path / "a.parquet") as law:
        assert only(law, "40/2031/NĐ-CP").has_text


def test_relations_of_a_catalogue_are_held_against_the_texts(tmp_path):
    columns = ("from_number", "to_number", "relation", "date")
    relations = [
        ("90/2032/NĐ-CP", "40/2031/NĐ-CP", "sửa đổi, bổ sung", "2032-04-01"),
        ("90/2032/NĐ-CP", "17/2020/NĐ-CP", "bãi bỏ", "2032-04-01"),
    ]
    table = write_rows(tmp_path / "quan-he.csv", relations, columns)
    decree = ("17/2020/NĐ-CP", "Nghị định", "Về chợ nổi", "Chính phủ", "2020-02-03", "", "", "")
    rows = write_rows(tmp_path / "danh-muc.csv", [*ROWS, decree])
    texts = write_texts(tmp_path / "van-ban")
    with made(tmp_path, rows, texts, table) as law:
        noted = [(one.code, one.detail) for one in law.conflicts()]
        assert ("relation_not_in_text", "90/2032/NĐ-CP repeals 17/2020/NĐ-CP") in noted
        assert not [one for one in noted if "40/2031" in one[1]]


def test_diff_names_what_is_new(tmp_path):
    old, new = tmp_path / "a.sqlite", tmp_path / "b.sqlite"
    build([write_rows(tmp_path / "a.csv", ROWS[:1])], old, workers=1)
    build([write_rows(tmp_path / "a.csv", ROWS[:2]), write_texts(tmp_path / "t")], new, workers=1)
    changes = list(diff(old, new))
    added = {one.number for one in changes if one.kind == "added" and hasattr(one, "number")}
    assert added == {"126/NQ-CP", "11/2031/QH17", "90/2032/NĐ-CP", "40/2031/NĐ-CP"}
    (ended,) = [one for one in changes if one.kind == "changed"]
    assert ended.number == "05/2019/QH14"
    assert ended.fields["until"] == ("", "2032-01-01")
    relations = [one.relation for one in changes if hasattr(one, "relation")]
    assert "repeals" in relations
    assert not list(diff(new, new))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", b"\xff\xfe\x00S\x00o", "CSV"),
        ("a.jsonl", b'{"number": "1/2031/N\xc4\x90-CP"}\n{oops\n', "dòng 2"),
        ("a.xyz", b"x", "không phải loại tệp"),
    ],
)
def test_bad_sources_are_refused_in_one_sentence(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(RegistryError, match=words):
        build([path], tmp_path / "law.sqlite", workers=1)
    assert not (tmp_path / "law.sqlite").exists()


def test_files_that_are_no_registries_are_refused(tmp_path):
    path = tmp_path / "x.sqlite"
    path.write_text("not a database at all", encoding="utf-8")
    with pytest.raises(RegistryError, match="không phải tệp pháp luật"):
        Registry.open(path)
    with pytest.raises(RegistryError, match="không thấy"):
        Registry.open(tmp_path / "none.sqlite")


def test_one_unreadable_file_does_not_stop_the_others(tmp_path):
    folder = write_texts(tmp_path / "van-ban", {"luat.txt": LAW})
    (folder / "hong.docx").write_bytes(b"PK\x03\x04 broken")
    with made(tmp_path, folder) as law:
        assert len(law) == 1
        assert [one.code for one in law.conflicts()] == ["unreadable"]


def test_look_up_as_one_types(tmp_path):
    with made(tmp_path) as law:
        assert [one.number for one in law.complete("40/20")] == ["40/2031/NĐ-CP"]
        assert [one.number for one in law.complete("126")] == ["126/NQ-CP"] * 3
        assert law.complete("07/2030/qđ-ub")
        assert law.complete("") == []


def test_speed_of_look_up_does_not_need_the_whole_file(tmp_path):
    with made(tmp_path) as law:
        start = time.perf_counter()
        for _ in range(200):
            law.find("40/2031/NĐ-CP")
        assert (time.perf_counter() - start) / 200 < 0.01
