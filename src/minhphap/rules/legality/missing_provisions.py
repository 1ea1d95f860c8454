"""A cited clause that the cited document does not have, or no longer has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.registry import Registry
from minhphap.rules.context import Context
from minhphap.rules.legality.footing import Cited, cited, doer, known_law
from minhphap.rules.rule import Hit, load
from minhphap.text import official_date

_ENDING = frozenset(("repeals", "replaces", "amends", "adds", "amended_by", "guides"))
_PATH = re.compile(r"(?:att_1__)?art_\d+(?:__(?:para|point)_[\wđ]+)*$")
_ARTICLE = re.compile(r"(?:att_1__)?art_(\d+)$")


def check(context: Context) -> Iterator[Hit]:
    """Hold every cited clause against the whole text of its document."""
    law, _ = known_law(context)
    for one in cited(context):
        if one.citation.role in _ENDING or not _PATH.match(one.target.eid or ""):
            continue
        if "provision_missing" in one.found.reasons:
            yield _missing(law, one)
        elif "provision_ended" in one.found.reasons and one.citation.role == "refers":
            yield _ended(law, one)


def _missing(law: Registry, one: Cited) -> Hit:
    document = one.found.document
    assert document is not None
    last = _last_article(law, one)
    article = _ARTICLE.match(one.target.eid or "")
    beyond = article is not None and bool(last) and int(article[1]) > last
    how = f"; văn bản đó chỉ có {last} điều" if beyond else ""
    return Hit(
        one.target.start,
        one.target.end,
        f"{document.called} không có điều, khoản, điểm này{how}.",
        f"{document.number} has no such provision{f' (it has {last} articles)' if beyond else ''}.",
        severity=None if beyond else "warning",
        suggestion="Đối chiếu với lời văn của văn bản được viện dẫn và sửa lại chỗ dẫn.",
    )


def _ended(law: Registry, one: Cited) -> Hit:
    document, status = one.found.document, one.found.status
    assert document is not None
    assert status is not None
    by = doer(law, status.by)
    since = f" từ ngày {official_date(status.since)}" if status.since else ""
    return Hit(
        one.target.start,
        one.target.end,
        f"Điều, khoản này của {document.called} đã bị bãi bỏ{since}"
        f"{f' (theo {by})' if by else ''}.",
        f"This provision of {document.number} was repealed{f' by {by}' if by else ''}.",
        severity=None if status.sure else "warning",
        suggestion=f"Viện dẫn quy định hiện hành; xem {by}." if by else None,
    )


def _last_article(law: Registry, one: Cited) -> int:
    """How many articles the deciding part, or the attached text, of the cited document has."""
    document = one.found.document
    assert document is not None
    home = "att_1__" if (one.target.eid or "").startswith("att_1") else ""
    numbers = [
        int(found[1])
        for eid in law.eids(document)
        if eid.startswith(home or "art_") and (found := _ARTICLE.match(eid))
    ]
    return max(numbers, default=0)


RULE = load(__file__, check)
