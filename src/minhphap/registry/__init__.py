"""The known law: documents, relations, effect at a date; resolve citations on a day."""

from minhphap.registry.building import ImportReport, build, verify
from minhphap.registry.diff import DocumentChange, RelationChange, diff
from minhphap.registry.effect_words import Told, own_effect
from minhphap.registry.errors import RegistryError
from minhphap.registry.known import Conflict, Fact, KnownDocument, KnownProvision, Origin, Sure
from minhphap.registry.ranks import rank_of
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

__all__ = [
    "CHANGES",
    "ENDS",
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
