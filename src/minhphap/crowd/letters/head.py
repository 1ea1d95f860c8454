"""The head of a letter: who writes, number, date; and where its words begin."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from minhphap.crowd.letters.lines import Line
from minhphap.crowd.letters.names import STARTS, spelt
from minhphap.law import parse_number
from minhphap.text import find_dates, search_key

_NATION = re.compile(
    r"\s*c[oộ]ng\s+h[oòoà]a?\s+xa\s+hoi(?:\s+chu)?(?:\s+nghia)?(?:\s+viet\s+nam)?|^\s*viet nam$"
)
_MOTTO = re.compile(r"doc\s*lap\s*[-–—.]?\s*tu\s*do|^hanh phuc$")
_NUMBER = re.compile(r"\s*(?:so|s6|s0)\s*[:.]\s*(?P<number>\S.*)?", re.IGNORECASE)
_SUBJECT = re.compile(r"\s*(?:v\s*/\s*v|ve viec)\W", re.IGNORECASE)
_DATED = re.compile(r"(?:^|,\s*)ngay\s+\S+\s+thang|(?:^|,\s*)ngay \d{1,2}[/.-]\d")
_TO = re.compile(r"\s*(?:đồng )?kính gửi(?!\w)")
_MINUTES = re.compile(r"biên bản(?!\w)")
_TITLED = re.compile(
    r"(?:biên bản|ý kiến|phiếu|bản góp ý|bảng|góp ý|báo cáo|công văn|đơn|thư(?! viện)|văn bản"
    r"|tờ trình|tham luận|phụ lục)(?!\w)"
)
_SELF = re.compile(
    r"(?:(?:tôi|em|chúng tôi|tên tôi)(?: tên)? là:?|^tôi tên:?)\s*(?P<name>[^,.;\d\n]{4,60})"
    r"|(?:họ và tên|họ tên"
    r"|người góp ý|đơn vị góp ý"
    r"|cơ quan góp ý|tên đơn vị|đơn vị|cơ quan"
    r"|tổ chức)\s*(?:\([^)]*\))?\s*:\s*(?P<field>[^;\n]{3,120})"
)
_SAYS = re.compile(
    r"(?P<name>[^,;:]{4,120}?) (?:xin )?(?:có (?:một số )?(?:ý kiến|góp ý)|thống nhất|nhất trí"
    r"|cơ bản|đồng ý|tham gia)"
)
_ANSWERS = re.compile(r"(?:[Cc]ông văn|[Vv]ăn bản|[Tt]hư|[Gg]iấy mời)\s+số:?\s*(?P<number>\d\S*)")
_NO_STROKE = re.compile(r"^(\d{1,6})([A-ZĐ]{2}[A-ZĐ\d-]*)$")
"""A number whose stroke recognition has lost: "61UBND"."""
_SHORT = re.compile(r"^UBND\s+(?=[^\W\d])")
_LAST = 30


class Head(msgspec.Struct, frozen=True):
    """What the head says, and the number of lines it takes."""

    sender: str
    number: str | None
    date: dt.date | None
    title: str
    lines: int
    remarks: tuple[str, ...] = ()
    request: str = ""


def read_head(lines: list[Line], text: str) -> Head:
    """Read the head; a letter without one (a private letter, a message) gives an empty head."""
    last = _length(lines)
    head = lines[:last]
    keys = [search_key(line.text) for line in head]
    number, second = _number(head, keys)
    sender = _sender(head, keys, text) or _within(lines, text)
    remarks: tuple[str, ...] = ()
    if second:
        remarks = (f"Phần đầu thư có hai số: {number} và {second}; lấy số thứ nhất.",)
    request = _request(lines[last : last + 3])
    return Head(sender, number, _date(head, lines), _title(head, text), last, remarks, request)


def _request(lines: list[Line]) -> str:
    """The number and date of the letter that is answered."""
    for line in lines:
        found = _ANSWERS.search(line.text)
        number = _tidy(found["number"]) if found else None
        if found and number:
            date = next((m.date for m in find_dates(line.text[found.end("number") :][:40])), None)
            return f"{number} ngày {date:%d/%m/%Y}" if date else number
    return ""


def _length(lines: list[Line]) -> int:
    """How many lines the head takes: up to and with "Kính gửi", or while lines look like a head."""
    seen = strange = 0
    for at, line in enumerate(lines[:_LAST]):
        if _TO.match(line.key):
            return _addressees(lines, at)
        titled = at > 0 and _MINUTES.match(lines[at - 1].key) and len(line.text) < 200
        if titled or _is_head(line, search_key(line.text)):
            seen, strange = at + 1, 0
            continue
        strange += 1
        if strange > 2 or len(line.text) > 120 or (seen and line.text[-1] in ".:;?"):
            break
    return seen


def _addressees(lines: list[Line], at: int) -> int:
    """The end of "Kính gửi:" with its list."""
    if not lines[at].text.rstrip().endswith(":"):
        return at + 1
    for following in range(at + 1, min(at + 15, len(lines))):
        line = lines[following]
        if line.level < 7 and not (line.text.endswith((";", ".")) and len(line.text) < 120):
            return following
        if line.text.endswith("."):
            return following + 1
    return at + 1


def _is_head(line: Line, key: str) -> bool:
    return bool(
        _NATION.match(key)
        or _MOTTO.search(key)
        or _NUMBER.match(key)
        or _SUBJECT.match(key)
        or (_DATED.search(key) and len(key) < 80)
        or (line.text.isupper() and len(line.text) < 150)
        or (line.centred and len(line.text) < 200 and not line.text.endswith((":", ";")))
    )


def _number(head: list[Line], keys: list[str]) -> tuple[str | None, str | None]:
    found: list[str] = []
    for line, key in zip(head, keys, strict=True):
        if _TO.match(line.key):
            break
        match = _NUMBER.match(key)
        if not match or not match["number"]:
            continue
        written = re.split(
            r"\s{2,}|\s+(?=[Vv]\s*/\s*v)|\t", line.text[match.start("number") :].strip()
        )[0]
        number = _tidy(written)
        if number:
            found.append(number)
    return (found[0] if found else None, found[1] if len(set(found)) > 1 else None)


def _tidy(written: str) -> str | None:
    """The number without blanks; None where only its form is printed ("      /STC-QLNS")."""
    squeezed = re.sub(r"\s*([/-])\s*", r"\1", written.strip(" .,;…_"))
    token = squeezed.split(" ")[0].strip(".,;")
    token = _NO_STROKE.sub(r"\1/\2", token)
    if not re.match(r"\d", token):
        return None
    return (
        token if parse_number(token) or re.fullmatch(r"\d{1,6}(?:[/-][\w.&-]+)*", token) else None
    )


def _date(head: list[Line], lines: list[Line]) -> dt.date | None:
    """The date of the place line; in minutes the day of the meeting."""
    for line in head:
        if _SUBJECT.match(search_key(line.text)) or _TO.match(line.key):
            continue
        for mention in find_dates(line.text):
            return mention.date
    for line in lines[len(head) : len(head) + 8]:
        if re.match(
            r"(?:thời gian|hôm nay|(?:vào )?(?:hồi|lúc) \d|vào (?:hồi|lúc)|bắt đầu|ngày)", line.key
        ):
            for mention in find_dates(line.text):
                return mention.date
    for line in lines[-12:]:
        if _DATED.search(search_key(line.text)) and len(line.text) < 80:
            for mention in find_dates(line.text):
                return mention.date
    return None


def _sender(head: list[Line], keys: list[str], text: str) -> str:
    """The lowest body named above the number: its parents stand over it."""
    groups: list[list[str]] = []
    for line, key in zip(head, keys, strict=True):
        if _NUMBER.match(key) or _SUBJECT.match(key) or _TO.match(line.key):
            break
        words = _SHORT.sub("ỦY BAN NHÂN DÂN ", _without_nation(line.text, key))
        if not words or _MOTTO.search(key) or _DATED.search(key):
            continue
        if _TITLED.match(line.key) or len(words) > 160:
            break
        if STARTS.match(words) and len(words.split()) > 1 and not _goes_on(groups, words):
            groups.append([words])
        elif groups and (words.isupper() or groups[-1][0].istitle()):
            groups[-1].append(words)
    if not groups:
        return spelt(" ".join(_capitals(head, keys)), text)
    if len(groups) > 1 and re.fullmatch(
        r"(?i)(?:ban|thường trực|đoàn)(?: thường (?:trực|vụ)| chấp hành| chủ tịch)?",
        " ".join(groups[-1]),
    ):
        groups.pop()
    return spelt(" ".join(" ".join(groups[-1]).split()), text)


def _capitals(head: list[Line], keys: list[str]) -> list[str]:
    """The first line in capitals that is no part of the form: a body of a kind not known here."""
    for line, key in zip(head, keys, strict=True):
        words = _without_nation(line.text, key)
        if _TITLED.match(line.key) or _MOTTO.search(key) or len(words.split()) < 2:
            continue
        if words.isupper():
            return words.split()
    return []


def _goes_on(groups: list[list[str]], words: str) -> bool:
    """True for the second line of a name: "ỦY BAN NHÂN DÂN" / "THÀNH PHỐ …" is no new body."""
    if not groups:
        return False
    if re.match(r"(?i)chi nhánh(?!\w)", words):
        return True
    last = groups[-1][-1]
    return bool(re.search(r"(?i)(?:nhân dân|của|và|,|trực thuộc|việt nam)$", last)) and bool(
        re.match(r"(?i)(?:tỉnh|thành phố|xã|phường|đặc khu|huyện|quận)(?!\w)", words)
    )


def _without_nation(words: str, key: str) -> str:
    found = re.search(r"c[o]ng\s+hoa?\s+xa\s+hoi.*$|^viet nam$", key)
    if found:
        words = words[: found.start()]
    return words.strip(" -–—_*.")


def _within(lines: list[Line], text: str) -> str:
    """Who says so in the words themselves: "Tôi tên là …", "… có ý kiến như sau"."""
    for line in lines[:12]:
        found = _SELF.search(line.key)
        if found:
            group = "name" if found["name"] else "field"
            start, end = found.span(group)
            return line.text[start:end].strip(" .,:-")
    for line in lines[:8]:
        clauses = re.split(r"[,;]\s+", line.text)
        for clause in clauses:
            says = _SAYS.match(clause)
            if says and STARTS.match(says["name"].strip()):
                return says["name"].strip()
    return ""


def _title(head: list[Line], text: str) -> str:
    """ "BIÊN BẢN" with the line below it; otherwise nothing."""
    for at, line in enumerate(head):
        if _MINUTES.match(line.key):
            words = [line.text]
            if len(line.text.split()) <= 3 and at + 1 < len(head):
                words.append(head[at + 1].text)
            title = " ".join(words)
            low = words[-1]
            if len(words) == 2 and low[:1].isupper() and not low.isupper():
                title = f"{words[0]} {low[0].lower()}{low[1:]}"
            rest = " ".join(title.split(" ")[2:])
            if rest.isupper():
                rest = spelt(rest, text)
                rest = rest[0].lower() + rest[1:]
            return f"Biên bản {rest}".strip()
    return ""
