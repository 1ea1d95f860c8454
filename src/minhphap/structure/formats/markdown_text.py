"""The signs of our Markdown: how text, anchors and levels are written so that they come back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from minhphap.structure.formats.names import plain_type

BORDER: Final = "**"
"""Stands before and after a heading."""

HEADINGS: Final = {
    "part": 1, "attached": 1, "appendix": 1, "chapter": 2, "section": 3, "subsection": 4,
    "article": 5,
}  # fmt: skip
"""Number of # before the first line of a provision, where that line is its title."""

_RANKS: Final = {
    "part": 1, "chapter": 2, "section": 3, "subsection": 4, "article": 5, "clause": 7,
    "point": 8, "preamble": 9, "basis": 10,
}  # fmt: skip
_SECTION_OF_AN_ARTICLE: Final = 6

_ALWAYS: Final = re.compile("[\\\\`*_\\[\\]<&|~$]|[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufeff]")
_AT_START: Final = re.compile(r"[#>+=:-]|[0-9]{1,9}(?=[.)])")
_EDGE: Final = re.compile(r"[ \t]")
_ATTRIBUTE: Final = re.compile('[\x00-\x1f"&<>|\x7f-\x9f\u2028\u2029\ufeff]')
_CODED: Final = re.compile("&#x([0-9a-f]{1,6});")

TOKEN: Final = re.compile(
    r"\\([!-/:-@\[-`{-~])"
    r"|&#x([0-9a-f]{1,6});"
    r'|<a((?: [a-z-]+(?:="[^"]*")?)+)></a>'
    r"|(\*\*)"
    r"|(<br>)"
)
"""Escaped sign; coded sign; anchor; border of a heading; line break inside a table cell."""

_PAIR: Final = re.compile(r' ([a-z-]+)(?:="([^"]*)")?')


def rank(kind: str, eid: str) -> int:
    """How deep a provision stands by its type: one of the same or a lower rank ends it."""
    own = _RANKS.get(plain_type(kind), 0)
    if kind == "section" and eid.rpartition("__")[0].rpartition("__")[2].startswith("art_"):
        own = _SECTION_OF_AN_ARTICLE
    return own + 11 * max(1, eid.count("__q_")) if kind.startswith("quoted_") else own


def _code(sign: str) -> str:
    return f"&#x{ord(sign):x};"


def _always(match: re.Match[str]) -> str:
    sign = match[0]
    return f"\\{sign}" if "!" <= sign <= "~" else _code(sign)


def escape(text: str) -> str:
    """Text inside a line so that Markdown shows it as it is."""
    return _ALWAYS.sub(_always, text)


def escape_start(text: str) -> str:
    """Text at the start of a line: "1." would begin a list, "#" a heading."""
    found = _AT_START.match(text)
    if not found:
        return escape(text)
    sign = found[0]
    if sign[0].isdigit():
        return f"{sign}\\{text[found.end()]}{escape(text[found.end() + 1 :])}"
    return f"\\{sign}{escape(text[1:])}"


def escape_edge(text: str) -> str:
    """White space at either end of a line, which Markdown would drop."""
    return _EDGE.sub(lambda m: _code(m[0]), escape(text))


def anchor(attributes: Mapping[str, str | None]) -> str:
    """An empty ``<a>`` with these attributes (None: without a value)."""
    written = "".join(
        f" {name}" if value is None else f' {name}="{_ATTRIBUTE.sub(lambda m: _code(m[0]), value)}"'
        for name, value in attributes.items()
    )
    return f"<a{written}></a>"


def attributes(written: str) -> dict[str, str | None]:
    """The attributes of an anchor."""
    return {
        m[1]: None if m[2] is None else _CODED.sub(lambda c: chr(int(c[1], 16)), m[2])
        for m in _PAIR.finditer(written)
    }
