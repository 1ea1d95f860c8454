"""What is known of a passage's place before its words are read, and its place."""

from __future__ import annotations

import msgspec


class Topic(msgspec.Struct, frozen=True):
    """What a heading or a table's first column says the following passages are about."""

    eids: tuple[str, ...] = ()
    named_as: str = ""
    whole: bool = False
    """The heading speaks of the draft as a whole."""
    text: str = ""
    """Words beside the comment that help to find the provision (the quoted draft, a heading)."""
    guessed: bool = False
    """The provision is taken from the words of a heading; no number names it."""
    home: str | None = None
    """The text that a heading names: the eid of an attached one, "" for the main one."""


class Placed(msgspec.Struct, frozen=True):
    """Where a passage belongs."""

    clause: str
    named_as: str = ""
    remark: str = ""
    also: tuple[str, ...] = ()
