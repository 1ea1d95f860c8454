"""What the clauses of an amending document order, as relations."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from minhphap.amendments import Instruction
from minhphap.citations import Work
from minhphap.registry.reading.acts import Acts
from minhphap.registry.reading.incoming import AsWritten
from minhphap.registry.relation import RelationKind

_KINDS: dict[str, RelationKind] = {
    "replace": "amends", "insert_before": "supplements", "insert_after": "supplements",
    "append": "supplements", "repeal": "repeals", "replace_phrase": "amends", "rename": "amends",
    "renumber": "amends", "replace_appendix": "amends", "correct": "corrects",
    "suspend": "suspends",
}  # fmt: skip
_ALL = re.compile(r"\s*(?:(?:cho|các|cả|toàn\s+bộ|đối\s+với|những)\s*)*", re.IGNORECASE)
_CHANGING = frozenset(("amends", "supplements", "repeals", "replaces", "suspends", "corrects"))


def with_orders(acts: Acts, orders: Iterable[Instruction]) -> list[AsWritten]:
    """The relations of a text, those its amending clauses order told clause by clause.

    Instructions name provisions better than citations do, so they take the place of what was read
    from citations of the same clause. What ends a whole document is kept from both, except from
    orders where the document may be named for another reason.
    """
    relations = acts.relations
    told, parted = [], set[tuple[int, int]]()
    for order in orders:
        here = order.start, order.end
        for one in _relations(order):
            doubtful = here in parted or order.target.start in acts.doubtful
            if not (_ends_whole(one) and doubtful):
                told.append(one)
        if order.op == "repeal" and (_place(order) or order.target.eid):
            parted.add(here)  # "nội dung về … tại Nghị định A, Nghị định B"
    clauses = {one.by_eid for one in told}
    kept = [
        one
        for one in relations
        if one.by or one.kind not in _CHANGING or one.by_eid not in clauses or _ends_whole(one)
    ]
    seen = {_key(one) for one in kept}
    ended = {(one.by_eid, one.to.number) for one in kept if _ends_whole(one)}
    for one in told:
        if _key(one) in seen or (_ends_whole(one) and (one.by_eid, one.to.number) in ended):
            continue
        seen.add(_key(one))
        kept.append(one)
    return kept


def _key(one: AsWritten) -> tuple[object, ...]:
    return one.kind, one.by, one.by_eid, one.to, one.to_eid


def _ends_whole(one: AsWritten) -> bool:
    return one.kind in ("repeals", "replaces") and one.whole and not one.to_eid


def _place(order: Instruction) -> str:
    """The part of the target that words name and no eid does: "bảng phí của"."""
    return "" if _ALL.fullmatch(order.target.place) else order.target.place


def _relations(order: Instruction) -> Iterable[AsWritten]:
    kind = _KINDS.get(order.op)
    work = order.target.work
    if kind is None or not (work.number or work.title):
        return
    named = order.new_eids if kind == "supplements" else (order.target.eid or "",)
    vague = bool(_place(order)) or order.op in ("replace_phrase", "rename")
    for eid in named or (order.target.eid or "",):
        one = AsWritten(
            kind,
            Work(work.kind, work.number, work.date, work.issuer, work.title, work.year),
            eid,
            by_eid=order.source,
            date=order.effective,
            whole=not eid and kind == "repeals" and not vague,
        )
        if vague and kind == "repeals" and eid:
            one = replace(one, kind="amends")  # only words or a line of the provision go
        if order.op == "renumber" and order.new_eids:
            one = replace(one, renumbered=order.new_eids[0])
        yield one
