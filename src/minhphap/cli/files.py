"""Which files a command was asked to read."""

from __future__ import annotations

import glob
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.intake import Unreadable, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from minhphap.cli.language import Language
    from minhphap.intake import Source

SUFFIXES = (
    ".docx", ".docm", ".doc", ".odt", ".fodt", ".rtf", ".pdf", ".html", ".htm", ".mht", ".mhtml",
    ".txt", ".md", ".markdown",
    ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp",
)  # fmt: skip
OWN_MARKS = (".nhan-xet", ".sua")
"""What stands before the suffix of the files that ``check`` writes beside a draft."""
STDIN = Path("-")


def expand(names: Sequence[str], say: Language) -> list[Path]:
    """Files, folders (searched to the bottom) and patterns, each file once, in a steady order.

    A folder or pattern yields the kinds of files that can be read; hidden files, Word's lock
    files and what ``check`` itself wrote are passed over. A name that leads to nothing ends the
    call with a sentence.
    """
    found: dict[Path, None] = {}
    for name in names:
        path = Path(name)
        paths: Iterable[Path]
        if name == "-" or path.is_file():
            paths = [path]
        elif path.is_dir():
            paths = sorted(one for one in path.rglob("*") if _wanted(one, path))
            if not paths:
                raise click.UsageError(
                    say(
                        f"thư mục “{name}” không có tệp nào đọc được",
                        f"the folder “{name}” holds no file that can be read",
                    )
                )
        else:
            root = Path(path.anchor)
            found_by_name = map(Path, glob.glob(name, recursive=True))  # noqa: PTH207 -- any root
            paths = sorted(one for one in found_by_name if _wanted(one, root))
            if not paths:
                raise click.UsageError(
                    say(
                        f"không thấy tệp nào theo tên “{name}”; xem lại đường dẫn",
                        f"no file answers to “{name}”; check the path",
                    )
                )
        found.update(dict.fromkeys(paths))
    return list(found)


def _wanted(path: Path, root: Path) -> bool:
    inside = path.relative_to(root).parts
    return (
        path.suffix.lower() in SUFFIXES
        and not path.stem.endswith(OWN_MARKS)
        and not any(part.startswith((".", "~$")) and part != ".." for part in inside)
        and path.is_file()
    )


def called(path: Path, stdin_filename: str | None) -> str:
    """The name of a file in reports: as the user gave it."""
    return (stdin_filename or "stdin.txt") if path == STDIN else str(path)


def common_folder(paths: Sequence[Path]) -> Path:
    """The folder all files stand in; for standard input the one we are in."""
    folders = [str(path.absolute().parent) for path in paths if path != STDIN]
    return Path(os.path.commonpath(folders)) if folders else Path.cwd()


def open_source(path: Path, stdin_filename: str | None) -> Source:
    """Read one file, or standard input for ``-``; raises Unreadable with one sentence."""
    if path == STDIN:
        return read(sys.stdin.buffer.read(), name=called(path, stdin_filename))
    return read(path)


class Sources:
    """The sources that names lead to, one after the other.

    A file that cannot be read is named in one sentence and passed over; ``failed`` remembers it.
    """

    def __init__(self, names: Sequence[str], stdin_filename: str | None, say: Language) -> None:
        self._paths, self._stdin_filename, self._say = expand(names, say), stdin_filename, say
        self.failed = False

    def __iter__(self) -> Iterator[tuple[str, Source]]:
        """The name in reports, and the source."""
        for path in self._paths:
            name = called(path, self._stdin_filename)
            try:
                source = open_source(path, self._stdin_filename)
            except Unreadable as error:
                complain(name, error, self._say)
                self.failed = True
            else:
                yield name, source


def complain(name: Path | str, error: Unreadable, say: Language) -> None:
    """One sentence on standard error."""
    click.echo(f"{name}: {say(error.message, error.message_en)}", err=True)
