"""A ground of issue that takes effect after the document itself."""

from __future__ import annotations

from collections.abc import Iterator

from minhphap.registry import own_effect
from minhphap.rules.context import Context
from minhphap.rules.legality.footing import bases, known_law
from minhphap.rules.rule import Hit, load
from minhphap.text import official_date


def check(context: Context) -> Iterator[Hit]:
    """A ground may be new, but must be in force before the document is, or on the same day."""
    _, day = known_law(context)
    told = own_effect(context.document, context.citations, context.document.meta.date or day)
    for one in bases(context):
        known = one.found.document
        if one.found.verdict != "resolved" or "not_yet_in_force" not in one.found.reasons:
            continue
        if known is None or known.effect is None or told.first is None:
            continue
        if known.effect > told.first:
            yield Hit(
                one.citation.start,
                one.citation.end,
                f"Căn cứ này có hiệu lực từ ngày {official_date(known.effect)}, sau ngày văn bản có"
                f" hiệu lực ({official_date(told.first)}): {known.called}.",
                f"This ground takes effect on {known.effect.isoformat()}, after the document does"
                f" ({told.first.isoformat()}).",
                suggestion="Lùi ngày có hiệu lực của văn bản, hoặc dùng căn cứ đang có hiệu lực.",
            )


RULE = load(__file__, check)
