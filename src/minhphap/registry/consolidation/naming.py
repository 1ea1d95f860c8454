"""What a document is called in running text, also where its head is in capitals."""

from __future__ import annotations

import re

from minhphap.law import kind_named, ministry_named, recognise_issuer
from minhphap.structure import Document
from minhphap.text import comparison_key, full_date

_BY_TITLE = frozenset(("law", "code", "ordinance"))
_KINDS = re.compile(
    r"(?<!\w)(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|quy định"
    r"|quy chế|chính phủ|quốc hội|ủy ban nhân dân|hội đồng nhân dân|bộ trưởng)(?!\w)"
)
_UNIT = re.compile(r"(?:tỉnh|thành phố|thị xã|thị trấn|huyện|quận|xã|phường|đặc khu)\s+", re.I)


def named(document: Document, *, full: bool) -> str:
    """ "Quyết định số 12/2031/QĐ-UBND ngày … của Ủy ban nhân dân tỉnh Sơn Hà về …".

    ``full=False``: without day and issuer, as notes name it.
    """
    meta = document.meta
    kind = kind_named(meta.kind or "")
    word = kind.name if kind else "Văn bản"
    title = as_written(document, meta.title or "")
    if not title and not meta.number and document.source.name:
        title = f"“{document.source.name}”"
    number = f" số {meta.number}" if meta.number else ""
    day = f" ngày {full_date(meta.date)}" if full and meta.date else ""
    issuer = f" của {issuer_of(document)}" if full and meta.issuer else ""
    if meta.kind in _BY_TITLE and not comparison_key(title).startswith("sửa đổi"):
        return f"{word} {title}{number}{day}{issuer}".replace("  ", " ")
    about = f" {title[:1].lower()}{title[1:]}" if title else ""
    return f"{word}{number}{day}{issuer}{about}"


def numbered(document: Document) -> str:
    """ "Quyết định số 12/2031/QĐ-UBND"; the short name where there is no number."""
    kind = kind_named(document.meta.kind or "")
    if not document.meta.number:
        return named(document, full=False)
    return f"{kind.name if kind else 'Văn bản'} số {document.meta.number}"


def issuer_of(document: Document) -> str:
    """The issuer in running text; of a circular the minister, who issues it."""
    written = document.meta.issuer or ""
    ministry = ministry_named(written)
    if ministry is not None:
        name = ministry.name
        minister = document.meta.kind == "circular" and comparison_key(name).startswith("bộ ")
        return f"Bộ trưởng {name}" if minister else name
    return as_written(document, written)


def as_written(document: Document, words: str) -> str:
    """A name printed in capitals as the text writes it elsewhere; else with small letters.

    Numbers of documents keep their capitals; names of kinds and bodies get one, and so do the
    words of the place whose body issues the document.
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
    place = _place_of(document)
    if place:
        small = re.sub(re.escape(place), _capitals(place), small, flags=re.IGNORECASE)
    return small[:1].upper() + small[1:]


def _place_of(document: Document) -> str:
    """ "sơn hà" of "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ"."""
    issuer = recognise_issuer(document.meta.issuer or "")
    return _UNIT.sub("", issuer.place).lower() if issuer else ""


def _capitals(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())
