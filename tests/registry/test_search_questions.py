"""Questions in plain Vietnamese, on both engines: the right provision first."""

import datetime as dt
import os
from importlib.util import find_spec

import pytest
from tests.registry.registry_samples import made
from tests.registry.search_samples import entries

from minhphap.registry.search import (
    Filters,
    SearchError,
    SearchIndex,
    build_index,
    registry_entries,
)

WITHOUT = pytest.mark.skipif(
    find_spec("tantivy") is None and os.environ.get("CI") != "true",
    reason="the extra “search” (tantivy) is not installed",
)
ENGINES = [pytest.param("tantivy", marks=WITHOUT), "fts5"]


@pytest.fixture(scope="module", params=ENGINES)
def index(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("index") / "law"
    build_index(entries(), folder, source="abc", engine=request.param)
    return SearchIndex.open(folder)


def first(index, question, **filters):
    hits = index.search(question, Filters(**filters)).hits
    return (hits[0].number, hits[0].eid) if hits else None


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Mức thu phí chợ do ai quyết định?", ("40/2031/NĐ-CP", "art_3")),
        ("Phố đi bộ mở cửa vào những ngày nào?", ("11/2031/QH17", "art_3__para_2")),
        ("Buôn bán hàng giả trong chợ có bị cấm không?", ("11/2031/QH17", "art_4__para_2")),
        ("Chợ phiên do ủy ban nào quản lý", ("40/2031/NĐ-CP", "art_2__para_2")),
        ("Nhà ở trên mặt nước", ("07/2030/TT-BXD", "art_5")),
    ],
)
def test_the_clause_that_answers_comes_first(index, question, answer):
    assert first(index, question) == answer


@pytest.mark.parametrize(
    "question",
    [
        "muc thu phi cho do ai quyet dinh",
        "MUC THU PHI CHO DO AI QUYET DINH",
        "Mứcc thu phí chợ do ai quyết định?",
        "Mức thu phí chợ do ai quyết địng?",
        "Mức thuphí chợ do ai quyết định?",
        "Mức thu phí chợ do ai quyêts định?",
        "Mức thu phí chợ do ai uqyết định?",
    ],
)
def test_without_diacritics_and_with_slips(index, question):
    found = index.search(question)
    assert (found.hits[0].number, found.hits[0].eid) == ("40/2031/NĐ-CP", "art_3")
    assert found.understood == "mức thu phí chợ do ai quyết định"


def test_a_question_that_is_right_is_left_alone(index):
    assert index.search("Mức thu phí chợ do ai quyết định?").understood is None
    assert index.search("CTTT có nộp phí chợ không?").understood is None


def test_only_what_is_in_force_on_the_day(index):
    question = "Giờ mở cửa của chợ"
    assert first(index, question, on=dt.date(2025, 5, 1)) == ("05/2019/QH14", "art_3")
    assert first(index, question, on=dt.date(2033, 5, 1))[0] == "11/2031/QH17"
    last = index.search(question, Filters(on=dt.date(2032, 1, 1))).hits
    assert "05/2019/QH14" not in {hit.number for hit in last}
    before = index.search("phí chợ", Filters(on=dt.date(2019, 1, 1))).hits
    assert {hit.number for hit in before} <= {"07/2030/TT-BXD"}
    assert not any(hit.sure for hit in before)


def test_filter_of_fields_of_law(index):
    assert {hit.number for hit in index.search("bờ sông", Filters(areas=(43,))).hits} == {
        "07/2030/TT-BXD"
    }
    trade = index.search("chợ nổi trên sông", Filters(areas=(34, 1)), limit=40).hits
    assert trade
    assert "07/2030/TT-BXD" not in {hit.number for hit in trade}
    assert index.search("chợ nổi trên sông", Filters(areas=(3,))).hits == ()


def test_filters_of_kind_issuer_and_document(index):
    assert first(index, "chợ nổi", kinds=("decree",))[0] == "40/2031/NĐ-CP"
    hits = index.search("giấy phép", Filters(keys=("07/2030/TT-BXD",))).hits
    assert {hit.number for hit in hits} == {"07/2030/TT-BXD"}
    assert index.search("chợ", Filters(keys=("không có",))).hits == ()
    hits = index.search("chợ", Filters(issuers=("Quốc hội",)), limit=40).hits
    assert {hit.number for hit in hits} == {"11/2031/QH17", "05/2019/QH14"}


def test_a_document_that_is_named_comes_first(index):
    assert first(index, "chợ nổi theo Luật Chợ")[0] == "05/2019/QH14"
    assert first(index, "Điều 5 Luật Chợ và phố đi bộ") == ("11/2031/QH17", "art_5")
    assert first(index, "Nghị định 40/2031 quy định gì về chợ")[0] == "40/2031/NĐ-CP"
    assert first(index, "theo 07/2030/TT-BXD nhà ở neo giữ thế nào")[0] == "07/2030/TT-BXD"


def test_a_definition_comes_before_other_uses(index):
    hit = index.search("Chợ nổi là gì?").hits[0]
    assert (hit.number, hit.article, hit.eid) == ("11/2031/QH17", "art_2", "art_2__para_1")
    assert first(index, "Thế nào là thương nhân lưu động")[1] == "art_2__para_2"


def test_the_words_of_the_layman(index):
    assert first(index, "làm sổ đỏ ven sông")[0] == "07/2030/TT-BXD"


def test_the_snippet_shows_why(index):
    hit = index.search("thương nhân niêm yết giá").hits[0]
    marked = [hit.snippet[a:b].lower() for a, b in hit.marks]
    assert {"niêm", "yết", "giá"} <= set(marked)
    assert "niêm yết giá bán" in hit.snippet


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ('"chợ nổi họp"', {"05/2019/QH14"}),
        ('"neo giữ" OR "phí chợ do"', {"07/2030/TT-BXD", "40/2031/NĐ-CP"}),
        ('"chợ nổi" KHÔNG "Luật này"', {"05/2019/QH14"}),
        ('"chợ phiên" VÀ "cấp xã"', {"40/2031/NĐ-CP"}),
        ("neo* VÀ luồng", {"07/2030/TT-BXD"}),
        ('("neo giữ" HOẶC "cấp huyện") -luồng', {"05/2019/QH14"}),
        ('"mở cửa của chợ Chợ mở"', set()),
    ],
)
def test_the_experts_query(index, query, numbers):
    assert {hit.number for hit in index.search(query, limit=50).hits} == numbers


def test_the_experts_query_obeys_filters(index):
    hits = index.search('"chợ nổi"', Filters(on=dt.date(2040, 1, 1)), limit=50).hits
    assert {hit.number for hit in hits} == {"11/2031/QH17"}


def test_numbers_as_one_types(index):
    assert [one.number for one in index.complete("40/2")] == ["40/2031/NĐ-CP"]
    assert [one.number for one in index.complete("0")] == []
    assert [one.number for one in index.complete("07")] == ["07/2030/TT-BXD"]
    assert index.complete("999") == []


@pytest.mark.parametrize("question", ["", "???", "   ", "x" * 5000, "chợ " * 2000, "\0", "𝔘𝔫"])
def test_odd_questions_end_well(index, question):
    assert isinstance(index.search(question).hits, tuple)


def test_the_engines_agree(tmp_path):
    if find_spec("tantivy") is None:
        pytest.skip("needs both engines")
    both = []
    for engine in ("tantivy", "fts5"):
        build_index(entries(), tmp_path / engine, engine=engine)
        found = SearchIndex.open(tmp_path / engine)
        both.append(
            [found.search(one).hits[0].eid for one in ("phí chợ", "chợ nổi là gì", "hàng giả")]
        )
    assert both[0] == both[1]


def test_a_registry_is_indexed_by_its_articles(tmp_path):
    with made(tmp_path) as law:
        count = build_index(registry_entries(law), tmp_path / "index", source=law.hash)
        assert count > len(law)
        index = SearchIndex.open(tmp_path / "index", source=law.hash)
        decree = law.find("40/2031/NĐ-CP")[0]
        hit = index.search("chợ phiên họp mấy lần một tháng", Filters(keys=(decree.key,))).hits[0]
        assert (hit.key, hit.article, hit.eid) == (decree.key, "art_2", "art_2__para_1")
        assert hit.first == dt.date(2031, 10, 15)
        titled = index.search("giá giữ xe").hits[0]
        assert (titled.number, titled.article) == ("07/2030/QĐ-UBND", "")
        gone = index.search("phí chợ", Filters(keys=(decree.key,), on=dt.date(2033, 1, 1))).hits
        assert "art_3" not in {hit.article for hit in gone}  # repealed by itself from 1/4/2032


def test_an_index_of_another_snapshot_is_refused(tmp_path):
    build_index(entries(0), tmp_path / "index", source="one")
    with pytest.raises(SearchError, match="bản pháp luật khác"):
        SearchIndex.open(tmp_path / "index", source="two")


def test_what_is_no_index_is_refused(tmp_path):
    with pytest.raises(SearchError, match="không phải chỉ mục"):
        SearchIndex.open(tmp_path)
    (tmp_path / "store.sqlite").write_bytes(b"nothing")
    with pytest.raises(SearchError, match="không phải chỉ mục"):
        SearchIndex.open(tmp_path)


def test_a_folder_with_other_things_is_not_touched(tmp_path):
    (tmp_path / "thu.txt").write_text("của người dùng")
    with pytest.raises(SearchError, match="nội dung khác"):
        build_index(entries(0), tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["thu.txt"]


def test_a_build_that_fails_leaves_the_old_index(tmp_path):
    build_index(entries(0), tmp_path / "index")

    def broken():
        yield next(iter(entries(0)))
        raise OSError("đĩa hỏng")

    with pytest.raises(OSError, match="đĩa hỏng"):
        build_index(broken(), tmp_path / "index")
    assert [one.name for one in tmp_path.iterdir()] == ["index"]
    assert SearchIndex.open(tmp_path / "index").search("chợ nổi").hits
