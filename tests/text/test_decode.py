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


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"").text == ""


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.offsets.new[-1] == len(decoded.text)
