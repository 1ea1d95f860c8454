"""What was issued with a document: "Quy định … ban hành kèm theo Quyết định số N"."""

from __future__ import annotations

import re

import msgspec

from minhphap.citations.vocabulary import ATTACHMENTS, KINDS, OWN_ATTACHMENTS, any_of
from minhphap.citations.works import Read, read_work

_ATTACHMENT = re.compile(rf"(?:{any_of(ATTACHMENTS)})(?!\w)")
_ISSUED = (
    r"(?:(?:mới +)?(?:được +)?(?:ban +hành +(?:bổ +sung +)?)?(?:đính +)?kèm(?: +theo)?"
    r"|(?:được +)?ban +hành +(?:tại|theo|bởi))"
    r"(?: +của)? *(?:các +)?"
)
ISSUED_WITH = re.compile(rf" *,? *{_ISSUED}")
_TITLED_WITH = re.compile(
    rf"(?P<title>[^.;:()|]{{0,320}}?)[ ,]+(?P<by>{_ISSUED})(?=(?:{any_of(KINDS)})(?!\w))"
)
_NO_LINK = re.compile(
    r"(?<!\w)(?:này|kèm +theo|quy +định +tại|theo +quy|căn +cứ|phụ +lục|mẫu +số|biểu +(?:số|mẫu)"
    r"|điều +\d+)(?!\w)|số +\d+/|mẫu +\d"
)
"""Words that no title of an attachment holds: it would reach over another citation."""
_VERBS = frozenset(
    ("quy định", "hướng dẫn", "tiêu chuẩn", "hệ thống", "bảng", "kế hoạch", "chương trình")
)


def read_attachment(text: str, low: str, at: int, end: int) -> Read | None:
    """ "Quy định … ban hành kèm theo Quyết định số N": what was issued with a work."""
    found = _ATTACHMENT.match(low, at, end)
    if found is None:
        return None
    word = " ".join(found[0].split())
    small = text[at].islower()
    if small and word in _VERBS and not ISSUED_WITH.match(low, found.end(), end):
        return None
    if low.find("kèm", at, at + 340) < 0 and low.find("ban hành", at, at + 340) < 0:
        return None
    joined = _TITLED_WITH.match(low, found.end(), end)
    if joined is None:
        return None
    title = joined["title"]
    if _NO_LINK.search(title) or _paragraph(text, at, joined.end()):
        return None
    if title.startswith(" tại") or (small and " theo " in title):
        return None  # "Quy định tại khoản 2 Mục I Chương trình ban hành kèm theo …"
    work = read_work(text, low, joined.end(), end)
    if work is None or work.manner == "titled" or work.word in OWN_ATTACHMENTS:
        return None
    inner = work.work
    if inner.this:
        return Read(at, work.end, work.word, "this", inner, attached=True)
    inner = msgspec.structs.replace(inner, part="attached")
    return Read(at, work.end, work.word, work.manner, inner, attached=True)


def _paragraph(text: str, at: int, end: int) -> bool:
    """Whether a paragraph ends inside: a line that stops and one that begins anew."""
    line = text.find("\n", at, end)
    while line >= 0:
        after = text[line + 1 : line + 3]
        if after[:1].isupper() and text[line - 1] in ".;:":
            return True
        line = text.find("\n", line + 1, end)
    return False
