"""Consolidated texts: they print what others ordered, and order nothing of their own."""

from __future__ import annotations

import re

from minhphap.structure import Document
from minhphap.text import comparison_key

_HISTORY = re.compile(
    r"có\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s+kể)?\s+từ(?:\s+ngày)*\s+\d[\d\s/.-]*"
    r"(?:tháng\s+\d+\s+năm\s+\d+)?\s*,\s*(?:đã\s+)?được\s+sửa\s+đổi"
)
"""In the head: "Thông tư số 5 …, có hiệu lực kể từ ngày …, được sửa đổi, bổ sung bởi:"."""


def is_consolidated(document: Document) -> bool:
    """Whether a text is a consolidated one (Ordinance 01/2012/UBTVQH13, Article 4): by its kind,
    or by the history of the act that its head tells."""
    if document.meta.kind == "consolidated":
        return True
    roots = document.provisions
    if not roots or roots[0].type != "preamble":
        return False
    head = comparison_key(document.source.text[roots[0].start : roots[0].end])
    return _HISTORY.search(head) is not None
