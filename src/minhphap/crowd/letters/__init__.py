"""Comment letters → passages, the official table, who has not replied."""

from minhphap.crowd.letters.asked import AskedBody, AskedListError, read_asked
from minhphap.crowd.letters.collect import collect
from minhphap.crowd.letters.values import (
    GENERAL,
    UNCLEAR,
    Collection,
    Leftover,
    Letter,
    Passage,
    Place,
    RefusedFile,
)

__all__ = [
    "GENERAL",
    "UNCLEAR",
    "AskedBody",
    "AskedListError",
    "Collection",
    "Leftover",
    "Letter",
    "Passage",
    "Place",
    "RefusedFile",
    "collect",
    "read_asked",
]
