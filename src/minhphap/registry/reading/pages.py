"""What a saved page of a public law site says of its document beside the text."""

from __future__ import annotations

from lxml import html

from minhphap.registry.reading.columns import field_of_label
from minhphap.text import decode

_LABEL = 40
_VALUE = 600
_ENOUGH = 2
"""Labels that must be found before a page is believed to carry a box of facts."""


def facts_of_page(data: bytes) -> dict[str, str]:
    """Field -> value, from pairs such as "Ngày có hiệu lực:" and "13/10/2025".

    A label is a short text that ends with a colon, or a cell or term; its value stands after the
    colon, in the next sibling, or in the sibling of its parent. {} for a page without such a box.
    """
    try:
        root = html.fromstring(decode(data).text)
    except (ValueError, html.etree.ParserError):
        return {}
    found: dict[str, str] = {}
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "option"):
            continue
        words = (element.text or "").strip()
        label, colon, rest = words.partition(":")
        if not label or len(label) > _LABEL or not (colon or element.tag in ("th", "td", "dt")):
            continue
        field = field_of_label(label)
        if field is None or field in found or field in ("text", "html", "source"):
            continue
        value = rest.strip() or _beside(element)
        if value and len(value) <= _VALUE:
            found[field] = value
    return found if len(found) >= _ENOUGH else {}


def _beside(element: html.HtmlElement) -> str:
    if len(element) or (element.tail or "").strip():
        inner = " ".join([*(child.text_content() for child in element), element.tail or ""])
        if inner.strip():
            return " ".join(inner.split())
    for one in (element, element.getparent()):
        beside = one.getnext() if one is not None else None
        if beside is not None and isinstance(beside.tag, str):
            words = " ".join(beside.text_content().split())
            if words:
                return str(words)
    return ""
