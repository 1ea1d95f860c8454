"""Provisions as they are cited, and the document they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from minhphap.citations.attachments import ISSUED_WITH, read_attachment
from minhphap.citations.known import Known
from minhphap.citations.named import read_kind, read_known
from minhphap.citations.paths import Part, read_paths
from minhphap.citations.tokens import Group, read_groups
from minhphap.citations.traps import FOREIGN, is_heading
from minhphap.citations.vocabulary import KINDS, RANK, any_of
from minhphap.citations.works import KIND, Read, read_work


class Raw(msgspec.Struct):
    """The words of one citation: the provisions named and the document, as they stand."""

    start: int
    end: int
    parts: list[Part]
    work: Read | None = None
    ranged: bool = False
    named: bool = False
    """The name a definition gives ("sau đây gọi là …")."""


_BEFORE = re.compile(r"(?<!\w)(?:từ +)?(?:các +)?(?:tên +)?$")
_LEAD = re.compile(r" *[,-]? *(?:(?:của|thuộc|tại|trong|theo|ở) *)?(?:các +)?")
_COMMA_LEAD = re.compile(r" *, *(?:của|thuộc|tại|trong) +")
_FORM_TITLE = re.compile(
    r"(?P<title>[^;()|]{0,260}?)[ ,]+(?=(?:(?:mới +)?(?:được +)?ban +hành +"
    r"|đính +)?kèm +theo(?!\w))"
)
_TITLE_OF = re.compile(
    rf" +(?P<title>[“\"]?[^\W\d_][^.;:()|\d]{{4,70}}?) +của +(?=(?:{any_of(KINDS)})(?!\w))"
)
_CLAUSE = re.compile(
    r"(?<!\w)(?:thực +hiện|có(?! +điều +kiện)|được|phải|là|và|để|theo|tại|do|nhân +dân)(?!\w)"
)
_POINTED = re.compile(
    r"(?:tại|theo|của|trong|quy +định|chi +tiết|hướng +dẫn|thực +hiện|và|hoặc|,|ở|khoản|thuộc) *$"
    r"|^ *$"
)
_DANGLING = re.compile(r" *,? *(?:(?:được +)?(?:ban +hành|gửi|đính) +)?kèm(?: +theo)?(?!\w)")
_NOT_TITLE = re.compile(
    r"(?<!\w)(?:này|điều +\d|khoản +\d|theo +quy|quy +định +tại|kèm +theo|phụ +lục|mẫu +số)(?!\w)"
    r"|số +\d+/"
)


def _begin(low: str, at: int, floor: int) -> int:
    """The start of an expression whose level word stands at ``at``: before "các", "từ", "tên"."""
    if not low[max(floor, at - 6) : at].rstrip().endswith(("từ", "các", "tên")):
        return at
    found = _BEFORE.search(low, max(floor, at - 24), at)
    return found.start() if found else at


def read_provisions(
    text: str, low: str, hit: int, floor: int, end: int, names: Sequence[Known] = ()
) -> Raw | None:
    """The citation whose level word stands at ``hit``; it may begin earlier, not before floor."""
    if is_heading(text, hit):
        return None
    at = _begin(low, hit, floor)
    groups = read_groups(text, low, at, end)
    if not groups and at != hit:
        at = hit
        groups = read_groups(text, low, at, end)
    if not groups:
        return None
    if at < hit and low.startswith("từ", at) and not any(g.ranges for g in groups[:1]):
        at += len("từ")
        while low[at] == " ":
            at += 1
        groups[0] = msgspec.structs.replace(groups[0], start=at)
    return _with_work(text, low, at, groups, end, names)


def _with_work(
    text: str, low: str, at: int, groups: list[Group], end: int, names: Sequence[Known]
) -> Raw | None:
    """A row of groups and the document they belong to, if one follows."""
    groups = _without_bare_appendix(text, low, groups, end)
    if not groups:
        return None
    stop = groups[-1].end
    if (
        len(groups) == 1
        and text.startswith("điểm này", at)
        and not _POINTED.search(low, max(0, at - 24), at)
    ):
        return None
    if not groups[-1].this and FOREIGN.match(low, stop, end):
        return None
    read = _work_after(text, low, groups[-1], stop, end, names)
    keep = groups
    if (read is not None and read.manner != "this") or (read is not None and read.attached):
        keep = _after_this(groups)
        if keep is not groups and not keep:
            read, keep = None, groups
    elif read is None and groups[-1].level in ("app", "form"):
        dangling = _DANGLING.match(low, stop, end)
        if dangling and KIND.match(low, _skip(low, dangling.end()), end):
            dangling = None
        if dangling and groups[-1].level == "app":
            stop = dangling.end()
        elif len(groups) == 1 and not groups[-1].values and not groups[-1].this:
            return None
    if keep is not groups:  # "khoản 2 Điều này hoặc khoản 1 Điều 13 Nghị quyết số …" are two
        first = groups[: len(groups) - len(keep)]
        return Raw(at, first[-1].end, read_paths(text, first), None, any(g.ranges for g in first))
    return Raw(
        at,
        read.end if read else stop,
        read_paths(text, groups),
        read,
        any(group.ranges for group in groups),
    )


def _skip(low: str, at: int) -> int:
    while low.startswith(" ", at):
        at += 1
    return at


def _without_bare_appendix(text: str, low: str, groups: list[Group], end: int) -> list[Group]:
    """ "Mẫu số 01 và Phụ lục …" (one without number) ends before "và"."""
    last = groups[-1]
    if len(groups) < 2 or last.values or last.this or last.level != "app":
        return groups
    if last.link in ("direct", "of", "paren", "comma") or _DANGLING.match(low, last.end, end):
        return groups
    return groups[:-1]


def _after_this(groups: list[Group]) -> list[Group]:
    """The groups after the last "Điều này"; the same list where there is none."""
    for index in range(len(groups) - 1, -1, -1):
        if groups[index].this:
            return groups[index + 1 :]
    return groups


def _work_after(
    text: str, low: str, last: Group, at: int, end: int, names: Sequence[Known]
) -> Read | None:
    """The document named right after a path, with "của", "ban hành kèm theo" or a title between."""
    if last.this and RANK[last.level] <= RANK["art"]:
        lead = _COMMA_LEAD.match(low, at, end)
        if lead is None and not re.compile(r" +(?:của|thuộc) +").match(low, at, end):
            return None
    lead = _LEAD.match(low, at, end)
    begin = lead.end() if lead else at
    read = _attached_or_work(text, low, begin, end)
    if read is None and last.level in ("point", "para", "art"):
        read = read_known(low, begin, end, names) or read_kind(text, low, begin, end)
    if read is not None:
        return _whole(read, last)
    if last.level not in ("app", "form", "sec", "part", "chp"):
        return None
    issued = ISSUED_WITH.match(low, at, end)
    if issued:
        return _attached_or_work(text, low, issued.end(), end)
    if last.level in ("app", "form"):
        titled = _titled(text, low, at, end)
        return titled or (_under_title(text, low, at, end) if last.values else None)
    return _under_title(text, low, at, end)


def _whole(read: Read, last: Group) -> Read:
    """An appendix is one of the deciding document, also when its title is "Danh mục …"."""
    if last.level != "app" or not read.attached:
        return read
    work = msgspec.structs.replace(read.work, part=None)
    return msgspec.structs.replace(read, work=work, attached=False)


def _attached_or_work(text: str, low: str, at: int, end: int) -> Read | None:
    return read_attachment(text, low, at, end) or read_work(text, low, at, end)


def _under_title(text: str, low: str, at: int, end: int) -> Read | None:
    """ "Chương XX “Điều khoản thi hành” của Luật Giá": its title stands between."""
    found = _TITLE_OF.match(low, at, end)
    if found is None or _NOT_TITLE.search(found["title"]) or _CLAUSE.search(found["title"]):
        return None
    about = low.startswith("về ", found.start("title"))
    if not about and not text[found.start("title") :].lstrip('“"')[:1].isupper():
        return None
    return read_work(text, low, found.end(), end)


def _titled(text: str, low: str, at: int, end: int) -> Read | None:
    """ "Phụ lục II “Định mức …” ban hành kèm theo Thông tư số N"."""
    found = _FORM_TITLE.match(low, at, end)
    if found is None or _NOT_TITLE.search(found["title"]):
        return None
    title = found["title"].strip()
    begins = text[at : min(end, at + 300)].lstrip(' .,:-\n\t“"')
    about = begins.startswith("về ") and "." not in title
    if title and not begins[:1].isupper() and not about:
        return None
    issued = ISSUED_WITH.match(low, found.end("title"), end)
    return _attached_or_work(text, low, issued.end(), end) if issued else None
