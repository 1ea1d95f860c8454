"""How a consolidated text names the acts it is made of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from minhphap.amendments import Instruction, instructions
from minhphap.citations import Citation, cite
from minhphap.law import kind_named
from minhphap.registry.effect_words import own_effect
from minhphap.structure import Document, Provision
from minhphap.text import comparison_key

_BY_TITLE = frozenset(("law", "code", "ordinance"))
_KINDS = re.compile(
    r"(?<!\w)(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|quy định"
    r"|quy chế|chính phủ|quốc hội|ủy ban nhân dân|hội đồng nhân dân|bộ trưởng)(?!\w)"
)
_ENFORCES = re.compile(
    r"hiệu lực|thi hành|tổ chức thực hiện|chuyển tiếp|điều khoản cuối|trách nhiệm thực hiện"
)


class Act(msgspec.Struct, frozen=True):
    """One document of a consolidation: its text, its day of effect, what it orders.

    ``effective`` is None where neither the text nor the caller tells it.
    """

    document: Document
    effective: dt.date | None
    orders: tuple[Instruction, ...] = ()

    @property
    def name(self) -> str:
        """ "Quyết định số 12/2031/QĐ-UBND ngày … của Ủy ban nhân dân tỉnh Sơn Hà về …"."""
        return named(self.document, full=True)

    @property
    def short(self) -> str:
        """The name without day and issuer, as notes give it."""
        return named(self.document, full=False)


def read_act(document: Document, effective: dt.date | None = None) -> Act:
    """An amending document with its orders, each with the day from which it counts."""
    citations = cite(document)
    told = own_effect(document, citations, document.meta.date)
    first = effective or told.first
    parts = {part.eid: part.first for part in told.parts if part.first is not None}
    orders = tuple(
        msgspec.structs.replace(one, effective=_day_of(one.source, parts) or first)
        for one in instructions(document, citations)
    )
    return Act(document, first, orders)


def read_base(document: Document, effective: dt.date | None = None) -> Act:
    """The base with its own day of effect."""
    if effective is None:
        citations: tuple[Citation, ...] = cite(document)
        effective = own_effect(document, citations, document.meta.date).first
    return Act(document, effective)


def _day_of(eid: str, parts: dict[str, dt.date]) -> dt.date | None:
    """The day of a clause that the text gives one of its own, or of what holds it."""
    while eid:
        if eid in parts:
            return parts[eid]
        eid = eid.rpartition("__")[0]
    return None


def named(document: Document, *, full: bool) -> str:
    """The name of a document in running text."""
    meta = document.meta
    kind = kind_named(meta.kind or "")
    word = kind.name if kind else "Văn bản"
    title = as_written(document, meta.title or "")
    number = f" số {meta.number}" if meta.number else ""
    day = f" ngày {spoken_day(meta.date)}" if full and meta.date else ""
    issuer = f" của {_issuer(document)}" if full and meta.issuer else ""
    if meta.kind in _BY_TITLE and not comparison_key(title).startswith("sửa đổi"):
        return f"{word} {title}{number}{day}{issuer}".replace("  ", " ")
    about = f" {title[:1].lower()}{title[1:]}" if title else ""
    return f"{word}{number}{day}{issuer}{about}"


def _issuer(document: Document) -> str:
    name = as_written(document, document.meta.issuer or "")
    minister = document.meta.kind == "circular" and comparison_key(name).startswith("bộ ")
    return f"Bộ trưởng {name}" if minister else name


def as_written(document: Document, words: str) -> str:
    """A name printed in capitals as the text writes it elsewhere; else with small letters.

    Numbers of documents keep their capitals, names of kinds and bodies get one.
    """
    if not words.isupper() or len(words) < 2:
        return words
    text = document.source.text
    pattern = r"\s+".join(map(re.escape, comparison_key(words).split()))
    for found in re.finditer(pattern, comparison_key(text)):
        here = " ".join(text[found.start() : found.end()].split())
        if not here.isupper():
            return here[:1].upper() + here[1:]
    small = " ".join(
        word if any(sign.isdigit() for sign in word) else word.lower() for word in words.split()
    )
    small = _KINDS.sub(lambda kind: kind[0][0].upper() + kind[0][1:], small)
    return small[:1].upper() + small[1:]


def spoken_day(day: dt.date) -> str:
    """ "01 tháng 7 năm 2031"."""
    return f"{day.day:02d} tháng {day.month:02d} năm {day.year}"


def bases_of(document: Document) -> str:
    """The legal bases of an act, a paragraph a line; "" where its text gives none."""
    roots = document.provisions
    if not roots or roots[0].type != "preamble":
        return ""
    held = [child for child in roots[0].children if child.type == "basis"]
    return "\n".join(document.source.text[one.start : one.end].strip() for one in held)


def enforcement_of(act: Act) -> Iterator[tuple[Provision, str]]:
    """The articles of an amending act on its effect and carrying out, with their words."""
    ordering = {one.source.partition("__")[0] for one in act.orders if one.op != "transitional"}
    for one in act.document.provisions:
        for article in one.walk() if one.type not in ("attached", "appendix") else ():
            if article.type != "article":
                continue
            words = act.document.source.text[article.start : article.end]
            head = comparison_key(article.heading or words[:160])
            if _ENFORCES.search(head) and article.eid not in ordering:
                yield article, words


def enforces(article: Provision, text: str) -> bool:
    """Whether an article of the base speaks of its effect or carrying out."""
    head = article.heading or text[article.start : article.start + 160]
    return _ENFORCES.search(comparison_key(head)) is not None
