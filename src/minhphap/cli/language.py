"""Which language the command line speaks: Vietnamese, or English when asked."""

from __future__ import annotations

import os
import sys
from typing import Literal

LANGUAGES: tuple[Literal["vi"], Literal["en"]] = ("vi", "en")


class Language:
    """Chooses between the two wordings of a message."""

    def __init__(self, code: Literal["vi", "en"]) -> None:
        self.code = code

    def __call__(self, vietnamese: str, english: str) -> str:
        """The wording in the chosen language."""
        return english if self.code == "en" else vietnamese


def take_language(arguments: list[str]) -> tuple[Language, list[str]]:
    """Take ``--lang X`` out of the arguments, wherever it stands before ``--``.

    Help texts are written while commands are built, so the language must be known before click
    reads the line. Without the option the environment's ``MINHPHAP_LANG`` decides, then Vietnamese.
    """
    code = os.environ.get("MINHPHAP_LANG", "vi")
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word == "--lang":
            code = next(words, "")
        elif word.startswith("--lang="):
            code = word.removeprefix("--lang=")
        else:
            rest.append(word)
    for known in LANGUAGES:
        if code == known:
            return Language(known), rest
    print(f"minhphap: --lang nhận vi hoặc en, không nhận “{code}”", file=sys.stderr)
    raise SystemExit(2)
