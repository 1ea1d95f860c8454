"""The snapshot that comes with the package."""

from __future__ import annotations

import lzma
from importlib.resources import files


def starter_bytes() -> bytes:
    """The bytes of the starter snapshot: facts about documents, no texts.

    Made by ``tools/build_starter.py``; the sources of each fact stand in it.
    """
    packed = files("minhphap.registry").joinpath("data/starter.sqlite.xz").read_bytes()
    return lzma.decompress(packed)
