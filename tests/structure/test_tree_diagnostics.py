"""What the parser says of texts that it could not fully place."""

from __future__ import annotations

import pytest
from tests.structure.drafts import WHOLE

from minhphap.structure import parse_text


def codes(text: str) -> list[str]:
    """The codes of a text's diagnostics."""
    return [one.code for one in parse_text(text).diagnostics]


def test_a_clean_draft_has_none() -> None:
    assert codes(WHOLE) == []


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("no-provisions", "Kính gửi các đơn vị.\nXin thông báo lịch họp.", "Kính gửi các đơn vị."),
        ("run-on", "Điều 1. Hồ sơ\nGồm: a) Đơn; b) Bản sao.\n", "a) Đơn"),
        ("repeated-number", "Điều 1. Hồ sơ\n1. Đơn.\n2. Bản sao.\n2. Ảnh.\n", "2. Ảnh."),
        (
            "unclosed-quotation",
            "Điều 1. Sửa đổi Điều 5 như sau:\n“Điều 5. Phí\nPhí là 5 đồng.\n"
            "Điều 2. Bãi bỏ Điều 6.\n",
            "",
        ),
        (
            "unopened-quotation",
            "Điều 1. Sửa đổi\n1. Sửa đổi Điều 5 như sau:\nĐiều 5. Phí\nPhí là 5 đồng.”\n",
            "",
        ),
    ],
)
def test_each_has_a_code_a_place_and_a_sentence(code: str, text: str, words: str) -> None:
    found = [one for one in parse_text(text).diagnostics if one.code == code]
    assert found, codes(text)
    assert text[found[0].start : found[0].end].startswith(words[:4])
    assert found[0].message.endswith(".")
    assert found[0].message_en.endswith(".")


def test_a_number_that_fits_nowhere_is_told_and_kept_as_text() -> None:
    text = (
        "Điều 1. Phạm vi\nMẫu quyết định.\nĐiều 2. Nội dung của mẫu\nMẫu có nội dung:\n"
        "Điều 1. Cho phép.\nĐiều 2. Hiệu lực.\nĐiều 3. Thi hành\nNgay.\n"
    )
    document = parse_text(text)
    told = [one for one in document.diagnostics if one.code == "unplaced-number"]
    assert [text[one.start : one.end] for one in told] == ["Điều 1. ", "Điều 2. "]
    assert [one.eid for one in document.walk()] == ["art_1", "art_2", "art_3"]


def test_a_wrapped_text_is_told_once() -> None:
    line = "Ủy ban nhân dân cấp xã có trách nhiệm tuyên truyền, hướng dẫn người dân thực hiện các"
    text = "Điều 1. Trách nhiệm\n" + f"{line}\nquy định này và báo cáo kết quả.\n" * 10
    assert codes(text) == ["wrapped-lines"]
