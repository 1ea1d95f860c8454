"""The provision of the draft that a passage speaks of, and why."""

from __future__ import annotations

import re

import msgspec

from minhphap.crowd.letters.hits import (
    MARGIN,
    akin,
    article,
    beside,
    best_clause,
    rival,
    sentence_of,
    stands_out,
    unnamed,
)
from minhphap.crowd.letters.mentions import Mention, Mentions, refers_elsewhere
from minhphap.crowd.letters.moved import Moved
from minhphap.crowd.letters.sentences import quoted
from minhphap.crowd.letters.values import GENERAL, UNCLEAR, Ask
from minhphap.crowd.letters.words import Hit, Words
from minhphap.findings import Labels
from minhphap.structure import Document
from minhphap.text import comparison_key

PROOF = 2.0
"""Weight from which words prove that the number in a letter is wrong."""
WITHIN = 0.6
"""Weight from which words point at one clause of an article that the letter names."""
LIKELY = 0.9
"""Weight from which words place a passage that names no provision."""
TIED = 1.1
"""… and from which the best of several is taken, the next one named beside it."""
_CLEAR = 1.5
"""… within an article that the letter names."""
_EVEN = 1.1
"""Two provisions answer equally well up to this ratio."""
_WHOLE = re.compile(
    r"(?<!\w)(?:toàn bộ (?:nội dung |các nội dung )?(?:của )?dự thảo"
    r"|(?<!như )(?<!theo )(?<!sao )(?<!trong )(?<!tại )dự thảo(?: (?:quyết định|nghị quyết"
    r"|quy định|quy chế|văn bản))?(?= (?:này |mới |còn |chưa |chỉ |đã |cần |thiếu |quá |rất )"
    r"|[,.;]|$)"
    r"|(?:cơ quan|ban|đơn vị) (?:soạn thảo|chủ trì)[^,.;]{0,20} (?:tổ chức|khảo sát|đánh giá"
    r"|tổng hợp|đăng|công khai|báo cáo)"
    r"|bố cục|thể thức|kỹ thuật trình bày|các nội dung (?:khác|còn lại)|các điều (?:khác"
    r"|khoản khác|còn lại)"
    r"|những nội dung (?:khác|còn lại)|nội dung (?:khác|còn lại)|tờ trình|bảng (?:tổng hợp"
    r"|tiếp thu)|tiếp thu, giải trình|đánh giá tác động(?! môi trường)"
    r"|(?:gửi|trình|trước khi) thẩm định|lỗi chính tả"
    r"|hồ sơ trình (?:hội đồng|hđnd|ubnd|ủy ban|chính phủ)|tên gọi|căn cứ ban hành"
    r"|sự cần thiết)(?!\w)"
)
_FORM = re.compile(
    r"(?<!\w)(?:lỗi chính tả|kỹ thuật (?:trình bày|soạn thảo)|thể thức"
    r"|toàn bộ (?:nội dung )?(?:của )?dự thảo"
    r"|toàn văn(?: bản)? dự thảo)(?!\w)"
)
"""What is said of a whole draft, also under the heading of one article."""
_REST = re.compile(
    r"(?:ngoài (?:ra|các nội dung (?:nêu )?trên),? )?(?:đối với |về |với )?(?:các"
    r"|những) (?:nội dung|điều|điều khoản|phần|quy định) (?:khác|còn lại|chưa nêu|không nêu)(?!\w)"
)
"""How a sentence begins that speaks of all the rest."""
_WANTED = re.compile(
    r"(?:thành|bằng|như sau|ghi là|viết là|lại là|bổ sung(?: thêm)?|thêm)\W*(?:cụm từ|từ|nội dung"
    r"|câu)?\W*$"
)
"""Before quotation marks: the words are those wanted, not those of the draft."""
_STANCE = re.compile(r"(?<!\w)(?:nhất trí|thống nhất|đồng ý|tán thành|ủng hộ|đồng tình)(?!\w)")


class Topic(msgspec.Struct, frozen=True):
    """What a heading or a table's first column says the following passages are about."""

    eids: tuple[str, ...] = ()
    named_as: str = ""
    whole: bool = False
    """The heading speaks of the draft as a whole."""
    text: str = ""
    """Words beside the comment that help to find the provision (the quoted draft)."""
    home: str | None = None
    """The text that a heading names: the eid of an attached one, "" for the main one."""


class Placed(msgspec.Struct, frozen=True):
    """Where a passage belongs."""

    clause: str
    named_as: str = ""
    remark: str = ""
    also: tuple[str, ...] = ()


class Clauses:
    """Places passages in one draft; made once."""

    def __init__(self, draft: Document, earlier: Document | None = None) -> None:
        self.draft = draft
        self.moved = Moved(earlier, draft) if earlier else None
        self.words = Words(draft)
        self.mentions = Mentions(draft)
        self.labels = Labels(draft)

    def label(self, eid: str) -> str:
        """The provision named as officials name it."""
        return self.labels(self.draft.by_eid.get(eid))

    def place(self, text: str, ask: Ask, topic: Topic | None = None, before: str = "") -> Placed:
        """The provision a passage speaks of; ``before``: that of the passage before it."""
        topic = topic or Topic()
        inside = topic.eids[0] if topic.eids else ""
        named = self.mentions.find(text, inside, topic.home)
        if ask != "agree":
            named = [one for one in named if not refers_elsewhere(text, one)] or named
        known = [one for one in named if one.eids]
        own = unnamed(text, named)
        if ask == "agree":
            own = _STANCE.sub(lambda word: " " * len(word[0]), comparison_key(own))
        bare = f"{own}\n{topic.text}"
        quote = self._by_quote(f"{text}\n{topic.text}")
        if _REST.match(comparison_key(text)):
            return Placed(GENERAL)
        if known:
            return self._named(known[0], ask, bare, quote)
        if named:
            return self._unknown(named[0], bare, quote, topic)
        if topic.eids and not (_FORM.search(comparison_key(text)) and not quote):
            placed = self._within(topic.eids, ask, bare, quote)
            return msgspec.structs.replace(placed, named_as=topic.named_as)
        return self._by_words(text, bare, quote, topic, before)

    def _named(self, mention: Mention, ask: Ask, bare: str, quote: str | None) -> Placed:
        """The letter names a provision that the draft has (or whose article it has)."""
        eids = mention.eids
        if mention.others and not mention.stated:
            eids = self._which(mention, bare)
        earlier = self.moved.place(mention, bare, self._best(bare, eids)) if self.moved else None
        if earlier:
            now = self.label(earlier)
            why = f"Thư ghi “{mention.words}” theo số của bản dự thảo trước; nay là {now}."
            return Placed(earlier, mention.words, why)
        elsewhere = self._proved_elsewhere(eids, ask, bare, quote, mention)
        if elsewhere:
            why = self._why(mention, elsewhere, quote == elsewhere)
            return Placed(elsewhere, mention.words, why)
        placed = self._within(eids, ask, bare, quote)
        remark = ""
        if mention.missing:
            remark = (
                f"Thư ghi “{mention.words}”; dự thảo không có, xếp vào {self.label(placed.clause)}."
            )
            if ask == "add":
                remark = f"Thư đề nghị thêm “{mention.words}”."
        return msgspec.structs.replace(placed, named_as=mention.words, remark=remark)

    def _which(self, mention: Mention, bare: str) -> tuple[str, ...]:
        """Two texts have the same article: the one whose words agree; else the likelier one."""
        ours = self._best(bare, mention.eids)
        theirs = self._best(bare, mention.others)
        if theirs and theirs.weight > LIKELY and (not ours or theirs.score > 2 * ours.score):
            return (theirs.eid,)
        return mention.eids

    def _within(self, eids: tuple[str, ...], ask: Ask, bare: str, quote: str | None) -> Placed:
        """The named provision, or the one below it that the words point at."""
        eid, also = eids[0], eids[1:]
        if also:
            return Placed(eid, also=also)
        below = self._below(eid)
        if quote in below:
            return Placed(quote or eid)
        if not below or ask == "add":
            return Placed(eid)
        hits = self.words.find(bare, inside=below)
        clauses = best_clause(hits)
        best = clauses[0] if clauses and clauses[0].firm else None
        clear = len(clauses) < 2 or clauses[0].score >= _CLEAR * clauses[1].score
        return Placed(best.eid if best and clear and best.weight >= WITHIN else eid)

    def _proved_elsewhere(
        self, eids: tuple[str, ...], ask: Ask, bare: str, quote: str | None, mention: Mention
    ) -> str | None:
        """Another provision, where the words prove that the number in the letter is wrong."""
        family = {
            eid for named in eids for eid in (named, *self._below(named), *self._above(named))
        }
        if quote and quote not in family:
            return quote
        near = beside if ask in ("add", "question") else sentence_of
        hits = self.words.find(near(bare, mention))
        if not hits or hits[0].eid in family:
            return None
        best = hits[0]
        own = max((hit.score for hit in hits if hit.eid in family), default=0.0)
        rival = next((h.score for h in hits[1:] if not akin(h.eid, best.eid)), 0.0)
        if best.weight >= PROOF and own <= 0.2 * best.score and rival <= best.score / MARGIN:
            return self._settled(hits)
        return None

    def _unknown(self, mention: Mention, bare: str, quote: str | None, topic: Topic) -> Placed:
        """The letter names a page, a passage, or a provision that the draft does not have."""
        if quote:
            return Placed(quote, mention.words, self._why(mention, quote, True))
        hits = self.words.find(bare, inside=self._scope(topic))
        if hits and hits[0].weight >= LIKELY and stands_out(hits):
            eid = self._settled(hits)
            return Placed(eid, mention.words, self._why(mention, eid, False, hits[0]))
        if topic.eids:
            return Placed(topic.eids[0], mention.words)
        return Placed(
            UNCLEAR, mention.words, f"Không rõ “{mention.words}” là điều, khoản nào của dự thảo."
        )

    def _by_words(
        self, text: str, bare: str, quote: str | None, topic: Topic, before: str
    ) -> Placed:
        """The letter names nothing: only the words can tell."""
        if quote:
            return Placed(
                quote, remark=f"Xếp theo câu chữ trích dẫn, trùng với {self.label(quote)}."
            )
        if topic.whole or _WHOLE.search(comparison_key(text)):
            return Placed(GENERAL)
        hits = self.words.find(bare)
        if not hits or hits[0].weight < LIKELY:
            return Placed(GENERAL)
        if not stands_out(hits) and any(
            hit.eid == before and hit.score >= hits[0].score / _EVEN for hit in hits
        ):
            return Placed(before, remark="Thư không nêu điều, khoản; xếp theo ý ngay trước.")
        if stands_out(hits) or hits[0].weight >= TIED:
            eid = self._settled(hits)
            told = ", ".join(f"“{w}”" for w in hits[0].words[:3] if w[0] != "#")
            also = "" if stands_out(hits) else f"; cũng có thể là {self.label(rival(hits).eid)}"
            return Placed(
                eid, remark=f"Thư không nêu điều, khoản; xếp theo lời văn ({told}){also}."
            )
        return Placed(GENERAL)

    def by_heading(self, text: str) -> str | None:
        """The article that a heading of a letter ("Về giá dịch vụ") speaks of."""
        hits = self.words.find(text)
        if hits and hits[0].weight >= LIKELY and hits[0].share >= 0.6 and stands_out(hits):
            return article(hits[0].eid)
        return None

    def _settled(self, hits: list[Hit]) -> str:
        """The best provision, or its article when two clauses of it answer equally well."""
        best = hits[0]
        for other in hits[1:4]:
            if other.score * MARGIN > best.score and akin(other.eid, best.eid):
                if best.eid.startswith(f"{other.eid}__"):
                    return best.eid
                if other.eid.startswith(f"{best.eid}__"):
                    return other.eid
        return best.eid

    def _best(self, bare: str, eids: tuple[str, ...]) -> Hit | None:
        inside = [one for eid in eids for one in (eid, *self._below(eid))]
        hits = self.words.find(bare, inside=inside)
        return hits[0] if hits else None

    def _by_quote(self, text: str) -> str | None:
        """The one provision whose text holds the words that the letter puts in quotation marks."""
        for start, end in quoted(text, 0, len(text)):
            words = text[start + 1 : end - 1].strip(" .;,…")
            wanted = _WANTED.search(comparison_key(text[max(0, start - 40) : start]))
            if text[start] == "(" or len(words.split()) < 2 or wanted:
                continue
            holding = self.words.holds(words)
            innermost = [
                eid for eid in holding if not any(o.startswith(f"{eid}__") for o in holding)
            ]
            if len(innermost) == 1:
                return innermost[0]
        return None

    def _below(self, eid: str) -> list[str]:
        return [one for one, _ in self.words.units if one.startswith(f"{eid}__")]

    def _above(self, eid: str) -> list[str]:
        above = []
        while parent := self.words.parents.get(eid, ""):
            above.append(parent)
            eid = parent
        return above

    def _scope(self, topic: Topic) -> list[str] | None:
        if not topic.eids:
            return None
        return [one for eid in topic.eids for one in (eid, *self._below(eid))]

    def _why(self, mention: Mention, eid: str, quote: bool, hit: Hit | None = None) -> str:
        hit = hit or next((h for h in self.words.find(mention.words) if h.eid == eid), None)
        ground = "câu chữ trích dẫn" if quote else "lời văn"
        return f"Thư ghi “{mention.words}”; {ground} trùng với {self.label(eid)}."
