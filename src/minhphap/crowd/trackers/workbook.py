"""A workbook as plain cells: values, merged cells, what is hidden. Nothing is computed.

The parts are read as they stand, not through a library that rebuilds the workbook, because a
change must later go back into the same parts, and because sheets of a million formatted but empty
cells must not cost anything.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from typing import IO

import msgspec
from lxml import etree

from minhphap.crowd.trackers import refusals
from minhphap.crowd.trackers.parts import (
    date_styles,
    relations,
    strings,
    unescaped,
    words_of,
    xml,
)

_REL_ID = re.compile(r"\}id$")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_EPOCH = dt.date(1899, 12, 30)
_EPOCH_1904 = dt.date(1904, 1, 1)
CELLS = 500_000
"""Cells with something in them that a workbook may have."""
_PART_BYTES = 150_000_000
_RATIO = 250
"""Times that a part may grow when unpacked, above ten megabytes."""


class Cell(msgspec.Struct, frozen=True):
    """A value that stands in a cell; ``error``: a formula's error such as "#REF!"."""

    value: str | float | dt.date
    formula: bool = False
    error: bool = False

    @property
    def text(self) -> str:
        """What a reader sees, nearly: whole numbers without ".0", dates in ISO form."""
        if isinstance(self.value, dt.date):
            return self.value.isoformat()
        if isinstance(self.value, float):
            whole = self.value.is_integer() and abs(self.value) < 1e15
            return str(int(self.value)) if whole else f"{self.value:.10g}"
        return self.value


class Sheet(msgspec.Struct, frozen=True):
    """One sheet: ``cells`` by (row, column), both from 1; merged ranges as (r1, c1, r2, c2)."""

    name: str
    part: str
    hidden: bool
    cells: dict[tuple[int, int], Cell]
    merged: tuple[tuple[int, int, int, int], ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]

    def text(self, row: int, column: int) -> str:
        """The words of a cell, without blanks around; "" where nothing stands."""
        cell = self.cells.get((row, column))
        return cell.text.strip() if cell and not cell.error else ""


class Workbook(msgspec.Struct, frozen=True):
    """The sheets in their order."""

    sheets: tuple[Sheet, ...]
    epoch: dt.date
    date_styles: frozenset[int]


def letter_of(column: int) -> str:
    """27 -> "AA"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """(14, 10) -> "J14"."""
    return f"{letter_of(column)}{row}"


def place_of(name: str) -> tuple[int, int]:
    """ "J14" -> (14, 10)."""
    match = _ADDRESS.fullmatch(name)
    if match is None:
        raise ValueError(name)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def open_workbook(data: bytes) -> Workbook:
    """Read the cells of a workbook. Raises Unreadable with one sentence for what is none."""
    if not data:
        raise refusals.empty()
    if data.startswith(_OLE):
        named = "EncryptedPackage".encode("utf-16-le") in data
        raise refusals.encrypted() if named else refusals.old_workbook()
    if not data.startswith(b"PK"):
        raise refusals.not_a_workbook()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except (
        zipfile.BadZipFile, etree.XMLSyntaxError, OSError, EOFError, ValueError, KeyError,
        IndexError, NotImplementedError, RuntimeError, OverflowError,
    ):  # fmt: skip
        raise refusals.damaged() from None


def _read(archive: zipfile.ZipFile) -> Workbook:
    entries = {info.filename: info for info in archive.infolist()}
    if any(info.flag_bits & 1 for info in entries.values()):
        raise refusals.encrypted()
    if any(
        info.file_size > _PART_BYTES
        or (info.file_size > 10_000_000 and info.file_size > _RATIO * max(1, info.compress_size))
        for info in entries.values()
    ):
        raise refusals.too_large(CELLS)
    if "[Content_Types].xml" not in entries or "_rels/.rels" not in entries:
        raise refusals.not_a_workbook()
    main = next(
        (t for kind, t in relations(archive, "").values() if kind.endswith("/officeDocument")), ""
    )
    if main not in entries or not (root := xml(archive, main)).tag.endswith("}workbook"):
        raise refusals.not_a_workbook()
    links = relations(archive, main)
    named = {kind.rsplit("/", 1)[-1]: target for kind, target in links.values()}
    texts = strings(archive, named.get("sharedStrings", ""), entries)
    dates = date_styles(archive, named.get("styles", ""), entries)
    properties = root.find("{*}workbookPr")
    late = properties is not None and properties.get("date1904") in ("1", "true")
    epoch = _EPOCH_1904 if late else _EPOCH
    sheets: list[Sheet] = []
    budget = CELLS
    for element in root.iterfind("{*}sheets/{*}sheet"):
        rel = next((str(v) for k, v in element.attrib.items() if _REL_ID.search(str(k))), "")
        kind, part = links.get(rel, ("", ""))
        if not kind.endswith("/worksheet") or part not in entries:
            continue
        hidden = element.get("state", "visible") != "visible"
        with archive.open(part) as stream:
            sheet = _sheet(
                stream, element.get("name", ""), part, hidden, texts, dates, epoch, budget
            )
        budget -= len(sheet.cells)
        sheets.append(sheet)
    if not any(sheet.cells for sheet in sheets):
        raise refusals.empty()
    return Workbook(tuple(sheets), epoch, dates)


def _sheet(
    stream: IO[bytes], name: str, part: str, hidden: bool, texts: list[str],
    dates: frozenset[int], epoch: dt.date, budget: int,
) -> Sheet:  # fmt: skip
    cells: dict[tuple[int, int], Cell] = {}
    merged: list[tuple[int, int, int, int]] = []
    rows: set[int] = set()
    columns: set[int] = set()
    row_number = 0
    wanted = ("{*}row", "{*}mergeCell", "{*}col")
    for _, element in etree.iterparse(stream, tag=wanted, resolve_entities=False):
        kind = etree.QName(element).localname
        if kind == "row":
            row_number = int(element.get("r") or row_number + 1)
            if element.get("hidden") in ("1", "true"):
                rows.add(row_number)
            for column, cell in _row(element, texts, dates, epoch):
                cells[row_number, column] = cell
            if len(cells) > budget:
                raise refusals.too_large(CELLS)
        elif kind == "mergeCell":
            first, _, last = element.get("ref", "").partition(":")
            (r1, c1), (r2, c2) = place_of(first), place_of(last or first)
            merged.append((r1, c1, r2, c2))
        elif element.get("hidden") in ("1", "true"):
            first, last = int(element.get("min", "0")), int(element.get("max", "0"))
            columns.update(range(first, min(last, 16_384) + 1))
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return Sheet(name, part, hidden, cells, tuple(merged), frozenset(rows), frozenset(columns))


def _row(
    row: etree._Element, texts: list[str], dates: frozenset[int], epoch: dt.date
) -> Iterator[tuple[int, Cell]]:
    column = 0
    for element in row:
        name = element.get("r")
        column = place_of(name)[1] if name else column + 1
        if len(element) and (cell := _cell(element, texts, dates, epoch)) is not None:
            yield column, cell


def _cell(
    element: etree._Element, texts: list[str], dates: frozenset[int], epoch: dt.date
) -> Cell | None:
    kind = element.get("t", "n")
    formula = element.find("{*}f") is not None
    if kind == "inlineStr":
        inline = element.find("{*}is")
        words = words_of(inline) if inline is not None else ""
        return Cell(words) if words.strip() else None
    raw = element.findtext("{*}v")
    if not raw:
        return Cell("", formula) if formula else None
    if kind == "s":
        words = texts[int(raw)]
        return Cell(words) if words.strip() else None
    if kind == "e":
        return Cell(raw, formula, error=True)
    if kind == "b":
        return Cell("TRUE" if raw == "1" else "FALSE", formula)
    if kind == "n":
        number = float(raw)
        if int(element.get("s", "0")) in dates and (day := day_of(number, epoch)):
            return Cell(day, formula)
        return Cell(number, formula)
    if kind == "d":
        return Cell(dt.date.fromisoformat(raw[:10]), formula)
    words = unescaped(raw)
    return Cell(words, formula) if words.strip() else None


def day_of(serial: float, epoch: dt.date = _EPOCH) -> dt.date | None:
    """The day of a spreadsheet's serial number; None where it is none."""
    if not 1 <= serial < 2_958_466:
        return None
    days = int(serial)
    if epoch == _EPOCH and days < 60:  # the 29th of February 1900 that Excel believes in
        days += 1
    return epoch + dt.timedelta(days=days)
