"""Records out of rows: each cell goes to its field, and its address stays with it."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from minhphap.crowd.trackers.agencies import Agencies
from minhphap.crowd.trackers.columns import Column
from minhphap.crowd.trackers.deadlines import (
    Deadline,
    find_days,
    is_nothing,
    read_deadline,
)
from minhphap.crowd.trackers.defects import defect, written_defects
from minhphap.crowd.trackers.groups import Group, Groups, heading_of
from minhphap.crowd.trackers.headings import Grid
from minhphap.crowd.trackers.issued import issuer_of, read_issue, read_letters
from minhphap.crowd.trackers.record import Defect, Record, Stage, Step
from minhphap.crowd.trackers.rows import heading_kind
from minhphap.crowd.trackers.stages import furthest, read_stage, stage_of_field
from minhphap.crowd.trackers.titles import Casing, numbers_in, read_title
from minhphap.crowd.trackers.vocabulary import plain
from minhphap.crowd.trackers.workbook import address, place_of

_NOT_DONE = re.compile(r"^(?:chua|khong|dang|cho|se|du kien|chuan bi)\b")
_AS_STATUS = re.compile(r"(?:da|dang|cho)\b")
_ISSUERS = {"resolution": "council", "decision": "committee", "directive": "committee"}


class SheetFacts(msgspec.Struct, frozen=True):
    """What the surroundings of a table say: the sheet's name, the year, the lines above."""

    name: str
    year: int
    head: str


class Place(msgspec.Struct, frozen=True):
    """Words in a cell."""

    text: str
    cell: str


class Assembler:
    """Builds the records of one table, row after row."""

    def __init__(
        self, grid: Grid, columns: tuple[Column, ...], facts: SheetFacts, agencies: Agencies,
        casing: Casing, statuses: dict[str, Stage], on: dt.date,
    ) -> None:  # fmt: skip
        self.grid, self.columns, self.facts = grid, columns, facts
        self.agencies, self.casing, self.on = agencies, casing, on
        self.statuses = {plain(words): stage for words, stage in statuses.items()}
        self.places = {column.letter: place_of(f"{column.letter}1")[1] for column in columns}
        self.fields = {column.field for column in columns}
        self.groups = Groups(agencies)
        self.rows: list[tuple[list[int], tuple[Group, ...]]] = []
        self.sheet_agency = (
            agencies.read(facts.name) if agencies.looks_like_one(facts.name) else None
        )

    def begin(self, row: int) -> None:
        """A row that is a record."""
        self.rows.append(([row], self.groups.open))

    def extend(self, row: int) -> None:
        """A row that continues the record above."""
        if self.rows:
            self.rows[-1][0].append(row)

    def finish(self) -> list[Record]:
        """The records, in order."""
        return [self._record(rows, groups) for rows, groups in self.rows]

    def _record(self, rows: list[int], groups: tuple[Group, ...]) -> Record:
        row, year = rows[0], self.facts.year
        single = self._single_fields(rows)
        title = read_title(single["title"].text)
        agency, agency_place = self._agency(single.get("lead_agency"), groups)
        steps = tuple(self._steps(rows))
        issue, number_place, date_place = self._issue(single, year)
        kind, issuer = self._kind(single.get("kind"), title.kind, groups, issue[0])
        status = single.get("status")
        deadline, deadline_place = self._deadline(single.get("deadline"), rows)
        stage, said = self._stage(status, single.get("remarks"), steps, groups, issue[0])
        written = {name: place.text for name, place in single.items()}
        cells = {name: place.cell for name, place in single.items()}
        for name, place in (("lead_agency", agency_place), ("deadline", deadline_place)):
            if place:
                written[name], cells[name] = place.text, place.cell
        for name, place in (("number", number_place), ("date", date_place)):
            if place:
                cells[name] = place.cell
        replaced = single.get("replaces")
        replaces = (*title.replaces, *(numbers_in(replaced.text) if replaced else ()))
        record = Record(
            sheet=self.facts.name, row=row, title=self.casing.mend(title.text), year=year,
            kind=kind, issuer=issuer, lead_agency=agency, person=_words(single.get("person")),
            form=self._form(single.get("form"), rows), area=_area(single.get("area"), groups),
            steps=steps, deadline=deadline.date if deadline else None, stage=stage,
            number=issue[0], date=issue[1],
            replaces=tuple(dict.fromkeys(replaces)), remarks=_words(single.get("remarks")),
            hidden=bool(self.grid.sheet.hidden or row in self.grid.sheet.hidden_rows),
            written=written, cells=cells, extra=self._extra(rows),
        )  # fmt: skip
        numbered = not self.fields.isdisjoint(("issued", "number"))
        owned = "lead_agency" in self.fields or self.groups.by_agency or self.sheet_agency
        found = written_defects(record, deadline, said, numbered=numbered, owned=bool(owned))
        return msgspec.structs.replace(record, defects=(*found, *self._errors(rows)))

    def _errors(self, rows: list[int]) -> list[Defect]:
        found = []
        for row in rows:
            for column in self.columns:
                place = (row, self.places[column.letter])
                cell = self.grid.sheet.cells.get(place)
                if cell and cell.error:
                    found.append(
                        defect("cell_error", self.facts.name, rows[0], address(*place), cell.value)
                    )
        return found

    def _cell(self, row: int, letter: str) -> Place:
        """What shows in a cell; a value merged over several rows belongs to each of them."""
        column = self.places[letter]
        top, left = self.grid.anchor(row, column)
        if left != column:
            return Place("", address(row, column))
        return Place(self.grid.sheet.text(top, column), address(top, column))

    def _single_fields(self, rows: list[int]) -> dict[str, Place]:
        found: dict[str, Place] = {}
        for column in self.columns:
            field = column.field
            if field is None or ":" in field or field == "ordinal":
                continue
            places = [self._cell(row, column.letter) for row in rows]
            texts = list(dict.fromkeys(p.text for p in places if p.text))
            first = next((p for p in places if p.text), places[0])
            found[field] = Place("\n".join(texts), first.cell)
        return found

    def _agency(
        self, place: Place | None, groups: tuple[Group, ...]
    ) -> tuple[str | None, Place | None]:
        if place and place.text and (name := self.agencies.read(place.text)):
            return name, place
        group = heading_of(groups, "agency")
        if group and not (place and place.text):
            return self.agencies.read(group), place
        return (self.sheet_agency if not place else None), place

    def _steps(self, rows: list[int]) -> list[Step]:
        steps: list[Step] = []
        for column in self.columns:
            field = column.field or ""
            if not field.startswith(("step:", "option:status")):
                continue
            for row in rows:
                place = self._cell(row, column.letter)
                if (
                    not place.text
                    or is_nothing(place.text)
                    or (len(rows) > 1 and _seen(steps, place))
                ):
                    continue
                stage = stage_of_field(field)
                if field == "option:status" or _AS_STATUS.match(plain(column.leaf)):
                    stage = read_stage(column.leaf) or stage
                days = tuple(find_days(place.text, self.facts.year))
                steps.append(
                    Step(
                        column.heading, stage, place.text, place.cell,
                        read_letters(place.text, self.facts.year), days,
                    )
                )  # fmt: skip
        return steps

    def _issue(
        self, single: dict[str, Place], year: int
    ) -> tuple[tuple[str | None, dt.date | None], Place | None, Place | None]:
        both, number, date = single.get("issued"), single.get("number"), single.get("date")
        first = number if number and number.text else both or number
        read = read_issue(first.text, year) if first else read_issue("", year)
        day = read.date
        if date and date.text and (days := find_days(date.text, year)):
            day = days[0]
        return (read.number, day), first, date or first

    def _kind(
        self, place: Place | None, of_title: str, groups: tuple[Group, ...], number: str | None
    ) -> tuple[str, str]:
        words = place.text if place else ""
        group = heading_of(groups, "kind")
        kind = (
            heading_kind(words) or of_title or heading_kind(group) or heading_kind(self.facts.name)
        )
        issuer = issuer_of(words) or issuer_of(group) or issuer_of(self.facts.name)
        if number and issuer_of(number) == "committee_chair":
            issuer = "committee_chair"
        if not kind and number:
            kind = heading_kind(number)
        if kind == "resolution" and issuer.startswith("committee"):
            issuer = ""
        if kind == "decision" and issuer == "council":
            issuer = ""
        return kind, issuer or _ISSUERS.get(kind, "")

    def _deadline(
        self, place: Place | None, rows: list[int]
    ) -> tuple[Deadline | None, Place | None]:
        year = self.facts.year
        read = read_deadline(place.text, year) if place else None
        if "option:deadline" in self.fields and (read is None or read.trouble == "missing"):
            for column in reversed(self.columns):
                if column.field != "option:deadline":
                    continue
                mark = self._cell(rows[0], column.letter)
                if mark.text and not is_nothing(mark.text):
                    own = read_deadline(mark.text, year)
                    found = own if own.date else read_deadline(column.leaf, year)
                    return found, mark
            first = next(c for c in self.columns if c.field == "option:deadline")
            return Deadline(None, "missing"), place or self._cell(rows[0], first.letter)
        return read, place

    def _stage(
        self, status: Place | None, remarks: Place | None, steps: tuple[Step, ...],
        groups: tuple[Group, ...], number: str | None,
    ) -> tuple[Stage | None, Stage | None]:  # fmt: skip
        """The stage, and the stage that the status words themselves name."""
        words = status.text if status else ""
        said = self.statuses.get(plain(words)) or (read_stage(words) if words else None)
        if number:
            return "issued", said
        if said:
            return said, said
        if status is None and remarks and (aside := read_stage(remarks.text)) in (
            "withdrawn", "postponed", "returned",
        ):  # fmt: skip
            return aside, None
        if done := furthest([s.stage for s in steps if s.stage and self._is_done(s)]):
            return done, None
        if stage := read_stage(heading_of(groups, "stage")):
            return stage, None
        follows = status is not None or any(f and f.startswith("step:") for f in self.fields)
        return ("not_started" if follows and not words else None), None

    def _is_done(self, step: Step) -> bool:
        if _NOT_DONE.match(plain(step.written)):
            return False
        return not step.dates or min(step.dates) <= self.on

    def _form(self, place: Place | None, rows: list[int]) -> str:
        marked = [
            column.leaf
            for column in self.columns
            if column.field == "option:form"
            and (mark := self._cell(rows[0], column.letter).text)
            and not is_nothing(mark)
        ]
        return ", ".join(marked) or _words(place)

    def _extra(self, rows: list[int]) -> dict[str, str]:
        extra: dict[str, str] = {}
        for column in self.columns:
            if column.field is None:
                texts = dict.fromkeys(self._cell(row, column.letter).text for row in rows)
                if words := "\n".join(filter(None, texts)):
                    name = column.heading
                    extra[f"{name} ({column.letter})" if name in extra else name] = words
        return extra


def _seen(steps: list[Step], place: Place) -> bool:
    return any(step.cell == place.cell for step in steps)


def _words(place: Place | None) -> str:
    return place.text if place and not is_nothing(place.text) else ""


def _area(place: Place | None, groups: tuple[Group, ...]) -> str:
    if place and place.text:
        return place.text
    return heading_of(groups, "area")
