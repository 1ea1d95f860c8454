"""Text in XML, character for character, also the characters that XML cannot hold."""

from __future__ import annotations

import re
from typing import Final

SPACE: Final = " \t\n\r"
"""White space of XML: may stand between elements that hold no text of their own."""

CHARACTER_PI: Final = "minhphap-char"
"""``<?minhphap-char 1?>`` stands for U+0001, which no XML file may contain."""

_SPECIAL: Final = re.compile("[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_UNSAFE: Final = re.compile("[\\\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_PROTECTED: Final = re.compile(r"\\(?:u([0-9a-f]{4})|(.))", re.DOTALL)
_NONE: Final = "\\-"


def _special(match: re.Match[str]) -> str:
    sign = match[0]
    return _ENTITIES.get(sign) or f"<?{CHARACTER_PI} {ord(sign):x}?>"


def content(text: str) -> str:
    """Text as the content of an element that may hold text."""
    return _SPECIAL.sub(_special, text) if _SPECIAL.search(text) else text


def space(text: str) -> str:
    """White space of XML as it stands between two elements."""
    return text.replace("\r", "&#13;") if "\r" in text else text


def is_space(text: str) -> bool:
    """Whether a text is nothing but white space of XML."""
    return not text.strip(SPACE)


def attribute(text: str) -> str:
    """Text as the value of an attribute, without its quotation marks. Plain characters only."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return text.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")


def protect(value: str | None) -> str:
    """Any string, or None, as the value of one of our own attributes; see unprotect."""
    if value is None:
        return _NONE
    coded = _UNSAFE.sub(lambda m: "\\\\" if m[0] == "\\" else f"\\u{ord(m[0]):04x}", value)
    return attribute(coded)


def unprotect(value: str) -> str | None:
    """What protect was given."""
    if value == _NONE:
        return None
    return _PROTECTED.sub(lambda m: chr(int(m[1], 16)) if m[1] else m[2], value)
