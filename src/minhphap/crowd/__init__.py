"""Many comments: letters into passages and the official table; an office's tracker into records.

The names are looked up on first use, so that reading letters does not load what trackers need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from minhphap.crowd.letters import Collection, Letter, Passage, collect, tabulate
    from minhphap.crowd.trackers import (
        Record,
        Tracker,
        board_html,
        board_xlsx,
        read_tracker,
        update,
    )

_HOMES = {
    "Collection": "minhphap.crowd.letters",
    "Letter": "minhphap.crowd.letters",
    "Passage": "minhphap.crowd.letters",
    "Record": "minhphap.crowd.trackers",
    "Tracker": "minhphap.crowd.trackers",
    "board_html": "minhphap.crowd.trackers",
    "board_xlsx": "minhphap.crowd.trackers",
    "collect": "minhphap.crowd.letters",
    "read_tracker": "minhphap.crowd.trackers",
    "tabulate": "minhphap.crowd.letters",
    "update": "minhphap.crowd.trackers",
}

__all__ = [
    "Collection",
    "Letter",
    "Passage",
    "Record",
    "Tracker",
    "board_html",
    "board_xlsx",
    "collect",
    "read_tracker",
    "tabulate",
    "update",
]


def __getattr__(name: str) -> Any:
    """Import the part of the room that holds a name."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
