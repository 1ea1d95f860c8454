"""How much of a file is read before it is refused."""

from __future__ import annotations

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """Upper bounds that keep a hostile or broken file from eating the machine."""

    file_bytes: int = 200_000_000
    """Size of the file as it lies on the disk."""
    unpacked_bytes: int = 150_000_000
    """Size of one part of a package after unpacking."""
    pages: int = 5_000
    """Pages of a PDF or an image file."""
    seconds: float = 120.0
    """Time given to reading a file, to an outside converter, and to recognising one page."""
    recognition_seconds: float = 1800.0
    """Time given to recognising all pages of a file."""
    depth: int = 60
    """Tables and text boxes within one another."""
