"""The one error that reading an exchange format raises."""

import re

import msgspec

_PLACE = re.compile(r"`(\$[^`]*)`")
_BYTE = re.compile(r"\(byte (\d+)\)")


class FormatError(ValueError):
    """A file is not what its format asks for: one sentence, in Vietnamese and in English."""

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message)
        self.message = message
        self.message_en = message_en


def where(error: msgspec.MsgspecError | UnicodeDecodeError) -> tuple[str, str]:
    """Where a record goes wrong, in Vietnamese and in English: "ở $.format", "ở byte 12"."""
    words = str(error)
    if place := _PLACE.search(words):
        return f"ở {place[1]}", f"at {place[1]}"
    if field := re.search(r"missing required field `(\w+)`", words):
        return f"thiếu trường {field[1]}", f"field {field[1]} is missing"
    if byte := _BYTE.search(words):
        return f"ở byte {byte[1]}", f"at byte {byte[1]}"
    return "tệp không trọn vẹn hoặc sai kiểu", "the file is cut off or of another kind"
