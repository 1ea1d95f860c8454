"""From a citation to a document and a provision of the known law, on a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec.structs import replace

from minhphap.citations import Citation, Own, Target, Work
from minhphap.registry.choose import Asked, choose, choose_titled
from minhphap.registry.keys import NAMED
from minhphap.registry.known import KnownDocument
from minhphap.registry.relation import CHANGES
from minhphap.registry.resolution import Reason, Resolution
from minhphap.registry.status import touches

if TYPE_CHECKING:
    from minhphap.registry.snapshot import Registry
    from minhphap.structure import Metadata


def resolve(
    registry: Registry,
    cited: Citation | Target | Work,
    on: dt.date | None,
    citing: Metadata | KnownDocument | None,
) -> Resolution:
    """See ``Registry.resolve``."""
    if isinstance(cited, Citation):
        if not cited.targets:
            return Resolution("unknown", reasons=("nothing_named",))
        cited = cited.targets[0]
    work = cited.work if isinstance(cited, Target) else cited
    found = look_up(registry, work, on, citing)
    if found.document is None:
        return found
    target = cited if isinstance(cited, Target) else None
    return _judged(registry, _placed(registry, found, target, on), on)


def look_up(
    registry: Registry,
    work: Work,
    on: dt.date | None,
    citing: Metadata | KnownDocument | None,
) -> Resolution:
    """The document that a work is, without regard to provisions and status."""
    if work.this or work.attached:
        return Resolution("unknown", reasons=("own",))
    asked = Asked(
        work.number or "", work.kind or "", work.issuer or "", work.date, work.title or "",
        work.year, (citing.issuer or "") if citing else "",
        (citing.title or "") if citing and citing.kind in NAMED else None,
    )  # fmt: skip
    if work.number:
        return choose(registry.find(work.number), asked)
    if work.title:
        return choose_titled(registry, asked, on)
    return Resolution("unknown", reasons=("nothing_named",))


def _placed(
    registry: Registry, found: Resolution, target: Target | None, on: dt.date | None
) -> Resolution:
    """With the provision that is cited, where the text is known."""
    document = found.document
    assert document is not None
    attached = target is not None and target.work.part == "attached"
    if target is None or (target.eid is None and not attached):
        return found
    if not document.has_text:
        return _with(found, "text_not_known")
    eid = find_provision(registry, document, target)
    lineage = registry.lineage(document, eid or target.eid or "", on) if on else eid
    if lineage != eid and lineage and registry.provision(document, lineage):
        eid = lineage  # the number moved: what bears it on the day was enacted under another
    if eid is None:
        return _with(found, _why_missing(registry, document, target))
    return replace(found, eid=eid, lineage=lineage)


def _why_missing(registry: Registry, document: KnownDocument, target: Target) -> Reason:
    """Whether a provision that the text lacks can be said not to exist."""
    if not registry.text_is_whole(document):
        return "text_not_known"
    changes = registry.relations(document, "in", CHANGES)
    told = {one.source for one in changes if one.target_eid}
    for one in changes:
        vague = not one.target_eid and one.source not in told
        if vague or touches(one.target_eid, target.eid or ""):
            return "changed_since"
    return "provision_missing"


def find_provision(registry: Registry, document: KnownDocument, target: Target) -> str | None:
    """The eid in a document's tree of a provision as cited; None where the text has none."""
    tree = registry.tree(document)
    if tree is None:
        return None
    own = Own(tree)
    homes = [*own.attached] if target.work.part == "attached" else ["", *own.attached]
    for home in homes:
        eid, _ = own.find(target, home)
        if eid:
            return eid
    return None


def _judged(registry: Registry, found: Resolution, on: dt.date | None) -> Resolution:
    """With what held on the day."""
    document = found.document
    if on is None or document is None:
        return found
    status = registry.status(document, on)
    found = replace(found, status=status)
    if status.state == "ended":
        return _with(replace(found, verdict="dead"), "ended")
    if status.state == "not_yet":
        return _with(found, "not_yet_in_force")
    if found.eid:
        inner = registry.status(document, on, found.eid)
        found = replace(found, status=inner)
        if inner.state == "ended":
            return _with(replace(found, verdict="dead"), "provision_ended")
    return found


def _with(found: Resolution, reason: Reason) -> Resolution:
    return replace(found, reasons=(*found.reasons, reason))
