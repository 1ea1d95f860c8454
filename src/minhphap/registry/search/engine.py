"""The two engines behind one interface: tantivy (extra ``search``) and SQLite's own FTS5."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Protocol

import msgspec

from minhphap.registry.search.entry import Filters, SearchError
from minhphap.registry.search.expert import Tree

EngineName = Literal["tantivy", "fts5"]


class Indexed(msgspec.Struct, frozen=True):
    """An entry as an engine takes it: grams to rank by, words to look phrases up in, facts."""

    n: int
    doc: int
    grams: str
    words: str
    kind: str
    issuer: str
    areas: str
    first: int | None
    until: int | None


class Only(msgspec.Struct, frozen=True):
    """Where a search is confined to: facts, and documents by id."""

    filters: Filters = Filters()
    docs: tuple[int, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether it confines at all."""
        return bool(self.docs) or self.filters != Filters()


Scored = list[tuple[int, float]]
"""Entries by number with their scores, best first."""


class Engine(Protocol):
    """A ranked index over entries."""

    def ranked(self, grams: list[str], limit: int, only: Only) -> Scored:
        """Entries by BM25 over their grams."""

    def exact(self, tree: Tree, limit: int, only: Only) -> Scored:
        """Entries that fulfil an expert's query."""


class Writer(Protocol):
    """An index in the making."""

    def add(self, one: Indexed) -> None:
        """Take an entry."""

    def close(self) -> None:
        """Finish."""

    def abandon(self) -> None:
        """Let go of every file, unfinished."""


def best_engine() -> EngineName:
    """Tantivy where it is installed."""
    from importlib.util import find_spec

    return "tantivy" if find_spec("tantivy") else "fts5"


def writer(name: EngineName, folder: Path) -> Writer:
    """A new index in a folder."""
    if name == "tantivy":
        from minhphap.registry.search.tantivy_engine import TantivyWriter

        return TantivyWriter(folder)
    from minhphap.registry.search.fts_engine import FtsWriter

    return FtsWriter(folder)


def engine(name: str, folder: Path) -> Engine:
    """The index in a folder; SearchError where it needs what is not installed."""
    if name == "fts5":
        from minhphap.registry.search.fts_engine import FtsEngine

        return FtsEngine(folder)
    if best_engine() != "tantivy":
        raise SearchError(
            'Chỉ mục tìm kiếm này cần phần bổ sung “search” (pip install "minhphap[search]"),'
            " hoặc tạo lại chỉ mục.",
            'This search index needs the extra “search” (pip install "minhphap[search]"), or'
            " build it again.",
        )
    from minhphap.registry.search.tantivy_engine import TantivyEngine

    return TantivyEngine(folder)
