"""A document that details a clause, or a document, that no longer exists."""

from __future__ import annotations

from collections.abc import Iterator

from minhphap.registry import Registry
from minhphap.rules.context import Context
from minhphap.rules.legality.footing import Cited, cited, doer, known_law, since
from minhphap.rules.rule import Hit, load

_GONE = frozenset(("ended", "provision_ended", "provision_missing"))


def check(context: Context) -> Iterator[Hit]:
    """Look at what the draft itself says it details, in its title and its scope."""
    law, _ = known_law(context)
    for one in cited(context):
        if one.citation.role != "guides" or not _GONE & set(one.found.reasons):
            continue
        if _by_the_draft(context, one):
            yield _hit(law, one)


def _by_the_draft(context: Context, one: Cited) -> bool:
    span = context.document.meta.title_span
    if span and span[0] <= one.citation.start < span[1]:
        return True
    holder = one.holder
    if holder is None or holder.type not in ("article", "clause", "point"):
        return False
    line = context.text.rfind("\n", 0, one.citation.start) + 1
    return " này " in context.text[line : one.citation.start]


def _hit(law: Registry, one: Cited) -> Hit:
    document, status = one.found.document, one.found.status
    assert document is not None
    if "provision_missing" in one.found.reasons or status is None:
        return Hit(
            one.target.start,
            one.target.end,
            f"{document.called} không có điều, khoản được quy định chi tiết này.",
            f"{document.number} has no such provision to be detailed.",
            severity="warning",
            suggestion="Đối chiếu lại điều, khoản giao quy định chi tiết.",
        )
    by = doer(law, status.by)
    part = "Điều, khoản này của " if "provision_ended" in one.found.reasons else ""
    return Hit(
        one.target.start,
        one.target.end,
        f"{part}{document.called} đã hết hiệu lực{since(status.since)}"
        f"{f' (theo {by})' if by else ''} nên không còn để quy định chi tiết.",
        f"What is detailed here had ended{f' by {by}' if by else ''}.",
        severity=None if status.sure and status.since else "warning",
        suggestion=f"Quy định chi tiết theo văn bản hiện hành; xem {by}." if by else None,
    )


RULE = load(__file__, check)
