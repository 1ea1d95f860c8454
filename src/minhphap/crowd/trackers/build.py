"""A workbook in, records and defects out."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import PurePath

import msgspec

from minhphap.crowd.trackers import refusals
from minhphap.crowd.trackers.agencies import Agencies
from minhphap.crowd.trackers.assemble import Assembler, SheetFacts
from minhphap.crowd.trackers.columns import Column, guess_columns
from minhphap.crowd.trackers.deadlines import find_days, read_deadline
from minhphap.crowd.trackers.defects import defect, find_defects
from minhphap.crowd.trackers.duplicates import find_duplicates
from minhphap.crowd.trackers.headings import Grid, Table, find_tables, table_at
from minhphap.crowd.trackers.mapping import Mapping, TableMapping
from minhphap.crowd.trackers.record import Defect, Record, Tracker, Unread
from minhphap.crowd.trackers.rows import read_rows
from minhphap.crowd.trackers.titles import Casing
from minhphap.crowd.trackers.vocabulary import plain
from minhphap.crowd.trackers.workbook import Sheet, address, open_workbook, place_of

_OF_YEAR = re.compile(r"\bnam (20\d\d)\b")
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_AS_OF = re.compile(r"(?:tinh den|den|cap nhat( den)?|so lieu( den)?)[: ]+(?:ngay )?")


def read_tracker(
    data: bytes, name: str, on: dt.date, mapping: Mapping | None = None
) -> tuple[Tracker, Mapping]:
    """Read an office's workbook; ``on`` is the day by which deadlines have passed or not.

    Returns the records with the mapping of columns by which they were read: the guess where
    ``mapping`` says nothing. Raises Unreadable for what is no workbook or holds no table.
    """
    book = open_workbook(data)
    mapping = mapping or Mapping()
    places: list[tuple[Grid, Table, tuple[Column, ...], SheetFacts]] = []
    used = [one for one in mapping.tables if one.skip]
    skipped: list[str] = []
    stated: dt.date | None = None
    file_year = _first_year(plain(PurePath(name).stem))
    for sheet in book.sheets:
        grid = Grid(sheet)
        named = mapping.of_sheet(sheet.name)
        tables = [] if any(one.skip for one in named) else _tables(grid, named)
        if not tables:
            skipped.append(sheet.name)
        stated = stated or _stated_on(sheet, tables, file_year or on.year)
        for index, table in enumerate(tables):
            head = _words_above(sheet, table, tables[index - 1].end if index else 0)
            headings = [" / ".join(one.path) for one in table.headings]
            told = mapping.for_table(sheet.name, headings)
            own_year = told.year if told and told.sheet == sheet.name else None
            year = own_year or _year_of(sheet, head, file_year, on)
            columns = _settled(guess_columns(grid, table, _dated(year)), told)
            if any(column.field == "title" for column in columns):
                facts = SheetFacts(sheet.name, year, head)
                places.append((grid, table, columns, facts))
                used.append(TableMapping(sheet.name, (table.first, table.last), columns, own_year))
    if not places:
        raise refusals.no_table()
    records, unread, loose = _records(places, mapping, on)
    records = find_duplicates(records)
    records = [
        msgspec.structs.replace(one, defects=(*one.defects, *find_defects(one, on)))
        for one in records
    ]
    year = Counter(one.year for one in records).most_common(1)[0][0] if records else on.year
    tracker = Tracker(
        PurePath(name).name, on, year, tuple(records), tuple(unread), tuple(skipped), stated,
        tuple(loose),
    )  # fmt: skip
    return tracker, msgspec.structs.replace(mapping, tables=tuple(used))


def _tables(grid: Grid, named: tuple[TableMapping, ...]) -> list[Table]:
    """The tables found; where a person has named other heading rows that hold, those."""
    tables = find_tables(grid)
    for told in named:
        if any((one.first, one.last) == told.header for one in tables):
            continue
        there = table_at(grid, *told.header)
        headings = {plain(" / ".join(one.path)) for one in there.headings}
        same = sum(plain(column.heading) in headings for column in told.columns)
        if same * 2 >= len(told.columns) > 0 and same > _most_alike(tables, told):
            return [there]
    return tables


def _most_alike(tables: list[Table], told: TableMapping) -> int:
    """How many of the headings told the best of the tables has."""
    wanted = [plain(column.heading) for column in told.columns]
    found = ({plain(" / ".join(one.path)) for one in table.headings} for table in tables)
    return max((sum(key in keys for key in wanted) for keys in found), default=0)


def _settled(columns: Iterable[Column], told: TableMapping | None) -> tuple[Column, ...]:
    """The guesses with what a person has said in their place; equal headings in their order."""
    fields: dict[str, list[str | None]] = defaultdict(list)
    for column in told.columns if told else ():
        fields[plain(column.heading)].append(column.field)
    settled = []
    for column in columns:
        said = fields.get(plain(column.heading))
        settled.append(msgspec.structs.replace(column, field=said.pop(0)) if said else column)
    return tuple(settled)


def _dated(year: int) -> Callable[[str], bool]:
    return lambda words: read_deadline(words, year).trouble in (None, "impossible")


def _words_above(sheet: Sheet, table: Table, after: int) -> str:
    return " \n ".join(
        cell.text for (row, _), cell in sheet.cells.items() if after < row < table.first
    )


def _first_year(key: str) -> int | None:
    found = _YEAR.search(key)
    return int(found[1]) if found else None


def _year_of(sheet: Sheet, head: str, file_year: int | None, on: dt.date) -> int:
    """The year a table speaks of: its own heading, the sheet's name, the file's, its content."""
    if found := _OF_YEAR.findall(plain(head)):
        return int(found[-1])
    if year := _first_year(sheet.name) or file_year:
        return year
    years = Counter(
        year
        for cell in sheet.cells.values()
        if abs((year := cell.value.year if isinstance(cell.value, dt.date) else 0) - on.year) <= 3
    )
    return years.most_common(1)[0][0] if years else on.year


def _stated_on(sheet: Sheet, tables: list[Table], year: int) -> dt.date | None:
    """The day that the lines over a table say their figures are of."""
    first = tables[0].first if tables else 12
    for (row, _), cell in sheet.cells.items():
        if row < first and isinstance(cell.value, str):
            key = plain(cell.value)
            if (found := _AS_OF.search(key)) and (days := find_days(key[found.start() :], year)):
                return days[0]
    return None


def _records(
    places: list[tuple[Grid, Table, tuple[Column, ...], SheetFacts]], mapping: Mapping, on: dt.date
) -> tuple[list[Record], list[Unread], list[Defect]]:
    titles: list[str] = []
    agencies = Agencies(_unit(places), mapping.agencies)
    for grid, table, columns, _ in places:
        for column in columns:
            at = place_of(f"{column.letter}1")[1]
            if column.field not in ("title", "lead_agency"):
                continue
            for number in range(table.last + 1, table.end + 1):
                if not (words := grid.sheet.text(number, at)):
                    continue
                if column.field == "title":
                    titles.append(words)
                else:
                    agencies.note(words)
    casing = Casing(titles)
    records: list[Record] = []
    unread: list[Unread] = []
    loose: list[Defect] = []
    for grid, table, columns, facts in places:
        by_field = {column.field: place_of(f"{column.letter}1")[1] for column in columns}
        assembler = Assembler(grid, columns, facts, agencies, casing, mapping.statuses, on)
        title = by_field["title"]
        for row in read_rows(grid, table, title, by_field.get("ordinal")):
            if row.kind == "record":
                assembler.begin(row.number)
            elif row.kind == "continuation":
                assembler.extend(row.number)
            elif row.kind == "group":
                assembler.groups.take(row)
            if row.kind != "record" and row.kind != "continuation":
                unread.append(Unread(facts.name, row.number, row.kind, row.text))
            if row.kind == "no_title":
                loose.append(defect("no_title", facts.name, row.number, address(row.number, title)))
        records += assembler.finish()
    return records, unread, loose


def _unit(places: list[tuple[Grid, Table, tuple[Column, ...], SheetFacts]]) -> str:
    """ "tỉnh" or "thành phố": which of the two the workbook itself names more often."""
    count: Counter[str] = Counter()
    for grid, _, _, _ in places:
        for cell in grid.sheet.cells.values():
            if isinstance(cell.value, str):
                low = cell.value.lower()
                count["tỉnh"] += "tỉnh" in low
                count["thành phố"] += "thành phố" in low
    return "thành phố" if count["thành phố"] > count["tỉnh"] else "tỉnh"
