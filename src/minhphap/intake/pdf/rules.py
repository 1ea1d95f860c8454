"""Ruled lines and pictures of a PDF page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

from minhphap.intake.page.rules import joined
from minhphap.intake.page.shapes import Rule
from minhphap.intake.pdf.glyphs import Frame

_THIN = 3.0
_MOST = 6000
"""A page with more drawn pieces than this is a drawing; its lines are no table."""

Box = tuple[float, float, float, float]


class Picture(NamedTuple):
    """The largest picture of a page."""

    box: Box
    dpi: float


def read_rules(page: Any, frame: Frame) -> tuple[list[Rule], list[Rule], Picture | None]:
    """Lines across, lines down, and the largest picture."""
    import pypdfium2.raw as pdfium

    across: list[Rule] = []
    down: list[Rule] = []
    width, height = frame.size
    picture: Picture | None = None
    pieces = 0
    for item, kind, inner in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            whole = _box(item, frame)
            box = _inside(whole, width, height)
            if picture is None or _area(box) > _area(picture.box):
                picture = Picture(box, _dpi(inner, whole))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and pieces < _MOST:
            for box in _strokes(item, frame):
                pieces += 1
                _add(box, across, down)
    if pieces >= _MOST:
        return [], [], picture
    return joined(across), joined(down), picture


def _objects(page: Any) -> Iterator[tuple[Any, int, Any]]:
    """What is drawn: the object, its kind, and the picture inside where it is a form of one."""
    import pypdfium2.raw as pdfium

    for at in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, at)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield item, kind, item
            continue
        for inner in range(pdfium.FPDFFormObj_CountObjects(item)):
            child = pdfium.FPDFFormObj_GetObject(item, inner)
            if pdfium.FPDFPageObj_GetType(child) == pdfium.FPDF_PAGEOBJ_IMAGE:
                # the form's box is the picture's frame
                yield item, pdfium.FPDF_PAGEOBJ_IMAGE, child
                break


def _box(item: Any, frame: Frame) -> Box:
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return _upright(frame, left.value, bottom.value, right.value, top.value)


def _upright(frame: Frame, x0: float, y0: float, x1: float, y1: float) -> Box:
    ax, ay = frame.upright(x0, y0)
    bx, by = frame.upright(x1, y1)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _inside(box: Box, width: float, height: float) -> Box:
    return max(0.0, box[0]), max(0.0, box[1]), min(width, box[2]), min(height, box[3])


def _dpi(picture: Any, box: Box) -> float:
    """Pixels to the inch, of the longer side of the picture on the longer side of its box."""
    import pypdfium2.raw as pdfium

    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFImageObj_GetImagePixelSize(picture, width, height):
        return 0.0
    side = max(box[2] - box[0], box[3] - box[1])
    return 72 * max(width.value, height.value) / side if side > 0 else 0.0


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _strokes(item: Any, frame: Frame) -> Iterator[Box]:
    """The path itself when it is thin, else its straight sides when they are drawn."""
    import pypdfium2.raw as pdfium

    box = _box(item, frame)
    if box[2] - box[0] < _THIN or box[3] - box[1] < _THIN:
        yield box
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not stroke.value:
        return
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = None
    for at in range(min(_MOST, pdfium.FPDFPath_CountSegments(item))):
        segment = pdfium.FPDFPath_GetPathSegment(item, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif last is not None:
            yield _upright(frame, *last, *point)
        if pdfium.FPDFPathSegment_GetClose(segment) and start is not None:
            yield _upright(frame, *point, *start)
        last = point


def _add(box: Box, across: list[Rule], down: list[Rule]) -> None:
    x0, y0, x1, y1 = box
    if y1 - y0 < _THIN and x1 - x0 >= y1 - y0:
        across.append(Rule((y0 + y1) / 2, x0, x1))
    elif x1 - x0 < _THIN:
        down.append(Rule((x0 + x1) / 2, y0, y1))
