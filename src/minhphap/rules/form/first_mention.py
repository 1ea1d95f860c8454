"""First mentions that do not say enough to find the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.citations import Citation, Work
from minhphap.rules.context import Context
from minhphap.rules.form.named_enough import is_told, row_from
from minhphap.rules.form.places import is_amending
from minhphap.rules.form.works import LAWS, same_number, single_works
from minhphap.rules.rule import Hit, load

_NUMBERED = frozenset({"decree", "decision", "circular", "joint_circular", "resolution"})
_ASSEMBLY = re.compile(r"QH\d|UBTVQH", re.IGNORECASE)
_SKIPPED_ROLES = frozenset({"amended_by", "amends"})
_FAR = 600
_DATED_LATER = re.compile(r"[^;\n]*?(?:\bs[ốôồ]\s*\d|\bngày\b|\bnăm\s+\d|/QH)", re.IGNORECASE)


def check(context: Context) -> Iterator[Hit]:
    """Look at the first mention of every document cited, outside tables and appendices.

    Of a document that amends others only the preamble: its articles speak of theirs.
    """
    articles = (one.start for one in context.own if one.type == "article")
    end = next(articles, 0) if is_amending(context.document) else len(context.text)
    title = context.document.meta.title_span or (0, 0)
    own = same_number(context.document.meta.number or "")
    seen: set[str] = set()
    order = {id(one): i for i, one in enumerate(context.citations)}
    for citation, work in single_works(context):
        if citation.start >= end:
            break
        if title[0] <= citation.start < title[1] or citation.shape in ("form", "appendix"):
            continue
        if work.number:
            key = same_number(work.number)
            new = key not in seen and key != own
            hit = _numbered(context, order[id(citation)], work) if new else None
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


def _numbered(context: Context, index: int, work: Work) -> Hit | None:
    """A decree, circular, decision or resolution that stands with its number alone."""
    citation = context.citations[index]
    if work.kind not in _NUMBERED or _ASSEMBLY.search(work.number or ""):
        return None
    if citation.role in _SKIPPED_ROLES or _is_aside(context, citation.start):
        return None
    if is_told(context.text, row_from(context.text, context.citations, index)):
        return None
    return Hit(
        citation.start,
        citation.end,
        "Lần viện dẫn đầu tiên chỉ có số, ký hiệu: chưa có cơ quan ban hành và tên gọi.",
        "The first mention gives the number only: neither issuer nor title.",
        suggestion="Ghi tên loại; số, ký hiệu; cơ quan ban hành; tên gọi của văn bản. Các lần sau"
        " chỉ ghi tên loại và số, ký hiệu.",
    )


def _is_aside(context: Context, at: int) -> bool:
    """Whether a place stands in an appendix or a table, where short names are usual."""
    one = context.document.at(at)
    while one is not None:
        if one.type == "appendix":
            return True
        one = context.parents.get(one.eid)
    return context.in_table(at)


def _law(context: Context, citation: Citation, work: Work) -> Hit | None:
    """A law named by its title without year, number or date."""
    if context.kind == "administrative" or work.year or work.date or citation.role != "basis":
        return None
    if _DATED_LATER.match(context.text, citation.end, citation.end + _FAR):
        return None  # a row of laws under one number, a date that typing has broken
    return Hit(
        citation.start,
        citation.end,
        f"Viện dẫn “{work.title}” chưa ghi năm ban hành.",
        f"“{work.title}” is cited without its year.",
        severity="note",
        suggestion="Ghi đầy đủ tên và năm ban hành, hoặc số, ký hiệu của luật, pháp lệnh.",
    )


RULE = load(__file__, check)
