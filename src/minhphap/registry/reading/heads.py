"""What a row of a table, or the head of a text, says of a document."""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections.abc import Mapping

import msgspec

from minhphap.citations import Work
from minhphap.law import kind_named, kinds, parse_number
from minhphap.registry.keys import NAMED
from minhphap.registry.reading.columns import read_date, read_status
from minhphap.registry.reading.incoming import Head, Note
from minhphap.structure import Document
from minhphap.text import comparison_key

_BY_SYMBOL = {
    symbol: kind.id for kind in reversed(kinds()) for symbol in kind.symbols if kind.normative
} | {
    "VBHN": "consolidated",
    "CĐ": "dispatch",
    "TB": "notice",
    "KH": "plan",
    "TTLN": "joint_circular",
    "TTLB": "joint_circular",
    "SL": "decree",
    "LCT": "order",
}
_ENGLISH = re.compile(
    r"(?:Law|Code|Ordinance|Decree|Circular|Joint Circular|Decision|Resolution|Directive|Order)"
    r"\s+(?:No\.?\s*)?\S*\d\S*$"
)
_NAMES = "|".join(sorted((kind.name for kind in kinds()), key=len, reverse=True))
_NUMBERED = re.compile(
    rf"^(?:{_NAMES})?\s*(?:luật\s+)?(?:số\s*:?\s*)?\d{{1,6}}\w*(?:\.\d+)?[/-]\S+"
    r"(?:\s+năm\s+\d{4})?[\s:,;–-]*(?:(?:V/v|về\s+việc)\s+)?(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NAMED_TWICE = re.compile(
    r"^(?:Nghị quyết|Nghị định|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị|Kế hoạch|Thông báo)"
    r"\s+(?=[A-ZĐÀ-Ỹ][^\W\d_]*\s|về\s|ban\s+hành\s|quy\s+định\s|sửa\s+đổi)"
)
_AFTER = re.compile(
    r"(?<!quyết định)(?<!nghị định)(?<!thông tư)(?<!nghị quyết)(?<!chỉ thị)"
    r"[\s,(]+(?:luật\s+)?số\s*:?\s*\d{1,6}\w*/\d{4}/\S+\s*$",
    re.IGNORECASE,
)
_LAW = re.compile(r"(bộ luật|luật|pháp lệnh)\s+(.*)$", re.DOTALL | re.IGNORECASE)
_GOES_ON = re.compile(r"(?<!\w)(?:của|theo|tại|thi\s+hành|thực\s+hiện|và|cho|về)$", re.IGNORECASE)
_MARK = re.compile(r"\[\d{1,3}\](?=\s|$)")
_SHINGLES = 48
_SKETCHED = 4000


def head_of_row(fields: Mapping[str, str]) -> tuple[Head | None, list[Note]]:
    """The head a row states; None where it names no number."""
    number = " ".join(fields.get("number", "").split())
    notes: list[Note] = []
    if not number:
        return None, notes
    if parse_number(number) is None:
        notes.append(Note("number_form", number))
    title = clean_title(fields.get("title", ""))
    kind = kind_of(fields.get("kind", ""), number, fields.get("title", ""))
    head = Head(
        number=number,
        kind=kind,
        consolidation=kind == "consolidated",
        title=title,
        issuer=" ".join(fields.get("issuer", "").split()).rstrip(" ."),
        date=_date(fields, "date", notes),
        effect=_date(fields, "effect", notes),
        until=_date(fields, "until", notes),
        stated=read_status(fields.get("stated", "")),
        stated_on=_date(fields, "stated_on", notes),
        sure="attested" if fields.get("sure", "").strip() == "attested" else "stated",
    )
    if fields.get("stated", "").strip() and not head.stated:
        notes.append(Note("status_words", fields["stated"]))
    return head, notes


def _date(fields: Mapping[str, str], name: str, notes: list[Note]) -> dt.date | None:
    words = fields.get(name, "").strip()
    found = read_date(words) if words else None
    if words and found is None and any(letter.isdigit() for letter in words):
        notes.append(Note("date_form", f"{name}: {words}"))
    return found


def head_of_text(document: Document) -> Head | None:
    """The head that the text itself carries; None where it shows no number."""
    meta = document.meta
    if not meta.number or (parsed := parse_number(meta.number)) is None or parsed.is_draft:
        return None
    title = clean_title(meta.title or "")
    kind = meta.kind or kind_of("", meta.number, title)
    return Head(
        number=meta.number,
        kind=kind,
        title=_sentence_case(title) if kind in NAMED and title.isupper() else title,
        issuer=" ".join((meta.issuer or "").split()),
        date=meta.date,
        sure="read",
    )


def kind_of(name: str, number: str, title: str) -> str:
    """The id of a kind: by the symbol of the number, else by name, else by the title's first word.

    The symbol comes first: catalogues file a resolution "…/QH13" under laws, a number never does.
    """
    parsed = parse_number(number)
    if parsed and parsed.kind in _BY_SYMBOL:
        return _BY_SYMBOL[parsed.kind]
    if re.match(r"(?:Resolution|Nghị\s+quyết)\b", title, re.IGNORECASE):
        return "resolution"
    known = kind_named(name) if name.strip() else None
    if known:
        return known.id
    for kind in kinds():
        if comparison_key(title).startswith(f"{comparison_key(kind.name)} "):
            return kind.id
    return ""


def clean_title(title: str) -> str:
    """A title without the kind and number before it and the number after it."""
    words = " ".join(title.split()).strip(" .;:")
    if _ENGLISH.fullmatch(words):
        return ""
    found = _NUMBERED.match(words)
    if found and found["rest"]:
        words = found["rest"]
    elif found:
        return ""
    words = _small(_AFTER.sub("", words).strip(" .;:,"))
    return _NAMED_TWICE.sub("", words, count=1)


def title_of_consolidated(title: str, base: Work | None) -> str:
    """The title without what is told of the base below it ("Luật Chợ số … của Quốc hội, …")."""
    kind = next((one.name for one in kinds() if base and one.id == base.kind), "")
    if base is not None and base.number and base.number in title:
        at = title.rfind(kind, 0, title.index(base.number)) if kind else -1
        before = title[: max(at, 0)].rstrip()
        if before and not _GOES_ON.search(before):
            title = before
    title = clean_title(_MARK.sub("", title))
    if base is None or base.kind not in NAMED:
        return title
    if _LAW.match(title):
        return _small(title)
    return f"{kind} {_sentence_case(title) if title.isupper() else title}"


def _small(title: str) -> str:
    """The title of a law printed in capitals, as it is written in a sentence."""
    found = _LAW.match(title)
    if found is None or not found[2].isupper():
        return title
    return f"{found[1].capitalize()} {_sentence_case(found[2])}"


def _sentence_case(title: str) -> str:
    name = title.lower()
    for proper in ("Việt Nam", "Quốc hội", "Hội đồng nhân dân", "Tòa án nhân dân"):
        name = name.replace(proper.lower(), proper)
    return name[:1].upper() + name[1:]


def with_series(stated: Head, read: Document) -> Head:
    """The row with the number its text shows, where a catalogue lost the series before the dot:
    "3/2025/NQ-CP" of 66.3/2025/NQ-CP."""
    row, own = parse_number(stated.number), parse_number(read.meta.number or "")
    if row is None or own is None or "." not in own.running or "." in row.running:
        return stated
    same = own.running.rpartition(".")[2].lstrip("0") == row.running.lstrip("0")
    if same and (own.year, own.symbol) == (row.year, row.symbol):
        return msgspec.structs.replace(stated, number=own.written)
    return stated


def contradicts(stated: Head, read: Document) -> bool:
    """Whether the head of a text names another document than the row it came with.

    Only running number and year are compared: symbols are misspelt in both places.
    """
    number = read.meta.number
    if not number:
        return False
    here, there = parse_number(number), parse_number(stated.number)
    if here is None or there is None:
        return False
    years = bool(here.year and there.year and here.year != there.year)
    if here.is_draft:
        return years
    return years or here.running.lstrip("0") != there.running.lstrip("0")


def sketch(document: Document) -> tuple[int, ...]:
    """The smallest hashes of the three-word runs at the start of the articles."""
    first = next((one for one in document.walk() if one.type == "article"), None)
    start = first.start if first else 0
    words = comparison_key(document.source.text[start : start + _SKETCHED]).split()
    runs = {
        zlib.crc32(" ".join(words[at : at + 3]).encode()) for at in range(max(0, len(words) - 2))
    }
    return tuple(sorted(runs)[:_SHINGLES])
