"""What a file is, told by its content: its name may lie, portals send web pages named .doc."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from minhphap.intake.errors import Unreadable
from minhphap.intake.limits import Limits
from minhphap.intake.refusals import (
    damaged,
    encrypted,
    not_word,
    other_kind,
    unpacks_too_large,
)

Kind = Literal["docx", "doc", "odt", "rtf", "pdf", "html", "mhtml", "image", "md", "txt"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF8", b"BM")
_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|meta|title|body|div|p|span|table|center|font|h[1-6]|br|b|ul|ol"
    rb"|article|section|main)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(rb"(?:\s|<!--.*?-->|<\?xml[^>]*\?>)*", re.DOTALL)
_MHTML = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?mime-version:", re.IGNORECASE)
_OTHER_PACKAGES = (
    ("xl/workbook.xml", "bảng tính Excel", "an Excel workbook"),
    ("ppt/presentation.xml", "bản trình chiếu PowerPoint", "a PowerPoint presentation"),
)
_OTHER_OLE = (
    ("Workbook", "bảng tính Excel", "an Excel workbook"),
    ("PowerPoint Document", "bản trình chiếu PowerPoint", "a PowerPoint presentation"),
    ("__properties_version1.0", "thư Outlook", "an Outlook message"),
)


def kind_of(data: bytes, name: str, limits: Limits) -> Kind:
    """The kind of a file that is not empty; raises Unreadable for what is no text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _package(data, limits)
    if data.startswith(_OLE):
        return _ole(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_IMAGES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return "image"
    head = _head(data)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if _MHTML.match(head) and b"text/html" in data[:200_000].lower():
        return "mhtml"
    if _is_html(head, name):
        return "html"
    if head.startswith(b"<?xml"):
        raise other_kind("dữ liệu XML", "XML data")
    _refuse_binary(data)
    return "md" if name.lower().endswith((".md", ".markdown")) else "txt"


def _head(data: bytes) -> bytes:
    """The beginning as ASCII letters, whatever Unicode form the file has."""
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def _is_html(head: bytes, name: str) -> bool:
    at = _LEADING.match(head)
    start = at.end() if at else 0
    if _TAG.match(head, start):
        return True
    named = name.lower().endswith((".html", ".htm", ".xhtml"))
    return named and _TAG.search(head) is not None


def _package(data: bytes, limits: Limits) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = {entry.filename: entry for entry in archive.infolist()}
            if any(entry.flag_bits & 1 for entry in entries.values()):
                raise encrypted()
            if "[Content_Types].xml" in entries:
                return _office(entries)
            return _open_document(archive, entries, limits)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError):
        raise damaged(
            "Tệp nén (Word hoặc OpenDocument)", "The package (Word, OpenDocument)"
        ) from None


def _office(entries: dict[str, zipfile.ZipInfo]) -> Kind:
    for part, what, what_en in _OTHER_PACKAGES:
        if part in entries:
            raise other_kind(what, what_en)
    return "docx"


def _open_document(
    archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], limits: Limits
) -> Kind:
    if "content.xml" not in entries or "mimetype" not in entries:
        raise not_word()
    if sum(entry.file_size for entry in entries.values()) > limits.unpacked_bytes:
        raise unpacks_too_large(limits.unpacked_bytes)
    with archive.open("mimetype") as file:
        kind = file.read(200).decode("ascii", "replace")
    if "opendocument.text" not in kind:
        raise other_kind("tệp OpenDocument không phải văn bản", "an OpenDocument file without text")
    if "META-INF/manifest.xml" in entries:
        with archive.open("META-INF/manifest.xml") as file:
            if b"encryption-data" in file.read(1 << 20):
                raise encrypted()
    return "odt"


def _ole(data: bytes) -> Kind:
    if _named(data, "EncryptedPackage"):
        raise encrypted()
    if _named(data, "WordDocument"):
        # the FIB mostly lies in the first sector; bit 8 of its flags says "encrypted"
        if data[512:514] == b"\xec\xa5" and data[512 + 11 : 512 + 12][0:1] > b"" and data[523] & 1:
            raise encrypted()
        return "doc"
    for stream, what, what_en in _OTHER_OLE:
        if _named(data, stream):
            raise other_kind(what, what_en)
    raise damaged("Tệp Word kiểu cũ (.doc)", "The old Word file (.doc)")


def _named(data: bytes, stream: str) -> bool:
    """Whether an entry of the directory of an OLE container has this name."""
    return stream.encode("utf-16-le") + b"\0\0" in data


def _refuse_binary(data: bytes) -> None:
    """Text has no zero bytes, unless it is UTF-16, where every second one is."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    sample = data[:8192]
    zeros = sample.count(0)
    if zeros and max(sample[0::2].count(0), sample[1::2].count(0)) < 0.9 * zeros:
        raise other_kind("dữ liệu nhị phân", "binary data")


__all__ = ["Kind", "Unreadable", "kind_of"]
