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
from minhphap.structure.parser import parse, parse_text

__all__ = [
    "Diagnostic",
    "Document",
    "Leaf",
    "Metadata",
    "Provision",
    "Signatory",
    "Table",
    "parse",
    "parse_text",
]
