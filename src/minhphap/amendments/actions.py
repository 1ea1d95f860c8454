"""Orders -> what each of them does to which provision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from minhphap.amendments import phrases
from minhphap.amendments.instruction import Aim, Operation
from minhphap.amendments.names import base_number, parent
from minhphap.amendments.newtext import NewText
from minhphap.amendments.orders import Item, Order
from minhphap.amendments.tokens import said_of_itself
from minhphap.amendments.works import NOBODY, Resolver
from minhphap.citations import Target, Work

_ATTACHMENTS = ("app", "form")
_DROPPED_ROLES = frozenset(("amended_by", "basis"))
_COORDINATE = (",", ";", "và", ":", "các", "-", "–", "+", "hoặc", "điểm", "số")
_REFERS = ("quy định tại", "theo", "nêu tại", "ban hành theo", "quy định của", "trong")
_OWNED_BY = ("kèm theo", "của", "thuộc", "tại", "trong")
_SENTENCE = ("đoạn", "câu", "gạch đầu dòng", "nội dung", "số thứ tự", "dòng", "hàng", "cột", "ý ")


class Action(NamedTuple):
    """An instruction but for what its clause and its document say."""

    op: Operation
    aim: Aim
    new: tuple[int, int] | None = None
    old_phrase: str | None = None
    new_phrase: str | None = None
    new_eids: tuple[str, ...] = ()
    throughout: bool = False
    span: tuple[int, int] = (0, 0)
    """The words of the order."""


Issued = Callable[[str], tuple[int, int] | None]
"""The span of a provision of the amending document."""


class Interpreter:
    """Reads the orders of one clause."""

    def __init__(
        self, text: str, orders: Sequence[Order], resolver: Resolver, issued: Issued
    ) -> None:
        self.text = text
        self.resolver = resolver
        self.issued = issued
        self.items = [item for order in orders for item in order.all_items]
        """All items of the clause."""

    def actions(self, orders: Sequence[Order]) -> list[Action]:
        """All actions, in the order of the sentence."""
        done: list[Action] = []
        self.borrow(orders)
        for order in orders:
            span = order.start, order.end
            done += [one._replace(span=span) for one in self.of_order(order, orders)]
            if order.verb == "change" and not order.blocks:
                for aim, _ in self.aims(order)[:1]:  # "… của Nghị định số 9 như sau: Khoản 1 …"
                    self.resolver.amended(aim)
        return done

    def of_order(self, order: Order, orders: Sequence[Order]) -> list[Action]:
        """The actions of one order among those of its clause."""
        new = NewText(self.text, order.blocks, shared=self.shares(order, orders))
        if order.phrase and any(item.token.kind == "quote" for item in order.all_items):
            return self.phrase(order)
        if order.verb == "add":
            return self.add(order, new)
        if order.verb == "renumber":
            return self.renumber(order, new)
        if order.verb in ("repeal", "lapse", "suspend", "pause"):
            return self.end(order)
        if order.verb == "correct":
            return [Action("correct", aim, new.whole()) for aim, _ in self.aims(order)]
        return self.change(order, new)

    def end(self, order: Order) -> list[Action]:
        """ "Bãi bỏ …", "… hết hiệu lực", "Ngưng hiệu lực …"; of words in quotation marks too."""
        op: Operation = "suspend" if order.verb in ("suspend", "pause") else "repeal"
        quotes = [item.token.quote for item in order.all_items if item.token.quote is not None]
        said = " ".join(self.text[quotes[0].start : quotes[0].end].split()) if quotes else None
        aims = [aim for aim, _ in self.aims(order) if not _vague(aim)]
        if not aims and said and self.resolver.whole().eid:
            aims = [self.resolver.whole()]
        return [Action(op, aim, old_phrase=said) for aim in aims]

    def shares(self, order: Order, orders: Sequence[Order]) -> bool:
        """Whether several targets, of this order or others, share its new text."""
        if not order.blocks:
            return False
        count = sum(
            len(self.aims(other)) if other.verb != "add" else 1
            for other in orders
            if other.blocks == order.blocks
        )
        return count > 1

    def borrow(self, orders: Sequence[Order]) -> None:
        """ "Bỏ cụm từ “A”, thay cụm từ “B” bằng “C” tại Điều 2": both at Điều 2."""
        for order, following in zip(orders, orders[1:], strict=False):
            here = [i for i in order.all_items if i.token.kind == "cite"]
            there = [i for i in following.items if i.token.kind == "cite"]
            if order.phrase and following.phrase and not here and there:
                between = self.text[order.start : following.start]
                if not any(sign in between for sign in ("\n", ";", ". ")):
                    order.items += there

    # --- targets -------------------------------------------------------------------------

    def aims(self, order: Order, items: Sequence[Item] | None = None) -> list[tuple[Aim, Item]]:
        """What an order is directed at; works named in a title or as an exception are not."""
        if items is None:
            items = order.subject if order.passive and self.cited(order.subject) else order.items
            if order.passive and items is order.items and not (order.colon or order.announced):
                return []
        found: list[tuple[Aim, Item]] = []
        nested = False
        before: Item | None = None
        for item in items:
            cite = item.token.cite
            if cite is None:
                continue
            nested = before is not None and self.nested(before, item, nested=nested)
            if nested and found and self.goes_on(item, found[0][1]):
                nested = False
            before = item
            if item.link == "except":
                break
            if nested or cite.role in _DROPPED_ROLES:
                continue
            if item.link == "by" and found:
                break
            found += [(aim, item) for aim in self.of(item)]
        return found

    def goes_on(self, item: Item, first: Item) -> bool:
        """ "A sửa đổi B, C sửa đổi B": after B, C goes on with the row that A began."""
        cite, lead = item.token.cite, first.token.cite
        assert cite is not None
        assert lead is not None
        row = item.words.strip() in _COORDINATE
        return row and cite.role == lead.role and cite.role in ("repeals", "replaces")

    def owner(self, item: Item) -> Work | None:
        """The work named behind a title: "Phụ lục 1 về … kèm theo Luật Phí"."""
        at = self.items.index(item) if item in self.items else -1
        following = self.items[at + 1] if 0 <= at < len(self.items) - 1 else None
        if following is None or not following.token.targets or not _bare(item):
            return None
        target = following.token.targets[0]
        words = following.words.strip()
        if target.eid is not None or target.work.this or words.startswith(("và", ",", ";")):
            return None
        if target.work.part or (words.endswith(_OWNED_BY) and len(words.split()) > 1):
            return msgspec.structs.replace(target.work, part=None)
        return None

    def of(self, item: Item) -> list[Aim]:
        """The targets of one citation; none for the amending document."""
        if item.token.cite is None or said_of_itself(self.text, item.token):
            return []
        targets = item.token.targets or item.token.cite.targets
        hint = None
        if not targets:
            targets = (Target(NOBODY, None, item.token.start, item.token.end),)
            hint = self.hint(item)
        made = (self.resolver.aim(target, item.words, hint) for target in targets)
        owner = self.owner(item)
        return [_of(aim, owner) for aim in made if aim is not None]

    def hint(self, item: Item) -> str | None:
        """ "điểm h và … vào sau điểm h khoản 2": the clause that the citation behind names."""
        for other in self.items:
            if other.token.start > item.token.start and other.token.targets:
                aim = self.resolver.aim(other.token.targets[0], "")
                if aim is not None and aim.eid:
                    return parent(aim.eid)
        return None

    def cited(self, items: Sequence[Item]) -> bool:
        """Whether one of the items names something other than this document."""
        return any(
            item.token.kind == "cite" and not said_of_itself(self.text, item.token)
            for item in items
        )

    def nested(self, before: Item, item: Item, *, nested: bool) -> bool:
        """Whether a citation stands in the title of the one before, or is only referred to."""
        words = item.words.strip()
        if words.startswith(";"):
            return False
        if not words or words in _COORDINATE:
            return nested
        if words.endswith(_COORDINATE):
            return False
        if any(words.endswith(refers) for refers in _REFERS):
            return True
        cite = before.token.cite
        assert cite is not None
        return bool(cite.targets) and cite.shape in ("document", "provision", "title_only", "list")

    # --- verbs ---------------------------------------------------------------------------

    def change(self, order: Order, new: NewText) -> list[Action]:
        """ "Sửa đổi, bổ sung …", "Thay thế …", "Đổi tên …"."""
        aims = self.aims(order)
        by = [i for i in order.items if i.link == "by" and i.token.kind == "cite"]
        done = []
        before: Item | None = None
        for aim, item in aims:
            titled = item is not before and (order.title or order.verb == "rename")
            before = item
            if aim.place == "tên" or (titled and item is aims[0][1]):
                span = new.heading() or self.quoted(order)
                if span or order.blocks:
                    done.append(Action("rename", aim, span, new_eids=_named(aim)))
                continue
            if by or self.issued_here(order):
                if aim.eid is None:
                    if order.verb == "swap":
                        done.append(Action("repeal", aim))
                    continue
                op: Operation = "replace_appendix" if _is_attachment(aim) else "replace"
                done.append(Action(op, aim, new.part_for(aim.eid) or self.attachment(order, aim)))
                continue
            if order.blocks:
                if aim.eid is None and order.verb == "change" and not new.single():
                    continue
                done.append(Action("replace", aim, new.part_for(aim.eid), new_eids=_named(aim)))
            elif _is_attachment(aim):
                done.append(Action("replace_appendix", aim, self.attachment(order, aim)))
            elif order.verb == "swap":
                done.append(Action("repeal", aim))
        return done

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
        goal = [aim for item in items if item.link == "by" for aim in self.of(item)]
        aims = [aim for item in items if item.link != "by" for aim in self.of(item)]
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
            aims = [aim for aim, _ in self.aims(order, group.cites)]
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

    # --- insertions ----------------------------------------------------------------------

    def add(self, order: Order, new: NewText) -> list[Action]:
        """ "Bổ sung …": beside a provision, into one, or behind its number."""
        items = [i for i in order.all_items if i.token.kind == "cite"]
        if not order.blocks:
            return self.new_appendix(order, items)
        beside = [i for i in items if i.link in ("after", "before")]
        into = [i for i in items if i.link in ("into", "edge", "at")]
        fresh = [aim for i in items if i not in beside and i not in into for aim in self.of(i)]
        span = new.span_of([aim.eid for aim in fresh])
        if beside:
            anchor = self.of(beside[-1])
            op: Operation = "insert_after" if beside[-1].link == "after" else "insert_before"
            if not anchor:
                return []
            eids = self.fresh_eids(fresh, parent(anchor[-1].eid or ""), new)
            if _is_attachment(anchor[-1]):
                eids = ()
            return [Action(op, anchor[-1], span, new_eids=eids)]
        if into:
            aims = [aim for item in into for aim in self.of(item)]
            return [self.append(aim, fresh, new, span) for aim in aims]
        return self.unplaced(fresh, new, order)

    def new_appendix(self, order: Order, items: Sequence[Item]) -> list[Action]:
        """ "Bổ sung Phụ lục V ban hành kèm theo Thông tư này"."""
        own = [
            item
            for item in items
            if said_of_itself(self.text, item.token)
            and any((target.eid or "").startswith(_ATTACHMENTS) for target in item.token.targets)
        ]
        if not own:
            return []
        aims = [aim for item in items if item.link in ("after", "into") for aim in self.of(item)]
        aim = aims[0] if aims else self.resolver.whole()
        after = any(item.link == "after" for item in items)
        resolved = own[0].token.targets[0].resolved
        op: Operation = "insert_after" if aims and after else "append"
        return [Action(op, aim, self.issued(resolved) if resolved else None)]

    def append(
        self, aim: Aim, fresh: Sequence[Aim], new: NewText, span: tuple[int, int] | None
    ) -> Action:
        eids = self.fresh_eids(fresh, aim.eid, new)
        base = base_number(eids[0]) if eids else None
        if base is not None:
            return Action("insert_after", _at(aim, base), span, new_eids=eids)
        return Action("append", aim, span, new_eids=() if _is_attachment(aim) else eids)

    def fresh_eids(self, fresh: Sequence[Aim], above: str | None, new: NewText) -> tuple[str, ...]:
        """Names of new provisions: as announced, else as the new text numbers them."""
        named = tuple(aim.eid for aim in fresh if aim.eid)
        if named:
            return tuple(_completed(eid, above) for eid in named)
        return new.eids_under(above)

    def unplaced(self, fresh: Sequence[Aim], new: NewText, order: Order) -> list[Action]:
        """New provisions with no place named: behind their base number, or at the end."""
        done: list[Action] = []
        for aim in fresh:
            if aim.eid is None:
                continue
            if _is_attachment(aim):
                inside = "__" in aim.eid or aim.place.startswith(_SENTENCE)
                eid = aim.eid.partition("__")[0] if inside else None
                done.append(Action("append", _at(aim, eid), new.whole()))
                continue
            below = new.eids_below(aim.eid)
            if below or aim.place.startswith(_SENTENCE):
                span = new.part_for(aim.eid) or new.whole()
                done.append(Action("append", aim, span, new_eids=below))
                continue
            span = new.part_for(aim.eid)
            base = base_number(aim.eid)
            above = base if base is not None else parent(aim.eid)
            last = done[-1] if done else None
            if last is not None and (
                (base is not None and base in last.new_eids)
                or (base is None and last.op == "append" and last.aim.eid == above)
            ):
                eids = (*last.new_eids, aim.eid)
                done[-1] = last._replace(new_eids=eids, new=new.span_of(eids))
                continue
            op: Operation = "insert_after" if base is not None else "append"
            done.append(Action(op, _at(aim, above), span, new_eids=(aim.eid,)))
        return done


def _bare(item: Item) -> bool:
    """A path without a work of its own."""
    cite = item.token.cite
    return cite is not None and cite.shape in ("internal", "list", "appendix", "form", "range")


def _of(aim: Aim, owner: Work | None) -> Aim:
    """The target as one of the work named behind it, where its own words name none."""
    if owner is None or aim.eid is None:
        return aim
    return Aim(owner, aim.eid, aim.start, aim.end, aim.place)


def _at(aim: Aim, eid: str | None) -> Aim:
    return Aim(aim.work, eid, aim.start, aim.end, aim.place)


def _vague(aim: Aim) -> bool:
    """ "một số điều của Luật …": which, the clauses below say."""
    return aim.eid is None and aim.place.startswith("một số")


def _is_attachment(aim: Aim) -> bool:
    """An appendix or a form."""
    return aim.eid is not None and aim.eid.startswith(_ATTACHMENTS)


def _named(aim: Aim) -> tuple[str, ...]:
    """The name of what carries the new text; nothing inside appendices is named."""
    return (aim.eid,) if aim.eid and not _is_attachment(aim) else ()


def _completed(eid: str, above: str | None) -> str:
    """ "point_c" beside art_5__para_1__point_b is art_5__para_1__point_c."""
    if above is None or eid.startswith(("art_", "att_", "chp", "part", "app")):
        return eid
    return f"{above}__{eid.rpartition('__')[2]}"
