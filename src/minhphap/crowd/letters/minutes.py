"""Minutes of a meeting: who said what."""

from __future__ import annotations

import re

from minhphap.crowd.letters.asks import cue
from minhphap.crowd.letters.drafts import Found
from minhphap.crowd.letters.form import is_closing, is_signature, opens_foot
from minhphap.crowd.letters.lines import LOOSE, Account, Line
from minhphap.crowd.letters.mend import mend
from minhphap.crowd.letters.names import STARTS
from minhphap.crowd.letters.placing import Topic
from minhphap.crowd.letters.segments import segments

_PERSON = (
    r"(?:ông|bà|anh|chị|cô|chú|bác|cụ|dì|cậu|mợ|thầy|già làng|linh mục|mục sư|hòa thượng"
    r"|ông/bà|đ/c|đồng chí|đại biểu|đại diện|cử tri|luật sư|kỹ sư"
    r"|tiến sĩ|ts\.?|ths\.?|gs\.?|pgs\.?)"
)
_SPEAKER = re.compile(
    rf"(?:(?:ý kiến )?(?:phát biểu )?(?:của )?)?(?P<name>{_PERSON}\s+[^:?]{{1,140}}?)"
    r"(?:\s*(?:phát biểu|nêu|có ý kiến|cho rằng|đề nghị|hỏi|góp ý|tham gia|trao đổi)(?: như sau"
    r"| ý kiến)?)?"
    r"\s*:\s*",
    re.IGNORECASE,
)
_BODY_SPEAKS = re.compile(
    r"(?P<name>[^:?.;]{4,120}?)(?:\s*(?:phát biểu|nêu|có ý kiến|góp ý)(?: như sau)?)?\s*:\s*"
)
_CHAIR = re.compile(
    r"(?:\*\s*)?(?:kết luận|chủ (?:trì|tọa) (?:kết luận|phát biểu|tiếp thu)|ý kiến kết luận)(?!\w)"
)
_BEFORE = re.compile(
    r"(?:thời gian|địa điểm|thành phần|chủ trì|chủ tọa|thư ký|nội dung|diễn biến|có mặt|vắng mặt"
    r"|hôm nay|vào hồi|hồi \d|ý kiến|phần)(?!\w)"
)


def is_minutes(lines: list[Line]) -> bool:
    """True for a record: it says so in its head, or several people speak in it."""
    if any(line.key.startswith("biên bản") for line in lines[:12]):
        return True
    return sum(_speaker(line) is not None for line in lines) >= 4


def read_minutes(text: str, lines: list[Line], account: Account) -> list[Found]:
    """The passages of a record, each with its speaker.

    What the chair concludes is no comment; it stays unaccounted, for a person to look at.
    """
    found: list[Found] = []
    name = ""
    foot = False
    for at, line in enumerate(lines):
        foot = foot or (opens_foot(line) and all(map(_signs, lines[at + 1 :])))
        spoken = None if foot else _speaker(line)
        if foot or (not spoken and is_closing(line.text)):
            account.take(line.start, line.end)
        elif spoken:
            name = " ".join(spoken["name"].split()).strip(" ,;-–")
            start = line.body + spoken.end()
            account.take(line.start, start)
            found += _said(text, start, line.end, name, account)
        elif _CHAIR.match(line.key):
            name = ""
        elif name:
            account.take(line.start, line.body)
            found += _said(text, line.body, line.end, name, account)
        elif _BEFORE.match(line.key) or line.text.endswith(":") or _is_item(line):
            account.take(line.start, line.end)
    return found


def _signs(line: Line) -> bool:
    """True for a line of the foot that is nobody's turn to speak."""
    return is_signature(line) and _speaker(line) is None


def _is_item(line: Line) -> bool:
    """An entry of the list of those present."""
    return line.level < LOOSE and not cue(mend(line.text)).speaks


def _speaker(line: Line) -> re.Match[str] | None:
    named = _SPEAKER.match(line.text)
    if named:
        return named
    if STARTS.match(line.text) and line.level < LOOSE:
        body = _BODY_SPEAKS.match(line.text)
        if body and len(body["name"].split()) <= 14:
            return body
    return None


def _said(text: str, start: int, end: int, name: str, account: Account) -> list[Found]:
    """One turn: cut where it says several things; what asks nothing is said all the same."""
    found: list[Found] = []
    account.take(start, end)
    for part in segments(text, start, end):
        if part.form:
            continue
        if part.cue.speaks or not found:
            topic = Topic()
            found.append(Found(part.start, part.end, part.cue.ask, topic, part.cue.vague, name))
        else:
            found[-1].end = part.end
    return found
