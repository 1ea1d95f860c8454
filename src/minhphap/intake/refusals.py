"""The sentences with which a file is refused, each in one place (docs/bad-input.md lists them)."""

from __future__ import annotations

from minhphap.intake.errors import Unreadable


def empty() -> Unreadable:
    """A file of no bytes."""
    return Unreadable(
        "Tệp rỗng (0 byte); hãy lấy lại tệp gốc.",
        "The file is empty (0 bytes); get the original again.",
        "empty",
    )


def no_text() -> Unreadable:
    """A sound file without a letter."""
    return Unreadable(
        "Tệp mở được nhưng không có chữ nào; nếu nội dung là ảnh chụp, hãy gửi tệp PDF hoặc tệp ảnh.",
        "The file opens but holds no text; if it is a picture of a page, send the PDF or the image.",
        "no-text",
    )


def too_large(size: int, limit: int) -> Unreadable:
    """A file over the limit on the disk."""
    return Unreadable(
        f"Tệp nặng {_mega(size)} MB, quá giới hạn {_mega(limit)} MB; hãy tách nhỏ tệp hoặc bỏ bớt"
        " ảnh.",
        f"The file has {_mega(size)} MB, over the limit of {_mega(limit)} MB; split it or take"
        " pictures out.",
        "too-large",
    )


def unpacks_too_large(limit: int) -> Unreadable:
    """A package that unpacks to more than the limit (a zip bomb, or a broken file)."""
    return Unreadable(
        f"Nội dung nén trong tệp bung ra quá {_mega(limit)} MB nên không đọc, để bảo vệ máy; hãy mở"
        " bằng Word và lưu lại.",
        f"The file unpacks to more than {_mega(limit)} MB and is not read, to protect the machine;"
        " open it in Word and save it again.",
        "unpacks-too-large",
    )


def damaged(what: str, what_en: str) -> Unreadable:
    """A file cut off or broken."""
    return Unreadable(
        f"{what} bị hỏng hoặc tải về chưa đủ; hãy mở và lưu lại bằng Word, hoặc lấy lại bản gốc.",
        f"{what_en} is damaged or incomplete; open and save it in Word, or get the original again.",
        "damaged",
    )


def encrypted() -> Unreadable:
    """A file under a password."""
    return Unreadable(
        "Tệp đặt mật khẩu nên không đọc được; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại.",
        "The file is protected by a password; open it in Word, remove the password and save it.",
        "encrypted",
    )


def entities() -> Unreadable:
    """XML with a document type: the way to read local files or to fill the memory."""
    return Unreadable(
        "Tệp Word có khai báo thực thể XML, điều Word không bao giờ ghi; không đọc để bảo đảm an"
        " toàn, hãy lấy lại bản gốc.",
        "The Word file declares XML entities, which Word never writes; it is not read for safety,"
        " get the original.",
        "entities",
    )


def too_deep() -> Unreadable:
    """Elements within elements without end."""
    return Unreadable(
        "Tệp lồng quá nhiều lớp (bảng trong bảng) nên không đọc được; hãy bỏ bớt bảng lồng nhau.",
        "The file nests too deeply (tables within tables); take nested tables out.",
        "too-deep",
    )


def too_slow(seconds: float) -> Unreadable:
    """More time than is given to one file."""
    return Unreadable(
        f"Đọc tệp quá {seconds:g} giây mà chưa xong; hãy tách nhỏ tệp.",
        f"Reading the file took over {seconds:g} seconds; split it.",
        "timeout",
    )


def not_word() -> Unreadable:
    """A zip package without a Word document in it."""
    return Unreadable(
        "Tệp nén này không phải văn bản Word (thiếu phần word/document.xml); hãy kiểm tra lại tệp.",
        "This zip is not a Word document (it has no main document part); check the file.",
        "not-word",
    )


def other_kind(what: str, what_en: str) -> Unreadable:
    """A file of a kind that holds no running text."""
    return Unreadable(
        f"Tệp là {what}, không phải văn bản; hãy lưu nội dung thành .docx, .pdf hoặc .txt.",
        f"The file is {what_en}, not a text; save its content as .docx, .pdf or .txt.",
        "not-a-text",
    )


def _mega(size: int) -> str:
    return f"{size / 1_000_000:.0f}" if size >= 10_000_000 else f"{size / 1_000_000:.2g}"
