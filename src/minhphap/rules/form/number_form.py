"""Blanks and wrong dashes inside the number of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.findings import Edit, Fix
from minhphap.rules.context import Context
from minhphap.rules.rule import Hit, load

_BLANK = r"[ \t\u00a0]*"
_NUMBER = re.compile(
    # "12 / 2025 / QĐ - UBND", "12/2025/ QĐ–UBND", "45/ KH-UBND"; one line, capitals only
    rf"(?<![\w/.,-])\d{{1,5}}(?:\.\d{{1,3}})?[a-zđ]?{_BLANK}/{_BLANK}"
    rf"(?:(?:19|20)\d\d{_BLANK}/{_BLANK})?"
    rf"(?:TTLT|TTr|QĐi|QĐ|NQ|NĐ|TT|CT|KH|BC|TB|HD|CV|PL|VBHN|CĐ)"
    rf"(?:{_BLANK}[-–—‐‑]{_BLANK}[A-ZĐ][A-ZĐa-zđ&]*\d*)+(?!\w)"
)
_WRONG = re.compile(r"[ \t\u00a0–—‐‑]")
_COLON = re.compile(r"Số[ \t\u00a0]+:")


def check(context: Context) -> Iterator[Hit]:
    """Look at every number in the text, and at the word "Số:" of the head."""
    text = context.text
    for found in _NUMBER.finditer(text):
        if _WRONG.search(found[0]):
            yield _hit(found)
    span = context.document.meta.number_span
    if span is None:
        return
    line = text.rfind("\n", 0, span[0]) + 1
    if colon := _COLON.search(text, line, span[0] + 4):
        yield Hit(
            colon.start(),
            colon.end(),
            "Sau từ “Số” là dấu hai chấm viết liền.",
            "The colon follows the word “Số” without a blank.",
            suggestion="Số:",
            fix=Fix((Edit(colon.start(), colon.end(), "Số:"),), safe=True),
        )


def _hit(found: re.Match[str]) -> Hit:
    right = _tidy(found[0])
    return Hit(
        found.start(),
        found.end(),
        "Số, ký hiệu có khoảng trắng hoặc dùng sai dấu gạch nối.",
        "The number contains blanks or a wrong dash.",
        suggestion=right,
        fix=Fix((Edit(found.start(), found.end(), right),), safe=True),
    )


def _tidy(number: str) -> str:
    return re.sub(r"[–—‐‑]", "-", re.sub(r"\s", "", number))


RULE = load(__file__, check)
