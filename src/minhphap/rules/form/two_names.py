"""One document cited under two kinds, dates or titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from minhphap.citations import Citation, Work
from minhphap.findings import Evidence
from minhphap.rules.context import Context
from minhphap.rules.form.works import is_local, same_number, single_works, year_of
from minhphap.rules.rule import Hit, load
from minhphap.text import official_date

_KEPT = 8  # mentions of one number that later ones are held against


def check(context: Context) -> Iterator[Hit]:
    """Hold every mention of a numbered document against its first mention."""
    first: dict[str, list[tuple[Citation, Work]]] = {}
    for citation, work in single_works(context):
        if not work.number:
            continue
        earlier = first.setdefault(same_number(work.number), [])
        for before, other in earlier:
            difference = _difference(work, other)
            if difference:
                yield _hit(context, citation, before, difference)
                break
        else:
            known = any(_says_no_more(work, other) for _, other in earlier)
            if not known and len(earlier) < _KEPT:
                earlier.append((citation, work))


def _says_no_more(work: Work, other: Work) -> bool:
    return all(
        getattr(work, name) in (None, getattr(other, name))
        for name in ("kind", "date", "title", "issuer")
    )


def _difference(work: Work, other: Work) -> tuple[str, str] | None:
    """What the two mentions contradict each other in: Vietnamese and English."""
    number = work.number or ""
    if not _same_issuer(work, other, number):
        return None
    if work.date and other.date and work.date != other.date:
        if year_of(number) is None and work.date.year != other.date.year:
            return None  # numbers without year begin anew each year
        return (f"ngày {official_date(other.date)}", "date")
    if work.kind and other.kind and work.kind != other.kind and not _loose(work, other):
        return ("tên loại khác", "kind")
    if work.title and other.title and not _alike(work.title, other.title):
        return (f"tên “{other.title}”", "title")
    return None


def _same_issuer(work: Work, other: Work, number: str) -> bool:
    if work.issuer and other.issuer:
        return _alike(work.issuer, other.issuer) or not (
            is_local(number) or year_of(number) is None
        )
    return not is_local(number) and year_of(number) is not None


_LOOSE = frozenset({None, "law", "code", "consolidated", "letter", "plan", "party_document"})


def _loose(work: Work, other: Work) -> bool:
    """Kinds that may stand for one another, or are read from context only."""
    return work.kind in _LOOSE and other.kind in _LOOSE


def _alike(one: str, other: str) -> bool:
    """Whether one name is the other, or its beginning or end (a short form)."""
    a, b = _key(one), _key(other)
    return a.startswith(b) or b.startswith(a) or a.endswith(b) or b.endswith(a)


def _key(name: str) -> str:
    """Without case, diacritics and punctuation: old and new tone marks compare equal."""
    plain = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^\w\s]", " ", plain).split())


def _hit(
    context: Context, citation: Citation, before: Citation, difference: tuple[str, str]
) -> Hit:
    line = context.document.source.position(before.start)[0]
    return Hit(
        citation.start,
        citation.end,
        f"Cùng số, ký hiệu này ở dòng {line} được ghi với {difference[0]}.",
        f"The same number stands on line {line} with another {difference[1]}.",
        suggestion="Đối chiếu với bản gốc và viết thống nhất.",
        evidence=(Evidence(before.start, before.end, "lần viện dẫn trước"),),
    )


RULE = load(__file__, check)
