"""A ground of issue that is not of higher force."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.citations import Work
from minhphap.law import parse_number
from minhphap.registry import rank_of
from minhphap.rules.context import Context
from minhphap.rules.legality.footing import Cited, bases, known_law
from minhphap.rules.rule import Hit, load

_GROUND = re.compile(r"[\W_]*căn\s+cứ\b", re.IGNORECASE)
_FREE = frozenset(("law", "code", "ordinance", "constitution", "consolidated"))


def check(context: Context) -> Iterator[Hit]:
    """Look at grounds that are no normative documents, or of the same or a lower rank."""
    _, day = known_law(context)
    meta = context.document.meta
    own = rank_of(meta.number or "", meta.kind or "", meta.issuer or "", day)
    if own is None:
        return
    for one in bases(context):
        if one.holder is None or one.holder.type != "basis":
            continue
        if not _GROUND.match(context.text, one.holder.start):
            continue
        problem = _problem(context, one, own)
        if problem:
            yield Hit(
                one.citation.start,
                one.citation.end,
                f"Căn cứ ban hành phải là văn bản quy phạm pháp luật có hiệu lực pháp lý cao hơn;"
                f" {problem[0]}.",
                f"A ground must be a normative document of higher force; {problem[1]}.",
                suggestion="Nêu văn bản cấp trên quy định thẩm quyền hoặc nội dung; việc thực hiện"
                " văn bản này có thể ghi ở dòng “Thực hiện …” hoặc trong tờ trình.",
            )


def _problem(context: Context, one: Cited, own: int) -> tuple[str, str] | None:
    work = one.target.work
    parsed = parse_number(work.number or "")
    if parsed is None or work.kind in _FREE or parsed.is_draft:
        return None
    if parsed.party:
        return "đây là văn bản của Đảng", "this is a document of the Party"
    if parsed.kind == "VBHN":
        return None
    if parsed.year is None and parsed.kind:
        return (
            "số, ký hiệu này không có năm, là của văn bản hành chính hoặc cá biệt",
            "a number without a year is that of an administrative document",
        )
    rank = _rank(context, one, work)
    if rank is not None and rank >= own:
        how = ("cùng cấp", "of the same rank") if rank == own else ("cấp dưới", "lower")
        return f"đây là văn bản {how[0]}", f"this one is {how[1]}"
    return None


def _rank(context: Context, one: Cited, work: Work) -> int | None:
    _, day = known_law(context)
    known = one.found.document
    if known is not None:
        return rank_of(known.number, known.kind, known.issuer, day)
    return rank_of(work.number or "", work.kind or "", work.issuer or "", day)


RULE = load(__file__, check)
