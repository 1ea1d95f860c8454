"""What a stretch of a letter asks: a change, an explanation, nothing because it agrees."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import msgspec

from minhphap.crowd.letters import ask_words as said
from minhphap.crowd.letters.mend import mend
from minhphap.crowd.letters.values import Ask
from minhphap.text import comparison_key

Strength = Literal["none", "remark", "stance", "ask"]
_NEAR = 12
"""Letters between "ghi rõ" and the verb that it explains."""


class Cue(msgspec.Struct, frozen=True):
    """What a stretch asks and by what: a verb or a question, a stance, a doubt, nothing."""

    ask: Ask
    strength: Strength
    vague: bool = False
    """Asked is only another look ("đề nghị xem lại")."""
    mild: bool = False
    """No verb of asking or change: a figure offered, "nên", "cần"."""

    @property
    def speaks(self) -> bool:
        """True when the stretch asks something or takes a stand by itself."""
        return self.strength in ("stance", "ask")


@lru_cache(maxsize=256)
def cue(mended: str) -> Cue:
    """What a stretch of a letter asks; ``mended`` as by :func:`~.mend.mend`.

    Kept for a while, since one stretch is asked about several times while it is read.
    """
    plain = said.QUOTE.sub(_blank, comparison_key(mended))
    asked = said.QUESTION.search(said.NONE.sub("", plain)) is not None
    direct = said.DIRECT.search(plain)
    change = _change(plain)
    explain = said.EXPLAIN.search(plain)
    if change is not None and direct and explain and _explains(change[0], direct, explain):
        return Cue("question", "ask")
    if change is not None and (direct or not asked):
        at, ask = change
        if ask == "agree" or (not direct and (_agrees(plain, at) or said.PRAISE.search(plain))):
            return Cue("agree", "stance")
        return Cue(ask, "ask", said.VAGUE.search(plain) is not None)
    if asked or (explain and (direct or said.OPENS.search(plain[: explain.start()]))):
        return Cue("question", "ask")
    if said.KEEP.search(plain):
        if said.AS_NOW.search(plain):
            return Cue("amend", "ask")
        return Cue("agree", "stance")
    if direct or said.CLEAR.search(plain) or said.REFUSE.search(plain):
        return Cue("amend", "ask")
    amount = said.AMOUNT.search(plain) or said.ENOUGH.search(plain)
    if _agrees(plain, amount.start() if amount else len(plain)):
        return Cue("agree", "stance")
    if said.HAVE.search(plain):
        return Cue("add", "ask", mild=True)
    if amount or said.WISH.search(plain):
        return Cue("amend", "ask", mild=True)
    return Cue("general", "remark" if said.REMARK.search(plain) else "none")


def implied(text: str) -> Ask:
    """What a remark on a provision asks without saying so: it finds something wrong or missing."""
    mended = mend(text)
    key = comparison_key(mended)
    if cue(mended).strength != "remark" and not said.FAULT.search(key):
        return "general"
    return "add" if said.MISSING.search(key) else "amend"


def _explains(at: int, direct: re.Match[str], explain: re.Match[str]) -> bool:
    """True where what is asked for is a reason: "Khoản 3 bãi bỏ Điều 10, đề nghị thuyết minh …"."""
    return direct.end() <= explain.start() and (at < direct.start() or at == explain.start())


def _blank(quote: re.Match[str]) -> str:
    """Quoted words say what the wording is, not what is asked; the length is kept."""
    return "“" + "_" * (len(quote[0]) - 2) + "”"


def _change(plain: str) -> tuple[int, Ask] | None:
    """The first verb of change that is wanted, and its place: after a word of asking, or first.

    A change that is *not* wanted ("đề nghị không giảm") comes back as agreement.
    """
    reference = said.REFERENCE.match(plain)
    head = reference.end() if reference else 0
    first: tuple[int, Ask] | None = None
    for ask, form in said.CHANGES:
        for found in form.finditer(plain):
            if first is not None and found.start() >= first[0]:
                break
            if not _wanted(plain, head, found.start()):
                continue
            if said.NEGATED.search(plain[: found.start()]):
                ask = "agree"
            elif ask == "delete" and (
                said.REPLACED.search(plain, found.end())
                or said.CLEAR.search(plain[max(0, found.start() - _NEAR) : found.start()])
            ):
                ask = "amend"
            first = (found.start(), ask)
            break
    return first


def _wanted(plain: str, head: int, at: int) -> bool:
    if at == head or said.STARTS.search(plain[:at]):
        return True
    since = max(plain.rfind(mark, 0, at) for mark in ".;!?") + 1
    if said.DIRECT.search(plain, since, at):
        return True
    near = plain[max(since, at - 40) : at]
    return said.MODAL.search(near) is not None or said.NEGATED.search(near) is not None


def _agrees(plain: str, before: int) -> bool:
    """True when agreement is said, and said before any figure or change that is wanted."""
    if said.SILENT.search(plain) or said.PRAISED.search(plain, 0, before):
        return True
    found = said.AGREE.finditer(plain, 0, before)
    return any(not said.NOT_AGREE.search(plain[: one.start()]) for one in found)
