"""Versions of a text: which provision of the one is which of the other."""

from minhphap.lineage.align import align
from minhphap.lineage.alignment import Alignment, Change, Pair

__all__ = ["Alignment", "Change", "Pair", "align"]
