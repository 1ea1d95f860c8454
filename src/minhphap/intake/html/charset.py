"""Bytes of a web page -> text: what the page says of itself, as long as it is true."""

from __future__ import annotations

import codecs
import email
import email.policy
import re

from minhphap.intake.plain import to_notice
from minhphap.intake.source import Notice
from minhphap.text import decode

_META = re.compile(rb"<meta[^>]+?charset\s*=\s*[\"']?\s*([\w:-]+)", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w:-]+)", re.IGNORECASE)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def page_text(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The page as text, and what had to be done to read it."""
    if not data.startswith(_MARKS):
        said = _META.search(data[:4096]) or _XML.match(data[:200])
        if said and (text := _as_said(data, said[1].decode("ascii"))) is not None:
            return text, ()
    decoded = decode(data)
    return decoded.text, tuple(map(to_notice, decoded.remarks))


def _as_said(data: bytes, name: str) -> str | None:
    """Decoded as the page asks; None when that is impossible, or too common a wrong claim."""
    name = {"iso-8859-1": "windows-1252", "utf-16": "utf-8", "x-user-defined": ""}.get(
        name.lower(), name
    )
    try:
        return data.decode(name) if name.lower() != "windows-1252" else None
    except (LookupError, UnicodeDecodeError):
        return None


def unpack_mhtml(data: bytes) -> bytes:
    """The first web page inside a "single file web page" as Word saves it; empty when none."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else b""
    return b""
