"""Citations of one passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from minhphap.citations.anchors import find_anchors
from minhphap.citations.citation import Citation, Work
from minhphap.citations.context import Context
from minhphap.citations.folding import fold
from minhphap.citations.provisions import Raw
from minhphap.citations.resolve import Resolver
from minhphap.citations.roles import Roles
from minhphap.citations.scan import scan
from minhphap.citations.sentences import Sentences, complete_insertions

_WITHOUT_RULES = frozenset(
    ("constitution", "code", "law", "ordinance", "decree", "circular", "joint_circular")
)


def cite_passage(text: str, context: Context | None = None) -> tuple[Citation, ...]:
    """Every citation of a passage, in order, never overlapping; spans are offsets of ``text``."""
    low = fold(text)
    return cite_stretch(text, low, find_anchors(text, low), 0, len(text), context or Context())[0]


def _citing(text: str, context: Context, raws: Iterable[Raw]) -> Iterator[Raw]:
    """Leave out "Quy định này" where it opens a sentence of a text that has none attached."""
    plain = context.where in ("body", "amending") and context.kind in _WITHOUT_RULES
    for raw in raws:
        work = raw.work
        if plain and work is not None and work.word == "quy định" and work.manner == "this":
            before = text[max(0, raw.start - 12) : raw.start].rstrip(" \t1234567890abcdđ)")
            if not raw.parts and before[-1:] in ("", ".", ";", ":", "\n", "“"):
                continue
        yield raw


def cite_stretch(
    text: str,
    low: str,
    anchors: list[tuple[int, str]],
    start: int,
    end: int,
    context: Context,
) -> tuple[tuple[Citation, ...], Mapping[str, Work]]:
    """The citations of ``text[start:end]``, which has one context; and the names known then."""
    raws = list(_citing(text, context, scan(text, low, anchors, start, end, context.names)))
    if not raws:
        return (), context.names
    complete_insertions(low, raws)
    resolver = Resolver(text, low, start, end, context)
    roles = Roles(text, low, start, end, context)
    shared = Sentences(text, raws, resolver)
    found = tuple(
        resolver.citation(raw, roles.of(raw), shared.borrowed(index))
        for index, raw in enumerate(raws)
    )
    return found, resolver.names
