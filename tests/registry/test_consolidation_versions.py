"""The wordings of a document and of a clause, from change to change."""

import datetime as dt

import pytest
from tests.registry.consolidation_samples import BASE, FIRST, SECOND

from minhphap.registry import Registry, build
from minhphap.registry.consolidation import consolidate, read_act, read_base, versions, wordings
from minhphap.registry.search import Filters, SearchIndex, build_index, registry_entries
from minhphap.structure import parse_text


@pytest.fixture(scope="module")
def acts():
    return [read_act(parse_text(text)) for text in (SECOND, FIRST)]


@pytest.fixture(scope="module")
def base():
    return read_base(parse_text(BASE))


def test_each_version_is_the_consolidated_text_of_its_day(base, acts):
    made = list(versions(base, acts))
    assert [one.act.document.meta.number for one in made] == ["30/2028/QĐ-UBND", "07/2029/QĐ-UBND"]
    for one in made:
        same = consolidate(base, acts, one.first).document
        assert one.document.source.text == same.source.text


def test_what_was_touched(base, acts):
    first, _ = versions(base, acts)
    assert [one.eid for one in first.changed] == ["art_2", "art_2a", "art_3"]


def test_wordings_of_a_clause(base, acts):
    found = wordings(base, acts, "art_2__para_1__point_a")
    assert [(one.first, one.act and one.act.document.meta.number) for one in found] == [
        (dt.date(2027, 7, 1), None),
        (dt.date(2028, 3, 1), "30/2028/QĐ-UBND"),
        (dt.date(2029, 2, 1), "07/2029/QĐ-UBND"),
    ]
    assert found[0].words == "a) Cây giống: 3 triệu đồng;"
    assert found[2].words == "a) Cây giống: 5 triệu đồng;"


def test_a_clause_that_was_added_and_one_that_never_was(base, acts):
    added = wordings(base, acts, "art_2a__para_1")
    assert [one.words for one in added] == ["", "1. Ngân sách tỉnh bảo đảm kinh phí hỗ trợ."]
    assert wordings(base, acts, "art_99") == []
    assert len(wordings(base, acts, "art_5")) == 1


def test_questions_are_answered_in_the_words_of_the_day(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in (("a", BASE), ("b", FIRST), ("c", SECOND)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    build([folder], tmp_path / "law.sqlite", workers=1)
    with Registry.open(tmp_path / "law.sqlite") as law:
        build_index(registry_entries(law), tmp_path / "index", source=law.hash)
        index = SearchIndex.open(tmp_path / "index", source=law.hash)
        key = law.find("12/2027/QĐ-UBND")[0].key

    def asked(question, on):
        return index.search(question, Filters(on=on, keys=(key,))).hits

    question = "mức hỗ trợ mua cây giống trồng rừng"
    days = (dt.date(2027, 8, 1), dt.date(2028, 5, 1), dt.date(2030, 1, 1))
    before, middle, after = (
        next(hit for hit in asked(question, day) if hit.article == "art_2") for day in days
    )
    assert "3 triệu" in before.snippet
    assert before.acts == ()
    assert "4 triệu" in middle.snippet
    assert (middle.first, middle.until) == (dt.date(2028, 3, 1), dt.date(2029, 2, 1))
    assert "5 triệu" in after.snippet
    assert after.acts == ("30/2028/QĐ-UBND", "07/2029/QĐ-UBND")
    hits = asked(question, None)
    assert len({hit.article for hit in hits}) == len(hits)
    added = asked("khuyến khích huy động nguồn lực xã hội", dt.date(2028, 5, 1))[0]
    assert added.article == "art_2a"
    assert added.eid == "art_2a__para_2"
    assert all(hit.article != "art_2a" for hit in asked("nguồn lực xã hội", dt.date(2027, 8, 1)))


def test_a_consolidated_text_answers_until_the_next_one(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(BASE, encoding="utf-8")
    for name, number, day in (
        ("b", "05", "10 tháng 3 năm 2028"),
        ("c", "09", "10 tháng 3 năm 2029"),
    ):
        head, _, rest = BASE.partition("QUYẾT ĐỊNH\nQuy định mức")
        text = (
            head.replace("Số: 12/2027/QĐ-UBND", f"Số: {number}/VBHN-UBND").replace(
                "ngày 10 tháng 6 năm 2027", f"ngày {day}"
            )
            + "VĂN BẢN HỢP NHẤT\nQUYẾT ĐỊNH\nQuy định mức hỗ trợ trồng rừng\nQuyết định số"
            " 12/2027/QĐ-UBND ngày 10 tháng 6 năm 2027 của Ủy ban nhân dân tỉnh Sơn Hà quy định mức"
            " hỗ trợ trồng rừng, có hiệu lực kể từ ngày 01 tháng 7 năm 2027, được sửa đổi, bổ sung"
            " bởi:\n"
            "Quyết định số 30/2028/QĐ-UBND ngày 05 tháng 02 năm 2028 của Ủy ban nhân dân tỉnh Sơn"
            " Hà, có hiệu lực kể từ ngày 01 tháng 3 năm 2028.\n" + rest.partition("\n")[2]
        )
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    build([folder], tmp_path / "law.sqlite", workers=1)
    with Registry.open(tmp_path / "law.sqlite") as law:
        spans = {
            entry.number: (entry.first, entry.until)
            for entry in registry_entries(law)
            if "VBHN" in entry.number
        }
    assert spans == {
        "05/VBHN-UBND": (dt.date(2028, 3, 10), dt.date(2029, 3, 10)),
        "09/VBHN-UBND": (dt.date(2029, 3, 10), None),
    }
