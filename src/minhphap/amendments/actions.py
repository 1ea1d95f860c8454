"""Orders -> what each of them does to which provision."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from minhphap.amendments import numbers, phrases
from minhphap.amendments.action import (
    Action,
    beside,
    in_work_behind,
    is_attachment,
    is_vague,
    named,
    some_attachment,
    titles,
    told_again,
    told_below,
    what_goes,
)
from minhphap.amendments.exceptions import limited
from minhphap.amendments.insertions import Insertions
from minhphap.amendments.instruction import Aim, Operation
from minhphap.amendments.newtext import Issued, NewText
from minhphap.amendments.order import Item, Order
from minhphap.amendments.resolver import Resolver
from minhphap.amendments.targets import Targets
from minhphap.amendments.titles import TITLE_AND, TITLES, own_title, titled_before, with_titles
from minhphap.amendments.tokens import said_of_itself
from minhphap.amendments.unnumbered import replaced


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
        self.renumbered: Aim | None = None
        """What was numbered anew last: "khoản 17 được chuyển thành khoản 15" lies beside it."""
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
            for one in limited(self.text, order, self.of_order(order, orders)):
                meant = one.aim.work
                work = meant.number or (meant.title, meant.date, meant.year), meant.part
                said = (one.op, work, one.aim.eid, one.old_phrase, one.new_phrase)
                if (*said, one.new) not in seen and (one.new is not None or said not in seen):
                    done.append(one._replace(span=span))  # the heading may say the same
                    seen |= {said, (*said, one.new)}
            for aim, _ in [] if order.blocks else self.targets.aims(order)[:1]:
                leads = order.verb == "add" and aim.eid is None and order is not self.last
                if order.verb == "change" or leads or is_vague(aim):
                    self.resolver.amended(aim)  # "… của Nghị định số 9: Khoản 1 …"
        done = in_work_behind(done)
        return [
            one
            for n, one in enumerate(done)
            if not (told_below(one, done[n + 1 :]) or (one.throughout and told_again(one, done)))
        ]

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
            if order.announced and not order.blocks and order is not self.last:
                return []  # "Đính chính … như sau: Tại Điều 5 …"
            return [Action("correct", aim, new.whole()) for aim, _ in self.targets.aims(order)]
        return self.change(order, new)

    def end(self, order: Order) -> list[Action]:
        """ "Bãi bỏ …", "… hết hiệu lực", "Ngưng hiệu lực …"; of words in quotation marks too."""
        op: Operation = "suspend" if order.verb in ("suspend", "pause") else "repeal"
        quotes = [item.token.quote for item in order.all_items if item.token.quote is not None]
        said = " ".join(self.text[quotes[0].start : quotes[0].end].split()) if quotes else None
        found = [aim for aim, _ in self.targets.aims(order)]
        listed = not order.passive and (order.colon or order.announced)
        aims = titles(what_goes(found, listed=listed))
        if not aims and said and self.resolver.whole().eid:
            aims = [self.resolver.whole()]
        if not aims and order.excepted and not order.passive and self.resolver.meant.work:
            aims = [self.resolver.whole()]  # "Ngưng hiệu lực …, trừ khoản 1 Điều 7"
        return [Action(op, aim, old_phrase=said) for aim in aims]

    def shares(self, order: Order, orders: Sequence[Order]) -> bool:
        """Whether several targets, of this order or others, share its new text."""
        if not order.blocks:
            return False
        parts: set[object] = set()
        for other in orders:
            if other.blocks == order.blocks:
                if other.verb == "add":
                    parts.add(id(other))
                    continue
                aims = self.targets.within_subject(other) or self.targets.aims(other)
                parts |= {(aim.work, aim.eid) for aim, _ in aims if aim.eid is not None}
                if titled_before(other, aims) is not None:
                    parts.add("title")
        return len(parts) > 1

    def borrow(self, orders: Sequence[Order]) -> None:
        """ "Bỏ cụm từ “A”, thay cụm từ “B” bằng “C” tại Điều 2": both at Điều 2; what is corrected
        has the words behind "nay sửa thành", not those before."""
        for order, following in pairwise(orders):
            if order.verb == "correct" and order.blocks and not following.all_items:
                order.blocks, following.blocks = following.blocks or order.blocks, []
            here = [i for i in order.all_items if i.token.kind == "cite"]
            there = [i for i in following.items if i.token.kind == "cite"]
            if order.phrase and following.phrase and not here and there:
                between = self.text[order.start : following.start]
                if not any(sign in between for sign in ("\n", ";", ". ")):
                    order.items += there

    # --- verbs ---------------------------------------------------------------------------

    def change(self, order: Order, new: NewText) -> list[Action]:
        """ "Sửa đổi, bổ sung …", "Thay thế …", "Đổi tên …"."""
        aims = self.targets.within_subject(order) or self.targets.aims(order)
        if aims and not order.blocks and self.numbers_change(order, aims):
            return self.renumber(order, new)
        if not aims and order.title and order.blocks and self.resolver.meant.eid:
            one = own_title(self.text, self.resolver.whole(), order)
            return [Action("rename", one, new.whole(), new_eids=named(one))]
        titled = titled_before(order, aims)
        if titled is not None:
            order.title = False
            aim, item = aims[0]
            rest = TITLE_AND.sub("", aim.place, count=1)
            aims[0] = msgspec.structs.replace(aim, place=rest), item
        if order.phrase and not order.blocks and order is not self.last:
            for aim, _ in aims[:1]:
                self.resolver.amended(aim)  # "Điều 4. Thay thế cụm từ tại Điều 10"
            return []
        by = [i for i in order.items if i.link == "by" and i.token.kind == "cite"]
        if not aims and self.issued_here(order):
            bare = replaced(self.text, order, self.resolver.whole())
            return [Action("replace_appendix", one, self.attachment(order, one)) for one in bare]
        done = []
        if titled is not None:
            done.append(Action("rename", titled, new.heading(titled.eid), new_eids=named(titled)))
        before: Item | None = None
        for aim, item in aims:
            first = item is not before and (order.title or order.verb == "rename")
            before = item
            row = aims[0][0].place == "tên" and beside(aim, aims[0][0]) and new.is_title(aim.eid)
            if order.title and aim is not aims[0][0] and aim.place.startswith(TITLES) and not row:
                aim = msgspec.structs.replace(aim, place="")
            if aim.place == "tên" or row or (first and item is aims[0][1]):
                span = new.heading(aim.eid) or self.quoted(order)
                if span or order.blocks or (order.announced and order is self.last):
                    done.append(Action("rename", aim, span, new_eids=named(aim)))
                continue
            if item.link == "at" and not is_attachment(aim) and is_attachment(aims[0][0]):
                continue  # "Thay thế Mẫu số 01 tại khoản 2 Điều 6": the form that it names
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
                span = new.part_for(aim.eid) or (new.whole() if new.for_all() else None)
                done.append(Action("replace", aim, span, new_eids=named(aim)))
            elif order.announced and order is self.last and aim.eid is not None:
                done.append(Action("replace", aim, new_eids=named(aim)))
            elif is_attachment(aim) or (
                some_attachment(aim, self.text) and not aim.place.endswith(("tại", "trong"))
            ):
                done.append(Action("replace_appendix", aim, self.attachment(order, aim)))
            elif order.verb == "swap":
                done.append(Action("repeal", aim))
        return done

    def numbers_change(self, order: Order, aims: Sequence[tuple[Aim, Item]]) -> bool:
        """ "Sửa đổi điểm đ khoản 1 Điều 18 thành điểm d": the number alone is changed."""
        by = [item for item in order.items if item.link == "by"]
        goal = [aim for item in by if item.token.kind == "cite" for aim in self.targets.of(item)]
        return (
            len(by) == 1
            and len(aims) == len(goal)
            and all(
                aim.eid and to.eid and not is_attachment(aim) and beside(aim, to)
                for (aim, _), to in zip(aims, goal, strict=True)
            )
        )

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
        done = []
        for aim, to in zip(aims, goal, strict=False):
            if aim.eid is None or to.eid is None:
                continue  # "Chuyển … theo Thông tư số 5"
            aim = numbers.within(self.text, aim, self.renumbered)
            self.renumbered = aim
            eid = numbers.beside(self.text, aim, to)
            done.append(Action("renumber", aim, new.whole(), new_eids=(eid,)))
        return done

    def phrase(self, order: Order) -> list[Action]:
        """Words replaced, put in or taken out."""
        whole = phrases.apart(self.text, order)
        done = [Action("repeal", aim) for aim, _ in self.targets.aims(order, whole) if whole]
        for group in phrases.groups(self.text, order):
            aims = with_titles(self.targets.aims(order, group.cites))
            if order.verb == "add" and not group.anchored:
                op: Operation = "append"
                done += [Action(op, aim, pair.span) for pair in group.pairs for aim in aims]
                continue
            op = "correct" if order.verb == "correct" else "replace_phrase"
            for pair in group.pairs:
                done += [
                    Action(
                        op, aim, old_phrase=pair.old, new_phrase=pair.new,
                        throughout=aim.eid is None and aim.place != "tên",
                    )
                    for aim in aims or [self.resolver.whole()]
                ]  # fmt: skip
        return done
