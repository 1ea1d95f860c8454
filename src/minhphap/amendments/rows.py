"""How the targets of a row belong together: in one work, in one article, in what is named last."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from minhphap.amendments.action import holds, is_attachment
from minhphap.amendments.instruction import Aim
from minhphap.amendments.order import Item
from minhphap.citations import Work
from minhphap.text import comparison_key

_FRAGMENT = ("para_", "point_")
_ARTICLE = re.compile(r"(?<![a-z])art_(\d+)[a-zđ]*$")

FINER = re.compile(
    r"(?:,|và)?\s*(?:đoạn|câu|gạch đầu dòng|tiết|ý|dòng|mũ|phần|số thứ tự)\s[^,;.]{0,40}?"
    r"(?:\s?của)?"
)
"""Between two places of one row: "… và đoạn mở đầu của khoản 4"."""
_SORTED = re.compile(r"(?:,|và)\s+(?:sắp xếp|đánh số)(?:\s+thứ tự)?\s+lại\s+các\s+(?:khoản|điểm)")
"""Between clauses that go and their article: "khoản 4 và sắp xếp lại các khoản Điều 7"."""


def of_work(aim: Aim, owner: Work | None) -> Aim:
    """The target as one of the work named behind it, where its own words name none."""
    if owner is None or aim.eid is None:
        return aim
    return Aim(owner, aim.eid, aim.start, aim.end, aim.place)


def lie_within(found: list[tuple[Aim, Item]], outer: Aim) -> bool:
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


def in_work_behind(found: list[tuple[Aim, Item]]) -> list[tuple[Aim, Item]]:
    """ "Mục 4; Mục 5; Phần 7 … kèm theo Quyết định 9": all in it, where nothing else tells."""
    behind: Work | None = None
    for at in range(len(found) - 1, -1, -1):
        aim, item = found[at]
        if not _is_unknown(aim.work):
            behind = aim.work
        elif aim.eid is not None:
            found[at] = of_work(aim, behind), item
    for at, (aim, item) in enumerate(found):  # "… của Nghị định số 8 như sau: Khoản 1 Điều 2, …"
        if not _is_unknown(aim.work):
            behind = aim.work
        elif aim.eid is not None:
            found[at] = of_work(aim, behind), item
    return found


def article_behind(text: str, item: Item, following: Iterable[Item], *, alone: bool) -> str | None:
    """ "điểm a khoản 3 và đoạn mở đầu khoản 4 Điều 23": the article of what follows.

    Where no article is being changed (``alone``) also behind words: "tại khoản 1, cụm từ “A” bằng
    “B” tại khoản 2 Điều 23".
    """
    if text[item.token.start] not in "kKđĐ":
        return None
    said = comparison_key(text[item.token.start : item.token.end])
    if not said.startswith(("khoản", "điểm")) or "điều" in said:
        return None
    apart = False
    for other in following:
        if other.broken:
            return None
        if other.token.kind == "quote" and alone:
            apart = True
            continue
        beside = FINER.fullmatch(other.words) or _SORTED.match(other.words)
        if not beside and not (apart and other.words.strip() == "tại"):
            return None
        for target in other.token.targets[:1]:
            named = re.match(r"art_[^_]+", target.eid or "")
            return named[0] if named else None
    return None


def in_same_place(found: list[tuple[Aim, Item]]) -> list[tuple[Aim, Item]]:
    """ "Danh mục … tại Quyết định số 8, Quyết định số 9": that of both, neither work as a whole."""
    for at in range(1, len(found)):
        (aim, item), before = found[at], found[at - 1][0]
        row = item.words in (",", "và") and aim.eid is None and before.eid is None
        if row and not aim.place and before.place.endswith(("tại", "trong")):
            found[at] = Aim(aim.work, None, aim.start, aim.end, before.place), item
    return found


def contents(found: list[tuple[Aim, Item]], aims: list[Aim]) -> list[Aim]:
    """ "Chương VIII gồm các điều từ Điều 67 đến Điều 78 và Điều 105": the articles that follow one
    another are what the chapter holds; the others are named beside it."""
    holder = found[-1]
    numbers = [_ARTICLE.search(aim.eid or "") for aim in aims]
    held = 0
    while held < len(aims) and (number := numbers[held]) is not None:
        before = numbers[held - 1] if held else None
        if before is not None and int(number[1]) - int(before[1]) not in (0, 1):
            break
        held += 1
    if held == 0:
        return aims
    found[-1] = of_work(holder[0], aims[0].work), holder[1]
    return [Aim(one.work, one.eid, one.start, one.end, "") for one in aims[held:]]


def in_attachment(inner: Aim, outer: Aim) -> bool:
    """ "Mục 5.3 Chương III thuộc Mẫu số 02": what lies in a form is told by the form alone."""
    if not is_attachment(outer) or not outer.place.endswith("thuộc"):
        return False
    return inner.eid is not None and not is_attachment(inner) and "art_" not in inner.eid


def in_article_behind(found: list[tuple[Aim, Item]]) -> list[tuple[Aim, Item]]:
    """ "đoạn mở đầu của khoản 1 và một số điểm của Điều 30": the clause is one of that article."""
    article = ""
    for at in range(len(found) - 1, -1, -1):
        aim, item = found[at]
        if article and aim.eid and aim.eid.startswith(_FRAGMENT):
            found[at] = _named(aim, f"{article}__{aim.eid}"), item
            continue
        head, step, _ = (aim.eid or "").partition("art_")
        whole = step and "__" not in (aim.eid or "").removeprefix(head)
        article = (aim.eid or "") if whole and item.words.endswith("của") else ""
    return found


def _named(aim: Aim, eid: str) -> Aim:
    return Aim(aim.work, eid, aim.start, aim.end, aim.place)


def _is_unknown(work: Work) -> bool:
    return not (work.number or work.title)
