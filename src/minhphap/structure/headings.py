"""Headings of articles, clauses and points."""

from __future__ import annotations

import re

from minhphap.structure.context import Context
from minhphap.structure.node import Node

_NO_HEADING = tuple(".;:,/…")
_SENTENCE = re.compile(
    r" này (?!$)|có hiệu lực|chịu trách nhiệm|có trách nhiệm |\bphải\b|\blà\b|\bgồm\b|không được|có quyền"
)
_LEAD_IN = re.compile(
    r"(?:như sau|sau đây|sau|gồm|bao gồm|cụ thể|thực hiện|là|các)$|^(?:Quy chế|Quy định|Nghị định|Thông tư"
    r"|Luật|Nghị quyết|Quyết định|Điều lệ|Quy trình|Nội quy|Hướng dẫn) này\b"
)


def heading_of(context: Context, node: Node, *, quoted: bool = False) -> str | None:
    """The heading: the first line when it is a title and text follows in the provision."""
    text = context.text
    number = context.line_at(node.body)
    end = min(context.paragraph_end(number), node.end)
    if node.children:
        end = min(end, context.trim(node.children[0].start, node.body))
    rest = " ".join(text[node.body : end].split())
    follows = bool(text[end : node.end].strip()) or bool(node.children)
    if not rest or not follows and not (quoted and node.type == "article"):
        return None
    if rest.endswith(_NO_HEADING):
        if node.type != "article" or not rest.endswith(".") or rest.endswith(".."):
            return None
        rest = rest[:-1]
        if not node.children or _SENTENCE.search(rest):
            return None
        return rest
    lead_in = _LEAD_IN.search(rest)
    if lead_in and not (node.type == "article" and lead_in[0] == "thực hiện"):
        return None  # "Điều 9. Tổ chức thực hiện" is a title
    return rest
