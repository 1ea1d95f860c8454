"""Bytes of every kind give text, or text with the broken place said; never an exception."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhphap.text import decode

TEXT = "Điều 1. Phạm vi điều chỉnh\nQuy định này quy định việc mở bến Xuân.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_unicode_files(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.remarks) == (TEXT, encoding, ())


def test_broken_bytes_are_said_with_their_place() -> None:
    data = TEXT.encode() * 3 + b"\xff\xfe\xc3(" + TEXT.encode()
    decoded = decode(data)
    (remark,) = decoded.remarks
    assert remark.code == "broken-bytes"
    assert decoded.text[remark.start] == "\ufffd"
    assert remark.start == 3 * len(TEXT)


@pytest.mark.parametrize("taken_for", ["latin-1", "browser"])
def test_text_that_was_encoded_twice_is_put_right_and_said(taken_for: str) -> None:
    right = "Điều 1. Quy định về “phí” – ủy ban\n"
    wrong = right.encode().decode("latin-1")
    if taken_for == "browser":  # Windows-1252, which leaves five bytes as they are
        wrong = "".join(one.encode("latin-1").decode("cp1252", "ignore") or one for one in wrong)
    decoded = decode(wrong.encode())
    assert decoded.text == right
    assert [remark.code for remark in decoded.remarks] == ["encoded-twice"]
    at = right.index("định")
    start, end = decoded.offsets.span(at, at + 4)
    assert end - start == len("định".encode())


@pytest.mark.parametrize("text", ["Ân xá, Ái Quốc, xã Án Đổ", "SÃO PAULO — Ã", "á» là hai dấu"])
def test_words_that_only_begin_like_it_are_left_alone(text: str) -> None:
    assert decode(text.encode()).text == text
    assert decode(text.encode()).remarks == ()


def test_quotation_marks_of_windows_in_old_text() -> None:
    raw = "Quy ®Þnh nµy quy ®Þnh viÖc qu¶n lý “phÝ” – cña x·".encode("cp1252")
    assert decode(raw).text == "Quy định này quy định việc quản lý “phí” – của xã"


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"").text == ""


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.offsets.new[-1] == len(decoded.text)
