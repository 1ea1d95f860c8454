"""Which citations of an order are what it is directed at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from minhphap.amendments.action import holds
from minhphap.amendments.instruction import Aim
from minhphap.amendments.mentions import (
    in_list_of_title,
    in_title_of,
    is_whole,
    is_within,
    only_told,
    state_of,
)
from minhphap.amendments.names import parent
from minhphap.amendments.order import Item, Order
from minhphap.amendments.resolver import Resolver
from minhphap.amendments.rows import (
    FINER,
    article_behind,
    contents,
    in_article_behind,
    in_attachment,
    in_same_place,
    in_work_behind,
    lie_within,
    of_work,
)
from minhphap.amendments.titles import of_first
from minhphap.amendments.tokens import said_of_itself
from minhphap.citations import Work
from minhphap.text import comparison_key

_DROPPED_ROLES = frozenset(("amended_by", "basis"))
_COORDINATE = (",", ";", "và", ":", "các", "-", "–", "+", "hoặc", "điểm", "số")
_REFERS = ("quy định tại", "theo", "nêu tại", "ban hành theo", "quy định của", "trong")
_FAR = 60
_INNER = re.compile(r"[Đđ]iểm\s+[a-zđ]\d?\s?(?P<item>\((?:[ivx]+|\d{1,2})\))")
_PATH = re.compile(r"[\s,]*(?:(?:tiểu mục|mục|phần)\s+\w+[\s,]*)*(?:của\s*)?$")
"""Between the steps of one path: "tiểu mục I, mục A, phần II"."""
_ANOTHER = re.compile(
    r"(?:,|;|và|hoặc)\s+(?:các\s+|những\s+)?(?:quy định|nội dung|cụm từ|từ|thủ tục"
    r"|danh mục|quy trình|đoạn|câu|gạch đầu dòng|tiết|ý|dòng|tên|tiêu đề|mũ|phần)(?:\s|$)"
)
"""Before the next of a row: "Điều 5 và các quy định về … tại Chương III"."""
_CONTENTS = re.compile(r"(?<!\w)(?:bao\s+)?gồm(?:\s+các)?$")
"""Before the articles of a chapter that is named whole."""
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
        listed = order.colon and any(item.broken and item.link != "by" for item in items[1:])
        rows = any(item.broken for item in items)  # semicolons part the row, commas what is in it
        nested = told = titled = False
        state = ""
        before: Item | None = None
        last: Item | None = None
        for item in items:
            cite = item.token.cite
            if cite is None:
                continue
            state = state_of(self.text, before, item, state)
            titled = in_list_of_title(item, found, listed=titled)
            row = nested and rows and self.whole_works(before, item)
            row = row or (nested and in_title_of(before, item, found))
            nested = before is not None and (row or self.nested(before, item, nested=nested))
            if nested and found and self.goes_on(item, found[0][1]):
                nested = False
            if nested and found and before is not None and self.stands_apart(before, item):
                nested = found[-1][0].eid is not None
            before = item
            if item.link == "except" or is_within(order.excepted, item):
                break
            owns = self.only_owns(last, item)
            last = item
            if titled or nested or state or owns or cite.role in _DROPPED_ROLES:
                continue
            row = told and item.words.strip() in _COORDINATE
            told = row or only_told(order, item, first=not found)
            if told:
                continue
            if item.link == "by" and found:
                if listed:
                    continue  # "như sau: Mẫu số 01 bằng Mẫu số 02; Mẫu số 03 bằng …"
                break
            aims = self.of(item)
            if found and _CONTENTS.search(item.words):
                aims = contents(found, aims)
            for aim in aims:
                if lie_within(found, aim):
                    continue
                while found and in_attachment(found[-1][0], aim):
                    found.pop()
                while found and self.in_path(found[-1][0], aim):
                    found.pop()
                found.append((aim, item))
        return in_same_place(in_article_behind(in_work_behind(found)))

    def named(self, items: Sequence[Item]) -> list[Item]:
        """Items but for works that another is changed by, or that only hold what is named."""
        kept: list[Item] = []
        state = ""
        before: Item | None = None
        for item in items:
            state = state_of(self.text, before, item, state)
            kept += [] if state or self.only_owns(before, item) else [item]
            before = item
        return kept

    def only_owns(self, before: Item | None, item: Item) -> bool:
        """ "Chương IX - Đánh giá kỹ năng nghề của Luật B", "Phụ lục II về danh mục … của B"."""
        if before is None or not is_whole(item) or not item.words.endswith("của"):
            return False
        named = any(target.eid for target in before.token.targets)
        return named and self.owner(before) is not None

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

    def within_subject(self, order: Order) -> list[tuple[Aim, Item]]:
        """ "Điều 3 được sửa đổi khoản 10, khoản 30 như sau": those clauses of that article."""
        parts = [i for i in order.items if i.token.kind == "cite" and not i.link]
        above = self.aims(order)[:1] if order.passive and order.blocks and parts else []
        if not above or above[0][0].eid is None:
            return []
        self.resolver.amended(above[0][0])
        found = [(aim, item) for item in parts for aim in self.of(item)]
        held = f"{above[0][0].eid}__"
        return [(aim, item) for aim, item in found if (aim.eid or "").startswith(held)]

    def stands_apart(self, before: Item, item: Item) -> bool:
        """ "…, A sửa đổi một số điều của B, khoản 1 Điều 4 của C": no title goes on like this."""
        row = item.words.strip() in (",", "và", ";") and is_whole(before)
        return row and not is_whole(item) and self.names_its_work(item)

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
        said = following.words.strip()
        if target.eid is not None or target.work.this or said.startswith(("và", ",", ";")):
            return None
        if target.work.part or (said.endswith(_OWNED_BY) and len(said.split()) > 1):
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
        alone = "art_" not in (self.resolver.meant.eid or "")
        article = article_behind(self.text, item, self.following(item), alone=alone)
        if article is not None:
            found = self.resolver.again(token.start, token.end, item.words, article)
            if found:
                return [of_work(self.finer(aim), owner) for aim in found]
        if not targets:
            found = self.resolver.again(token.start, token.end, item.words, self.hint(item))
            return [of_work(self.finer(aim), owner) for aim in found]
        cited = self.text[cite.start : cite.end]
        first = (targets[0].eid or "").partition("__")[0]
        finer = FINER.fullmatch(item.words) is not None  # "đoạn 2 khoản 1 Điều 4, Điều 5"
        made = (
            self.resolver.aim(
                target,
                item.words if not finer or (target.eid or "").startswith(first) else "",
                cited,
            )
            for target in targets
        )
        return of_first([of_work(self.finer(aim), owner) for aim in made if aim is not None])

    def finer(self, aim: Aim) -> Aim:
        """ "điểm c(iv) khoản 1": with the number of the item in its place."""
        if not aim.eid or "__point_" not in aim.eid:
            return aim
        inner = _INNER.search(self.text, aim.start, max(aim.end, aim.start) + 8)
        if inner is None:
            return aim
        place = f"{inner['item']} {aim.place}".strip()
        return Aim(aim.work, aim.eid, aim.start, aim.end, place)

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
                    return aim.eid if other.link == "into" else parent(aim.eid)
        return None

    def cited(self, items: Sequence[Item]) -> bool:
        """Whether one of the items names something other than this document."""
        return any(
            item.token.kind == "cite" and not said_of_itself(self.text, item.token)
            for item in items
        )

    def nested(self, before: Item, item: Item, *, nested: bool) -> bool:
        """Whether a citation stands in the title of the one before, or is only referred to."""
        said = item.words.strip()
        if item.broken or said.startswith(";") or _ANOTHER.match(said):
            return False
        if not said or said in _COORDINATE:
            return nested
        said = said.removesuffix(" các")
        if said.endswith(_COORDINATE):
            return False
        if any(said.endswith(refers) for refers in _REFERS):
            return True
        cite = before.token.cite
        assert cite is not None
        whole = ("document", "provision", "title_only", "list")
        if cite.shape in ("form", "appendix") and self.names_its_work(before):
            return item.link != "by" and not said.endswith(_OWNED_BY[:1])
        return bool(cite.targets) and cite.shape in whole


def _bare(item: Item) -> bool:
    """A path without a work of its own."""
    cite = item.token.cite
    return cite is not None and cite.shape in ("internal", "list", "appendix", "form", "range")
