"""A Word document saved as one XML file ("flat OPC"), put back into the package it stands for."""

from __future__ import annotations

import base64
import binascii
import io
import zipfile
from typing import Any

from minhphap.intake.refusals import damaged

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def to_package(data: bytes) -> bytes:
    """The same document as .docx. The XML declares no entities. Raises Unreadable."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise damaged("Tệp Word dạng XML", "The Word XML file") from None
    parts = [part for part in root.iter(f"{_PKG}part") if part.get(f"{_PKG}name")]
    types = etree.Element(f"{{{_TYPES}}}Types")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            name, kind = part.get(f"{_PKG}name", ""), part.get(f"{_PKG}contentType", "")
            etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=name, ContentType=kind)
            archive.writestr(name.lstrip("/"), _content(part))
        archive.writestr("[Content_Types].xml", etree.tostring(types))
    return file.getvalue()


def _content(part: Any) -> bytes:
    from lxml import etree

    if (binary := part.findtext(f"{_PKG}binaryData")) is not None:
        try:
            return base64.b64decode(binary)
        except binascii.Error:
            return b""
    inner = part.find(f"{_PKG}xmlData")
    if inner is None or not len(inner):
        return b""
    return bytes(etree.tostring(inner[0], encoding="UTF-8", xml_declaration=True, with_tail=False))
