"""Which statements under one number speak of one document."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from minhphap.law import parse_number
from minhphap.registry.building.work import Entry
from minhphap.registry.keys import is_central, issuer_part, same_words
from minhphap.registry.known import HEARSAY
from minhphap.registry.reading.incoming import Note

_SAME_TITLE = 0.8
_OTHER_TITLE = 0.34
_TITLE_WORDS = 4
_SAME_TEXT = 0.25


class View(msgspec.Struct, frozen=True):
    """What the heads of one entry say together, as far as identity goes."""

    entry: Entry
    kind: str
    place: str
    date: dt.date | None
    title: str
    sketch: tuple[int, ...]
    consolidation: bool
    hearsay: bool = False
    """It only repeats what others say of the document."""


class Cluster(msgspec.Struct, frozen=True):
    """Statements held to be about one document; ``ordinal`` > 1: one of several documents that
    have the same identity and yet are not the same."""

    views: tuple[View, ...]
    kind: str
    place: str
    date: dt.date | None
    ordinal: int = 1


def clusters(entries: Sequence[Entry]) -> tuple[list[Cluster], list[Note]]:
    """Cut the statements under one number into documents. Nothing is thrown away; what had to be
    kept apart, or was joined in spite of a difference, is noted."""
    notes: list[Note] = []
    views = [_view(one, notes) for one in entries]
    found: list[Cluster] = []
    for consolidation in (False, True):
        own = [one for one in views if one.consolidation == consolidation]
        for kind, same_kind in _by_kind(own).items():
            for place, same_place in _by_place(same_kind).items():
                found += _by_date(same_place, kind, place, notes)
    return found, notes


def _view(entry: Entry, notes: list[Note]) -> View:
    heads = entry.heads
    number = heads[0].number
    date = next((one.date for one in heads if one.date), None)
    if date and _impossible(number, date):
        notes.append(Note("date_and_number", f"{number}: {date.isoformat()}"))
        date = None
    issuer = next((one.issuer for one in heads if one.issuer), "")
    return View(
        entry,
        next((one.kind for one in heads if one.kind), ""),
        issuer_part(number, issuer),
        date,
        next((one.title for one in heads if one.title), ""),
        next((one.sketch for one in heads if one.sketch), ()),
        any(one.consolidation for one in heads),
        all(one.sure in HEARSAY for one in heads),
    )


def _impossible(number: str, date: dt.date) -> bool:
    """A date that the year of the number rules out; signing may reach into the next weeks."""
    parsed = parse_number(number)
    year = parsed.year if parsed else None
    if not year or date.year == year:
        return False
    return not (date.year == year + 1 and date.month <= 2)


def _by_kind(views: Iterable[View]) -> dict[str, list[View]]:
    """An entry that names no kind joins the only kind there is."""
    return _joined((one.kind, one) for one in views)


def _by_place(views: Iterable[View]) -> dict[str, list[View]]:
    return _joined((one.place, one) for one in views)


def _joined(pairs: Iterable[tuple[str, View]]) -> dict[str, list[View]]:
    groups: dict[str, list[View]] = defaultdict(list)
    for name, view in pairs:
        groups[name].append(view)
    if len(groups) == 2 and "" in groups:
        nameless = groups.pop("")
        (only,) = groups.values()
        only += nameless
    return dict(sorted(groups.items()))


def _by_date(views: list[View], kind: str, place: str, notes: list[Note]) -> list[Cluster]:
    dated: dict[dt.date, list[View]] = defaultdict(list)
    undated = []
    proper = any(one.date and not one.hearsay for one in views)
    for one in views:
        if one.date and not (proper and one.hearsay):
            dated[one.date].append(one)
        else:
            undated.append(one)
    number = views[0].entry.heads[0].number
    parsed = parse_number(number)
    certain = bool(parsed and parsed.year) and (is_central(parsed) or bool(place))
    groups: list[tuple[dt.date | None, list[View]]] = [*sorted(dated.items())]
    if certain:
        groups = _same_titled(groups, number, notes)
    if undated:
        _place_undated(groups, undated, certain)
    if len(groups) > 1 and (certain or not _years_differ(groups)):
        days = ", ".join(day.isoformat() if day else "?" for day, _ in groups)
        notes.append(Note("several_dates" if certain else "several_documents", f"{number}: {days}"))
    found = []
    for day, members in groups:
        found += _split(members, kind, place, day, notes)
    return found


def _years_differ(groups: list[_Group]) -> bool:
    """Numbers without a year begin anew each year: one a year is as it should be."""
    years = [day.year if day else 0 for day, _ in groups]
    return len(set(years)) == len(years) and 0 not in years


_Group = tuple[dt.date | None, list[View]]


def _same_titled(groups: list[_Group], number: str, notes: list[Note]) -> list[_Group]:
    """Under a number that comes only once, the same title on two dates is one document of which
    one source has the date wrong. The date most sources give is followed, and both are kept."""
    kept: list[_Group] = []
    for day, members in sorted(groups, key=lambda one: -len(one[1])):
        twin = next((one for one in kept if _alike(one[1], members)), None)
        if twin is None:
            kept.append((day, members))
        else:
            twin[1].extend(members)
            notes.append(Note("dates_disagree", f"{number}: {twin[0]}, {day}"))
    return sorted(kept, key=lambda one: one[0] or dt.date.min)


def _alike(some: list[View], others: list[View]) -> bool:
    return any(
        one.title and other.title and same_words(one.title, other.title) >= _SAME_TITLE
        for one in some
        for other in others
    )


def _place_undated(groups: list[_Group], undated: list[View], certain: bool) -> None:
    """An undated statement joins the only dated document it can mean."""
    alone: list[View] = []
    for one in undated:
        fitting = [group for group in groups if certain or _alike(group[1], [one])]
        if len(fitting) > 1:
            fitting = [group for group in fitting if _alike(group[1], [one])]
        if len(fitting) == 1:
            fitting[0][1].append(one)
        else:
            alone.append(one)
    if alone:
        groups.append((None, alone))


def _split(
    members: list[View], kind: str, place: str, day: dt.date | None, notes: list[Note]
) -> list[Cluster]:
    """Statements of one identity that cannot be about one document are kept apart."""
    parts: list[list[View]] = []
    for one in members:
        home = next(
            (part for part in parts if all(_compatible(one, other) for other in part)), None
        )
        if home is None:
            parts.append([one])
        else:
            home.append(one)
    if len(parts) > 1:
        titles = " / ".join(part[0].title[:80] or "?" for part in parts)
        notes.append(Note("same_identity", f"{members[0].entry.heads[0].number} {day}: {titles}"))
    return [
        Cluster(tuple(part), kind, place, day, ordinal) for ordinal, part in enumerate(parts, 1)
    ]


def _compatible(one: View, other: View) -> bool:
    if one.sketch and other.sketch:
        a, b = set(one.sketch), set(other.sketch)
        return len(a & b) >= _SAME_TEXT * min(len(a), len(b))
    titles = (one.title, other.title)
    if any(len(title.split()) < _TITLE_WORDS for title in titles):
        return True
    return same_words(*titles) >= _OTHER_TITLE
