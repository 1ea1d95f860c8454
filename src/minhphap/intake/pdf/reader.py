"""A PDF file to a :class:`Source`."""

from __future__ import annotations

import time
from typing import Any

from minhphap.intake.errors import Unreadable
from minhphap.intake.limits import Limits
from minhphap.intake.ocr.engine import Recogniser, why_missing
from minhphap.intake.page.build import build_source
from minhphap.intake.page.notices import bad_layer, hidden_layer, unread_pages
from minhphap.intake.page.shapes import Page
from minhphap.intake.pdf.glyphs import Frame, read_rows
from minhphap.intake.pdf.rules import read_rules
from minhphap.intake.pdf.scan import has_hidden_layer, is_picture, letters, reads_badly, recognise
from minhphap.intake.source import Notice, Source


def read_pdf(data: bytes, name: str, limits: Limits) -> Source:
    """Read a PDF; pages that are pictures are recognised when the ``ocr`` extra is there."""
    document = _open(data)
    try:
        if len(document) > limits.pages:
            raise Unreadable(
                f"Tệp có {len(document)} trang, quá giới hạn {limits.pages}; hãy tách nhỏ tệp.",
                f"The file has {len(document)} pages, over the limit of {limits.pages}; split it.",
                "too-many-pages",
            )
        pages = _pages(document, limits)
        notices = _fill_pictures(document, pages, limits)
    finally:
        document.close()
    return build_source(pages, name, "pdf", data, notices)


def _open(data: bytes) -> Any:
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    if not data:
        raise Unreadable("Tệp rỗng (0 byte).", "The file is empty (0 bytes).", "empty")
    try:
        document = pdfium.PdfDocument(data)
        if len(document):
            return document
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise Unreadable(
                "Tệp PDF đặt mật khẩu nên không đọc được; hãy lưu lại một bản không có mật khẩu.",
                "The PDF is protected by a password; save a copy without one.",
                "encrypted",
            ) from None
    raise Unreadable(
        "Tệp PDF bị hỏng hoặc tải về chưa đủ nên không mở được; hãy tải hoặc xuất lại tệp.",
        "The PDF is damaged or incomplete and cannot be opened; download or export it again.",
        "damaged",
    )


def _pages(document: Any, limits: Limits) -> list[Page]:
    deadline = time.monotonic() + limits.seconds
    pages = []
    for at in range(len(document)):
        pages.append(_page(document, at))
        if time.monotonic() > deadline:
            raise Unreadable(
                f"Đọc tệp quá {limits.seconds:g} giây (mới tới trang {at + 1}); hãy tách nhỏ tệp.",
                f"Reading took over {limits.seconds:g} seconds (at page {at + 1}); split the file.",
                "timeout",
            )
    return pages


def _page(document: Any, at: int) -> Page:
    import pypdfium2 as pdfium

    try:
        page = document[at]
        text_page = page.get_textpage()
    except pdfium.PdfiumError:
        return Page(at + 1, 595.0, 842.0, [])  # one broken page does not spoil the others
    rows, aside, frame = read_rows(text_page.raw, Frame(*page.get_cropbox()))
    across, down, picture = read_rules(page.raw, frame)
    text_page.close()
    page.close()
    width, height = frame.size
    return Page(at + 1, width, height, rows, across, down, picture, aside)


def _fill_pictures(document: Any, pages: list[Page], limits: Limits) -> list[Notice]:
    """Recognise the pages that need it; say so of those that could not be."""
    layered = [page for page in pages if has_hidden_layer(page)]
    bad = [page for page in layered if reads_badly(page.rows)]
    wanted = [page for page in pages if is_picture(page)] + bad
    notices = []
    if len(layered) > len(bad):
        notices.append(hidden_layer([page.number for page in layered if page not in bad]))
    missing = why_missing() if wanted else None
    if missing is None:
        if wanted:
            with Recogniser(limits.seconds) as engine:
                for page in wanted:
                    recognise(document, page, engine)
    else:
        pictures = [page for page in wanted if page not in bad]
        if not any(letters(page.rows) for page in pages):
            raise _all_scanned(len(pages), missing)
        if pictures:
            notices.append(unread_pages([page.number for page in pictures], missing))
        if bad:
            notices.append(bad_layer([page.number for page in bad]))
    if not any(letters(page.rows) for page in pages):
        raise Unreadable(
            "Tệp PDF không có chữ nào để đọc.", "There is no text in the PDF.", "no-text"
        )
    return notices


def _all_scanned(pages: int, missing: tuple[str, str, str]) -> Unreadable:
    message, message_en, code = missing
    return Unreadable(
        f"Tệp PDF là bản quét ({pages} trang), không có lớp chữ. {message}",
        f"The PDF is a scan ({pages} pages) without a text layer. {message_en}",
        code,
    )
