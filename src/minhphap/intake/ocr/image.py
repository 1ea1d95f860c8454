"""Pictures of pages (.png, .jpg, .tif) to a :class:`Source`."""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Iterator
from pathlib import Path

from minhphap.intake.errors import Unreadable
from minhphap.intake.limits import Limits
from minhphap.intake.ocr.engine import Recogniser
from minhphap.intake.ocr.headers import picture_size, tiff_pages
from minhphap.intake.page.build import build_source
from minhphap.intake.page.shapes import Page
from minhphap.intake.source import Source

_A4_WIDTH, _A4_HEIGHT = 595.3, 841.9
_MOST_PIXELS = 400_000_000


def read_image(data: bytes, name: str, limits: Limits) -> Source:
    """Recognise the text of a picture, or of every page of a TIFF.

    Boxes are in points of an A4 sheet that the picture is taken to fill.
    """
    if not data:
        raise Unreadable("Tệp rỗng (0 byte).", "The file is empty (0 bytes).", "empty")
    pages: list[Page] = []
    with Recogniser(limits.seconds) as engine, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page"
        for number, (picture, width, height) in enumerate(_pictures(data, limits), 1):
            path.write_bytes(picture)
            sheet = _A4_HEIGHT if width > height else _A4_WIDTH
            scale = sheet / width
            try:
                rows = engine.file(path, scale)
            except RuntimeError:
                raise _damaged() from None
            pages.append(Page(number, sheet, height * scale, rows, recognised=True))
    if not any(page.rows for page in pages):
        raise Unreadable(
            "Không nhận ra chữ nào trong ảnh; hãy quét lại ở 300 dpi, đủ sáng và thẳng trang.",
            "No text was recognised in the picture; scan it again at 300 dpi, bright and straight.",
            "no-text",
        )
    return build_source(pages, name, "image", data)


def _pictures(data: bytes, limits: Limits) -> Iterator[tuple[bytes, int, int]]:
    """Each page as a file of its own, with its width and height in pixels."""
    try:
        pages = tiff_pages(data, limits.pages)
        found = [(page, *picture_size(page)) for page in pages]
    except (ValueError, IndexError, struct.error):
        raise _damaged() from None
    for page, width, height in found:
        if width * height > _MOST_PIXELS:
            raise Unreadable(
                f"Ảnh quá lớn ({width} × {height} điểm ảnh); hãy lưu lại ở 300 dpi.",
                f"The picture is too large ({width} × {height} pixels); save it at 300 dpi.",
                "too-large",
            )
        yield page, width, height


def _damaged() -> Unreadable:
    return Unreadable(
        "Tệp ảnh bị hỏng hoặc không phải PNG, JPEG, TIFF; hãy lưu lại ảnh rồi thử lại.",
        "The picture is damaged or is no PNG, JPEG or TIFF; save it again and retry.",
        "damaged",
    )
