"""Search: from a question in plain Vietnamese to the provisions in force that answer it."""

from minhphap.registry.search.build import build_index
from minhphap.registry.search.entry import (
    Entry,
    Filters,
    Found,
    Hit,
    NumberMatch,
    Part,
    SearchError,
)
from minhphap.registry.search.index import SearchIndex
from minhphap.registry.search.known import registry_entries

__all__ = [
    "Entry",
    "Filters",
    "Found",
    "Hit",
    "NumberMatch",
    "Part",
    "SearchError",
    "SearchIndex",
    "build_index",
    "registry_entries",
]
