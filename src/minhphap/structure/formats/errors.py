"""The one error that reading an exchange format raises."""


class FormatError(ValueError):
    """A file is not what its format asks for: one sentence, in Vietnamese and in English."""

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message)
        self.message = message
        self.message_en = message_en
