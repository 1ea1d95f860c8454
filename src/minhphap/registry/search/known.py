"""The provisions of a registry as entries to index."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec

from minhphap.amendments import REPEALED
from minhphap.registry.consolidation import ActReader, gather, versions
from minhphap.registry.known import KnownDocument, KnownProvision
from minhphap.registry.relation import CHANGES, Effect
from minhphap.registry.search.entry import Entry, Part
from minhphap.registry.snapshot import Registry
from minhphap.structure import Provision

_ALONE = frozenset(("article", "appendix"))
"""Provisions that are found by themselves; smaller ones are found within them."""
_ACTS_KEPT = 64


def registry_entries(registry: Registry) -> Iterator[Entry]:
    """The articles and appendices of every document whose text is known, in the order of keys.

    Each in every wording that amending acts of known text gave it, with the days between which it
    stood. A document without articles is one entry. A document of which only facts are known is
    one too, found by its title. An article that was repealed alone ends on its own day.
    """
    read = ActReader(registry, _ACTS_KEPT)
    for document in registry:
        cited = len(registry.relations(document, "in"))
        if not document.has_text:
            yield _entry(document, cited, "", document.title, "")
            continue
        if document.consolidation:
            yield from _while_newest(registry, document, _as_enacted(registry, document, cited))
            continue
        enacted = list(_as_enacted(registry, document, cited))
        if any(one.source and one.date for one in registry.relations(document, "in", CHANGES)):
            yield from _reworded(registry, document, enacted, read)
        else:
            yield from enacted


def _as_enacted(registry: Registry, document: KnownDocument, cited: int) -> Iterator[Entry]:
    effects = registry.effects(document)
    provisions = registry.provisions(document)
    alone = [one for one in provisions if one.type in _ALONE]
    if not alone:
        yield _entry(document, cited, "", "", registry.text(document) or "")
    inner = _within(alone, provisions)
    for one in alone:
        parts = tuple(Part(p.eid, p.start - one.start, p.end - one.start) for p in inner[one.eid])
        first, until = _interval(document, one.eid, effects)
        yield _entry(document, cited, one.eid, one.heading or "", one.text, first, until, parts)


def _while_newest(
    registry: Registry, document: KnownDocument, entries: Iterable[Entry]
) -> Iterator[Entry]:
    """A consolidated text answers until the next one of its base is made, or its base has ended."""
    ends: list[dt.date] = []
    for one in registry.relations(document, "out", ("consolidates",)):
        base = registry.get(one.target) if one.target else None
        if base is None:
            continue
        ends += [base.until] if base.until else []
        for other in registry.relations(base, "in", ("consolidates",)):
            copy = registry.get(other.source) if other.source else None
            if copy and copy.date and document.date and copy.date > document.date:
                ends.append(copy.date)
    for entry in entries:
        until = min([*ends, *([entry.until] if entry.until else [])], default=None)
        yield msgspec.structs.replace(entry, first=document.date, until=until)


def _reworded(
    registry: Registry, document: KnownDocument, enacted: list[Entry], read: ActReader
) -> Iterator[Entry]:
    """The entries with what acts made of them: a wording ends on the day the next begins."""
    gathered = gather(registry, document, read=read)
    standing = {one.eid: one for one in enacted}
    model = enacted[0]
    if gathered.base is not None:
        for version in versions(gathered.base, gathered.acts):
            number = version.act.document.meta.number or ""
            text = version.document.source.text
            for one in version.changed:
                before = standing.get(one.eid)
                words = text[one.start : one.end]
                if before is not None:
                    if before.text.strip() == words.strip():
                        continue
                    yield _ended(before, version.first)
                if not one.children and words.rstrip().endswith(REPEALED):
                    standing.pop(one.eid, None)
                    continue
                standing[one.eid] = msgspec.structs.replace(
                    before or model,
                    eid=one.eid,
                    heading=one.heading or "",
                    text=words,
                    first=version.first,
                    until=before.until if before else document.until,
                    acts=(*(before.acts if before else ()), *([number] if number else [])),
                    parts=_parts(one),
                )
    yield from standing.values()


def _ended(entry: Entry, day: dt.date) -> Entry:
    until = min(entry.until, day) if entry.until else day
    return msgspec.structs.replace(entry, until=until)


def _parts(holder: Provision) -> tuple[Part, ...]:
    inner: Iterable[Provision] = (one for one in holder.walk() if one is not holder)
    return tuple(Part(one.eid, one.start - holder.start, one.end - holder.start) for one in inner)


def _entry(
    document: KnownDocument, cited: int, eid: str, heading: str, text: str,
    first: dt.date | None = None, until: dt.date | None = None, parts: tuple[Part, ...] = (),
) -> Entry:  # fmt: skip
    return Entry(
        key=document.key, number=document.number, kind=document.kind, title=document.title,
        eid=eid, heading=heading, text=text, issuer=document.issuer, date=document.date,
        areas=document.areas, first=first or document.effect, until=until or document.until,
        cited=cited, parts=parts,
    )  # fmt: skip


def _within(
    alone: list[KnownProvision], provisions: list[KnownProvision]
) -> dict[str, list[KnownProvision]]:
    """The clauses and points of each, by the provision that holds them; both in text order."""
    found: dict[str, list[KnownProvision]] = {one.eid: [] for one in alone}
    holders = iter(alone)
    holder = next(holders, None)
    for one in provisions:
        while holder is not None and one.start >= holder.end:
            holder = next(holders, None)
        if holder is None:
            break
        if one.start >= holder.start and one.end <= holder.end and one.eid != holder.eid:
            found[holder.eid].append(one)
    return found


def _interval(
    document: KnownDocument, eid: str, effects: list[Effect]
) -> tuple[dt.date | None, dt.date | None]:
    """When an article takes effect and ends, where that differs from its document."""
    first = until = None
    for one in effects:
        if one.eid == eid and one.state == "in_force" and one.first:
            first = one.first
        if one.eid == eid and one.state == "ended" and one.first:
            until = min(one.first, until) if until else one.first
    return first, until
