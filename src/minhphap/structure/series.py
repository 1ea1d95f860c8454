"""Which of the candidate numbers form the series of a provision."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from minhphap.structure.lines import BARE, CELL, DOUBTFUL, STRONG, Marker
from minhphap.structure.numbering import Key

Follows = Callable[[Key, Key | None], bool]
_STOP = re.compile(r"[.;:\n](?!\S)|\n")
GAP = 4
"""A series may skip at most this many numbers before it is taken for something else."""


def choose(
    candidates: Sequence[Marker],
    inline: Sequence[Marker],
    follows: Follows,
    text: str,
    *,
    free: bool = False,
    loose: bool = False,
    head: int = -1,
) -> list[Marker]:
    """The markers of one series, in order.

    ``candidates`` begin lines, ``inline`` stand in the middle of lines. ``free``: the series may
    begin with any number; ``loose``: it may also skip any. ``head``: where the text of the parent
    begins.
    """
    in_line = {marker.key for marker in inline}
    series = _at_lines(candidates, follows, text, in_line, free=free, loose=loose, head=head)
    return fill(series, inline, follows, text, head, loose=loose)


def _at_lines(
    candidates: Sequence[Marker],
    follows: Follows,
    text: str,
    in_line: set[Key],
    *,
    free: bool,
    loose: bool,
    head: int,
) -> list[Marker]:
    """The series among the numbers that begin lines; a list inside a provision is passed over."""
    later = Counter(marker.key for marker in candidates if marker.trust != CELL)
    chosen: list[Marker] = []
    last: Key | None = None
    nested: Key | None = None
    for number, marker in enumerate(candidates):
        key = marker.key
        if marker.trust != CELL:
            later[key] -= 1
        expected = follows(key, last) or (free and last is None)
        if marker.trust == CELL:
            continue
        if (nested is not None and follows(key, nested)) and (
            not expected or later[key] > 0 or _after_semicolon(text, marker)
        ):
            nested = key
            continue
        if expected:
            if marker.trust != STRONG and later[key] > 0:
                continue
        elif last is not None and nested is None and _is_item(marker, text, follows):
            key = max(key, last)  # a slip: "a) …; b) …; b) …; d) …."
        elif last is not None and key[:1] == _first(follows)[:1] and len(key) == 1:
            nested = key
            continue
        elif not (
            _may_jump(marker, last, later, in_line, follows, gap=1000 if loose else GAP)
            or (last is None and _lost_first(marker, text, head, follows))
            or (last is None and _goes_on_from(marker, candidates, follows))
        ):
            slip = last and _slip(marker, candidates[number + 1 : number + 2], last, follows)
            if not slip:
                continue
            key = slip
        chosen.append(marker)
        last, nested = key, None
    return chosen


def _is_item(marker: Marker, text: str, follows: Follows) -> bool:
    """True for a letter below an item that ends with ";": one more item, whatever its letter.

    "i)", "v)", "x)" may count items below it.
    """
    if _first(follows) != (0,) or len(marker.key) > 1 or marker.num in "ivx":
        return False
    return marker.trust == STRONG and _after_semicolon(text, marker)


def _slip(marker: Marker, after: Sequence[Marker], last: Key, follows: Follows) -> Key | None:
    """Where the series stands after a number that is a slip of the pen; None if it is none.

    "đ) … c) … g)": c for e; "c) … e) … d)": two that changed places.
    """
    if marker.trust != STRONG or not after or after[0].trust != STRONG:
        return None
    following = after[0].key
    if follows(following, last) and follows(marker.key, following):
        return last
    for rank in range(last[0] + 1, last[0] + 4):
        if follows((rank,), last) and follows(following, (rank,)):
            return (rank,)
    return None


def _first(follows: Follows) -> Key:
    return (0,) if follows((0,), None) else (1,)


def _after_semicolon(text: str, marker: Marker) -> bool:
    return text[max(0, marker.start - 64) : marker.start].rstrip()[-1:] == ";"


def _may_jump(
    marker: Marker,
    last: Key | None,
    later: Counter[Key],
    in_line: set[Key],
    follows: Follows,
    *,
    gap: int,
) -> bool:
    """True for a number that is not the next but may be: some are missing, or it is repeated."""
    if marker.trust != STRONG:
        return False
    key = marker.key
    if last is None:
        first = _first(follows)
        near = key[0] <= first[0] + 2 and later[first] <= 0
        return near and (later[(key[0] + 1,)] > 0 or first in in_line)
    if key == last:
        return True
    if key < last:
        return False
    missing = [(number,) for number in range(last[0] + 1, key[0])]
    if len(missing) >= gap and not in_line.issuperset(missing):
        return False
    return not any(later[number] > 0 for number in missing)


def _lost_first(marker: Marker, text: str, head: int, follows: Follows) -> bool:
    """True for the second number of a series whose first number the page has lost."""
    return (
        marker.trust == STRONG
        and marker.key == (_first(follows)[0] + 1,)
        and head >= 0
        and text[head : marker.start].rstrip()[-1:] in (".", ";")
    )


def _goes_on_from(marker: Marker, candidates: Sequence[Marker], follows: Follows) -> bool:
    """True when all numbers, none of them small, are one run: those of the article before go on."""
    keys = [one.key for one in candidates if one.trust == STRONG]
    if len(keys) < 2 or keys[0] != marker.key or marker.key[0] <= _first(follows)[0] + 2:
        return False
    return all(follows(after, before) for before, after in pairwise(keys))


def fill(
    chosen: list[Marker],
    inline: Sequence[Marker],
    follows: Follows,
    text: str,
    head: int = -1,
    *,
    loose: bool = False,
) -> list[Marker]:
    """Add the numbers that the series lacks and that stand in the middle of lines."""
    if not inline:
        return chosen
    filled: list[Marker] = []
    at = 0
    last: Key | None = None
    for following in [*chosen, None]:
        limit = following.start if following else 1 << 60
        run: list[Marker] = []
        key = last
        window = []
        while at < len(inline) and inline[at].start < limit:
            window.append(inline[at])
            at += 1
        there = {marker.key for marker in window}
        for marker in window:
            if filled and marker.start < filled[-1].body:
                continue
            if following and marker.key >= following.key:
                continue
            if not follows(marker.key, key) and not _leaps(marker, key, there, text, loose=loose):
                continue
            if marker.trust == DOUBTFUL and not (
                last is None and not run and _after_heading(text, head, marker)
            ):
                continue
            run.append(marker)
            key = marker.key
        if run and (
            _sound(run, last, following, follows, head)
            or (last is None and following is None and _after_heading(text, head, run[0]))
        ):
            filled.extend(run)
            last = run[-1].key
        if following is not None:
            filled.append(following)
            last = following.key
    return filled


def _leaps(marker: Marker, last: Key | None, there: set[Key], text: str, *, loose: bool) -> bool:
    """True for the number after the next one, when the next one is missing; loose: for any."""
    key = marker.key
    if last is None or len(key) > 1 or key <= last or (key[0] > last[0] + 2 and not loose):
        return False
    if any((number,) in there for number in range(last[0] + 1, key[0])):
        return False
    return text[max(0, marker.start - 4) : marker.start].rstrip()[-1:] in (";", ".", "”")


def _after_heading(text: str, head: int, marker: Marker) -> bool:
    """True when nothing but a title stands between a provision and its first number."""
    return 0 <= head < marker.start and _STOP.search(text, head, marker.start) is None


def _sound(
    run: list[Marker], last: Key | None, following: Marker | None, follows: Follows, head: int
) -> bool:
    """True when numbers in mid-line, or without full stop, are worth believing."""
    if any(marker.trust == BARE for marker in run):
        return following is not None and follows(following.key, run[-1].key)
    if last is None:
        if following is not None:
            return follows(following.key, run[-1].key)
        return len(run) > 1 or run[0].start == head
    return True
