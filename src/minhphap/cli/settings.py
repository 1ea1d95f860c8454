"""Settings that a folder of drafts carries in ``minhphap.toml``."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import rich_click as click

if TYPE_CHECKING:
    from minhphap.cli.language import Language

NAME = "minhphap.toml"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same settings as the options of ``check``; an option given on the line wins."""

    on: dt.date | None = None
    format: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def load_settings(say: Language, start: Path | None = None) -> Settings:
    """Read the nearest minhphap.toml, from the folder ``start`` (here) upwards; none: defaults."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        path = folder / NAME
        if path.is_file():
            return _read(path, say)
    return Settings()


def _read(path: Path, say: Language) -> Settings:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(table, Settings)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise click.UsageError(
            say(f"{path} không đọc được: {error}", f"{path} cannot be read: {error}")
        ) from error
