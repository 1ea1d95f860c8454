"""The sentences with which a file is refused, each in one place (docs/bad-input.md lists them).

What an outside program or an optional part is needed for stands in ``refusals_tools``.
"""

from __future__ import annotations

from minhphap.intake.errors import Unreadable


def cannot_open(error: OSError) -> Unreadable:
    """A path that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return Unreadable(
            "Không thấy tệp; hãy kiểm tra lại đường dẫn.",
            "There is no such file; check the path.",
            "not-found",
        )
    if isinstance(error, IsADirectoryError):
        return Unreadable(
            "Đây là thư mục, không phải tệp; hãy chỉ một tệp trong thư mục.",
            "This is a folder, not a file; name a file in it.",
            "folder",
        )
    if isinstance(error, PermissionError):
        return Unreadable(
            "Không có quyền đọc tệp; hãy xin quyền đọc hoặc chép tệp sang thư mục của mình.",
            "The file may not be read; ask for the right or copy it to a folder of your own.",
            "no-permission",
        )
    return Unreadable(
        f"Hệ điều hành không mở được tệp ({error.strerror}); hãy chép tệp sang chỗ khác rồi thử"
        " lại.",
        f"The system cannot open the file ({error.strerror}); copy it elsewhere and try again.",
        "cannot-open",
    )


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
        "Tệp mở được nhưng không có chữ nào; nếu nội dung là ảnh chụp, hãy gửi tệp PDF hoặc tệp"
        " ảnh.",
        "The file opens but holds no text; if it is a picture of a page, send the PDF or the"
        " picture.",
        "no-text",
    )


def frames_only() -> Unreadable:
    """A web page that only shows other pages."""
    return Unreadable(
        "Trang web này chỉ là khung chứa trang khác nên không có nội dung; hãy mở riêng trang bên"
        " trong khung rồi lưu lại.",
        "This web page is only a frame around others and holds no text; open the page inside the"
        " frame and save that.",
        "frames-only",
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


def too_many_pages(count: int, limit: int) -> Unreadable:
    """A PDF or picture file of more pages than the limit."""
    return Unreadable(
        f"Tệp có {count} trang, quá giới hạn {limit}; hãy tách nhỏ tệp.",
        f"The file has {count} pages, over the limit of {limit}; split it.",
        "too-many-pages",
    )


def picture_too_large(width: int, height: int) -> Unreadable:
    """A picture of more pixels than can be recognised."""
    return Unreadable(
        f"Ảnh quá lớn ({width} × {height} điểm ảnh); hãy lưu lại ở 300 dpi.",
        f"The picture is too large ({width} × {height} pixels); save it at 300 dpi.",
        "picture-too-large",
    )


def picture_unreadable() -> Unreadable:
    """A picture that is broken or of a format not known."""
    return Unreadable(
        "Không mở được ảnh: tệp bị hỏng hoặc không phải PNG, JPEG, TIFF, WebP, BMP; hãy lưu lại ảnh"
        " dạng PNG hoặc JPEG.",
        "The picture cannot be opened: it is damaged or is no PNG, JPEG, TIFF, WebP or BMP; save it"
        " as PNG or JPEG.",
        "picture-unreadable",
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


def damaged(what: str, what_en: str) -> Unreadable:
    """A file cut off or broken; ``what`` begins the sentence."""
    return Unreadable(
        f"{what} bị hỏng hoặc tải về chưa đủ; hãy mở bằng chương trình đã tạo ra tệp rồi lưu lại,"
        " hoặc lấy lại bản gốc.",
        f"{what_en} is damaged or incomplete; open it in the program that made it and save it, or"
        " get the original again.",
        "damaged",
    )


def encrypted() -> Unreadable:
    """A file under a password."""
    return Unreadable(
        "Tệp đặt mật khẩu nên không đọc được; hãy mở tệp, bỏ mật khẩu rồi lưu lại.",
        "The file is protected by a password; open it, remove the password and save it.",
        "encrypted",
    )


def entities() -> Unreadable:
    """XML with a document type: the way to read local files or to fill the memory."""
    return Unreadable(
        "Tệp có khai báo thực thể XML, điều không chương trình soạn thảo nào ghi; không đọc để bảo"
        " đảm an toàn, hãy lấy lại bản gốc.",
        "The file declares XML entities, which no word processor writes; it is not read for safety,"
        " get the original.",
        "entities",
    )


def not_word() -> Unreadable:
    """An Office package without a Word document in it."""
    return Unreadable(
        "Tệp này không phải văn bản Word (thiếu phần word/document.xml); hãy kiểm tra lại tệp.",
        "This is not a Word document (it has no main document part); check the file.",
        "not-word",
    )


def other_archive() -> Unreadable:
    """An archive of files."""
    return Unreadable(
        "Đây là tệp nén chứa các tệp khác; hãy giải nén rồi đọc từng tệp bên trong.",
        "This is an archive of other files; unpack it and read the files inside.",
        "archive",
    )


def other_kind(what: str, what_en: str) -> Unreadable:
    """A file of a kind that holds no running text."""
    return Unreadable(
        f"Tệp là {what}, không phải văn bản; hãy lưu nội dung thành .docx, .pdf hoặc .txt.",
        f"The file is {what_en}, not a text; save its content as .docx, .pdf or .txt.",
        "not-a-text",
    )


def dynamic_form() -> Unreadable:
    """A PDF whose pages are made by a form program (XFA) when it is opened."""
    return Unreadable(
        "Tệp PDF là biểu mẫu động (XFA), nội dung chỉ hiện trong Adobe Acrobat; hãy mở ở đó và in"
        " ra tệp PDF mới.",
        "The PDF is a dynamic form (XFA) whose pages only Adobe Acrobat shows; open it there and"
        " print it to a new PDF.",
        "dynamic-form",
    )


def _mega(size: int) -> str:
    return f"{size / 1_000_000:.0f}" if size >= 10_000_000 else f"{size / 1_000_000:.2g}"
