"""One door for every format."""

from __future__ import annotations

from typing import Final

from minhphap.structure.document import Document
from minhphap.structure.formats.errors import FormatError

FORMATS: Final = ("akn", "json", "md", "txt")
"""What ``export`` writes. ``load`` reads all but "txt": bare text is parsed, not loaded."""


def export(document: Document, format: str) -> bytes:  # noqa: A002
    """The document in one of FORMATS, UTF-8; FormatError for an unknown name."""
    match format:
        case "akn":
            from minhphap.structure.formats.akn_write import to_akn

            return to_akn(document)
        case "json":
            from minhphap.structure.formats.json_format import to_json

            return to_json(document)
        case "md":
            from minhphap.structure.formats.markdown_write import to_markdown

            return to_markdown(document).encode()
        case "txt":
            return document.source.text.encode()
    raise _unknown(format, FORMATS)


def load(data: bytes, format: str) -> Document:  # noqa: A002
    """The document that ``export`` wrote in this format; FormatError when it cannot be read."""
    match format:
        case "akn":
            from minhphap.structure.formats.akn_read import from_akn

            return from_akn(data)
        case "json":
            from minhphap.structure.formats.json_format import from_json

            return from_json(data)
        case "md":
            from minhphap.structure.formats.markdown_read import from_markdown

            return from_markdown(data)
    raise _unknown(format, FORMATS[:-1])


def _unknown(name: str, known: tuple[str, ...]) -> FormatError:
    names = ", ".join(known)
    return FormatError(
        f"không có dạng “{name}”; các dạng đọc, ghi được: {names}",
        f"there is no format “{name}”; known ones: {names}",
    )
