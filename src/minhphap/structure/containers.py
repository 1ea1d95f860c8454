"""Parts, chapters, sections: which lines open one, and how far the title goes."""

from __future__ import annotations

import re

from minhphap.structure.context import Context
from minhphap.structure.lines import STRONG, Marker
from minhphap.structure.node import Node
from minhphap.structure.numbering import ORDINALS

_GOES_ON = re.compile(
    r"[a-zà-ỹđ,;.)]|(?:Chương|Mục|Phần|Điều|Luật|Nghị|Thông tư|Quy|Bộ luật|Phụ lục)\s"
)


def is_container(context: Context, marker: Marker, limit: int = -1) -> bool:
    """True for a line that opens a container, not for "Chương II của Luật này" in a sentence.

    ``limit``: where the first article begins when it stands on the same line.
    """
    if marker.trust != STRONG:
        return False
    text = context.text
    end = context.lines[marker.line].end
    if marker.start < limit < end:
        end = context.trim(limit, marker.body)
    if marker.body >= end:
        return True
    rest = text[marker.body : end]
    if rest[0].islower() or rest[0] in ",;.)":
        return False
    return rest.isupper() or (len(rest) < 200 and not rest.endswith((".", ";", ",")))


def number_of(marker: Marker) -> str:
    """The number as written; for a part in words the ordinal in digits."""
    if marker.kind == "part":
        ordinal = ORDINALS.get(marker.num.lower())
        if ordinal is not None:
            return str(ordinal)
    return marker.num


def title_end(context: Context, node: Node, *, line_only: bool) -> None:
    """Give a container its heading: its lines up to the next number, joined by a space."""
    if line_only:
        until = min(node.end, context.paragraph_end(context.line_at(node.start)))
        node.heading = " ".join(context.text[node.body : until].split()) or None
        return
    until = node.children[0].start if node.children else node.end
    heading = " ".join(context.text[node.body : until].split())
    node.heading = heading or None
