"""Which citations of an order are what it is directed at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from minhphap.amendments.action import holds, is_attachment
from minhphap.amendments.instruction import Aim
from minhphap.amendments.names import parent
from minhphap.amendments.order import Item, Order
from minhphap.amendments.tokens import said_of_itself
from minhphap.amendments.works import Resolver
from minhphap.citations import Work
from minhphap.text import comparison_key

_DROPPED_ROLES = frozenset(("amended_by", "basis"))
_COORDINATE = (",", ";", "và", ":", "các", "-", "–", "+", "hoặc", "điểm", "số")
_REFERS = ("quy định tại", "theo", "nêu tại", "ban hành theo", "quy định của", "trong")
_FAR = 60
_PATH = re.compile(r"[\s,]*(?:(?:tiểu mục|mục|phần)\s+\w+[\s,]*)*(?:của\s*)?$")
"""Between the steps of one path: "tiểu mục I, mục A, phần II"."""
_OWNED_BY = ("kèm theo", "của", "thuộc", "tại", "trong")


class Targets:
    """Finds the targets of the orders of one clause."""

    def __init__(self, text: str, orders: Sequence[Order], resolver: Resolver) -> None:
        self.text = text
        self.resolver = resolver
        self.items = [item for order in orders for item in order.all_items]
        """All items of the clause."""
        self.index = {item.token.start: at for at, item in enumerate(self.items)}

    def aims(self, order: Order, items: Sequence[Item] | None = None) -> list[tuple[Aim, Item]]:
        """What an order is directed at; works named in a title or as an exception are not."""
        if items is None:
            items = order.subject if order.passive and self.cited(order.subject) else order.items
            if order.passive and items is order.items and not (order.colon or order.announced):
                return []
        found: list[tuple[Aim, Item]] = []
        rows = any(item.broken for item in items)  # semicolons part the row, commas what is in it
        nested = False
        before: Item | None = None
        for item in items:
            cite = item.token.cite
            if cite is None:
                continue
            row = nested and rows and self.whole_works(before, item)
            nested = before is not None and (row or self.nested(before, item, nested=nested))
            if nested and found and self.goes_on(item, found[0][1]):
                nested = False
            before = item
            if item.link == "except":
                break
            if nested or cite.role in _DROPPED_ROLES:
                continue
            if item.link == "by" and found:
                break
            for aim in self.of(item):
                if _lie_within(found, aim):
                    continue
                while found and self.in_path(found[-1][0], aim):
                    found.pop()
                found.append((aim, item))
        return _in_work_behind(found)

    def in_path(self, aim: Aim, following: Aim) -> bool:
        """ "tiểu mục I, mục A, phần II": steps of one path, named with commas."""
        if not holds(aim, following) or not 0 <= following.start - aim.end < _FAR:
            return False
        return _PATH.match(comparison_key(self.text[aim.end : following.start])) is not None

    def whole_works(self, before: Item | None, item: Item) -> bool:
        """Whether two works are named in a row: "một số điều của Thông tư A, Thông tư B"."""
        if before is None or item.broken or not item.words.strip().endswith((",", "và")):
            return False
        both = [target for one in (before, item) for target in one.token.targets[:1]]
        return len(both) == 2 and all(target.eid is None for target in both)

    def goes_on(self, item: Item, first: Item) -> bool:
        """ "A sửa đổi B, C sửa đổi B": after B, C goes on with the row that A began."""
        cite, lead = item.token.cite, first.token.cite
        assert cite is not None
        assert lead is not None
        row = item.words.strip() in _COORDINATE
        return row and cite.role == lead.role and cite.role in ("repeals", "replaces")

    def owner(self, item: Item) -> Work | None:
        """The work named behind a title: "Phụ lục 1 về … kèm theo Luật Phí"."""
        if not _bare(item) or self.names_its_work(item):
            return None
        following = next(self.following(item), None)
        if following is None or not following.token.targets:
            return None
        target = following.token.targets[0]
        words = following.words.strip()
        if target.eid is not None or target.work.this or words.startswith(("và", ",", ";")):
            return None
        if target.work.part or (words.endswith(_OWNED_BY) and len(words.split()) > 1):
            return msgspec.structs.replace(target.work, part=None)
        return None

    def names_its_work(self, item: Item) -> bool:
        """Whether the number of its work stands in the words of an item."""
        number = item.token.targets[0].work.number if item.token.targets else None
        said = "".join(self.text[item.token.start : item.token.end].split())
        return number is not None and number in said

    def of(self, item: Item) -> list[Aim]:
        """The targets of one citation; none for the amending document."""
        if item.token.cite is None or said_of_itself(self.text, item.token):
            return []
        token, cite = item.token, item.token.cite
        targets = token.targets or cite.targets
        owner = self.owner(item)
        if not targets:
            found = self.resolver.again(token.start, token.end, item.words, self.hint(item))
            return [_of(aim, owner) for aim in found]
        cited = self.text[cite.start : cite.end]
        made = (self.resolver.aim(target, item.words, cited) for target in targets)
        return [_of(aim, owner) for aim in made if aim is not None]

    def following(self, item: Item) -> Iterator[Item]:
        """The next items behind one."""
        at = self.index.get(item.token.start)
        return islice(self.items, at + 1, at + 4) if at is not None else iter(())

    def hint(self, item: Item) -> str | None:
        """ "điểm h và … vào sau điểm h khoản 2": the clause that the citation behind names."""
        for other in self.following(item):
            if other.token.targets:
                cite = other.token.cite
                assert cite is not None
                cited = self.text[cite.start : cite.end]
                aim = self.resolver.aim(other.token.targets[0], "", cited)
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
        if item.broken or words.startswith(";"):
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


def _bare(item: Item) -> bool:
    """A path without a work of its own."""
    cite = item.token.cite
    return cite is not None and cite.shape in ("internal", "list", "appendix", "form", "range")


def _of(aim: Aim, owner: Work | None) -> Aim:
    """The target as one of the work named behind it, where its own words name none."""
    if owner is None or aim.eid is None:
        return aim
    return Aim(owner, aim.eid, aim.start, aim.end, aim.place)


def _lie_within(found: list[tuple[Aim, Item]], outer: Aim) -> bool:
    """ "Mục 4 về … và Mục 5 về … thuộc Phần 1": those named lie in it, it is no target itself."""
    if not outer.place.endswith("thuộc") or is_attachment(outer):
        return False
    at = len(found)
    while at and holds(found[at - 1][0], outer) and "__" not in (found[at - 1][0].eid or ""):
        at -= 1
        aim, item = found[at]
        work = outer.work if _is_unknown(aim.work) else aim.work
        aim = msgspec.structs.replace(aim, work=work, eid=f"{outer.eid}__{aim.eid}")
        found[at] = aim, item
    return at < len(found)


def _in_work_behind(found: list[tuple[Aim, Item]]) -> list[tuple[Aim, Item]]:
    """ "Mục 4; Mục 5; Phần 7 … kèm theo Quyết định 9": all in it, where nothing else tells."""
    behind: Work | None = None
    for at in range(len(found) - 1, -1, -1):
        aim, item = found[at]
        if not _is_unknown(aim.work):
            behind = aim.work
        elif aim.eid is not None:
            found[at] = _of(aim, behind), item
    return found


def _is_unknown(work: Work) -> bool:
    return not (work.number or work.title)
