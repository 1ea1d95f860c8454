"""A zip in which some members change and all others stay, byte for byte."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from itertools import pairwise

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_ZIP64_FIELD = 0x0001
_UTF8, _STREAMED = 0x0800, 0x0008
_DEFLATE = 8
_NO_TIME, _NO_DATE = 0, 0x21  # 1 January 1980, as Word itself writes

ArchiveError = zipfile.BadZipFile
"""A container laid out in a way that cannot be copied member by member."""


class Archive:
    """The members of a zip, with their bytes as they stand in the file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._infos = self._zip.infolist()
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """The unpacked bytes of a member."""
        return self._zip.read(name)

    def replaced(self, changes: Mapping[str, bytes | None]) -> bytes:
        """The zip with ``changes``: new content by name, None to leave a member out.

        Members keep their order; names that are new come last. A member that is not changed keeps
        its local header, packed bytes, time stamp and extra fields exactly.
        """
        start = self._zip.start_dir
        records = _central_records(self._data, start, len(self._infos))
        offsets = [*sorted({info.header_offset for info in self._infos}), start]
        following = dict(pairwise(offsets))
        latest = {info.filename: info for info in self._infos}
        out = bytearray(self._data[: offsets[0]])
        placed: dict[int, bytes] = {}
        for index in sorted(range(len(self._infos)), key=lambda i: self._infos[i].header_offset):
            info, record = self._infos[index], records[index]
            at = len(out)
            if info.filename not in changes or latest[info.filename] is not info:
                out += self._data[info.header_offset : following[info.header_offset]]
                placed[index] = _moved(record, at)
                continue
            content = changes[info.filename]
            if content is None:
                continue
            local, placed[index] = _rewritten(record, content, at)
            out += local
        directory = [placed[index] for index in sorted(placed)]
        for name, content in changes.items():
            if name not in latest and content is not None:
                local, record = _new(name, content, len(out))
                out += local
                directory.append(record)
        return bytes(out) + _end(directory, len(out), self._zip.comment)


def _central_records(data: bytes, at: int, count: int) -> list[bytes]:
    """The raw records of the central directory, in its order."""
    records = []
    for _ in range(count):
        fields = _CENTRAL.unpack_from(data, at)
        size = _CENTRAL.size + sum(fields[10:13])
        records.append(data[at : at + size])
        at += size
    return records


def _moved(record: bytes, offset: int) -> bytes:
    fields = list(_CENTRAL.unpack_from(record))
    if fields[16] == 0xFFFFFFFF:
        raise ArchiveError("ZIP64 offset")
    fields[16] = offset
    return _CENTRAL.pack(*fields) + record[_CENTRAL.size :]


def _rewritten(record: bytes, content: bytes, offset: int) -> tuple[bytes, bytes]:
    """Local header with data, and central record, of a member with new content."""
    fields = list(_CENTRAL.unpack_from(record))
    tail = record[_CENTRAL.size :]
    name, rest = tail[: fields[10]], tail[fields[10] :]
    extra, comment = _without_zip64(rest[: fields[11]]), rest[fields[11] :]
    packed = _deflated(content)
    fields[2] = 20  # the version needed to unpack: deflate, no ZIP64
    fields[3] &= ~_STREAMED
    fields[4] = _DEFLATE
    fields[7:10] = [zlib.crc32(content), len(packed), len(content)]
    fields[11] = len(extra)
    fields[16] = offset
    local = _LOCAL.pack(b"PK\x03\x04", *fields[2:11], 0) + name + packed
    return local, _CENTRAL.pack(*fields) + name + extra + comment


def _new(name: str, content: bytes, offset: int) -> tuple[bytes, bytes]:
    coded, packed = name.encode(), _deflated(content)
    flags = 0 if name.isascii() else _UTF8
    common = (20, flags, _DEFLATE, _NO_TIME, _NO_DATE, zlib.crc32(content), len(packed),
              len(content), len(coded), 0)  # fmt: skip
    local = _LOCAL.pack(b"PK\x03\x04", *common) + coded + packed
    return local, _CENTRAL.pack(b"PK\x01\x02", 20, *common, 0, 0, 0, 0, offset) + coded


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def _without_zip64(extra: bytes) -> bytes:
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, at)
        if kind != _ZIP64_FIELD:
            kept += extra[at : at + 4 + size]
        at += 4 + size
    return kept


def _end(directory: list[bytes], offset: int, comment: bytes) -> bytes:
    body = b"".join(directory)
    count = len(directory)
    if count > 0xFFFF or offset + len(body) > 0xFFFFFFFE:
        raise ArchiveError("too large for a plain zip")
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(body), offset, len(comment))
    return body + end + comment
