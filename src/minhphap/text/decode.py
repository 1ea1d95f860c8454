"""Bytes -> text: Unicode in any form, and the Vietnamese encodings before it."""

from __future__ import annotations

import codecs
import re

import msgspec

from minhphap.text.legacy import by_statistics, convert, legacy_remark
from minhphap.text.offsets import OffsetMap
from minhphap.text.remark import Remark

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


_TWICE = re.compile("[\u00c3-\u00c6\u00e1][\x80-\xbf\u0152-\u2122]")


class Decoded(msgspec.Struct, frozen=True):
    """Text as decoded, its encoding, the map to the letters of the file, and remarks."""

    text: str
    encoding: str
    offsets: OffsetMap
    remarks: tuple[Remark, ...] = ()


def decode(data: bytes) -> Decoded:
    """Decode a text file; broken bytes become U+FFFD and are said. Never raises."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _unicode(data[len(bom) :], encoding)
    if wide := _utf16_without_mark(data):
        return _unicode(data, wide)
    try:
        return _once_or_twice(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        return _unicode(data, "utf-8")
    return _legacy(data)


def _once_or_twice(text: str) -> Decoded:
    """UTF-8, or UTF-8 that was taken for Windows-1252 and saved as UTF-8 once more ("Ä‘á»‹nh")."""
    if not _TWICE.search(text):
        return _plain(text, "utf-8")
    try:
        once = bytes(map(_byte, text))
        right = once.decode("utf-8")
    except (ValueError, KeyError):
        return _plain(text, "utf-8")
    pieces = ((1, len(letter.encode("utf-8"))) for letter in right)
    remark = Remark(
        "encoded-twice",
        "tệp bị mã hóa UTF-8 hai lần (chữ hiện thành “Ä‘á»‹nh”), đã đọc lại đúng chữ; nên lưu lại"
        " tệp dạng UTF-8",
        "the file was encoded as UTF-8 twice and was put right; save it again as UTF-8",
    )
    return Decoded(right, "utf-8", OffsetMap.from_pieces(pieces), (remark,))


def _byte(letter: str) -> int:
    """The byte that Windows-1252 shows as this letter (it leaves five bytes as they are)."""
    code = ord(letter)
    return code if code < 0x100 else letter.encode("cp1252")[0]


def _plain(text: str, encoding: str) -> Decoded:
    return Decoded(text, encoding, OffsetMap.identity(len(text)))


def _unicode(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    at = text.find("\ufffd")
    if at < 0:
        return _plain(text, encoding)
    count = text.count("\ufffd")
    remark = Remark(
        "broken-bytes",
        f"có {count} chỗ byte hỏng, được thay bằng ký tự “\ufffd”; nên lưu lại tệp dạng UTF-8",
        f"{count} places held broken bytes, shown as “\ufffd”; save the file again as UTF-8",
        at,
        at + 1,
        count,
    )
    return Decoded(text, encoding, OffsetMap.identity(len(text)), (remark,))


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:4000]
    if len(sample) < 8 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.3 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Few broken places among many good sequences of more than one byte."""
    text = data[:200_000].decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    good = sum(1 for letter in text if letter > "\x7f") - broken
    return good > 4 * broken


def _legacy(data: bytes) -> Decoded:
    letters = data.decode("cp1252", errors="replace")
    encoding = by_statistics(letters)
    if encoding is None:
        return _windows_1258(data)
    text, offsets = convert(letters, encoding)
    return Decoded(text, encoding, offsets, (legacy_remark(encoding, "tệp", "the file"),))


def _windows_1258(data: bytes) -> Decoded:
    text = data.decode("cp1258", errors="replace")
    remark = Remark(
        "legacy-encoding",
        "tệp dùng bảng mã Windows-1258, đã chuyển sang Unicode",
        "the file is in Windows-1258 and was converted to Unicode",
    )
    return Decoded(text, "windows-1258", OffsetMap.identity(len(text)), (remark,))
