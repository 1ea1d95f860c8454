"""What a fuller provision later in a sentence lends a bare one: "điểm c khoản 1 và … Điều 77"."""

from __future__ import annotations

import re

import msgspec

from minhphap.citations.citation import Citation, Target
from minhphap.citations.eids import join, levels_of
from minhphap.citations.own import Own

_END = re.compile(r"[.](?=\s)|;\s*\n|\n\s*(?:\d+\.|[a-zđ]\))")
_SAID = (("point", re.compile(r"điểm")), ("para", re.compile(r"khoản")))


def lend(low: str, found: list[Citation], own: Own, home: str) -> list[Citation]:
    """The citations of one stretch, with bare provisions that are not where they were looked for.

    They lie in the article that the sentence names after them, if they are all there; if not, it
    cannot be told where.
    """
    settled = list(found)
    for index, citation in enumerate(found):
        if not _bare(low, citation):
            continue
        fuller = _fuller(low, found, index)
        if fuller is None:
            continue
        moved = [_moved(low, citation, target, fuller, own, home) for target in citation.targets]
        targets = tuple(one for one in moved if one is not None)
        if len(targets) < len(moved):
            targets = tuple(
                msgspec.structs.replace(one, resolved=None, reason="ambiguous")
                for one in citation.targets
            )
        settled[index] = msgspec.structs.replace(citation, targets=targets)
    return settled


def _bare(low: str, citation: Citation) -> bool:
    """Whether a clause or point without article was not found in the article at hand."""
    if not any(one.work.this and one.reason == "missing" for one in citation.targets):
        return False
    said = low[citation.start : citation.end]
    return "điều" not in said and "này" not in said and said.startswith(("khoản", "điểm", "các"))


def _fuller(low: str, found: list[Citation], index: int) -> Target | None:
    """The provision of this document that the sentence names next with its article."""
    at = found[index].end
    for other in found[index + 1 : index + 4]:
        if _END.search(low, at, other.start):
            return None
        at = other.end
        target = other.targets[0] if other.targets else None
        named = "điều" in low[other.start : other.end]
        if target is not None and named and target.work.this and target.resolved:
            return target
    return None


def _moved(
    low: str, citation: Citation, target: Target, fuller: Target, own: Own, home: str
) -> Target | None:
    """The target in the article of the fuller one; None where that has no such provision."""
    said = low[citation.start : citation.end]
    own_levels, lent = levels_of(target.eid), levels_of(fuller.eid)
    levels = {"art": lent.get("art", "")}
    for level, word in reversed(_SAID):
        value = own_levels.get(level) if word.search(said) else lent.get(level)
        if level == "point" and not word.search(said):
            continue
        if value:
            levels[level] = value
    eid = join(levels)
    moved = msgspec.structs.replace(target, eid=eid)
    resolved, reason = own.find(moved, home)
    return None if reason else msgspec.structs.replace(moved, resolved=resolved, reason=None)
