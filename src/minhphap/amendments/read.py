"""Amending document -> instructions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from minhphap.amendments import words
from minhphap.amendments.action import Action, is_attachment
from minhphap.amendments.actions import Interpreter
from minhphap.amendments.consolidated import is_consolidated
from minhphap.amendments.instruction import Act, Aim, Instruction
from minhphap.amendments.newtext import step_of
from minhphap.amendments.order import Order
from minhphap.amendments.orders import Reading, read_orders
from minhphap.amendments.quotes import find_quotes
from minhphap.amendments.resolver import Resolver
from minhphap.amendments.tokens import Token, Tokenizer
from minhphap.amendments.works import Meant, Works
from minhphap.citations import Citation, Work, cite
from minhphap.structure import Document, Provision
from minhphap.text import comparison_key

_HOLDERS = frozenset(("part", "chapter", "section", "subsection", "attached"))
_CLAUSES = frozenset(("article", "clause", "point"))


def instructions(
    document: Document, citations: Sequence[Citation] | None = None
) -> tuple[Instruction, ...]:
    """What a document orders other documents to become, in the order of its text.

    Each instruction is tied to the clause that gives it. New text is that of the quotation. Rules
    for the time between ("điều khoản chuyển tiếp") are given too, as "transitional", where the
    document amends anything. ``citations``: those of the document, where they are known already.
    A consolidated text gives none: its footnotes and articles repeat the orders of others.
    """
    if is_consolidated(document):
        return ()
    return tuple(_Walk(document, cite(document) if citations is None else citations).run())


class Above(NamedTuple):
    """An item of a list that further items are numbered after: "đ)" before "đ1)", "đ2)"."""

    num: str
    meant: Meant

    def holds(self, one: Provision) -> bool:
        """Whether an item is one of those."""
        rest = (one.num or "").removeprefix(self.num)
        return bool(self.num) and rest != one.num and rest.isdigit()


class _Walk:
    """One pass over the clauses of a document, outer before inner."""

    def __init__(self, document: Document, citations: Sequence[Citation]) -> None:
        self.text = document.source.text
        self.document = document
        self.tokenizer = Tokenizer(self.text, citations)
        self.works = Works(document, citations)
        meta = document.meta
        self.act = Act(meta.kind, meta.number, meta.date, meta.issuer, meta.title)
        self.found: list[Instruction] = []
        self.transitions: list[Provision] = []

    def run(self) -> list[Instruction]:
        for root in self.document.provisions:
            self.visit(root, None, Meant(self.works.title, None))
        if self.found:
            sources = {one.source for one in self.found}
            self.found += [
                self.transitional(clause)
                for clause in self.transitions
                if clause.eid not in sources
            ]
            self.found.sort(key=lambda one: one.start)
        return self.found

    def visit(self, one: Provision, lead: Order | None, meant: Meant) -> Meant:
        """A provision and all below it; returns what bare paths mean behind its words."""
        if one.type in _HOLDERS:
            meant = self.works.in_heading(one, meant)
            for child in one.children:
                self.visit(child, None, meant)
        elif one.type in _CLAUSES:
            return self.clause(one, lead, meant)
        return meant

    def clause(self, one: Provision, lead: Order | None, meant: Meant) -> Meant:
        """A clause and all below it; as ``visit``."""
        if one.type == "article" and words.TRANSITION.search(comparison_key(one.heading or "")):
            self.transitions += [c for c in one.children if c.type == "clause"] or [one]
        reading = self.read(one, lead)
        resolver = Resolver(self.works, meant)
        interpreter = Interpreter(self.text, reading.orders, resolver, self.issued)
        if not reading.below:
            self.emit(one, interpreter.actions(reading.orders))
            return self.meant(interpreter, reading, meant)
        order = reading.orders[-1] if reading.orders else None
        leads = order if order is not None and not order.blocks else None
        meant = self.meant(interpreter, reading, meant)
        at = len(self.found)
        above = Above("", meant)
        for child in one.children:
            if not child.type.startswith("quoted"):
                within = above.meant if above.holds(child) else meant
                told = self.visit(child, leads or (lead if order is None else None), within)
                above = above if above.holds(child) else Above(child.num or "", told)
        rest = reading.orders
        if leads is not None:
            if len(self.found) > at:
                rest = [other for other in rest if other is not leads]
            elif leads.awaits and (leads.announced or continues(interpreter, leads, one)):
                leads.blocks += below(self.text, one)
        own = interpreter.actions(rest)
        later = self.found[at:]
        del self.found[at:]
        self.emit(one, own)
        self.found += later
        return meant

    def read(self, one: Provision, lead: Order | None) -> Reading:
        """The orders of a clause; cheap where its own words hold none."""
        if lead is None and not self.may_order(one):
            return Reading([], [], bool(one.children))
        tokens = self.tokenizer.tokens(one)
        reading = read_orders(self.text, tokens, lead)
        if reading.orders and not reading.below:
            self.take_rest(one, reading.orders[-1])
        return reading

    def take_rest(self, one: Provision, order: Order) -> None:
        """New text that no quotation mark opens: all behind "như sau:"."""
        if not order.awaits or order.tail < 0 or order.blocks:
            return
        behind = [item for item in order.items if item.token.start > order.tail]
        if any(item.link == "by" and item.token.kind == "cite" for item in behind):
            return  # a list: "như sau: Mẫu số 01 bằng Mẫu số 02; …"
        if self.text[order.tail : one.end].strip() and (order.announced or not behind):
            order.items = [item for item in order.items if item not in behind]
            order.blocks.append(Token("block", order.tail, one.end))

    def may_order(self, one: Provision) -> bool:
        """Whether the words of a clause before, between and after its children hold a verb."""
        at = one.start
        for child in one.children:
            if words.OPENER.search(self.text, at, child.start):
                return True
            at = child.end
        return words.OPENER.search(self.text, at, one.end) is not None

    def meant(self, interpreter: Interpreter, reading: Reading, meant: Meant) -> Meant:
        """What bare paths mean below a clause."""
        for order in reading.orders:
            for aim, item in interpreter.targets.aims(order):
                if aim.eid is None and order.ends and order is not reading.orders[-1]:
                    break  # "thay thế Thông tư số 5 và bãi bỏ các quy định sau:"
                some = item.words.startswith("một số") and item.words.endswith(("và", ","))
                return Meant(aim.work, None if some and is_attachment(aim) else aim.eid)
        for item in reading.loose:
            for aim in interpreter.targets.of(item):
                if aim.work.number or aim.work.title:
                    return Meant(aim.work, aim.eid)
        return meant

    def issued(self, eid: str) -> tuple[int, int] | None:
        """The span of an appendix issued with the amending document."""
        one = self.document.by_eid.get(eid)
        return (one.start, one.end) if one is not None else None

    # --- results -------------------------------------------------------------------------

    def emit(self, one: Provision, actions: Sequence[Action]) -> None:
        for action in actions:
            new, work = action.new, action.aim.work
            if action.aim.eid is None and work == Work():
                continue  # neither a work nor a provision is named
            self.found.append(
                Instruction(
                    op=action.op,
                    source=one.eid,
                    start=action.span[0],
                    end=action.span[1],
                    target=action.aim,
                    act=self.act,
                    new=new,
                    new_text=self.text[new[0] : new[1]] if new else None,
                    old_phrase=action.old_phrase,
                    new_phrase=action.new_phrase,
                    new_eids=action.new_eids,
                    scope="throughout" if action.throughout else None,
                )
            )

    def transitional(self, clause: Provision) -> Instruction:
        """A rule for the time between, which stays in the amending document."""
        return Instruction(
            op="transitional",
            source=clause.eid,
            start=clause.start,
            end=clause.end,
            target=Aim(self.works.title or Work(), None, clause.start, clause.start),
            act=self.act,
            new=(clause.start, clause.end),
            new_text=self.text[clause.start : clause.end],
        )


def continues(interpreter: Interpreter, order: Order, one: Provision) -> bool:
    """ "Điều 3. Sửa đổi khoản 1 Điều 8" and a clause 1 below: its new text, without marks."""
    aims = interpreter.targets.aims(order)
    return bool(aims) and (aims[0][0].eid or "").rpartition("__")[2] == step_of(one.children[0])


def below(text: str, one: Provision) -> list[Token]:
    """What stands below a lead-in that announces new text, though no mark opens it.

    Where each item of the list is a quotation, each is a new text of its own.
    """
    blocks = []
    for child in one.children:
        quotes = find_quotes(text, child.start, child.end)
        label = words.LABEL.match(comparison_key(text[child.start : child.start + 60]))
        if len(quotes) != 1 or label is None or quotes[0].open != child.start + label.end():
            return [Token("block", one.children[0].start, one.end, parts=one.children)]
        blocks.append(Token("block", quotes[0].start, quotes[0].end))
    return blocks
