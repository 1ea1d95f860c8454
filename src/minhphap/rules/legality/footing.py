"""What the known law says of each document that a draft cites."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from minhphap.citations import Citation, Target
from minhphap.registry import Registry, Relation, Resolution
from minhphap.rules.context import Context
from minhphap.structure import Provision
from minhphap.text import official_date

_SLOT = "legality.cited"


class Cited(msgspec.Struct, frozen=True):
    """One target of a citation of another document, and what became of it in the known law."""

    citation: Citation
    target: Target
    found: Resolution
    holder: Provision | None

    @property
    def is_basis(self) -> bool:
        """Whether it is given as a ground of issue."""
        return self.citation.role == "basis"


def known_law(context: Context) -> tuple[Registry, dt.date]:
    """The known law and the day; rules that ask for them require "law"."""
    assert context.law is not None
    assert context.day is not None
    return context.law, context.day


def cited(context: Context) -> tuple[Cited, ...]:
    """Every citation of another document, outside quoted new text, looked up once a draft."""
    if _SLOT not in context.__dict__:
        context.__dict__[_SLOT] = tuple(_cited(context))
    found: tuple[Cited, ...] = context.__dict__[_SLOT]
    return found


def _cited(context: Context) -> Iterator[Cited]:
    law, day = known_law(context)
    document = context.document
    for citation in context.citations:
        holder = document.at(citation.start)
        if holder is not None and (holder.type.startswith("quoted") or "__q_" in holder.eid):
            continue
        for target in citation.targets:
            if target.work.this or target.work.attached:
                continue
            found = law.resolve(target, day, citing=document.meta)
            yield Cited(citation, target, found, holder)


def firsts(context: Context) -> Iterator[Cited]:
    """The first target of each citation: for rules that speak of documents, not of clauses."""
    seen = None
    for one in cited(context):
        if one.citation is not seen:
            seen = one.citation
            yield one


def bases(context: Context) -> Iterator[Cited]:
    """The documents given as grounds of issue."""
    return (one for one in firsts(context) if one.is_basis)


def doer(law: Registry, relation: Relation | None) -> str:
    """The document that brought something about, as officials call it; "" where not known."""
    if relation is None or relation.source is None:
        return ""
    source = law.get(relation.source)
    return source.called if source else ""


def since(day: dt.date | None) -> str:
    """ " từ ngày 01/4/2025"; "" where the day is not known."""
    return f" từ ngày {official_date(day)}" if day else ""
