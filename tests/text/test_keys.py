"""Keys to compare and to search with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhphap.text import comparison_key, search_key, unify_tones


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hoà", "hòa"), ("Thuỷ", "Thủy"), ("UỶ BAN", "ỦY BAN"), ("khoẻ", "khỏe"), ("HOÁ", "HÓA"),
        ("quý", "quý"), ("Quỹ", "Quỹ"), ("khoản", "khoản"), ("hoàn", "hoàn"), ("huỳnh", "huỳnh"),
        ("thuyền", "thuyền"), ("Hoà", "Hòa"), ("tuý lúy", "túy lúy"),
    ],
)  # fmt: skip
def test_tone_placement(old: str, new: str) -> None:
    assert unify_tones(old) == new
    assert unify_tones(new) == new


def test_comparison_key_ignores_case_and_tone_placement() -> None:
    assert comparison_key("UỶ BAN NHÂN DÂN") == comparison_key("Ủy ban nhân dân")
    assert comparison_key("quý") != comparison_key("quỵ")


@pytest.mark.parametrize(
    ("text", "key"),
    [("Đất đai", "dat dai"), ("ỦY BAN", "uy ban"), ("Nghị định 78/2025/NĐ-CP",
     "nghi dinh 78/2025/nd-cp"), ("d\u0323a", "da")],
)  # fmt: skip
def test_search_key(text: str, key: str) -> None:
    assert search_key(text) == key


@given(st.text())
def test_keys_keep_places(text: str) -> None:
    assert len(comparison_key(text)) == len(text)
    assert unify_tones(unify_tones(text)) == unify_tones(text)
    assert search_key(search_key(text)) == search_key(text)
