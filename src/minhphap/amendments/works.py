"""Which work an amending document changes, at each place of its text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec

from minhphap.amendments.instruction import Aim
from minhphap.amendments.names import parent, tree_eid
from minhphap.amendments.words import RELATIVE
from minhphap.citations import Citation, Context, Role, Target, Work, cite_passage
from minhphap.law import parse_number
from minhphap.structure import Document, Provision
from minhphap.text import comparison_key

_CHANGES: frozenset[Role] = frozenset(("amends", "repeals", "replaces", "adds"))
_FRAGMENT = ("para_", "point_", "item_", "indent_")
_LEVELS = {"điều": "art_", "khoản": "para_", "điểm": "point_", "mục": "sec_", "chương": "chp_"}
_ROW = (",", ";", "và")
_AT = "tại "
_NOWHERE = "art_0"
"""Where a path lies whose article is not told."""
_DECIDING = ("nghị quyết", "quyết định", "thông tư", "nghị định")


class Meant(NamedTuple):
    """What bare paths mean at a place: the work, and the provision of it being changed."""

    work: Work | None
    eid: str | None


class Works:
    """The works that one document names."""

    def __init__(self, document: Document, citations: Sequence[Citation]) -> None:
        self.document = document
        self.text = document.source.text
        self.citations = citations
        self.starts = [one.start for one in citations]
        self.numbers: dict[str, str | None] = {}
        for citation in citations:
            for target in citation.targets[:1]:
                self._learn(target.work)
        self.title = self._of_title()

    def _learn(self, work: Work) -> None:
        """A title cited with one number always means that number."""
        if not (work.title and work.number):
            return
        key = comparison_key(work.title)
        known = self.numbers.setdefault(key, work.number)
        if known != work.number:
            self.numbers[key] = None

    def filled(self, work: Work) -> Work:
        """The work with the number that another place gives it."""
        if work.number or not work.title:
            return work
        key = comparison_key(work.title)
        if key not in self.numbers:
            self.numbers[key] = self._number_of(key)
        number = self.numbers[key]
        return msgspec.structs.replace(work, number=number) if number else work

    def _number_of(self, title: str) -> str | None:
        """The number that follows a title anywhere in the text ("… Luật Hải quan số …")."""
        pattern = r"\s+".join(map(re.escape, title.split())) + r",?\s+số(?::|\s)\s*(\d\S*)"
        found = {
            parsed.normal: parsed.written
            for match in re.finditer(pattern, self.low)
            if (parsed := parse_number(self.text[match.start(1) : match.end(1)])) is not None
        }
        return next(iter(found.values())).strip(',;.()”"') if len(found) == 1 else None

    @cached_property
    def low(self) -> str:
        """The text in small letters."""
        return comparison_key(self.text)

    def between(self, start: int, end: int) -> Sequence[Citation]:
        """The citations of a span."""
        return self.citations[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _of_title(self) -> Work | None:
        """The work that the title says is changed."""
        roots = self.document.provisions
        if not roots or roots[0].type != "preamble":
            return None
        return self._changed(roots[0].start, roots[0].end)

    def _changed(self, start: int, end: int) -> Work | None:
        for citation in self.between(start, end):
            if citation.role in _CHANGES and citation.targets:
                work = citation.targets[0].work
                if not (work.this or work.attached):
                    return work
        return None

    def in_heading(self, container: Provision, meant: Meant) -> Meant:
        """What the heading of a chapter or section says is changed in it."""
        end = container.children[0].start if container.children else container.end
        work = self._changed(container.start, end)
        return Meant(work, None) if work is not None else meant


class Resolver:
    """What the words of one clause are directed at."""

    def __init__(self, works: Works, meant: Meant) -> None:
        self.works = works
        self.text = works.text
        self.meant = meant
        self.last: Aim | None = None
        """What was named last: "Điều này" lies in it."""

    def amended(self, aim: Aim) -> None:
        """What bare paths that follow mean."""
        if aim.work.number or aim.work.title:
            self.meant = Meant(aim.work, aim.eid)

    def whole(self) -> Aim:
        """The whole of the work amended."""
        work = self.meant.work or Work()
        eid = None
        if self.meant.eid and self.meant.work:
            eid = self.meant.eid
        return Aim(self.works.filled(work), eid, -1, -1)

    def aim(self, target: Target, words: str, cited: str, hint: str | None = None) -> Aim | None:
        """The target in the work amended; None for the amending document as a whole.

        ``cited``: all words of the citation; ``hint``: the provision that a path which does not
        name it whole lies in.
        """
        work = target.work
        if work.number and self.meant.work and not _says(cited, work):
            target = msgspec.structs.replace(target, work=self.meant.work)
        aim = self._relative(target.start, target.end, words) or self._aim(target, words)
        self.last = aim or self.last
        return aim

    def _relative(self, start: int, end: int, words: str) -> Aim | None:
        """ "Điều này": the article named before."""
        said = RELATIVE.search(comparison_key(self.text[start:end]).rstrip())
        if said is None or self.last is None or not self.last.eid:
            return None
        level = _LEVELS[said["level"]]
        steps = self.last.eid.split("__")
        for at, step in enumerate(steps):
            if step.startswith(level):
                eid = "__".join(steps[: at + 1])
                return Aim(self.last.work, eid, start, end, words)
        return None

    def _aim(self, target: Target, words: str) -> Aim | None:
        work, eid = target.work, target.eid
        if work.this or work.attached:
            if eid is None:
                return None
            work = self.meant.work or Work()
        said = self.text[target.start : target.end]
        named = tree_eid(eid, said, attached=work.part == "attached")
        if eid is not None and named is None:
            return None
        named = self._completed(named)
        before = "" if words.endswith(_ROW) else words  # the title of the work named before
        place = "tên" if eid and eid.endswith("__heading") else before
        return Aim(self.works.filled(work), named, target.start, target.end, place)

    def _completed(self, eid: str | None) -> str | None:
        """A clause or point without its article lies in the provision being changed."""
        above = self.meant.eid
        if eid is None or above is None:
            return eid
        bare = eid.removeprefix("att_1__")
        if above.startswith("app") and not bare.startswith(("app", "art")):
            return above
        if not bare.startswith(_FRAGMENT):
            return eid
        level = bare.partition("_")[0]
        while f"__{level}_" in above and (higher := parent(above)):
            above = higher
        return f"{above}__{bare}"

    def again(self, start: int, end: int, words: str, hint: str | None) -> list[Aim]:
        """A path that was not understood: read once more as one of the work amended."""
        relative = self._relative(start, end, words)
        if relative is not None:
            return [relative]
        said = self.text[start:end]
        work = self.meant.work or Work(kind="other")
        low = comparison_key(said).rstrip()
        for kind in _DECIDING:  # "khoản 1 Điều 2 Nghị quyết": not the regulation issued with it
            if low.endswith(kind) and work.part:
                said = said[: -len(kind)]
                work = msgspec.structs.replace(work, part=None)
        inside = (hint or self.meant.eid or _NOWHERE).removeprefix("att_1__")
        context = Context(where="amending", work=work, quoted_eid=inside)
        found = []
        for citation in cite_passage(_AT + said, context):  # at a start it would be a heading
            for one in citation.targets:
                if one.eid == _NOWHERE:
                    continue
                if one.work.this and not self.meant.work:
                    one = msgspec.structs.replace(one, work=Work(kind="other"))
                moved = msgspec.structs.replace(
                    one,
                    eid=one.eid.removeprefix(f"{_NOWHERE}__") if one.eid else None,
                    start=start + one.start - len(_AT),
                    end=start + one.end - len(_AT),
                )
                aim = self._aim(moved, words)
                found += [aim] if aim is not None else []
        self.last = found[-1] if found else self.last
        return found


def _says(cited: str, work: Work) -> bool:
    """Whether the words of a citation name the work themselves."""
    said = comparison_key("".join(cited.split()))
    named = (work.number, work.title and "".join(work.title.split()))
    return any(name and comparison_key("".join(name.split())) in said for name in named)
