"""The acts of a consolidation out of a registry."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import msgspec

from minhphap.registry.consolidation.acts import Act, read_act, read_base
from minhphap.registry.keys import title_key
from minhphap.registry.known import KnownDocument
from minhphap.registry.relation import CHANGES, ENDS
from minhphap.registry.snapshot import Registry
from minhphap.structure import Document, parse


class Gathered(msgspec.Struct, frozen=True):
    """A base and the acts that a registry knows to change it.

    ``base`` is None where its text is not known. ``missing`` change it too, but their text is not
    known; ``unknown`` are acts of which only the number is known, as cited.
    """

    base: Act | None
    acts: tuple[Act, ...]
    missing: tuple[KnownDocument, ...]
    unknown: tuple[str, ...]

    @property
    def without(self) -> list[str]:
        """What to call the acts that change the base, but whose text is not known."""
        return [one.called for one in self.missing] + list(self.unknown)


class ActReader:
    """Amending documents of a registry; those used last are kept, since one act changes many."""

    def __init__(self, law: Registry, keep: int = 1) -> None:
        self._law = law
        self._read = lru_cache(keep)(self._act)

    def __call__(self, known: KnownDocument) -> Act | None:
        """The act with its orders; None where its text is not known."""
        return self._read(known)

    def _act(self, known: KnownDocument) -> Act | None:
        text = _text_of(self._law, known)
        return None if text is None else read_act(text, known.effect)


def gather(
    law: Registry,
    document: KnownDocument,
    on: dt.date | None = None,
    read: ActReader | None = None,
) -> Gathered:
    """All that changes a document up to a day, with the days of effect the registry knows."""
    read = read or ActReader(law)
    own = title_key(document.kind, document.title)
    ids: dict[int, None] = {}
    unknown: dict[str, None] = {}
    for relation in law.relations(document, "in", CHANGES | ENDS):
        if on is not None and relation.date is not None and relation.date > on:
            continue
        if relation.source is not None:
            ids[relation.source] = None
        elif relation.by_cited is not None:
            cited = relation.by_cited
            if cited.number or title_key(cited.kind or "", cited.title or "") != own:
                unknown[cited.number or cited.title or "?"] = None
    acts: list[Act] = []
    missing: list[KnownDocument] = []
    for identity in ids:
        known = law.get(identity)
        if known is None or known.consolidation or known.id == document.id:
            continue
        act = read(known)
        if act is None:
            missing.append(known)
        else:
            acts.append(act)
    seen = {act.document.meta.number for act in acts} | {one.number for one in missing}
    text = _text_of(law, document)
    base = read_base(text, document.effect) if text is not None else None
    return Gathered(
        base, tuple(acts), tuple(missing), tuple(one for one in unknown if one not in seen)
    )


def _text_of(law: Registry, known: KnownDocument) -> Document | None:
    """The text, read anew for its head and foot; the registry tells what they do not."""
    source = law.source(known)
    if source is None:
        return None
    document = parse(source)
    meta = document.meta
    filled = msgspec.structs.replace(
        meta,
        issuer=meta.issuer or known.issuer or None,
        kind=meta.kind or known.kind or None,
        number=meta.number or known.number,
        date=meta.date or known.date,
        title=meta.title or known.title or None,
    )
    return msgspec.structs.replace(document, meta=filled)
