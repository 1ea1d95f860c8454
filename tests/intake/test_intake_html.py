"""Web pages as law sites and Word save them."""

from __future__ import annotations

import base64
import codecs

import pytest
from intake_docx import lines

from minhphap.intake import Cell, Source, Unreadable, read

TEXT = ("Điều 1. Phạm vi điều chỉnh", "Quy định này quy định việc quản lý bến thuyền.")


def page(body: str, head: str = '<meta charset="utf-8">') -> str:
    return f"<!DOCTYPE html><html><head><title>Trang</title>{head}</head><body>{body}</body></html>"


def open_page(body: str, **more: str) -> Source:
    return read(page(body, **more).encode(), name="trang.html")


PARAGRAPHS = "".join(f"<p>{line}</p>" for line in TEXT)


def test_a_page_is_read_line_by_line() -> None:
    source = open_page(PARAGRAPHS)
    assert lines(source) == list(TEXT)
    assert (source.format, [block.kind for block in source.blocks]) == ("html", ["paragraph"] * 2)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Điều\n  1.   Phạm&nbsp;vi</p>", "Điều 1. Phạm vi"),
        ("<div>một<br>hai</div>", "một\nhai"),
        ("<p>một<p>hai", "một\nhai"),
        ("<b>Điều 1.</b> <i>Phạm vi</i>", "Điều 1. Phạm vi"),
        ("<pre>một\nhai</pre>", "một\nhai"),
        ("<p>NĐ&#8209;CP &amp; TT</p>", "NĐ-CP & TT"),
        ("<p>a</p><script>b()</script><style>p{}</style><noscript>c</noscript>", "a"),
        ("<p>a<!-- ghi chú -->b</p>", "ab"),
        ("<p>a</p><p style='display: none'>ẩn</p><p hidden>ẩn</p>", "a"),
        ("<p><span style='text-transform:uppercase'>quyết định</span></p>", "QUYẾT ĐỊNH"),
        ("<ol><li>một<li>hai</ol>", "1. một\n2. hai"),
        ("<ol type='a' start='3'><li>một</ol><ul><li>hai</ul>", "c. một\n- hai"),
        ("<p>a\0b</p>", "ab"),
    ],
)
def test_what_a_browser_shows(body: str, text: str) -> None:
    assert open_page(body).text == text


def test_tables_with_spans_and_tables_within_cells() -> None:
    body = (
        "<table><tr><th colspan=2>Đầu<th>c<tr><td rowspan=2>cao<td>x<td>y<tr><td>z"
        "<td><table><tr><td>trong</table></table>"
    )
    source = open_page(body)
    found = [(block.cell, source.text[block.start : block.end]) for block in source.blocks]
    assert found == [
        (Cell(0, 0, 0), "Đầu"), (Cell(0, 0, 2), "c"), (Cell(0, 1, 0), "cao"),
        (Cell(0, 1, 1), "x"), (Cell(0, 1, 2), "y"), (Cell(0, 2, 1), "z"),
        (Cell(1, 0, 0), "trong"),
    ]  # fmt: skip


def test_a_span_of_millions_costs_nothing() -> None:
    source = open_page("<table><tr><td colspan=99999999 rowspan=99999999>a<td>b</table>")
    assert lines(source) == ["a", "b"]


def test_looks_from_tags_and_inline_styles() -> None:
    source = open_page(
        "<p align=center><b>CHƯƠNG I</b></p>"
        "<p style='text-align:center;font-weight:bold;font-size:14pt;font-family:\"Times\"'>a</p>"
    )
    first, second = (block.style for block in source.blocks)
    assert first.bold
    assert first.centred
    assert (second.bold, second.centred, second.size, second.font) == (True, True, 14.0, "Times")


def test_menus_around_the_document_are_left_out() -> None:
    menu = "<nav><a href='/'>Trang chủ</a><a href='/x'>Tìm kiếm</a></nav>"
    aside = "<div class='lien-quan'><a href='/1'>Văn bản liên quan</a></div>"
    source = open_page(f"{menu}<div id='than'>{PARAGRAPHS}</div>{aside}<footer>© 2026</footer>")
    assert lines(source) == list(TEXT)


def test_a_page_that_word_saved_is_read_whole() -> None:
    source = open_page(f"<div class=WordSection1>{PARAGRAPHS}</div><div><p>Phụ lục I</p></div>")
    assert lines(source) == [*TEXT, "Phụ lục I"]


def test_marks_of_footnotes_are_taken_out_and_the_notes_kept() -> None:
    body = (
        "<p>Điều 1<a href='#_ftn1' name='_ftnref1'>[1]</a> quy định</p><div>"
        "<p><a href='#_ftnref1' name='_ftn1'>[1]</a> Đã được sửa đổi.</p></div>"
    )
    source = open_page(body)
    assert lines(source) == ["Điều 1 quy định", "[1] Đã được sửa đổi."]
    assert [block.kind for block in source.blocks] == ["paragraph", "footnote"]
    assert [one.text for one in source.removed] == ["[1]"]


@pytest.mark.parametrize(
    "data",
    [
        page(PARAGRAPHS).encode(),
        codecs.BOM_UTF8 + page(PARAGRAPHS).encode(),
        page(PARAGRAPHS).encode("utf-16"),
        page(PARAGRAPHS, '<meta charset="iso-8859-1">').encode(),
        page(PARAGRAPHS, '<meta charset="windows-1258">').encode(),
        page(PARAGRAPHS, '<meta charset="khong-co-that">').encode(),
        page(PARAGRAPHS, "").encode(),
        page(PARAGRAPHS).encode().decode("latin-1").encode(),
    ],
)
def test_whatever_a_page_says_of_its_letters_they_are_read_right(data: bytes) -> None:
    assert lines(read(data)) == list(TEXT)


def test_a_page_in_another_alphabet_is_read_as_it_says() -> None:
    data = page("<p>Положение о порядке</p>", '<meta charset="windows-1251">').encode("cp1251")
    assert read(data).text == "Положение о порядке"


def test_fonts_from_before_unicode() -> None:
    source = open_page('<p><font face=".VnTime">§iÒu 1. Ph¹m vi</font></p>')
    assert source.text == "Điều 1. Phạm vi"
    assert [notice.code for notice in source.notices] == ["legacy-encoding"]


def test_unicode_pasted_into_an_old_font_stays() -> None:
    assert open_page('<p><font face=".VnTime">Điều 1 và</font></p>').text == "Điều 1 và"


def test_a_single_file_page_as_word_saves_it() -> None:
    packed = base64.encodebytes(page(PARAGRAPHS).encode()).decode()
    data = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        f"{packed}\r\n--b--\r\n"
    )
    assert lines(read(data.encode(), name="a.mht")) == list(TEXT)


def test_the_kind_is_told_by_the_content_not_the_name() -> None:
    assert read(page(PARAGRAPHS).encode(), name="cong-van.doc").format == "html"


def test_declared_entities_are_not_expanded() -> None:
    data = f'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname">]>{page("<p>x &a; y</p>")}'
    assert "&a;" in read(data.encode()).text


def test_a_page_of_half_a_million_open_tags_is_refused() -> None:
    with pytest.raises(Unreadable) as error:
        read(("<b>" * 500_000 + "a").encode(), name="a.html")
    assert error.value.code == "too-deep"


@pytest.mark.parametrize("body", ["<frameset><frame src=a.htm></frameset>", "<iframe src=x>"])
def test_a_page_that_is_only_a_frame(body: str) -> None:
    with pytest.raises(Unreadable) as error:
        read(f"<html>{body}</html>".encode(), name="a.html")
    assert error.value.code == "frames-only"


def test_hidden_characters_are_said() -> None:
    source = open_page("<p>Điều\u200b 1</p>")
    assert source.text == "Điều 1"
    assert [notice.code for notice in source.notices] == ["hidden-characters"]
