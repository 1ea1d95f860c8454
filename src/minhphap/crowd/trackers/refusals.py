"""The sentences with which a workbook is refused."""

from __future__ import annotations

from minhphap.intake import Unreadable


def not_a_workbook() -> Unreadable:
    """Anything else than a workbook of Excel 2007 or later."""
    return Unreadable(
        "Tệp không phải bảng tính Excel .xlsx; hãy mở bằng Excel hoặc LibreOffice rồi lưu thành"
        " .xlsx.",
        "The file is not an Excel workbook (.xlsx); open it in Excel or LibreOffice and save it as"
        " .xlsx.",
        "not-a-workbook",
    )


def old_workbook() -> Unreadable:
    """The binary format before 2007."""
    return Unreadable(
        "Tệp là bảng tính Excel kiểu cũ (.xls); hãy mở bằng Excel, chọn Lưu thành (Save As) dạng"
        " .xlsx rồi chạy lại.",
        "The file is an old Excel workbook (.xls); open it in Excel, save it as .xlsx and run"
        " again.",
        "old-workbook",
    )


def encrypted() -> Unreadable:
    """A workbook under a password."""
    return Unreadable(
        "Bảng tính đặt mật khẩu nên không đọc được; hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại.",
        "The workbook is protected by a password; open it in Excel, remove the password, save it.",
        "encrypted",
    )


def damaged() -> Unreadable:
    """A workbook cut off or broken."""
    return Unreadable(
        "Bảng tính bị hỏng hoặc tải về chưa đủ; hãy mở và lưu lại bằng Excel, hoặc lấy lại bản"
        " gốc.",
        "The workbook is damaged or incomplete; open and save it in Excel, or get it again.",
        "damaged",
    )


def too_large(limit: int) -> Unreadable:
    """More cells, or more bytes, than an office's tracker can have."""
    return Unreadable(
        f"Bảng tính có quá nhiều dữ liệu (trên {limit:,} ô hoặc quá nặng) nên không đọc, để bảo vệ"
        " máy; hãy tách bảng hoặc xóa định dạng thừa ở các dòng trống.",
        f"The workbook holds too much (over {limit:,} cells, or too heavy) and is not read, to"
        " protect the machine; split it or clear the formats of empty rows.",
        "too-large",
    )


def empty() -> Unreadable:
    """A file of no bytes, or a workbook without a word."""
    return Unreadable(
        "Bảng tính không có chữ nào; hãy kiểm tra lại tệp.",
        "The workbook is empty; check the file.",
        "empty",
    )


def no_table() -> Unreadable:
    """A workbook in which no table of documents was found."""
    return Unreadable(
        "Không thấy bảng theo dõi văn bản nào trong tệp (cần một dòng tiêu đề có cột tên văn bản);"
        " nếu tiêu đề viết khác, hãy khai trong tệp --mapping.",
        "No table of documents was found (it needs a heading row with a column of titles); if its"
        " headings are worded otherwise, name the columns in a --mapping file.",
        "no-table",
    )
