"""Consolidation: a base with its amendments worked in, as it reads on a day."""

from minhphap.registry.consolidation.acts import Act, read_act, read_base
from minhphap.registry.consolidation.between import Between, Difference, between
from minhphap.registry.consolidation.consolidate import consolidate
from minhphap.registry.consolidation.consolidated import Consolidated, LeftOut, Note
from minhphap.registry.consolidation.known import ActReader, Gathered, gather
from minhphap.registry.consolidation.render import Form, render
from minhphap.registry.consolidation.versions import Version, Wording, versions, wordings

__all__ = [
    "Act",
    "ActReader",
    "Between",
    "Consolidated",
    "Difference",
    "Form",
    "Gathered",
    "LeftOut",
    "Note",
    "Version",
    "Wording",
    "between",
    "consolidate",
    "gather",
    "read_act",
    "read_base",
    "render",
    "versions",
    "wordings",
]
