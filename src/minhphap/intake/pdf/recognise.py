"""The rows that recognition reads from a page that is a picture."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any

from minhphap.intake.limits import Limits
from minhphap.intake.ocr.engine import Reading, Recogniser
from minhphap.intake.ocr.lines import find_lines, wiped
from minhphap.intake.ocr.pixels import Pixels
from minhphap.intake.page.shapes import Page, Row
from minhphap.intake.page.tables import has_grid
from minhphap.intake.pdf.scan import inside_picture
from minhphap.intake.refusals import too_slow

_SKEW = 0.2
"""Degrees; a smaller slant does not harm recognition."""
_LEAST, _MOST = 150.0, 200.0
"""Pixels to the inch between which Tesseract errs least on letters of 12 to 14 points; a scan drawn
larger than it was made is read worse, not better (docs/rooms/intake.md has the figures)."""
_PIXELS = 40_000_000
"""Pixels of a page at most, whatever size of paper the file claims."""
_DOUBT, _FEW = 0.6, 5
"""Mean confidence below which a page of more than so many words may stand on its head."""


_WORKERS = 4


def recognise_all(document: Any, pages: Sequence[Page], limits: Limits) -> None:
    """Read the pictures of these pages, several at a time. Raises Unreadable."""
    workers = min(len(pages), os.cpu_count() or 1, _WORKERS)
    stop = time.monotonic() + limits.recognition_seconds
    drawing = Lock()  # PDFium draws one page at a time

    def work(share: Sequence[Page]) -> None:
        with Recogniser(limits.seconds) as engine:
            for page in share:
                if time.monotonic() > stop:
                    raise too_slow(limits.recognition_seconds)
                _Reading(document, page, engine, drawing).read()

    with ThreadPoolExecutor(workers) as pool:
        for _ in pool.map(work, [pages[first::workers] for first in range(workers)]):
            pass


class _Reading:
    """The reading of one page."""

    def __init__(self, document: Any, page: Page, engine: Recogniser, drawing: Lock) -> None:
        self._document, self._page = document, page
        self._engine, self._drawing = engine, drawing

    def read(self) -> None:
        """Put recognised rows in the place of what the picture covers."""
        page = self._page
        gone = {id(row) for row in inside_picture(page)}
        kept = [row for row in page.rows if id(row) not in gone]
        found = self._found() if kept else self._upright()
        rows = [row for row in found.rows if not any(_same_place(row, other) for other in kept)]
        page.rows = sorted([*kept, *rows], key=lambda row: row.base)
        page.recognised = True

    def _upright(self) -> Reading:
        """Read a page; one that lies on its side or stands on its head is turned, read again."""
        found = self._found()
        if found.lies:
            self._turn(3)
            found = self._found()
        if len(found.rows) > _FEW and found.sureness < _DOUBT:
            self._turn(2)
            other = self._found()
            if other.sureness > found.sureness:
                return other
            self._turn(2)
        return found

    def _turn(self, quarters: int) -> None:
        """Turn the paper clockwise; the picture is taken to cover it."""
        page = self._page
        page.turn = (page.turn + quarters) % 4
        if quarters % 2:
            page.width, page.height = page.height, page.width
        page.picture = (0.0, 0.0, page.width, page.height)

    def _found(self) -> Reading:
        dpi = _resolution(self._page)
        pixels = self._draw(dpi, 0.0)
        slant = self._engine.skew(pixels)
        if abs(slant) > _SKEW:
            pixels = self._draw(dpi, slant)
        lines = find_lines(pixels)
        self._page.across, self._page.down = lines.across, lines.down
        if has_grid(self._page):
            pixels = wiped(pixels, lines)
        return self._engine.pixels(pixels)

    def _draw(self, dpi: float, slant: float) -> Pixels:
        with self._drawing:
            sheet = self._document[self._page.number - 1]
            sheet.set_rotation(90 * self._page.turn)
            pixels = _render(sheet, dpi, slant)
            sheet.close()
        return pixels


def _same_place(row: Row, other: Row) -> bool:
    """True for a recognised row that the text layer has as well."""
    overlap = min(row.bottom, other.bottom) - max(row.top, other.top)
    aside = row.x1 < other.x0 or other.x1 < row.x0
    return not aside and overlap > 0.5 * min(row.bottom - row.top, other.bottom - other.top)


def _resolution(page: Page) -> float:
    """Pixels to the inch at which a page is read: as it was scanned, within bounds."""
    dpi = min(max(page.dpi, _LEAST), _MOST)
    inches = page.width * page.height / 72**2
    return min(dpi, math.sqrt(_PIXELS / inches))


def _render(sheet: Any, dpi: float, turn: float) -> Pixels:
    """Grey pixels of a page, turned back by so many degrees about its middle."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    scale = dpi / 72
    if not turn:
        bitmap = sheet.render(scale=scale, grayscale=True)
        return Pixels(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, dpi)
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
    return Pixels(bytes(bitmap.buffer), width, height, bitmap.stride, dpi)
