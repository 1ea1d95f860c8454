"""``build``: sources in, one sealed snapshot out; goes on where it was interrupted."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from multiprocessing import get_context, parent_process
from pathlib import Path

import msgspec

from minhphap.registry.building.carrying import carry
from minhphap.registry.building.compiling import compile_snapshot
from minhphap.registry.building.work import WorkFile
from minhphap.registry.errors import RegistryError
from minhphap.registry.known import Conflict
from minhphap.registry.reading.extract import Raw, extract
from minhphap.registry.reading.incoming import Item, Note
from minhphap.registry.reading.readers import Input, inputs
from minhphap.registry.snapshot import Registry

_BATCH_BYTES = 2_000_000
_BATCH_UNITS = 256
_WAITING = 3
"""Batches in flight for each worker."""

Progress = Callable[[str, int, int], None]
"""(what is being done, bytes done, bytes in all); 0 in all: a step of unknown length."""
Unit = tuple[Raw, str, int]


class ImportReport(msgspec.Struct, frozen=True):
    """What an import made and what it had to guess or keep apart."""

    hash: str
    counts: dict[str, int]
    conflicts: tuple[Conflict, ...]
    units_read: int = 0
    units_kept: int = 0
    """Units that an interrupted build had already read."""

    def by_code(self) -> Counter[str]:
        """How many notes there are of each kind."""
        return Counter(one.code for one in self.conflicts)


def build(
    sources: Iterable[str | Path],
    target: str | Path,
    *,
    base: str | Path | None = None,
    read_on: dt.date | None = None,
    workers: int | None = None,
    texts: bool = True,
    progress: Progress = lambda _what, _done, _all: None,
) -> ImportReport:
    """Make the snapshot ``target`` out of tables and folders, and of ``base`` where one is given.

    Without ``texts`` only facts are kept: heads, effect, and what texts do to other documents.
    ``read_on`` is the day the sources were read, for provenance. What is read goes to a work file
    beside the target; a build that was interrupted, in whatever way, goes on from it. The target
    appears whole or not at all. Raises RegistryError with one sentence. Call it from a module that
    can be imported (under ``if __name__ == "__main__"`` in a script): reading is done by further
    processes.
    """
    target = Path(target)
    found = inputs([Path(one) for one in sources])
    target.parent.mkdir(parents=True, exist_ok=True)
    with WorkFile(target.with_name(target.name + ".work")) as work:
        if base is None:
            work.start_from("")
        else:
            progress("base", 0, 0)
            carry(work, Path(base))
        work.keep_only([one.name for one in found])
        read = kept = 0
        for one in found:
            try:
                fresh, old = _take_in(work, one, read_on, workers, progress)
            except RegistryError:
                if work.is_empty():
                    work.remove()  # a wrong call leaves nothing behind
                raise
            read, kept = read + fresh, kept + old
        report = _finish(work, target, texts, progress)
        report = msgspec.structs.replace(report, units_read=read, units_kept=kept)
        work.remove()
    return report


def _finish(work: WorkFile, target: Path, texts: bool, progress: Progress) -> ImportReport:
    temporary = target.with_name(target.name + ".new")
    temporary.unlink(missing_ok=True)
    try:
        compile_snapshot(work, temporary, texts, lambda what: progress(what, 0, 0))
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    with contextlib.suppress(OSError):
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    with Registry.open(target) as registry:
        return ImportReport(registry.hash, registry.counts(), tuple(registry.conflicts()))


def _take_in(
    work: WorkFile, one: Input, read_on: dt.date | None, workers: int | None, progress: Progress
) -> tuple[int, int]:
    """Read what is not yet in the work file; returns (units read, units that were there)."""
    stamp = one.stamp()
    name = work.name_for(one.name, stamp)
    origin = work.origin(name, read_on.isoformat() if read_on else None, stamp)
    done = work.done(origin)
    total, at, read, kept = one.size(), 0, 0, 0

    def fresh() -> Iterator[Unit]:
        nonlocal at, kept
        for unit in one.units():
            raw, mark, size = unit
            if done.get(raw.locator) == mark:
                kept += 1
                at += size
                continue
            yield unit

    for batch, items in _extracted(_batches(fresh()), workers):
        for (raw, mark, size), found in zip(batch, items, strict=True):
            if raw.locator in done:
                work.forget(origin, raw.locator)
            work.add(origin, raw.locator, mark, found)
            at += size
            read += 1
        work.commit()
        progress(one.name, min(at, total), total)
    return read, kept


def _batches(units: Iterable[Unit]) -> Iterator[list[Unit]]:
    batch: list[Unit] = []
    size = 0
    for unit in units:
        batch.append(unit)
        size += unit[2]
        if size >= _BATCH_BYTES or len(batch) >= _BATCH_UNITS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _extracted(
    batches: Iterator[list[Unit]], workers: int | None
) -> Iterator[tuple[list[Unit], list[list[Item]]]]:
    """Batches with what they say, in order, read side by side."""
    count = workers or os.cpu_count() or 1
    first = next(batches, None)
    if first is None:
        return
    small = sum(size for _, _, size in first) < _BATCH_BYTES and len(first) < _BATCH_UNITS
    if count == 1 or small:
        yield first, _read_batch([raw for raw, _, _ in first])
        for batch in batches:
            yield batch, _read_batch([raw for raw, _, _ in batch])
        return
    try:
        yield from _side_by_side(chain([first], batches), count)
    except BrokenProcessPool as error:
        raise RegistryError(
            "một tiến trình đọc dừng đột ngột (có thể do hết bộ nhớ); chạy lại để đọc tiếp",
            "a reading process ended suddenly (out of memory?); run again to go on",
        ) from error


def _side_by_side(
    batches: Iterable[list[Unit]], count: int
) -> Iterator[tuple[list[Unit], list[list[Item]]]]:
    waiting: deque[tuple[list[Unit], Future[list[list[Item]]]]] = deque()
    with ProcessPoolExecutor(
        count, mp_context=get_context("spawn"), initializer=_end_with_parent
    ) as pool:
        for batch in batches:
            waiting.append((batch, pool.submit(_read_batch, [raw for raw, _, _ in batch])))
            while len(waiting) > count * _WAITING:
                done, future = waiting.popleft()
                yield done, future.result()
        for done, future in waiting:
            yield done, future.result()


def _end_with_parent() -> None:
    """A reading process whose parent was killed would wait for work for ever."""
    threading.Thread(target=_await_parent, daemon=True).start()


def _await_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_batch(raws: list[Raw]) -> list[list[Item]]:
    return [_read_one(raw) for raw in raws]


def _read_one(raw: Raw) -> list[Item]:
    """What a unit says; a reader that fails on one file of many must not stop the others."""
    try:
        return extract(raw)
    except Exception as error:  # whatever it is, it is reported with its place
        return [
            Item(raw.locator, notes=(Note("reader_failed", f"{type(error).__name__}: {error}"),))
        ]
