"""Number and date of issue out of one cell or two, and whether the number has the right form."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from minhphap.crowd.trackers.deadlines import find_days, is_nothing
from minhphap.crowd.trackers.record import Letter
from minhphap.crowd.trackers.vocabulary import plain
from minhphap.law import Issuer, expected_symbols, kind_named, parse_number

_NUMBERISH = re.compile(
    r"\d[\dA-Za-z.]{0,6}\s*[/-]\s*(?:\d{2,4}\s*[/-]\s*)?[A-ZĐÐa-zđ][\wĐÐ&.]*(?:\s*[-–‑/.]\s*[A-ZĐÐƯÔa-zđ][\wĐÐ&]*)*"
)
_LABELLED = re.compile(
    r"(?:\bsố|\bso|^(?:nq|qđ|qd))\s*:?\s*(\d{1,5}(?:\s*/\s*\d{4})?)(?![\d/])", re.IGNORECASE
)
_YEAR_ONLY = re.compile(r"(\d{1,5}\s*/\s*20\d\d)(?![\d/])")
_DASHES = str.maketrans({"–": "-", "‑": "-", "—": "-", "Ð": "Đ", "ð": "đ"})
_LETTER = re.compile(
    r"(?P<kind>(?:công văn|cv|tờ trình|ttr|báo cáo|bc|thông báo|tb|kế hoạch|kh|quyết định|qđ"
    r"|nghị quyết|nq|giấy mời|gm|phiếu|văn bản|vb|công điện|kết luận)\s+)?(?:số\s*:?\s*)?"
    r"(?P<number>\d{1,6}(?:\s*/\s*\d{4})?"
    r"(?:\s*[/-]\s*[A-ZĐ][\w&]*(?:(?:\s?[-–/.&]\s?|,)(?=\d*[^\W\d])[\w&]+)*)?)"
    r"(?!\s*[/.-]\s*\d)(?:,?\s*(?:đề\s+)?ngày\s+(?P<date>"
    r"\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{2,4})?|\d{1,2} tháng \d{1,2} năm \d{4}))?",
    re.IGNORECASE,
)
_KIND_NAMES = {
    "cv": "Công văn", "ttr": "Tờ trình", "bc": "Báo cáo", "tb": "Thông báo", "kh": "Kế hoạch",
    "qđ": "Quyết định", "nq": "Nghị quyết", "gm": "Giấy mời", "vb": "Văn bản",
}  # fmt: skip
_LOCAL = ("council", "committee", "committee_chair")


class Issue(msgspec.Struct, frozen=True):
    """What an office wrote down of the issued document; ``number`` with its blanks mended."""

    number: str | None
    date: dt.date | None


def read_issue(written: str, year: int) -> Issue:
    """Read "13/2026/NQ - HĐND ngày 19/2/2026" and its like; both None where nothing is there."""
    if is_nothing(written):
        return Issue(None, None)
    text = " ".join(written.split())
    text, date = _take_date(text, year)
    number = next((m[0] for m in _NUMBERISH.finditer(text) if any(c.isalpha() for c in m[0])), None)
    if number is None and (found := re.search(r"\d{4}\s*/\s*\d+\s*/\s*\S+", text)):
        number = found[0]
    if number is None and (found := _LABELLED.search(text) or _YEAR_ONLY.search(text)):
        number = found[1]
    if number is None and re.fullmatch(r"\d{1,5}", text.strip()):
        number = text.strip()
    return Issue(_mended(number) if number else None, date)


def _take_date(text: str, year: int) -> tuple[str, dt.date | None]:
    """The text without its date of issue, and the date: the first full date after the number."""
    found = re.search(
        r"[,;(]?\s*(?:(?:ban hành "
        r"|ký )?ngày\s*)?(?<![\d/])(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d\d)(?![\d/])"
        r"|\d{4}-\d\d-\d\d|(?<=ngày )\d{1,2}\s*[/.-]\s*\d{1,2}(?![\d/])"
        r"|\d{1,2} tháng \d{1,2}(?: năm \d{4})?)",
        text,
        re.IGNORECASE,
    )
    if found is None:
        return text, None
    days = find_days(found[0], year)
    return text[: found.start()] + " " + text[found.end() :], days[0] if days else None


def _mended(number: str) -> str:
    text = "".join(number.split()).translate(_DASHES).rstrip(".-/,")
    found = re.match(
        r"(?:\d{4}/)?\d[\dA-Za-z.]*(?:/\d{2,4})?[/-][^\d/]+?(?=của|về|quy|ngày|$)", text
    )
    return found[0] if found else text


def number_fits(number: str, kind: str, issuer: str, on: dt.date) -> bool:
    """Whether a number has the form that its kind and issuer require on a date.

    Normative documents carry the year of issue between number and symbol.
    """
    parsed = parse_number(number)
    if parsed is None or not parsed.running:
        return False
    known = kind_named(kind) if kind else None
    normative = known is None or known.normative
    if normative and parsed.year is None:
        return False
    year = f"/{parsed.year}" if parsed.year else ""
    bodies = (issuer,) if issuer else _LOCAL
    allowed = {
        one.text
        for body in bodies
        for one in (
            expected_symbols(kind, Issuer(body, "province", ""), on)
            if kind
            else _all_symbols(body, on)
        )
        if one.year or parsed.year is None or not normative
    }
    written = "".join(number.split()).translate(_DASHES)
    if allowed:
        return any(written == f"{parsed.running}{year}/{symbol}" for symbol in allowed)
    return bool(parsed.kind) and written == f"{parsed.running}{year}/{parsed.symbol}"


def _all_symbols(body: str, on: dt.date) -> list:  # type: ignore[type-arg]
    return [
        one
        for kind in ("resolution", "decision", "directive")
        for one in expected_symbols(kind, Issuer(body, "province", ""), on)
    ]


def read_letters(written: str, year: int) -> tuple[Letter, ...]:
    """The letters that a cell of a step names, with number and date."""
    found = []
    text = " ".join(written.split())
    for match in _LETTER.finditer(text):
        if not (match["kind"] or "/" in match["number"] or "số" in match[0].lower()):
            continue
        kind = (match["kind"] or "").strip()
        days = find_days(match["date"], year) if match["date"] else []
        number = "".join(match["number"].split()).translate(_DASHES)
        if not match["kind"] and not re.search(r"[A-ZĐ]", number):
            continue
        kind = _KIND_NAMES.get(kind.lower(), kind[:1].upper() + kind[1:].lower())
        found.append(Letter(kind, number, days[0] if days else None))
    return tuple(found)


def issuer_of(words: str) -> str:
    """Which local body a kind or a number's symbol names: "council", "committee", its chair."""
    key = re.sub(r"[^a-z]", "", plain(words))
    if re.search(r"ct(ubnd|ub\b)|chutich", key):
        return "committee_chair"
    if "hdnd" in key or "hoidongnhandan" in key or key.endswith("hnd"):
        return "council"
    return "committee" if "ubnd" in key or "uybannhandan" in key else ""
