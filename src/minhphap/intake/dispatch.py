"""The verb of the room: look at a file and hand it to the reader of its kind.

The readers agree on ``(data, name, limits) -> Source`` and raise :class:`Unreadable`:
``docx.read_docx``, ``pdf.read_pdf``, ``ocr.read_image``, ``html.read_html``, ``plain.read_plain``;
``convert.to_docx(data, suffix, limits) -> bytes`` makes old word processor files readable.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from minhphap.intake.kinds import Kind, kind_of
from minhphap.intake.limits import Limits
from minhphap.intake.refusals import empty, too_large
from minhphap.intake.source import Notice, Source


def read(
    path_or_bytes: str | Path | bytes, *, name: str | None = None, limits: Limits | None = None
) -> Source:
    """Read a file, or its bytes, whatever it is; the kind is told by its content.

    ``name`` is what the file is called in reports (default: the name of the path, without its
    folder). Raises :class:`Unreadable` with one sentence when the file cannot be read, and
    OSError when the path cannot be opened.
    """
    limits = limits or Limits()
    if isinstance(path_or_bytes, bytes):
        data, called = path_or_bytes, name or ""
    else:
        path = Path(path_or_bytes)
        data, called = _load(path, limits), name or path.name
    if not data:
        raise empty()
    if len(data) > limits.file_bytes:
        raise too_large(len(data), limits.file_bytes)
    return _read(kind_of(data, called, limits), data, called, limits)


def _load(path: Path, limits: Limits) -> bytes:
    """At most one byte more than the limit is read, from a pipe too."""
    with path.open("rb") as file:
        return file.read(limits.file_bytes + 1)


def _read(kind: Kind, data: bytes, name: str, limits: Limits) -> Source:
    match kind:
        case "docx":
            from minhphap.intake.docx import read_docx

            return read_docx(data, name, limits)
        case "doc" | "odt" | "rtf":
            return _converted(kind, data, name, limits)
        case "pdf":
            from minhphap.intake.pdf import read_pdf

            return read_pdf(data, name, limits)
        case "image":
            from minhphap.intake.ocr import read_image

            return read_image(data, name, limits)
        case "html" | "mhtml":
            from minhphap.intake.html import read_html

            return read_html(data, name, limits, mhtml=kind == "mhtml")
        case "md":
            from minhphap.intake.markdown import read_markdown

            return read_markdown(data, name)
        case "txt":
            from minhphap.intake.plain import read_plain

            return read_plain(data, name)


def _converted(kind: str, data: bytes, name: str, limits: Limits) -> Source:
    """An old word processor file, read as the Word file that LibreOffice makes of it."""
    from minhphap.intake.convert import to_docx
    from minhphap.intake.docx import read_docx

    source = read_docx(to_docx(data, f".{kind}", limits), name, limits)
    notice = Notice(
        "converted",
        f"Tệp .{kind} được LibreOffice chuyển sang .docx để đọc; số thứ tự tự động và cách trình bày"
        " có thể khác bản gốc.",
        f"The .{kind} file was converted to .docx by LibreOffice; automatic numbers and look may"
        " differ from the original.",
    )
    return msgspec.structs.replace(source, format=kind, notices=(notice, *source.notices))
