"""Text files and Markdown."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhphap.intake import Cell, Source, Unreadable, read

TEXT = "Điều 1. Phạm vi điều chỉnh\nQuy định này quy định việc quản lý đất đai tại xã.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r", 1).encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.encode().decode("latin-1").encode(),
    ],
)
def test_unicode_in_any_form(data: bytes) -> None:
    assert read(data, name="a.txt").text == TEXT


def test_lines_are_blocks() -> None:
    source = read(b"a\n\n  \nb", name="a.txt")
    assert [(b.kind, source.text[b.start : b.end]) for b in source.blocks] == [
        ("paragraph", "a"),
        ("paragraph", "b"),
    ]


def test_what_was_changed_leads_back() -> None:
    source = read("Đie\u0302\u0300u\u200b 1\r\nmột".encode(), name="a.txt")
    assert source.text == "Điều 1\nmột"
    assert source.original == "Đie\u0302\u0300u\u200b 1\r\nmột"
    assert source.span_in_original(0, 4) == (0, 6)
    assert source.position(source.text.index("1")) == (1, 9)


def test_a_few_zero_bytes_are_hidden_characters_not_binary_data() -> None:
    source = read(TEXT.replace(" ", "\0 ", 3).encode(), name="a.txt")
    assert source.text == TEXT
    assert [notice.code for notice in source.notices] == ["hidden-characters"]


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        source = read(text.encode("utf-8", "surrogatepass"), name="a.txt")
    except Unreadable:
        return
    for block in source.blocks:
        assert source.text[block.start : block.end].strip()
        a, b = source.span_in_original(block.start, block.end)
        assert 0 <= a <= b <= len(source.original or source.text)


def md(text: str) -> Source:
    return read(text.encode(), name="a.md")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("# QUYẾT ĐỊNH", "QUYẾT ĐỊNH"),
        ("## Điều 1. Phạm vi ##", "Điều 1. Phạm vi"),
        ("**Điều 1.** Phạm *vi* và `mã`", "Điều 1. Phạm vi và mã"),
        ("> “1. Trích dẫn”", "“1. Trích dẫn”"),
        ("[Nghị quyết](https://vi.du/a_b) số 1", "Nghị quyết số 1"),
        ("a ![hình](x.png) b", "a  b"),
        (r"1\. không là \*danh sách\*", "1. không là *danh sách*"),
        ("3*4 = 12; a * b", "3*4 = 12; a * b"),
        ("ten_tep_dai.txt", "ten_tep_dai.txt"),
        ("Số: ______/QĐ-UBND", "Số: ______/QĐ-UBND"),
        ("_nghiêng_ __đậm__ ***cả hai***", "nghiêng đậm cả hai"),
        ("a<br>b<!-- ghi chú -->", "ab"),
        ("---\ntitle: x\n---\nĐiều 1", "Điều 1"),
        ("a\n\n---\n\nb", "a\n\n\n\nb"),
        ("- một\n- hai", "- một\n- hai"),
        ("#5 là số", "#5 là số"),
    ],
)
def test_the_marks_of_markdown_are_taken_off(raw: str, text: str) -> None:
    assert md(raw).text == text


def test_titles_and_bold_lines_are_bold() -> None:
    source = md("# CHƯƠNG I\n**Điều 1. Phạm vi**\n**Điều 2.** Nội dung")
    assert [block.style.bold for block in source.blocks] == [True, True, False]


def test_cells_of_a_table_are_lines_of_their_own() -> None:
    source = md("| STT | Mức **thu** |\n|---|:-:|\n| 1 | a \\| b |\n\n| x |\n")
    found = [(block.cell, source.text[block.start : block.end]) for block in source.blocks]
    assert found == [
        (Cell(0, 0, 0), "STT"), (Cell(0, 0, 1), "Mức thu"), (Cell(0, 1, 0), "1"),
        (Cell(0, 1, 1), "a | b"), (Cell(1, 0, 0), "x"),
    ]  # fmt: skip


def test_markdown_leads_back() -> None:
    raw = "# **Điều 1.** Phạm vi\r\nMức _thu_ phí"
    source = md(raw)
    at = source.text.index("thu phí")
    start, end = source.span_in_original(at, at + 3)
    assert raw[start:end] == "thu"
    assert (source.format, source.original) == ("md", raw)


PIECES = ("**", "*", "_", "`", "[a](b)", "| ", "|", "# ", "> ", "\\", "a", "ệ ", "\n", "---", "<b>")


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_markdown_keeps_its_words_and_leads_back(raw: str) -> None:
    raw = f"đầu {raw} cuối"
    source = md(raw)
    assert source.text.startswith("đầu")
    assert source.text.rstrip().endswith("cuối")
    assert source.text.count("ệ") == raw.count("ệ")
    at = 0
    for block in source.blocks:
        assert at <= block.start < block.end
        at = block.end
        a, b = source.span_in_original(block.start, block.end)
        assert 0 <= a < b <= len(raw)
    for offset, letter in enumerate(source.text):
        if letter.isalpha():
            a, b = source.span_in_original(offset, offset + 1)
            assert raw[a:b] == letter
