"""What the provisions of a document are about: the work that their words change or detail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.citations.citation import Citation, Role, Work
from minhphap.citations.context import Context, Where
from minhphap.citations.eids import join, levels_of
from minhphap.citations.kinds import kind_of
from minhphap.citations.known import Known
from minhphap.citations.own import Own, arabic, home_of
from minhphap.structure import Document, Leaf, Provision

UNKNOWN = Work()
"""The work amended, where the text does not say which it is."""
CHANGES: frozenset[Role] = frozenset({"amends", "repeals", "replaces", "adds"})
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
_ORDER = re.compile(
    r"[\W_]*điều +(?:thứ +)?\w+\W*(?:1[.)] *)?(?:sửa đổi|bổ sung|bãi bỏ|thay|bỏ|huỷ bỏ)(?!\w)"
)
"""An article that gives the order at once: "Điều 2. Thay cụm từ …"."""
_PARTS_OF = re.compile(
    r"(?<!\w)(?:điều|khoản|điểm|phụ lục)(?:(?:,|,? và) (?:điều|khoản|điểm|phụ lục))*"
    r" (?:của|tại) $"
)
""" "Các điều, khoản, điểm của Nghị định số …, bao gồm:"."""
_NUMBERED_ITEM = re.compile(r"(.*__point_[a-zđ])\d+$")
_UNCHANGING = frozenset(("letter", "other", "plan", "directive"))
"""Kinds of documents that change no legal text."""
_DRAFT = re.compile(r"(?<!\w)dự (?:thảo|án)[^.;:]*$")
_GUIDING = re.compile(r"(?<!\w)(?:hướng dẫn|quy định chi tiết|biện pháp thi hành)(?!\w)")
_PATH_ITEM = re.compile(
    r"[\W_]*\w+[.)] *(?:các +)?(?:điểm|khoản|điều|mục|chương|phụ lục) +\w+[ ;,.](?! *\d+[.:])"
)
"""An item that begins with a provision: "1. Điều 11 quy định xử lý …"."""
_REPEALED = re.compile(
    r"danh mục (?:các )?(?:văn bản|nghị định|thông tư|quyết định|nghị quyết)"
    r"(?![^(]{0,160}thủ tục)[^(]{0,160}?(?:bãi bỏ|hết hiệu lực)"
)
_SOME = re.compile(
    r"(?<!\w)(?:một số|các|những|phần|\d+)"
    r" +(?:điều|khoản|điểm|nội dung|quy định|phụ lục|mẫu|biểu)(?!\w)"
)
_CONTAINERS = ("part", "chapter", "section", "subsection")


class Subjects:
    """What has been read so far lends meaning to what comes after."""

    def __init__(self, document: Document, low: str, own: Own) -> None:
        self.low = low
        self.own = own
        self.kind = kind_of(document)
        self.names = Known()
        self._parents = {child.eid: one for one in document.walk() for child in one.children}
        self._amended: dict[str, tuple[Work, str | None]] = {}
        """Provision whose words name the work (and the provision) that it amends or details."""
        self._title: Work | None = None
        self._leads: dict[str, Role] = {}

    def lead(self, one: Provision, leaf: Leaf) -> None:
        """Remember the role that the lead-in of a list gives what is listed."""
        words = self.low[max(leaf.start, leaf.end - 320) : leaf.end].rstrip()
        for role, pattern in _LEADS:
            if pattern.search(words):
                self._leads[one.eid] = role
                return

    def note(self, one: Provision, found: list[tuple[Citation, bool]]) -> None:
        """Remember what a provision says it amends, or details point by point."""
        for citation, nested in found:
            if nested or not citation.targets:
                continue
            target = citation.targets[0]
            if target.work.this or target.work.attached or target.work == UNKNOWN:
                continue
            if citation.role in CHANGES and self._partly(citation):
                if self._may_change(one, citation):
                    self._hold(one, citation)
            elif self._announced(one, citation):
                if citation.role == "guides" or self._guiding(one, citation):
                    self._leads[one.eid] = "guides"
                self._hold(one, citation)

    def _may_change(self, one: Provision, citation: Citation) -> bool:
        """Whether the document itself changes the work that "sửa đổi" is said of."""
        if self.kind == "consolidated":  # there it tells what was done to the text
            return _ORDER.match(self._article(one)) is not None
        if self.kind in _UNCHANGING:
            return False
        return _DRAFT.search(self.low, max(0, citation.start - 200), citation.start) is None

    def _hold(self, one: Provision, citation: Citation) -> None:
        """The first work that a provision changes is the one its words mean."""
        target = citation.targets[0]
        if one.type == "preamble":
            self._title = self._title or target.work
        elif one.type in ("article", "clause", "point", *_CONTAINERS):
            self._amended.setdefault(one.eid, (target.work, target.eid))

    def _partly(self, citation: Citation) -> bool:
        """Whether parts of the work are changed, so that bare paths after that may mean it."""
        if citation.role in ("amends", "adds") or (citation.targets and citation.targets[0].eid):
            return True
        before = self.low[max(0, citation.start - 60) : citation.start]
        return _SOME.search(before) is not None

    def _announced(self, one: Provision, citation: Citation) -> bool:
        """Whether a list of provisions of the work follows: "quy định chi tiết … sau đây:"."""
        if one.eid in self._amended or citation.targets[0].eid not in (None, "app"):
            return False
        first = one.children[0].start if one.children else one.end
        if not self.low[citation.end : first].rstrip().endswith(":"):
            return False
        if citation.role == "guides" and one.children:
            return True
        if _PATH_ITEM.match(self.low, first) is None:
            return False
        begin = max(one.start, citation.start - 80)
        parts = _PARTS_OF.search(self.low, begin, citation.start)
        return parts is not None or citation.targets[0].eid == "app" or self._guiding(one, citation)

    def _guiding(self, one: Provision, citation: Citation) -> bool:
        """Whether the words before say that the work is detailed."""
        return _GUIDING.search(self.low, one.start, citation.start) is not None

    def context(self, one: Provision | None) -> Context:
        """What a reader of a provision must know, as far as the text has been walked."""
        if one is None:
            return Context(kind=self.kind, where="body", names=self.names)
        quoted = one.type.startswith("quoted")
        host, path = _split(one.eid)
        work, amended_eid = self._amends(one, quoted)
        guided = any(self._leads.get(above.eid) == "guides" for above in self._above(one))
        where: Where = "amending" if work is not None and not guided else _where(one)
        parent = self._parents.get(one.eid)
        if one.type == "appendix":
            host = self.own.called(host)
        return Context(
            kind=self.kind,
            where=where,
            eid=host.removeprefix(home_of(host)).removeprefix("__"),
            container=None if quoted else self._container(one),
            work=work,
            quoted_eid=_quoted_eid(path, amended_eid) if work is not None else None,
            lead_role=self._leads.get(parent.eid) if parent is not None else self._listed(one),
            names=self.names,
            quoted=quoted,
            changed=None if work is None else amended_eid or "",
        )

    def _listed(self, one: Provision) -> Role | None:
        """The role of the works that an appendix lists: "DANH MỤC VĂN BẢN … BÃI BỎ"."""
        if one.type != "appendix":
            return None
        return "repeals" if _REPEALED.search(self.low, one.start, one.start + 300) else None

    def _amends(self, one: Provision, quoted: bool) -> tuple[Work | None, str | None]:
        """The work that bare paths of a provision mean, and the provision of it being changed."""
        for above in self._above(one):
            known = self._amended.get(above.eid)
            if known is not None:
                return known
        if quoted:
            return self._title or UNKNOWN, None
        words = self._article(one)
        if self._title is not None:
            announced = _AMENDING.search(words) and "hiệu lực" not in words[:60]
            return (self._title if announced else None), None
        return (self._only() if _ORDER.match(words) else None), None

    def _only(self) -> Work | None:
        """The work that Article 1 amends, where no other is amended before."""
        works = {(work.number, work.title): work for work, _ in self._amended.values()}
        first = "art_1" in self._amended and len(works) == 1
        return next(iter(works.values())) if first else None

    def _above(self, one: Provision) -> Iterator[Provision]:
        here: Provision | None = one
        while here is not None:
            yield here
            parent = self._parents.get(here.eid)
            led = _NUMBERED_ITEM.match(here.eid)
            if led and parent is not None:  # "đ1)", "đ2)" are items of what "đ)" announces
                yield from (child for child in parent.children if child.eid == led[1])
            here = parent

    def _article(self, one: Provision) -> str:
        """The first words of the article of a provision."""
        here = next((above for above in self._above(one) if above.type == "article"), None)
        return self.low[here.start : here.start + 160] if here is not None else ""

    def _container(self, one: Provision) -> str | None:
        here = next((above for above in self._above(one) if above.type in _CONTAINERS), None)
        if here is None:
            return None
        return arabic(here.eid.removeprefix(home_of(here.eid)).removeprefix("__"))


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
