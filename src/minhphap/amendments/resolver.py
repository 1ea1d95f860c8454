"""What the words of one clause are directed at."""

from __future__ import annotations

import re

import msgspec

from minhphap.amendments.instruction import Aim
from minhphap.amendments.names import parent, tree_eid
from minhphap.amendments.words import NAMES_A_WORK, RELATIVE
from minhphap.amendments.works import SHORT, Meant, Works
from minhphap.citations import Context, Target, Work, cite_passage
from minhphap.text import comparison_key

_FRAGMENT = ("para_", "point_", "item_", "indent_")
_LEVELS = {"điều": "art_", "khoản": "para_", "điểm": "point_", "mục": "sec_", "chương": "chp_"}
_ROW = (",", ";", "và")
_VAGUE = ("các quy định", "những quy định", "các nội dung")
_AT = "tại "
_NOWHERE = "art_0"
"""Where a path lies whose article is not told."""
_TITLED = re.compile(
    r"(?<!^)\s*(?:,|và)\s+(?P<name>(?:tên|tiêu đề)\s+(?:của\s+)?(?P<article>Điều\s+\d+\w*))$"
)
"""The title of the article whose clauses are named before it."""
_DECIDING = ("nghị quyết", "quyết định", "thông tư", "nghị định")


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
        if work.kind == "other" and work.number and work.number.isdigit():
            return None  # "mẫu đề cương báo cáo số 06": no document
        if work.number and self.meant.work and not _says(cited, work):
            target = msgspec.structs.replace(target, work=self.meant.work)
        aim = self._relative(target.start, target.end, words)
        if aim is None and not self.relates(cited):
            aim = self._aim(target, words, cited)
        self.last = aim or self.last
        return aim

    def relates(self, cited: str) -> bool:
        """ "khoản 2 Điều này" where no provision is being changed: one of the document itself."""
        if self.meant.work is not None:
            return False
        return RELATIVE.search(comparison_key(cited).rstrip()) is not None

    def _relative(self, start: int, end: int, words: str) -> Aim | None:
        """ "Điều này": the article named before."""
        if self.last is None or not self.last.eid:
            return None
        said = RELATIVE.search(comparison_key(self.text[max(start, end - 12) : end]).rstrip())
        if said is None:
            return None
        level = _LEVELS[said["level"]]
        steps = self.last.eid.split("__")
        for at, step in enumerate(steps):
            if step.startswith(level):
                eid = "__".join(steps[: at + 1])
                return Aim(self.last.work, eid, start, end, words)
        return None

    def _aim(self, target: Target, words: str, cited: str = "") -> Aim | None:
        work, eid = target.work, target.eid
        if work.this or work.attached:
            if eid is None:
                return None
            work = self.meant.work or Work()
        meant = self.meant.work
        if work.number and SHORT.fullmatch(work.number) and meant:
            work = meant if self.works.filled(work).number == meant.number else work
        said = f"{self.text[target.start : target.end]} {cited}"
        named = tree_eid(eid, said, attached=work.part == "attached")
        if eid is not None and named is None:
            return None
        named = self._completed(named)
        titled = words.endswith(_ROW) and not words.startswith(_VAGUE)
        before = "" if titled else words  # the title of the work named before
        before = before.rpartition(";")[2].lstrip(",; ").removeprefix("và ")
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
        titled = _TITLED.search(said)
        if titled is not None:  # "khoản 1 và tên Điều 18"
            said = f"{said[: titled.start()]} {titled['article']}"
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
        if titled is not None and found and found[0].eid:
            article = found[0].eid.partition("__para")[0]
            at = start + titled.start("name")
            found.append(Aim(found[0].work, article, at, end, "tên"))
        self.last = found[-1] if found else self.last
        return found


def _says(cited: str, work: Work) -> bool:
    """Whether the words of a citation name the work themselves."""
    if NAMES_A_WORK.search(comparison_key(cited)):
        return True
    number = "".join((work.number or "").split())
    return "/" in cited and comparison_key(number) in comparison_key("".join(cited.split()))
