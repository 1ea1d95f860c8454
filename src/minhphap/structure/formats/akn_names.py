"""The elements of Akoma Ntoso that the provisions of the tree become."""

from __future__ import annotations

from typing import Final

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN: Final = "urn:minhphap:akn:1"
"""Namespace of what Akoma Ntoso has no word for: see docs/formats.md."""

HIERARCHY: Final = {
    "part": "part",
    "chapter": "chapter",
    "section": "section",
    "subsection": "subsection",
    "article": "article",
    "clause": "paragraph",
    "point": "point",
}
"""Type of a provision -> element; every other type in the hierarchy is an hcontainer."""

TYPES: Final = {element: kind for kind, element in HIERARCHY.items()}

OTHERS: Final = frozenset(("preamble", "basis", "recipients", "signature", "attached", "appendix"))
"""Types that an hcontainer, a blockContainer or an attachment names."""

TEXT: Final = "text"
"""Name of an hcontainer, class of an attachment: text that stands in no provision of its own."""

ACTS: Final = frozenset(("part", "chapter", "section", "subsection", "article", "clause", "point"))
"""A document with one of these at its root is an ``act``, any other a ``doc``."""
