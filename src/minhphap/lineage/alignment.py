"""What an alignment of two versions says."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

Change = Literal["same", "changed", "renumbered", "moved", "new", "gone"]


class Pair(msgspec.Struct, frozen=True):
    """One provision of the old version and what became of it.

    ``old`` and ``new`` are eids; one of them is None where a provision is new or gone.
    ``similarity`` compares the words without the provision's own number: 1 for equal words, 0
    where there is nothing to compare. ``change`` speaks of the place first: ``moved`` (another
    parent), ``renumbered`` (same parent, another number), both whatever became of the words;
    else ``changed`` or ``same``.
    """

    old: str | None
    new: str | None
    change: Change
    similarity: float


class Alignment(msgspec.Struct, frozen=True, dict=True):
    """The pairs of two versions: each provision of either stands in exactly one.

    In the order of the new version; provisions that are gone follow the pair they stood behind.
    """

    pairs: tuple[Pair, ...]

    @cached_property
    def to_new(self) -> dict[str, Pair]:
        """The pair of each provision of the old version."""
        return {pair.old: pair for pair in self.pairs if pair.old is not None}

    @cached_property
    def to_old(self) -> dict[str, Pair]:
        """The pair of each provision of the new version."""
        return {pair.new: pair for pair in self.pairs if pair.new is not None}
