"""Names given to documents, found where they begin."""

from __future__ import annotations

from collections.abc import Mapping

from minhphap.citations.citation import Work

_FEWEST, _WORDS = 3, 12
"""Words of a title that tell one set of rules from others."""


class Known(dict[str, Work]):
    """Folded names and the works they stand for."""

    def __init__(self, names: Mapping[str, Work] | None = None) -> None:
        super().__init__(names or {})
        self._sizes = {len(name) for name in self}
        self._begun: dict[str, Work | None] = {}
        """First words of titles of attached rules; None where several begin so."""
        self._titles: dict[str, Work] = {}

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

    def call(self, title: str, work: Work) -> None:
        """A set of attached rules was cited by its folded title and its work."""
        words = title.split()[:_WORDS]
        for size in range(_FEWEST, len(words) + 1):
            begun = " ".join(words[:size])
            self._begun[begun] = work if self._begun.get(begun, work) == work else None
        self._titles[" ".join(words)] = work

    def called(self, title: str) -> Work | None:
        """The rules whose title begins so, or whose title these words go on from."""
        words = title.split()[:_WORDS]
        if (work := self._begun.get(" ".join(words))) is not None:
            return work
        for size in range(len(words) - 1, _FEWEST - 1, -1):
            if (work := self._titles.get(" ".join(words[:size]))) is not None:
                return work
        return None
