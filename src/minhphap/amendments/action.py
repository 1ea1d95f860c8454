"""What an order does to one provision, before its clause and its document are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from minhphap.amendments.instruction import Aim, Operation
from minhphap.citations import Work
from minhphap.text import comparison_key

_CONTAINERS = {"subsec": 1, "sec": 2, "part": 3, "app": 4}
_SOME = ("một số", "các điều", "các khoản", "các điểm")
_SORTED = ("sắp xếp lại", "đánh số lại")
_SOME_OF = re.compile(r"(?:một số|các|những) (?:quy định|nội dung|điều|khoản|điểm)(?!\w)")
_ATTACHED = re.compile(
    r"(?:các |những |toàn bộ |một số )*(?:phụ lục|biểu mẫu|mẫu|biểu|danh mục|bảng)(?!\w)"
    r".*(?:kèm theo|của|tại|trong)"
)
ATTACHMENTS = ("app", "form")
"""How the names of appendices and forms begin."""


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


def at(aim: Aim, eid: str | None) -> Aim:
    """Another provision of the same work."""
    return Aim(aim.work, eid, aim.start, aim.end, aim.place)


def is_attachment(aim: Aim) -> bool:
    """An appendix or a form."""
    return aim.eid is not None and aim.eid.startswith(ATTACHMENTS)


def some_attachment(aim: Aim, text: str) -> bool:
    """ "Phụ lục về địa bàn ban hành kèm theo Nghị định số 5": one without a number, or all."""
    if aim.eid is not None:
        return False
    said = comparison_key(text[aim.start : aim.end]) if aim.start >= 0 else ""
    return _ATTACHED.match(aim.place) is not None or _ATTACHED.match(said) is not None


def is_vague(aim: Aim) -> bool:
    """ "một số điều của Luật …": which, the clauses below say."""
    return aim.eid is None and aim.place.startswith(_SOME)


def what_goes(aims: Sequence[Aim], *, listed: bool) -> list[Aim]:
    """What goes whole: not where only some of it does, which the clauses below or what is
    ``listed`` behind a colon tell; nor what is only put in order."""
    left = [one for one in aims if not (is_vague(one) or one.place.startswith(_SORTED))]
    if listed and len(left) > 1 and _SOME_OF.match(left[0].place):
        return left[1:]  # "Bãi bỏ các quy định sau của Nghị định số 9: Khoản 1 Điều 2, …"
    return left


def named(aim: Aim) -> tuple[str, ...]:
    """The name of what carries the new text; nothing inside appendices is named."""
    return (aim.eid,) if aim.eid and not is_attachment(aim) else ()


def beside(aim: Aim, other: Aim) -> bool:
    """Whether both are of one level: articles, or sections."""
    return bool(aim.eid and other.eid) and _level(aim.eid) == _level(other.eid)


def holds(inner: Aim, outer: Aim) -> bool:
    """ "mục A, phần I": the section lies in the part that is named behind it."""
    low, high = _CONTAINERS.get(_level(inner.eid), 9), _CONTAINERS.get(_level(outer.eid), 0)
    return low < high


def titles(aims: Sequence[Aim]) -> list[Aim]:
    """ "tên Mục 1, Mục 2": the titles of all, not of the first alone."""
    if not aims or aims[0].place != "tên":
        return list(aims)
    return [
        msgspec.structs.replace(one, place="tên") if beside(one, aims[0]) else one for one in aims
    ]


def _level(eid: str | None) -> str:
    return (eid or "").rpartition("__")[2].partition("_")[0]


def in_work_behind(done: list[Action]) -> list[Action]:
    """ "Điều 7 và bỏ quy định tại Điều 12 Quyết định số 216": all in the work at the end."""
    work: Work | None = None
    for n in range(len(done) - 1, -1, -1):
        aim = done[n].aim
        if aim.work.number or aim.work.title:
            work = aim.work
        elif work is not None and aim.eid:
            done[n] = done[n]._replace(aim=msgspec.structs.replace(aim, work=work))
    for n in range(1, len(done)):
        aim, before = done[n].aim, done[n - 1].aim
        if aim.eid and not (aim.work.number or aim.work.title):
            done[n] = done[n]._replace(aim=msgspec.structs.replace(aim, work=before.work))
    return done


def told_again(one: Action, others: Sequence[Action]) -> bool:
    """ "2. Bãi bỏ cụm từ “A”", a title, and below it "Bãi bỏ cụm từ “A” tại Điều 1": the same."""
    said = one.op, one.old_phrase, one.new_phrase
    return any(
        said == (other.op, other.old_phrase, other.new_phrase) and other.span > one.span
        for other in others
    )


def told_below(one: Action, later: Sequence[Action]) -> bool:
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
