"""What the walk over the parts of a Word file knows and remembers."""

from __future__ import annotations

import time
from typing import Any

from minhphap.intake.docx.changes import Changes
from minhphap.intake.docx.gather import Gather
from minhphap.intake.docx.numbering import Numbering
from minhphap.intake.docx.styles import Styles
from minhphap.intake.limits import Limits
from minhphap.intake.refusals import too_slow
from minhphap.intake.source import Removed


class State:
    """Shared by the readers of blocks and of runs."""

    def __init__(self, styles: Styles, numbering: Numbering, limits: Limits) -> None:
        self.styles, self.numbering, self.limits = styles, numbering, limits
        self.gather = Gather()
        self.changes = Changes()
        self.removed: list[Removed] = []
        self.comments: dict[str, list[int]] = {}
        """Id of a comment -> the offsets at which its marks were met."""
        self.notes: dict[str, list[str]] = {"footnote": [], "endnote": []}
        """The ids of footnotes and endnotes in the order in which they are called."""
        self.break_by: Any = None
        """The record of the tracked insertion of the break that ends the last paragraph."""
        self.tables = 0
        self.part = ""
        self.ordinals: dict[Any, int] = {}
        """Text node -> its ordinal in the part, for the nodes being read."""
        self._deadline = time.monotonic() + limits.seconds

    def check_time(self) -> None:
        """Raise Unreadable when too much time has gone."""
        if time.monotonic() > self._deadline:
            raise too_slow(self.limits.seconds)
