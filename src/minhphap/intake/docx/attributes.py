"""Attributes of WordprocessingML, read so that a broken value is the same as none."""

from __future__ import annotations

import datetime as dt
from typing import Any

from minhphap.intake.docx.nodes import W

_VAL = f"{W}val"


def value(element: Any | None, tag: str) -> str | None:
    """The ``w:val`` of a child element; None without it."""
    child = None if element is None else element.find(f"{W}{tag}")
    return None if child is None else child.get(_VAL)


def number(text: str | None, default: int) -> int:
    """A whole number; the default for anything else."""
    try:
        return int(text) if text is not None and len(text) < 12 else default
    except ValueError:
        return default


def is_on(element: Any) -> bool:
    """Whether a toggle such as ``w:b`` is set; without a value it is."""
    return element.get(_VAL, "true") not in ("false", "0", "off", "none")


def moment(text: str | None) -> dt.datetime | None:
    """A time as Word writes it (local, marked Z), or None."""
    try:
        return dt.datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
