"""The foot of a document: who signs, and who receives it."""

from __future__ import annotations

import re

from minhphap.structure.document import Signatory
from minhphap.structure.endmatter import PLACE_DATE, RECIPIENTS, SIGNATURE
from minhphap.structure.lines import UPPER

_AUTHORITY = re.compile(r"(?:T\s?/?M|K\s?/?T|TL|TUQ|T/L|Q)\s?[./]|T/?M\s|K\.T\s|QUYỀN\s")
_SIGNED = re.compile(r"\W*(?:Đã\ský|ĐÃ\sKÝ|đã\ský|Ký\sbởi|Chữ\ský)", re.IGNORECASE)
_BREAK = re.compile(r"\n| \| |\t+|[^\S\n]{3,}")
_NAME = re.compile(
    rf"(?:(?:GS|PGS|TS|ThS|BS|LS|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá))[.\s]+)*"
    rf"(?P<name>[{UPPER}][^\W\d_]{{0,10}}(?:\s[{UPPER}][^\W\d_]{{0,10}}){{1,5}})"
    r"(?=$|\s[a-zđ])"
)
_RUN_ON = re.compile(
    rf"(?<=[{UPPER}])\s(?=(?:[{UPPER}][a-zà-ỹđ]+\s?){{2,5}}$)"
    rf"|(?<=[{UPPER}])\s(?=(?:K\s?/?T|TL|TUQ)\s?\.|(?:PHÓ|THỨ)\s)"
)
"""Where office or name begins when the block stands on one line."""
_OFFICE = re.compile(rf"^(TM\..*[{UPPER}])(?<!PHÓ)(?<!QUYỀN)\s((?:THỦ TƯỚNG|CHỦ TỊCH).*)$")
"""Authority and office on one line."""
_LINES = 12
"""A signature block has hardly more lines; what follows it without a label is something else."""
_ITEM = re.compile(r"\n\s*[-–+•]?|[;.]\s*[-–+•]\s?|(?<=;)\s*[-–+•]")


def signatory(text: str, start: int, end: int) -> Signatory | None:
    """Read a signature block: None when it names nobody and no office."""
    authority: list[str] = []
    offices: list[str] = []
    name = ""
    for piece in _pieces(text[start:end])[:_LINES]:
        if PLACE_DATE.match(piece) or _SIGNED.match(piece) or piece.startswith("("):
            continue
        if _AUTHORITY.match(piece):
            authority.append(piece)
        elif SIGNATURE.match(piece):
            offices.append(piece)
        elif piece.isupper():
            (authority if authority and not offices else offices).append(piece)
        elif found := _NAME.match(piece):
            name = found["name"]
            break
    if not (authority or offices or name):
        return None
    return Signatory(" ".join(authority), " ".join(offices), name)


def _pieces(block: str) -> list[str]:
    """The lines of a block; a name that runs on after the office stands apart."""
    pieces: list[str] = []
    for line in _BREAK.split(block):
        words = " ".join(line.split()).strip("*_ |")
        if words:
            for piece in _RUN_ON.split(words):
                joined = _OFFICE.match(piece)
                pieces += joined.groups() if joined else [piece]
    return pieces


def recipients(text: str, start: int, end: int) -> tuple[str, ...]:
    """The items of a list of recipients, dashes and closing marks taken off."""
    label = RECIPIENTS.match(text, start, end)
    items = _ITEM.split(text[label.end() if label else start : end])
    tidy = (" ".join(item.split()).strip(" -–+•;.,:") for item in items)
    return tuple(item for item in tidy if item)
