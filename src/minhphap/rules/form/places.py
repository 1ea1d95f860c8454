"""Where things stand: numbers, series of siblings, lines of a provision's own text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from minhphap.rules.context import Context
from minhphap.structure import Document, Provision

WORDS = {
    "part": ("Phần", "Part"),
    "chapter": ("Chương", "Chapter"),
    "section": ("Mục", "Section"),
    "subsection": ("Tiểu mục", "Subsection"),
    "article": ("Điều", "Article"),
    "clause": ("khoản", "clause"),
    "point": ("điểm", "point"),
}
"""A type's word, Vietnamese and English."""

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points in their order: the Vietnamese alphabet without ă â ê ô ơ ư."""

UPPER = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
"""The capital letters of Vietnamese, for use inside square brackets of a pattern."""

_ROMAN = re.compile(r"([IVXLC]+)([a-zđ]?)$")
_ARABIC = re.compile(r"(\d+)([a-zđ]?)$")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NEAR = 40  # a number stands within so many characters of the start of its provision


class Order(msgspec.Struct, frozen=True, order=True):
    """The place of a provision among its siblings: 5 before 5a before 5b before 6."""

    number: int
    suffix: str = ""


def order_of(num: str | None) -> Order | None:
    """Read "5", "5a", "XII", "IIa"; None for anything else (letters, "1.2")."""
    if found := _ARABIC.match(num or ""):
        return Order(int(found[1]), found[2])
    if found := _ROMAN.match(num or ""):
        values = [_VALUES[letter] for letter in found[1]]
        signed = [
            -value if value < following else value
            for value, following in zip(values, [*values[1:], 0], strict=True)
        ]
        return Order(sum(signed), found[2])
    return None


def number_span(context: Context, provision: Provision) -> tuple[int, int]:
    """The words that carry the number: "Điều 5", "khoản" and "điểm" without punctuation."""
    num = provision.num or ""
    start = provision.start
    at = context.text.find(num, start, start + _NEAR) if num else -1
    if at >= 0:
        return start, at + len(num)
    end = context.text.find("\n", start, provision.end)
    return start, min(end if end > 0 else provision.end, start + _NEAR)


def named(provision: Provision) -> tuple[str, str]:
    """ "khoản 3" and "clause 3"."""
    vi, en = WORDS[provision.type]
    return f"{vi} {provision.num}", f"{en} {provision.num}"


def series(context: Context) -> Iterator[list[Provision]]:
    """The runs of siblings that one numbering goes through, own text only.

    Articles run through the whole deciding part, or the whole attached text; everything else
    starts anew under each parent. Clauses outside articles (plans, programmes) are left out, and
    so is what follows the signature without belonging to an attached text (forms, tables).
    """
    articles: dict[str, list[Provision]] = {}
    siblings: dict[tuple[str, str], list[Provision]] = {}
    for one in context.own:
        if one.start > context.signed and not home(one):
            continue
        if one.type == "article":
            articles.setdefault(home(one), []).append(one)
        elif one.type in WORDS:
            parent = context.parents.get(one.eid)
            if one.type in ("clause", "point") and not in_article(context, one):
                continue
            siblings.setdefault((parent.eid if parent else "", one.type), []).append(one)
    yield from articles.values()
    yield from siblings.values()


def home(provision: Provision) -> str:
    """The attached text a provision stands in ("att_1"); "" for the deciding part."""
    return provision.eid.split("__")[0] if provision.eid.startswith("att_") else ""


def in_article(context: Context, provision: Provision) -> bool:
    """Whether the provision is an article or stands in one."""
    one: Provision | None = provision
    while one is not None:
        if one.type == "article":
            return True
        one = context.parents.get(one.eid)
    return False


def own_text(context: Context) -> Iterator[tuple[Provision, int, int]]:
    """The stretches of text of articles, clauses and points that are theirs alone.

    Quoted new text, appendices and tables are left out.
    """
    document = context.document
    wanted = {one.eid: one for one in context.own if one.type in ("article", "clause", "point")}
    tables = iter(document.tables)
    table = next(tables, None)
    for leaf in document.leaves:
        provision = wanted.get(leaf.eid or "")
        if provision is None:
            continue
        at = leaf.start
        while table is not None and table.end <= at:
            table = next(tables, None)
        while table is not None and table.start < leaf.end:
            if table.start > at:
                yield provision, at, table.start
            at = max(at, table.end)
            table = next(tables, None)
        if at < leaf.end:
            yield provision, at, leaf.end


_AMENDING = re.compile(r"sửa\s+đổi|bổ\s+sung|bãi\s+bỏ", re.IGNORECASE)


def is_amending(document: Document) -> bool:
    """Whether the title says that the document amends or repeals others."""
    return bool(_AMENDING.search(document.meta.title or ""))


_BEGINS = r"(?:^\W*|(?<=[.;:”\"])\s*)"
_MARKS = {
    kind: re.compile(rf"{_BEGINS}{word}\s*(?:thứ\s+)?(\w+)", re.MULTILINE | re.IGNORECASE)
    for kind, word in (
        ("part", "Phần"),
        ("chapter", "Chương"),
        ("section", r"(?:Mục|(?=[IVX]+\s*[.)]))"),
        ("subsection", r"Tiểu\s+mục"),
        ("article", "Điều"),
    )
}
_CLAUSE_MARK = re.compile(r"(?:^|(?<=[\s.;:,”\"]))(\d{1,3}[a-zđ]?)\s*[.)/-](?!\d)", re.MULTILINE)
_POINT_MARK = re.compile(r"(?:^|(?<=[\s.;:,”\"(]))([a-zđð1]\d?)\s*[.)/]", re.MULTILINE)
_MARKS |= {"clause": _CLAUSE_MARK, "point": _POINT_MARK}


def shown(text: str, start: int, end: int, kind: str) -> frozenset[str]:
    """Numbers that stand in ``start:end`` where a provision of this kind could begin.

    A number that a series lacks but the text shows there was lost in reading, not in drafting:
    glued lines, recognition ("1)" for "l)"), odd punctuation.
    """
    sign = _MARKS[kind]
    found = {mark[1].casefold() for mark in sign.finditer(text, start, end)}
    if kind == "point":
        found |= {{"ð": "đ", "1": "l"}[one] for one in found & {"ð", "1"}}
    return frozenset(found)
