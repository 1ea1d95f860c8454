"""Orders that put something in: beside a provision, into one, or behind its number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minhphap.amendments.action import Action, at, is_attachment, named
from minhphap.amendments.instruction import Aim, Operation
from minhphap.amendments.mentions import attachment
from minhphap.amendments.names import base_number, parent
from minhphap.amendments.newtext import Issued, NewText
from minhphap.amendments.order import Item, Order
from minhphap.amendments.targets import Targets
from minhphap.amendments.tokens import said_of_itself
from minhphap.amendments.unnumbered import added

_SENTENCE = ("đoạn", "câu", "gạch đầu dòng", "nội dung", "số thứ tự", "dòng", "hàng", "cột", "ý ")
_NUMBERED = re.compile(
    r"(?i:(?:các\s+)?(?:phụ lục|biểu mẫu|mẫu|biểu)(?:\s+số)?)\s+(?:\S*\d|[IVXLC]+[a-zđ]?(?!\w))"
)
_ITEM = re.compile(r"\(")
"""A part of a point ("điểm c(vii)"), not a point."""
_DIRECT = ("", "các", "thêm", "thêm các")
"""Words between "bổ sung" and the appendix that is added."""


class Insertions:
    """Reads the orders "Bổ sung …" of one clause."""

    def __init__(self, targets: Targets, issued: Issued) -> None:
        self.text = targets.text
        self.targets = targets
        self.issued = issued

    def add(self, order: Order, new: NewText, *, announced: bool) -> list[Action]:
        """The actions of one order; ``announced``: new text should follow, though none does."""
        items = [i for i in order.all_items if i.token.kind == "cite"]
        items = self.targets.named(items)
        if not order.blocks and not announced:
            return self.new_appendix(order, items)
        beside = [i for i in items if i.link in ("after", "before")]
        into = [i for i in items if i.link in ("into", "edge", "at")]
        if order.passive and order.items and not beside:  # "Điều 5 được bổ sung khoản 4"
            into += [i for i in order.subject if i.token.kind == "cite" and i not in into]
        fresh = [
            aim for i in items if i not in beside and i not in into for aim in self.targets.of(i)
        ]
        if order.passive and len(items) == 1 and fresh and new.repeats(fresh[0].eid):
            eids = named(fresh[0])  # "Điều 19 được bổ sung như sau: “Điều 19. …”"
            return [Action("replace", fresh[0], new.whole(), new_eids=eids)]
        span = new.span_of([aim.eid for aim in fresh])
        inner = [aim for aim in fresh if _ITEM.match(aim.place)]
        if inner and into and not beside:  # "Bổ sung điểm c(vii) vào khoản 1 Điều 10"
            above = self.targets.of(into[-1])[-1:]
            names = {_completed(a.eid or "", above[0].eid if above else None) for a in inner}
            return [Action("append", at(inner[0], name), span) for name in sorted(names)]
        if beside:
            anchor = self.targets.of(beside[-1])
            op: Operation = "insert_after" if beside[-1].link == "after" else "insert_before"
            if not anchor:
                return []
            eids = self.fresh_eids(fresh, parent(anchor[-1].eid or ""), new)
            if is_attachment(anchor[-1]):
                eids = ()
            return [Action(op, anchor[-1], span, new_eids=eids)]
        if into:
            aims = [aim for item in into for aim in self.targets.of(item)]
            return [self.append(aim, fresh, new, span) for aim in aims]
        return self.unplaced(fresh, new)

    def new_appendix(self, order: Order, items: Sequence[Item]) -> list[Action]:
        """ "Bổ sung Phụ lục V kèm theo Thông tư này", "Bổ sung Mẫu số 07 vào Phụ lục V"."""
        own = [item for item in items if attachment(item) and self.of_itself(item)]
        said = next((item for item in order.items if item.token.kind == "cite"), None)
        if said is None and added(self.text, order):
            return [Action("append", self.targets.resolver.whole())]
        if said is None or not (own or self.numbered(said)):
            return []
        aims = [
            aim
            for item in items
            if item is not said and item.link in ("after", "before", "into")
            for aim in self.targets.of(item)
        ]
        aim = aims[0] if aims else self.targets.resolver.whole()
        if not aims and not self.of_itself(said):
            aim = next((at(one, None) for one in self.targets.of(said)), aim)
        links = {item.link for item in items if item is not said} if aims else set()
        op: Operation = (
            "insert_after"
            if "after" in links
            else "insert_before"
            if "before" in links
            else "append"
        )
        resolved = own[0].token.targets[0].resolved if own else None
        return [Action(op, aim, self.issued(resolved) if resolved else None)]

    def numbered(self, item: Item) -> bool:
        """Whether what is added is an appendix with its number: without one, more is said below."""
        token = item.token
        number = _NUMBERED.match(self.text, token.start, token.end)
        return attachment(item) and item.words in _DIRECT and number is not None

    def of_itself(self, item: Item) -> bool:
        """Whether what is named lies in the amending document."""
        return said_of_itself(self.text, item.token)

    def append(
        self, aim: Aim, fresh: Sequence[Aim], new: NewText, span: tuple[int, int] | None
    ) -> Action:
        """Into a provision; a lettered number goes behind the number it is made of."""
        eids = self.fresh_eids(fresh, aim.eid, new)
        base = base_number(eids[0]) if eids else None
        if base is not None:
            return Action("insert_after", at(aim, base), span, new_eids=eids)
        return Action("append", aim, span, new_eids=() if is_attachment(aim) else eids)

    def fresh_eids(self, fresh: Sequence[Aim], above: str | None, new: NewText) -> tuple[str, ...]:
        """Names of new provisions: as announced, else as the new text numbers them."""
        named = tuple(aim.eid for aim in fresh if aim.eid)
        if named:
            return tuple(_completed(eid, above) for eid in named)
        return new.eids_under(above)

    def unplaced(self, fresh: Sequence[Aim], new: NewText) -> list[Action]:
        """New provisions with no place named: behind their base number, or at the end."""
        done: list[Action] = []
        for aim in fresh:
            if aim.eid is None:
                continue
            if is_attachment(aim):
                inside = "__" in aim.eid or aim.place.strip(" (") not in _DIRECT
                eid = aim.eid.partition("__")[0] if inside else None
                done.append(Action("append", at(aim, eid), new.whole()))
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
            done.append(Action(op, at(aim, above), span, new_eids=(aim.eid,)))
        return done


def _completed(eid: str, above: str | None) -> str:
    """ "point_c" beside art_5__para_1__point_b is art_5__para_1__point_c."""
    step = eid.rpartition("__")[2]
    if above is None or step.startswith(("art_", "chp", "part", "app")):
        return eid
    return eid if eid.startswith(f"{above}__") else f"{above}__{step}"
