"""Which part of a saved page is the document: menus, tables of contents and footers are not."""

from __future__ import annotations

import re
from typing import Any

DROPPED = frozenset((
    "script", "style", "head", "title", "noscript", "nav", "aside", "footer", "form", "button",
    "select", "textarea", "iframe", "template", "svg", "object", "embed", "audio", "video",
    "canvas", "map", "dialog", "menu", "input",
))  # fmt: skip
_SITE = ("nav", "footer", "script", "button", "form", "iframe")
_MARKED = (
    "//*[@data-vbpl-content-root]",
    "//*[@id='toanvancontent' or @id='fulltext' or @id='divContentDoc']",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' toanvancontent ')]",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' fulltext ')]",
)
_CONTAINERS = frozenset(("body", "div", "main", "article", "section", "center"))
_LEGAL = re.compile(
    r"^\s*(?:Điều\s+\d|Chương\s+[IVX\d]|CHƯƠNG\s+[IVX\d]|Căn cứ\s|PHỤ LỤC|Phụ lục\s)", re.MULTILINE
)
_MOST = 0.6


def main_content(root: Any) -> Any:
    """The element that holds the document; the whole body where that is not sure.

    Only pages of a site are narrowed (they carry menus and scripts; a page saved by Word does
    not), and never past a sibling that holds lines of law which the chosen part has not.
    """
    body = root if root.tag == "body" else root.find(".//body")
    body = root if body is None else body
    for path in _MARKED:
        found = [one for one in body.xpath(path) if _words(one)]
        if len(found) == 1:
            return found[0]
    if next(body.iter(*_SITE), None) is None:
        return body
    weights = _weights(body)
    place = body
    while (child := _heaviest(place, weights)) is not None:
        place = child
    return place


def _words(element: Any) -> str:
    return (
        "\n".join(text for text in element.itertext(tag="p", with_tail=False) if text.strip())
        or "".join(element.itertext()).strip()
    )


def _weights(body: Any) -> dict[Any, int]:
    """Letters of running text below each element: without furniture and without links."""
    from lxml import etree

    weights: dict[Any, int] = {}
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element.tag in DROPPED or element.tag == "a" or not isinstance(element.tag, str):
                weights[element] = 0
                walk.skip_subtree()
                continue
            weights[element] = len((element.text or "").strip())
        elif element.tag not in DROPPED and element.tag != "a":
            weights[element] += sum(
                weights.get(child, 0) + len((child.tail or "").strip()) for child in element
            )
    return weights


def _heaviest(place: Any, weights: dict[Any, int]) -> Any | None:
    """The container below that holds most of the text, when the rest can go."""
    children = [child for child in place if weights.get(child)]
    if not children or any(
        child.tag not in _CONTAINERS and child.tag not in DROPPED for child in children
    ):
        return None
    best = max(children, key=lambda child: weights[child])
    if weights[best] < _MOST * weights[place]:
        return None
    kept = set(_legal_lines(best))
    others = (line for child in children if child is not best for line in _legal_lines(child))
    return best if all(line in kept for line in others) else None


def _legal_lines(element: Any) -> list[str]:
    texts = (text.strip()[:40] for text in element.itertext())
    return [text for text in texts if _LEGAL.match(text)]
