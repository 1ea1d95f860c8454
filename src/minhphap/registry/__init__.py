"""The known law: documents, relations, effect at a date; resolve citations on a day.

What makes and compares snapshots is looked up on first use: asking the law does not load it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from minhphap.registry.errors import RegistryError
from minhphap.registry.known import (
    HEARSAY,
    Conflict,
    Fact,
    KnownDocument,
    KnownProvision,
    Origin,
    Sure,
)
from minhphap.registry.ranks import rank_of
from minhphap.registry.reading.effect_words import Told, own_effect
from minhphap.registry.relation import (
    CHANGES,
    ENDS,
    Effect,
    Relation,
    RelationKind,
    State,
    Status,
)
from minhphap.registry.resolution import Reason, Resolution, Verdict
from minhphap.registry.snapshot import Registry

if TYPE_CHECKING:
    from minhphap.registry.building.build import ImportReport, build
    from minhphap.registry.comparing import DocumentChange, RelationChange, diff
    from minhphap.registry.verifying import verify

_HOMES = {
    "DocumentChange": "minhphap.registry.comparing",
    "ImportReport": "minhphap.registry.building.build",
    "RelationChange": "minhphap.registry.comparing",
    "build": "minhphap.registry.building.build",
    "diff": "minhphap.registry.comparing",
    "verify": "minhphap.registry.verifying",
}

__all__ = [
    "CHANGES",
    "ENDS",
    "HEARSAY",
    "Conflict",
    "DocumentChange",
    "Effect",
    "Fact",
    "ImportReport",
    "KnownDocument",
    "KnownProvision",
    "Origin",
    "Reason",
    "Registry",
    "RegistryError",
    "Relation",
    "RelationChange",
    "RelationKind",
    "Resolution",
    "State",
    "Status",
    "Sure",
    "Told",
    "Verdict",
    "build",
    "diff",
    "own_effect",
    "rank_of",
    "verify",
]


def __getattr__(name: str) -> Any:
    """Import the part of the room that holds a name."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
