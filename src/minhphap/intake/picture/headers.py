"""Just enough of the picture formats to know the size and to part the pages of a TIFF."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

_NO_SIZE = frozenset((0xC4, 0xC8, 0xCC))
_TIFFS = (b"II*\0", b"MM\0*")
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
ORIENTATION = 0x0112
"""The tag of TIFF and EXIF that says how the camera was held."""


class Size(NamedTuple):
    """Pixels, and colours for each of them where that is told."""

    width: int
    height: int
    colours: int = 0


def picture_size(data: bytes, place: int = 0) -> Size:
    """The size of a PNG, JPEG, TIFF, BMP or WebP; ValueError for anything else.

    ``place`` is where the directory of the page of a TIFF begins.
    """
    try:
        if data.startswith(PNG):
            return Size(*struct.unpack_from(">II", data, 16))
        if data.startswith(JPEG):
            return _jpeg_size(data)
        if data.startswith(_TIFFS):
            return _tiff_size(data, place)
        if data.startswith(b"BM"):
            width, height = struct.unpack_from("<ii", data, 18)
            return Size(abs(width), abs(height))
        if data[8:12] == b"WEBP":
            return _webp_size(data)
    except (struct.error, IndexError) as error:
        raise ValueError(f"broken picture: {error}") from error
    raise ValueError("not a picture that is known here")


def _jpeg_size(data: bytes) -> Size:
    for marker, at in jpeg_segments(data):
        if 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE:
            height, width, colours = struct.unpack_from(">HHB", data, at + 5)
            return Size(width, height, colours)
    raise ValueError("no size in the JPEG")


def jpeg_segments(data: bytes) -> Iterator[tuple[int, int]]:
    """The markers before the pixels, each with the place where its segment begins."""
    at = 2
    while at + 9 < len(data):
        marker = data[at + 1]
        if data[at] != 0xFF or marker == 0xFF:
            at += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD9:
            at += 2
        else:
            yield marker, at
            if marker == 0xDA:
                return
            at += 2 + int(struct.unpack_from(">H", data, at + 2)[0])


def _webp_size(data: bytes) -> Size:
    kind = data[12:16]
    if kind == b"VP8X":
        wide, high = data[24:27], data[27:30]
        return Size(1 + int.from_bytes(wide, "little"), 1 + int.from_bytes(high, "little"))
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return Size(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    width, height = struct.unpack_from("<HH", data, 26)
    return Size(width & 0x3FFF, height & 0x3FFF)


def tiff_places(data: bytes, most: int) -> list[int]:
    """Where the directory of each page of a TIFF begins; empty for any other format.

    At most ``most + 1`` pages are looked for. ValueError when not even the first is there.
    """
    if not data.startswith(_TIFFS):
        return []
    order = tiff_order(data)
    places: dict[int, None] = {}
    try:
        at = int(struct.unpack_from(order + "I", data, 4)[0])
        while at and at not in places and len(places) <= most:
            entries = int(struct.unpack_from(order + "H", data, at)[0])
            places[at] = None
            at = int(struct.unpack_from(order + "I", data, at + 2 + 12 * entries)[0])
    except struct.error:
        if not places:
            raise ValueError("no page in the TIFF") from None
    return list(places)


def _tiff_size(data: bytes, at: int) -> Size:
    tags = _tags(data, at)
    return Size(tags.get(256, 0), tags.get(257, 0))


def exif_tags(data: bytes) -> dict[int, int]:
    """The numbers of the first directory of the TIFF that EXIF is."""
    return _tags(data, int(struct.unpack_from(tiff_order(data) + "I", data, 4)[0]))


def _tags(data: bytes, at: int) -> dict[int, int]:
    order, tags = tiff_order(data), {}
    for entry in range(int(struct.unpack_from(order + "H", data, at)[0])):
        tag, kind, count = struct.unpack_from(order + "HHI", data, at + 2 + 12 * entry)
        if kind in (3, 4) and count == 1:
            form = "H" if kind == 3 else "I"
            tags[int(tag)] = int(struct.unpack_from(order + form, data, at + 10 + 12 * entry)[0])
    return tags


def tiff_order(data: bytes) -> str:
    """The order of bytes, as ``struct`` writes it."""
    return "<" if data[:2] == b"II" else ">"
