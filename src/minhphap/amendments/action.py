"""What an order does to one provision, before its clause and its document are told."""

from __future__ import annotations

from typing import NamedTuple

from minhphap.amendments.instruction import Aim, Operation

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


def is_vague(aim: Aim) -> bool:
    """ "một số điều của Luật …": which, the clauses below say."""
    return aim.eid is None and aim.place.startswith("một số")


def named(aim: Aim) -> tuple[str, ...]:
    """The name of what carries the new text; nothing inside appendices is named."""
    return (aim.eid,) if aim.eid and not is_attachment(aim) else ()
