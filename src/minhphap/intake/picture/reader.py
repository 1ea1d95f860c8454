"""Pictures of pages (.png, .jpg, .tif, .webp, .bmp) to a :class:`Source`."""

from __future__ import annotations

import struct
import tempfile
from pathlib import Path

import msgspec

from minhphap.intake.limits import Limits
from minhphap.intake.ocr import Recogniser, why_missing
from minhphap.intake.page import Page, build_source
from minhphap.intake.picture.headers import Size, picture_size, tiff_order, tiff_places
from minhphap.intake.picture.sheet import as_sheet
from minhphap.intake.refusals import picture_too_large, picture_unreadable, too_many_pages
from minhphap.intake.refusals_tools import nothing_recognised
from minhphap.intake.source import Source

_A4_WIDTH, _A4_HEIGHT = 595.3, 841.9
_MOST_PIXELS = 100_000_000


def read_image(data: bytes, name: str, limits: Limits) -> Source:
    """Recognise the text of a picture, or of every page of a TIFF. Raises Unreadable.

    Boxes are in points of an A4 sheet that the picture is taken to fill.
    """
    if missing := why_missing():
        raise missing
    try:
        places = tiff_places(data, limits.pages)
        if len(places) > limits.pages:
            raise too_many_pages(len(places), limits.pages)
        sizes = [picture_size(data, place) for place in places or [0]]
        for width, height, _ in sizes:
            if width * height > _MOST_PIXELS:
                raise picture_too_large(width, height)
            if not width or not height:
                raise picture_unreadable()
        sheet = as_sheet(data)
    except ValueError:
        raise picture_unreadable() from None
    if sheet is None:
        return build_source(_direct(data, places, sizes, limits), name, "image", data)
    from minhphap.intake.pdf import read_pdf

    return msgspec.structs.replace(read_pdf(sheet, name, limits), format="image", data=data)


def _direct(data: bytes, places: list[int], sizes: list[Size], limits: Limits) -> list[Page]:
    """Each picture as Tesseract itself unpacks it."""
    pages: list[Page] = []
    with Recogniser(limits.seconds) as engine, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page"
        path.write_bytes(data)
        for number, (width, height, _) in enumerate(sizes, 1):
            if places:
                _point_at(path, places[number - 1], tiff_order(data))
            paper = _A4_HEIGHT if width > height else _A4_WIDTH
            scale = paper / width
            try:
                rows = engine.file(path, scale).rows
            except RuntimeError:
                raise picture_unreadable() from None
            pages.append(Page(number, paper, height * scale, rows, recognised=True))
    if not any(page.rows for page in pages):
        raise nothing_recognised()
    return pages


def _point_at(path: Path, place: int, order: str) -> None:
    """Make another page of a TIFF its first: only the head of the file changes."""
    with path.open("r+b") as file:
        file.seek(4)
        file.write(struct.pack(order + "I", place))
