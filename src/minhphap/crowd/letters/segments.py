"""A paragraph cut into things said: each whole, none twice."""

from __future__ import annotations

import re

import msgspec

from minhphap.crowd.letters.asks import Cue, cue
from minhphap.crowd.letters.form import announces, is_closing, is_courtesy
from minhphap.crowd.letters.lexicon import lexicon
from minhphap.crowd.letters.mend import mend
from minhphap.crowd.letters.sentences import joints, sentences
from minhphap.text import comparison_key

_CONNECTOR = re.compile(
    r"(?:về cụ thể|cụ thể là|cụ thể|ngoài ra|đồng thời|bên cạnh đó|mặt khác)\s*[,:]\s*"
)
_CONTRAST = re.compile(r"nhưng|tuy nhiên|tuy vậy|song|có điều")
_ANAPHORA = re.compile(
    r"(?:đề nghị|kiến nghị|do đó|vì vậy|vì thế|do vậy|bởi vậy|như vậy|theo đó|từ đó|cụ thể|lý do"
    r"|vì|nguyên nhân|mong)(?!\w)"
)
_OWN = re.compile(r"(?<!\w)(?:điều|khoản|điểm|phụ lục|chương) [\da-zđ]{1,4}(?!\w)")
_NEW = re.compile(
    r"(?:đồng thời|ngoài ra|bên cạnh đó|mặt khác|chúng tôi cũng|còn|riêng|thứ (?:nhất|hai|ba"
    r"|tư))(?!\w)"
)


class Segment(msgspec.Struct, frozen=True):
    """A stretch that says one thing; ``form``: courtesy, an announcement, a connector."""

    start: int
    end: int
    cue: Cue
    form: bool = False


def segments(text: str, start: int, end: int) -> list[Segment]:
    """The things said in ``text[start:end]``, in order; what joins them lies between them."""
    mended = mend(text[start:end])
    key = comparison_key(mended)
    parts: list[Segment] = []
    for a, b in sentences(mended, 0, len(mended)):
        parts += _cut(mended, key, a, b)
    joined = _joined(key, parts)
    return [Segment(one.start + start, one.end + start, one.cue, one.form) for one in joined]


def _cut(mended: str, key: str, start: int, end: int) -> list[Segment]:
    """One sentence, cut where two parts of it each say something of their own."""
    connector = _CONNECTOR.match(key, start)
    if connector:
        start = connector.end()
    cuts: list[tuple[int, int]] = []
    at = start
    for a, b in joints(mended, start, end):
        left, right = cue(mended[at:a]), cue(mended[b:end])
        if left.strength == "stance" and right.strength != "none" and _CONTRAST.search(key, a, b):
            cuts.append((a, b))
            at = b
            continue
        if not right.speaks or _announcing(key[b:end]):
            if left.strength == "stance" and _announcing(key[b:end]):
                cuts.append((a, b))
                at = b
            continue
        if left.speaks and _telling(key[at:a]) and _telling(key[b:end]):
            if mended[a] == ";" and (left.mild or not _begins_asking(mended[b:end], key[b:end])):
                continue
            cuts.append((a, b))
            at = b
    parts = []
    at = start
    for a, b in [*cuts, (end, end)]:
        if at < a:
            parts.append(_segment(mended, key, at, _with_stop(mended, a)))
        at = b
    return parts


def _with_stop(mended: str, at: int) -> int:
    return at + 1 if at < len(mended) and mended[at] in ";" else at


def _segment(mended: str, key: str, start: int, end: int) -> Segment:
    words = mended[start:end].strip()
    form = _announcing(key[start:end].strip()) or is_closing(words) or is_courtesy(words)
    return Segment(start, end, cue(mended[start:end]), form)


def _announcing(words: str) -> bool:
    return announces(words)


def _begins_asking(mended: str, key: str) -> bool:
    """True when a part after ";" begins with a verb of asking or names a provision first."""
    head = " ".join(mended.strip(" -–+•").split()[:4])
    return cue(head).strength in ("ask", "stance") or _OWN.match(key) is not None


def _telling(words: str) -> bool:
    """True when a stretch has words of its own besides those of asking."""
    return len(_own_words(words)) >= 2


def _own_words(words: str) -> list[str]:
    common, silent = lexicon().common, lexicon().silent
    tokens = re.findall(r"\w+", words)
    quiet = set()
    for at in range(len(tokens) - 1):
        if f"{tokens[at]} {tokens[at + 1]}" in silent:
            quiet |= {at, at + 1}
    return [t for at, t in enumerate(tokens) if t not in common and at not in quiet]


def _joined(key: str, parts: list[Segment]) -> list[Segment]:
    """Statements go to what they support; "Đề nghị làm rõ." to what it asks about."""
    joined: list[Segment] = []
    waiting: Segment | None = None
    for part in parts:
        if part.form:
            if waiting:
                joined.append(waiting)
                waiting = None
            joined.append(part)
            continue
        last = joined[-1] if joined and not joined[-1].form else None
        words = key[part.start : part.end]
        if part.cue.speaks:
            bare = len(_own_words(words)) < 2 and not _OWN.search(words)
            if waiting:
                joined.append(Segment(waiting.start, part.end, part.cue))
                waiting = None
            elif last and bare and part.cue.strength == "ask":
                ask = last.cue if last.cue.strength == "ask" else part.cue
                joined[-1] = Segment(last.start, part.end, ask)
            elif last and _follows(words):
                joined[-1] = Segment(last.start, part.end, last.cue)
            else:
                joined.append(part)
        elif last and last.cue.strength == "stance" and _CONTRAST.match(words):
            waiting = (
                part
                if part.cue.strength == "remark"
                else Segment(part.start, part.end, Cue("general", "remark"))
            )
        elif last and not _NEW.match(words) and waiting is None:
            joined[-1] = Segment(last.start, part.end, last.cue)
        elif waiting:
            stronger = part.cue if part.cue.strength == "remark" else waiting.cue
            waiting = Segment(waiting.start, part.end, stronger)
        else:
            waiting = part
    if waiting:
        joined.append(waiting)
    return joined


def _follows(words: str) -> bool:
    return words.startswith(("cụ thể", "theo đó", "như vậy", "tức là", "nghĩa là"))
