"""Amending or repealing what had already ended."""

from __future__ import annotations

from collections.abc import Iterator

from minhphap.registry import Registry
from minhphap.rules.context import Context
from minhphap.rules.legality.footing import Cited, cited, doer, known_law, since
from minhphap.rules.rule import Hit, load

_CHANGING = frozenset(("amends", "adds", "replaces", "repeals"))
_TYPES = frozenset(("article", "clause", "point"))


def check(context: Context) -> Iterator[Hit]:
    """Look at what the draft changes; what the draft itself ended is known under its number."""
    law, _ = known_law(context)
    own = {one.id for one in law.find(context.document.meta.number or "")}
    for one in cited(context):
        if one.citation.role not in _CHANGING or one.found.verdict != "dead":
            continue
        if one.holder is None or one.holder.type not in _TYPES:
            continue
        by = one.found.status.by if one.found.status else None
        if by is not None and by.source in own:
            continue
        yield _hit(law, one)


def _hit(law: Registry, one: Cited) -> Hit:
    document, status = one.found.document, one.found.status
    assert document is not None
    assert status is not None
    by = doer(law, status.by)
    part = "Điều, khoản này của " if "provision_ended" in one.found.reasons else ""
    return Hit(
        one.target.start,
        one.target.end,
        f"{part}{document.called} đã hết hiệu lực{since(status.since)}"
        f"{f' (theo {by})' if by else ''} nên không còn để sửa đổi, bãi bỏ.",
        f"{document.number} had already ended{f' by {by}' if by else ''}.",
        severity=None if status.sure and status.since else "note",
        suggestion="Bỏ nội dung này, hoặc sửa đổi, bãi bỏ văn bản hiện hành.",
    )


RULE = load(__file__, check)
