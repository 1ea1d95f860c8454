"""Documents as they are cited: by number, by title, as "Nghị định này", as an attachment."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from minhphap.citations import titles
from minhphap.citations.citation import Work
from minhphap.citations.dates import YEAR, read_date
from minhphap.citations.drafts import is_listed_draft
from minhphap.citations.issuers import read_issuer
from minhphap.citations.numbers import NUMBER, OF_YEAR, PLAIN, SHORT, cut, kind_of, tidy
from minhphap.citations.traps import DRAFT, REVISED, STUDY, is_issued_here, is_own_title
from minhphap.citations.vocabulary import (
    ABBREVIATIONS,
    CODES,
    KINDS,
    LAWS,
    OWN_ATTACHMENTS,
    OWN_KINDS,
    any_of,
)


class Read(msgspec.Struct, frozen=True, gc=False):
    """A document as it stands in the text.

    ``manner``: "this" ("Nghị định này"), "numbered", "titled", "named" (by a name that another
    place must explain: "Điều 5 của Pháp lệnh"); ``word`` is the kind as said
    (folded). ``attached``: the citation is to what was issued with the work.
    """

    start: int
    end: int
    word: str
    manner: Literal["this", "numbered", "titled", "named"]
    work: Work
    attached: bool = False


KIND = re.compile(rf"(?:{any_of({*KINDS, *OWN_KINDS, *OWN_ATTACHMENTS})})(?!\w)")
_SHORT_KIND = re.compile(rf"(?:{any_of(ABBREVIATIONS)})(?= +(?:số|\d))")
_THIS = re.compile(r" +này(?!\w)")
_NO = re.compile(r" *,? *(?:(?:có +)?(?:số|sô|sổ|só)(?: +(?:số|và +ký +hiệu))? *[:.]? *)?")
_NO_WORD = re.compile(r" *,? *(?:(?:có +)?(?:số|sô|sổ|só)(?: +số)? *[:.]? *)")
_BETWEEN = re.compile(
    r"(?: +của +[^\d.;:()“”\"|]{2,150}?|(?:,? +[^\W\d_]+){1,8}?(?: +của +[^\d.;:()“”\"|]{2,120}?)?)"
    r" +số *:? *(?=\d)"
)
_OTHER = re.compile(rf"(?<!\w)(?:{any_of(KINDS)}|mẫu|theo|tại|kèm|biểu|phụ +lục|điều)(?!\w)")


def read_work(text: str, low: str, at: int, end: int) -> Read | None:
    """The document whose kind stands at ``at``; None where no document is cited there."""
    found = KIND.match(low, at, end)
    if found is None:
        return _abbreviated(text, low, at, end)
    word = " ".join(found[0].split())
    this = _THIS.match(low, found.end(), end)
    if this:
        return _this(text, at, this.end(), word)
    if is_own_title(text, at):
        return None
    if word not in KINDS or (word in OWN_ATTACHMENTS and text[at].islower()):
        return None
    if KINDS[word] in LAWS:
        return _law(text, low, at, found.end(), end, word)
    return _numbered(text, low, at, found.end(), end, word)


_WHOSE = re.compile(r"^[\s,]*của\s+", re.IGNORECASE)


_SPOKEN_OF = re.compile(r"(?:các|những) (?:[^.;:\n]{1,40}(?:,|và|hoặc) )?$")
""" "các luật, nghị quyết này": several that were just spoken of."""


def _this(text: str, at: int, end: int, word: str) -> Read | None:
    if word not in OWN_KINDS and word not in OWN_ATTACHMENTS:
        return None
    lower = text[at].islower()
    if lower and _SPOKEN_OF.search(text, max(0, at - 48), at):
        return None
    if lower and word not in (
        "quyết định",
        "nghị quyết",
        "nghị định",
        "thông tư",
        "chỉ thị",
        "bộ luật",
        "luật",
        "pháp lệnh",
        "quy chế",
        "điều lệ",
    ):
        return None
    return Read(at, end, word, "this", Work(kind=KINDS.get(word), this=True))


def _law(text: str, low: str, at: int, kind_end: int, end: int, word: str) -> Read | None:
    kind = KINDS[word]
    if DRAFT.search(low, max(0, at - 30), at) or STUDY.search(low, max(0, at - 12), at):
        return None
    straight = _tail(text, low, kind_end, end, kind, joint=False)
    if straight:
        return _read(at, straight, word, kind, None)
    if kind == "constitution":
        if low.endswith("luật ", 0, at):
            return None
        title_end: int | None = _constitution(low, kind_end, end)
    else:
        title_end = titles.read_title(text, low, at, kind_end, end)
    if title_end is None:
        return None
    title = " ".join(text[at:title_end].split())
    begin = title_end
    revised = REVISED.match(low, title_end, end)
    if revised:
        begin = revised.end()
    numbered = _tail(text, low, begin, end, kind, joint=False)
    if numbered:
        return _read(at, numbered, word, kind, title)
    dated = read_date(low, begin, end)
    year = YEAR.match(low, begin, end)
    if text[at].islower() and not ((dated or year) and titles.amends(low, kind_end, end)):
        return None
    if is_listed_draft(text, at):
        return None
    if not dated and not year and (revised or is_issued_here(text, at)):
        return None
    stop, date, number_year = title_end, None, None
    if dated:
        stop, date, number_year = dated.end, dated.date, dated.date.year if dated.date else None
        organ = read_issuer(text, low, stop, end, joint=False)
        stop = organ or stop
    elif year:
        stop, number_year = year.end(), int(year[1])
    work = Work(kind=kind, title=title, date=date, year=number_year)
    return Read(at, stop, word, "titled", work)


def _constitution(low: str, at: int, end: int) -> int:
    full = re.compile(
        r" +(?:của +)?nước +(?:cộng +hoà +xã +hội +chủ +nghĩa +việt +nam|chxhcn +việt +nam"
        r"|việt +nam +dân +chủ +cộng +hoà)"
    ).match(low, at, end)
    return full.end() if full else at


_FORM = re.compile(r"(?<!\w)(?:mẫu|biểu)(?: +đề +cương)? +$")
""" "mẫu quyết định số 01" names a form."""
_SEVERAL = re.compile(r"[A-ZĐ]-[A-ZĐ]{2,}[\w&]*-[A-ZĐ]{2,}")
"""A symbol with two issuers: "KH-BCA-BTC"."""


class _Tail(msgspec.Struct, frozen=True, gc=False):
    number: str
    end: int
    work: Work


def _numbered(text: str, low: str, at: int, kind_end: int, end: int, word: str) -> Read | None:
    kind = KINDS[word]
    joint = kind == "joint_circular" or "liên" in word
    tail = _tail(text, low, kind_end, end, kind, joint)
    if tail is None and word not in OWN_ATTACHMENTS:
        between = _BETWEEN.match(low, kind_end, end)
        if between and not _OTHER.search(low, kind_end, between.end()):
            tail = _tail(text, low, between.end(), end, kind, joint, bare=True)
    if tail is None or (tail.number.isdigit() and _FORM.search(low, max(0, at - 8), at)):
        return None
    return _read(at, tail, word, kind, None)


def _abbreviated(text: str, low: str, at: int, end: int) -> Read | None:
    """ "QĐ số 12/QĐ-UBND": a kind in its abbreviation, which only a number makes a citation."""
    found = _SHORT_KIND.match(low, at, end)
    if found is None or not text[at : found.end()].isupper():
        return _code(text, low, at, end)
    kind = ABBREVIATIONS[found[0]]
    tail = _tail(text, low, found.end(), end, kind, joint=kind == "joint_circular")
    if tail is None or "/" not in tail.number:
        return None
    return _read(at, tail, found[0], kind, None)


_CODE = re.compile(rf"(?:{any_of(CODES)})(?!\w)")


def _code(text: str, low: str, at: int, end: int) -> Read | None:
    """ "Điều 134 BLHS 2015": a code by its first letters."""
    found = _CODE.match(low, at, end)
    if found is None or not text[at : found.end()].isupper():
        return None
    year = YEAR.match(low, found.end(), end)
    work = Work(kind="code", title=CODES[found[0]], year=int(year[1]) if year else None)
    return Read(at, year.end() if year else found.end(), "bộ luật", "titled", work)


def _read(at: int, tail: _Tail, word: str, kind: str, title: str | None) -> Read:
    work = msgspec.structs.replace(tail.work, kind=_kind(kind, word, tail.number), title=title)
    return Read(at, tail.end, word, "numbered", work)


def _kind(said: str, word: str, number: str) -> str:
    named = kind_of(number)
    if named == "party_document" or (named == "joint_circular" and said == "circular"):
        return named
    if named == "directive" and word == "công văn":
        return said  # "công văn số 5/CT-CS": of a Cục Thuế
    if said == "letter" and named is not None and named != "law":
        return named
    return said


def read_bare(text: str, low: str, at: int, end: int, kind: str | None) -> Read | None:
    """ "số 1741/QĐ-UBND ngày …" where the kind was said before."""
    found = NUMBER.match(text, at, end)
    if found is None or "/" not in found[0]:
        return None
    named = kind_of(tidy(found[0])) or ("letter" if kind == "letter" else None)
    if named is None or (named == "law" and kind in ("resolution", "ordinance", "code")):
        named = kind
    tail = _tail(text, low, at, end, named, joint=named == "joint_circular", bare=True)
    if tail is None:
        return None
    return Read(at, tail.end, "", "numbered", msgspec.structs.replace(tail.work, kind=named))


def _without_symbol(text: str, low: str, at: int, begin: int, end: int) -> re.Match[str] | None:
    """A number that has no symbol: of an old document, or of one that is known already."""
    found = PLAIN.match(text, begin, end) or OF_YEAR.match(text, begin, end)
    if found is None and (short := SHORT.match(text, begin, end)):
        found = short if "số" in low[at:begin] and "\n" not in text[at:begin] else None
    return found


def _tail(
    text: str, low: str, at: int, end: int, kind: str | None, joint: bool, bare: bool = False
) -> _Tail | None:
    """Number, then date, then issuer, that stand directly at ``at``."""
    said = _NO.match(low, at, end)
    assert said is not None
    begin = at if bare else said.end()
    found = NUMBER.match(text, begin, end)
    if found is None and not bare and _NO_WORD.fullmatch(low, at, begin):
        found = _without_symbol(text, low, at, begin, end)
    if found is None:
        return None
    raw = cut(found[0])
    number = tidy(raw)
    joint = joint or kind_of(number) == "joint_circular" or _SEVERAL.search(number) is not None
    stop, date = found.start() + len(raw), None
    dated = read_date(low, stop, end)
    if dated:
        stop, date = dated.end, dated.date
    organ = read_issuer(text, low, stop, end, joint)
    issuer = None
    if organ:
        issuer = " ".join(_WHOSE.sub("", text[stop:organ], count=1).split())
        stop = organ
        if dated is None and (dated := read_date(low, stop, end)):
            stop, date = dated.end, dated.date
    return _Tail(number, stop, Work(number=number, date=date, issuer=issuer))
