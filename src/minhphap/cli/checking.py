"""Read, check and report: what ``minhphap check`` does once its call is understood."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from typing import TYPE_CHECKING

import msgspec
import rich_click as click

from minhphap.cli.files import called, complain, open_source
from minhphap.cli.progress import followed
from minhphap.cli.sentences import system_words
from minhphap.intake import Unreadable
from minhphap.reports import (
    Checked,
    Refused,
    Report,
    UnwritableError,
    apply_fixes,
    render,
    suffix_for,
    write_atomically,
)
from minhphap.rules import UnknownRuleError
from minhphap.rules import check as check_document
from minhphap.structure import parse

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from minhphap.cli.language import Language
    from minhphap.cli.outputs import Plan
    from minhphap.registry import Registry

_WIDEST = 120  # columns; longer lines are hard to read


class Asked(msgspec.Struct, frozen=True):
    """How drafts are to be checked."""

    law: Registry
    on: dt.date | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    stdin_filename: str | None = None


def run(paths: Sequence[Path], asked: Asked, places: Plan, say: Language) -> int:
    """Check every draft, write every report; the exit code.

    A draft that cannot be read is named in one sentence, and the others go on.
    """
    desk = _Desk(asked, places, say)
    for path in followed(paths, say):
        desk.take(path)
    return desk.close()


class _Desk:
    """The drafts of one call: what was found, what was refused, what has been written."""

    def __init__(self, asked: Asked, places: Plan, say: Language) -> None:
        self._asked, self._places, self._say = asked, places, say
        self._now = dt.datetime.now(dt.UTC).replace(microsecond=0)
        self._checked: list[Checked] = []
        self._refused: list[Refused] = []
        self._said: list[str] = []
        self._failed = False
        self._on_screen = "terminal" in places.printed

    def take(self, path: Path) -> None:
        """Read and check one draft, and write what is its alone."""
        name = called(path, self._asked.stdin_filename)
        try:
            source = open_source(path, self._asked.stdin_filename)
        except Unreadable as error:
            self._refused.append(Refused(name, error.message, error.message_en, error.code))
            if not (self._on_screen and sys.stdout.isatty()):
                complain(name, error, self._say)
            return
        document = parse(source)
        asked = self._asked
        try:
            result = check_document(
                document, on=asked.on, select=asked.select, ignore=asked.ignore, law=asked.law
            )
        except UnknownRuleError as error:
            raise click.UsageError(self._say(error.message, error.message_en)) from error
        checked = Checked(document, result.findings, result.not_run, name)
        if not self._on_screen:
            self._said += [
                f"{name}: {self._say(notice.message, notice.message_en)}"
                for notice in source.notices
            ]
        for form, files in self._places.each.items():
            if form == "fixed":
                checked = self._fix(checked, files[path], path)
            else:
                self._put(files[path], form, Report((checked,), self._versions, asked.on))
        self._checked.append(checked)

    def close(self) -> int:
        """Write and print what gathers all drafts; the exit code."""
        report = Report(tuple(self._checked), self._versions, self._asked.on, tuple(self._refused))
        for form, file in self._places.gathered.items():
            self._put(file, form, report)
        for form in self._places.printed:
            click.echo(self._render(report, form, screen=True), nl=False)
        for sentence in self._said:
            click.echo(sentence, err=True)
        if self._refused or self._failed:
            return 2
        return 1 if any(one.findings for one in self._checked) else 0

    @property
    def _versions(self) -> dict[str, str]:
        from importlib.metadata import version

        from minhphap.rules import pack_versions

        law = self._asked.law.hash
        return {"minhphap": version("minhphap"), **pack_versions(), "registry": law}

    def _render(self, report: Report, form: str, *, screen: bool = False) -> bytes:
        columns = shutil.get_terminal_size((100, 24)).columns
        return render(
            report,
            form,  # type: ignore[arg-type]  # one of outputs.FORMATS
            lang=self._say.code,
            date=self._now,
            width=min(columns, _WIDEST),
            colour=screen and _colourful(),
        )

    def _put(self, file: Path, form: str, report: Report) -> None:
        try:
            write_atomically(file, self._render(report, form))
        except UnwritableError as error:
            self._not_written(file, self._say(error.message, error.message_en))
        except OSError as error:
            self._not_written(file, self._say(*system_words(error)))
        else:
            count = sum(len(one.findings) for one in report.documents)
            self._said.append(
                self._say(
                    f"Đã ghi {file}: {count} chỗ cần xem.",
                    f"Wrote {file}: {count} to look at.",
                )
            )

    def _fix(self, checked: Checked, file: Path, path: Path) -> Checked:
        """Write the draft with its safe fixes; gives what is left to look at."""
        source, say = checked.document.source, self._say
        suffix = suffix_for(source)
        target = file if file.suffix == suffix else file.with_name(file.name + suffix)
        try:
            fixed = apply_fixes(source, checked.findings, date=self._now, comment=say.code)
            write_atomically(target, fixed.data)
        except UnwritableError as error:
            self._not_written(target, say(error.message, error.message_en))
            return checked
        except OSError as error:
            self._not_written(target, say(*system_words(error)))
            return checked
        done = set(map(id, fixed.applied))
        left = tuple(one for one in checked.findings if id(one) not in done)
        self._said.append(
            say(
                f"Đã ghi {target}: sửa {len(fixed.applied)} chỗ, còn {len(left)} chỗ cần xem.",
                f"Wrote {target}: {len(fixed.applied)} mended, {len(left)} left to look at.",
            )
        )
        for one in fixed.left_out:
            line, column = source.position(one.finding.start)
            reason = say(one.reason, one.reason_en)
            self._said.append(
                say(
                    f"{checked.name}:{line}:{column}: {one.finding.rule} chưa sửa được: {reason}.",
                    f"{checked.name}:{line}:{column}: {one.finding.rule} not mended: {reason}.",
                )
            )
        return msgspec.structs.replace(checked, findings=left)

    def _not_written(self, file: Path, words: str) -> None:
        self._failed = True
        self._said.append(
            self._say(f"Không ghi được {file}: {words}.", f"Cannot write {file}: {words}.")
        )


def _colourful() -> bool:
    """Whether the screen takes colours, by the usual signs."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
