"""Which elements of a Word part hold characters, and which characters.

``Anchor.node`` counts these elements in document order; whoever writes into the file (margin
comments, tracked fixes) must count the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from minhphap.text.legacy import by_font

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_FIXED = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
WORD_TAGS = (f"{W}t", f"{W}delText")
"""The elements whose characters are stored as such."""
TEXT_TAGS = (*WORD_TAGS, *_FIXED, f"{W}br", f"{W}sym")
"""All text-bearing elements; a ``w:tab`` only inside a run (elsewhere it is a tab stop)."""

_PRIVATE = re.compile("[\uf000-\uf0ff]")
_BREAKS = str.maketrans("\n\r", "  ")
_SYMBOLS = {
    "Wingdings": {
        0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0xFE: "☑", 0xFD: "☒", 0x78: "☒", 0x52: "☑", 0xFC: "✓",
        0xFB: "✗", 0xE0: "→", 0xDF: "←", 0xD8: "➢", 0x76: "❖", 0xA7: "▪", 0x6E: "■", 0x6C: "●",
    },
    "Symbol": {
        0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xB0: "°", 0xB9: "≠", 0xB2: "″",
        0xA2: "′", 0xAE: "→", 0xAC: "←", 0x2D: "-", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ",
        0x6D: "μ", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x70: "π", 0xA5: "∞", 0xBB: "≈",
    },
}  # fmt: skip


def text_nodes(root: Any) -> Iterator[Any]:
    """The text-bearing elements of a part, in document order, deleted and alternative ones too."""
    for element in root.iter(*TEXT_TAGS):
        if element.tag != f"{W}tab" or element.getparent().tag == f"{W}r":
            yield element


def node_text(element: Any) -> str:
    """The characters an element shows; a manual line break begins a new line, a page break none."""
    tag = element.tag
    if tag in WORD_TAGS:
        return (element.text or "").translate(_BREAKS)
    if tag == f"{W}br":
        return "" if element.get(f"{W}type") in ("page", "column") else "\n"
    if tag == f"{W}sym":
        try:
            code = int(element.get(f"{W}char", ""), 16)
        except ValueError:
            return ""
        return symbol(code, element.get(f"{W}font", ""))
    return _FIXED[tag]


def signs(text: str, font: str) -> str:
    """A text in which the characters of symbol fonts (U+F000 to F0FF) are the signs they show."""
    if text.isascii() or not _PRIVATE.search(text):
        return text
    return _PRIVATE.sub(lambda found: symbol(ord(found[0]), font), text)


def symbol(code: int, font: str) -> str:
    """A character of a symbol font as the Unicode sign it shows; "•" for one not known."""
    low = code & 0xFF
    if by_font(font):
        return chr(low)  # a font from before Unicode, kept as a symbol font
    if not 0xF000 <= code <= 0xF0FF and font not in _SYMBOLS:
        letter = chr(code) if code < 0x110000 else ""
        return letter if letter.isprintable() and not 0xE000 <= code <= 0xF8FF else "•"
    table = _SYMBOLS.get(font) or {**_SYMBOLS["Symbol"], **_SYMBOLS["Wingdings"]}
    return table.get(low, chr(low) if low == 0x2D else "•")
