"""PDF files with a text layer: lines put back into paragraphs, furniture out but remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from intake_decision import SENTENCE, decision
from intake_docx import lines
from intake_office import convert, needs_office
from intake_pdf import pages, pdf, stream, written

from minhphap.intake import Cell, Limits, Source, Unreadable, read

ARTICLE = "Dieu 1. Pham vi"


def shown(*texts: list[str], **more: object) -> Source:
    """A file of one page for each list of lines."""
    return read(pages([written(one) for one in texts], **more), name="a.pdf")  # type: ignore[arg-type]


def test_lines_have_boxes_on_their_page() -> None:
    source = shown([ARTICLE, "1. Noi dung"], ["Dieu 2. Doi tuong", "1. Khac"])
    assert lines(source) == [ARTICLE, "1. Noi dung", "Dieu 2. Doi tuong", "1. Khac"]
    first, *_, last = source.anchors
    assert (first.part, first.node, last.part, last.node) == ("page:1", 0, "page:2", 1)
    assert first.box is not None
    left, top, right, bottom = first.box
    assert left == pytest.approx(72, abs=1)
    assert top < 842 - 760 < bottom < right
    assert (first.confidence, source.recognised) == (1.0, False)


@pytest.mark.parametrize(
    ("turn", "matrix"),
    [(90, "0 1 -1 0 100 72"), (180, "-1 0 0 -1 500 100"), (270, "0 -1 1 0 100 700")],
)
@pytest.mark.parametrize("rotated", [True, False])
def test_turned_pages(turn: int, matrix: str, rotated: bool) -> None:
    """Text that lies on the paper, whether or not the file turns the page for the reader."""
    more = b"/Rotate %d" % turn if rotated else b""
    source = read(pages([written([ARTICLE, "1. Noi dung"], matrix)], more))
    assert lines(source) == [ARTICLE, "1. Noi dung"]


def test_each_of_many_short_pages_is_a_paragraph() -> None:
    source = shown(*([f"Dong duy nhat cua trang {number}"] for number in range(1, 41)))
    assert len(lines(source)) == 40


@pytest.mark.parametrize(
    ("font", "raw", "text"),
    [
        (".VnTime", "§iÒu 1. Ph¹m vi ®iÒu chØnh", "Điều 1. Phạm vi điều chỉnh"),
        (".VnTimeH", "quyÕt ®Þnh", "QUYẾT ĐỊNH"),
        ("VNI-Times", "Ñieàu 1. Phaïm vi ñieàu chænh", "Điều 1. Phạm vi điều chỉnh"),
        ("Helvetica", "§iÒu 1. Quy ®Þnh nµy quy ®Þnh viÖc qu¶n lý cña x·",
         "Điều 1. Quy định này quy định việc quản lý của xã"),
    ],
)  # fmt: skip
def test_fonts_from_before_unicode(font: str, raw: str, text: str) -> None:
    source = read(pages([written([raw])], font=font))
    assert source.text == text
    assert [notice.code for notice in source.notices] == ["legacy-encoding"]


def test_look_alike_letters_are_put_right() -> None:
    assert shown(["Ðiêu 1. Pham vi"]).text == "Điêu 1. Pham vi"


def test_a_number_alone_is_no_text() -> None:
    with pytest.raises(Unreadable) as error:
        shown(["1"], ["2"])
    assert error.value.code == "no-text"


@pytest.mark.parametrize(
    "box", ["0 0 0 0", "0 0 1000000 1000000", "595 842 0 0", "-50 -50 545 792"]
)
def test_strange_boxes_of_pages(box: str) -> None:
    assert shown([ARTICLE], box=box).text == ARTICLE


def test_a_form_within_itself_comes_to_an_end() -> None:
    inner = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << %s >>"
    named = b"/XObject << /X 4 0 R >>"
    loop = stream(b"/X Do", inner % named)
    data = pages([written([ARTICLE]) + b" /X Do"], resources=named, extra=[loop])
    assert read(data).text == ARTICLE


def test_limits_of_pages_and_time() -> None:
    data = pages([written([ARTICLE])] * 3)
    for limits, code in ((Limits(pages=2), "too-many-pages"), (Limits(seconds=0), "timeout")):
        with pytest.raises(Unreadable) as error:
            read(data, limits=limits)
        assert error.value.code == code


def test_pages_that_hold_each_other() -> None:
    data = pdf(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>"]
    )
    with pytest.raises(Unreadable) as error:
        read(data)
    assert error.value.code in ("no-text", "damaged")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Source, Source]:
    """A decision read from its Word file, and from the PDF that LibreOffice prints of it."""
    folder: Path = tmp_path_factory.mktemp("in")
    return read(decision()), read(convert(decision(), folder, "pdf"), name="a.pdf")


@needs_office
def test_a_printed_decision_gives_the_paragraphs_of_its_word_file(
    printed: tuple[Source, Source],
) -> None:
    ours, theirs = printed
    notes = [block for block in ours.blocks if block.kind == "footnote"]
    body = [line for line in lines(ours) if not line.startswith("[1]")]
    assert [line for line in lines(theirs) if "Chưa gồm" not in line] == body
    assert len(notes) == 1


@needs_office
def test_heads_and_page_numbers_are_out_but_remembered(printed: tuple[Source, Source]) -> None:
    _, theirs = printed
    gone = [(one.page, one.text) for one in theirs.removed if one.kind == "running"]
    assert len(gone) > 2
    assert gone == [
        (number, f"Công báo xã Đồng Bằng, trang {number}") for number in range(1, len(gone) + 1)
    ]
    assert "Công báo" not in theirs.text
    assert [one.at for one in theirs.removed] == sorted(one.at for one in theirs.removed)


@needs_office
def test_the_ruled_table_has_its_cells(printed: tuple[Source, Source]) -> None:
    _, theirs = printed
    cells = [(b.cell, theirs.text[b.start : b.end]) for b in theirs.blocks if b.kind == "cell"]
    assert [place for place, _ in cells] == [
        Cell(0, at, column) for at in range(3) for column in range(3)
    ]
    assert cells[4][1] == "Thuyền chèo tay chở khách trên sông, hồ trong địa bàn xã"


@needs_office
def test_the_footnote_comes_last_and_its_mark_is_out(printed: tuple[Source, Source]) -> None:
    _, theirs = printed
    last = theirs.blocks[-1]
    assert last.kind == "footnote"
    assert "Chưa gồm thuế giá trị gia tăng." in theirs.text[last.start : last.end]
    assert "Bảng mức thu" in lines(theirs)


@needs_office
def test_looks_are_told(printed: tuple[Source, Source]) -> None:
    _, theirs = printed
    by_text = {theirs.text[b.start : b.end]: b.style for b in theirs.blocks}
    title = by_text["QUYẾT ĐỊNH"]
    assert title.bold
    assert title.centred
    assert title.size == 14
    assert not by_text[f"1. {SENTENCE}"].bold


@needs_office
def test_every_line_leads_to_boxes_that_lie_on_the_page(printed: tuple[Source, Source]) -> None:
    _, theirs = printed
    for block in theirs.blocks:
        found = theirs.anchors_in(block.start, block.end)
        assert found
        for one in found:
            assert one.box is not None
            assert 0 <= one.box[0] < one.box[2] <= 596
            assert 0 <= one.box[1] < one.box[3] <= 843
