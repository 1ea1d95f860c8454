"""What the words of a citation point at, in the context they stand in."""

from __future__ import annotations

import re

import msgspec

from minhphap.citations import eids
from minhphap.citations.citation import Citation, Role, Shape, Target, Work
from minhphap.citations.context import Context
from minhphap.citations.eids import Here
from minhphap.citations.paths import THIS
from minhphap.citations.places import Places
from minhphap.citations.provisions import Raw
from minhphap.citations.vocabulary import OWN_ATTACHMENTS, OWN_KINDS, RANK
from minhphap.citations.works import Read

_NOTHING = Work()
_CHANGES = frozenset(("amends", "repeals", "replaces", "adds"))
_SELF = Work(this=True)
_ATTACHED = Work(attached=True)
_ISSUED_HERE = re.compile(r"kèm +theo +$|theo +$")
_BY_ITSELF = re.compile(r" *(?:có +hiệu +lực|thay +thế|bãi +bỏ|sửa +đổi|được +thông +qua|đã +được)")


class Resolver:
    """Targets of the citations of one stretch of text."""

    def __init__(self, text: str, low: str, start: int, end: int, context: Context) -> None:
        self.text, self.low, self.start, self.end = text, low, start, end
        self.context = context
        self._places: Places | None = None
        self.names = dict(context.names)
        self._before: Work | None = None
        self._changed: str | None = None
        """The provision last said to be changed: "khoản 2" after it lies in its article."""

    @property
    def places(self) -> Places:
        """Provisions that begin in the stretch; read when first asked for."""
        if self._places is None:
            given = self.context
            self._places = Places(
                self.text, self.start, self.end, given.eid, given.quoted_eid, given.quoted
            )
        return self._places

    def here(self, at: int) -> Here:
        """Where an offset stands."""
        return self.places.here(at, self.context.container)

    def quoted(self, at: int) -> bool:
        """Whether an offset stands in quoted new text."""
        return self.places.quoted(at)

    def citation(self, raw: Raw, role: Role, borrowed: tuple[Work, str] | None = None) -> Citation:
        """The citation of some words; ``borrowed``: a work and the eid of a home it shares."""
        work, reason = self.work(raw)
        home = ""
        if borrowed and raw.work is None:
            (work, home), reason = borrowed, None
        targets: list[Target] = []
        if work is not None and not raw.parts:
            targets.append(Target(work, None, raw.start, raw.end))
        elif work is not None:
            here = self._here_for(raw, work)
            for part in raw.parts:
                eid = eids.name(part, here, whole=raw.work is not None)
                if eid is None:
                    reason = "no_context"
                elif not part.crossed:
                    eid = f"{home}__{eid}" if home else eid
                    targets.append(Target(work, eid, part.start, part.end))
            if reason == "no_context":
                targets = []
        if role in _CHANGES and targets and not self.quoted(raw.start):
            self._changed = targets[-1].eid or self._changed
        shape = _shape(raw, targets)
        return Citation(
            raw.start, raw.end, shape, role, tuple(targets), None if targets else reason
        )

    def _here_for(self, raw: Raw, work: Work) -> Here:
        leans = any(THIS in part.levels.values() for part in raw.parts)
        if not leans and (
            all(part.top >= RANK["art"] for part in raw.parts)
            or (raw.work is not None and raw.work.manner != "this")
        ):
            return Here()
        here = self.here(raw.start)
        if self.context.work is not None and not self.quoted(raw.start) and work != _SELF:
            return Here(self._changed or self.context.quoted_eid or "", "")
        return here

    def work(self, raw: Raw) -> tuple[Work | None, str | None]:
        """The work meant, or the reason why it cannot be told."""
        read = raw.work
        if read is None:
            return self._own(raw), None
        if read.manner != "this":
            work = self._cited(raw, read)
            return (None, "ambiguous") if work == _NOTHING else (work, None)
        return self._this(raw)

    def _cited(self, raw: Raw, read: Read) -> Work:
        """The work as cited, or the one that a name was given to before."""
        key = self.low[read.start : read.end]
        work = read.work
        if read.manner == "named" and not raw.named:
            return self.names.get(key, _NOTHING)
        if raw.named:
            if read.manner == "named" and self._before is None:
                return _NOTHING
            if read.manner != "numbered" and self._before is not None:
                known = self._before
                title = None if known.number else known.title
                work = msgspec.structs.replace(known, title=title, date=None)
            self.names[key] = work
        elif (read.manner == "titled" and read.work.year is None) or (
            read.work.number or ""
        ).isdigit():
            work = self.names.get(key, work)
        self._before = work
        return work

    def _own(self, raw: Raw) -> Work:
        """The work of a path that names none."""
        amended = self.context.work
        if amended is None:
            return _SELF
        leans = any(THIS in part.levels.values() for part in raw.parts)
        if leans and not self.quoted(raw.start) and not self.context.quoted_eid:
            return _SELF
        return amended

    def _this(self, raw: Raw) -> tuple[Work | None, str | None]:
        read = raw.work
        assert read is not None
        word, context = read.word, self.context
        if context.work is not None and self._means_amended(raw):
            return context.work, None
        if read.attached:
            return (_SELF if context.where == "attached" else _ATTACHED), None
        if word in OWN_ATTACHMENTS:
            here = context.where in ("attached", "appendix") or context.kind in (
                "party_document", "plan", "other", None,
            )  # fmt: skip
            return (_SELF if here else _ATTACHED), None
        if context.kind in (None, "consolidated", "other") or context.kind in OWN_KINDS.get(
            word, ()
        ):
            return _SELF, None
        if (
            context.kind in ("party_document", "letter", "directive")
            and context.kind == read.work.kind
        ):
            return _SELF, None
        return None, "ambiguous"

    def _means_amended(self, raw: Raw) -> bool:
        """Whether "Thông tư này" is the work amended and not the amending one."""
        read = raw.work
        assert read is not None
        if self.quoted(raw.start):
            return True
        amended = self.context.work
        assert amended is not None
        said = OWN_KINDS.get(read.word, frozenset())
        if (
            "“" not in self.text[self.start : self.end]
            and "”" not in self.text[self.start : self.end]
        ):
            if _BY_ITSELF.match(self.low, raw.end, self.end) or _ISSUED_HERE.search(
                self.low, max(self.start, raw.end - 40), read.start
            ):
                return amended.kind in said and self.context.kind not in said
            return amended.kind in said or bool(amended.part and read.word in OWN_ATTACHMENTS)
        return (amended.kind in said and self.context.kind not in said) or bool(
            amended.part and read.word in OWN_ATTACHMENTS
        )


def _shape(raw: Raw, targets: list[Target]) -> Shape:
    levels = {level for part in raw.parts for level in part.levels}
    if "form" in levels:
        return "form"
    if "app" in levels:
        return "appendix"
    if raw.ranged:
        return "range"
    if len(raw.parts) > 1:
        return "list"
    if any(THIS in part.levels.values() for part in raw.parts) or (
        raw.parts
        and raw.work is None
        and "art" not in levels
        and not levels & {"chp", "sec", "part"}
    ):
        return "relative"
    if raw.work is None or raw.work.manner == "this":
        return "internal"
    if raw.named or raw.work.manner == "named":
        return "defined_name"
    if raw.work.manner == "titled":
        return "title_only"
    return "provision" if raw.parts else "document"
