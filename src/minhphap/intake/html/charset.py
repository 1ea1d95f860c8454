"""Bytes of a web page -> text: what the page says of itself, as long as it is true."""

from __future__ import annotations

import email
import email.policy
import re

from minhphap.intake.plain import to_notice
from minhphap.intake.source import Notice
from minhphap.text import decode

_META = re.compile(rb"<meta[^>]+?charset\s*=\s*[\"']?\s*([\w:-]+)", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w:-]+)", re.IGNORECASE)
_CHARSET = re.compile(
    r"(?:windows-|cp)\d{3,4}|iso-8859-\d{1,2}|gb\w{3,6}|big5|shift_jis|euc-\w\w|koi8-\w",
    re.IGNORECASE,
)
_NO_CLAIM = ("windows-1252", "iso-8859-1", "cp1252")
"""What programs write that know no better; pages in old Vietnamese fonts say so too."""


def page_text(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The page as text, and what had to be done to read it.

    What the bytes show goes before what the page says of itself, which is often wrong.
    """
    decoded = decode(data)
    if decoded.encoding == "windows-1258":  # the last resort: nothing spoke for another one
        said = _META.search(data[:4096]) or _XML.match(data[:200])
        if said and (text := _as_said(data, said[1].decode("ascii"))) is not None:
            return text, ()
    return decoded.text, tuple(map(to_notice, decoded.remarks))


def _as_said(data: bytes, name: str) -> str | None:
    if name.lower() in _NO_CLAIM or not _CHARSET.fullmatch(name):
        return None
    try:
        return data.decode(name)
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
