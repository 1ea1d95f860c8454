"""Names and order of the provisions in the table, and the way back from a name."""

from __future__ import annotations

from minhphap.crowd.letters.mentions import Mentions
from minhphap.crowd.letters.values import GENERAL, UNCLEAR
from minhphap.findings import Labels
from minhphap.law import kind_named
from minhphap.structure import Document

_ATTACHED = " văn bản ban hành kèm theo"
_GENERAL = "Ý kiến chung"
_UNCLEAR = "Chưa rõ điều, khoản"


class TableLabels:
    """Made once for a draft."""

    def __init__(self, draft: Document) -> None:
        self._draft = draft
        self._labels = Labels(draft)
        self._order = {one.eid: at for at, one in enumerate(draft.walk())}
        self._mentions = Mentions(draft)
        attached = next((one for one in draft.provisions if one.type == "attached"), None)
        words = (attached.heading or "").split(" ")[:2] if attached else []
        self._attached = " ".join(words).capitalize() or "văn bản"

    def order(self, clause: str) -> int:
        """Draft order, then what is general, then what a person must place."""
        last = len(self._order)
        return self._order.get(clause, last + (clause == UNCLEAR))

    def label(self, clause: str) -> str:
        """The provision's name, its first letter large."""
        if clause in (GENERAL, UNCLEAR):
            return _GENERAL if clause == GENERAL else _UNCLEAR
        label = self._labels(self._draft.by_eid.get(clause)).removesuffix(_ATTACHED) or clause
        return label[0].upper() + label[1:]

    def heading(self, clause: str) -> str:
        """The heading of its article."""
        while clause:
            provision = self._draft.by_eid.get(clause)
            if provision is not None and provision.type == "article":
                return provision.heading or ""
            clause = clause.rpartition("__")[0]
        return ""

    def part(self, clause: str) -> str:
        """The great part of the table a clause belongs to."""
        if clause in (GENERAL, UNCLEAR):
            return _GENERAL if clause == GENERAL else f"Ý kiến {_UNCLEAR.lower()}"
        if clause.startswith("att_"):
            return f"Dự thảo {self._attached} ban hành kèm theo"
        return f"Dự thảo {kind_name(self._draft)}"

    def clause(self, label: str, part: str = "") -> str | None:
        """The clause that a person wrote into the first column; None where it cannot be told."""
        words = " ".join(label.split())
        low = words.lower()
        if low.startswith((_GENERAL.lower(), "chung")):
            return GENERAL
        if low.startswith(_UNCLEAR.lower()):
            return UNCLEAR
        found = next((one for one in self._mentions.find(words) if one.eids), None)
        if found is None:
            return None
        deciding = part == self.part("") and [e for e in found.others if not e.startswith("att_")]
        return deciding[0] if deciding else found.eids[0]


def kind_name(draft: Document) -> str:
    """What the draft is: "Quyết định"; "văn bản" where its head does not say."""
    kind = kind_named(draft.meta.kind) if draft.meta.kind else None
    return kind.name if kind else "văn bản"
