"""Which files a command was asked to read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.intake import Unreadable, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from minhphap.cli.language import Language
    from minhphap.intake import Source

SUFFIXES = frozenset(
    ".docx .docm .doc .odt .rtf .pdf .html .htm .txt .md .png .jpg .jpeg .tif .tiff".split()
)


def expand(names: Sequence[str], say: Language) -> list[Path]:
    """Files, folders (searched to the bottom) and patterns, each file once, in a steady order.

    A folder yields the kinds of files that can be read; Word's lock files and hidden ones are
    passed over. A name that leads to nothing ends the call with a sentence.
    """
    found: dict[Path, None] = {}
    for name in names:
        path = Path(name)
        if name == "-" or path.is_file():
            paths: Iterable[Path] = [path]
        elif path.is_dir():
            paths = sorted(p for p in path.rglob("*") if _wanted(p, path))
        else:
            paths = sorted(p for p in Path().glob(name) if p.is_file()) if _is_pattern(name) else []
            if not paths:
                raise click.UsageError(
                    say(
                        f"không thấy tệp nào theo tên “{name}”; xem lại đường dẫn",
                        f"no file answers to “{name}”; check the path",
                    )
                )
        found.update(dict.fromkeys(paths))
    if not found:
        raise click.UsageError(
            say("thư mục không có tệp nào đọc được", "the folder holds no file that can be read")
        )
    return list(found)


def _is_pattern(name: str) -> bool:
    return any(mark in name for mark in "*?[") and not Path(name).is_absolute()


def _wanted(path: Path, root: Path) -> bool:
    inside = path.relative_to(root).parts
    return (
        path.suffix.lower() in SUFFIXES
        and not any(part.startswith((".", "~$")) for part in inside)
        and path.is_file()
    )


def open_source(path: Path, stdin_filename: str | None) -> Source:
    """Read one file, or standard input for ``-``; raises Unreadable with one sentence."""
    if str(path) == "-":
        return read(sys.stdin.buffer.read(), name=stdin_filename or "stdin.txt")
    try:
        return read(path)
    except OSError as error:
        raise Unreadable(
            f"không mở được tệp: {error.strerror}",
            f"cannot open the file: {error.strerror}",
            "open",
        ) from error


def complain(path: Path, error: Unreadable, say: Language) -> None:
    """One sentence on standard error."""
    click.echo(f"{path}: {say(error.message, error.message_en)}", err=True)
