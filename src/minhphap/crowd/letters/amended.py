"""Names of the act that a draft amends: "Điều 7a" stands in "khoản 3 Điều 1" of the draft."""

from __future__ import annotations

from collections.abc import Iterator

from minhphap.amendments import instructions
from minhphap.structure import Document, Provision
from minhphap.text import comparison_key

_PHRASES = frozenset(("replace_phrase", "insert_phrase", "delete_phrase", "transitional"))


class Amended:
    """Where a draft that amends another act speaks of a provision of that act."""

    def __init__(self, draft: Document) -> None:
        self._sources: dict[str, str] = {}
        """Path in the amended act, without its attached text → eid in the draft."""
        self._holding: dict[str, str] = {}
        """Path that the draft changes only parts of → what holds all those changes."""
        if not _amends(draft):
            return
        orders = [one for one in instructions(draft) if one.source in draft.by_eid]
        for one in sorted(orders, key=lambda one: one.op in _PHRASES):
            named = one.new_eids or ((one.target.eid,) if one.target.eid else ())
            for eid in named:
                self._sources.setdefault(_bare(eid), one.source)
        below: dict[str, list[str]] = {}
        for path, source in self._sources.items():
            for outer in _around(path):
                below.setdefault(outer, []).append(source)
        self._holding = {path: _common(eids) for path, eids in below.items()}

    def find(self, path: str) -> str | None:
        """The provision of the draft that changes what a path names, what holds it, or parts."""
        path = _bare(path)
        for outer in (path, *_around(path)):
            if outer in self._sources:
                return self._sources[outer]
        return self._holding.get(path)


def _amends(draft: Document) -> bool:
    """True for a title that says so, and for quoted provisions."""
    if "sửa đổi" in comparison_key(draft.meta.title or ""):
        return True
    return any(map(_quotes, draft.provisions))


def _quotes(provision: Provision) -> bool:
    return provision.type.startswith("quoted") or any(map(_quotes, provision.children))


def _bare(eid: str) -> str:
    return eid.partition("__")[2] if eid.startswith("att_") else eid


def _around(path: str) -> Iterator[str]:
    """The paths that hold a path, the nearest first."""
    while path := path.rpartition("__")[0]:
        yield path


def _common(eids: list[str]) -> str:
    """The innermost provision that holds all of them; the first where none does."""
    first = eids[0]
    for outer in (first, *_around(first)):
        if all(one == outer or one.startswith(f"{outer}__") for one in eids):
            return outer
    return first
