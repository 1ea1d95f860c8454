"""Zip packages as they come: entries under proper names, and what a broken package raises."""

from __future__ import annotations

import lzma
import zipfile
import zlib

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,  # a way of packing that Python does not know
    RuntimeError,
    ValueError,
)
"""What opening or unpacking a damaged package raises."""


def entries_of(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The entries by name, with "/" between folders, as some packers for Windows write "\\\\"."""
    return {entry.filename.replace("\\", "/").lstrip("/"): entry for entry in archive.infolist()}
