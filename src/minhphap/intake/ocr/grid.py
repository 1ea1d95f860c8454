"""Ruled lines of a scan made whole: the printer's line broke, the paper lay askew."""

from __future__ import annotations

from collections.abc import Sequence

from minhphap.intake.page.shapes import Rule

_HOLE = 45.0
"""Points that may be missing in a line between two pieces of it."""
_ASKEW = 5.0
"""Points by which the next piece of a line may stand higher or lower."""

_FAR = 120.0
"""Points by which a line may have to be drawn on."""


def made_whole(across: Sequence[Rule], down: Sequence[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Join the pieces of each line, and let it end where a line of the other kind crosses it."""
    flat, upright = _chained(across), _chained(down)
    return _reaching(flat, upright), _reaching(upright, flat)


def _chained(pieces: Sequence[Rule]) -> list[Rule]:
    chains: list[list[Rule]] = []
    for piece in sorted(pieces, key=lambda rule: rule.start):
        for chain in chains:
            last = chain[-1]
            if abs(piece.at - last.at) <= _ASKEW and piece.start - last.end <= _HOLE:
                chain.append(piece)
                break
        else:
            chains.append([piece])
    return [
        Rule(
            sum(one.at * (one.end - one.start) for one in chain)
            / sum(one.end - one.start for one in chain),
            chain[0].start,
            max(one.end for one in chain),
        )
        for chain in chains
    ]


def _reaching(rules: Sequence[Rule], crossing: Sequence[Rule]) -> list[Rule]:
    """A line of a table ends at another line: one that ends before it is drawn on to it."""
    whole = []
    for rule in rules:
        walls = [
            other.at for other in crossing if other.start - _ASKEW <= rule.at <= other.end + _ASKEW
        ]
        before = [at for at in walls if -_ASKEW <= rule.start - at <= _FAR]
        after = [at for at in walls if -_ASKEW <= at - rule.end <= _FAR]
        start = max(before, default=rule.start)
        end = min(after, default=rule.end)
        whole.append(Rule(rule.at, start, end) if end > start else rule)
    return whole
