"""Long work shows what is done, what remains, and which file is being read."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from minhphap.cli.files import STDIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from minhphap.cli.language import Language
    from minhphap.registry.search import Entry

    Progress = Callable[[str, int, int], None]

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


@contextmanager
def building(say: Language) -> Iterator[Progress]:
    """The steps of a registry in the making, on standard error where it is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _what, _done, _all: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    steps = {
        "base": say("lấy dữ liệu đã có", "taking in what is known"),
        "documents": say("xếp văn bản", "sorting documents"),
        "relations": say("nối quan hệ", "linking relations"),
        "effects": say("tính hiệu lực", "reckoning effect"),
        "hash": say("niêm phong", "sealing"),
    }
    columns = (
        TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(what: str, done: int, total: int) -> None:
            words = steps.get(what, what) if not total else what
            bar.update(task, description=words, completed=done, total=total or None)

        yield show


def by_document(entries: Iterable[Entry], total: int, say: Language) -> Iterator[Entry]:
    """The entries in turn, with a bar over their documents where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield from entries
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn(say("lập chỉ mục", "indexing")), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        key = None
        for one in entries:
            if one.key != key:
                key = one.key
                bar.advance(task)
            yield one
