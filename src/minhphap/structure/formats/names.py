"""What the name of a provision tells by itself, and how it is written where signs are scarce.

docs/eid.md describes the dialect of the tree; this module is the part of it that the exchange
formats share.
"""

from __future__ import annotations

import re
from typing import Final

PREFIXES: Final = {
    "preamble": "preamble",
    "basis": "basis",
    "part": "part",
    "chp": "chapter",
    "sec": "section",
    "subsec": "subsection",
    "art": "article",
    "para": "clause",
    "point": "point",
    "recipients": "recipients",
    "signature": "signature",
    "att": "attached",
    "app": "appendix",
}
"""First word of an eid component: the type of the provision."""

NUMBERED: Final = frozenset(
    ("part", "chapter", "section", "subsection", "article", "clause", "point")
)
"""Types whose eid ends in the number as written."""


def plain_type(kind: str) -> str:
    """The type without the mark of a quotation: "quoted_article" -> "article"."""
    return kind.removeprefix("quoted_")


def type_of(eid: str) -> str:
    """The type that an eid tells: "art_1__q_1__art_6" -> "quoted_article"; "" when it does not."""
    kind = PREFIXES.get(eid.rpartition("__")[2].partition("_")[0].partition("~")[0], "")
    return f"quoted_{kind}" if kind and "__q_" in eid else kind


def num_of(eid: str, kind: str) -> str | None:
    """The number that an eid tells of a provision of this type: "art_5__point_đ~2" -> "đ"."""
    if plain_type(kind) not in NUMBERED:
        return None
    return eid.rpartition("__")[2].partition("_")[2].partition("~")[0] or None


def quotation_of(eid: str) -> str:
    """The quotation a quoted provision stands in: "art_1__q_2__art_6" -> "art_1__q_2"."""
    host, mark, rest = eid.rpartition("__q_")
    return f"{host}{mark}{rest.partition('__')[0]}" if mark else ""


def fold(text: str) -> str:
    """White space folded: how a heading of several lines is written in one."""
    return " ".join(text.split())


# An eId must be an XML name without colon, so that it can be an xml:id, an HTML id or a URI
# fragment anywhere. "~2" is written "-2", "-" is written "--", any other sign "-x2f-", at the
# start "_-s2f-".
_NAME_START: Final = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME: Final = re.compile(f"[{_NAME_START}][.0-9\u00b7\u0300-\u036f\u203f\u2040{_NAME_START}]*")
_FOREIGN: Final = re.compile(
    f"^[^{_NAME_START}]|[^.0-9\u00b7\u0300-\u036f\u203f\u2040{_NAME_START}]"
)
_DIGITS: Final = frozenset("0123456789")
_HEX: Final = "10[0-9a-f]{4}|[0-9a-f]{1,5}"
_CODED: Final = re.compile(f"-(?:x({_HEX})-|(-)|(?=[0-9]))")
_CODED_FIRST: Final = re.compile(f"_-s({_HEX}|)-")


def encode_eid(eid: str) -> str:
    """An eid as an XML name: "art_17__para_3~2" -> "art_17__para_3-2"; see decode_eid."""
    if _NAME.fullmatch(eid):
        return eid

    def code(match: re.Match[str]) -> str:
        sign = match[0]
        if match.start() and sign == "-":
            return "--"
        if match.start() and sign == "~" and eid[match.end() : match.end() + 1] in _DIGITS:
            return "-"
        return f"-x{ord(sign):x}-" if match.start() else f"_-s{ord(sign):x}-"

    return _FOREIGN.sub(code, eid) if eid else "_-s-"


def decode_eid(name: str) -> str:
    """The eid that was written as this XML name."""
    if "-" not in name:
        return name
    if first := _CODED_FIRST.match(name):
        start = chr(int(first[1], 16)) if first[1] else ""
        return start + _CODED.sub(_decoded, name[first.end() :])
    return _CODED.sub(_decoded, name)


def _decoded(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2] or "~"
