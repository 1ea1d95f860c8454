"""The verb of the room: look at a file and hand it to the reader of its kind.

The readers take ``(data, name, limits)``, give a ``Source`` and raise :class:`Unreadable`;
``convert.read_converted`` makes old and foreign word processor files readable.
"""

from __future__ import annotations

from pathlib import Path

from minhphap.intake.kinds import Kind, kind_of
from minhphap.intake.limits import Limits
from minhphap.intake.refusals import cannot_open, empty, too_large
from minhphap.intake.source import Source


def read(
    path_or_bytes: str | Path | bytes, *, name: str | None = None, limits: Limits | None = None
) -> Source:
    """Read a file, or its bytes, whatever it is; the kind is told by its content.

    ``name`` is what the file is called in reports (default: the name of the path, without its
    folder). Raises :class:`Unreadable`, and nothing else, when the file cannot be opened or read.
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
    try:
        with path.open("rb") as file:
            return file.read(limits.file_bytes + 1)
    except OSError as error:
        raise cannot_open(error) from error


def _read(kind: Kind, data: bytes, name: str, limits: Limits) -> Source:
    match kind:
        case "docx":
            from minhphap.intake.docx import read_docx

            return read_docx(data, name, limits)
        case "flat":
            from minhphap.intake.docx import read_docx, to_package

            return read_docx(to_package(data), name, limits)
        case "doc" | "odt" | "rtf" | "xml" | "strict":
            from minhphap.intake.convert import read_converted

            return read_converted(kind, data, name, limits)
        case "pdf":
            from minhphap.intake.pdf import read_pdf

            return read_pdf(data, name, limits)
        case "image":
            from minhphap.intake.picture import read_image

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
