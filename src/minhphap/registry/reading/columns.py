"""What the columns and labels of public catalogues mean."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import cast

import msgspec

from minhphap.registry.known import Stated
from minhphap.registry.relation import RelationKind
from minhphap.text import find_dates, search_key

_SEPARATORS = re.compile(r"[\W_]+")
_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)")


class Columns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of columns and of values, each turned round: name as compared -> what it is."""

    format: int
    columns: dict[str, list[str]]
    relation_columns: dict[str, list[str]]
    statuses: dict[str, list[str]]
    relations: dict[str, list[str]]


def plain(name: str) -> str:
    """A name as compared: "Số hiệu", "so_hieu" and "SoHieu" are one."""
    return _SEPARATORS.sub("", search_key(name))


@cache
def _tables() -> dict[str, dict[str, str]]:
    raw = files("minhphap.registry.reading").joinpath("columns.toml").read_text(encoding="utf-8")
    data = msgspec.convert(tomllib.loads(raw), Columns)
    return {
        table: {plain(name): field for field, names in entries.items() for name in names}
        for table, entries in (
            ("columns", data.columns),
            ("relation_columns", data.relation_columns),
            ("statuses", data.statuses),
            ("relations", data.relations),
        )
    }


def map_columns(names: Iterable[str]) -> dict[str, str]:
    """Field -> column, for a table about documents; the first of two columns wins."""
    return _mapped(names, "columns")


def map_relation_columns(names: Iterable[str]) -> dict[str, str] | None:
    """Field -> column, for a table about relations; None for any other table."""
    found = _mapped(names, "relation_columns")
    return found if {"from", "to", "relation"} <= found.keys() else None


def _mapped(names: Iterable[str], table: str) -> dict[str, str]:
    known = _tables()[table]
    found: dict[str, str] = {}
    for name in names:
        field = known.get(plain(name))
        if field:
            found.setdefault(field, name)
    return found


def field_of_label(label: str) -> str | None:
    """What "Ngày ban hành:" on a page stands before."""
    return _tables()["columns"].get(plain(label))


def read_status(words: str) -> Stated:
    """A status in words; "" where it is none that is known."""
    return cast("Stated", _tables()["statuses"].get(plain(words), ""))


def read_relation(words: str) -> RelationKind | None:
    """A relation in words."""
    return cast("RelationKind | None", _tables()["relations"].get(plain(words)))


def read_date(words: str) -> dt.date | None:
    """2025-04-01, 01/4/2025, "ngày 01 tháng 4 năm 2025"; None for anything else."""
    words = words.strip()
    found = _ISO.match(words)
    try:
        if found:
            return dt.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    mention = next(find_dates(words), None)
    return mention.date if mention else None
