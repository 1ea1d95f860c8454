"""What the reader of a changed text must be told."""

from __future__ import annotations

import msgspec


class Remark(msgspec.Struct, frozen=True):
    """Something the reader of a changed text must know.

    ``start:end`` is the first place it was seen, in the changed text; ``count`` how often.
    """

    code: str
    message: str
    message_en: str
    start: int = 0
    end: int = 0
    count: int = 1
