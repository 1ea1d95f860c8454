"""Any Unicode text -> canonical text, with the way back."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from minhphap.text.characters import CHANGE, PROBE, found_letters, replacement
from minhphap.text.legacy import (
    Legacy,
    by_fonts,
    by_statistics,
    convert,
    is_unicode,
    legacy_remark,
)
from minhphap.text.offsets import OffsetMap
from minhphap.text.remark import Remark


class Normalized(msgspec.Struct, frozen=True):
    """Canonical text, the map back to the text it was made from, and what was noticed."""

    text: str
    offsets: OffsetMap
    remarks: tuple[Remark, ...] = ()


def normalize(raw: str, *, fonts: Iterable[str] = ()) -> Normalized:
    """Bring a text to NFC with plain spaces and line feeds, without hidden characters.

    Soft hyphens, zero-width and direction marks and control characters are removed and said;
    look-alike letters are replaced; what is shown is otherwise unchanged. Text in an encoding
    from before Unicode (letters of Windows-1252 that a font showed as Vietnamese ones) is
    converted and said: ``fonts`` are the names of the fonts it is set in, where they are known;
    without them statistics decide. Linear in the text; text that is clean comes back as it is.
    """
    legacy, capitals = by_fonts(fonts)
    if legacy is None and not raw.isascii() and not is_unicode(raw):
        legacy = by_statistics(raw)
    if legacy is None:
        return _unicode(raw)
    converted, offsets = convert(raw, legacy, capitals)
    done = _unicode(converted)
    said = _as_converted(legacy)
    return Normalized(done.text, done.offsets.then(offsets), (said, *done.remarks))


def _as_converted(legacy: Legacy) -> Remark:
    return legacy_remark(legacy, "đoạn văn bản", "the text")


def _unicode(raw: str) -> Normalized:
    done = _once(raw)
    while done.text is not raw and PROBE.search(done.text):
        # What was put right may show more: a letter beside which a hidden character stood.
        again = _once(done.text)
        if again.text == done.text:
            break
        remarks = (*done.remarks, *again.remarks)
        done = Normalized(again.text, again.offsets.then(done.offsets), remarks)
    return done


def _once(raw: str) -> Normalized:
    if not PROBE.search(raw) and unicodedata.is_normalized("NFC", raw):
        return Normalized(raw, OffsetMap.identity(len(raw)))
    parts = CHANGE.split(raw)
    found = parts[1::2]
    table = {place: replacement(place) for place in set(found)}
    parts[1::2] = map(table.__getitem__, found)
    text = "".join(parts)
    offsets = OffsetMap.from_pieces(_pieces(parts, found))
    if text and not unicodedata.is_normalized("NFC", text):  # U+212B, a mark after a removal
        text, rest = _compose(text)
        offsets = rest.then(offsets)
    return Normalized(text, offsets, tuple(_remarks(table, parts, found)))


def _pieces(parts: list[str], found: list[str]) -> Iterator[tuple[int, int]]:
    run = 0
    for between, place, new in zip(parts[0::2], found, parts[1::2], strict=False):
        run += len(between)
        if len(new) == len(place):
            run += len(new)
            continue
        yield run, run
        yield len(new), len(place)
        run = 0
    run += len(parts[-1])
    yield run, run


def _remarks(table: dict[str, str], parts: list[str], found: list[str]) -> Iterator[Remark]:
    hidden = frozenset(place for place, new in table.items() if not new)
    if hidden:
        at, count = _where(hidden, parts, found)
        yield Remark(
            "hidden-characters",
            f"có {count} chỗ chứa ký tự ẩn (dấu cách không độ rộng, gạch nối mềm, dấu đổi chiều"
            " chữ…); đã bỏ khi đọc",
            f"{count} places held hidden characters (zero-width, soft hyphen, direction marks);"
            " they were left out",
            at,
            at,
            count,
        )
    strange = frozenset(place for place in table if found_letters(place))
    if strange:
        at, count = _where(strange, parts, found)
        yield Remark(
            "look-alike-letters",
            f"có {count} chỗ dùng chữ cái Kirin hoặc Hy Lạp trông giống chữ Latinh; đã đọc như"
            " chữ Latinh, nên gõ lại để tìm kiếm được",
            f"{count} places held Cyrillic or Greek letters that look Latin; they were read as"
            " Latin, type them again so that a search finds them",
            at,
            at + 1,
            count,
        )


def _where(which: frozenset[str], parts: list[str], found: list[str]) -> tuple[int, int]:
    """Where in the new text the first of the places stands, and how many there are."""
    first = next(i for i, place in enumerate(found) if place in which)
    return sum(map(len, parts[: 2 * first + 1])), sum(place in which for place in found)


def _compose(text: str) -> tuple[str, OffsetMap]:
    """NFC from starter to starter, for what single letters with marks do not explain."""
    parts, pieces, at = [], [], 0
    for end in range(1, len(text) + 1):
        starter = end == len(text) or (
            unicodedata.combining(text[end]) == 0
            and unicodedata.is_normalized("NFC", text[end - 1 : end + 1])
        )
        if starter:
            new = unicodedata.normalize("NFC", text[at:end])
            parts.append(new)
            pieces.append((len(new), end - at))
            at = end
    return "".join(parts), OffsetMap.from_pieces(pieces)
