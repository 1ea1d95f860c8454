"""The stage that the words of a status column, or the steps already taken, speak of."""

from __future__ import annotations

import re
from functools import lru_cache

from minhphap.crowd.trackers.record import STAGES, Stage
from minhphap.crowd.trackers.vocabulary import plain, stage_words

_CLAUSES = re.compile(
    r"[,;\n.]+(?!\d)|\s[-–]\s|(?<=\w)[()]|\bnhung\b|\bsau do\b|\bhien\b(?! trang)"
)
_ROAD = {stage: index for index, stage in enumerate(STAGES[:8])}
_OFF = frozenset(("returned", "postponed", "withdrawn"))
_FIELD_STAGES: dict[str, Stage] = {
    "step:registration": "registered",
    "step:approval": "registered",
    "step:drafting": "drafting",
    "step:consultation": "consultation",
    "step:appraisal": "appraisal",
    "step:after_appraisal": "after_appraisal",
    "step:submission": "submitted",
    "step:issue": "issued",
}


@lru_cache(maxsize=4096)
def read_stage(words: str) -> Stage | None:
    """The stage of a status in free words; None where they name none.

    Of several clauses the furthest stage counts ("Đã có BCTĐ, đang chỉnh lý"); a return, a delay
    or a withdrawal counts before them, unless a later clause is back on the road at the appraisal
    or beyond ("đã trả lại, nay trình lại").
    """
    key = plain(words.replace("\n", "; "))
    clauses = (clause.strip(" -+*:") for clause in _CLAUSES.split(key))
    found = [stage for clause in clauses if clause and (stage := _named(clause))]
    if not found:
        return _named(key) if len(key) < 40 else None
    road: list[Stage] = [stage for stage in found if stage in _ROAD]
    off = [stage for stage in found if stage in _OFF]
    if off and not (found[-1] in _ROAD and _ROAD[found[-1]] >= _ROAD["appraisal"]):
        return off[-1]
    started: list[Stage] = [stage for stage in road if stage != "not_started"]
    return furthest(started or road)


def _named(key: str) -> Stage | None:
    name = stage_words().name_of(key)
    return next((stage for stage in STAGES if stage == name), None)


def stage_of_field(field: str) -> Stage | None:
    """The stage that a column of steps leads to once it is filled."""
    return _FIELD_STAGES.get(field)


def furthest(stages: list[Stage]) -> Stage | None:
    """The last stage of the road among several; a step off the road only if nothing else is."""
    road = [stage for stage in stages if stage in _ROAD]
    if not road:
        return stages[-1] if stages else None
    return max(road, key=lambda stage: _ROAD[stage])
