"""Citations of one passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minhphap.citations.anchors import find_anchors
from minhphap.citations.citation import Citation
from minhphap.citations.context import Context
from minhphap.citations.folding import fold
from minhphap.citations.known import Known
from minhphap.citations.provisions import Raw
from minhphap.citations.quotes import Quotes
from minhphap.citations.resolve import Resolver
from minhphap.citations.roles import Roles
from minhphap.citations.scan import scan
from minhphap.citations.sentences import Sentences, complete_insertions
from minhphap.citations.traps import is_own_number

_WITHOUT_RULES = frozenset(
    ("constitution", "code", "law", "ordinance", "decree", "circular", "joint_circular")
)


def cite_passage(text: str, context: Context | None = None) -> tuple[Citation, ...]:
    """Every citation of a passage, in order, never overlapping; spans are offsets of ``text``."""
    low = fold(text)
    given = context or Context()
    names = Known(given.names)
    anchors = find_anchors(text, low)
    found = cite_stretch(text, low, anchors, 0, len(text), given, known=names, quotes=Quotes())
    return tuple(citation for citation, _ in found)


def _citing(text: str, context: Context, raws: Iterable[Raw]) -> Iterator[Raw]:
    """Leave out the document's own number in its head, and "Quy định này" that means a sentence."""
    for raw in raws:
        work = raw.work
        if work is not None and not raw.parts:
            if work.manner == "this" and _means_sentence(text, context, raw):
                continue
            if (
                context.where == "preamble"
                and work.manner == "numbered"
                and is_own_number(text, raw.start, raw.end)
            ):
                continue
        yield raw


def _means_sentence(text: str, context: Context, raw: Raw) -> bool:
    """ "Quy định này" that opens a sentence of a text that has no rules attached."""
    if context.where not in ("body", "amending") or context.kind not in _WITHOUT_RULES:
        return False
    if raw.work is None or raw.work.word != "quy định":
        return False
    before = text[max(0, raw.start - 12) : raw.start].rstrip(" \t1234567890abcdđ)")
    return before[-1:] in ("", ".", ";", ":", "\n", "“")


def cite_stretch(
    text: str,
    low: str,
    anchors: list[tuple[int, str]],
    start: int,
    end: int,
    context: Context,
    *,
    known: Known,
    quotes: Quotes,
) -> list[tuple[Citation, bool]]:
    """The citations of ``text[start:end]``, which has one context; names it gives are added.

    With each goes whether it stands in the title of another.
    """
    raws = list(_citing(text, context, scan(text, low, anchors, start, end, known)))
    if not raws:
        return []
    complete_insertions(low, raws)
    resolver = Resolver(text, low, start, end, context, known, quotes)
    roles = Roles(text, low, start, end, context)
    shared = Sentences(text, raws, resolver)
    found: list[tuple[Citation, bool]] = []
    for index, raw in enumerate(raws):
        role = roles.of(raw)
        citation = resolver.citation(raw, role, shared.borrowed(index), roles.nested)
        if citation is not None:
            found.append((citation, roles.nested))
    return found
