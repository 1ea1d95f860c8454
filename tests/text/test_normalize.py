"""Any Unicode text comes out canonical, and every place can be found again."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhphap.text import normalize

CLEAN = "Điều 1. Ủy ban nhân dân tỉnh Sơn Hà quy định mức thu phí bến Xuân."


def test_clean_text_comes_back_as_it_is() -> None:
    done = normalize(CLEAN)
    assert done.text is CLEAN
    assert done.offsets.is_identity
    assert done.remarks == ()


def test_separate_marks_are_composed_and_lead_back() -> None:
    raw = unicodedata.normalize("NFD", CLEAN)
    done = normalize(raw)
    assert done.text == CLEAN
    at = CLEAN.index("tỉnh")
    start, end = done.offsets.span(at, at + 4)
    assert raw[start:end] == unicodedata.normalize("NFD", "tỉnh")


def test_mixed_forms_are_composed() -> None:
    words = CLEAN.split()
    raw = " ".join(unicodedata.normalize("NFD" if i % 2 else "NFC", w) for i, w in enumerate(words))
    assert normalize(raw).text == CLEAN


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\r\nb\rc\x0bd\x0ce\u2028f\x85g", "a\nb\nc\nd\ne\nf\ng"),
        ("khoản\u00a01\u2009và\u3000khoản\u202f2", "khoản 1 và khoản 2"),
        ("Ðiều 5, ðiểm b", "Điều 5, điểm b"),
        ("QĐ\u2011UBND, QĐ\u2010UBND", "QĐ-UBND, QĐ-UBND"),
        ("Điều １２", "Điều 12"),
        ("HĐNĐ và НĐND", "HĐNĐ và HĐND"),
        ("đi\u00eb\u0309m", "đi\u1ec3m".replace("\u1ec3", "\u00eb\u0309")),
        ("viê\u0323c", "việc"),
        ("vie\u0323\u0302c", "việc"),
        ("vie\u0309\u0302n", "viển"),
        ("\t giữ dấu tab", "\t giữ dấu tab"),
    ],
)
def test_each_change(raw: str, clean: str) -> None:
    assert normalize(raw).text == clean


@pytest.mark.parametrize("word", ["Привет, Москва", "λόγος", "мир", "α-amylase", "µg/l"])
def test_words_of_other_scripts_stay(word: str) -> None:
    assert normalize(word).text == unicodedata.normalize("NFC", word)


def test_hidden_characters_are_removed_and_said() -> None:
    raw = "Đi\u00adều\u200b 1. Mức \u202ethu\u202c"
    done = normalize(raw)
    assert done.text == "Điều 1. Mức thu"
    (remark,) = done.remarks
    assert (remark.code, remark.count, remark.start) == ("hidden-characters", 4, 2)
    start, end = done.offsets.span(0, 4)
    assert raw[start:end] == "Đi\u00adều"


def test_look_alike_letters_are_said() -> None:
    (remark,) = normalize("Quyết định của НĐND xã").remarks
    assert (remark.code, remark.start) == ("look-alike-letters", 15)


def test_a_mark_after_a_hidden_character_still_finds_its_letter() -> None:
    done = normalize("a\u200b\u0301b\u212b")
    assert done.text == "áb\u00c5"
    assert done.offsets.span(0, 1) == (0, 3)


LETTERS = st.sampled_from("aăêờđÐ НоT1１-\u0301\u0323\u0302\u200b\r\n\u00a0\u00ad\u212b\u0341")


@given(st.one_of(st.text(), st.text(LETTERS)))
def test_the_result_is_canonical_stable_and_mapped(raw: str) -> None:
    done = normalize(raw)
    assert unicodedata.is_normalized("NFC", done.text)
    assert not set(done.text) & set("\r\u00a0\u200b\u00ad")
    assert normalize(done.text).text == done.text
    assert (done.offsets.new[-1], done.offsets.old[-1]) == (len(done.text), len(raw))
    for at in range(len(done.text)):
        start, end = done.offsets.span(at, at + 1)
        assert 0 <= start < end <= len(raw)
