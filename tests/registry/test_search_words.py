"""The parts of search by themselves: words, mending, the expert's grammar, definitions."""

import sqlite3
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.registry.search_samples import entries

from minhphap.registry.search import SearchError
from minhphap.registry.search.definitions import asks_for_definition, terms_of
from minhphap.registry.search.expert import Tree, is_expert, parse
from minhphap.registry.search.layman import laymans
from minhphap.registry.search.lexicon import TABLES, Lexicon, LexiconWriter
from minhphap.registry.search.mend import abbreviations, mend
from minhphap.registry.search.words import grams, words
from minhphap.text import search_key


def lexicon_of(texts):
    counted = LexiconWriter()
    for text in texts:
        counted.add(words(text))
    db = sqlite3.connect(":memory:", check_same_thread=False)
    db.executescript(TABLES)
    counted.write(db)
    return Lexicon(db)


TEXTS = [one.text for one in entries()]
LEXICON = lexicon_of(TEXTS)
KNOWN = sorted({w for text in TEXTS for w in words(text) if w in LEXICON.count})


def test_words_and_pairs():
    assert words("Đất đai, 01/7/2024: hoà_giải") == ["đất", "đai", "01", "7", "2024", "hòa", "giải"]
    assert grams(["đất", "đai"]) == ["đất", "đai", "đất_đai"]
    assert grams([]) == []


def test_pairs_are_counted():
    assert LEXICON.pair("phí", "chợ") > 0
    assert LEXICON.pair("chợ", "phí") == 0
    assert LEXICON.forms("cho")[0] == "chợ"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thuong nhan nop phi cho", "thương nhân nộp phí chợ"),
        ("thương nhâ nộp phí chợ", "thương nhân nộp phí chợ"),
        ("thương nhaan nộp phí chợ", "thương nhân nộp phí chợ"),
        ("thươngnhân nộp phí chợ", "thương nhân nộp phí chợ"),
        ("hanh lang bao ve bo song", "hành lang bảo vệ bờ sông"),
        ("hàng giả bảo vẽ bờ sông", "hàng giả bảo vệ bờ sông"),
    ],
)
def test_mending(typed, meant):
    assert mend(words(typed), LEXICON) == words(meant)


def test_abbreviations_are_kept():
    assert abbreviations("SGK và GCNQSDĐ của UBND") == {"sgk", "gcnqsdđ", "ubnd"}
    assert abbreviations("SO DO LA GI") == frozenset()
    assert mend(["phí", "chọ"], LEXICON, frozenset(("chọ",))) == ["phí", "chọ"]


def test_words_in_their_own_company_are_never_touched():
    for text in TEXTS:
        known = words(text)
        for pair in pairwise(known):
            if all(word in LEXICON.count for word in pair) and LEXICON.pair(*pair):
                assert mend(list(pair), LEXICON) in (list(pair), restored(pair))


def restored(pair):
    """Two words without a diacritic may be two others."""
    return mend([search_key(one) for one in pair], LEXICON)


@given(st.lists(st.sampled_from(KNOWN), min_size=1, max_size=8))
def test_mending_keeps_what_has_diacritics_right(typed):
    mended = mend(typed, LEXICON)
    assert len(" ".join(mended).split()) >= len(typed)


@given(st.text(max_size=80))
def test_any_text_is_mended_without_a_fault(text):
    assert all(isinstance(one, str) for one in mend(words(text), LEXICON))


def test_the_layman_and_the_law():
    license_ = ("giấy", "phép", "lái", "xe")
    said = laymans(words("bị tước bằng lái bao lâu"))
    assert license_ in said.law
    assert said.own == {"bằng", "lái"}
    assert license_ in laymans(words("bi tuoc bang lai bao lau")).law
    assert laymans(words("điều kiện kinh doanh")).law == ()


@pytest.mark.parametrize(
    ("heading", "text", "terms"),
    [
        ("Giải thích từ ngữ", "1. Chợ nổi là nơi họp.\n2. “Bến khách” (sau đây gọi là bến) là nơi",
         ["chợ nổi", "bến khách"]),
        ("Giải thích từ ngữ", "a) Vùng đệm bao gồm đất ven sông;", ["vùng đệm"]),
        ("Trách nhiệm", "1. Chợ nổi là nơi họp.", []),
    ],
)  # fmt: skip
def test_terms_that_the_law_defines(heading, text, terms):
    assert terms_of(heading, text) == terms


@pytest.mark.parametrize("question", ["chợ nổi là gì", "thế nào là chợ nổi", "khái niệm chợ nổi"])
def test_questions_for_a_definition(question):
    assert asks_for_definition(words(question))
    assert not asks_for_definition(words("chợ nổi họp khi nào"))


def phrase(text):
    return Tree("phrase", tuple(words(text)))


def test_the_experts_grammar():
    assert parse('"đất đai" thuế') == Tree("and", parts=(phrase("đất đai"), phrase("thuế")))
    assert parse("a OR b AND c") == Tree(
        "or", parts=(phrase("a"), Tree("and", parts=(phrase("b"), phrase("c"))))
    )
    assert parse("a KHÔNG (b HOẶC c)") == Tree(
        "and",
        parts=(phrase("a"), Tree("not", parts=(Tree("or", parts=(phrase("b"), phrase("c"))),))),
    )
    assert parse("thuê* -nhà") == Tree(
        "and", parts=(Tree("prefix", ("thuê",)), Tree("not", parts=(phrase("nhà"),)))
    )
    assert parse("“bờ sông”") == phrase("bờ sông")


@pytest.mark.parametrize(
    "query", ["NOT a", "(a", "a)", "a OR", '""', "a NOT", "()", "-a", "a AND ()"]
)
def test_queries_that_make_no_sense(query):
    with pytest.raises(SearchError, match="Câu tìm chưa đúng"):
        parse(query)


def test_questions_are_no_expert_queries():
    assert not is_expert("Ai phải nộp phí? (theo luật mới)")
    assert not is_expert("AI PHẢI NỘP PHÍ VÀ THUẾ KHÔNG")
    assert is_expert('"phí chợ"')
    assert is_expert("phí KHÔNG thuế")


@given(st.text(alphabet='ab "()-*“” ANDORNOTVÀHOẶC', max_size=30))
def test_any_query_is_read_or_refused(query):
    try:
        tree = parse(query)
    except SearchError:
        return
    assert tree.kind != "not"
