"""How the text of an element looks, from tags and inline style (style sheets are not read)."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_PLAIN = re.compile(r"font-weight:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style:\s*(?:italic|oblique)", re.IGNORECASE)
_UPRIGHT = re.compile(r"font-style:\s*normal", re.IGNORECASE)
_ALIGN = re.compile(r"text-align:\s*([a-z]+)", re.IGNORECASE)
_FAMILY = re.compile(r"font-family:\s*['\"]?([^;,'\"]+)", re.IGNORECASE)
_SIZE = re.compile(r"font-size:\s*(\d+(?:\.\d+)?)(pt|px)", re.IGNORECASE)
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden|mso-hide:\s*all", re.IGNORECASE)
_UPPER = re.compile(r"text-transform:\s*uppercase", re.IGNORECASE)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "th"))


class Look(NamedTuple):
    """The formatting in force."""

    bold: bool = False
    italic: bool = False
    centred: bool = False
    font: str = ""
    size: float = 0.0
    upper: bool = False
    pre: bool = False


def is_hidden(element: Any) -> bool:
    """True for what the page does not show."""
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def look_of(element: Any, above: Look) -> Look:
    """The formatting inside an element, given the one around it."""
    tag, style, align = element.tag, element.get("style"), element.get("align")
    look = above
    if tag in ("b", "strong") or tag in _HEADINGS:
        look = look._replace(bold=True)
    elif tag in ("i", "em"):
        look = look._replace(italic=True)
    elif tag == "pre":
        look = look._replace(pre=True)
    if tag in ("center", "th"):
        look = look._replace(centred=True)
    elif align:
        look = look._replace(centred=align.lower() == "center")
    if tag == "font" and (face := element.get("face")):
        look = look._replace(font=face.split(",")[0].strip())
    return _styled(style, look) if style else look


def _styled(style: str, look: Look) -> Look:
    if _BOLD.search(style) or _PLAIN.search(style):
        look = look._replace(bold=_BOLD.search(style) is not None)
    if _ITALIC.search(style) or _UPRIGHT.search(style):
        look = look._replace(italic=_ITALIC.search(style) is not None)
    if align := _ALIGN.search(style):
        look = look._replace(centred=align[1].lower() == "center")
    if family := _FAMILY.search(style):
        look = look._replace(font=family[1].strip())
    if size := _SIZE.search(style):
        look = look._replace(size=float(size[1]) * (0.75 if size[2].lower() == "px" else 1.0))
    return look._replace(upper=True) if _UPPER.search(style) else look
