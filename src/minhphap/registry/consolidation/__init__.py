"""Consolidation: a base with its amendments worked in, as it reads on a day."""

from minhphap.registry.consolidation.acts import Act, read_act, read_base
from minhphap.registry.consolidation.consolidate import consolidate
from minhphap.registry.consolidation.consolidated import Consolidated, LeftOut, Note

__all__ = ["Act", "Consolidated", "LeftOut", "Note", "consolidate", "read_act", "read_base"]
