"""Files in: from Word, PDF, web pages, plain text and scans to a :class:`Source`."""

from minhphap.intake.dispatch import read
from minhphap.intake.errors import Unreadable
from minhphap.intake.limits import Limits
from minhphap.intake.source import (
    Anchor,
    Block,
    Cell,
    Comment,
    Notice,
    Removed,
    Source,
    Style,
    TrackedChange,
)

__all__ = [
    "Anchor",
    "Block",
    "Cell",
    "Comment",
    "Limits",
    "Notice",
    "Removed",
    "Source",
    "Style",
    "TrackedChange",
    "Unreadable",
    "read",
]
