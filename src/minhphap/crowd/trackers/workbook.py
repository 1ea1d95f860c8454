"""A workbook as plain cells: values, merged cells, what is hidden. Nothing is computed.

The parts are read as they stand, not through a library that rebuilds the workbook, because a
change must later go back into the same parts, and because sheets of a million formatted but empty
cells must not cost anything.
"""

from __future__ import annotations

import datetime as dt
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator

import msgspec
from lxml import etree

from minhphap.crowd.trackers import refusals
from minhphap.intake import Unreadable

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_REL_ID = re.compile(r"\}id$")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DATE_FORMATS = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
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
        (t for kind, t in _relations(archive, "").values() if kind.endswith("/officeDocument")), ""
    )
    if main not in entries or not (root := _xml(archive, main)).tag.endswith("}workbook"):
        raise refusals.not_a_workbook()
    relations = _relations(archive, main)
    named = {kind.rsplit("/", 1)[-1]: target for kind, target in relations.values()}
    strings = _strings(archive, named.get("sharedStrings", ""), entries)
    dates = _date_styles(archive, named.get("styles", ""), entries)
    properties = root.find("{*}workbookPr")
    late = properties is not None and properties.get("date1904") in ("1", "true")
    epoch = _EPOCH_1904 if late else _EPOCH
    sheets: list[Sheet] = []
    budget = CELLS
    for element in root.iterfind("{*}sheets/{*}sheet"):
        rel = next((v for k, v in element.attrib.items() if _REL_ID.search(k)), "")
        kind, part = relations.get(rel, ("", ""))
        if not kind.endswith("/worksheet") or part not in entries:
            continue
        hidden = element.get("state", "visible") != "visible"
        with archive.open(part) as stream:
            sheet = _sheet(stream, element.get("name", ""), part, hidden, strings, dates, epoch, budget)
        budget -= len(sheet.cells)
        sheets.append(sheet)
    if not any(sheet.cells for sheet in sheets):
        raise refusals.empty()
    return Workbook(tuple(sheets), epoch, dates)


def _xml(archive: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(archive.read(name), parser)


def _relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Type and target (a name in the zip) of each relationship of a part, by id."""
    folder, name = posixpath.split(part)
    found: dict[str, tuple[str, str]] = {}
    for one in _xml(archive, posixpath.join(folder, "_rels", f"{name}.rels")):
        if one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
            found[one.get("Id", "")] = (one.get("Type", ""), target.lstrip("/"))
    return found


def _strings(archive: zipfile.ZipFile, part: str, entries: dict[str, zipfile.ZipInfo]) -> list[str]:
    if part not in entries:
        return []
    strings = []
    with archive.open(part) as stream:
        for _, item in etree.iterparse(stream, tag="{*}si", resolve_entities=False):
            strings.append(_words(item))
            item.clear()
    return strings


def _words(item: etree._Element) -> str:
    """The text of a string with its runs, without the phonetic ones."""
    return _ESCAPE.sub(
        lambda found: chr(int(found[1], 16)),
        "".join(
            t.text or ""
            for t in item.iterfind(".//{*}t")
            if not etree.QName(t.getparent()).localname == "rPh"
        ),
    )


def _date_styles(
    archive: zipfile.ZipFile, part: str, entries: dict[str, zipfile.ZipInfo]
) -> frozenset[int]:
    """The cell styles that show a number as a date."""
    if part not in entries:
        return frozenset()
    root = _xml(archive, part)
    own = {
        int(one.get("numFmtId", "0")): _QUOTED.sub("", one.get("formatCode", "")).lower()
        for one in root.iterfind("{*}numFmts/{*}numFmt")
    }
    dates = set()
    for index, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        number = int(style.get("numFmtId", "0"))
        code = own.get(number)
        shown = number in _DATE_FORMATS if code is None else "y" in code or "d" in code
        if shown:
            dates.add(index)
    return frozenset(dates)


def _sheet(
    stream: object, name: str, part: str, hidden: bool, strings: list[str],
    dates: frozenset[int], epoch: dt.date, budget: int,
) -> Sheet:  # fmt: skip
    cells: dict[tuple[int, int], Cell] = {}
    merged: list[tuple[int, int, int, int]] = []
    rows: set[int] = set()
    columns: set[int] = set()
    row_number = 0
    wanted = ("{*}row", "{*}mergeCell", "{*}col")
    for _, element in etree.iterparse(stream, tag=wanted, resolve_entities=False):  # type: ignore[call-overload]
        kind = etree.QName(element).localname
        if kind == "row":
            row_number = int(element.get("r") or row_number + 1)
            if element.get("hidden") in ("1", "true"):
                rows.add(row_number)
            for column, cell in _row(element, strings, dates, epoch):
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
    row: etree._Element, strings: list[str], dates: frozenset[int], epoch: dt.date
) -> Iterator[tuple[int, Cell]]:
    column = 0
    for element in row:
        name = element.get("r")
        column = place_of(name)[1] if name else column + 1
        if len(element) and (cell := _cell(element, strings, dates, epoch)) is not None:
            yield column, cell


def _cell(
    element: etree._Element, strings: list[str], dates: frozenset[int], epoch: dt.date
) -> Cell | None:
    kind = element.get("t", "n")
    formula = element.find("{*}f") is not None
    if kind == "inlineStr":
        inline = element.find("{*}is")
        words = _words(inline) if inline is not None else ""
        return Cell(words) if words.strip() else None
    raw = element.findtext("{*}v")
    if raw is None:
        return None
    if kind == "s":
        words = strings[int(raw)]
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
    words = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), raw)
    return Cell(words, formula) if words.strip() else None


def day_of(serial: float, epoch: dt.date = _EPOCH) -> dt.date | None:
    """The day of a spreadsheet's serial number; None where it is none."""
    if not 1 <= serial < 2_958_466:
        return None
    days = int(serial)
    if epoch == _EPOCH and days < 60:  # the 29th of February 1900 that Excel believes in
        days += 1
    return epoch + dt.timedelta(days=days)


__all__ = ["Cell", "Sheet", "Unreadable", "Workbook", "address", "open_workbook", "place_of"]
