"""Amending or replacing a document that another body issued."""

from __future__ import annotations

from collections.abc import Iterator

from minhphap.law import parse_number, recognise_issuer
from minhphap.rules.context import Context
from minhphap.rules.legality.footing import Cited, firsts
from minhphap.rules.rule import Hit, load

_CHANGING = frozenset(("amends", "adds", "replaces", "repeals"))
_TYPES = frozenset(("article", "clause", "point"))
_LOCAL = {"UBND": "committee", "HĐND": "council", "CTUBND": "committee_chair"}


def check(context: Context) -> Iterator[Hit]:
    """Hold the symbol of each document changed against that of the draft."""
    meta = context.document.meta
    own = parse_number(meta.number or "")
    issuer = recognise_issuer(meta.issuer or "", context.first)
    if own is None or not own.issuers or issuer is None:
        return
    for one in firsts(context):
        if one.citation.role not in _CHANGING or not _acts(context, one):
            continue
        theirs = parse_number(one.target.work.number or "")
        if theirs is None or not theirs.issuers or not theirs.year:
            continue
        if _other(own.issuers[-1], theirs.issuers[-1], one.citation.role):
            yield Hit(
                one.citation.start,
                one.citation.end,
                f"Văn bản số {one.target.work.number} do cơ quan khác ban hành; chỉ cơ quan đã ban"
                " hành hoặc cơ quan có thẩm quyền mới được sửa đổi, thay thế, bãi bỏ.",
                f"{one.target.work.number} was issued by another body, which alone may change it.",
                suggestion="Kiến nghị cơ quan đã ban hành sửa đổi, bãi bỏ; hoặc xem lại vai trò của"
                " chỗ viện dẫn này.",
            )


def _acts(context: Context, one: Cited) -> bool:
    """Whether the draft itself acts here, not a document whose title is told."""
    holder = one.holder
    if holder is None or holder.type not in _TYPES or one.target.work.date is None:
        return False
    before = context.text[max(holder.start, one.citation.start - 60) : one.citation.start]
    return bool(before) and not any(mark.isdigit() and "/" in before for mark in before)


def _other(own: str, theirs: str, role: str) -> bool:
    """Whether two local bodies, or a local and a central one, differ."""
    a, b = _LOCAL.get(own.upper()), _LOCAL.get(theirs.upper())
    if a is None and b is None:
        return False  # ministries are joined and renamed
    if a == b or {a, b} == {"committee", "committee_chair"}:
        return False
    if b is None:
        return True  # a local body changes a central document
    if a is None:
        return role != "repeals"  # central bodies may repeal local documents
    return not (a == "council" and role == "repeals")  # a council may repeal its committee's


RULE = load(__file__, check)
