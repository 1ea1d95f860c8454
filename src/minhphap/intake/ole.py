"""The directory of an OLE container: which streams an old Office file has at its top.

After [MS-CFB] 2.2-2.6: a header, a table of sectors (FAT), a chain of directory sectors whose
entries of 128 bytes form a tree.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NONE = 0xFFFFFFFA
"""Sector numbers from here on mean "end" or "free", not a sector."""
_ENTRY = 128
_STORAGE, _STREAM = 1, 2
_MOST = 100_000


class Entry(NamedTuple):
    """A storage or stream: where its first sector stands in the file, and its size in bytes."""

    offset: int
    size: int


def top_entries(data: bytes) -> dict[str, Entry]:
    """The entries directly below the root, by name; ValueError when the container is broken."""
    try:
        shift, *_ = struct.unpack_from("<H", data, 30)
        if shift not in (9, 12):
            raise ValueError("no sector size of an OLE container")
        size = 1 << shift
        directory = b"".join(_chain(data, size, struct.unpack_from("<I", data, 48)[0]))
        return dict(_children(directory, size))
    except (struct.error, IndexError) as error:
        raise ValueError(f"broken OLE container: {error}") from error


def _chain(data: bytes, size: int, sector: int) -> Iterator[bytes]:
    """The sectors of a chain, in order."""
    table = list(_table(data, size))
    seen = 0
    while sector < _NONE:
        seen += 1
        if seen > min(_MOST, len(table)) or sector >= len(table):
            raise ValueError("a chain of sectors leads nowhere")
        yield data[(sector + 1) * size : (sector + 2) * size]
        sector = table[sector]


def _table(data: bytes, size: int) -> Iterator[int]:
    """The next sector of each sector."""
    numbers = size // 4
    for place in _places(data, size):
        start = (place + 1) * size
        if start + size <= len(data):
            yield from struct.unpack_from(f"<{numbers}I", data, start)


def _places(data: bytes, size: int) -> Iterator[int]:
    """The sectors that hold the table: 109 in the header, more in a list of their own."""
    yield from (at for at in struct.unpack_from("<109I", data, 76) if at < _NONE)
    more = struct.unpack_from("<I", data, 68)[0]
    for _ in range(len(data) // size):
        if more >= _NONE:
            return
        *places, more = struct.unpack_from(f"<{size // 4}I", data, (more + 1) * size)
        yield from (at for at in places if at < _NONE)


def _children(directory: bytes, size: int) -> Iterator[tuple[str, Entry]]:
    """The entries of the tree that the root leads to."""
    waiting, seen = [struct.unpack_from("<I", directory, 76)[0]], set()
    while waiting:
        number = waiting.pop()
        start = number * _ENTRY
        if number in seen or start + _ENTRY > len(directory):
            continue
        seen.add(number)
        length, kind = struct.unpack_from("<HB", directory, start + 64)
        left, right = struct.unpack_from("<II", directory, start + 68)
        waiting += [left, right]
        if kind in (_STORAGE, _STREAM) and 2 <= length <= 64:
            name = directory[start : start + length - 2].decode("utf-16-le", "replace")
            first, bytes_ = struct.unpack_from("<II", directory, start + 116)
            yield name, Entry((first + 1) * size, bytes_)
