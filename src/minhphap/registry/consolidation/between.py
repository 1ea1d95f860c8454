"""What changed in one document between two days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from minhphap.amendments import Edit, Instruction, Step, apply
from minhphap.amendments.instruction import spoken
from minhphap.registry.consolidation.acts import Act, read_act, read_base
from minhphap.registry.consolidation.consolidate import consolidate, in_order
from minhphap.registry.consolidation.consolidated import LeftOut
from minhphap.structure import Document


class Difference(msgspec.Struct, frozen=True):
    """The lines of one provision that the orders of one act change.

    ``eid`` names the provision in the text before; of a new provision its neighbour. ``before``
    is "" for a new provision.
    """

    eid: str
    before: str
    after: str
    act: Act
    orders: tuple[Instruction, ...]

    @property
    def words(self) -> str:
        """The provision as one speaks of it; "" where it has no number."""
        return spoken(self.eid)


class Between(msgspec.Struct, frozen=True):
    """What changed after ``first`` up to and with ``last``, act by act, in order of the text.

    ``left_out``: orders whose day is not known, so that nothing can be said of them.
    """

    first: dt.date
    last: dt.date
    differences: tuple[Difference, ...]
    left_out: tuple[LeftOut, ...]


def between(
    base: Document | Act,
    amending: Sequence[Document | Act],
    first: dt.date,
    last: dt.date,
) -> Between:
    """Compare the text of ``first`` with that of ``last``; the days may be given either way."""
    first, last = min(first, last), max(first, last)
    whole = base if isinstance(base, Act) else read_base(base)
    acts = [one if isinstance(one, Act) else read_act(one) for one in amending]
    start = consolidate(whole, acts, first)
    known = {id(one) for one in in_order(acts, first)}
    orders = [one for one in in_order(acts, last) if id(one) not in known]
    by_order = {id(one): act for act in acts for one in act.orders}
    found: list[Difference] = []
    for step in apply(start.document, orders).steps:
        act = by_order[id(step.edits[0].instructions[0])]
        found += _differences(step, act)
    undated = [
        LeftOut(act, lost, "undated")
        for act in acts
        if (lost := tuple(one for one in act.orders if one.effective is None))
    ]
    return Between(first, last, tuple(found), tuple(undated))


def _differences(step: Step, act: Act) -> Iterator[Difference]:
    """The edits of one act, those in one provision together."""
    text = step.before.source.text
    held: dict[str, list[Edit]] = {}
    for edit in step.edits:
        if edit.old:
            held.setdefault(edit.eid, []).append(edit)
    told: set[str] = set()
    for edit in step.edits:
        if not edit.old:
            yield Difference(edit.eid, "", edit.new.strip(), act, edit.instructions)
        elif edit.eid not in told:
            told.add(edit.eid)
            yield _difference(text, held[edit.eid], act)


def _difference(text: str, edits: Sequence[Edit], act: Act) -> Difference:
    """The lines of one provision that the edits touch."""
    start = text.rfind("\n", 0, edits[0].start) + 1
    stop = text.find("\n", edits[-1].end)
    end = len(text) if stop < 0 else stop
    pieces, at = [], start
    for edit in edits:
        pieces += [text[at : edit.start], edit.new]
        at = edit.end
    pieces.append(text[at:end])
    orders = tuple({id(one): one for edit in edits for one in edit.instructions}.values())
    return Difference(edits[0].eid, text[start:end].strip(), "".join(pieces).strip(), act, orders)
