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
    """Time given to an outside converter."""
    depth: int = 500
    """Depth of nested elements (tables within tables)."""
