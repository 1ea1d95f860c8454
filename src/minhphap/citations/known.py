"""Names given to documents, found where they begin."""

from __future__ import annotations

from collections.abc import Mapping

from minhphap.citations.citation import Work


class Known(dict[str, Work]):
    """Folded names and the works they stand for."""

    def __init__(self, names: Mapping[str, Work] | None = None) -> None:
        super().__init__(names or {})
        self._sizes = {len(name) for name in self}

    def __setitem__(self, name: str, work: Work) -> None:
        super().__setitem__(name, work)
        self._sizes.add(len(name))

    def longest(self, low: str, at: int) -> str:
        """The longest name that begins at an offset of a folded text and ends a word; "": none."""
        best = ""
        for size in self._sizes:
            if (
                size > len(best)
                and not low[at + size : at + size + 1].isalnum()
                and low[at : at + size] in self
            ):
                best = low[at : at + size]
        return best
