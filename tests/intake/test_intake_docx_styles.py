"""How words look, through the inheritance of Word's styles; old fonts give away encodings."""

from __future__ import annotations

import pytest
from intake_docx import para, read_word, run

from minhphap.intake import Style

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"/><w:sz w:val="28"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
    '<w:style w:type="paragraph" w:styleId="Dam"><w:basedOn w:val="Normal"/><w:pPr>'
    '<w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="DamNghieng"><w:basedOn w:val="Dam"/><w:rPr><w:i/>'
    '<w:sz w:val="26"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="ChuDam"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Vong1"><w:basedOn w:val="Vong2"/><w:rPr><w:b/></w:rPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="Vong2"><w:basedOn w:val="Vong1"/></w:style>'
)


def look(body: str, styles: str = STYLES, **parts: str) -> Style:
    return read_word(body, styles=styles, **parts).blocks[0].style


def of(style: str) -> str:
    return f'<w:pStyle w:val="{style}"/>'


def test_defaults_of_the_file() -> None:
    assert look(para("a")) == Style(font="Times New Roman", size=14)


def test_a_style_and_the_one_it_is_based_on() -> None:
    assert look(para("a", properties=of("DamNghieng"))) == Style(
        bold=True, italic=True, centred=True, font="Times New Roman", size=13
    )


def test_what_the_paragraph_and_the_run_say_goes_first() -> None:
    body = para(run("a", '<w:b w:val="0"/>'), properties=of("Dam") + '<w:jc w:val="both"/>')
    assert look(body) == Style(font="Times New Roman", size=14)


@pytest.mark.parametrize("value", ["false", "0", "off"])
def test_a_toggle_may_be_switched_off_in_words(value: str) -> None:
    assert not look(para(run("a", f'<w:b w:val="{value}"/>'), properties=of("Dam"))).bold


def test_bold_upon_bold_is_not_bold() -> None:
    assert not look(para(run("a", '<w:rStyle w:val="ChuDam"/>'), properties=of("Dam"))).bold
    assert look(para(run("a", '<w:rStyle w:val="ChuDam"/>'))).bold


def test_most_of_the_letters_decide() -> None:
    assert look(para(run("Điều 1.", "<w:b/>"), " x")).bold
    assert not look(para(run("1.", "<w:b/>"), " Tổ chức, cá nhân nộp phí")).bold


def test_styles_based_on_each_other_come_to_an_end() -> None:
    assert look(para("a", properties=of("Vong1"))).bold


def test_an_unknown_style_is_the_default_one() -> None:
    assert look(para("a", properties=of("KhongCo"))) == Style(font="Times New Roman", size=14)


def test_fonts_of_the_theme() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont>'
        '<a:latin typeface="Arial"/></a:minorFont></a:theme>'
    )
    from intake_docx import part, word

    from minhphap.intake import read

    font = '<w:rFonts w:asciiTheme="minorHAnsi"/>'
    parts = {"word/styles.xml": part("styles", STYLES), "word/theme/theme1.xml": theme}
    assert read(word(para(run("a", font)), parts)).blocks[0].style.font == "Arial"


def old(text: str, font: str) -> str:
    return run(text, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([old("§iÒu 1. Ph¹m vi", ".VnTime")], "Điều 1. Phạm vi"),
        ([old("quyÕt ®Þnh", ".VnTimeH")], "QUYẾT ĐỊNH"),
        ([old("Ñieàu 1. Phaïm vi", "VNI-Times")], "Điều 1. Phạm vi"),
        ([old("Điều 1. dán vào", ".VnTime")], "Điều 1. dán vào"),
        ([old("§iÒu 1", ".VnTime"), " số 5/2026"], "Điều 1 số 5/2026"),
        ([old("\uf0a7i\uf0d2u", ".VnTime")], "Điều"),
    ],
)
def test_fonts_from_before_unicode(runs: list[str], text: str) -> None:
    assert read_word(para(*runs)).text == text


def test_the_conversion_is_said_and_leads_back() -> None:
    source = read_word(para(old("Ñieàu 1. Phaïm vi", "VNI-Times")))
    assert [notice.code for notice in source.notices] == ["legacy-encoding"]
    at = source.text.index("Phạm")
    (one,) = source.anchors_in(at, at + 4)
    assert (one.offset, one.offset_end) == (9, 15)
