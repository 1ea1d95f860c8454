"""One unit of input -> what it says: the work of the readers that run side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from minhphap.amendments import Instruction, instructions
from minhphap.citations import Work, cite
from minhphap.intake import Source, Unreadable, read
from minhphap.registry.bodies import pack_cells, pack_text
from minhphap.registry.keys import normal_number
from minhphap.registry.reading.acts import acts
from minhphap.registry.reading.columns import read_date, read_relation
from minhphap.registry.reading.consolidated import Consolidation, consolidation_of
from minhphap.registry.reading.effect_words import Told, new_effect, own_effect
from minhphap.registry.reading.heads import (
    contradicts,
    head_of_row,
    head_of_text,
    sketch,
    title_of_consolidated,
    with_series,
)
from minhphap.registry.reading.incoming import AsWritten, Body, Head, Item, Note
from minhphap.registry.reading.ordered import with_orders
from minhphap.registry.reading.pages import facts_of_page
from minhphap.structure import Document, parse
from minhphap.text import normalize

_PAGES = frozenset((".html", ".htm", ".mhtml", ".mht"))


class Raw(msgspec.Struct, frozen=True):
    """A unit of input as found: a row with its fields, or a file to read."""

    locator: str
    fields: dict[str, str] = {}
    path: str = ""
    relation: bool = False
    """The fields state a relation, not a document."""


def extract(raw: Raw) -> list[Item]:
    """Everything a unit says; never fails: what could not be read is a note."""
    if raw.relation:
        return [_relation(raw)]
    notes: list[Note] = []
    fields = dict(raw.fields)
    locator = _locator(raw)
    source = _source(raw, fields, notes)
    head, said = head_of_row(fields)
    notes += said
    if source is None:
        if head is None and raw.fields:
            notes.append(Note("no_number", fields.get("title", "")[:200]))
        return [Item(locator, (head,) if head else (), notes=tuple(notes))]
    return _read(locator, head, source, notes)


def _locator(raw: Raw) -> str:
    """The place of a unit, with the source that a row itself names."""
    return f"{raw.locator} {' '.join(raw.fields.get('source', '').split())[:200]}".strip()


def _source(raw: Raw, fields: dict[str, str], notes: list[Note]) -> Source | None:
    """The text of a unit; the facts of a saved page are added to ``fields``."""
    try:
        if raw.path:
            path = Path(raw.path)
            if path.suffix.lower() in _PAGES:
                for field, value in facts_of_page(path.read_bytes()).items():
                    fields.setdefault(field, value)
            return read(path)
        if fields.get("html", "").strip():
            data = fields["html"].encode()
            for field, value in facts_of_page(data).items():
                fields.setdefault(field, value)
            return read(data, name="page.html")
    except (Unreadable, OSError) as error:
        notes.append(Note("unreadable", str(error)))
        return None
    text = normalize(fields.get("text", "")).text
    return Source(text=text, name=raw.locator) if text.strip() else None


def _read(locator: str, stated: Head | None, source: Source, notes: list[Note]) -> list[Item]:
    document = parse(source)
    citations = cite(document)
    told = consolidation_of(source.text, citations)
    if told or (stated and stated.kind == "consolidated"):
        return _consolidated(locator, stated, document, told, notes)
    own = head_of_text(document)
    stated = stated and with_series(stated, document)
    if stated is not None and contradicts(stated, document):
        detail = f"{stated.number}: {document.meta.number}"
        notes.append(Note("text_of_another", detail))
        return [Item(locator, (stated,), notes=tuple(notes))]
    if stated is None and own is None:
        notes.append(Note("no_number", " ".join(source.text[:160].split())))
        return [Item(locator, notes=tuple(notes))]
    signed = own.date if own and own.date else stated.date if stated else None
    effect = own_effect(document, citations, signed)
    heads = _heads(stated, own, document, effect)
    orders = instructions(document, citations)
    relations = with_orders(acts(document, citations), orders)
    body = _body(document, relations, effect)
    item = Item(locator, heads, body, notes=tuple(notes))
    return [item, *(_postponed(locator, orders, signed) if signed else ())]


def _postponed(locator: str, orders: Sequence[Instruction], signed: dt.date) -> Iterator[Item]:
    """Days of effect that an act of a day gives to the documents it amends, one a document.

    Only as the new words of a clause: an article so named may be the act's own, its quotation
    mark lost.
    """
    found: dict[str, tuple[Work, dt.date]] = {}
    for one in orders:
        clause = one.op == "replace" and "__para_" in (one.target.eid or "")
        day = new_effect(one.new_text) if clause and one.new_text else None
        if day and one.target.work.number:
            found[normal_number(one.target.work.number)] = one.target.work, day
    for number, (work, day) in sorted(found.items()):
        head = Head(
            work.number or "", work.kind or "", issuer=work.issuer or "", date=work.date,
            effect=day, sure="ordered", stated_on=signed,
        )  # fmt: skip
        yield Item(f"{locator}#effect of {number}", (head,))


def _heads(
    stated: Head | None, own: Head | None, document: Document, effect: Told
) -> tuple[Head, ...]:
    """What the row states and what the text shows; the text is one of the row's document."""
    number = stated.number if stated else own.number if own else ""
    kind = stated.kind if stated else ""
    seen = own or Head(number, kind, sure="read")
    seen = msgspec.structs.replace(
        seen, number=number, kind=kind or seen.kind, effect=effect.first, until=effect.until,
        sketch=sketch(document),
    )  # fmt: skip
    return (stated, seen) if stated else (seen,)


def _body(document: Document, relations: list[AsWritten], effect: Told) -> Body:
    source = document.source
    return Body(
        text=pack_text(source.text),
        cells=pack_cells(source.blocks),
        whole=is_whole(document),
        provisions=[
            (one.eid, one.type, one.num, one.heading, one.start, one.end) for one in document.walk()
        ],
        relations=relations,
        effects=list(effect.parts),
    )


def is_whole(document: Document) -> bool:
    """Whether a text can be held to be complete: it is signed, and no article number is skipped."""
    top = [one for root in document.provisions for one in root.walk()]
    articles = [one.num for one in top if one.type == "article" and one.eid.startswith("art_")]
    signed = any(one.type == "signature" for one in document.provisions)
    plain = [int(num) for num in articles if num and num.isdecimal()]
    return signed and bool(plain) and plain == list(range(1, len(plain) + 1))


def _consolidated(
    locator: str,
    stated: Head | None,
    document: Document,
    told: Consolidation | None,
    notes: list[Note],
) -> list[Item]:
    """The consolidation as a document of its own, under its own number where it shows one."""
    own_number = stated.number if stated and stated.kind == "consolidated" else ""
    number = own_number or (told.number if told else "") or (stated.number if stated else "")
    if not number and told and told.base.number:
        number = told.base.number
    items = []
    if stated and not own_number:
        notes.append(Note("consolidation_as_original", f"{stated.number}: {number}"))
        items.append(Item(locator, (stated,), notes=tuple(notes)))
        notes = []
    if not number:
        notes.append(Note("no_number", " ".join(document.source.text[:160].split())))
        return [*items, Item(f"{locator}#consolidated", notes=tuple(notes))]
    relations: list[AsWritten] = []
    if told:
        relations.append(AsWritten("consolidates", told.base))
        relations += [
            AsWritten("amends", told.base, by=work, date=day, whole=False, sure="attested")
            for work, day in told.changes
        ]
    date = (stated.date if own_number and stated else None) or (told.date if told else None)
    head = Head(
        number=number,
        kind="consolidated",
        title=title_of_consolidated(
            document.meta.title or (stated.title if stated and own_number else ""),
            told.base if told else None,
        ),
        issuer=stated.issuer if own_number and stated else "",
        date=date,
        sure="stated" if own_number else "read",
        consolidation=True,
        sketch=sketch(document),
    )
    body = _body(document, relations, Told())
    place = locator if own_number else f"{locator}#consolidated"
    items.append(Item(place, (head,), body, notes=tuple(notes)))
    if told and told.base.number:
        base = told.base
        items.append(
            Item(
                f"{locator}#base",
                (
                    Head(
                        told.base.number, base.kind or "", issuer=base.issuer or "",
                        date=base.date, effect=told.base_effect, sure="attested",
                    ),
                ),
            )
        )  # fmt: skip
    return items


def _relation(raw: Raw) -> Item:
    fields = raw.fields
    kind = read_relation(fields.get("relation", ""))
    by, to = fields.get("from", "").strip(" '\""), fields.get("to", "").strip(" '\"")
    if kind is None or not by or not to or normal_number(by) == normal_number(to):
        words = " / ".join((by, fields.get("relation", ""), to))
        return Item(_locator(raw), notes=(Note("relation_words", words),))
    written = AsWritten(
        kind,
        Work(number=to, issuer=fields.get("to_issuer")),
        by=Work(number=by, issuer=fields.get("from_issuer")),
        date=read_date(fields.get("date", "")),
        whole=kind not in ("amends", "supplements"),
        sure="stated",
    )
    return Item(_locator(raw), relations=(written,))
