"""Running heads, running feet and page numbers: out of the text, but remembered."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from itertools import pairwise
from statistics import median

from minhphap.intake.page.shapes import Page, Row

_GAZETTE = re.compile(
    r"(?:\S{1,4}\s+)?C[ÔÓO0]NG B[ÁAẢÀ]O\s?/\s?S.{1,60}/\s?Ng.y [\d\s/.-]{6,14}(?:\s+\S{1,4})?$"
)
_STAMP = re.compile(
    r"\W{0,3}(?:K[ýy] bởi|Người k[ýyỳỷ]|Ký số bởi|Digitally signed by|Ng[àa]y k[ýyỳỷ]|"
    r"Thời gian k[ýyỳỷ]|Email) ?: "
)
_STAMP_OFFICE = re.compile(r"\W{0,3}Cơ quan ?: (.+)$")
_BROWSER = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?: [AP]M)?(?:\s.*)?$"
    r"|(?:https?|file)://\S+(?: \d+/\d+)?$"
)
"""What browsers print above and below a page."""
_NUMBER = re.compile(
    r"(?:[-–—]\s?)?(?:[Tt]rang|Page)?\s?(?P<page>\d{1,4})(?:\s?[/|]\s?\d{1,4})?(?:\s?[-–—])?$"
)
_FIRST = re.compile(r"\W{0,2}(\d{1,4})(?!\d)")
_LAST = re.compile(r"(?<![\d/-])(\d{1,4})(?:\s?/\s?\d{1,4})?\W{0,2}$")
_ZONE = 0.12
_DEPTH = 5
_ALWAYS = 0.6
"""Share of the pages from which on a text at one height is a running head, however close."""
_CLOSE = 1.3
"""In usual distances of lines: what stands closer to the body than this is a line of it."""


def take_furniture(pages: Sequence[Page]) -> list[list[str]]:
    """Remove the furniture from the rows of all pages; what was removed, page by page."""
    edges = [_edges(page) for page in pages]
    numbers = _numbers(pages, edges)
    repeated = _repeated(pages, edges, numbers)
    always = max(3, _ALWAYS * len(pages))
    removed: list[list[str]] = []
    for page, rows in zip(pages, edges, strict=True):
        out = _out(page, rows, repeated, numbers, always)
        removed.append([*(row.text for row in out), *page.aside])
        gone = {id(row) for row in out}
        page.rows = [row for row in page.rows if id(row) not in gone]
    return removed


def is_furniture(text: str) -> bool:
    """True for what is never text, on whatever page: a gazette head, a signer's stamp, a number."""
    return _surely_furniture(text) or bool(_NUMBER.match(text))


def _surely_furniture(text: str) -> bool:
    office = _STAMP_OFFICE.match(text)
    known = any(form.match(text) for form in (_GAZETTE, _STAMP, _BROWSER))
    return known or bool(office and office[1].isupper())


def _edges(page: Page) -> list[Row]:
    """The first and last rows that stand close to the edge of the paper."""
    top = [row for row in page.rows[:_DEPTH] if row.bottom < _ZONE * page.height]
    end = [row for row in page.rows[-_DEPTH:] if row.top > (1 - _ZONE) * page.height]
    side = [row for row in page.rows if _upended(page, row)]
    return top + [row for row in (*end, *side) if row not in top]


def _upended(page: Page, row: Row) -> bool:
    """A running head that stands upright at the side of a turned page."""
    near = row.x1 < _ZONE * page.width or row.x0 > (1 - _ZONE) * page.width
    return near and len(row.words) == 1 and row.bottom - row.top > 3 * row.size


def _key(page: Page, row: Row, numbers: set[int]) -> tuple[str, int]:
    """Text without the page's own number, and the height on the page, to compare pages by."""
    text = row.text
    for match in (_FIRST.match(text), _LAST.search(text)):
        if match and int(match[1]) - page.number in numbers:
            text = text.replace(match[1], "#", 1) if match.start() == 0 else text[: match.start()]
    return text.strip(), round(row.base / 12)


def _repeated(
    pages: Sequence[Page], edges: Sequence[list[Row]], numbers: set[int]
) -> dict[tuple[str, int], int]:
    """Texts that several pages have at one height, and how many pages."""
    counts: Counter[tuple[str, int]] = Counter()
    for page, rows in zip(pages, edges, strict=True):
        for row in rows:
            text, height = _key(page, row, numbers)
            counts.update({(text, height), (text, height + 1)})
    enough = max(3, len(pages) // 4) if len(pages) > 3 else 2
    return {key: count for key, count in counts.items() if count >= enough and len(key[0]) > 2}


def _numbers(pages: Sequence[Page], edges: Sequence[list[Row]]) -> set[int]:
    """Offsets between printed and counted page number that several pages agree on."""
    offsets: Counter[int] = Counter()
    for page, rows in zip(pages, edges, strict=True):
        found = {int(m[1]) for row in rows for m in _ends(row.text) if m}
        offsets.update(number - page.number for number in found)
    enough = max(2, len(pages) // 4)
    return {offset for offset, count in offsets.items() if count >= enough or offset == 0}


def _ends(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    return _FIRST.match(text), _LAST.search(text)


def _printed(row: Row) -> int | None:
    match = _NUMBER.match(row.text)
    return int(match["page"]) if match else None


def _out(
    page: Page,
    rows: Sequence[Row],
    repeated: Mapping[tuple[str, int], int],
    numbers: set[int],
    always: float,
) -> list[Row]:
    sure, likely, often = [], [], set()
    for row in rows:
        key = _key(page, row, numbers)
        number = _printed(row)
        if _surely_furniture(row.text) or (number is not None and number - page.number in numbers):
            sure.append(row)
        elif key in repeated and not _body(row.text):
            likely.append(row)
            if repeated[key] >= always:
                often.add(id(row))
    # a page of nothing but lines that look alike is a list, not a running head
    if len(sure) + len(likely) == len(page.rows):
        return sure
    flowing = _flowing(page, sure, likely, often)
    return sure + [row for row in likely if id(row) not in flowing]


def _flowing(
    page: Page, sure: Sequence[Row], likely: Sequence[Row], often: Container[int]
) -> set[int]:
    """Rows that stand as close to the body as its lines to each other: a text that repeats itself.

    What nearly every page has (``often``) is a head all the same.
    """
    bases = [row.base for row in page.rows]
    steps = [b - a for a, b in pairwise(bases) if b - a > 1]
    close = _CLOSE * median(steps) if steps else 0.0
    aside = {id(row) for row in (*sure, *likely)}
    flowing: set[int] = set()
    for row in sorted(likely, key=lambda row: -min(row.base, page.height - row.base)):
        if id(row) in often:
            continue
        at = bisect_left(bases, row.base)
        inward = page.rows[at + 1 :] if row.base < page.height / 2 else page.rows[at - 1 :: -1]
        inner = next((one for one in inward[:_DEPTH] if id(one) not in aside), None)
        if inner is not None and abs(inner.base - row.base) < close:
            aside.discard(id(row))
            flowing.add(id(row))
    return flowing


_BODY = re.compile(r"(?:điều|chương|mục|phụ lục|mẫu|khoản)\s|\d+\. |\w\) |[-+] ", re.IGNORECASE)


def _body(text: str) -> bool:
    """A line that opens a part of the text is text, even when many pages begin with its like."""
    return bool(_BODY.match(text))
