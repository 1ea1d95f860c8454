"""What the hits of a search in the draft say about one another."""

from __future__ import annotations

import re

from minhphap.crowd.letters.emphasis import unreasoned
from minhphap.crowd.letters.mentions import Mention
from minhphap.crowd.letters.words import Hit
from minhphap.text import comparison_key

MARGIN = 1.25
"""How much better than the next provision the best one must be."""

BACK = re.compile(
    r"(?<!\w)(?:tại|ở|cũng|của|trong|vào)(?: các)? (?P<level>điều|khoản|điểm)"
    r" (?:này|trên|nêu trên|đó)(?!\w)"
)
"""Points back at the provision of the passage before."""


def best_clause(hits: list[Hit]) -> list[Hit]:
    """The hits that do not contain or stand in one another, best first."""
    kept: list[Hit] = []
    for hit in hits:
        if not any(nested(hit.eid, one.eid) for one in kept):
            kept.append(_innermost(hit, hits))
    return kept


def _innermost(hit: Hit, hits: list[Hit]) -> Hit:
    """The one point of a clause that has all but everything that the whole clause has."""
    inner = [
        one
        for one in hits
        if one.eid.startswith(f"{hit.eid}__") and one.score * MARGIN > hit.score and one.firm
    ]
    return inner[0] if len(inner) == 1 else hit


def stands_out(hits: list[Hit]) -> bool:
    """True where no provision of another article answers nearly as well as the best."""
    best = hits[0]
    rival = next((hit for hit in hits[1:] if not akin(hit.eid, best.eid)), None)
    return rival is None or best.score >= MARGIN * rival.score


_STOP = re.compile(r"[.?!;](?=\s|$)")
_ASKING = re.compile(
    r"(?<!\w)(?:đề nghị|kiến nghị|nên|xin|cần|bổ sung|bỏ|sửa|thay|làm rõ|cho biết)(?!\w)|[,;:.?]"
)

_TITLE = re.compile(r"\s*(?:\((?P<inner>[^()]{4,60})\)|về (?P<about>[^,.;:()]{4,60})(?=[,:]))")
_VERB = re.compile(r"(?<!\w)(?:đề nghị|kiến nghị|đề xuất|bổ sung|thêm|nên|cần|xin|phải|đưa)(?!\w)")
_ADDING = re.compile(r"(?<!\w)(?:bổ sung|thêm|đưa)(?!\w)")


def beside(bare: str, mention: Mention) -> str:
    """What the letter says to describe the provision, around its name: "Điều 7 về giá"."""
    return _around(bare, mention, _ASKING)


def described(bare: str, mention: Mention) -> str:
    """What stands between a name and the verb of asking: "Điều 14 về cơ sở dữ liệu: bổ sung …".

    Nothing where the verb comes first: what follows is what shall be added.
    """
    key = comparison_key(bare)
    start = max((one.end() for one in _STOP.finditer(key, 0, mention.start)), default=0)
    if _ADDING.search(key, start, mention.start):
        return ""
    stop = _ASKING.search(key, min(mention.end, len(key)))
    return bare[mention.end : stop.start()] if stop else ""


def titled(bare: str, mention: Mention) -> str:
    """The title that a letter gives with a name: "Điều 12 (đình chỉ, thu hồi)"."""
    found = _TITLE.match(bare, min(mention.end, len(bare)))
    return (found["inner"] or found["about"]) if found else ""


def opening(bare: str) -> str:
    """What stands in front of the first verb of asking: "Khoảng cách cây, đề nghị bổ sung …"."""
    verb = _VERB.search(comparison_key(bare))
    return bare[: verb.start()] if verb else ""


def sentence_of(bare: str, mention: Mention) -> str:
    """The sentence that names the provision, without its reason, which may speak of anything."""
    return unreasoned(_around(bare, mention, _STOP))


def _around(bare: str, mention: Mention, marks: re.Pattern[str]) -> str:
    key = comparison_key(bare)
    start = max((one.end() for one in marks.finditer(key, 0, mention.start)), default=0)
    stop = marks.search(key, min(mention.end, len(key)))
    return bare[start : stop.start() if stop else len(bare)]


def nested(one: str, other: str) -> bool:
    """True where one holds the other."""
    return one == other or one.startswith(f"{other}__") or other.startswith(f"{one}__")


def akin(one: str, other: str) -> bool:
    """True for provisions of one article."""
    return article(one) == article(other)


def article(eid: str) -> str:
    """The article or appendix that a provision stands in."""
    found = re.match(r"(?:att_\d+__)?(?:art|app)_[^_]+", eid)
    return found[0] if found else eid


def unnamed(text: str, named: list[Mention]) -> str:
    """The text without the names of provisions."""
    out = text
    for one in named:
        if one.eids:
            out = out[: one.start] + " " * (one.end - one.start) + out[one.end :]
    return out
