"""Refusals that come from an outside program or an optional part: missing, too slow, failed."""

from __future__ import annotations

from minhphap.intake.errors import Unreadable


def converter_missing(suffix: str) -> Unreadable:
    """Neither LibreOffice nor a lesser program for this kind of file."""
    return Unreadable(
        f"Để đọc tệp {suffix} cần cài LibreOffice (gói libreoffice-writer), hoặc lưu lại tệp thành"
        " .docx.",
        f"Reading a {suffix} file needs LibreOffice (package libreoffice-writer); or save the file"
        " as .docx.",
        "converter-missing",
    )


def converter_slow(seconds: float) -> Unreadable:
    """LibreOffice did not come to an end."""
    return Unreadable(
        f"LibreOffice không chuyển đổi xong tệp trong {seconds:g} giây; hãy mở tệp và lưu lại thành"
        " .docx.",
        f"LibreOffice did not convert the file within {seconds:g} seconds; open it and save it as"
        " .docx.",
        "converter-timeout",
    )


def converter_failed(suffix: str) -> Unreadable:
    """LibreOffice made nothing of the file."""
    return Unreadable(
        f"LibreOffice không mở được tệp {suffix} này (tệp có thể bị hỏng hoặc đặt mật khẩu); hãy mở"
        " bằng Word và lưu lại thành .docx.",
        f"LibreOffice could not open this {suffix} file (it may be damaged or protected); open it"
        " in Word and save it as .docx.",
        "converter-failed",
    )


def recogniser_missing() -> Unreadable:
    """The optional extra is not installed."""
    return Unreadable(
        "Để đọc bản quét hoặc ảnh chụp, cần cài phần nhận dạng chữ: pip install 'minhphap[ocr]'.",
        "Reading scans and pictures needs the text recognition extra: pip install 'minhphap[ocr]'.",
        "ocr-missing",
    )


def language_missing() -> Unreadable:
    """The extra is there, its Vietnamese data are not."""
    return Unreadable(
        "Chưa có dữ liệu nhận dạng chữ Việt: hãy cài gói tesseract-ocr-vie, hoặc đặt biến"
        " TESSDATA_PREFIX trỏ tới thư mục chứa tệp vie.traineddata.",
        "The Vietnamese recognition data are missing: install the package tesseract-ocr-vie, or"
        " point TESSDATA_PREFIX at the folder that holds vie.traineddata.",
        "ocr-language-missing",
    )


def scan_unread(pages: int, missing: Unreadable) -> Unreadable:
    """A PDF of nothing but pictures, where pictures cannot be read."""
    return Unreadable(
        f"Tệp PDF là bản quét ({pages} trang), không có lớp chữ. {missing.message}",
        f"The PDF is a scan ({pages} pages) without a text layer. {missing.message_en}",
        missing.code,
    )


def nothing_recognised() -> Unreadable:
    """A picture without letters, or too poor to read."""
    return Unreadable(
        "Không nhận ra chữ nào trong ảnh; hãy quét lại ở 300 dpi, đủ sáng và thẳng trang.",
        "No text was recognised in the picture; scan it again at 300 dpi, bright and straight.",
        "nothing-recognised",
    )


def recognition_slow(seconds: float) -> Unreadable:
    """One page takes the recogniser too long."""
    return Unreadable(
        f"Nhận dạng chữ trên một trang quá {seconds:g} giây; hãy quét lại ở 300 dpi.",
        f"Recognising one page took over {seconds:g} seconds; scan it again at 300 dpi.",
        "timeout",
    )
