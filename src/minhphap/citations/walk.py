"""Citations of a whole document: each stretch of its text read in its own context."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from minhphap.citations.anchors import find_anchors
from minhphap.citations.citation import Citation, Role, Target, Work
from minhphap.citations.context import Context, Where
from minhphap.citations.eids import join, levels_of
from minhphap.citations.folding import fold
from minhphap.citations.kinds import kind_of
from minhphap.citations.known import Known
from minhphap.citations.own import Own, arabic, home_of
from minhphap.citations.passage import cite_stretch
from minhphap.structure import Document, Leaf, Provision

UNKNOWN = Work()
"""The work amended, where the text does not say which it is."""
_LABEL = re.compile(
    r"[\W_]*(?:điều|chương|mục|tiểu mục|phần|phụ lục|mẫu(?: số)?) +(?:thứ +)?[\w.]+", re.IGNORECASE
)
_LEADS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "repeals",
        re.compile(
            r"(?:bãi bỏ|huỷ bỏ|hết hiệu lực)[^.;]{0,160}(?:sau|sau đây|gồm"
            r"|dưới đây)?[^.;]{0,40}:\W*$"
        ),
    ),
    ("replaces", re.compile(r"thay thế[^.;]{0,160}(?:sau|sau đây|gồm)[^.;]{0,40}:\W*$")),
    ("amends", re.compile(r"sửa đổi[^.;]{0,200}:\W*$")),
)
_AMENDING = re.compile(r"sửa đổi|bổ sung|bãi bỏ|thay thế|huỷ bỏ")
_CHANGES: frozenset[Role] = frozenset({"amends", "repeals", "replaces", "adds"})
_SOME = re.compile(
    r"(?<!\w)(?:một số|các|những|phần|\d+) +(?:điều|khoản|điểm|nội dung|quy định|phụ lục|mẫu|biểu)(?!\w)"
)
_DECIDING = re.compile(
    r"(?<!\w)(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư(?: liên tịch)?|chỉ thị)"
    r" +này$"
)
_CONTAINERS = ("part", "chapter", "section", "subsection")


def cite(document: Document) -> tuple[Citation, ...]:
    """Every citation of a document, in order; spans are offsets of its source's text.

    Targets in this document carry the eid of their provision in its tree (``resolved``) or the
    reason why it has none; what stands in quoted new text refers to the work amended.
    """
    return tuple(Walk(document).citations())


class Walk:
    """One reading of a document: what each provision says lends meaning to those after it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.source.text
        self.low = fold(self.text)
        self.anchors = find_anchors(self.text, self.low)
        self.offsets = [at for at, _ in self.anchors]
        self.own = Own(document)
        self.kind = kind_of(document)
        self.parents = {child.eid: one for one in document.walk() for child in one.children}
        self.names = Known()
        self.amended: dict[str, tuple[Work, str | None]] = {}
        """Provision whose words name the work (and the provision) that it amends or details."""
        self.title: Work | None = None
        self.leads: dict[str, Role] = {}

    def citations(self) -> list[Citation]:
        """Every citation, in order; to be called once."""
        found: list[Citation] = []
        seen: set[str] = set()
        for leaf in self.document.leaves:
            first = bisect_left(self.offsets, leaf.start)
            last = bisect_left(self.offsets, leaf.end)
            provision = self.document.by_eid.get(leaf.eid) if leaf.eid else None
            opening = leaf.eid is not None and leaf.eid not in seen
            if leaf.eid:
                seen.add(leaf.eid)
            if opening and provision is not None and provision.children:
                self._lead(provision, leaf)
            if first < last:
                found += self._stretch(leaf, provision, opening, self.anchors[first:last])
        return found

    def _stretch(
        self, leaf: Leaf, one: Provision | None, opening: bool, anchors: list[tuple[int, str]]
    ) -> list[Citation]:
        start = leaf.start
        if opening and one is not None and one.type not in ("basis", "preamble", "attached"):
            label = _LABEL.match(self.low, start, leaf.end)
            start = label.end() if label else start
        context = self.context(one)
        found = self._cite(anchors, start, leaf.end, context)
        if one is not None and context.work is None and (work := _named_then_meant(found)):
            context = msgspec.structs.replace(context, work=work, where="amending", changed="")
            found = self._cite(anchors, start, leaf.end, context)
        if one is not None:
            self._note(one, found)
        home = home_of(leaf.eid)
        return [self._resolved(citation, home) for citation, _ in found]

    def _cite(
        self, anchors: list[tuple[int, str]], start: int, end: int, context: Context
    ) -> list[tuple[Citation, bool]]:
        return cite_stretch(self.text, self.low, anchors, start, end, context, self.names)

    def _note(self, one: Provision, found: list[tuple[Citation, bool]]) -> None:
        """Remember what a provision says it amends."""
        for citation, nested in found:
            listed = (
                citation.role == "guides" and bool(one.children) and self._announced(one, citation)
            )
            changed = citation.role in _CHANGES and not nested and self._partly(citation)
            if not (changed or listed) or not citation.targets:
                continue
            if listed:
                self.leads[one.eid] = "guides"
            target = citation.targets[0]
            if target.work.this or target.work.attached or target.work == UNKNOWN:
                continue
            if one.type in ("preamble", "basis"):
                if one.type == "preamble" and self.title is None and self.kind != "consolidated":
                    self.title = target.work
                continue
            holds = one.type in ("article", "clause", "point") or (
                one.type in _CONTAINERS and self.kind != "consolidated"
            )
            if holds and one.eid not in self.amended:
                self.amended[one.eid] = (target.work, target.eid)

    def _partly(self, citation: Citation) -> bool:
        """Whether parts of the work are changed, so that bare paths after that may mean it."""
        if citation.role in ("amends", "adds") or citation.targets and citation.targets[0].eid:
            return True
        before = self.low[max(0, citation.start - 60) : citation.start]
        return _SOME.search(before) is not None

    def _announced(self, one: Provision, citation: Citation) -> bool:
        """Whether a list of provisions of the work follows: "quy định chi tiết … sau đây:"."""
        words = self.low[citation.end : one.children[0].start].rstrip()
        return (
            citation.targets[0].eid is None and words.endswith(":") if citation.targets else False
        )

    def _lead(self, one: Provision, leaf: Leaf) -> None:
        words = self.low[max(leaf.start, leaf.end - 320) : leaf.end].rstrip()
        for role, pattern in _LEADS:
            if pattern.search(words):
                self.leads[one.eid] = role
                return

    def context(self, one: Provision | None) -> Context:
        """What a reader of a provision must know, as far as the text has been walked."""
        if one is None:
            return Context(kind=self.kind, where="body", names=self.names)
        quoted = one.type.startswith("quoted")
        host, path = _split(one.eid)
        work, amended_eid = self._amends(one, quoted)
        guided = any(role == "guides" for role in map(self.leads.get, self._above(one)))
        where: Where = "amending" if work is not None and not guided else _where(one)
        parent = self.parents.get(one.eid)
        eid = host.removeprefix(home_of(host)).removeprefix("__")
        return Context(
            kind=self.kind,
            where=where,
            eid=eid,
            container=None if quoted else self._container(one),
            work=work,
            quoted_eid=_quoted_eid(path, amended_eid) if work is not None else None,
            lead_role=self.leads.get(parent.eid) if parent is not None else None,
            names=self.names,
            quoted=quoted,
            changed=None if work is None else amended_eid or "",
        )

    def _amends(self, one: Provision, quoted: bool) -> tuple[Work | None, str | None]:
        """The work that bare paths of a provision mean, and the provision of it being changed."""
        here: Provision | None = one
        eid: str | None = None
        while here is not None:
            known = self.amended.get(here.eid)
            if known is not None:
                return known[0], eid or known[1]
            here = self.parents.get(here.eid)
        if quoted:
            return self.title or UNKNOWN, None
        if self.title is not None and self._announces(one):
            return self.title, None
        return None, None

    def _above(self, one: Provision) -> Iterator[str]:
        here: Provision | None = one
        while here is not None:
            yield here.eid
            here = self.parents.get(here.eid)

    def _announces(self, one: Provision) -> bool:
        """Whether the article of a provision changes the work that the title names."""
        here: Provision | None = one
        while here is not None and here.type != "article":
            here = self.parents.get(here.eid)
        if here is None:
            return False
        words = self.low[here.start : here.start + 160]
        return bool(_AMENDING.search(words)) and "hiệu lực" not in words[:60]

    def _container(self, one: Provision) -> str | None:
        here: Provision | None = one
        while here is not None and here.type not in _CONTAINERS:
            here = self._holder(here)
        if here is None:
            return None
        return arabic(here.eid.removeprefix(home_of(here.eid)).removeprefix("__"))

    def _holder(self, one: Provision) -> Provision | None:
        return self.parents.get(one.eid)

    def _resolved(self, citation: Citation, home: str) -> Citation:
        if not citation.targets:
            return citation
        if citation.targets[0].work == UNKNOWN:
            return msgspec.structs.replace(citation, targets=(), reason="ambiguous")
        if home and _DECIDING.search(self.low, citation.start, citation.end):
            home = ""  # "Thông tư này" said in the rules that were issued with it
        targets = tuple(self._target(target, home) for target in citation.targets)
        return msgspec.structs.replace(citation, targets=targets)

    def _target(self, target: Target, home: str) -> Target:
        if not (target.work.this or target.work.attached):
            return msgspec.structs.replace(target, reason="external")
        resolved, reason = self.own.find(target, home)
        return msgspec.structs.replace(target, resolved=resolved, reason=reason)


def _named_then_meant(found: list[tuple[Citation, bool]]) -> Work | None:
    """The work a stretch says it changes, where bare paths after that are changed too."""
    work: Work | None = None
    for citation, nested in found:
        if citation.role not in _CHANGES or nested:
            continue
        if citation.targets:
            cited = citation.targets[0].work
            if not (cited.this or cited.attached):
                work = cited
        elif work is not None and citation.reason == "ambiguous":
            return work
    return None


def _split(eid: str) -> tuple[str, str]:
    """Host and path inside the quotation: "art_1__q_1__art_6" -> "art_1", "art_6"."""
    host, mark, rest = eid.partition("__q_")
    return host, rest.partition("__")[2] if mark else ""


def _quoted_eid(path: str, amended: str | None) -> str | None:
    inner, outer = levels_of(path), levels_of(amended)
    if "art" not in inner and "art" in outer:
        inner = {"art": outer["art"], **inner}
        if "para" not in inner and "para" in outer and "point" in inner:
            inner["para"] = outer["para"]
    if not path and amended:
        return amended
    return join(inner) or None


def _where(one: Provision) -> Where:
    if one.type in ("preamble", "basis"):
        return "preamble"
    if one.type in ("recipients", "signature"):
        return "recipients"
    if one.type == "appendix" or one.eid.startswith("app_") or "__app_" in one.eid:
        return "appendix"
    return "attached" if one.eid.startswith("att_") else "body"
