"""Minutes of a meeting: who said what."""

from __future__ import annotations

import re

from minhphap.crowd.letters.asks import cue
from minhphap.crowd.letters.clauses import Clauses
from minhphap.crowd.letters.drafts import Found
from minhphap.crowd.letters.form import is_closing, is_signature, opens_foot
from minhphap.crowd.letters.lines import LOOSE, Account, Line
from minhphap.crowd.letters.mend import mend
from minhphap.crowd.letters.names import STARTS
from minhphap.crowd.letters.prose import Prose

_PERSON = r"(?:ông|bà|anh|chị|cô|bác|ông/bà|đ/c|đồng chí|đại biểu|đại diện|cử tri|luật sư|kỹ sư|tiến sĩ|ts\.?|ths\.?|gs\.?|pgs\.?)"
_SPEAKER = re.compile(
    rf"(?:(?:ý kiến )?(?:phát biểu )?(?:của )?)?(?P<name>{_PERSON}\s+[^:?]{{1,140}}?)"
    r"(?:\s*(?:phát biểu|nêu|có ý kiến|cho rằng|đề nghị|hỏi|góp ý|tham gia|trao đổi)(?: như sau| ý kiến)?)?\s*:\s*",
    re.IGNORECASE,
)
_BODY_SPEAKS = re.compile(r"(?P<name>[^:?.;]{4,120}?)(?:\s*(?:phát biểu|nêu|có ý kiến|góp ý)(?: như sau)?)?\s*:\s*")
_CHAIR = re.compile(r"(?:kết luận|chủ trì|chủ tọa|kết thúc)(?!\w)")
_SECTION = re.compile(r"(?:thời gian|địa điểm|thành phần|chủ trì|chủ tọa|thư ký|nội dung|diễn biến|có mặt|vắng mặt|ý kiến)[^:]{0,80}:")


def is_minutes(lines: list[Line]) -> bool:
    """True for a record: it says so in its head, or several people speak in it."""
    if any(line.key.startswith("biên bản") for line in lines[:12]):
        return True
    return sum(_speaker(line) is not None for line in lines) >= 4


def read_minutes(text: str, lines: list[Line], clauses: Clauses, account: Account) -> list[Found]:
    """The passages of a record, each with its speaker."""
    found: list[Found] = []
    name = ""
    reader = Prose(text, clauses, account)
    foot = False
    for at, line in enumerate(lines):
        foot = foot and (is_signature(line) or line.table >= 0)
        if foot or (opens_foot(line) and all(is_signature(one) for one in lines[at + 1 :])):
            foot = True
            account.take(line.start, line.end)
            continue
        spoken = _speaker(line)
        if spoken is None and not name:
            _before(line, account, found, text, clauses)
            continue
        if spoken is not None:
            if not line.text[spoken.end() :].strip():
                name = _tidy(line.text[slice(*spoken.span("name"))])
                account.take(line.start, line.end)
                continue
            name = _tidy(line.text[slice(*spoken.span("name"))])
            start = line.body + spoken.end()
            account.take(line.start, start)
            found += _said(text, start, line.end, name, clauses, account)
        elif is_closing(line.key):
            account.take(line.start, line.end)
        elif _CHAIR.match(line.key):
            name = ""
        else:
            account.take(line.start, line.body)
            found += _said(text, line.body, line.end, name, clauses, account)
    found += reader.found
    return found


def _before(line: Line, account: Account, found: list[Found], text: str, clauses: Clauses) -> None:
    """What stands before the first speaker: time, place, those present."""
    if _SECTION.match(line.key) or line.key.endswith(":") or is_closing(line.key):
        account.take(line.start, line.end)
    elif line.level < LOOSE and not cue(mend(line.text)).speaks:
        account.take(line.start, line.end)


def _speaker(line: Line) -> re.Match[str] | None:
    named = _SPEAKER.match(line.text)
    if named:
        return named
    if STARTS.match(line.text) and line.level < LOOSE:
        body = _BODY_SPEAKS.match(line.text)
        if body and len(body["name"].split()) <= 14:
            return body
    return None


def _tidy(name: str) -> str:
    return " ".join(name.split()).strip(" ,;-–")


def _said(
    text: str, start: int, end: int, name: str, clauses: Clauses, account: Account
) -> list[Found]:
    """One turn: cut where it says several things; what asks nothing plainly is said all the same."""
    from minhphap.crowd.letters.segments import segments

    found: list[Found] = []
    account.take(start, end)
    for part in segments(text, start, end):
        if part.form:
            continue
        if part.cue.speaks or not found:
            found.append(Found(part.start, part.end, part.cue.ask, _no_topic(), part.cue.vague, name))
        else:
            found[-1].end = part.end
    return found


def _no_topic():  # placeholder
    from minhphap.crowd.letters.clauses import Topic

    return Topic()
