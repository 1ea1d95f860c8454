"""Settings that a folder of drafts carries in ``minhphap.toml``."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import rich_click as click

if TYPE_CHECKING:
    from minhphap.cli.language import Language

NAME = "minhphap.toml"
FORMATS = ("terminal", "json", "sarif", "github", "html", "docx")


class Settings(msgspec.Struct, frozen=True):
    """The same settings as the options of ``check``; an option given on the line wins."""

    on: dt.date | None = None
    format: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    registry: str | None = None
    """A path; in the file relative to the folder the file stands in."""


def load_settings(folder: Path, say: Language) -> Settings:
    """Read the nearest minhphap.toml, from ``folder`` upwards; none: defaults."""
    here = folder.resolve()
    for place in (here, *here.parents):
        path = place / NAME
        if path.is_file():
            return _read(path, say)
    return Settings()


def _read(path: Path, say: Language) -> Settings:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise click.UsageError(
            say(f"{path}: không phải TOML hợp lệ: {error}", f"{path}: not valid TOML: {error}")
        ) from error
    for key, value in table.items():
        if fault := _fault(key, value, say):
            raise click.UsageError(f"{path}: {fault}")
    if "registry" in table:
        table["registry"] = str(path.parent / table["registry"])
    return msgspec.convert(table, Settings)


def _fault(key: str, value: Any, say: Language) -> str | None:
    """What is wrong with one line, or None."""
    known = Settings.__struct_fields__
    if key not in known:
        names = ", ".join(known)
        return say(
            f"không có thiết lập “{key}”; có: {names}", f"no setting “{key}”; there are: {names}"
        )
    if key == "on":
        if type(value) is dt.date:
            return None
        return say("“on” phải là ngày, ví dụ on = 2026-11-01", "“on” takes a date: on = 2026-11-01")
    if key == "registry":
        if isinstance(value, str):
            return None
        return say(
            "“registry” phải là tên tệp trong ngoặc kép", "“registry” takes a file name in quotes"
        )
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return say(
            f'“{key}” phải là danh sách trong ngoặc vuông, ví dụ {key} = ["…"]',
            f'“{key}” takes a list: {key} = ["…"]',
        )
    if key == "format" and (unknown := [one for one in value if one not in FORMATS]):
        names = ", ".join(FORMATS)
        return say(
            f"“format” không nhận “{unknown[0]}”; nhận: {names}",
            f"“format” does not take “{unknown[0]}”; it takes: {names}",
        )
    return None
