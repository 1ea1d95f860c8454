"""Headings of articles, clauses and points."""

from __future__ import annotations

import re

from minhphap.structure.context import Context
from minhphap.structure.node import Node

_NO_HEADING = tuple(".;:,/…")
_SENTENCE = re.compile(
    r" này (?!$)|có hiệu lực|chịu trách nhiệm|có trách nhiệm |\bphải\b|\blà\b|\bgồm\b"
    r"|không được|có quyền"
)
_STATES = re.compile(r"\blà\b|được hiểu|sau đây|\bchỉ (?:có|được)\b")
"""What makes a sentence of the first line of a clause or point, also without its full stop."""
_INSTRUCTS = re.compile(
    r"Ban hành|Phê duyệt|Giao|Bãi bỏ|Sửa đổi|Công bố|Thành lập|Thay thế|H[uủ][yỷ] bỏ"
    r"|Quy định|Bổ sung"
)
_GOES_ON = re.compile(r"\s*+[a-zđ][^\W\d_]{0,6}[\s,]")
"""What follows a line that was cut in mid-sentence; pages of old texts begin even sentences with
a small accented vowel."""
TITLE = 160
"""A longer first line that ends with a full stop is a sentence unless clauses follow."""
_LEAD_IN = re.compile(
    r"(?:như sau|sau đây|sau|gồm|bao gồm|cụ thể|là|các)$"
    r"|^(?:Quy chế|Quy định|Nghị định|Thông tư|Luật|Nghị quyết|Quyết định|Điều lệ|Quy trình"
    r"|Nội quy|Hướng dẫn) này\b"
)


def heading_of(context: Context, node: Node, *, quoted: bool = False) -> str | None:
    """The heading: the first line when it is a title and text follows in the provision."""
    text = context.text
    number = context.line_at(node.body)
    alone = node.body >= context.lines[number].end and number + 1 < len(context.lines)
    if alone:  # the number stands alone on its line
        number += 1
    end = min(context.paragraph_end(number), node.end)
    if node.children:
        end = min(end, context.trim(node.children[0].start, node.body))
    rest = " ".join(text[node.body : end].split())
    follows = bool(text[end : node.end].strip()) or bool(node.children)
    follows_on = _GOES_ON.match(text, end, node.end) or (
        _INSTRUCTS.match(rest) and text[end : node.end].lstrip().startswith("(")
    )
    if follows_on and not node.children:
        return None
    if not rest or (not follows and not (quoted and node.type == "article")):
        return None
    if rest.endswith(_NO_HEADING):
        if node.type != "article" or alone or not rest.endswith(".") or rest.endswith(".."):
            return None
        rest = rest[:-1]
        title = node.children or (len(rest) < TITLE and not _INSTRUCTS.match(rest))
        return rest if title and not _SENTENCE.search(rest) else None
    if node.type != "article" and _STATES.search(rest):
        return None
    if _LEAD_IN.search(rest):
        return None
    return rest
