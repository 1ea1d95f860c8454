"""The provision of the draft that a passage speaks of, and why."""

from __future__ import annotations

import re

import msgspec

from minhphap.crowd.letters.defined import defines
from minhphap.crowd.letters.effect import effect_clause, speaks_of_effect
from minhphap.crowd.letters.guess import (
    LIKELY,
    by_heading,
    by_quote,
    chaptered,
    doubt,
    of_its_own,
    settled,
    shared,
    told,
)
from minhphap.crowd.letters.hits import (
    BACK,
    article,
    beside,
    best_clause,
    described,
    nested,
    opening,
    stands_out,
    unnamed,
)
from minhphap.crowd.letters.mend import mend
from minhphap.crowd.letters.mentions import Mention, Mentions, refers_elsewhere
from minhphap.crowd.letters.moved import Moved
from minhphap.crowd.letters.placing import Placed, Topic
from minhphap.crowd.letters.proof import PROOF, outweighed, proved_elsewhere
from minhphap.crowd.letters.values import DOUBT, GENERAL, UNCLEAR, Ask
from minhphap.crowd.letters.wholes import AGREED, FORM, PAPER, REST, WHOLE
from minhphap.crowd.letters.words import Hit, Words, phrases
from minhphap.findings import Labels
from minhphap.structure import Document
from minhphap.text import comparison_key

WITHIN = 0.6
"""Weight from which words point at one clause of an article that the letter names."""
_CLEAR = 1.35
"""… and how much better than the next clause it must answer."""
_SINGLE = 0.3
"""Weight from which single words do, where the next clause has not half of it."""
_EVEN = 1.1
"""Two provisions answer equally well up to this ratio."""
_SHORT = 60
"""Letters of a heading or a cell that names a subject: it counts as a label of the passage."""
_AGAIN = 0.3
"""Score from which a passage that nothing else places goes on with the provision before it."""
_NEAR = 0.5
"""Score from which a provision is named beside a passage that words alone do not place."""
_STANCE = re.compile(r"(?<!\w)(?:nhất trí|thống nhất|đồng ý|tán thành|ủng hộ|đồng tình)(?!\w)")


class Clauses:
    """Places passages in one draft; made once."""

    def __init__(self, draft: Document, earlier: Document | None = None) -> None:
        self.draft = draft
        self.moved = Moved(earlier, draft) if earlier else None
        self.words = Words(draft)
        self.effect = effect_clause(self.words)
        self.mentions = Mentions(draft)
        self.labels = Labels(draft)

    def label(self, eid: str) -> str:
        """The provision named as officials name it."""
        return self.labels(self.draft.by_eid.get(eid))

    def by_heading(self, text: str) -> str | None:
        """The article that a heading of a letter ("Về giá dịch vụ") speaks of."""
        return by_heading(self.words, text)

    def place(
        self,
        text: str,
        ask: Ask,
        topic: Topic | None = None,
        before: str = "",
        *,
        joined: bool = False,
    ) -> Placed:
        """The provision a passage speaks of.

        ``before``: that of the passage before it; ``joined``: both stand in one sentence.
        """
        topic = topic or Topic()
        defined = defines(self.draft, text)
        if defined and (not topic.eids or nested(defined, topic.eids[0])) and not topic.whole:
            topic = msgspec.structs.replace(topic, eids=(defined,))
        key = comparison_key(mend(text))
        if self.effect and not (topic.eids or topic.whole) and speaks_of_effect(key):
            topic = Topic((self.effect,))
        named = self._names(text, ask, topic)
        own = unnamed(text, named)
        if ask == "agree":
            own = _STANCE.sub(lambda word: " " * len(word[0]), comparison_key(own))
        bare = f"{own}\n{topic.text}"
        quote = by_quote(self.words, f"{text}\n{topic.text}")
        if REST.match(key):
            return Placed(GENERAL)
        first = next((one for one in named if one.eids), None)
        if first:
            return self._named(first, ask, bare, quote)
        if named and not quote and (back := self._back(key, before)):
            topic = Topic((back,), named[0].words)
        elif named:
            return self._unknown(named[0], bare, quote, topic)
        if topic.guessed and (other := outweighed(self.words, topic, own, ask)):
            return Placed(other, remark=f"Xếp theo lời văn: trùng với {self.label(other)}.")
        if topic.eids and topic.eids[0] not in self.words.parents:
            return self._in_chapter(topic, key, ask, bare, quote)
        if topic.eids and (quote or not (FORM.search(key) or PAPER.match(key))):
            near = bare
            if ask == "add":
                near = "" if of_its_own(key) else f"{opening(own)}\n{topic.text}"
            placed = self._within(topic.eids, near, quote)
            return msgspec.structs.replace(placed, named_as=topic.named_as)
        if not quote and (back := self._back(key, before)):
            return self._within((back,), "" if ask == "add" else bare, None)
        return self._by_words(key, ask, bare, quote, topic, before, joined)

    def _in_chapter(self, topic: Topic, key: str, ask: Ask, bare: str, quote: str | None) -> Placed:
        """Under the heading of a chapter: the article of it that the words point at."""
        inside = chaptered(self.draft, self.words, topic.eids[0])
        if quote in inside:
            return Placed(quote or "", topic.named_as)
        hits = self.words.find(bare, inside=inside)
        found = settled(hits, ask, key) if told(hits) else topic.eids[0]
        return Placed(found, topic.named_as)

    def _names(self, text: str, ask: Ask, topic: Topic) -> list[Mention]:
        """The names in a passage, the one that tells most exactly first."""
        inside = topic.eids[0] if topic.eids else ""
        named = self.mentions.find(text, inside, topic.home)
        if ask != "agree":
            named = [one for one in named if not refers_elsewhere(text, one)] or named
        first = next((one for one in named if one.eids), None)
        if first is None or len(first.eids) > 1:
            return named
        if any(not one.eids for one in named):
            again = self.mentions.find(text, first.eids[0], topic.home)
            named = [one for one in again if ask == "agree" or not refers_elsewhere(text, one)]
        for one in named:
            if len(one.eids) == 1 and one.eids[0].startswith(f"{first.eids[0]}__"):
                first = one
        return [first, *(one for one in named if one != first)]

    def _back(self, key: str, before: str) -> str | None:
        """The provision that "tại Điều này" points back at."""
        found = BACK.search(key)
        if not found or before not in self.draft.by_eid:
            return None
        return article(before) if found["level"] == "điều" else before

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
        elsewhere = proved_elsewhere(self.words, eids, ask, bare, quote, mention)
        if elsewhere:
            why = self._why(mention, elsewhere, quote == elsewhere)
            return Placed(elsewhere, mention.words, why)
        near = bare
        if ask == "add":
            near = beside(bare, mention) if mention.missing else described(bare, mention)
        placed = self._within(eids, near, quote)
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

    def _within(self, eids: tuple[str, ...], near: str, quote: str | None) -> Placed:
        """The named provision, or the one below it that the words ``near`` it point at."""
        eid, also = eids[0], eids[1:]
        if also:
            return Placed(eid, also=also)
        below = self.words.below(eid)
        if quote in below:
            return Placed(quote or eid)
        if not below or not near.strip():
            return Placed(eid)
        clauses = best_clause(self.words.find(near, inside=below))
        if not clauses:
            return Placed(eid)
        best = clauses[0]
        other = clauses[1].score if len(clauses) > 1 else 0.0
        clear = best.firm and best.weight >= WITHIN and best.score >= _CLEAR * other
        if not clear and best.weight >= WITHIN and (outer := shared(clauses)):
            return Placed(outer)
        single = not best.firm and best.weight >= _SINGLE and best.score >= 2 * other
        return Placed(best.eid if clear or single else eid)

    def _unknown(self, mention: Mention, bare: str, quote: str | None, topic: Topic) -> Placed:
        """The letter names a page, a passage, or a provision that the draft does not have."""
        hits = [] if quote else self.words.find(bare, inside=self._scope(topic))
        if hits and hits[0].weight >= LIKELY and stands_out(hits):
            eid = settled(hits, "amend")
        else:
            eid = quote or ""
        if eid:
            return Placed(eid, mention.words, self._why(mention, eid, bool(quote)))
        if topic.eids:
            return Placed(topic.eids[0], mention.words)
        return Placed(
            UNCLEAR, mention.words, f"Không rõ “{mention.words}” là điều, khoản nào của dự thảo."
        )

    def _by_words(
        self,
        key: str,
        ask: Ask,
        bare: str,
        quote: str | None,
        topic: Topic,
        before: str,
        joined: bool,
    ) -> Placed:
        """The letter names nothing: only the words can tell."""
        if quote and not FORM.search(key) and not topic.whole:
            return Placed(
                quote, remark=f"Xếp theo câu chữ trích dẫn, trùng với {self.label(quote)}."
            )
        if topic.whole or WHOLE.search(key) or (ask == "agree" and AGREED.search(key)):
            return Placed(GENERAL)
        if topic.text and "\n" not in topic.text and len(topic.text) < _SHORT:
            bare = f"{topic.text}: {bare}"
        hits = self.words.find(bare)
        if joined and before in self.draft.by_eid and (not hits or hits[0].weight < PROOF):
            return Placed(before, remark="Cùng câu với ý ngay trước.")
        if not told(hits):
            if any(hit.eid == before and hit.firm and hit.score >= _AGAIN for hit in hits[:4]):
                return Placed(before, remark="Thư không nêu điều, khoản; xếp theo ý ngay trước.")
            return Placed(GENERAL, remark=self._perhaps(hits))
        if not stands_out(hits) and any(
            hit.eid == before and hit.score >= hits[0].score / _EVEN for hit in hits
        ):
            home = article(before) if ask == "add" and of_its_own(key) else before
            return Placed(home, remark="Thư không nêu điều, khoản; xếp theo ý ngay trước.")
        said = phrases(bare, hits[0]) or [word for word in hits[0].words if word[0] != "#"]
        words = ", ".join(f"“{one}”" for one in said[:3])
        other = doubt(hits)
        also = f"; {DOUBT} {self.label(other)}" if other else ""
        return Placed(
            settled(hits, ask, key),
            remark=f"Thư không nêu điều, khoản; xếp theo lời văn ({words}){also}.",
        )

    def _perhaps(self, hits: list[Hit]) -> str:
        """The provision that a passage comes nearest to, where words do not suffice."""
        if not hits or not hits[0].firm or hits[0].score < _NEAR:
            return ""
        return f"Thư không nêu điều, khoản; {DOUBT} {self.label(hits[0].eid)}."

    def _best(self, bare: str, eids: tuple[str, ...]) -> Hit | None:
        inside = [one for eid in eids for one in (eid, *self.words.below(eid))]
        hits = self.words.find(bare, inside=inside)
        return hits[0] if hits else None

    def _scope(self, topic: Topic) -> list[str] | None:
        if not topic.eids:
            return None
        return [one for eid in topic.eids for one in (eid, *self.words.below(eid))]

    def _why(self, mention: Mention, eid: str, quote: bool) -> str:
        ground = "câu chữ trích dẫn" if quote else "lời văn"
        number = re.findall(r"\d+", mention.words)
        if not number or (not mention.eids and f"{number[-1]}" == eid.rpartition("_")[2]):
            said = f"Thư chỉ nói “{mention.words}”, không nêu điều"
            return f"{said}; {ground} trùng với {self.label(eid)}."
        return f"Thư ghi “{mention.words}”; {ground} trùng với {self.label(eid)}."
