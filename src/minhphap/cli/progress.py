"""Long work shows what is done, what remains, and which file is being read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from minhphap.cli.files import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from minhphap.cli.language import Language

_SLOW = (".pdf", ".doc", ".odt", ".rtf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
_LARGE = 2_000_000  # bytes; a Word file of several hundred pages


def followed(paths: Sequence[Path], say: Language) -> Iterator[Path]:
    """The paths in turn, with a bar on standard error when it is a terminal and the work is long.

    The bar vanishes when the work is done.
    """
    if not sys.stderr.isatty() or not _is_long(paths):
        yield from paths
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        MofNCompleteColumn(),
        BarColumn(),
        TimeElapsedColumn(),
        TextColumn(say("đang đọc", "reading") + " {task.description}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=len(paths))
        for path in paths:
            bar.update(task, description=path.name)
            yield path
            bar.advance(task)


def _is_long(paths: Sequence[Path]) -> bool:
    return len(paths) > 1 or any(
        path.suffix.lower() in _SLOW or (path != STDIN and path.stat().st_size > _LARGE)
        for path in paths
    )
