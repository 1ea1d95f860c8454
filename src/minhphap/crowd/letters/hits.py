"""What the hits of a search in the draft say about one another."""

from __future__ import annotations

import re

from minhphap.crowd.letters.mentions import Mention
from minhphap.crowd.letters.words import Hit
from minhphap.text import comparison_key

MARGIN = 1.25
"""How much better than the next provision the best one must be."""


def best_clause(hits: list[Hit]) -> list[Hit]:
    """The hits that do not contain or stand in one another, best first."""
    kept: list[Hit] = []
    for hit in hits:
        if not any(nested(hit.eid, one.eid) for one in kept):
            kept.append(hit)
    return kept


def stands_out(hits: list[Hit]) -> bool:
    """True where no provision of another article answers nearly as well as the best."""
    best = hits[0]
    rival = next((hit for hit in hits[1:] if not akin(hit.eid, best.eid)), None)
    return rival is None or best.score >= MARGIN * rival.score


def rival(hits: list[Hit]) -> Hit:
    """The best provision of another article."""
    return next(hit for hit in hits[1:] if not akin(hit.eid, hits[0].eid))


_STOP = re.compile(r"[.?!;](?=\s|$)")
_ASKING = re.compile(
    r"(?<!\w)(?:đề nghị|kiến nghị|nên|xin|cần|bổ sung|bỏ|sửa|thay|làm rõ|cho biết)(?!\w)|[,;:.?]"
)


def beside(bare: str, mention: Mention) -> str:
    """What the letter says to describe the provision, around its name: "Điều 7 về giá"."""
    return _around(bare, mention, _ASKING)


def sentence_of(bare: str, mention: Mention) -> str:
    """The sentence that names the provision: reasons elsewhere may speak of anything."""
    return _around(bare, mention, _STOP)


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
