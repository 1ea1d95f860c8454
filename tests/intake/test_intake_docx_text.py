"""What stands in a Word paragraph becomes text as the printed page shows it."""

from __future__ import annotations

import pytest
from intake_docx import document, lines, para, read_word, run, word

from minhphap.intake import read

BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:t>Điều</w:t><w:tab/><w:t>1</w:t>", "Điều\t1"),
        ("<w:t>NĐ</w:t><w:noBreakHyphen/><w:t>CP</w:t>", "NĐ-CP"),
        ("<w:t>quy</w:t><w:softHyphen/><w:t>định</w:t>", "quyđịnh"),
        ("<w:t>trên</w:t><w:br/><w:t>dưới</w:t>", "trên\ndưới"),
        ("<w:t>trên</w:t><w:cr/><w:t>dưới</w:t>", "trên\ndưới"),
        ('<w:t>trên</w:t><w:br w:type="page"/><w:t>dưới</w:t>', "trên\ndưới"),
        ('<w:br w:type="page"/><w:t>đầu trang</w:t>', "đầu trang"),
        ('<w:sym w:font="Wingdings" w:char="F0A8"/><w:t> Có</w:t>', "☐ Có"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5 m</w:t>', "≥ 5 m"),
        ('<w:sym w:font="Webdings" w:char="F099"/>', "•"),
        ('<w:sym w:font="Arial" w:char="0110"/>', "Đ"),
        ('<w:sym w:font="Arial" w:char="khong-phai-so"/><w:t>a</w:t>', "a"),
        ("<w:t>một\n dòng</w:t>", "một  dòng"),
        ("<w:t>5\u00a0km</w:t>", "5 km"),
        ("<w:t>Ðiều</w:t>", "Điều"),
    ],
)
def test_the_elements_of_a_run(inner: str, text: str) -> None:
    assert read_word(f"<w:p><w:r>{inner}</w:r></w:p>").text == text


def test_a_sign_of_a_symbol_font_in_plain_text_is_what_it_shows() -> None:
    font = '<w:rFonts w:ascii="Wingdings"/>'
    assert read_word(para(run("\uf0fe", font), " Đồng ý")).text == "☑ Đồng ý"


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr=" REF a ">{}</w:fldSimple>',
        "<w:bdo>{}</w:bdo>",
        "<w:customXml>{}</w:customXml>",
        "<mc:AlternateContent><mc:Choice Requires='wps'>{}</mc:Choice><mc:Fallback>"
        "<w:r><w:t>khác</w:t></w:r></mc:Fallback></mc:AlternateContent>",
        "<mc:AlternateContent><mc:Choice Requires='x'><w:r/></mc:Choice><mc:Fallback>{}"
        "</mc:Fallback></mc:AlternateContent>",
        "<w:r><mc:AlternateContent><mc:Choice Requires='w16se'/><mc:Fallback><w:t>Điều 3</w:t>"
        "</mc:Fallback></mc:AlternateContent></w:r>",
    ],
)
def test_elements_that_only_wrap(wrapped: str) -> None:
    inner = wrapped.format(run("Điều 3"))
    assert read_word(para("Theo ", inner, " Luật này")).text == "Theo Điều 3 Luật này"


def test_of_a_field_only_its_result_is_read() -> None:
    field = BEGIN + instruction(' HYPERLINK "https://vi.du" ') + SEPARATE + run("Phụ lục") + END
    assert read_word(para("Xem ", field, ".")).text == "Xem Phụ lục."


def test_a_field_within_the_instruction_of_another() -> None:
    inner = BEGIN + instruction(" PAGE ") + SEPARATE + run("7") + END
    field = BEGIN + instruction(" IF ") + inner + instruction(" = 1 ") + SEPARATE + run("có") + END
    assert read_word(para("Kết quả: ", field)).text == "Kết quả: có"


def test_a_field_that_never_ends_swallows_no_other_paragraph() -> None:
    broken = para("Trước ", BEGIN, instruction(" REF "))
    assert read_word(broken + para("Sau")).text == "Trước \nSau"


def test_hidden_text_is_left_out_remembered_and_said() -> None:
    source = read_word(para("Điều 1. ", run("ghi chú nội bộ", "<w:vanish/>"), "Phạm vi"))
    assert source.text == "Điều 1. Phạm vi"
    (hidden,) = source.removed
    assert (hidden.kind, hidden.text, hidden.at) == ("hidden", "ghi chú nội bộ", 8)
    assert [notice.code for notice in source.notices] == ["hidden-text"]


def test_a_paragraph_whose_mark_is_hidden_runs_on() -> None:
    first = para("Điều 1. ", properties="<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
    assert read_word(first + para("Phạm vi")).text == "Điều 1. Phạm vi"


def test_capitals_are_written_as_they_print() -> None:
    source = read_word(para(run("quyết định số ", "<w:caps/>"), run("5a")))
    assert source.text == "QUYẾT ĐỊNH SỐ 5a"


def test_a_formula_is_read_as_its_letters() -> None:
    formula = "<m:oMath><m:r><m:t>a=b+1</m:t></m:r></m:oMath>"
    assert read_word(para("Mức thu ", formula)).text == "Mức thu a=b+1"


def test_of_ruby_the_base_is_read() -> None:
    ruby = f"<w:ruby><w:rt>{run('chú')}</w:rt><w:rubyBase>{run('âm')}</w:rubyBase></w:ruby>"
    assert read_word(para(f"<w:r>{ruby}</w:r>")).text == "âm"


def test_blank_paragraphs_are_no_lines() -> None:
    assert read_word(para("một") + para() + para("  ") + para("hai")).text == "một\nhai"


def test_hidden_characters_are_left_out_and_said() -> None:
    source = read_word(para("Điều\u200b 2\u202e"))
    assert source.text == "Điều 2"
    (notice,) = source.notices
    assert notice.code == "hidden-characters"


def test_decomposed_letters_are_composed() -> None:
    source = read_word(para("Đie\u0302\u0300u 1. Pha\u0323m vi"))
    assert source.text == "Điều 1. Phạm vi"
    assert source.notices == ()


def test_text_in_other_encodings_of_xml_is_read() -> None:
    xml = document(para("Điều 1")).replace("UTF-8", "UTF-16")
    assert read(word("", {"word/document.xml": xml.encode("utf-16")})).text == "Điều 1"


def test_the_source_keeps_the_file_and_its_name() -> None:
    data = word(para("Điều 1"))
    source = read(data, name="a.docx")
    assert (source.data, source.name, source.format) == (data, "a.docx", "docx")
    assert lines(source) == ["Điều 1"]
    assert (source.original, source.offsets) == (None, None)
