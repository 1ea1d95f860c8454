"""How the targets of a row belong together: in one work, in one article, in what is named last."""

from __future__ import annotations

import msgspec

from minhphap.amendments.action import holds, is_attachment
from minhphap.amendments.instruction import Aim
from minhphap.amendments.order import Item
from minhphap.citations import Work

_FRAGMENT = ("para_", "point_")


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
