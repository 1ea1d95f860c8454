"""Base + amending documents + day -> consolidated text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from minhphap.amendments import Applied, Instruction, apply
from minhphap.registry.consolidation import wording
from minhphap.registry.consolidation.acts import (
    Act,
    bases_of,
    enforcement_of,
    enforcing_article,
    read_act,
    read_base,
)
from minhphap.registry.consolidation.consolidated import Consolidated, LeftOut, Note
from minhphap.registry.consolidation.labels import Spots, after_label, after_title
from minhphap.structure import Document

_NEVER = dt.date.max


def consolidate(
    base: Document | Act,
    amending: Sequence[Document | Act],
    on: dt.date | None = None,
    missing: Sequence[str] = (),
) -> Consolidated:
    """The base as it reads on a day, after the amending documents in the order of their effect.

    ``on=None``: all are worked in. With a day, what takes effect later, or on a day that is not
    known, is left out and listed. ``missing`` names acts that change the base too, but whose text
    is not at hand: the text says so below its title. An ``Act`` carries a day of effect that its
    text does not tell.
    """
    first = base if isinstance(base, Act) else read_base(base)
    acts = [one if isinstance(one, Act) else read_act(one) for one in amending]
    acts.sort(key=lambda act: (act.effective or _signed(act), _signed(act)))
    left: list[LeftOut] = []
    for act in acts:
        later = tuple(one for one in act.orders if not _counts(one, on))
        if later:
            undated = all(one.effective is None for one in later)
            left.append(LeftOut(act, later, "undated" if undated else "later"))
    applied = apply(first.document, in_order(acts, on))
    told = tuple(_concerned(acts, applied))
    notes, rest = _notes(told, applied)
    return Consolidated(
        base=first,
        acts=told,
        document=applied.document,
        notes=tuple(sorted(notes, key=lambda note: note.at)),
        preface=wording.preface(first, told, missing),
        applied=applied,
        on=on,
        left_out=tuple(left),
        enforcement=rest,
    )


def _concerned(acts: Sequence[Act], applied: Applied) -> Iterator[Act]:
    """The acts that order something of this base."""
    orders = [one for mark in applied.marks for one in mark.instructions]
    orders += applied.aside
    orders += [one.instruction for one in applied.refused if one.reason != "other_work"]
    orders += [applied.ended] if applied.ended is not None else []
    known = {id(one) for one in orders}
    yield from (act for act in acts if any(id(one) in known for one in act.orders))


def in_order(acts: Sequence[Act], on: dt.date | None) -> list[Instruction]:
    """The orders that count on a day, by the day from which they count."""
    dated = [
        (one.effective or _signed(act), number, one)
        for number, act in enumerate(acts)
        for one in act.orders
        if _counts(one, on)
    ]
    return [one for _, _, one in sorted(dated, key=lambda row: row[:2])]


def _signed(act: Act) -> dt.date:
    return act.document.meta.date or _NEVER


def _counts(one: Instruction, on: dt.date | None) -> bool:
    return on is None or (one.effective is not None and one.effective <= on)


def _notes(acts: tuple[Act, ...], applied: Applied) -> tuple[list[Note], tuple[str, ...]]:
    """All notes, and words on carrying out that no article of the base can bear."""
    document = applied.document
    notes = list(_on_changes(acts, applied))
    notes += _on_bases(acts, document)
    notes += _on_pauses(acts, applied)
    carrying = [
        wording.on_enforcement(act, f"Điều {article.num}", words)
        for act in acts
        for article, words in enforcement_of(act)
    ]
    own = enforcing_article(document)
    if own is not None and carrying:
        at = after_title(document, own)
        return [*notes, Note(at, "\n".join(carrying))], ()
    return notes, tuple(carrying)


def _by_order(acts: Sequence[Act]) -> dict[int, Act]:
    """The act of each order, by the identity of the order: two acts may have equal heads."""
    return {id(one): act for act in acts for one in act.orders}


def _on_changes(acts: Sequence[Act], applied: Applied) -> Iterator[Note]:
    """A note at each changed place; the same words in one provision once."""
    by_order = _by_order(acts)
    document = applied.document
    spots = Spots(document)
    seen: set[tuple[str, int]] = set()
    for mark in applied.marks:
        whole, inside = spots.whole(mark), spots.innermost(mark)
        at = mark.end if whole is None else after_label(document, whole)
        sentences = []
        for one in mark.instructions:
            key = (inside.eid if inside else "", id(one))
            if key not in seen:
                seen.add(key)
                kind = inside.type if inside else ""
                sentences.append(wording.told(one, by_order[id(one)], kind))
        if sentences:
            yield Note(at, "\n".join(sentences), mark.instructions)


def _on_bases(acts: Sequence[Act], document: Document) -> list[Note]:
    told = [wording.on_bases(act, words) for act in acts if (words := bases_of(act.document))]
    roots = document.provisions
    if not told or not roots or roots[0].type != "preamble":
        return []
    text = document.source.text
    end = len(text[: roots[0].end].rstrip())
    while text[end - 1 : end] in (":", ".", ";"):
        end -= 1
    return [Note(end, "\n".join(told))]


def _on_pauses(acts: Sequence[Act], applied: Applied) -> Iterator[Note]:
    """Suspensions change no words but must be seen."""
    by_order = _by_order(acts)
    document = applied.document
    for one in applied.aside:
        held = document.by_eid.get(one.target.eid or "")
        if one.op == "suspend" and held is not None:
            text = wording.told(one, by_order[id(one)], held.type)
            yield Note(after_label(document, held), text, (one,))
