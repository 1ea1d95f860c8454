"""Numbers that change: where what is only called "khoản 4" lies."""

from __future__ import annotations

import re

from minhphap.amendments.action import at
from minhphap.amendments.instruction import Aim
from minhphap.amendments.names import parent
from minhphap.text import comparison_key

_ARTICLE = re.compile(r"^(?:.*__)?art_[^_]+(?=__)")
_FINE = ("para_", "point_")


def within(text: str, aim: Aim, before: Aim | None) -> Aim:
    """ "…; khoản 17 được chuyển thành khoản 15": of the article whose clauses moved before."""
    if before is None or not before.eid or not _is_bare(text, aim):
        return aim
    return at(aim, _moved(aim.eid or "", before.eid))


def beside(text: str, aim: Aim, to: Aim) -> str:
    """The new name: "khoản 3 Điều 5 thành khoản 4" is clause 4 of Article 5."""
    assert aim.eid is not None
    assert to.eid is not None
    if _is_bare(text, to):
        return _moved(to.eid, aim.eid)
    if "__" not in to.eid and "__" in aim.eid:
        return f"{parent(aim.eid)}__{to.eid}"
    return to.eid


def _is_bare(text: str, aim: Aim) -> bool:
    """Whether its words name no article."""
    said = comparison_key(text[aim.start : aim.end]) if aim.start >= 0 else ""
    named = (aim.eid or "").rpartition("__")[2].startswith(_FINE)
    return named and "điều" not in said


def _moved(eid: str, other: str) -> str:
    """The clause or point of one name in the article of another."""
    article = _ARTICLE.match(other)
    if article is None:
        return eid
    own = _ARTICLE.match(eid)
    inner = eid[own.end() :].removeprefix("__") if own else eid
    above = parent(other)
    if above and "__" not in inner and other.startswith(f"{above}__{inner.partition('_')[0]}_"):
        return f"{above}__{inner}"
    return f"{article[0]}__{inner}"
