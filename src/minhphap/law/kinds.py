"""Kinds of documents and the bodies that may issue them, at a date."""

from __future__ import annotations

import datetime as dt
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Literal

import msgspec

from minhphap.law.data import LawDataError, Status, load
from minhphap.text import comparison_key

Level = Literal["central", "province", "district", "commune", "special_unit"]


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of document: "decision", "Quyết định", abbreviated "QĐ" in numbers."""

    id: str
    name: str
    symbols: tuple[str, ...]
    normative: bool
    """False for kinds that can never be normative documents."""


class Period(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A time in which a power stood; ``rank`` is its item in the list of the law of that time."""

    first: dt.date
    rank: int
    source: str
    status: Status
    last: dt.date = dt.date.max
    note: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"khoảng thời gian {self.first} – {self.last} ngược")


class Power(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """That a body of a level may issue a kind of normative document, and when."""

    kind: str
    issuer: str
    level: Level
    period: tuple[Period, ...]

    def __post_init__(self) -> None:
        ordered = sorted(self.period, key=lambda one: one.first)
        for before, after in pairwise(ordered):
            if after.first <= before.last:
                raise ValueError(f"{self.kind} / {self.issuer} / {self.level}: hai kỳ chồng nhau")


class Scope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a local body may regulate, in short."""

    issuer: str
    level: Level
    first: dt.date
    contents: tuple[str, ...]
    source: str
    status: Status
    last: dt.date = dt.date.max


class Standing(msgspec.Struct, frozen=True):
    """A power as it stands on a date; the smaller ``rank``, the higher the document."""

    kind: str
    issuer: str
    level: Level
    rank: int
    source: str
    status: Status
    note: str = ""

    @property
    def verified(self) -> bool:
        """Whether the provision was read in the original, so that it may be enforced."""
        return self.status == "read"


class Hierarchy(msgspec.Struct, frozen=True):
    """The normative documents that the law knows on a date, highest first."""

    date: dt.date
    standings: tuple[Standing, ...]
    scopes: tuple[Scope, ...]

    def find(self, kind: str, issuer: str, level: Level) -> Standing | None:
        """The power of a body to issue a kind of normative document; None: it has none."""
        return next(
            (
                one
                for one in self.standings
                if (one.kind, one.issuer, one.level) == (kind, issuer, level)
            ),
            None,
        )

    def scope(self, issuer: str, level: Level) -> Scope | None:
        """What a local body may regulate, where it is known."""
        return next(
            (one for one in self.scopes if (one.issuer, one.level) == (issuer, level)), None
        )


class Powers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The powers of all bodies through time."""

    format: int
    power: tuple[Power, ...]
    scope: tuple[Scope, ...] = ()

    @classmethod
    def load(cls, path: Path | None = None) -> Powers:
        """The table of this package, or one's own file of the same shape (LawDataError)."""
        powers = load("powers.toml", cls, path)
        known = {kind.id for kind in kinds()}
        for one in powers.power:
            if one.kind not in known:
                raise LawDataError(f"Bảng thẩm quyền nêu loại văn bản không có: “{one.kind}”")
        return powers

    def on(self, date: dt.date) -> Hierarchy:
        """What stood on a date."""
        found = [
            Standing(
                one.kind, one.issuer, one.level, period.rank, period.source, period.status,
                period.note,
            )
            for one in self.power
            for period in one.period
            if period.first <= date <= period.last
        ]  # fmt: skip
        scopes = tuple(one for one in self.scope if one.first <= date <= one.last)
        return Hierarchy(date, tuple(sorted(found, key=lambda one: one.rank)), scopes)


class _Kinds(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    format: int
    kind: tuple[Kind, ...]

    @cached_property
    def by_name(self) -> dict[str, Kind]:
        return {comparison_key(kind.name): kind for kind in self.kind}


@cache
def _table() -> _Kinds:
    return load("kinds.toml", _Kinds)


def kinds() -> tuple[Kind, ...]:
    """Every kind of document that is known."""
    return _table().kind


def kind_named(name: str) -> Kind | None:
    """The kind of a name or id: "QUYẾT ĐỊNH", "decision"; None for anything else."""
    key = " ".join(comparison_key(name).split())
    return _table().by_name.get(key) or next((k for k in kinds() if k.id == name), None)


@cache
def powers() -> Powers:
    """The powers of this package, read once."""
    return Powers.load()
