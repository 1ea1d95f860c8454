"""No ground that gives the issuer its authority, or none that regulates the content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.rules.context import Context
from minhphap.rules.legality.footing import Cited, bases
from minhphap.rules.rule import Hit, load
from minhphap.text import comparison_key

_POWER = re.compile(
    r"(?:luật|pháp\s+lệnh)\s+(?:sửa\s+đổi.{0,40})?tổ\s+chức\b|chức\s+năng,?\s+nhiệm\s+vụ,?\s+quyền\s+hạn"
    r"|luật\s+thủ\s+đô|ngân\s+hàng\s+nhà\s+nước\s+việt\s+nam|kiểm\s+toán\s+nhà\s+nước"
)
_MAKING = re.compile(r"ban\s+hành\s+văn\s+bản\s+quy\s+phạm\s+pháp\s+luật")
_FEW = 2


def check(context: Context) -> Iterator[Hit]:
    """Read the lines of the grounds: who may issue, and what the content rests on."""
    grounds = list(bases(context))
    lines = [one for one in context.document.walk() if one.type == "basis"]
    if len(grounds) < _FEW or not lines:
        return
    said = [_words(context, one) for one in grounds]
    if not any(_POWER.search(words) for words in said):
        yield Hit(
            lines[0].start,
            lines[0].end,
            "Phần căn cứ chưa có văn bản quy định thẩm quyền, chức năng của cơ quan ban hành.",
            "No ground gives the authority of the issuer.",
            suggestion="Thêm luật tổ chức hoặc nghị định quy định chức năng, nhiệm vụ, quyền hạn"
            " của cơ quan ban hành.",
        )
    elif all(_MAKING.search(words) or _is_power_alone(words) for words in said):
        yield Hit(
            lines[-1].start,
            lines[-1].end,
            "Phần căn cứ mới nêu thẩm quyền và trình tự, chưa có văn bản quy định nội dung.",
            "The grounds give authority and procedure, none regulates the content.",
            suggestion="Thêm văn bản cấp trên quy định nội dung hoặc giao quy định chi tiết.",
        )


def _is_power_alone(words: str) -> bool:
    """The law on the capital gives powers and content at once."""
    return bool(_POWER.search(words)) and "thủ đô" not in words


def _words(context: Context, one: Cited) -> str:
    """The line a ground stands in, from the citation on, and its title as known."""
    holder = one.holder
    end = holder.end if holder is not None else one.citation.end
    known = one.found.document
    title = f" {known.title}" if known else ""
    return " ".join(comparison_key(context.text[one.citation.start : end] + title).split())


RULE = load(__file__, check)
