"""What the registry follows where sources say different things about one document."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import cache

import msgspec

from minhphap.law import parse_number
from minhphap.law.issuers import issuer_table
from minhphap.registry.building.cluster import Cluster
from minhphap.registry.keys import document_key, is_central
from minhphap.registry.known import Stated, Sure
from minhphap.registry.reading.incoming import Head, Note

_TRUST: dict[Sure, int] = {"ordered": -1, "stated": 0, "read": 1, "attested": 2, "inferred": 3}
_WEIGHT: dict[Sure, int] = {"ordered": 1, "stated": 3, "read": 3, "attested": 1, "inferred": 1}


_BEFORE = 10
"""Days before the signature on which an act may say it took effect."""


class Record(msgspec.Struct, frozen=True):
    """One statement: where it stands and what it says."""

    origin: str
    locator: str
    head: Head


class Settled(msgspec.Struct, frozen=True):
    """A document with the values that are followed, and every statement about it."""

    key: str
    head: Head
    place: str
    records: tuple[Record, ...]


def settle(cluster: Cluster, notes: list[Note]) -> Settled:
    """Choose each value; what disagrees is noted and stays in the records."""
    records = tuple(
        Record(view.entry.origin, view.entry.locator, head)
        for view in cluster.views
        for head in view.entry.heads
    )
    heads = [one.head for one in records]
    number = _in_form(_most((one.number, one) for one in heads))
    consolidation = any(one.consolidation for one in heads)
    date = cluster.date
    effect = _surest("effect", heads, number, date, notes)
    until = _surest("until", heads, number, date, notes)
    if effect and until and until <= effect:
        notes.append(Note("end_before_effect", f"{number}: {effect} – {until}"))
        until = None
    stated, stated_on = _stated(heads)
    head = Head(
        number=number,
        kind="consolidated" if consolidation else cluster.kind,
        title=_title(heads),
        issuer=_issuer(number, heads),
        date=date,
        effect=effect,
        until=until,
        stated=stated,
        stated_on=stated_on,
        consolidation=consolidation,
    )
    key = document_key(number, head.kind, cluster.place, date)
    key = key if cluster.ordinal == 1 else f"{key}~{cluster.ordinal}"
    return Settled(key, head, cluster.place, records)


def _in_form(number: str) -> str:
    """A number with its symbol in the usual capitals: "QĐ-TTG" as "QĐ-TTg"."""
    parsed = parse_number(number)
    symbol = parsed.symbol if parsed else ""
    if symbol and number.upper().endswith(symbol.upper()):
        return number[: len(number) - len(symbol)] + symbol
    return number


def _most(values: Iterable[tuple[str, Head]]) -> str:
    """The value most sources give; surer sources weigh more; then the order of letters."""
    weights: Counter[str] = Counter()
    for value, head in values:
        if value:
            weights[value] += _WEIGHT[head.sure]
    return min(weights, key=lambda value: (-weights[value], value), default="")


def _title(heads: list[Head]) -> str:
    """A title in small letters before one in capitals, then as most sources have it."""
    good = [one for one in heads if one.title and not one.title.isupper()]
    for trust in sorted(set(_TRUST.values())):
        ranked = [one for one in good if _TRUST[one.sure] == trust]
        if ranked:
            return _most((one.title, one) for one in ranked)
    return _most((one.title, one) for one in heads)


@cache
def _names() -> dict[str, str]:
    """The name of each central issuer by its symbol."""
    table = issuer_table()
    names = {symbol: one.name for one in table.ministry for symbol in one.symbols}
    return names | {symbol: one.name for one in table.body for symbol in one.symbols}


def _issuer(number: str, heads: list[Head]) -> str:
    parsed = parse_number(number)
    if parsed and is_central(parsed) and len(parsed.issuers) == 1:
        known = _names().get(parsed.issuers[0])
        if known:
            return known
    good = [one for one in heads if one.issuer and not one.issuer.isupper()]
    return _most((one.issuer, one) for one in good or heads)


def _surest(
    field: str, heads: list[Head], number: str, signed: dt.date | None, notes: list[Note]
) -> dt.date | None:
    """A date as the surest source has it; a catalogue knows of postponements, a text does not.

    A date some days before the signature is followed where there is no other; an earlier one is a
    slip ("01/01/2025" of an act of December 2025).
    """
    told = [(_TRUST[one.sure], getattr(one, field)) for one in _possible(field, heads)]
    if not told:
        return None
    if len({day for _, day in told}) > 1:
        days = ", ".join(sorted({day.isoformat() for _, day in told}))
        notes.append(Note(f"{field}_disagrees", f"{number}: {days}"))
    if signed:
        late = [one for one in told if one[1] >= signed]
        told = late or [one for one in told if (signed - one[1]).days <= _BEFORE]
        if not told:
            notes.append(Note("before_signature", f"{number}: {field}, {signed.isoformat()}"))
            return None
    best = min(trust for trust, _ in told)
    counts = Counter(day for trust, day in told if trust == best)
    chosen: dt.date = min(counts, key=lambda day: (-counts[day], day))
    return chosen


def _possible(field: str, heads: list[Head]) -> list[Head]:
    """Those that give the date, without acts that would put off what had begun already."""
    giving = [one for one in heads if getattr(one, field)]
    others = [getattr(one, field) for one in giving if one.sure != "ordered"]
    return [
        one
        for one in giving
        if one.sure != "ordered"
        or one.stated_on is None
        or all(one.stated_on < day for day in others)
    ]


def _stated(heads: list[Head]) -> tuple[Stated, dt.date | None]:
    """The status read last."""
    told = [one for one in heads if one.stated]
    if not told:
        return "", None
    last = max(told, key=lambda one: (one.stated_on or dt.date.min, one.stated))
    return last.stated, last.stated_on
