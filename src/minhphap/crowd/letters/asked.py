"""The bodies that were asked, and which of them a letter comes from."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import msgspec
from rapidfuzz import fuzz, process

from minhphap.crowd.letters.names import body_key, without_unit
from minhphap.crowd.letters.sheets import grids
from minhphap.intake import Unreadable
from minhphap.law import parse_number
from minhphap.text import decode, find_dates, search_key

_CLOSE = 90
"""Likeness (0 to 100) from which two spellings are taken for one body."""
_APART = 4
"""How much better than the next body the best one must be."""
_COLUMNS = (
    ("alias", r".*(?:viet tat|ten khac|ten goi khac|ky hieu|alias|ma)"),
    ("due", r".*(?:han|thoi han|truoc ngay)"),
    ("sent", r".*(?:ngay gui|ngay lay|ngay phat)"),
    ("email", r".*(?:email|thu dien tu|dia chi)"),
    ("name", r".*(?:ten|co quan|don vi|to chuc|noi nhan)"),
)


_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How a text of two bytes a letter begins."""


class AskedBody(msgspec.Struct, frozen=True):
    """One body that was asked for its opinion."""

    name: str
    aliases: tuple[str, ...] = ()
    sent: dt.date | None = None
    due: dt.date | None = None


def read_asked(path: Path) -> tuple[AskedBody, ...]:
    """Read a list of bodies asked: a workbook, .csv, or text with one body a line.

    In text, what follows a name behind ";", "|" or "=" are its other names. Raises Unreadable with
    one sentence, and OSError when the file cannot be opened.
    """
    data = path.read_bytes()
    if path.suffix.lower() in (".xlsx", ".xlsm", ".csv"):
        sheets = grids(data, path.name)
        bodies = _from_rows(next((grid for _, grid in sheets if grid), []))
    elif data.startswith((b"PK", b"%PDF")) or (b"\0" in data and data[:2] not in _UTF_16):
        raise Unreadable(
            "Danh sách được hỏi phải là .xlsx, .csv hoặc văn bản thuần, mỗi dòng một tên; tệp này"
            " là dạng khác.",
            "The list of bodies must be .xlsx, .csv or plain text with one name a line.",
            "not-a-list",
        )
    else:
        bodies = _from_text(data)
    if not bodies:
        raise Unreadable(
            "Không thấy tên cơ quan nào; cần một cột “Tên cơ quan”, hoặc mỗi dòng một tên.",
            "No body is named; give a column “Tên cơ quan” or one name a line.",
            "no-names",
        )
    return bodies


def _from_text(data: bytes) -> tuple[AskedBody, ...]:
    bodies = []
    for line in decode(data).text.splitlines():
        line = re.sub(r"^\s*(?:[-*•+]|\d{1,3}[.)])\s*", "", line).strip(" .;")
        if not line or line.startswith("#"):
            continue
        names = [part.strip() for part in re.split(r"[;|=\t]", line) if part.strip()]
        if names:
            bodies.append(AskedBody(names[0], tuple(names[1:])))
    return tuple(bodies)


def _from_rows(rows: list[list[str]]) -> tuple[AskedBody, ...]:
    for at, row in enumerate(rows[:10]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row):
            key = search_key(" ".join(cell.split()))
            role = next(
                (name for name, form in _COLUMNS if key and len(key) < 40 and re.match(form, key)),
                None,
            )
            if role:
                columns.setdefault(role, column)
        if "name" in columns and any(
            any(cell.strip() for cell in later) for later in rows[at + 1 :]
        ):
            return tuple(body for later in rows[at + 1 :] if (body := _body(later, columns)))
    return tuple(
        AskedBody(name)
        for row in rows
        if (name := next((c.strip() for c in row if len(c.strip()) > 4), ""))
    )


def _body(row: list[str], columns: dict[str, int]) -> AskedBody | None:
    def cell(role: str) -> str:
        at = columns.get(role, -1)
        return " ".join(row[at].split()) if 0 <= at < len(row) else ""

    name = cell("name")
    if len(name) < 2 or name.isdigit():
        return None
    aliases = tuple(part.strip() for part in re.split(r"[;|,\n]", cell("alias")) if part.strip())
    return AskedBody(name, aliases, _day(cell("sent")), _day(cell("due")))


def _day(written: str) -> dt.date | None:
    return next((mention.date for mention in find_dates(written)), None)


class Asked:
    """Finds the body that a letter comes from."""

    def __init__(self, bodies: tuple[AskedBody, ...]) -> None:
        self.bodies = bodies
        self._exact: dict[str, int] = {}
        self._keys: list[str] = []
        self._of: list[int] = []
        self._symbols: dict[str, int] = {}
        for at, body in enumerate(bodies):
            for name in (body.name, *body.aliases):
                key = body_key(name)
                for form in (key, without_unit(key)):
                    self._exact.setdefault(form, at)
                self._keys.append(key)
                self._of.append(at)
                if name.isupper() and " " not in name:
                    self._symbols[name] = at

    def match(self, sender: str, number: str | None) -> AskedBody | None:
        """The body of a sender as written; None where it is not in the list, or two fit equally."""
        key = body_key(sender)
        for form in (key, without_unit(key)):
            if form in self._exact:
                return self.bodies[self._exact[form]]
        parsed = parse_number(number) if number else None
        for symbol in parsed.issuers if parsed else ():
            if symbol in self._symbols:
                return self.bodies[self._symbols[symbol]]
        if not key:
            return None
        scored: dict[int, float] = {}
        for _, score, at in process.extract(key, self._keys, scorer=fuzz.token_sort_ratio, limit=8):
            scored[self._of[at]] = max(score, scored.get(self._of[at], 0.0))
        best = sorted(scored.items(), key=lambda pair: -pair[1])
        if best and best[0][1] >= _CLOSE and (len(best) < 2 or best[0][1] - best[1][1] >= _APART):
            return self.bodies[best[0][0]]
        return None
