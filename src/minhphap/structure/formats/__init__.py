"""Document <-> exchange formats: Akoma Ntoso 3.0, JSON, Markdown, plain text."""

from minhphap.structure.formats.errors import FormatError
from minhphap.structure.formats.exchange import FORMATS, export, load

__all__ = ["FORMATS", "FormatError", "export", "load"]
