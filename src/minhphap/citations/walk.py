"""Citations of a whole document: each stretch of its text read in its own context."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from minhphap.citations.anchors import find_anchors
from minhphap.citations.citation import Citation, Target, Work
from minhphap.citations.context import Context
from minhphap.citations.folding import fold
from minhphap.citations.lending import lend
from minhphap.citations.notes import Note, read_notes
from minhphap.citations.own import Own, home_of
from minhphap.citations.passage import cite_stretch
from minhphap.citations.quotes import Quotes
from minhphap.citations.subjects import CHANGES, UNKNOWN, Subjects
from minhphap.structure import Document, Leaf, Provision

_LABEL = re.compile(
    r"[\W_]*(?:điều|chương|mục|tiểu mục|phần|phụ lục|mẫu(?: số)?) +(?:thứ +)?[\w.]+", re.IGNORECASE
)
_DECIDING = re.compile(
    r"(?<!\w)(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư(?: liên tịch)?"
    r"|chỉ thị) +này$"
)
_RULING = ("resolution", "decision")
"""Kinds that call themselves "Quy định này" where they have no rules attached."""
_WORDS_AT = re.compile(r"[”\"] *(?:tại|của|trong|ở)(?: +các)? +$")


def cite(document: Document) -> tuple[Citation, ...]:
    """Every citation of a document, in order; spans are offsets of its source's text.

    Targets in this document carry the eid of their provision in its tree (``resolved``) or the
    reason why it has none; what stands in quoted new text refers to the work amended.
    """
    return tuple(Walk(document).citations())


class Walk:
    """One reading of a document, from its first leaf to its last."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.source.text
        self.low = fold(self.text)
        self.anchors = find_anchors(self.text, self.low)
        self.offsets = [at for at, _ in self.anchors]
        self.own = Own(document)
        self.subjects = Subjects(document, self.low, self.own)
        self.quotes = Quotes()

    def citations(self) -> list[Citation]:
        """Every citation, in order; to be called once."""
        found: list[Citation] = []
        seen: set[str] = set()
        notes = read_notes(self.document) if self.subjects.kind == "consolidated" else []
        begin = notes[0].start if notes else len(self.text)
        for leaf in self._leaves(begin):
            provision = self.document.by_eid.get(leaf.eid) if leaf.eid else None
            opening = leaf.eid is not None and leaf.eid not in seen
            if leaf.eid:
                seen.add(leaf.eid)
            if opening and provision is not None and provision.children:
                self.subjects.lead(provision, leaf)
            found += self._stretch(leaf, provision, opening)
        for note in notes:
            found += self._note(note)
        return found

    def _leaves(self, end: int) -> Iterator[Leaf]:
        for leaf in self.document.leaves:
            if leaf.start < end:
                yield leaf if leaf.end <= end else msgspec.structs.replace(leaf, end=end)

    def _anchors(self, start: int, end: int) -> list[tuple[int, str]]:
        return self.anchors[bisect_left(self.offsets, start) : bisect_left(self.offsets, end)]

    def _note(self, note: Note) -> list[Citation]:
        """The citations of a note, which tells what was done to the provision with its mark."""
        place = self.document.by_eid.get(note.eid) if note.eid else None
        context = self.subjects.context(place)
        if context.work is not None:
            context = Context(kind=context.kind, names=context.names)
        context = msgspec.structs.replace(context, where="body")
        found = self._cite(self._anchors(note.start, note.end), note.start, note.end, context)
        others = _others(found)
        return [self._resolved(citation, note.eid, others) for citation, _ in found]

    def _stretch(self, leaf: Leaf, one: Provision | None, opening: bool) -> list[Citation]:
        anchors = self._anchors(leaf.start, leaf.end)
        if not anchors:
            return []
        start = leaf.start
        if opening and one is not None and one.type not in ("basis", "preamble", "attached"):
            label = _LABEL.match(self.low, start, leaf.end)
            start = label.end() if label else start
        context = self.subjects.context(one)
        found = self._cite(anchors, start, leaf.end, context)
        work = self._meant(found) if one is not None and context.work is None else None
        if work is not None:
            context = msgspec.structs.replace(context, work=work, where="amending", changed="")
            found = self._cite(anchors, start, leaf.end, context)
        if one is not None:
            self.subjects.note(one, found)
        others = _others(found)
        settled = [self._resolved(citation, leaf.eid, others) for citation, _ in found]
        return lend(self.low, settled, self.own, home_of(leaf.eid))

    def _cite(
        self, anchors: list[tuple[int, str]], start: int, end: int, context: Context
    ) -> list[tuple[Citation, bool]]:
        return cite_stretch(
            self.text,
            self.low,
            anchors,
            start,
            end,
            context,
            known=self.subjects.names,
            quotes=self.quotes,
        )

    def _meant(self, found: list[tuple[Citation, bool]]) -> Work | None:
        """The one work a stretch says it changes, where bare paths beside it are changed too."""
        works: list[Work] = []
        bare = False
        for citation, nested in found:
            changed = citation.role in CHANGES and not nested
            if not citation.targets:
                bare = bare or (changed and citation.reason == "ambiguous")
                continue
            target = citation.targets[0]
            if changed and not (target.work.this or target.work.attached):
                if all(
                    target.work.number != one.number or target.work.title != one.title
                    for one in works
                ):
                    works.append(target.work)
            elif target.work.this and target.eid:
                bare = bare or self._words_at(citation)
        return works[0] if bare and len(works) == 1 else None

    def _words_at(self, citation: Citation) -> bool:
        """Whether words are taken out of a bare provision, or put into it."""
        said = self.low[citation.start : citation.end]
        before = self.low[max(0, citation.start - 60) : citation.start]
        return " này" not in said and _WORDS_AT.search(before) is not None

    def _resolved(self, citation: Citation, eid: str | None, others: bool) -> Citation:
        """The citation with its targets found in the tree, or the reason why they are not."""
        if not citation.targets:
            return citation
        if citation.targets[0].work == UNKNOWN:
            return msgspec.structs.replace(citation, targets=(), reason="ambiguous")
        said = self.low[citation.start : citation.end]
        if said == "quy định này" and self.subjects.kind in _RULING and not self.own.attached:
            citation = msgspec.structs.replace(citation, targets=(_itself(citation.targets[0]),))
        deciding = _DECIDING.search(said) is not None
        home = "" if deciding else home_of(eid)
        doubt = None
        if (eid or "").startswith("app_") or "__app_" in (eid or ""):
            doubt = None if deciding else "inside"
        elif not said.endswith(" này") and (others or not self.own.articles(home)):
            doubt = "ambiguous"
        targets = tuple(self._target(target, home, doubt) for target in citation.targets)
        if doubt and any(target.reason == doubt for target in targets):
            # a list names provisions of one work: not this one, where it lacks some of them
            targets = tuple(
                msgspec.structs.replace(one, resolved=None, reason=doubt) for one in targets
            )
        return msgspec.structs.replace(citation, targets=targets)

    def _target(self, target: Target, home: str, doubt: str | None) -> Target:
        if not (target.work.this or target.work.attached):
            return msgspec.structs.replace(target, reason="external")
        resolved, reason = self.own.find(target, home)
        if reason == "missing" and doubt and not self.own.has_article(target.eid, home):
            reason = doubt
        return msgspec.structs.replace(target, resolved=resolved, reason=reason)


def _itself(target: Target) -> Target:
    """The target of "Quy định này" in a document that has no rules attached: the document."""
    return msgspec.structs.replace(target, work=Work(this=True)) if target.work.attached else target


def _others(found: list[tuple[Citation, bool]]) -> bool:
    """Whether a work is cited beside this one, which a bare path might mean."""
    return any(
        one.work.number or one.work.title for citation, _ in found for one in citation.targets
    )
