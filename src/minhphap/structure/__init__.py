"""Source -> Document: the lossless tree of a legal text, and its exchange formats."""

from minhphap.structure.document import (
    Diagnostic,
    Document,
    Leaf,
    Metadata,
    Provision,
    Signatory,
    Table,
)

__all__ = ["Diagnostic", "Document", "Leaf", "Metadata", "Provision", "Signatory", "Table"]
