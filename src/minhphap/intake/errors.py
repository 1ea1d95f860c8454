"""The one way in which a file is refused."""

from __future__ import annotations


class Unreadable(Exception):  # noqa: N818 -- it names the state of the file, not a fault of ours
    """A file that cannot be read: one sentence that says what, where and how to mend it."""

    def __init__(self, message: str, message_en: str, code: str) -> None:
        super().__init__(message)
        self.message = message
        self.message_en = message_en
        self.code = code
        """A short stable name ("empty", "encrypted", "scan-without-ocr"…)."""
