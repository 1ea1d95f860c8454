"""Pages that are pictures: which they are, and the rows that recognition reads from them."""

from __future__ import annotations

import math
from typing import Any

from minhphap.intake.ocr.engine import DPI, Recogniser
from minhphap.intake.page.furniture import is_furniture
from minhphap.intake.page.shapes import Page, Row

_COVERED = 0.2
"""Share of the page; a smaller picture is a seal, an emblem or a figure."""
_SKEW = 0.2
"""Degrees; a smaller slant does not harm recognition."""
_MANY = 30


def letters(rows: list[Row]) -> int:
    """How many letters stand in the rows that are not running heads or page numbers."""
    return sum(len(word.text) for row in rows if not is_furniture(row.text) for word in row.words)


def is_picture(page: Page) -> bool:
    """True when the text of the page stands, wholly or in part, in a picture without text layer."""
    if page.picture is None or page.share < _COVERED:
        return False
    return letters(_inside(page)) == 0


def has_hidden_layer(page: Page) -> bool:
    """True when a picture of the page carries a text layer: somebody recognised it before."""
    return page.share > 0.6 and letters(_inside(page)) > 0


def reads_badly(rows: list[Row]) -> bool:
    """True when the words of a layer are not Vietnamese: marks lost, or words torn apart."""
    words = [word.text for row in rows for word in row.words if word.text.isalpha()]
    if len(words) < _MANY:
        return False
    marked = sum(not word.isascii() for word in words)
    single = sum(len(word) == 1 for word in words)
    return marked < 0.25 * len(words) or single > 0.3 * len(words)


def recognise(document: Any, page: Page, engine: Recogniser) -> None:
    """Put recognised rows in the place of what the picture covers."""
    sheet = document[page.number - 1]
    turn = 0.0
    pixels = _render(sheet, turn)
    turn = engine.skew(*pixels)
    if abs(turn) > _SKEW:
        pixels = _render(sheet, turn)
    rows = engine.pixels(*pixels)
    sheet.close()
    inside = {id(row) for row in _inside(page)}
    kept = [row for row in page.rows if id(row) not in inside]
    rows = [row for row in rows if not any(_same_place(row, other) for other in kept)]
    page.rows = sorted([*kept, *rows], key=lambda row: row.base)
    page.recognised = True
    page.across, page.down = [], []


def _inside(page: Page) -> list[Row]:
    if page.picture is None:
        return []
    x0, y0, x1, y1 = page.picture
    return [
        row
        for row in page.rows
        if x0 - 2 < (row.x0 + row.x1) / 2 < x1 + 2 and y0 < (row.top + row.bottom) / 2 < y1
    ]


def _same_place(row: Row, other: Row) -> bool:
    """True for a recognised row that the text layer has as well."""
    overlap = min(row.bottom, other.bottom) - max(row.top, other.top)
    aside = row.x1 < other.x0 or other.x1 < row.x0
    return not aside and overlap > 0.5 * min(row.bottom - row.top, other.bottom - other.top)


def _render(sheet: Any, turn: float) -> tuple[bytes, int, int, int]:
    """Grey pixels of a page, turned back by so many degrees about its middle."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    scale = DPI / 72
    if not turn:
        bitmap = sheet.render(scale=scale, grayscale=True)
        return bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride
    width, height = (round(side * scale) for side in sheet.get_size())
    bitmap = pdfium.PdfBitmap.new_native(width, height, raw.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    middle_x, middle_y = width / 2, height / 2
    matrix = raw.FS_MATRIX(
        scale * cos,
        scale * sin,
        -scale * sin,
        scale * cos,
        middle_x - middle_x * cos + middle_y * sin,
        middle_y - middle_x * sin - middle_y * cos,
    )
    clip = raw.FS_RECTF(0, 0, width, height)
    raw.FPDF_RenderPageBitmapWithMatrix(bitmap, sheet, matrix, clip, 0)
    return bytes(bitmap.buffer), width, height, bitmap.stride
