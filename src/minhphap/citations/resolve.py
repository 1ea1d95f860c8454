"""What the words of a citation point at, in the context they stand in."""

from __future__ import annotations

import re

from minhphap.citations import eids
from minhphap.citations.citation import Citation, Role, Shape, Target, Work
from minhphap.citations.context import Context
from minhphap.citations.eids import Here
from minhphap.citations.known import Known
from minhphap.citations.names import Names, is_thing
from minhphap.citations.paths import THIS
from minhphap.citations.places import Places
from minhphap.citations.provisions import Raw
from minhphap.citations.quotes import Quote, Quotes
from minhphap.citations.vocabulary import LAWS, OWN_ATTACHMENTS, OWN_KINDS, RANK

_UNKNOWN = Work()
_CHANGES = frozenset(("amends", "repeals", "replaces", "adds"))
_GLUED = re.compile(r" *(?:của *)?(?:luật|nghị *định|thông +tư|quyết *định|pháp +lệnh)[^\W\d_]")
"""A document whose next word is run into it: "của Luậtnày"."""
_GENERAL = LAWS | {"decree", "circular", "joint_circular"}
_SELF = Work(this=True)
_ATTACHED = Work(attached=True)
_ISSUED_HERE = re.compile(r"(?<!\w)theo +[^\W\d_]+(?: +[^\W\d_]+){0,2} +này$")
""" "ban hành kèm theo Luật này"."""
_BY_ITSELF = re.compile(
    r" *(?:có +hiệu +lực|thay +thế|bãi +bỏ|sửa +đổi|đã +được"
    r"|được +(?:thông +qua|quốc +hội|[uủ]ỷ? +ban|hội +đồng))"
)


class Resolver:
    """Targets of the citations of one stretch of text."""

    def __init__(
        self,
        text: str,
        low: str,
        start: int,
        end: int,
        context: Context,
        known: Known,
        quotes: Quotes,
    ) -> None:
        self.text, self.low, self.start, self.end = text, low, start, end
        self.context = context
        self._places: Places | None = None
        self.names = Names(text, low, known)
        self.quotes = quotes
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

    def citation(
        self, raw: Raw, role: Role, borrowed: tuple[Work, str] | None = None, nested: bool = False
    ) -> Citation | None:
        """The citation of some words; None where they name no document after all.

        ``borrowed``: a work and the eid of a home it shares; ``nested``: it stands in the title
        of another.
        """
        work, reason = self.work(raw)
        if work is None and not raw.parts and (is_thing(raw) or self._of_a_case(raw)):
            return None
        if work is not None:
            self.names.cite(raw, work, role, nested)
        home = ""
        if borrowed and raw.work is None:
            (work, home), reason = borrowed, None
        elif work == _SELF and raw.work is None and role in _CHANGES:
            work, reason = None, "ambiguous"  # a text does not change itself
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
        if work is not None and raw.work is not None and raw.work.manner != "this":
            self.quotes.note(
                self.text, self.low, raw.end, work, targets[0].eid if targets else None
            )
        if role in _CHANGES and targets and not self.quoted(raw.start):
            self._changed = targets[-1].eid or self._changed
        shape = _shape(raw, targets)
        return Citation(
            raw.start, raw.end, shape, role, tuple(targets), None if targets else reason
        )

    def _of_a_case(self, raw: Raw) -> bool:
        """Whether "quyết định này" means a decision that the text has just spoken of.

        So it does written small, and in a text that is no decision where a sentence begins.
        """
        read = raw.work
        if read is None or read.manner != "this":
            return False
        if self.text[read.start].islower():
            return True
        kind = self.context.work.kind if self.context.work else self.context.kind
        before = self.text[max(0, read.start - 4) : read.start].rstrip(" \t")
        return (
            read.word in ("quyết định", "nghị quyết")
            and kind in _GENERAL
            and self.context.where in ("body", "amending", "attached")
            and before[-1:] in ("", ".", ";", ":", "\n", "“", ")")
        )

    def _here_for(self, raw: Raw, work: Work) -> Here:
        leans = any(THIS in part.levels.values() for part in raw.parts)
        if not leans and (
            all(part.top >= RANK["art"] and part.top != RANK["sec"] for part in raw.parts)
            or (raw.work is not None and raw.work.manner != "this")
        ):
            return Here()
        here = self.here(raw.start)
        if here.eid and self._changed and self.quoted(raw.start):
            inner = eids.levels_of(here.eid)
            if "art" not in inner:  # new words that begin with the number of a clause
                return Here(_within(inner, self._changed), "")
        quote = self._quote(raw)
        if quote is not None and "art" not in eids.levels_of(here.eid):
            return Here(quote.eid or here.eid, "")
        if self.context.work is not None and not self.quoted(raw.start) and work != _SELF:
            return Here(self._changed or self.context.changed or self.context.quoted_eid or "", "")
        return here

    def work(self, raw: Raw) -> tuple[Work | None, str | None]:
        """The work meant, or the reason why it cannot be told."""
        read = raw.work
        if read is None:
            glued = raw.parts and _GLUED.match(self.low, raw.end, self.end)
            return (None, "ambiguous") if glued else (self._own(raw), None)
        if read.manner == "this":
            return self._this(raw)
        work = self.names.define(raw) if raw.named else self.names.meant(raw)
        if work == _ATTACHED and self.context.where == "attached":
            work = _SELF  # rules that the deciding part has called by their title
        return (work, None) if work is not None else (None, "ambiguous")

    def _quote(self, raw: Raw) -> Quote | None:
        """The quotation of another work that holds some words; not in a text that amends one."""
        return self.quotes.at(raw.start) if self.context.work in (None, _UNKNOWN) else None

    def _own(self, raw: Raw) -> Work:
        """The work of a path that names none."""
        amended = self.context.work
        if (quote := self._quote(raw)) is not None:
            return quote.work
        if amended is None:
            return _SELF
        leans = any(THIS in part.levels.values() for part in raw.parts)
        if leans and not self.quoted(raw.start):
            given = self.context
            if given.changed is not None or not given.quoted_eid:
                return _SELF
        return amended

    def _this(self, raw: Raw) -> tuple[Work | None, str | None]:
        read = raw.work
        assert read is not None
        word, context = read.word, self.context
        if (quote := self._quote(raw)) is not None:
            return quote.work, None
        if context.work is not None and self._means_amended(raw):
            return context.work, None
        if read.attached:
            return (_SELF if context.where == "attached" else _ATTACHED), None
        if word in OWN_ATTACHMENTS:
            here = context.where in ("attached", "appendix") or context.kind in (
                "party_document", "plan", "other", None,
            )  # fmt: skip
            return (_SELF if here else _ATTACHED), None
        if context.kind == "consolidated" and self.text[read.start].islower():
            return None, "ambiguous"
        if context.kind in (None, "consolidated", "other") or context.kind in OWN_KINDS.get(
            word, ()
        ):
            return _SELF, None
        if (
            context.kind in ("party_document", "letter", "directive")
            and context.kind == read.work.kind
        ):
            return _SELF, None
        before = self.names.before(raw, OWN_KINDS.get(word, frozenset()))
        return before, None if before is not None else "ambiguous"

    def _means_amended(self, raw: Raw) -> bool:
        """Whether "Thông tư này" is the work amended and not the amending one."""
        read = raw.work
        assert read is not None
        amended = self.context.work
        assert amended is not None
        said = OWN_KINDS.get(read.word, frozenset())
        if self.quoted(raw.start):
            other = read.word in ("quyết định", "nghị quyết") and amended.kind in _GENERAL
            return not other and (not self.text[read.start].islower() or amended.kind in said)
        if (
            "“" not in self.text[self.start : self.end]
            and "”" not in self.text[self.start : self.end]
        ):
            if _BY_ITSELF.match(self.low, raw.end, self.end) or _ISSUED_HERE.search(
                self.low, max(self.start, raw.end - 40), raw.end
            ):
                return amended.kind in said and self.context.kind not in said
            return amended.kind in said or bool(amended.part and read.word in OWN_ATTACHMENTS)
        return (amended.kind in said and self.context.kind not in said) or bool(
            amended.part and read.word in OWN_ATTACHMENTS
        )


def _within(inner: dict[str, str], changed: str) -> str:
    """A place in quoted words, whose article the order before them names."""
    outer = eids.levels_of(changed)
    larger = ("art",) if "para" in inner else ("art", "para")
    return eids.join({**{level: outer[level] for level in larger if level in outer}, **inner})


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
