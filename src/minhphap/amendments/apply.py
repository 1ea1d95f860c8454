"""Base + instructions -> amended document, with all that was not applied."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from minhphap.amendments.applied import Applied, Clash, Edit, Mark, Reason, Refused, Step
from minhphap.amendments.changes import Changes
from minhphap.amendments.instruction import Instruction
from minhphap.amendments.marks import carried
from minhphap.amendments.matching import Searched, put_in
from minhphap.amendments.names import is_inside_appendix
from minhphap.amendments.places import Places
from minhphap.amendments.planning import EXCEPTED, VAGUE, Change, Planner, RefusedError
from minhphap.amendments.refusals import refuse
from minhphap.amendments.retext import retext
from minhphap.law import parse_number
from minhphap.structure import Document
from minhphap.text import comparison_key

_ASIDE = frozenset(("transitional", "suspend"))
_UNTOUCHED = frozenset(("preamble", "basis", "recipients", "signature"))


def apply(
    base: Document, instructions: Sequence[Instruction], *, number: str | None = None
) -> Applied:
    """The base as the instructions say it shall be.

    Instructions of one act that stand together are applied together to the text as it was before
    the act; acts come one after the other in the order given (the caller sorts them by the day
    they take effect). ``number``: that of the base, where its own head is silent. Nothing is
    skipped in silence: what is not applied is in ``refused``, two orders on one provision are in
    ``clashes``, what changes no words is in ``aside``.
    """
    return _Applier(base, number or base.meta.number).run(instructions)


def revert(applied: Applied) -> Document:
    """The base again: every edit undone, the last first."""
    document = applied.document
    for step in reversed(applied.steps):
        spans = [(edit.at, edit.at + len(edit.new), edit.old) for edit in step.edits]
        document = retext(document, spans, step.before.meta)
    return document


class _Applier:
    def __init__(self, base: Document, number: str | None) -> None:
        self.document = base
        self.number = number
        self.steps: list[Step] = []
        self.marks: list[Mark] = []
        self.refused: list[Refused] = []
        self.clashes: list[Clash] = []
        self.aside: list[Instruction] = []
        self.ended: Instruction | None = None
        self.touched: dict[str, Instruction] = {}
        """The last instruction on each provision, over all acts."""

    def run(self, instructions: Sequence[Instruction]) -> Applied:
        for _, group in groupby(instructions, lambda one: one.act):
            self.act([one for one in group if self.aimed(one)])
        return Applied(
            self.document, tuple(self.steps), tuple(self.marks), tuple(self.refused),
            tuple(self.clashes), tuple(self.aside), self.ended,
        )  # fmt: skip

    def aimed(self, instruction: Instruction) -> bool:
        """Whether an instruction is on this base; else it is refused."""
        told = instruction.target.work.number
        if told and self.number and not _same_number(told, self.number):
            self.refused.append(refuse(instruction, "other_work"))
            return False
        title, own = instruction.target.work.title, self.document.meta.title
        if not told and title and own and not _same_title(title, own):
            self.refused.append(refuse(instruction, "other_work"))
            return False
        return True

    def act(self, instructions: Sequence[Instruction]) -> None:
        """All that one act orders, against the text as it stands before."""
        places = Places(self.document)
        changes = Changes()
        planner = Planner(places)
        phrases = []
        for instruction in instructions:
            if instruction.op in _ASIDE:
                self.aside.append(instruction)
            elif instruction.op == "replace_phrase" or instruction.new_phrase is not None:
                phrases.append(instruction)
            elif _ends_all(instruction):
                self.ended = instruction
            else:
                self.change(planner, changes, instruction)
        for instruction in sorted(phrases, key=lambda one: -len(one.old_phrase or "")):
            self.phrase(places, changes, instruction)
        self.execute(list(changes.in_order()))

    def change(self, planner: Planner, changes: Changes, instruction: Instruction) -> None:
        """Plan one instruction beside those planned before."""
        try:
            planned = planner.plan(instruction)
        except RefusedError as error:
            self.refuse(instruction, error.reason)
            return
        for one in planned:
            other = changes.clash(one)
            if other is not None:
                self.clashes.append(Clash(one.eid, other.instruction, instruction))
                self.refuse(instruction, "overlap")
                return
        for one in planned:
            changes.add(one)

    def refuse(self, instruction: Instruction, reason: Reason) -> None:
        self.refused.append(refuse(instruction, reason))

    # --- phrases ---------------------------------------------------------------------------

    def phrase(self, places: Places, changes: Changes, instruction: Instruction) -> None:
        """Words for words: in the text as it was, or in new text that the same act gives."""
        old, new = instruction.old_phrase, instruction.new_phrase
        if not old or new is None:
            self.refuse(instruction, "not_mechanical")
            return
        if EXCEPTED.search(instruction.target.place):
            self.refuse(instruction, "fine_place")
            return
        try:
            spans = self.stretches(places, instruction)
        except RefusedError as error:
            self.refuse(instruction, error.reason)
            return
        found = 0
        for start, end, eid in spans:
            over = changes.over(start, end)
            if over is not None:
                found += self.in_new_text(changes, over, instruction)
                continue
            for span in places.searched.occurrences(old, changes.free(start, end)):
                (a, b), words = put_in(places.text, span, new)
                one = Change(a, b, words, eid, instruction)
                if changes.clash(one) is None:
                    changes.add(one)
                    found += 1
        if not found:
            self.refuse(instruction, "phrase_absent")

    def in_new_text(self, changes: Changes, over: Change, instruction: Instruction) -> int:
        """Replace the words in what the same act puts in the place of a provision."""
        words = over.new
        places = Searched(words).occurrences(instruction.old_phrase or "", [(0, len(words))])
        for span in reversed(places):
            (start, end), put = put_in(words, span, instruction.new_phrase or "")
            words = words[:start] + put + words[end:]
        if places:
            changes.reword(over, words, instruction)
        return len(places)

    def stretches(self, places: Places, instruction: Instruction) -> list[tuple[int, int, str]]:
        """Where a phrase is replaced: the provision named, or all but head and foot."""
        eid = instruction.target.eid
        if eid is None and instruction.target.place == "tên":
            raise RefusedError("fine_place")  # the title in the head stays with its number
        if eid is None:
            return [
                (root.start, root.end, root.eid)
                for root in self.document.provisions
                if root.type not in _UNTOUCHED
            ]
        found = places.find(eid)
        if is_inside_appendix(eid) and not any(one.eid == eid for one in found):
            raise RefusedError("inside_appendix")
        if not found:
            raise RefusedError("not_found")
        if len(found) > 1:
            raise RefusedError("ambiguous")
        one = found[0]
        heading = places.heading(one) if instruction.target.place == "tên" else None
        start, end = heading or (one.start, one.end)
        return [(start, end, one.eid)]

    # --- execution -------------------------------------------------------------------------

    def execute(self, changes: Sequence[Change]) -> None:
        """Write the changes into the text and read it again."""
        if not changes:
            return
        before = self.document
        text = before.source.text
        edits: list[Edit] = []
        shift = 0
        for change in changes:
            old = text[change.start : change.end]
            at = change.start + shift
            told = (change.instruction, *change.also)
            edits.append(Edit(change.start, old, change.new, at, change.eid, told))
            shift += len(change.new) - len(old)
        spans = [(edit.start, edit.end, edit.new) for edit in edits]
        self.document = retext(before, spans, before.meta)
        self.steps.append(Step(before, tuple(edits)))
        self.marks = list(carried(self.marks, edits))
        self.again(edits)

    def again(self, edits: Sequence[Edit]) -> None:
        """Note provisions that an earlier act has changed already."""
        for edit in edits:
            first = self.touched.get(edit.eid)
            if first is not None and first.act != edit.instructions[0].act and edit.old:
                self.clashes.append(Clash(edit.eid, first, edit.instructions[0]))
        for edit in edits:
            if edit.old:
                self.touched[edit.eid] = edit.instructions[0]


def _ends_all(instruction: Instruction) -> bool:
    """Whether the whole work is repealed."""
    return (
        instruction.op == "repeal"
        and instruction.target.eid is None
        and not instruction.old_phrase
        and not VAGUE.search(instruction.target.place)
    )


def _same_number(one: str, other: str) -> bool:
    a, b = parse_number(one), parse_number(other)
    if a is None or b is None:
        return "".join(one.split()).lower() == "".join(other.split()).lower()
    return a.normal == b.normal


def _same_title(cited: str, own: str) -> bool:
    """ "Luật Hải quan" and the head's "HẢI QUAN"."""
    a, b = comparison_key(" ".join(cited.split())), comparison_key(" ".join(own.split()))
    return a.endswith(b) or b.endswith(a) or b in a
