"""The numbers that Word computes and does not store."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_docx import lines, para, read_word

from minhphap.intake.counting import written
from minhphap.text import number_in_words


def level(at: int, form: str, text: str, more: str = "", start: int | None = 1) -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{at}">{begin}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
        "</w:lvl>"
    )


def abstract(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, base: int, *overrides: str) -> str:
    inner = "".join(overrides)
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{base}"/>{inner}</w:num>'


def item(text: str, at: int = 0, name: int = 1) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{name}"/></w:numPr>'
    return para(text, properties=numbered)


LAW = abstract(
    0,
    level(0, "upperRoman", "Chương %1"),
    level(1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>'),
    level(2, "decimal", "%3."),
    level(3, "lowerLetter", "%4)"),
)


def test_a_law_of_four_levels() -> None:
    body = (
        item("QUY ĐỊNH CHUNG") + item("Phạm vi", 1) + item("một", 2) + item("hai", 2)
        + item("x", 3) + item("y", 3) + item("Đối tượng", 1) + item("một", 2)
        + item("TỔ CHỨC THỰC HIỆN") + item("Hiệu lực", 1) + item("một", 2) + item("x", 3)
    )  # fmt: skip
    assert lines(read_word(body, numbering=LAW + num(1, 0))) == [
        "Chương I QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "1. một", "2. hai", "a) x", "b) y",
        "Điều 2. Đối tượng", "1. một", "Chương II TỔ CHỨC THỰC HIỆN", "Điều 3. Hiệu lực", "1. một",
        "a) x",
    ]  # fmt: skip


def test_the_number_is_marked_in_its_block_and_has_no_anchor() -> None:
    source = read_word(item("Phạm vi", 1), numbering=LAW + num(1, 0))
    (block,) = source.blocks
    assert source.text[block.start : block.number_end] == "Điều 1. "
    assert source.anchors[0].start == block.number_end


def test_a_paragraph_without_number_has_none_marked() -> None:
    (block,) = read_word(para("Điều 1.")).blocks
    assert block.number_end in (-1, block.start)


def test_upper_levels_inside_the_number_and_legal_style() -> None:
    numbering = abstract(
        0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2."),
        level(2, "decimal", "%1.%2.%3.", "<w:isLgl/>"),
    ) + num(1, 0)  # fmt: skip
    body = item("a") + item("b") + item("c", 1) + item("d", 2)
    assert lines(read_word(body, numbering=numbering)) == ["I. a", "II. b", "II.1. c", "2.1.1. d"]


def test_a_level_that_was_never_begun_counts_as_its_start() -> None:
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")) + num(1, 0)
    assert lines(read_word(item("a", 1) + item("b"), numbering=numbering)) == ["1.1. a", "1. b"]


def test_two_lists_of_one_definition_count_on_and_an_override_begins_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, anew)
    body = item("a") + item("b", name=2) + item("c", name=3) + item("d", name=3) + item("e")
    assert lines(read_word(body, numbering=numbering)) == ["1. a", "2. b", "1. c", "2. d", "3. e"]


def test_an_override_gives_a_level_another_form() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "(%1)")}</w:lvlOverride>'
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0, other)
    assert lines(read_word(item("a") + item("b"), numbering=numbering)) == ["(a) a", "(b) b"]


def test_lists_that_begin_elsewhere() -> None:
    numbering = abstract(0, level(0, "decimal", "Điều %1.", start=7)) + num(1, 0)
    source = read_word(item("a") + item("b"), numbering=numbering)
    assert lines(source) == ["Điều 7. a", "Điều 8. b"]


@pytest.mark.parametrize(
    ("follows", "text"), [("tab", "1. a"), ("space", "1. a"), ("nothing", "1.a")]
)
def test_what_follows_the_number(follows: str, text: str) -> None:
    numbering = abstract(0, level(0, "decimal", "%1.", f'<w:suff w:val="{follows}"/>')) + num(1, 0)
    assert read_word(item("a"), numbering=numbering).text == text


def test_bullets_are_shown_as_their_sign() -> None:
    font = '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'
    numbering = (
        abstract(0, level(0, "bullet", "-"))
        + abstract(1, level(0, "bullet", "\uf0b7", font))
        + num(1, 0)
        + num(2, 1)
    )
    body = item("a") + item("b", name=2)
    assert lines(read_word(body, numbering=numbering)) == ["- a", "• b"]


def test_numbering_that_comes_with_the_style() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
    based = '<w:basedOn w:val="Dieu"/>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}">{inner}</w:style>'
        for name, inner in (
            ("Dieu", numbered.format(1)),
            ("Khoan", based),
            ("Thuong", based + numbered.format(0)),
        )
    )
    numbering = abstract(
        0,
        level(0, "decimal", "Điều %1.", '<w:pStyle w:val="Dieu"/>'),
        level(1, "decimal", "%2.", '<w:pStyle w:val="Khoan"/>'),
    ) + num(1, 0)
    body = "".join(
        para(name, properties=f'<w:pStyle w:val="{name}"/>')
        for name in ("Dieu", "Khoan", "Khoan", "Thuong", "Dieu", "Khoan")
    )
    assert lines(read_word(body, styles=styles, numbering=numbering)) == [
        "Điều 1. Dieu", "1. Khoan", "2. Khoan", "Thuong", "Điều 2. Dieu", "1. Khoan",
    ]  # fmt: skip


def test_a_definition_that_points_to_a_list_style() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="DieuLuat"/>'
        + level(0, "decimal", "Điều %1.")
        + '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="DieuLuat"/>'
        "</w:abstractNum>" + num(1, 1)
    )
    assert read_word(item("a"), numbering=numbering).text == "Điều 1. a"


@pytest.mark.parametrize(
    "numbering",
    ["", num(1, 9), abstract(0) + num(1, 0), abstract(0, level(3, "decimal", "%4.")) + num(1, 0)],
)
def test_a_list_that_is_not_defined_has_no_number(numbering: str) -> None:
    assert read_word(item("a"), numbering=numbering).text == "a"


def test_a_deleted_paragraph_is_not_counted() -> None:
    gone = '<w:rPr><w:del w:author="A"/></w:rPr>'
    words = '<w:del w:author="A"><w:r><w:delText>bỏ</w:delText></w:r></w:del>'
    deleted = item(words).replace("</w:numPr>", f"</w:numPr>{gone}")
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
    source = read_word(item("a") + deleted + item("b"), numbering=numbering)
    assert lines(source) == ["1. a", "2. b"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "decimal", "4"), (4, "decimalZero", "04"), (4, "lowerLetter", "d"),
        (5, "lowerLetter", "e"),
        (27, "lowerLetter", "aa"), (53, "upperLetter", "AAA"), (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"), (0, "lowerRoman", "0"), (-3, "upperLetter", "-3"),
        (40_000, "lowerRoman", "40000"), (7, "none", ""), (7, "khong-ro", "7"),
        (3, "numberInDash", "- 3 -"), (21, "vietnameseCounting", "hai mươi mốt"),
    ],
)  # fmt: skip
def test_forms_of_numbers(number: int, form: str, text: str) -> None:
    """Letters are those that Word prints (d, e), not the Vietnamese ones (d, đ)."""
    assert written(number, form) == text


@given(st.integers(1, 999))
def test_numbers_in_words_are_read_back(number: int) -> None:
    assert number_in_words(written(number, "vietnameseCounting")) == number
