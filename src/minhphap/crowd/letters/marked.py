"""The draft itself sent back: tracked changes, margin comments, words typed over."""

from __future__ import annotations

from collections import Counter, defaultdict

import msgspec
from rapidfuzz import fuzz

from minhphap.crowd.letters.asks import cue
from minhphap.crowd.letters.clauses import Clauses
from minhphap.crowd.letters.drafts import Found
from minhphap.crowd.letters.lines import Account, Line
from minhphap.crowd.letters.mend import mend
from minhphap.crowd.letters.placing import Topic
from minhphap.crowd.letters.values import GENERAL, Ask
from minhphap.intake import Source, TrackedChange
from minhphap.structure import Document
from minhphap.text import comparison_key

_COPY = 0.5
"""Share of the letter's paragraphs, and of the draft's, that must be the draft's."""
_TYPED_OVER = 55
"""Likeness (0 to 100) of a paragraph to the one of the draft that it replaces."""


class DraftLines:
    """The paragraphs of the draft and the provisions they belong to; made once."""

    def __init__(self, draft: Document) -> None:
        self.keys: list[str] = []
        self.texts: list[str] = []
        self.eids: list[str] = []
        self.spots: dict[str, list[int]] = defaultdict(list)
        at = 0
        text = draft.source.text
        for part in text.split("\n"):
            if part.strip():
                start = at + len(part) - len(part.lstrip())
                provision = draft.at(start)
                self.spots[_key(part)].append(len(self.keys))
                self.keys.append(_key(part))
                self.texts.append(part.strip())
                self.eids.append(provision.eid if provision else GENERAL)
            at += len(part) + 1


class Revised(msgspec.Struct):
    """One paragraph of the copy: before and after, and what was changed in it."""

    line: Line
    before: str
    changes: list[TrackedChange]
    spot: int = -1
    """The paragraph of the draft it stands for; -1: none."""


def revised_lines(source: Source, lines: list[Line], draft: DraftLines) -> list[Revised] | None:
    """The paragraphs of a copy of the draft; None for anything else."""
    changes = sorted(source.changes, key=lambda one: one.start)
    made: list[Revised] = []
    first = 0
    for line in lines:
        inside: list[TrackedChange] = []
        while first < len(changes) and changes[first].start <= line.end:
            if changes[first].end >= line.start:
                inside.append(changes[first])
            first += 1
        made.append(Revised(line, _before(source.text, line, inside), inside))
    known = sum(bool(draft.spots.get(_key(one.before))) for one in made)
    if known < _COPY * len(made) or known < _COPY * len(draft.keys):
        return None
    _align(made, draft)
    return made


def _before(text: str, line: Line, changes: list[TrackedChange]) -> str:
    out = []
    at = line.start
    for change in changes:
        out.append(text[at : max(at, change.start)])
        if change.kind == "deletion":
            out.append(change.text)
        at = max(at, change.end if change.kind == "insertion" else change.start)
    out.append(text[at : line.end])
    return "".join(out)


def _align(made: list[Revised], draft: DraftLines) -> None:
    """Each paragraph of the copy gets its place in the draft, in order; the rest by likeness."""
    last = -1
    for one in made:
        spots = draft.spots.get(_key(one.before), [])
        later = [spot for spot in spots if spot > last]
        if later:
            one.spot = last = later[0]
    taken = {one.spot for one in made}
    low = -1
    for at, one in enumerate(made):
        if one.spot >= 0:
            low = one.spot
            continue
        high = next((other.spot for other in made[at + 1 :] if other.spot >= 0), len(draft.keys))
        free = [spot for spot in range(low + 1, min(high, low + 40)) if spot not in taken]
        scored = [(fuzz.ratio(_key(one.before), draft.keys[spot]), -spot) for spot in free]
        if scored and max(scored)[0] >= _TYPED_OVER:
            one.spot = low = -max(scored)[1]
            taken.add(one.spot)


def read_marked(
    source: Source, made: list[Revised], draft: DraftLines, clauses: Clauses, account: Account
) -> tuple[str, list[Found]]:
    """Who marked the draft, and a passage for each changed paragraph and margin comment."""
    authors = Counter(one.author for one in source.changes if one.author)
    authors.update(one.author for one in source.comments if one.author)
    several = len(authors) > 1
    found = []
    last = GENERAL
    tracked = bool(source.changes)
    for one in made:
        same = one.spot >= 0 and _key(one.before) == draft.keys[one.spot]
        if not one.changes and not same and (tracked or last not in clauses.words.parents):
            continue  # differs and is not marked, or stands before the articles: left over
        account.take(one.line.start, one.line.end)
        after = source.text[one.line.start : one.line.end]
        known = draft.eids[one.spot] if one.spot >= 0 else ""
        if known and _key(one.before) == _key(after) == draft.keys[one.spot]:
            last = known or last
            continue
        before = one.before if one.changes else draft.texts[one.spot] if known else ""
        clause = known or _parent(last, clauses)
        speaker = one.changes[0].author if one.changes and several else ""
        words = " ".join(after.split())
        found.append(
            Found(
                one.line.start, one.line.end, _ask(one, before, after), Topic(), text=words,
                clause=clause, proposed=words, speaker=speaker, quoted=" ".join(before.split()),
                note="sửa trực tiếp vào dự thảo",
            )
        )  # fmt: skip
        last = known or last
    found += _struck(source, made, draft, several)
    found += margin_comments(source, clauses, made, draft, several)
    found.sort(key=lambda one: one.start)
    return (authors.most_common(1)[0][0] if authors else ""), found


def _ask(one: Revised, before: str, after: str) -> Ask:
    if not before.strip():
        return "add"
    gone = "".join(c.text for c in one.changes if c.kind == "deletion").strip()
    come = "".join(
        c.text or after[c.start - one.line.start : c.end - one.line.start]
        for c in one.changes
        if c.kind == "insertion"
    ).strip()
    if not one.changes:
        gone, come = _difference(before, _key(after))
    if not come:
        return "delete"
    return "add" if gone in come else "amend"


def _difference(before: str, after: str) -> tuple[str, str]:
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return before[start : len(before) - end].strip(), after[start : len(after) - end].strip()


def _struck(source: Source, made: list[Revised], draft: DraftLines, several: bool) -> list[Found]:
    """Whole paragraphs that were struck out: they stand nowhere in the text as revised."""
    held = {id(change) for one in made for change in one.changes if one.before.strip()}
    kept = {one.spot for one in made}
    found = []
    for change in source.changes:
        for part in change.text.split("\n") if change.kind == "deletion" else ():
            spots = [spot for spot in draft.spots.get(_key(part), []) if spot not in kept]
            if part.strip() and spots and (id(change) not in held or "\n" in change.text):
                found.append(
                    Found(
                        change.start, change.end, "delete", Topic(), text=" ".join(part.split()),
                        clause=draft.eids[spots[0]], speaker=change.author if several else "",
                        note="đoạn bị xóa trong dự thảo",
                    )
                )  # fmt: skip
    return found


def margin_comments(
    source: Source, clauses: Clauses, made: list[Revised], draft: DraftLines, several: bool
) -> list[Found]:
    """Each margin comment, on the provision it was written to."""
    found = []
    for comment in source.comments:
        words = " ".join(comment.text.split())
        line = next((one for one in made if one.line.start <= comment.start <= one.line.end), None)
        clause = draft.eids[line.spot] if line and line.spot >= 0 else ""
        said = cue(mend(words))
        ask: Ask = said.ask
        topic = Topic((clause,), "") if clause in clauses.draft.by_eid else Topic()
        found.append(
            Found(
                comment.start, comment.end, ask, topic, said.vague, text=words,
                speaker=comment.author if several else "",
                quoted=" ".join(source.text[comment.start : comment.end].split()),
                note="ghi chú lề",
            )
        )  # fmt: skip
    return found


def _parent(eid: str, clauses: Clauses) -> str:
    """Where an inserted paragraph belongs: the article of what stands before it."""
    parent = clauses.words.parents.get(eid, "")
    return parent or eid


def _key(text: str) -> str:
    return " ".join(comparison_key(text).split())
