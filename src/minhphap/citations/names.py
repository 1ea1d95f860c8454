"""Names that a text gives to documents: "(sau đây gọi tắt là Nghị định 8)", and short numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from minhphap.citations.attachments import ISSUED_WITH
from minhphap.citations.citation import Role, Work
from minhphap.citations.folding import UPPER, fold
from minhphap.citations.known import Known
from minhphap.citations.provisions import Raw
from minhphap.citations.vocabulary import KINDS, LAWS, OWN_ATTACHMENTS

_END = re.compile(rf"[.;:]\s*\n|[.]\s+(?=[{UPPER}“])|;\s")
_SHORT = re.compile(r"\d{1,5}(?:/(?:19|20)\d\d)?")
_TOGETHER = re.compile(r"chung +là[ :“\"]*$")
_REACH = 14
"""How many citations back the document may stand that a definition names."""
_THINGS = frozenset(("decision", "other", "plan", "letter"))
"""Kinds whose words name other things too ("Kế hoạch", "Báo cáo tài chính")."""


class _Cited(msgspec.Struct, frozen=True, gc=False):
    """A document as it was cited: ``aside`` where it stands in the title of another, or as the
    act that amended it."""

    raw: Raw
    work: Work
    aside: bool


class Names:
    """The works that names stand for, as far as a stretch of text has been read."""

    def __init__(self, text: str, low: str, given: Known) -> None:
        self.text, self.low, self.given = text, low, given
        self._cited: list[_Cited] = []
        self._numbers: dict[tuple[str | None, str], dict[str, Work]] = {}
        """Kind and first part(s) of a number -> the works cited with such a number."""
        self._indexed = 0
        """How many of the citations stand in the index; it is brought up to date when asked."""

    def cite(self, raw: Raw, work: Work, role: Role, nested: bool) -> None:
        """A document was cited."""
        read = raw.work
        if read is None or raw.named:
            return
        self._cited.append(_Cited(raw, work, nested or role == "amended_by"))
        if read.attached and (by := ISSUED_WITH.search(self.low, read.start, read.end)):
            plain = msgspec.structs.replace(_plain(work), issuer=None)
            self.given.call(self.low[read.start : by.start()], plain)

    def key(self, raw: Raw) -> str:
        """The words of a document as a key."""
        assert raw.work is not None
        return " ".join(self.low[raw.work.start : raw.work.end].split())

    def define(self, raw: Raw) -> Work | None:
        """The work that a definition names, which the name counts for from here on."""
        assert raw.work is not None
        work = self._defined(raw)
        if work is not None:
            self.given[self.key(raw)] = work
        return work

    def meant(self, raw: Raw) -> Work | None:
        """The work of a name, of a title that was defined, or of a short number; None: unknown."""
        read = raw.work
        assert read is not None
        if read.manner == "named":
            return self.given.get(self.key(raw)) or self.given.called(self.key(raw))
        if read.manner == "titled":
            return self.given.get(self.key(raw), read.work) if read.work.year is None else read.work
        if is_short(read.work):
            return self.given.get(self.key(raw)) or self._begun(raw) or read.work
        return read.work

    def before(self, raw: Raw, kinds: frozenset[str]) -> Work | None:
        """The one work of some kinds that the sentence has named: "Nghị định này" in a letter."""
        found = {
            (one.work.number, one.work.title): one.work
            for one in self._back(raw)
            if not one.aside and one.work.kind in kinds and not one.work.this
        }
        return _plain(next(iter(found.values()))) if len(found) == 1 else None

    def _defined(self, raw: Raw) -> Work | None:
        read = raw.work
        assert read is not None
        if read.manner == "numbered":
            return (self._begun(raw) or read.work) if is_short(read.work) else read.work
        kind = KINDS.get(read.word)
        if kind in _THINGS and read.word != "quyết định":
            return self._of_thing(raw)
        fitting = [one for one in self._back(raw) if _fits(one, read.word, kind)]
        if kind in LAWS and " " in self.key(raw).removeprefix(read.word).strip():
            title = fold(" ".join((read.work.title or "").split()))
            for one in fitting:
                if one.work.title and fold(one.work.title) == title:
                    return _plain(one.work)
        main = [one for one in fitting if not one.aside] or (fitting if kind in LAWS else [])
        if len(main) > 1 and _TOGETHER.search(self.low, raw.start - 12, raw.start):
            return None  # one name for several
        return _plain(main[0].work) if main else None

    def _of_thing(self, raw: Raw) -> Work | None:
        """ "Chương trình", "Quy chế": what a document just cited approves or issues."""
        read = raw.work
        assert read is not None
        for one in self._back(raw):
            if one.aside:
                continue
            if read.word not in self.low[one.raw.start : raw.start - 24]:
                return None
            if one.work.this:
                issued = self.low.endswith("kèm theo ", 0, one.raw.start)
                return Work(attached=True) if issued else None
            if (
                read.word in OWN_ATTACHMENTS
                and one.work.part is None
                and read.word != "chương trình"
            ):
                return msgspec.structs.replace(_plain(one.work), part="attached")
            return _plain(one.work)
        return None

    def _back(self, raw: Raw) -> Iterator[_Cited]:
        """What was cited before in the same sentence, the nearest first."""
        at = raw.start
        for one in reversed(self._cited[-_REACH:]):
            if _END.search(self.text, one.raw.end, at):
                return
            at = one.raw.start
            yield one

    def _begun(self, raw: Raw) -> Work | None:
        """The one cited work whose number begins with a short one."""
        read = raw.work
        assert read is not None
        for one in self._cited[self._indexed :]:
            parts = (one.work.number or "").lstrip("0").split("/")
            for size in range(1, min(len(parts), 3)):
                short = (one.work.kind, "/".join(parts[:size]))
                self._numbers.setdefault(short, {}).setdefault(one.work.number or "", one.work)
        self._indexed = len(self._cited)
        found = self._numbers.get((read.work.kind, (read.work.number or "").lstrip("0")), {})
        return next(iter(found.values())) if len(found) == 1 else None


def is_thing(raw: Raw) -> bool:
    """Whether a name may be that of something else than a document ("Kế hoạch")."""
    read = raw.work
    return read is not None and read.manner == "named" and KINDS.get(read.word) in _THINGS


def is_short(work: Work) -> bool:
    """Whether a number stands without its symbol: "13", "04/2018"."""
    return _SHORT.fullmatch(work.number or "") is not None


def _fits(one: _Cited, word: str, kind: str | None) -> bool:
    assert one.raw.work is not None
    said = one.raw.work.word
    return said == word or (bool(kind) and one.work.kind == kind) or (not said and not kind)


def _plain(work: Work) -> Work:
    """The work without what only its first mention says."""
    return msgspec.structs.replace(work, title=None if work.number else work.title, date=None)
