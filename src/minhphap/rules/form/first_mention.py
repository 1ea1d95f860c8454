"""First mentions that do not say enough to find the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.citations import Citation, Work
from minhphap.rules.context import Context
from minhphap.rules.form.places import is_amending
from minhphap.rules.form.works import LAWS, same_number, single_works
from minhphap.rules.rule import Hit, load

_TITLE = re.compile(
    r"[\s,]*(?:\([^()]{1,80}\)[\s,]*)?[“\"]?(?:của\s[^;.\n]{3,120}?\s)?"
    r"(?:v/v|về|quy\s+định|quy\s+chế|hướng\s+dẫn|ban\s+hành|sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế"
    r"|phê\s+duyệt|công\s+bố|phân\s+cấp|thí\s+điểm|hợp\s+nhất|tăng\s+cường|thành\s+lập|điều\s+chỉnh"
    r"|giao|kèm\s+theo|áp\s+dụng|chi\s+tiết|thực\s+hiện|triển\s+khai)\b",
    re.IGNORECASE,
)
_ISSUER = re.compile(r"[\s,]*(?:ngày\s[\d/.\s]{6,12},?\s*)?của\s", re.IGNORECASE)
_ISSUED_WITH = re.compile(r"kèm\s+theo\s*$", re.IGNORECASE)
_NUMBERED = frozenset({"decree", "decision", "circular", "joint_circular", "resolution"})
_ASSEMBLY = re.compile(r"QH\d|UBTVQH", re.IGNORECASE)
_SKIPPED_ROLES = frozenset({"amended_by", "amends"})


def check(context: Context) -> Iterator[Hit]:
    """Look at the first mention of every document cited."""
    if is_amending(context.document):
        return
    title = context.document.meta.title_span or (0, 0)
    own = same_number(context.document.meta.number or "")
    seen: set[str] = set()
    for citation, work in single_works(context):
        if title[0] <= citation.start < title[1] or citation.shape in ("form", "appendix"):
            continue
        if work.number:
            key = same_number(work.number)
            hit = _numbered(context, citation, work) if key not in (*seen, own) else None
        elif work.kind in LAWS and work.title:
            key = " ".join(work.title.casefold().split())
            hit = _law(context, citation, work) if key not in seen else None
        else:
            continue
        seen.add(key)
        if work.title:
            seen.add(" ".join(work.title.casefold().split()))
        if hit:
            yield hit


def _numbered(context: Context, citation: Citation, work: Work) -> Hit | None:
    """A decree, circular, decision or resolution that stands with its number alone."""
    if work.kind not in _NUMBERED or _ASSEMBLY.search(work.number or ""):
        return None
    text, span = context.text, context.text[citation.start : citation.end]
    if citation.role in _SKIPPED_ROLES or work.issuer or work.title or " của " in span:
        return None
    after = text[citation.end : citation.end + 220]
    if _TITLE.match(after) or _ISSUER.match(after):
        return None
    if _ISSUED_WITH.search(text[max(0, citation.start - 20) : citation.start]):
        return None
    return Hit(
        citation.start,
        citation.end,
        "Lần viện dẫn đầu tiên chỉ có số, ký hiệu: chưa có cơ quan ban hành và tên gọi.",
        "The first mention gives the number only: neither issuer nor title.",
        suggestion="Ghi tên loại; số, ký hiệu; cơ quan ban hành; tên gọi của văn bản. Các lần sau"
        " chỉ ghi tên loại và số, ký hiệu.",
    )


def _law(context: Context, citation: Citation, work: Work) -> Hit | None:
    """A law named by its title without year, number or date."""
    if context.kind == "administrative" or work.year or work.date or citation.role != "basis":
        return None
    return Hit(
        citation.start,
        citation.end,
        f"Viện dẫn “{work.title}” chưa ghi năm ban hành.",
        f"“{work.title}” is cited without its year.",
        severity="note",
        suggestion="Ghi đầy đủ tên và năm ban hành, hoặc số, ký hiệu của luật, pháp lệnh.",
    )


RULE = load(__file__, check)
