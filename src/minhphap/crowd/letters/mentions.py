"""What the letter itself calls the provisions of the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from minhphap.citations import Context, Own, Target, cite_passage
from minhphap.crowd.letters.amended import Amended
from minhphap.crowd.letters.annexes import Annexes
from minhphap.crowd.letters.mend import mend
from minhphap.crowd.letters.sentences import quoted
from minhphap.structure import Document
from minhphap.text import comparison_key

_KIND = r"quyết định|nghị quyết|nghị định|thông tư|luật|pháp lệnh"
_RULES = r"quy định|quy chế|điều lệ|quy trình|quy tắc|nội quy|đề án|kế hoạch|chương trình"
_TAIL = re.compile(
    rf"[ ,]{{0,2}}(?:(?:của|tại|trong|thuộc) )?(?:bản )?(?P<draft>dự thảo )?(?:(?P<main>{_KIND})"
    rf"|(?P<rules>{_RULES}))"
    r"(?! số| \d)(?P<more>(?: này| nêu trên| (?:ban hành )?(?:kèm theo"
    r"|kèm)(?: (?:dự thảo )?(?:quyết định|nghị quyết))?)?)"
    r"(?= |[,.;:)?!]|$)"
)
_ASKING = re.compile(
    r"(?<!\w)(?:sửa đổi, bổ sung|sửa đổi|bổ sung|bãi bỏ|hủy bỏ|thay thế|bỏ|sửa|thay|thêm"
    r"|chỉnh sửa|điều chỉnh)(?!\w)"
)
"""Verbs that make a reader of legal texts look for another, amended, document."""
_PAGE = re.compile(
    r"(?<!\w)(?:(?:dòng|đoạn|gạch đầu dòng|ý) [^.;:]{0,60}?)?(?<!nghĩa )(?<!khẩu )trang (?:số )?"
    r"\d{1,3}(?!\w| (?:tuần|ngày|tháng|năm|ha|m|lần|triệu|đồng|hộ|người)(?!\w))"
)
_BARE = re.compile(
    r"(?<!\w)(?:điểm|khoản|mục|tiểu mục|chương|phần) (?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])(?![\w%/])"
)
_SPOKEN = re.compile(r"(?<!\w)(?:đoạn|chỗ|phần|câu|dòng) (?:nói về|về|ghi|có) [^,.;:?]{3,80}")
_ELSEWHERE = re.compile(
    r"(?:theo|căn cứ|phù hợp với|thống nhất với|trái với|mâu thuẫn với|so với)"
    r" (?:(?:nội dung )?quy định (?:tại|của) )?$"
)
_NO_MORE = r"(?!\w|[.,/]\d)"
_LABEL = 80
"""Letters in front of a colon that may name one of two texts: "Đối với Quy chế: …"."""
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:[Đđ]iều|[ĐD])\.?\s?(?P<a3>\d{1,3})\s?[,.]?\s?[Kk](?:hoản)?\.?\s?(?P<k3>\d{1,2})"
    rf"{_NO_MORE}"
    r"|(?<!\w)(?:(?P<clause>[Kk])\.?\s?(?P<k>\d{1,2})\s?[,/.]?\s?)?[ĐđDd]\.?\s?(?P<art>\d{1,3})"
    rf"{_NO_MORE}"
    r"|(?<!\w)(?:[Đđ]iều|[Đđ])\.?\s?(?P<a2>\d{1,3})\.(?P<k2>\d{1,2})(?:\.?(?P<p2>[a-zđ]))?"
    rf"{_NO_MORE}"
)
"""“K2 Đ5”, “Đ5 K2”, “Điều 5.2”, “Điều 8.1.b”."""

_TEXT = re.compile(
    r"(?:[\divx]{1,4}(?:\.\d+)*[.)/] ?|[-–+*] ?)?(?:(?:góp ý|ý kiến|phần|nội dung|đối với|về|tại"
    rf"|cho|trong) )*(?:dự thảo |bản )*(?:(?P<main>{_KIND})|(?P<rules>{_RULES}))"
    r"(?: (?:được )?(?:ban hành )?kèm theo.{0,40}"
    r"| (?:của )?(?:ủy ban nhân dân|ubnd|hội đồng nhân dân"
    r"|hđnd)(?: tỉnh| thành phố)?)?\W*"
)
"""A heading that names one of two texts and nothing else."""


class Mention(msgspec.Struct, frozen=True):
    """Words that name provisions of the draft.

    ``eids`` are those the draft has; ``missing`` the names, in the dialect of citations, of those
    it has not (an article that exists stands in ``eids`` for a clause that does not).
    """

    start: int
    end: int
    words: str
    eids: tuple[str, ...]
    missing: bool = False
    stated: bool = False
    """The letter says in which of two texts ("của dự thảo Quyết định")."""
    others: tuple[str, ...] = ()
    """The same path in the other text, where the letter does not say which."""


class Mentions:
    """Reads names of provisions against one draft."""

    def __init__(self, draft: Document) -> None:
        self.draft = draft
        self.own = Own(draft)
        self.amended = Amended(draft)
        self.annexes = Annexes(draft)
        homes = [one.eid for one in draft.provisions if one.type == "attached"]
        self.homes = [*homes, ""]
        """Where a bare "Điều 5" may stand, the likeliest first: an attached text, the decision."""

    def find(self, text: str, inside: str = "", home: str | None = None) -> list[Mention]:
        """Names in a stretch of a letter, in order.

        ``inside``: the provision it is known to be in; ``home``: the text that is spoken of.
        """
        mended = mend(text)
        key = comparison_key(mended)
        if home is None and not inside and 0 < (colon := key.find(":")) < _LABEL:
            home = self.text_named(text[:colon])
        held = quoted(text, 0, len(text))
        found = list(self._cited(mended, key, inside, held, home))
        found += self._short(text, found)
        found += self._annexed(mended, key, found)
        found += self._elsewhere(key, found)
        return sorted(found, key=lambda one: one.start)

    def text_named(self, heading: str) -> str | None:
        """The text that a heading names, where the draft has two: "Đối với Quy định kèm theo"."""
        if len(self.homes) != 2:
            return None
        found = _TEXT.fullmatch(comparison_key(heading).strip())
        if found is None:
            return None
        return self.homes[0] if found["rules"] else ""

    def _cited(
        self, mended: str, key: str, inside: str, held: list[tuple[int, int]], stated: str | None
    ) -> Iterator[Mention]:
        masked, tails = self._masked(mended, key)
        home = inside.split("__")[0] if inside.startswith("att_") else stated or ""
        local = inside.removeprefix(f"{home}__") if home else inside
        context = Context(kind="decision", where="attached", eid=local or None)
        lead = "tại "
        for citation in cite_passage(lead + masked, context):
            start, end = citation.start - len(lead), citation.end - len(lead)
            if start < 0 or any(a < start < b and key[a] != "(" for a, b in held):
                continue
            targets = [t for t in citation.targets if t.eid and (t.work.this or t.work.attached)]
            if not targets:
                continue
            tail = next((t for t in tails if t.start() <= end + 1 < t.end() + 1), None)
            main = stated == "" and not home
            yield self._mention(mended, (start, end), targets, tail, home, main=main)

    def _masked(self, mended: str, key: str) -> tuple[str, list[re.Match[str]]]:
        """The text without "của dự thảo Quyết định": it would be taken for another work."""
        out = "".join(
            letter if new != " " else new
            for letter, new in zip(mended, _silenced(key), strict=True)
        )
        tails = []
        for tail in _TAIL.finditer(key):
            plain = (
                not tail[0].strip().startswith(("của", "tại", "trong", "thuộc", "dự thảo", "bản"))
            )
            if (
                plain
                and not tail["more"]
                and mended[tail.end() - len(tail[0].lstrip(" ,"))].islower()
            ):
                continue
            if re.search(
                r"(?:điều|khoản|điểm|chương|mục|phụ lục) [\w.,]{1,6}$", key[: tail.start()]
            ):
                tails.append(tail)
                out = out[: tail.start()] + "." + " " * (len(tail[0]) - 1) + out[tail.end() :]
        return out, tails

    def _mention(
        self,
        text: str,
        span: tuple[int, int],
        targets: list[Target],
        tail: re.Match[str] | None,
        home: str,
        *,
        main: bool = False,
    ) -> Mention:
        homes = self.homes
        stated = tail is not None and len(self.homes) > 1
        if tail is not None and tail["main"] and "kèm" not in tail["more"]:
            homes = [""]
        elif tail is not None and (tail["rules"] or "kèm" in tail["more"]):
            homes = self.homes[:-1] or [""]
        elif main:
            homes = ["", *self.homes[:-1]]
        elif home:
            homes = [home, *(one for one in self.homes if one != home)]
        paths = [self._eids(targets, home) for home in homes]
        eids, missing = next((path for path in paths if path[0] and not path[1]), paths[0])
        others: tuple[str, ...] = ()
        if not stated:
            others = tuple(e for path in paths if path[0] != eids and not path[1] for e in path[0])
        changed = tuple(filter(None, (self.amended.find(t.eid or "") for t in targets)))
        if changed and (missing or not eids):
            eids, missing = tuple(dict.fromkeys(changed)), False
        elif changed and not stated:
            others += changed
        end = tail.end() if tail else span[1]
        return Mention(span[0], end, text[span[0] : end].strip(), eids, missing, stated, others)

    def _eids(self, targets: list[Target], home: str) -> tuple[tuple[str, ...], bool]:
        eids: list[str] = []
        missing = False
        for target in targets:
            eid, reason = self.own.find(target, home)
            if eid is None:
                missing = True
                outer = f"{home}__{target.eid}" if home else target.eid or ""
                while outer and outer not in self.draft.by_eid and reason != "ambiguous":
                    outer = outer.rpartition("__")[0]
                eid = outer if outer in self.draft.by_eid and outer != home else None
            if eid is not None:
                eids.append(eid)
        return tuple(dict.fromkeys(eids)), missing

    def _short(self, text: str, found: list[Mention]) -> Iterator[Mention]:
        """ "K2 Đ5", "Điều 5.2"."""
        for short in _ABBREVIATED.finditer(text):
            if any(one.start < short.end() and short.start() < one.end for one in found):
                continue
            article = short["art"] or short["a2"] or short["a3"]
            clause = short["k"] or short["k2"] or short["k3"]
            if short["art"] and not short["clause"] and not short[0][0].isupper():
                continue
            path = f"art_{article}" + (f"__para_{clause}" if clause else "")
            path += f"__point_{short['p2']}" if short["p2"] else ""
            for home in self.homes:
                eid = f"{home}__{path}" if home else path
                if eid in self.draft.by_eid:
                    yield Mention(short.start(), short.end(), short[0].strip(), (eid,))
                    break

    def _annexed(self, mended: str, key: str, found: list[Mention]) -> Iterator[Mention]:
        """ "Phụ lục" without a number, "Mẫu số 02"."""
        for start, end, eid in self.annexes.named(key):
            if not any(one.eids and one.start < end and start < one.end for one in found):
                yield Mention(start, end, mended[start:end], (eid,))

    def _elsewhere(self, key: str, found: list[Mention]) -> Iterator[Mention]:
        """Names by page or by what stands there; no provision can be read out of them."""
        taken = [(one.start, one.end) for one in found]
        for form in (_PAGE, _BARE, _SPOKEN):
            for page in form.finditer(key):
                if not any(a < page.end() and page.start() < b for a, b in taken):
                    taken.append(page.span())
                    yield Mention(
                        page.start(), page.end(), key[page.start() : page.end()].strip(), ()
                    )


def _silenced(key: str) -> str:
    return _ASKING.sub(lambda verb: " " * len(verb[0]), key)


def refers_elsewhere(text: str, mention: Mention) -> bool:
    """True for "cho phù hợp với Điều 5": the words lean on a provision, they speak of another."""
    return _ELSEWHERE.search(comparison_key(text[: mention.start])) is not None
