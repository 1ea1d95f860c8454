"""Two hashes of a snapshot: of what it says, and of the bytes it is written in."""

from __future__ import annotations

import hashlib
import mmap
import sqlite3
import zlib
from pathlib import Path

from minhphap.registry.errors import RegistryError
from minhphap.registry.schema import FORMAT, HASHED

_MARK = b"minhphap-seal:"
BLANK_SEAL = _MARK.decode() + "0" * 64
"""Stands in the table ``meta`` while the seal is computed."""


def content_hash(connection: sqlite3.Connection) -> str:
    """SHA-256 of the logical content in key order, as 64 hex digits."""
    digest = hashlib.sha256(f"minhphap-registry/{FORMAT}\n".encode())
    for table, query in HASHED.items():
        digest.update(f"\x1d{table}\n".encode())
        for row in connection.execute(query):
            digest.update("\x1f".join(map(_cell, row)).encode() + b"\x1e")
    return digest.hexdigest()


def _cell(value: object) -> str:
    if value is None:
        return "\x00"
    if isinstance(value, bytes):  # hash the text, not how one version of zlib packs it
        return hashlib.sha256(zlib.decompress(value)).hexdigest()
    return str(value)


def seal(path: Path) -> None:
    """Write the hash of all other bytes of the file into its place in the file."""
    with path.open("r+b") as file:
        at = _place(file.fileno())
        file.seek(0)
        digest = _digest(path, at)
        file.seek(at + len(_MARK))
        file.write(digest.encode())


def sealed(path: Path) -> bool:
    """Whether the bytes of the file are those that were sealed."""
    with path.open("rb") as file:
        try:
            at = _place(file.fileno())
        except RegistryError:
            return False
        file.seek(at + len(_MARK))
        return file.read(64) == _digest(path, at).encode()


def _place(handle: int) -> int:
    with mmap.mmap(handle, 0, access=mmap.ACCESS_READ) as view:
        at = view.find(_MARK)
    if at < 0:
        raise RegistryError(
            "tệp pháp luật không có dấu niêm phong, không phải do chương trình này tạo ra",
            "the registry file carries no seal; this program did not make it",
        )
    return at


def _digest(path: Path, at: int) -> str:
    digest = hashlib.sha256()
    start, end = at + len(_MARK), at + len(_MARK) + 64
    with path.open("rb") as file:
        digest.update(file.read(start))
        digest.update(b"0" * 64)
        file.seek(end)
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()
