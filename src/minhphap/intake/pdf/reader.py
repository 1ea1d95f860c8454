"""A PDF file to a :class:`Source`."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

from minhphap.intake.errors import Unreadable
from minhphap.intake.limits import Limits
from minhphap.intake.ocr import why_missing
from minhphap.intake.page.build import build_source
from minhphap.intake.page.notices import bad_layer, broken_pages, hidden_layer, unread_pages
from minhphap.intake.page.shapes import Page
from minhphap.intake.pdf.glyphs import Frame, read_rows
from minhphap.intake.pdf.recognise import recognise_all
from minhphap.intake.pdf.rules import read_rules
from minhphap.intake.pdf.scan import has_hidden_layer, is_picture, letters, reads_badly
from minhphap.intake.refusals import (
    damaged,
    dynamic_form,
    encrypted,
    no_text,
    too_many_pages,
    too_slow,
)
from minhphap.intake.refusals_tools import nothing_recognised, scan_unread
from minhphap.intake.source import Notice, Source

_PLEASE_WAIT = re.compile("please wait|eventually replaced", re.IGNORECASE)


def read_pdf(data: bytes, name: str, limits: Limits) -> Source:
    """Read a PDF; pages that are pictures are recognised when the ``ocr`` extra is there."""
    document = _open(data)
    try:
        if len(document) > limits.pages:
            raise too_many_pages(len(document), limits.pages)
        pages = _pages(document, limits)
        if all(page.broken for page in pages):
            raise _damaged()
        _refuse_dynamic_form(document, pages)
        notices = _fill_pictures(document, pages, limits)
    finally:
        document.close()
    return build_source(pages, name, "pdf", data, notices)


def _open(data: bytes) -> Any:
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    try:
        document = pdfium.PdfDocument(data)
        if len(document):
            return document
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise encrypted() from None
    raise _damaged()


def _damaged() -> Unreadable:
    return damaged("Tệp PDF", "The PDF")


def _pages(document: Any, limits: Limits) -> list[Page]:
    deadline = time.monotonic() + limits.seconds
    pages = []
    for at in range(len(document)):
        pages.append(_page(document, at))
        if time.monotonic() > deadline:
            raise too_slow(limits.seconds)
    return pages


def _refuse_dynamic_form(document: Any, pages: list[Page]) -> None:
    """The one page of a dynamic form asks the reader to wait for a program that we are not."""
    import pypdfium2.raw as raw

    if document.get_formtype() in (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND):
        text = " ".join(row.text for row in pages[0].rows)
        if not text or _PLEASE_WAIT.search(text):
            raise dynamic_form()


def _page(document: Any, at: int) -> Page:
    import pypdfium2 as pdfium

    try:
        sheet = document[at]
        text_page = sheet.get_textpage()
    except pdfium.PdfiumError:
        return Page(at + 1, 595.0, 842.0, [], broken=True)  # it does not spoil the others
    frame = Frame(*sheet.get_cropbox())._replace(turn=sheet.get_rotation() // 90 % 4)
    rows, aside, frame = read_rows(text_page.raw, frame)
    across, down, picture = read_rules(sheet.raw, frame)
    text_page.close()
    sheet.close()
    width, height = frame.size
    page = Page(at + 1, width, height, rows, across, down, turn=frame.turn, aside=aside)
    if picture is not None:
        page.picture, page.dpi = picture.box, picture.dpi
    return page


def _fill_pictures(document: Any, pages: list[Page], limits: Limits) -> list[Notice]:
    """Recognise the pages that need it; say so of those that could not be read."""
    layered = [page for page in pages if has_hidden_layer(page)]
    bad = [page for page in layered if reads_badly(page.rows)]
    pictures = [page for page in pages if is_picture(page)]
    missing = why_missing() if pictures or bad else None
    if missing is None and (pictures or bad):
        recognise_all(document, [*pictures, *bad], limits)
    if not any(letters(page.rows) for page in pages):
        if missing is not None:
            raise scan_unread(len(pages), missing)
        raise nothing_recognised() if pictures else no_text()
    return list(_notices(pages, layered, bad, pictures, missing))


def _notices(
    pages: list[Page],
    layered: list[Page],
    bad: list[Page],
    pictures: list[Page],
    missing: Unreadable | None,
) -> Iterator[Notice]:
    if broken := [page.number for page in pages if page.broken]:
        yield broken_pages(broken)
    poor = {page.number for page in bad}
    if fair := [page.number for page in layered if page.number not in poor]:
        yield hidden_layer(fair)
    if missing is not None and pictures:
        yield unread_pages([page.number for page in pictures], missing)
    if missing is not None and poor:
        yield bad_layer(sorted(poor))
