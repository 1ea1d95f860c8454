"""The provisions of one version as an alignment sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.structure import Document, Provision
from minhphap.text import comparison_key

_NUMBER = re.compile(
    r"(?:(?:phần(?: thứ)?|chương|mục|tiểu mục|điều) \w+|[\w]{1,5}(?:\.\w{1,3})*(?=[.)]))[.):]?\s*"
)
_WORD = re.compile(r"\w+")


class Unit:
    """One provision: its place and its words, small, without its own number."""

    __slots__ = ("depth", "index", "num", "parent", "provision", "text", "words")

    def __init__(self, provision: Provision, parent: Unit | None, index: int, text: str) -> None:
        self.provision = provision
        self.parent = parent
        self.depth: int = parent.depth + 1 if parent else 0
        self.index = index
        self.num = provision.num
        self.text = text
        self.words = tuple(_WORD.findall(text))

    @property
    def type(self) -> str:
        """The type of the provision."""
        return self.provision.type

    @property
    def eid(self) -> str:
        """The name of the provision."""
        return self.provision.eid


def units(document: Document) -> list[Unit]:
    """All provisions in order of the text, outer before inner."""
    key = comparison_key(document.source.text)
    return list(_walk(document.provisions, None, key, []))


def _walk(
    provisions: tuple[Provision, ...], parent: Unit | None, key: str, made: list[Unit]
) -> Iterator[Unit]:
    for provision in provisions:
        text = key[provision.start : provision.end]
        if provision.num is not None and (number := _NUMBER.match(text)):
            text = text[number.end() :]
        unit = Unit(provision, parent, len(made), " ".join(text.split()))
        made.append(unit)
        yield unit
        yield from _walk(provision.children, unit, key, made)
