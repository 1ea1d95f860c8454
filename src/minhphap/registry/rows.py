"""Rows of a snapshot as values."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from minhphap.citations import Work
from minhphap.registry.known import Conflict, Fact, KnownDocument, KnownProvision, Origin
from minhphap.registry.relation import Effect, Relation

DOCUMENT = (
    "SELECT d.id, d.key, d.number, d.normal, d.kind, d.title, d.issuer, d.place, d.date, d.effect,"
    " d.until, d.stated, d.stated_on, d.consolidation, d.areas, b.doc IS NOT NULL"
    " FROM document d LEFT JOIN body b ON b.doc = d.id"
)
RELATION = (
    "SELECT r.kind, r.source, r.source_eid, r.target, r.target_eid, r.cited, r.date, r.whole,"
    " r.excepted, r.sure, r.reason, r.teller, o.name, r.by_cited"
    " FROM relation r JOIN origin o ON o.id = r.origin"
)

_work = msgspec.json.Decoder(Work)


def day(value: str | None) -> dt.date | None:
    """A date as stored."""
    return dt.date.fromisoformat(value) if value else None


def document(row: tuple[Any, ...]) -> KnownDocument:
    """Of a row of ``DOCUMENT``."""
    id_, key, number, normal, kind, title, issuer, place, date, effect, until, *rest = row
    stated, stated_on, consolidation, areas, has_text = rest
    return KnownDocument(
        id_, key, number, normal, kind, title, issuer, place, day(date), day(effect), day(until),
        stated, day(stated_on), bool(consolidation), bool(has_text), tuple(map(int, areas.split())),
    )  # fmt: skip


def relation(row: tuple[Any, ...]) -> Relation:
    """Of a row of ``RELATION``."""
    kind, source, source_eid, target, target_eid, cited, date, whole, excepted, *rest = row
    sure, reason, teller, origin, by = rest
    return Relation(
        kind, source, source_eid, target, target_eid, _work.decode(cited), day(date),
        bool(whole), bool(excepted), sure, reason, teller, origin, _work.decode(by) if by else None,
    )  # fmt: skip


def effect(connection: sqlite3.Connection, row: tuple[Any, ...]) -> Effect:
    """Of a row (eid, state, first, until, relation, sure)."""
    eid, state, first, until, by, sure = row
    cause = None
    if by is not None:
        cause = relation(connection.execute(f"{RELATION} WHERE r.id = ?", (by,)).fetchone())
    return Effect(eid, state, day(first), day(until), cause, sure)


def facts(connection: sqlite3.Connection, known: KnownDocument) -> Iterator[Fact]:
    """The statements made about a document, record by record."""
    query = (
        "SELECT o.name, o.read_on, r.locator, r.sure, r.fields FROM record r"
        " JOIN origin o ON o.id = r.origin WHERE r.doc = ? ORDER BY r.ordinal"
    )
    for name, read_on, locator, sure, fields in connection.execute(query, (known.id,)):
        origin = Origin(name, day(read_on))
        for field, value in msgspec.json.decode(fields, type=dict[str, str]).items():
            chosen = value == "" or value == shown(known, field)
            yield Fact(field, value or shown(known, field), origin, locator, sure, chosen)


def shown(known: KnownDocument, field: str) -> str:
    """A field of a document as records write it."""
    value = getattr(known, field)
    return value.isoformat() if isinstance(value, dt.date) else str(value or "")


def provision(
    row: tuple[Any, ...], doc: int, text: str, lineages: dict[str, str]
) -> KnownProvision:
    """Of a row (eid, type, num, heading, first, last) and the text of its document."""
    eid, kind, num, heading, first, last = row
    return KnownProvision(
        doc, eid, kind, num, heading, first, last, text[first:last], lineages.get(eid, eid)
    )


def conflict(row: tuple[Any, ...]) -> Conflict:
    """Of a row (code, key, detail)."""
    return Conflict(*row)
