"""What a file is, told by its content: its name may lie, portals send web pages named .doc."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Literal

from minhphap.intake import ole
from minhphap.intake.limits import Limits
from minhphap.intake.refusals import (
    damaged,
    encrypted,
    entities,
    other_archive,
    other_kind,
    unpacks_too_large,
)
from minhphap.intake.zips import BROKEN, entries_of

Kind = Literal[
    "docx", "flat", "strict", "doc", "odt", "rtf", "xml", "pdf", "html", "mhtml", "image", "md",
    "txt",
]  # fmt: skip
"""``flat`` is a .docx in one XML file, ``strict`` its ISO form, ``xml`` the text of Word 2003 or
LibreOffice in one XML file."""

_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF8", b"BM")
_NEW_IMAGES = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|meta|title|body|div|p|span|table|center|font|h[1-6]|br|b|ul|ol"
    rb"|article|section|main|frameset)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(rb"(?:\s|<!--.*?-->|<\?xml[^>]*\?>)*", re.DOTALL)
_MHTML = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?mime-version:", re.IGNORECASE)
_FLAT = re.compile(rb"<pkg:package\b[^>]*office/2006/xmlPackage")
_OFFICE_XML = re.compile(rb"<w:wordDocument\b|<office:document\b[^>]*opendocument\.text")
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_STRICT = b"purl.oclc.org/ooxml/officeDocument"
_OTHER_PACKAGES = (
    ("xl/", "bảng tính Excel", "an Excel workbook"),
    ("ppt/", "bản trình chiếu PowerPoint", "a PowerPoint presentation"),
)
_OTHER_OLE = (
    ("Workbook", "bảng tính Excel", "an Excel workbook"),
    ("Book", "bảng tính Excel", "an Excel workbook"),
    ("PowerPoint Document", "bản trình chiếu PowerPoint", "a PowerPoint presentation"),
    ("__properties_version1.0", "thư Outlook", "an Outlook message"),
)
_HEAD = 4096
_CONTROLS = bytes(range(0x09)) + bytes(range(0x0E, 0x1B)) + b"\x1c\x1d\x1e\x1f\x7f"
_FEW = 0.03
"""Share of control characters in a text at most; compressed data have some 0.1."""


def kind_of(data: bytes, name: str, limits: Limits) -> Kind:
    """The kind of a file that is not empty; raises Unreadable for what is no text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _package(data, limits)
    if data.startswith(ole.SIGNATURE):
        return _ole(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_IMAGES) or data[8:12] == b"WEBP" or data[4:12] in _NEW_IMAGES:
        return "image"
    head = _head(data)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if _MHTML.match(head) and b"text/html" in data[:200_000].lower():
        return "mhtml"
    if head.startswith(b"<?xml") and (kind := _office_xml(head)):
        if _DOCTYPE.search(data):
            raise entities()
        return kind
    if _is_html(head, name):
        return "html"
    if head.startswith(b"<?xml"):
        raise other_kind("dữ liệu XML", "XML data")
    if _is_binary(data):
        raise other_kind("dữ liệu nhị phân", "binary data")
    return "md" if name.lower().endswith((".md", ".markdown")) else "txt"


def _office_xml(head: bytes) -> Kind | None:
    if _FLAT.search(head):
        return "flat"
    return "xml" if _OFFICE_XML.search(head) else None


def _head(data: bytes) -> bytes:
    """The beginning as ASCII letters, whatever Unicode form the file has."""
    head = data[:_HEAD]
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
            entries = entries_of(archive)
            if any(entry.flag_bits & 1 for entry in entries.values()):
                raise encrypted()
            if "[Content_Types].xml" in entries or "word/document.xml" in entries:
                return _office(archive, entries, limits)
            return _open_document(archive, entries, limits)
    except BROKEN:
        raise damaged(
            "Tệp nén (Word hoặc OpenDocument)", "The package (Word, OpenDocument)"
        ) from None


Entries = Mapping[str, zipfile.ZipInfo]


def _office(archive: zipfile.ZipFile, entries: Entries, limits: Limits) -> Kind:
    for folder, what, what_en in _OTHER_PACKAGES:
        if any(name.startswith(folder) for name in entries):
            raise other_kind(what, what_en)
    if _STRICT not in _beginning(archive, entries, "_rels/.rels"):
        return "docx"
    _unpack(archive, limits)
    return "strict"


def _open_document(archive: zipfile.ZipFile, entries: Entries, limits: Limits) -> Kind:
    if "content.xml" not in entries or "mimetype" not in entries:
        raise other_archive()
    _unpack(archive, limits)
    if b"opendocument.text" not in _beginning(archive, entries, "mimetype"):
        raise other_kind(
            "tệp OpenDocument loại khác (bảng tính, hình vẽ…)",
            "an OpenDocument file of another kind (a sheet, a drawing…)",
        )
    if b"encryption-data" in _beginning(archive, entries, "META-INF/manifest.xml"):
        raise encrypted()
    if _DOCTYPE.search(_beginning(archive, entries, "content.xml")):
        raise entities()
    return "odt"


def _unpack(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Unpack all once to nowhere, as another program will do it without our limit."""
    left = limits.unpacked_bytes
    for entry in archive.infolist():
        with archive.open(entry) as file:
            while chunk := file.read(1 << 16):
                left -= len(chunk)
                if left < 0:
                    raise unpacks_too_large(limits.unpacked_bytes)


def _beginning(archive: zipfile.ZipFile, entries: Entries, part: str) -> bytes:
    """The first megabyte of a part; nothing when there is no such part."""
    if part not in entries:
        return b""
    with archive.open(entries[part]) as file:
        return file.read(1 << 20)


def _ole(data: bytes) -> Kind:
    try:
        streams = ole.top_entries(data)
    except ValueError:
        streams = {}
    if "EncryptedPackage" in streams:
        raise encrypted()
    if document := streams.get("WordDocument"):
        # the file information block begins the stream; bit 0 of its byte 11 says "encrypted"
        flags = data[document.offset + 11 : document.offset + 12]
        if flags and flags[0] & 1:
            raise encrypted()
        return "doc"
    for stream, what, what_en in _OTHER_OLE:
        if stream in streams:
            raise other_kind(what, what_en)
    raise damaged("Tệp Word kiểu cũ (.doc)", "The old Word file (.doc)")


def _is_binary(data: bytes) -> bool:
    """Text has few control characters, unless it is UTF-16, where every second byte may be 0."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return False
    sample = data[:8192]
    zeros = sample.count(0)
    if zeros > 0.2 * len(sample) and min(sample[0::2].count(0), sample[1::2].count(0)) < zeros / 10:
        return False
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _FEW * len(sample)
