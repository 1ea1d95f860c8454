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
from minhphap.structure.formats import FORMATS, FormatError, export, load
from minhphap.structure.parser import parse, parse_text

__all__ = [
    "FORMATS",
    "Diagnostic",
    "Document",
    "FormatError",
    "Leaf",
    "Metadata",
    "Provision",
    "Signatory",
    "Table",
    "export",
    "load",
    "parse",
    "parse_text",
]
