"""Just enough of three picture formats to know the size and to part the pages of a TIFF."""

from __future__ import annotations

import struct

_NO_SIZE = frozenset((0xC4, 0xC8, 0xCC))


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG, JPEG or TIFF (first page); ValueError for others."""
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        width, height = struct.unpack(">II", data[16:24])
        return int(width), int(height)
    if data[:2] == b"\xff\xd8":
        return _jpeg_size(data)
    if data[:4] in (b"II*\0", b"MM\0*"):
        order = "<" if data[:2] == b"II" else ">"
        return _tiff_size(data, order, struct.unpack(order + "I", data[4:8])[0])
    raise ValueError("not a picture that is known here")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            at += 1
            continue
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return int(width), int(height)
        if marker in (0xFF, 0x01) or 0xD0 <= marker <= 0xD9:
            at += 1 if marker == 0xFF else 2
            continue
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    raise ValueError("no size in the JPEG")


def tiff_pages(data: bytes, most: int) -> list[bytes]:
    """The pages of a TIFF as files: the same bytes, the header pointing at another page.

    Any other format is one page.
    """
    if data[:4] not in (b"II*\0", b"MM\0*"):
        return [data]
    order = "<" if data[:2] == b"II" else ">"
    places: list[int] = []
    at = int(struct.unpack(order + "I", data[4:8])[0])
    while at and at not in places and len(places) < most:
        places.append(at)
        entries = int(struct.unpack(order + "H", data[at : at + 2])[0])
        following = at + 2 + 12 * entries
        at = int(struct.unpack(order + "I", data[following : following + 4])[0])
    return [data[:4] + struct.pack(order + "I", place) + data[8:] for place in places]


def _tiff_size(data: bytes, order: str, at: int) -> tuple[int, int]:
    entries = int(struct.unpack(order + "H", data[at : at + 2])[0])
    found: dict[int, int] = {}
    for entry in range(entries):
        place = at + 2 + 12 * entry
        tag, kind = struct.unpack(order + "HH", data[place : place + 4])
        if tag in (256, 257):
            form = "H" if kind == 3 else "I"
            width = struct.calcsize(form)
            found[tag] = int(struct.unpack(order + form, data[place + 8 : place + 8 + width])[0])
    if len(found) != 2:
        raise ValueError("no size in the TIFF")
    return found[256], found[257]
