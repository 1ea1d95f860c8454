"""Ruled lines that were drawn in pieces, put together."""

from __future__ import annotations

from minhphap.intake.page.shapes import Rule

_SHORT = 4.0
_SAME, _NEAR = 2.0, 2.0


def joined(rules: list[Rule]) -> list[Rule]:
    """Pieces of one line made one; what is too short to part cells is left out."""
    rules.sort(key=lambda rule: (round(rule.at / _SAME), rule.start))
    whole: list[Rule] = []
    for rule in rules:
        last = whole[-1] if whole else None
        if last and abs(last.at - rule.at) < _SAME and rule.start <= last.end + _NEAR:
            whole[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            whole.append(rule)
    return [rule for rule in whole if rule.end - rule.start > _SHORT]
