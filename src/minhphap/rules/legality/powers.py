"""A number with a year on a document whose issuer may not issue this kind of normative document."""

from __future__ import annotations

from collections.abc import Iterator

from minhphap.law import kind_named, parse_number, powers, recognise_issuer
from minhphap.rules.context import Context
from minhphap.rules.rule import Hit, load


def check(context: Context) -> Iterator[Hit]:
    """Ask the table of powers of the day whether the body may issue this kind."""
    meta, day = context.document.meta, context.day
    if day is None or meta.number_span is None or not meta.kind:
        return
    parsed = parse_number(meta.number or "")
    issuer = recognise_issuer(meta.issuer or "", day)
    kind = kind_named(meta.kind)
    if parsed is None or not parsed.year or issuer is None or issuer.level is None or kind is None:
        return
    hierarchy = powers().on(day)
    own = [one for one in hierarchy.standings if one.issuer == issuer.body]
    if hierarchy.find(kind.id, issuer.body, issuer.level) or not hierarchy.standings:
        return
    if not own and issuer.body not in ("department", "council_standing", "party"):
        return  # the table does not speak of this body
    if issuer.level in ("district", "commune") or any(one.kind == kind.id for one in own):
        return  # the level is at fault: the rule on symbols says so
    start, end = meta.number_span
    yield Hit(
        start,
        end,
        f"Số, ký hiệu có năm là của văn bản quy phạm pháp luật, nhưng {issuer.name.strip()} không"
        f" có thẩm quyền ban hành {kind.name.lower()} quy phạm pháp luật vào ngày này.",
        f"A number with a year declares rules of law; this issuer may not issue a normative"
        f" {kind.id} on this day.",
        severity=None if all(one.verified for one in hierarchy.standings) else "warning",
        suggestion="Nếu là văn bản hành chính thì bỏ năm trong số, ký hiệu; nếu chứa quy phạm pháp"
        " luật thì trình cơ quan có thẩm quyền ban hành.",
    )


RULE = load(__file__, check)
