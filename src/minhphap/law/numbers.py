"""Numbers and symbols of documents: "31/2024/QH15", "02/2025/QĐ-CTUBND", "178-QĐ/TW"."""

from __future__ import annotations

import re

import msgspec

KIND_SYMBOLS = frozenset(
    (
        "NQ", "QĐ", "NĐ", "TT", "TTLT", "NQLT", "CT", "L", "PL", "VBHN", "CĐ", "TB", "KH", "BC",
        "TTr", "ĐA", "PA", "CTr", "HD", "KL", "QC", "QyĐ", "QĐi", "QYĐ", "DA", "HĐ", "BB", "GM",
        "GUQ", "GGT", "GNP", "PG", "PC", "PB", "CV", "DT", "SL", "LCT", "TTLB", "CL", "TL", "LB",
        "TTLN", "QT", "BTN", "BGN", "CTHĐ",
    )
)  # fmt: skip
"""Abbreviations of kinds of documents (Decree 30/2020, annex III, and older use)."""
PARTY_ORGANS = re.compile(
    r"(?:TW|TU|ĐU|HU|QU|ĐUK|BTCTW|BTGTW|BTGDVTW|BNCTW|BDVTW|UBKTTW|VPTW|UBKT\w*|BTC\w*U|ĐUCP)\d*"
)
_CANONICAL = {symbol.upper(): symbol for symbol in KIND_SYMBOLS} | {"QYĐ": "QyĐ"}
_ORGAN_CASE = {"TTG": "TTg"}

_RUN = r"(?P<run>\d{1,6}(?:\.\d{1,3})?[a-zđ]{0,2})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WHOLE = re.compile(rf"{_RUN}(?:/{_YEAR})?(?:(?P<sep>[/-])(?P<rest>.+))?")
_DRAFT = re.compile(rf"(?:[.…_]*)(?:/{_YEAR})?/(?P<rest>[^\d/.…_].*)")
_REST = re.compile(r"[A-Za-zĐđƯưÔôÂâÊê][\wĐđ]*(?:[-/.&][A-Za-zĐđƯưÔôÂâ\d][\wĐđ]*)*")
_SESSION = re.compile(r"(QH|UBTVQH|UBNVQH|HĐNN|HĐNN)([\dIVX]*)", re.IGNORECASE)
_BODY = re.compile(r"B[A-ZĐƯ]|TANDTC|TATC|VKS|TTCP|UB|NHNN|KTNN|VPCP|VPCTN|TC|TLĐ|TWĐ|HCC|HND|HLH")
_LABEL = re.compile(r"(?:số|so)\s*:?\s*", re.IGNORECASE)


class DocumentNumber(msgspec.Struct, frozen=True):
    """A number and symbol, taken apart.

    ``running`` is the number as written ("043", "66.22", "11i"; "" in a draft that has none
    yet). ``year`` is None for administrative, individual and Party documents. ``kind`` is the
    abbreviation of the kind ("QĐ", "TTLT"), "" where the symbol shows none (laws, dispatches).
    ``issuers`` are the abbreviations after it, several in joint documents. ``session`` is the
    term of the National Assembly ("QH15"). ``party``: a number in the style of the Party, with
    the hyphen before the kind.
    """

    written: str
    running: str
    year: int | None
    kind: str
    issuers: tuple[str, ...]
    session: int | None = None
    party: bool = False
    unit: str = ""
    """In a dispatch, what stands after its issuer: the drafting unit or field ("UBND-VX")."""

    @property
    def is_draft(self) -> bool:
        """True while the running number is still blank."""
        return not self.running

    @property
    def symbol(self) -> str:
        """The part after number and year in its usual form: "QĐ-UBND", "QH15", "QĐ/TW"."""
        issuers = "-".join(self.issuers)
        if self.session and self.issuers:
            issuers = issuers.replace(self.issuers[0], f"{self.issuers[0]}{self.session}", 1)
        joint = "/" if self.party else "-"
        return joint.join(part for part in (self.kind, issuers, self.unit) if part)

    @property
    def normal(self) -> str:
        """A form that is equal for two ways to write the same number.

        No leading zeros, capitals, Đ, plain hyphens, "&" and "Ư" of abbreviations folded.
        """
        running = self.running.lstrip("0").lower() or self.running[-1:]
        symbol = self.symbol.upper().replace("&", "").replace("Ư", "U")
        year = str(self.year) if self.year else ""
        join = "-" if self.party else "/"
        return join.join(part for part in (running or "…", year, symbol) if part)


def parse_number(written: str) -> DocumentNumber | None:
    """Take a number apart; None for what is none. The word "Số:" before it is passed over.

    Blanks, line breaks, Ð for Đ, long hyphens and small letters are tolerated.
    """
    text = _squeezed(_LABEL.sub("", written.strip(), count=1))
    if len(text) > 120:
        return None
    match = _WHOLE.fullmatch(text) or _DRAFT.fullmatch(text)
    if match is None:
        return None
    groups = match.groupdict()
    rest = groups.get("rest") or ""
    year = int(groups["year"]) if groups["year"] else None
    running = groups.get("run") or ""
    if not rest:
        return DocumentNumber(written, running, year, "", ()) if year else None
    if not _REST.fullmatch(rest):
        return None
    head = re.split(r"[-/.]", rest)[0]
    if head.upper() not in _CANONICAL and (len(head) < 2 or not head[:2].isupper()):
        return None  # "5/m2", "10/ngày"
    if groups.get("sep") == "-" and (year or "/" not in rest) and not _SESSION.match(rest):
        if year is None and "/" not in rest and rest.upper() not in _OLD_ORGANS:
            return None
        if year and head.upper() not in _CANONICAL:
            return None
    return _symbol(written, running, year, groups.get("sep") == "-" and year is None, rest)


_OLD_ORGANS = frozenset(("CP", "HĐBT", "TTG", "CT", "TTR"))


def _squeezed(text: str) -> str:
    text = "".join(text.split()).replace("Ð", "Đ").replace("ð", "đ")
    for dash in "–—‐‑−":
        text = text.replace(dash, "-")
    return text.strip("“”\"'.,;:()[]")


def _symbol(
    written: str, running: str, year: int | None, hyphen: bool, rest: str
) -> DocumentNumber:
    tokens = [_organ(token) for token in _tokens(rest)]
    kind = _CANONICAL.get(tokens[0].upper(), "")
    dispatch = not kind and len(tokens) > 1 and not _SESSION.fullmatch(tokens[0])
    organs = tokens[1:] if kind else tokens[:1] if dispatch else tokens
    session = None
    for i, organ in enumerate(organs):
        if (found := _SESSION.fullmatch(organ)) and found[2].isdecimal():
            organs[i], session = found[1].upper(), session or int(found[2])
    party = hyphen and bool(organs) and PARTY_ORGANS.fullmatch(organs[-1].upper()) is not None
    unit = "-".join(tokens[1:]) if dispatch else ""
    return DocumentNumber(written, running, year, kind, tuple(organs), session, party, unit)


def _tokens(rest: str) -> list[str]:
    """The abbreviations of a symbol; "&" parts two bodies but stands inside "BGD&ĐT"."""
    tokens = re.split(r"[-/.]", rest)
    out: list[str] = []
    for token in tokens:
        parts = token.split("&")
        out.append(parts[0])
        for part in parts[1:]:
            if _BODY.match(part):
                out.append(part)
            else:
                out[-1] += "&" + part
    return out


def _organ(token: str) -> str:
    upper = token.upper()
    if upper in _CANONICAL:
        return _CANONICAL[upper]
    return _ORGAN_CASE.get(upper, upper if token.islower() else token)


_B = r"[^\S\n]?\n?[^\S\n]?"
_DASH = rf"{_B}[-–‑]{_B}"
_SLASH = rf"{_B}/{_B}"
_CAPS = r"[A-ZĐÐƯÔ][\wĐÐ&]*"
_KINDS = "|".join(sorted((*KIND_SYMBOLS, "QÐ", "NÐ", "CÐ"), key=len, reverse=True))
_LOW = "|".join(sorted((s.lower() for s in KIND_SYMBOLS if len(s) > 1), key=len, reverse=True))
_NEXT = rf"(?:[-–‑/.]{_CAPS}|{_B}[-–‑]{_B}(?=[A-ZĐÐƯ]{{2}}){_CAPS})"
NUMBER = re.compile(
    rf"(?<![\w/.,-])\d{{1,6}}(?:\.\d{{1,3}})?[a-zđ]{{0,2}}"
    rf"(?:(?:{_SLASH}(?:19|20)\d\d)?{_SLASH}(?:"
    rf"(?:(?:PL|NQ){_DASH})?(?:QH|UBTVQH)[^\S\n]?\d{{1,2}}(?!\w)"
    rf"|(?:{_KINDS})(?:{_DASH}|[/.]){_CAPS}{_NEXT}*"
    rf"|(?:{_LOW})-[a-zđ]{{2,10}}(?!\w)"
    rf"|(?:NĐ|NÐ|QĐ|QÐ|NQ|CT)[^\S\n](?:CP|UBND|HĐND|TTg)(?!\w)"
    rf"|(?!(?:{_KINDS})(?!\w))[A-ZĐ]{{2,}}[\wĐ&]*(?:-[A-ZĐ][\wĐ&.]*)*(?<=[\w]))"
    rf"|{_B}[-–‑]{_B}(?:{_KINDS})/[A-ZĐ][\wĐ]*(?:-[A-ZĐ]\w*)*)"
)
"""A number in running text: blanks, line breaks, Ð and small letters inside are tolerated."""

BLANK_NUMBER = re.compile(
    rf"(?:(?<=[Ss]ố)|(?<=[Ss]ố:)|(?<![\w/.…]))[^\S\n]*([.…_]*[^\S\n]*(?:/(?:19|20)\d\d)?"
    rf"/(?:(?:{_KINDS})-{_CAPS}{_NEXT}*|(?:UBTV)?QH\d\d))"
)
"""The number of a draft, still without its running number; group 1 goes to ``parse_number``."""
