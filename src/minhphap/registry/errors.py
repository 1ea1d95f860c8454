"""What can go wrong with a registry file."""

from __future__ import annotations


class RegistryError(Exception):
    """A registry cannot be read or made; ``str()`` is one Vietnamese sentence that says why."""

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message)
        self.message = message
        self.message_en = message_en
