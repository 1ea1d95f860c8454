"""Base + amending documents + day -> consolidated text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from minhphap.amendments import Applied, Instruction, Mark, apply
from minhphap.registry.consolidation import wording
from minhphap.registry.consolidation.acts import (
    Act,
    bases_of,
    enforcement_of,
    enforces,
    read_act,
    read_base,
)
from minhphap.registry.consolidation.consolidated import Consolidated, LeftOut, Note
from minhphap.registry.consolidation.labels import after_label, after_title
from minhphap.structure import Document, Provision

_NEVER = dt.date.max


def consolidate(
    base: Document | Act,
    amending: Sequence[Document | Act],
    on: dt.date | None = None,
) -> Consolidated:
    """The base as it reads on a day, after the amending documents in the order of their effect.

    ``on=None``: all are worked in. With a day, what takes effect later, or on a day that is not
    known, is left out and listed. An ``Act`` carries a day of effect that its text does not tell.
    """
    first = base if isinstance(base, Act) else read_base(base)
    acts = [one if isinstance(one, Act) else read_act(one) for one in amending]
    acts.sort(key=lambda act: (act.effective or _signed(act), _signed(act)))
    orders: list[Instruction] = []
    used: list[Act] = []
    left: list[LeftOut] = []
    for act in acts:
        counted = [one for one in act.orders if _counts(one, on)]
        orders += counted
        later = tuple(one for one in act.orders if not _counts(one, on))
        if counted or not act.orders:
            used.append(act)
        if later:
            undated = all(one.effective is None for one in later)
            left.append(LeftOut(act, later, "undated" if undated else "later"))
    applied = apply(first.document, orders)
    told = tuple(used)
    notes, rest = _notes(first, told, applied)
    return Consolidated(
        base=first,
        acts=told,
        document=applied.document,
        notes=tuple(sorted(notes, key=lambda note: note.at)),
        preface=wording.preface(first, told),
        applied=applied,
        on=on,
        left_out=tuple(left),
        enforcement=rest,
    )


def _signed(act: Act) -> dt.date:
    return act.document.meta.date or _NEVER


def _counts(one: Instruction, on: dt.date | None) -> bool:
    return on is None or (one.effective is not None and one.effective <= on)


def _notes(
    base: Act, acts: tuple[Act, ...], applied: Applied
) -> tuple[list[Note], tuple[str, ...]]:
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
    last = _last_article(document)
    if last is not None and carrying:
        at = after_title(document, last)
        return [*notes, Note(at, "\n".join(carrying))], ()
    return notes, tuple(carrying)


def _on_changes(acts: Sequence[Act], applied: Applied) -> Iterator[Note]:
    """A note at each changed place; the same words in one provision once."""
    by_act = {act.orders[0].act: act for act in acts if act.orders}
    document = applied.document
    starts = {one.start: one for one in reversed(list(document.walk()))}
    seen: set[tuple[str, int]] = set()
    for mark in applied.marks:
        holder = starts.get(_first(document.source.text, mark.at))
        here = holder if holder is not None and holder.end <= mark.end + 1 else None
        inside = here or document.at(max(mark.at, min(mark.end, len(document.source.text)) - 1))
        at = _place(document, mark, here)
        sentences = []
        for one in mark.instructions:
            key = (inside.eid if inside else "", id(one))
            if key not in seen:
                seen.add(key)
                kind = inside.type if inside else ""
                sentences.append(wording.told(one, by_act[one.act], kind))
        if sentences:
            yield Note(at, " ".join(sentences), mark.instructions)


def _first(text: str, at: int) -> int:
    """Where the words of a stretch begin: new lines are put in before them."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _place(document: Document, mark: Mark, here: Provision | None) -> int:
    """Behind the number or title of a provision, or behind the changed words."""
    return mark.end if here is None else after_label(document, here)


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
    by_act = {act.orders[0].act: act for act in acts if act.orders}
    document = applied.document
    for one in applied.aside:
        held = document.by_eid.get(one.target.eid or "")
        if one.op == "suspend" and held is not None:
            text = wording.told(one, by_act[one.act], held.type)
            yield Note(after_label(document, held), text, (one,))


def _last_article(document: Document) -> Provision | None:
    """The article of the base on its effect; the last that speaks of carrying out."""
    found = None
    for one in document.walk():
        if one.type == "article" and not one.eid.startswith("att_"):
            if enforces(one, document.source.text):
                found = one
    return found
