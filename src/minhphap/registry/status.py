"""What holds of a document or a provision on a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec.structs import replace

from minhphap.law import parse_number
from minhphap.registry.keys import NAMED
from minhphap.registry.relation import CHANGES, ENDS, Effect, Relation, Status

if TYPE_CHECKING:
    from minhphap.registry.known import KnownDocument
    from minhphap.registry.snapshot import Registry


def status_of(registry: Registry, document: KnownDocument, on: dt.date, eid: str = "") -> Status:
    """The state on a day. What nobody has said is "unknown" or unsure, never assumed dead."""
    effects = registry.effects(document)
    incoming = registry.relations(document, "in")
    whole = _of_document(document, [one for one in effects if not one.eid], incoming, on)
    if whole.state in ("in_force", "partly") and (later := _successor(registry, document, on)):
        whole = Status("unknown", later.effect, None, False, whole.changed, later.id)
    if not eid:
        return whole
    changed = tuple(one for one in whole.changed if touches(one.target_eid, eid))
    if whole.state in ("not_yet", "ended", "suspended") or whole.successor:
        return replace(whole, changed=changed)
    above = registry.above(document, eid)
    for effect in effects:
        if effect.eid and effect.eid in above and _covers(effect, on):
            return Status(effect.state, effect.first, effect.by, True, changed)
        if effect.eid in above and effect.state == "in_force" and effect.first:
            if on < effect.first:
                return Status("not_yet", effect.first, effect.by, True, changed)
            return Status("in_force", effect.first, effect.by, whole.sure, changed)
    if whole.state == "partly":
        return Status("in_force", document.effect, None, whole.sure, changed)
    return Status(whole.state, whole.since, None, whole.sure, changed)


def _successor(registry: Registry, document: KnownDocument, on: dt.date) -> KnownDocument | None:
    """The newest law of the same title that was signed later and in force by the day."""
    if document.kind not in NAMED or not document.title or document.date is None:
        return None
    later = [
        one
        for one in registry.titled(document.title, document.kind)
        if one.date and one.date > document.date and one.effect and one.effect <= on
    ]
    return max(later, key=lambda one: (one.effect or on, one.id), default=None)


def _covers(effect: Effect, on: dt.date) -> bool:
    """Whether a bad state is known to hold on the day."""
    if effect.state == "in_force" or effect.first is None or on < effect.first:
        return False
    return effect.until is None or on < effect.until


def touches(target: str, eid: str) -> bool:
    """Whether a change of one provision changes the words of another."""
    return target == eid or target.startswith(f"{eid}__") or eid.startswith(f"{target}__")


def _of_document(
    document: KnownDocument, effects: list[Effect], incoming: list[Relation], on: dt.date
) -> Status:
    changed = tuple(one for one in incoming if one.kind in CHANGES and one.date and one.date <= on)
    ended = next((one for one in effects if one.state == "ended" and _covers(one, on)), None)
    if ended:
        sure = ended.sure in ("stated", "read")
        return Status("ended", ended.first, ended.by, sure, changed)
    if document.until and on >= document.until:
        return Status("ended", document.until, None, True, changed)
    if (document.effect and on < document.effect) or (document.date and on < document.date):
        return Status("not_yet", document.effect, None, document.effect is not None, changed)
    if document.date is None and _numbered_later(document, on):
        return Status("not_yet", document.effect, None, document.effect is not None, changed)
    for effect in effects:
        if effect.state == "suspended" and _covers(effect, on):
            return Status("suspended", effect.first, effect.by, True, changed)
    return _alive(document, incoming, on, changed)


def _numbered_later(document: KnownDocument, on: dt.date) -> bool:
    parsed = parse_number(document.number)
    return bool(parsed and parsed.year and parsed.year > on.year)


def _alive(
    document: KnownDocument, incoming: list[Relation], on: dt.date, changed: tuple[Relation, ...]
) -> Status:
    seen = document.stated_on
    if document.stated == "ended" and document.until is None:
        if seen and on >= seen:
            return Status("ended", None, None, True, changed)
        return Status("unknown", None, None, False, changed)
    if document.stated == "not_yet" and seen and on <= seen and not document.effect:
        return Status("not_yet", None, None, True, changed)
    if document.effect is None and document.stated not in ("in_force", "partly"):
        return Status("unknown", None, None, False, changed)
    confirmed = document.stated in ("in_force", "partly") and seen is not None and on <= seen
    sure = confirmed or document.until is not None
    cut = next((one for one in incoming if _cuts(one, on)), None)
    if cut or (document.stated == "partly" and seen and on >= seen):
        return Status("partly", cut.date if cut else None, cut, sure, changed)
    return Status("in_force", document.effect, None, sure, changed)


def _cuts(one: Relation, on: dt.date) -> bool:
    """Whether a part was ended by the day."""
    return one.kind in ENDS and one.of_a_part and one.date is not None and one.date <= on
