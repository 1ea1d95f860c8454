"""Whether the words of a passage prove that the number it gives is wrong."""

from __future__ import annotations

from minhphap.crowd.letters.guess import settled
from minhphap.crowd.letters.hits import MARGIN, akin, beside, sentence_of, stands_out, titled
from minhphap.crowd.letters.mentions import Mention
from minhphap.crowd.letters.placing import Topic
from minhphap.crowd.letters.values import Ask
from minhphap.crowd.letters.words import Words

PROOF = 1.8
"""Weight from which words prove that the number in a letter is wrong."""
_SHARED = 0.2
"""… and what the named provision may have of it at most."""

_LESS = 0.4
"""… and what the provision of a heading may have of it at most."""


def proved_elsewhere(
    words: Words, eids: tuple[str, ...], ask: Ask, bare: str, quote: str | None, mention: Mention
) -> str | None:
    """Another provision than those named, where the words leave no doubt.

    ``bare``: the passage with names blanked; ``quote``: the provision that holds what it quotes.
    """
    family = {eid for one in eids for eid in (one, *words.below(one), *words.above(one))}
    if quote and quote not in family:
        return quote
    title = titled(bare, mention)
    other = words.titled(title) if title else None
    if other and other not in family and _says_nothing(words, title, family, other):
        hits = words.find(bare, inside=[other, *words.below(other)])
        return settled(hits, ask) if hits else other
    near = beside if ask in ("add", "question") else sentence_of
    hits = words.find(near(bare, mention))
    if not hits or hits[0].eid in family:
        return None
    best = hits[0]
    own = max((hit.score for hit in hits if hit.eid in family), default=0.0)
    rival = next((hit.score for hit in hits[1:] if not akin(hit.eid, best.eid)), 0.0)
    if best.weight >= PROOF and own <= _SHARED * best.score and rival <= best.score / MARGIN:
        return settled(hits, ask)
    return None


def outweighed(words: Words, topic: Topic, own: str, ask: Ask) -> str | None:
    """Another provision than the one a heading seems to speak of, where the words leave no doubt.

    ``own``: the passage without its heading.
    """
    hits = words.find(own)
    if not hits or akin(hits[0].eid, topic.eids[0]) or not stands_out(hits):
        return None
    inside = max((hit.score for hit in hits if akin(hit.eid, topic.eids[0])), default=0.0)
    clear = hits[0].firm > 1 and hits[0].weight >= PROOF and inside <= _LESS * hits[0].score
    return settled(hits, ask) if clear else None


def _says_nothing(words: Words, title: str, family: set[str], other: str) -> bool:
    """True where a title has next to nothing of the provisions named."""
    own = max((hit.score for hit in words.find(title, inside=family)), default=0.0)
    return own <= _SHARED * max((hit.score for hit in words.find(title, inside=[other])), default=0)
