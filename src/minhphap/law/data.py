"""Reads the dated tables of this room, with a clear sentence where one is wrong."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

Status = Literal["read", "seen in excerpt", "to verify"]
"""How sure an entry is: what was read in the original may be enforced, what was seen in an excerpt
gives a note, what is still to be verified says nothing."""
_SUREST: tuple[Status, ...] = ("read", "seen in excerpt", "to verify")


def weakest(*statuses: Status) -> Status:
    """How sure a statement is that rests on several entries."""
    return max(statuses, key=_SUREST.index)


T = TypeVar("T")


class LawDataError(ValueError):
    """A table of law that cannot be used: which file, what is wrong, where."""


def load(name: str, shape: type[T], path: Path | None = None) -> T:
    """A table as ``shape``: the one of this package called ``name``, or the file at ``path``.

    Raises LawDataError in one sentence.
    """
    try:
        if path is None:
            text = resources.files(__package__).joinpath(f"data/{name}").read_text("utf-8")
        else:
            text = path.read_text("utf-8")
        table: dict[str, Any] = tomllib.loads(text)
        return msgspec.convert(table, shape)
    except OSError as error:
        raise LawDataError(
            f"Không đọc được tệp dữ liệu pháp luật {path or name}: {error}"
        ) from None
    except UnicodeDecodeError:
        raise LawDataError(
            f"Tệp dữ liệu pháp luật {path or name} không phải UTF-8; lưu lại dạng UTF-8"
        ) from None
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError) as error:
        raise LawDataError(f"Tệp dữ liệu pháp luật {path or name} có lỗi: {error}") from None
