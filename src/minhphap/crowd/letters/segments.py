"""A paragraph cut into things said: each whole, none twice."""

from __future__ import annotations

import re

import msgspec

from minhphap.crowd.letters.ask_words import DIRECT, EXPLAIN
from minhphap.crowd.letters.asks import Cue, cue
from minhphap.crowd.letters.form import announces, is_closing, is_courtesy
from minhphap.crowd.letters.lexicon import lexicon
from minhphap.crowd.letters.mend import mend
from minhphap.crowd.letters.names import STARTS
from minhphap.crowd.letters.sentences import joints, sentences
from minhphap.text import comparison_key

_CONNECTOR = re.compile(
    r"(?:về cụ thể|cụ thể là|cụ thể|ngoài ra|đồng thời|bên cạnh đó|mặt khác)\s*[,:]\s*"
)
_CONTRAST = re.compile(r"nhưng|tuy nhiên|tuy vậy|song|có điều")
_OWN = re.compile(r"(?<!\w)(?:điều|khoản|điểm|phụ lục|chương) [\da-zđ]{1,4}(?!\w)")
_NEW = re.compile(
    r"(?:đồng thời|ngoài ra|bên cạnh đó|mặt khác|chúng tôi cũng|còn|riêng|thứ (?:nhất|hai|ba"
    r"|tư))(?!\w)"
)


_SAYS = re.compile(
    r"[^.;:?!]{4,160}? (?:có ý kiến|góp ý|tham gia|phát biểu)[^.;:?!]{0,30}:\s+(?=\S)"
)
_ANSWERING = re.compile(r"(?:phúc đáp|trả lời|thực hiện|căn cứ|theo|tiếp theo)\s")
_ASKED = re.compile(r"(?<!\w)(?:đề nghị|kiến nghị|nên|cần|xin|phải)(?!\w)")
_DEPENDS = re.compile(
    r"(?:nếu|khi|trường hợp|vì|do|để|trong đó|theo đó|nhất là|đặc biệt|cụ thể|nhằm|tránh|như"
    r"|bởi|trong khi|mà)(?!\w)"
)
_SUBJECT = 3
"""Words of a subject of its own."""
_BRIEF = 6
"""Words of an ask that belongs to the question before it: "Đề nghị nêu tiêu chí."."""
_FORMULA = 400
"""Letters that "Phúc đáp Công văn số …," takes at most."""
_BACK = re.compile(r"(?<!\w)(?:này|đó|trên|nêu trên|vừa nêu)[ .;!]*$")
"""A sentence that ends so speaks of what stands before it: "Kiến nghị bỏ giới hạn này."."""


class Segment(msgspec.Struct, frozen=True):
    """A stretch that says one thing; ``form``: courtesy, an announcement, a connector."""

    start: int
    end: int
    cue: Cue
    form: bool = False
    apart: bool = False
    """Cut off from what stands before it in its sentence: it never goes back."""


def segments(text: str, start: int, end: int) -> list[Segment]:
    """The things said in ``text[start:end]``, in order; what joins them lies between them."""
    mended = mend(text[start:end])
    key = comparison_key(mended)
    parts: list[Segment] = []
    opened = _opened(mended, key)
    if opened:
        parts.append(Segment(0, opened, Cue("general", "none"), form=True))
    for a, b in sentences(mended, opened, len(mended)):
        parts += _cut(mended, key, a, b)
    joined = _joined(key, parts)
    return [
        msgspec.structs.replace(one, start=one.start + start, end=one.end + start) for one in joined
    ]


def _opened(mended: str, key: str) -> int:
    """The end of a formula that opens a paragraph and goes on in its sentence."""
    said = _SAYS.match(key)
    if said and cue(mended[: said.end()]).strength == "none":
        return said.end()
    answering = _ANSWERING.match(key)
    if answering:
        for comma in re.finditer(r",\s+", key[:_FORMULA]):
            if STARTS.match(mended, comma.end()):
                return comma.end()
    return 0


def _cut(mended: str, key: str, start: int, end: int) -> list[Segment]:
    """One sentence, cut where two parts of it each say something of their own."""
    connector = _CONNECTOR.match(key, start)
    if connector:
        start = connector.end()
    cuts: list[tuple[int, int]] = []
    at = start
    for a, b in joints(mended, start, end):
        left, right = cue(mended[at:a]), cue(mended[b:end])
        if mended[a] not in ";" and not _CONTRAST.search(key, a, b) and not _NEW.search(key, a, b):
            announcing = _announcing(key[b:end])
            if left.strength == "stance" and (announcing or right.strength == "ask"):
                cuts.append((a, b))
                at = b
            continue
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
            weak = left.mild or not _begins_asking(mended[b:end], key[b:end])
            weak = weak and not _of_its_own(key[b:end])
            if mended[a] == ";" and weak and not _NEW.search(key, a, b):
                continue
            cuts.append((a, b))
            at = b
    parts = []
    at = start
    for a, b in [*cuts, (end, end)]:
        if at < a:
            part = _segment(mended, key, at, _with_stop(mended, a))
            parts.append(msgspec.structs.replace(part, apart=at > start))
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


def _of_its_own(words: str) -> bool:
    """True for a part that names its subject before it asks: "…; mật độ lồng bè đề nghị …"."""
    asked = _ASKED.search(words)
    if asked is None or _DEPENDS.match(words):
        return False
    return len(_own_words(words[: asked.start()])) >= _SUBJECT


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
    """A statement in front of the ask that it supports."""
    for part in parts:
        words = key[part.start : part.end]
        last = joined[-1] if joined and not joined[-1].form else None
        if part.form:
            joined += [waiting, part] if waiting else [part]
            waiting = None
        elif part.cue.speaks and waiting:
            joined.append(_with(waiting, part, part.cue))
            waiting = None
        elif part.cue.speaks:
            if last and _adds_nothing(part, words, last):
                asks = last.cue if last.cue.strength == "ask" else part.cue
                joined[-1] = _with(last, part, asks)
            else:
                joined.append(part)
        elif waiting:
            remark = part.cue.strength == "remark"
            waiting = _with(waiting, part, part.cue if remark else waiting.cue)
        elif last and last.cue.strength == "stance" and (part.apart or _CONTRAST.match(words)):
            waiting = msgspec.structs.replace(part, cue=Cue("general", "remark"))
        elif last and not _NEW.match(words):
            joined[-1] = _with(last, part, last.cue)
        else:
            waiting = part
    return [*joined, waiting] if waiting else joined


def _with(one: Segment, other: Segment, cue: Cue) -> Segment:
    """Two stretches as one."""
    return msgspec.structs.replace(one, end=other.end, cue=cue)


def _adds_nothing(part: Segment, words: str, last: Segment) -> bool:
    """True for "Đề nghị làm rõ." and for "Cụ thể: …": they go with the sentence before."""
    if words.startswith(("cụ thể", "theo đó", "như vậy", "tức là", "nghĩa là")):
        return True
    asked = last.cue.ask == "question" and len(words.split()) <= _BRIEF
    if asked and DIRECT.search(words) and not _OWN.search(words) and not re.search(r"\d", words):
        return True
    own, back = _own_words(EXPLAIN.sub("", words)), _BACK.search(words) is not None
    bare = len(own) < (4 if back else 2) and not _OWN.search(words)
    return bare and part.cue.strength == "ask"
