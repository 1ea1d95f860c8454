"""What a text does to other documents: read out of its citations and the words around them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minhphap.citations import Citation, Target, Work
from minhphap.registry.known import Sure
from minhphap.registry.reading.incoming import AsWritten
from minhphap.registry.reading.sentences import sentence
from minhphap.registry.reading.wholes import is_object, is_partly, is_whole
from minhphap.registry.relation import RelationKind
from minhphap.structure import Document, Provision
from minhphap.text import find_dates

_KINDS: dict[str, RelationKind] = {
    "basis": "basis", "refers": "refers", "amends": "amends", "repeals": "repeals",
    "replaces": "replaces", "adds": "supplements", "guides": "guides",
}  # fmt: skip
_ACTS = frozenset(("amends", "repeals", "replaces", "adds", "guides"))
_VERB = re.compile(
    r"(?P<before>(?:và|đồng\s+thời|này|hoặc)\s+)?(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|hủy\s+bỏ|huỷ\s+bỏ"
    r"|thay\s+thế|quy\s+định\s+chi\s+tiết|hướng\s+dẫn|(?:biện\s+pháp\s+)?thi\s+hành|đính\s+chính)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;\n:]|\.\s+(?=[^\W\d_a-zà-ỹ])")
_TITLE_END = re.compile(
    r"[\n:]|\.\s+(?=[^\W\d_a-zà-ỹ])"
    r"|;\s*(?=$|[^\W\d_a-zà-ỹ]|khoản|điểm|mục|phụ\s+lục|bãi\s+bỏ|thay\s+thế|sửa\s+đổi|bổ\s+sung)"
)
""" "quy định về mẫu bằng tốt nghiệp; việc in, cấp phát" goes on after the semicolon."""
_ROW = re.compile(r"[\s,;]*(?:và|hoặc|cùng)?[\s,]*(?:các|của|số)?\s*", re.IGNORECASE)
_GONE = re.compile(r"hết\s+hiệu\s+lực", re.IGNORECASE)
_ITEM = re.compile(
    r"\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zđ]\d?[.)]|[-–+•*])?\s*[“\"]?\s*"
    r"(?:Toàn\s+bộ\s+|Các\s+|Các\s+\w+(?:\s+\w+)?\s+)?"
)
_SUBJECT = re.compile(
    r"(?:^|[;,]|\bvà|\bcùng)\s*(?:các\s+|toàn\s+bộ\s+|kể\s+từ\s+ngày\s+[^,;]{0,60},\s*)?$",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"(?:việc|trường\s+hợp|trình\s+tự|thủ\s+tục|thẩm\s+quyền|đề\s+nghị|khi|có\s+trách\s+nhiệm)\s+"
    r"(?:[^\W\d]+\s+){0,3}(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế|hủy\s+bỏ|huỷ\s+bỏ)[^.;]*$",
    re.IGNORECASE,
)
"""Somebody's repealing is spoken of; nothing is repealed."""
_EXCEPT = re.compile(r"\btrừ\s+(?:các\s+)?(?:trường\s+hợp|quy\s+định|nội\s+dung|khoản|Điều|điểm)")
_DAY = re.compile(r"hiệu\s+lực[^.;\n]{0,40}?từ\s+(?=ngày\s)", re.IGNORECASE)


class Acts(NamedTuple):
    """What a text states, and where it cannot be told who acts."""

    relations: list[AsWritten]
    doubtful: frozenset[int]
    """Starts of citations that may belong to the title of a document cited before them."""


def acts(document: Document, citations: Sequence[Citation]) -> Acts:
    """The relations a text states, its own and those it reports of others, each once."""
    reader = _Reader(document)
    seen: dict[tuple[object, ...], AsWritten] = {}
    for citation in citations:
        for one in reader.read(citation):
            key = (one.kind, one.by, one.by_eid, one.to, one.to_eid)
            if key not in seen or (one.date and not seen[key].date):
                seen[key] = one
    return Acts(list(seen.values()), frozenset(reader.doubtful))


class _Reader:
    """Walks the citations of one document in order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.source.text
        self.previous: Citation | None = None
        self.by: Work | None = None
        """Who acts in the citation before: a work, or None for the document itself."""
        self.titled: tuple[int, str | None] | None = None
        """Where the last citation ends that stood, or may have stood, in another's title, and the
        kind of document it names. "Nghị định A và Nghị định B sửa đổi Nghị định A" is no such."""
        self.acted: set[tuple[str | None, str | None]] = set()
        self.doubtful: set[int] = set()
        self.spoken_of: int | None = None
        """Where a sentence begins that something ends in, but not the first document it names:
        "Quy hoạch tại Luật A, Luật B … hết hiệu lực"."""

    def read(self, citation: Citation) -> Iterator[AsWritten]:
        if not citation.targets:
            return
        holder = self.document.at(citation.start)
        if holder and (holder.type.startswith("quoted") or "__q_" in holder.eid):
            return
        work = citation.targets[0].work
        by, role = self._actor(citation), citation.role
        doubtful = by is None and self._may_be_titled(citation)
        if doubtful:
            self.doubtful.add(citation.start)
        elif by is None and citation.role in _ACTS:
            self.acted.add((work.kind, work.number))
        if doubtful or (by is not None and (work.kind, work.number) not in self.acted):
            self.titled = citation.end, work.kind
        own = work.this or work.attached
        if role == "amended_by":
            yield from self._attested(citation)
        elif not own:
            kind = self._kind(citation, holder, by)
            eid = holder.eid if holder and by is None else ""
            for target in citation.targets:
                yield self._relation(citation, kind, target, by, eid)
        self.previous, self.by = citation, by

    def _may_be_titled(self, citation: Citation) -> bool:
        """ "Nghị định A sửa đổi Nghị định B quy định về … và Nghị định C": C may be amended by A,
        or stand beside it."""
        if self.titled is None:
            return False
        end, kind = self.titled
        between = self.text[end : citation.start]
        if _TITLE_END.search(between) or any(verb["before"] for verb in _VERB.finditer(between)):
            self.titled = None
            return False
        return citation.targets[0].work.kind == kind

    def _actor(self, citation: Citation) -> Work | None:
        """The work in whose title the citation stands; None: the document itself speaks."""
        before = self.previous
        if before is None or citation.role not in _ACTS:
            return None
        between = self.text[before.end : citation.start]
        if len(between) > 500:
            return None
        if _ROW.fullmatch(between) and before.role == citation.role:
            return self.by
        if _BREAK.search(between):
            return None
        verbs = list(_VERB.finditer(between))  # the last one governs
        work = before.targets[0].work
        if not verbs or verbs[-1]["before"] or work.this or work.attached:
            return None
        return work

    def _kind(self, citation: Citation, holder: Provision | None, by: Work | None) -> RelationKind:
        role = citation.role
        if citation.start in self.doubtful and role != "basis":
            return "refers"
        if by is None and role in _ACTS and not self._may_act(citation, holder):
            return "refers"
        if role == "refers" and self._is_ended(citation, holder):
            return "repeals"
        return _KINDS[role]

    def _may_act(self, citation: Citation, holder: Provision | None) -> bool:
        """Whether the document itself can act here: in its title and its deciding part."""
        line = self.text.rfind("\n", 0, citation.start) + 1
        if _SPOKEN_OF.search(self.text, line, citation.start):
            return False
        span = self.document.meta.title_span
        if span and span[0] <= citation.start < span[1]:
            return True
        return holder is not None and holder.type in ("article", "clause", "point")

    def _is_ended(self, citation: Citation, holder: Provision | None) -> bool:
        """ "Thông tư số … hết hiệu lực", or an item of a list that such words introduce."""
        if holder is None or holder.type not in ("article", "clause", "point"):
            return False
        begin, end = sentence(self.text, citation.start, citation.end)
        after = _GONE.search(self.text, citation.end, end)
        if after:
            before = self.text[begin : citation.start]
            first = _ITEM.fullmatch(before) or is_partly(before)
            ended = bool(first or (_SUBJECT.search(before) and self.spoken_of != begin))
            if not ended:
                self.spoken_of = begin
                self.doubtful.add(citation.start)
            return ended
        line = self.text.rfind("\n", 0, citation.start) + 1
        if not _ITEM.fullmatch(self.text, line, citation.start):
            return False
        return bool(_GONE.search(self._lead_in(line, holder)))

    def _lead_in(self, line: int, holder: Provision) -> str:
        """The nearest line above that ends with a colon, not beyond the article."""
        floor = self.document.by_eid[_article(holder.eid)].start
        end = line - 1
        while end > floor:
            start = self.text.rfind("\n", 0, end) + 1
            words = self.text[max(start, floor) : end].rstrip()
            if words.endswith(":"):
                return words
            end = start - 1
        return ""

    def _relation(
        self, citation: Citation, kind: RelationKind, target: Target, by: Work | None, eid: str
    ) -> AsWritten:
        begin, end = sentence(self.text, citation.start, citation.end)
        acting = kind not in ("basis", "refers")
        eid_there = _eid_there(target)
        whole = not eid_there
        day, excepted = None, False
        if acting:
            whole = whole and is_whole(self.text, begin, citation.start)
            if citation.role in ("repeals", "replaces") and by is None:
                after = max(begin, self.previous.end if self.previous else 0)
                whole = whole and is_object(self.text, after, citation.start)
            if by is None and kind in ("repeals", "replaces", "suspends"):
                excepted = bool(_EXCEPT.search(self.text, citation.end, end))
                day = self._day(citation.end, end)
        work = _bare(target.work)
        sure: Sure = "read" if by is None else "attested"
        return AsWritten(kind, work, eid_there, by and _bare(by), eid, day, whole, excepted, sure)

    def _day(self, start: int, end: int) -> dt.date | None:
        """ "hết hiệu lực kể từ ngày 01/01/2031"."""
        found = _DAY.search(self.text, start, end)
        mention = next(find_dates(self.text[found.end() : end]), None) if found else None
        return mention.date if mention and mention.start <= 1 else None

    def _attested(self, citation: Citation) -> Iterator[AsWritten]:
        """ "Luật A, được sửa đổi, bổ sung bởi Luật B": B amends A, as this text reports."""
        before = self.previous
        if before is None or citation.start - before.end > 300:
            return
        amended = before.targets[0]
        if before.role == "amended_by" or amended.work.this or amended.work.attached:
            return
        for target in citation.targets[:1]:
            if not (target.work.this or target.work.attached):
                yield AsWritten(
                    "amends", _bare(amended.work), "", _bare(target.work), whole=False,
                    sure="attested",
                )  # fmt: skip


def _article(eid: str) -> str:
    steps = eid.split("__")
    for index, step in enumerate(steps):
        if step.startswith("art_"):
            return "__".join(steps[: index + 1])
    return eid


def _eid_there(target: Target) -> str:
    """The provision acted on; the regulation issued with a decision is its ``att_1``."""
    eid = target.eid or ""
    if target.work.part == "attached":
        return f"att_1__{eid}" if eid else "att_1"
    return eid


def _bare(work: Work) -> Work:
    """Without the mark of the attached part, which the eid says."""
    return Work(work.kind, work.number, work.date, work.issuer, work.title, work.year)
