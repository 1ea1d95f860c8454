"""Orders -> what each of them does to which provision."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from minhphap.amendments import phrases, words
from minhphap.amendments.action import (
    Action,
    beside,
    is_attachment,
    is_vague,
    named,
    some_attachment,
    titles,
)
from minhphap.amendments.insertions import Insertions
from minhphap.amendments.instruction import Aim, Operation
from minhphap.amendments.names import parent
from minhphap.amendments.newtext import Issued, NewText
from minhphap.amendments.order import Item, Order
from minhphap.amendments.targets import Targets
from minhphap.amendments.tokens import said_of_itself
from minhphap.amendments.works import Resolver


class Interpreter:
    """Reads the orders of one clause."""

    def __init__(
        self, text: str, orders: Sequence[Order], resolver: Resolver, issued: Issued
    ) -> None:
        self.text = text
        self.resolver = resolver
        self.issued = issued
        self.targets = Targets(text, orders, resolver)
        self.insertions = Insertions(self.targets, issued)
        self.last: Order | None = None
        """The last order read: text that it announces is missing where none follows."""

    def actions(self, orders: Sequence[Order]) -> list[Action]:
        """All actions, in the order of the sentence."""
        done: list[Action] = []
        seen: set[tuple[object, ...]] = set()
        self.borrow(orders)
        self.last = orders[-1] if orders else None
        for order in orders:
            span = order.start, order.end
            for one in self.limited(order, self.of_order(order, orders)):
                said = (one.op, one.aim.work, one.aim.eid, one.old_phrase, one.new_phrase)
                if one.new is not None or said not in seen:  # the heading may say the same
                    done.append(one._replace(span=span))
                    seen.add(said)
            for aim, _ in [] if order.blocks else self.targets.aims(order)[:1]:
                if order.verb == "change" or is_vague(aim):  # "… của Nghị định số 9: Khoản 1 …"
                    self.resolver.amended(aim)
        return [one for at, one in enumerate(done) if not _told_below(one, done[at + 1 :])]

    def limited(self, order: Order, actions: list[Action]) -> list[Action]:
        """With the words of an exception at what they limit: all words, or the target before."""
        spans = [order.excepted] if order.excepted else []
        for item in order.all_items:
            said = words.EXCEPTED.finditer(self.text, item.token.start, item.token.end)
            spans += [found.span(1) for found in said if item.token.kind == "cite"]
        for start, end in spans:
            behind = [at for at, one in enumerate(actions) if one.aim.start < start]
            named = behind[-1] if behind else len(actions) - 1
            limit = " ".join(self.text[start:end].split())
            actions = [
                one._replace(
                    aim=msgspec.structs.replace(one.aim, place=f"{one.aim.place} {limit}".strip())
                )
                if order.phrase or at == named
                else one
                for at, one in enumerate(actions)
            ]
        return actions

    def of_order(self, order: Order, orders: Sequence[Order]) -> list[Action]:
        """The actions of one order among those of its clause."""
        new = NewText(self.text, order.blocks, shared=self.shares(order, orders))
        if order.phrase and any(item.token.kind == "quote" for item in order.all_items):
            return self.phrase(order)
        if order.verb == "add":
            announced = order.announced and order is self.last
            return self.insertions.add(order, new, announced=announced)
        if order.verb == "renumber":
            return self.renumber(order, new)
        if order.verb in ("repeal", "lapse", "suspend", "pause"):
            return self.end(order)
        if order.verb == "correct":
            return [Action("correct", aim, new.whole()) for aim, _ in self.targets.aims(order)]
        return self.change(order, new)

    def end(self, order: Order) -> list[Action]:
        """ "Bãi bỏ …", "… hết hiệu lực", "Ngưng hiệu lực …"; of words in quotation marks too."""
        op: Operation = "suspend" if order.verb in ("suspend", "pause") else "repeal"
        quotes = [item.token.quote for item in order.all_items if item.token.quote is not None]
        said = " ".join(self.text[quotes[0].start : quotes[0].end].split()) if quotes else None
        aims = [aim for aim, _ in self.targets.aims(order) if not is_vague(aim)]
        aims = titles(aims)
        if not aims and said and self.resolver.whole().eid:
            aims = [self.resolver.whole()]
        return [Action(op, aim, old_phrase=said) for aim in aims]

    def shares(self, order: Order, orders: Sequence[Order]) -> bool:
        """Whether several targets, of this order or others, share its new text."""
        if not order.blocks:
            return False
        count = sum(
            len(self.targets.aims(other)) if other.verb != "add" else 1
            for other in orders
            if other.blocks == order.blocks
        )
        return count > 1

    def borrow(self, orders: Sequence[Order]) -> None:
        """ "Bỏ cụm từ “A”, thay cụm từ “B” bằng “C” tại Điều 2": both at Điều 2."""
        for order, following in pairwise(orders):
            here = [i for i in order.all_items if i.token.kind == "cite"]
            there = [i for i in following.items if i.token.kind == "cite"]
            if order.phrase and following.phrase and not here and there:
                between = self.text[order.start : following.start]
                if not any(sign in between for sign in ("\n", ";", ". ")):
                    order.items += there

    # --- verbs ---------------------------------------------------------------------------

    def change(self, order: Order, new: NewText) -> list[Action]:
        """ "Sửa đổi, bổ sung …", "Thay thế …", "Đổi tên …"."""
        aims = self.targets.aims(order)
        by = [i for i in order.items if i.link == "by" and i.token.kind == "cite"]
        done = []
        before: Item | None = None
        for aim, item in aims:
            titled = item is not before and (order.title or order.verb == "rename")
            before = item
            row = aims[0][0].place == "tên" and beside(aim, aims[0][0]) and new.is_title(aim.eid)
            if aim.place == "tên" or row or (titled and item is aims[0][1]):
                span = new.heading(aim.eid) or self.quoted(order)
                if span or order.blocks or (order.announced and order is self.last):
                    done.append(Action("rename", aim, span, new_eids=named(aim)))
                continue
            if by or self.issued_here(order):
                if some_attachment(aim, self.text):
                    done.append(Action("replace_appendix", aim))
                    continue
                if aim.eid is None:
                    if order.verb == "swap":
                        done.append(self.other_regulation(order, aim))
                    continue
                op: Operation = "replace_appendix" if is_attachment(aim) else "replace"
                done.append(Action(op, aim, new.part_for(aim.eid) or self.attachment(order, aim)))
                continue
            if order.blocks:
                if aim.eid is None and order.verb == "change" and not new.single():
                    continue
                done.append(Action("replace", aim, new.part_for(aim.eid), new_eids=named(aim)))
            elif order.announced and order is self.last and aim.eid is not None:
                done.append(Action("replace", aim, new_eids=named(aim)))
            elif is_attachment(aim) or some_attachment(aim, self.text):
                done.append(Action("replace_appendix", aim, self.attachment(order, aim)))
            elif order.verb == "swap":
                done.append(Action("repeal", aim))
        return done

    def other_regulation(self, order: Order, aim: Aim) -> Action:
        """A whole work gives way; of a regulation issued with one the new one takes the place."""
        if aim.work.part != "attached" or not self.issued_here(order):
            return Action("repeal", aim)
        work = msgspec.structs.replace(aim.work, part=None)
        one = msgspec.structs.replace(aim, work=work, eid="att_1")
        return Action("replace", one, self.issued("att_1"), new_eids=("att_1",))

    def quoted(self, order: Order) -> tuple[int, int] | None:
        """The new name in quotation marks after "thành"."""
        for item in order.items:
            if item.token.quote is not None:
                return item.token.quote.start, item.token.quote.end
        return None

    def issued_here(self, order: Order) -> bool:
        """Whether what is new was issued with the amending document ("kèm theo Thông tư này")."""
        return any(
            item.token.kind == "cite" and said_of_itself(self.text, item.token)
            for item in order.items
        )

    def attachment(self, order: Order, aim: Aim) -> tuple[int, int] | None:
        """The span of the appendix of the amending document that takes the place of another."""
        own = [
            target.resolved
            for item in order.items
            if item.token.cite is not None
            for target in item.token.targets
            if target.resolved
        ]
        if len(own) == 1:
            return self.issued(own[0])
        return self.issued(aim.eid) if aim.eid in own else None

    def renumber(self, order: Order, new: NewText) -> list[Action]:
        """ "Chuyển khoản 3 Điều 5 thành khoản 4", with or without new words."""
        items = [item for item in order.all_items if item.token.kind == "cite"]
        goal = [aim for item in items if item.link == "by" for aim in self.targets.of(item)]
        aims = [aim for item in items if item.link != "by" for aim in self.targets.of(item)]
        if not goal:
            return []
        done = []
        for aim, to in zip(aims, goal, strict=False):
            eid = to.eid
            if eid and aim.eid and "__" not in eid and "__" in aim.eid:
                eid = f"{parent(aim.eid)}__{eid}"
            done.append(Action("renumber", aim, new.whole(), new_eids=(eid,) if eid else ()))
        return done

    def phrase(self, order: Order) -> list[Action]:
        """Words replaced, put in or taken out."""
        done = []
        for group in phrases.groups(self.text, order):
            aims = [aim for aim, _ in self.targets.aims(order, group.cites)]
            if order.verb == "add" and not group.anchored:
                op: Operation = "append"
                done += [Action(op, aim, pair.span) for pair in group.pairs for aim in aims]
                continue
            op = "correct" if order.verb == "correct" else "replace_phrase"
            for pair in group.pairs:
                done += [
                    Action(
                        op, aim, old_phrase=pair.old, new_phrase=pair.new,
                        throughout=aim.eid is None,
                    )
                    for aim in aims or [self.resolver.whole()]
                ]  # fmt: skip
        return done


def _told_below(one: Action, later: Sequence[Action]) -> bool:
    """ "Điều 3. Sửa đổi Phụ lục … Sửa đổi Mẫu số 01 tại Phụ lục …": the heading says less."""
    eid = one.aim.eid
    if eid is None or not is_attachment(one.aim) or one.new is not None:
        return False
    return any(
        other.op == one.op
        and other.aim.work == one.aim.work
        and (other.aim.eid or "").startswith(f"{eid}__")
        for other in later
    )
