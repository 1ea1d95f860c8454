"""A picture as recognition sees it."""

from __future__ import annotations

from typing import NamedTuple


class Pixels(NamedTuple):
    """A grey picture, one byte a pixel, ``stride`` bytes a line."""

    data: bytes
    width: int
    height: int
    stride: int
    dpi: float
