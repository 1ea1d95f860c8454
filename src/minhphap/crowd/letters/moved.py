"""Letters that still use the numbers of the version before."""

from __future__ import annotations

from minhphap.crowd.letters.mentions import Mention, Mentions
from minhphap.crowd.letters.words import Hit, Words
from minhphap.lineage import align
from minhphap.structure import Document

_OURS = 0.5
"""Weight from which the words answer to the provision of the earlier version."""
_BETTER = 1.5
"""How much better the earlier provision must answer than the one that now has its number."""


class Moved:
    """The earlier version: what its numbers meant and where that stands now."""

    def __init__(self, earlier: Document, draft: Document) -> None:
        self._mentions = Mentions(earlier)
        self._words = Words(earlier)
        self._pairs = align(earlier, draft).to_new

    def place(self, mention: Mention, bare: str, now: Hit | None) -> str | None:
        """The provision of the draft that a name meant in the version before.

        None where it is the same one, or where the words do not prove that the old number is meant.
        """
        old = next((one for one in self._mentions.find(mention.words) if one.eids), None)
        if old is None:
            return None
        pair = self._pairs.get(old.eids[0])
        if pair is None or pair.new is None or pair.new in mention.eids:
            return None
        inside = [eid for eid, _ in self._words.units if _within(eid, old.eids[0])]
        hits = self._words.find(bare, inside=inside)
        then = hits[0].weight if hits else 0.0
        if then >= _OURS and then >= _BETTER * (now.weight if now else 0.0):
            return pair.new
        return None


def _within(eid: str, outer: str) -> bool:
    return eid == outer or eid.startswith(f"{outer}__")
