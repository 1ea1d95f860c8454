"""Scans and pictures: our own decision, printed, photographed and recognised."""

from __future__ import annotations

import io
import struct
import sys
import zlib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pytest
from intake_decision import SENTENCE, decision
from intake_office import convert, needs_office, needs_recognition
from intake_pdf import pages, picture_page, written
from rapidfuzz.distance import Levenshtein

from minhphap.intake import Limits, Source, Unreadable, read
from minhphap.intake.ocr.mend import mended

needs_both = [needs_office, needs_recognition]


class Grey(NamedTuple):
    """A grey picture."""

    width: int
    height: int
    data: bytes


def turned(picture: Grey, quarters: int) -> Grey:
    """The picture turned clockwise."""
    width, height, data = picture
    for _ in range(quarters):
        columns = [data[x::width][::-1] for x in range(width)]
        width, height, data = height, width, b"".join(columns)
    return Grey(width, height, data)


def png(picture: Grey) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    width, height, data = picture
    rows = b"".join(b"\0" + data[at * width : (at + 1) * width] for at in range(height))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def tiff(*pictures: Grey) -> bytes:
    """An unpacked TIFF of several pages."""
    file = bytearray(b"II*\0\0\0\0\0")
    link = 4
    for width, height, data in pictures:
        start = len(file)
        file += data
        file += b"\0" * (len(file) % 2)
        struct.pack_into("<I", file, link, len(file))
        tags = (
            (256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1),
            (273, 4, start), (277, 3, 1), (278, 4, height), (279, 4, len(data)),
        )  # fmt: skip
        file += struct.pack("<H", len(tags))
        for tag, kind, value in tags:
            file += struct.pack("<HHII", tag, kind, 1, value)
        link = len(file)
        file += b"\0\0\0\0"
    return bytes(file)


def bmp(picture: Grey) -> bytes:
    width, height, data = picture
    stride = (width + 3) // 4 * 4
    colours = b"".join(bytes((grey, grey, grey, 0)) for grey in range(256))
    rows = b"".join(
        data[at * width : (at + 1) * width].ljust(stride, b"\0") for at in reversed(range(height))
    )
    start = 54 + len(colours)
    head = struct.pack("<2sIHHI", b"BM", start + len(rows), 0, 0, start)
    size = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 8, 0, len(rows), 0, 0, 256, 0)
    return head + size + colours + rows


@pytest.fixture(scope="module")
def photographed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Grey, Source]:
    """The first page of the decision as a picture, and what its PDF says."""
    data = convert(decision(3), tmp_path_factory.mktemp("in"), "pdf")
    document = pdfium.PdfDocument(data)
    bitmap = document[0].render(scale=150 / 72, grayscale=True)
    raw = bytes(bitmap.buffer)
    rows = (raw[at * bitmap.stride :][: bitmap.width] for at in range(bitmap.height))
    return Grey(bitmap.width, bitmap.height, b"".join(rows)), read(data)


def body(source: Source) -> str:
    """The text without the running head, which only a second page could give away, and notes."""
    lines = source.text.split("\n")
    return "\n".join(
        one for one in lines if "Công báo" not in one and "giá trị gia tăng" not in one
    )


def error(source: Source, truth: Source) -> float:
    """Errors per character."""
    wanted = body(truth)
    return float(Levenshtein.distance(body(source), wanted)) / len(wanted)


def together(first: bytes, second: bytes) -> bytes:
    """The pages of two PDF files in one."""
    file, whole = io.BytesIO(), pdfium.PdfDocument(first)
    whole.import_pages(pdfium.PdfDocument(second))
    whole.save(file)
    return file.getvalue()


def words_found(source: Source, words: str) -> float:
    both = Counter(source.text.split()) & Counter(words.split())
    return sum(both.values()) / len(words.split())


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
class TestScan:
    """However the paper lay on the glass."""

    pytestmark = needs_both

    def test_a_scan_is_read_as_the_page_it_was(
        self, photographed: tuple[Grey, Source], quarters: int
    ) -> None:
        picture, truth = photographed
        source = read(picture_page(*turned(picture, quarters)), name="quet.pdf")
        assert source.recognised
        assert body(source).startswith("ỦY BAN NHÂN DÂN\nXÃ ĐỒNG BẰNG\n")
        assert words_found(source, f"1. {SENTENCE} 2. {SENTENCE}") > 0.97
        assert error(source, truth) < 0.03
        (notice,) = source.notices
        assert notice.code == "recognised"

    def test_the_turn_that_the_file_asks_for_is_followed(
        self, photographed: tuple[Grey, Source], quarters: int
    ) -> None:
        picture, _ = photographed
        lying = turned(picture, quarters)
        upright = b"/Rotate %d" % (360 - 90 * quarters)
        source = read(picture_page(*lying, more=upright), name="quet.pdf")
        assert body(source).startswith("ỦY BAN NHÂN DÂN\nXÃ ĐỒNG BẰNG\n")


@pytest.mark.parametrize("make", [png, tiff, bmp])
class TestPictures:
    """Picture files."""

    pytestmark = needs_both

    def test_a_picture_file_is_recognised(
        self, photographed: tuple[Grey, Source], make: object
    ) -> None:
        picture, _ = photographed
        data = make(picture)  # type: ignore[operator]
        source = read(data, name="anh")
        assert (source.format, source.data, source.recognised) == ("image", data, True)
        assert words_found(source, f"1. {SENTENCE} 2. {SENTENCE}") > 0.97


@needs_office
@needs_recognition
def test_words_carry_confidence_and_a_box(photographed: tuple[Grey, Source]) -> None:
    picture, _ = photographed
    source = read(picture_page(*picture), name="quet.pdf")
    for one in source.anchors:
        assert one.part == "page:1"
        assert 0 <= one.confidence <= 1
        assert one.box is not None
        assert 0 <= one.box[0] < one.box[2] <= 600
    at = source.text.index("bến thuyền")
    boxes = [one.box for one in source.anchors_in(at, at + 10)]
    assert len(boxes) == 2


@needs_office
@needs_recognition
def test_the_ruled_table_of_a_scan_has_its_cells(photographed: tuple[Grey, Source]) -> None:
    picture, truth = photographed
    found = [read(picture_page(*picture), name="quet.pdf"), truth]
    seen, wanted = (
        [(b.cell, source.text[b.start : b.end]) for b in source.blocks if b.kind == "cell"]
        for source in found
    )
    assert [cell for cell, _ in seen] == [cell for cell, _ in wanted]
    assert sum(one in wanted for one in seen) > 7


@needs_office
@needs_recognition
def test_all_pages_of_a_tiff_are_read(photographed: tuple[Grey, Source]) -> None:
    picture, _ = photographed
    data = tiff(picture, picture)
    source = read(data, name="a.tif")
    assert {one.part for one in source.anchors} == {"page:1", "page:2"}
    with pytest.raises(Unreadable) as error:
        read(data, limits=Limits(pages=1))
    assert error.value.code == "too-many-pages"


@needs_office
@needs_recognition
def test_a_page_of_text_and_a_page_that_is_a_picture(photographed: tuple[Grey, Source]) -> None:
    picture, _ = photographed
    one = pages([written(["Dieu 1. Noi dung co lop chu"])])
    source = read(together(one, picture_page(*picture)))
    assert source.text.startswith("Dieu 1. Noi dung co lop chu\n")
    assert "bến thuyền" in source.text
    assert "trang 2 do máy nhận dạng" in source.notices[0].message


@needs_recognition
@pytest.mark.parametrize("make", [png, lambda grey: picture_page(*grey), bmp])
def test_a_picture_without_letters_is_refused(make: object) -> None:
    with pytest.raises(Unreadable) as error:
        read(make(Grey(300, 400, b"\xff" * 120_000)))  # type: ignore[operator]
    assert error.value.code == "nothing-recognised"


@needs_recognition
def test_paper_of_any_size_costs_no_more_than_a_page() -> None:
    """A picture drawn on a sheet of a square kilometre would fill the memory at 150 dpi."""
    picture = picture_page(100, 100, b"\xff" * 10_000, dpi=1)
    huge = picture.replace(b"7200.0", b"999999")
    with pytest.raises(Unreadable) as error:
        read(huge)
    assert error.value.code == "nothing-recognised"


@needs_recognition
@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*\0\0\0\x08\0\0", b"BM",
        b"GIF89a" * 9,
        b"RIFF\0\0\0\0WEBP", b"\0\0\0\x18ftypheic", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\0" * 50,
    ],
)  # fmt: skip
def test_broken_and_unknown_pictures_are_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as error:
        read(data)
    assert error.value.code == "picture-unreadable"


@needs_recognition
def test_a_picture_of_too_many_pixels_is_refused() -> None:
    with pytest.raises(Unreadable) as error:
        read(
            png(Grey(1, 1, b"\0")).replace(
                struct.pack(">II", 1, 1), struct.pack(">II", 1 << 20, 1 << 20)
            )
        )
    assert error.value.code == "picture-too-large"


def scan() -> bytes:
    return picture_page(300, 400, b"\xff" * 120_000)


@pytest.mark.parametrize("data", [scan(), png(Grey(300, 400, b"\xff" * 120_000))])
def test_without_the_extra_a_scan_says_what_to_install(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    with pytest.raises(Unreadable) as error:
        read(data)
    assert error.value.code == "ocr-missing"
    assert "minhphap[ocr]" in error.value.message


@needs_recognition
def test_without_the_vietnamese_data_a_scan_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    monkeypatch.setattr("minhphap.intake.ocr.engine._PLACES", ())
    with pytest.raises(Unreadable) as error:
        read(scan())
    assert error.value.code == "ocr-language-missing"


def test_without_the_extra_the_text_pages_are_read_and_the_others_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    source = read(together(pages([written(["Dieu 1. Noi dung co lop chu"])]), scan()))
    assert source.text == "Dieu 1. Noi dung co lop chu"
    assert not source.recognised
    (notice,) = source.notices
    assert (notice.code, "trang 2" in notice.message) == ("pages-not-read", True)


@needs_recognition
def test_recognising_a_file_has_a_time_limit() -> None:
    with pytest.raises(Unreadable) as error:
        read(scan(), limits=Limits(recognition_seconds=0))
    assert error.value.code == "timeout"


@pytest.mark.parametrize(
    ("seen", "right"),
    [
        ("142/2024/QHI5", "142/2024/QH15"), ("UBTVQHl4,", "UBTVQH14,"), ("0I", "01"),
        ("3I/12/2025", "31/12/2025"), ("65⁄2020", "65/2020"), ("II", "II"), ("1I", "1I"),
        ("quyên", "quyên"), ("11i/2008/NQ-HĐND", "11i/2008/NQ-HĐND"), ("2lần", "2lần"),
    ],
)  # fmt: skip
def test_only_signs_that_can_be_read_in_one_way_are_mended(seen: str, right: str) -> None:
    assert mended(seen) == right
