"""Where reports go: the screen, one file, or a folder with files of their own for each draft."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import rich_click as click

from minhphap.cli.files import STDIN, called, common_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from minhphap.cli.language import Language

SCREEN = ("terminal", "github")
"""Forms that are read where they are printed, unless a file is named for them alone."""
GATHERED = {"terminal": ".txt", "github": ".txt", "json": ".json", "sarif": ".sarif"}
"""Forms that hold all drafts of a call, and the suffix of their file."""
EACH = {"html": ".nhan-xet.html", "docx": ".nhan-xet.docx"}
"""Forms that hold one draft, and what their file is called after the draft."""
FORMATS = (*GATHERED, *EACH)
BY_SUFFIX = {
    ".json": "json",
    ".sarif": "sarif",
    ".html": "html",
    ".docx": "docx",
    ".txt": "terminal",
}
REPORT_NAME = "minhphap"


class Plan(msgspec.Struct, frozen=True):
    """What is printed, what is written for all drafts, and what for each."""

    printed: tuple[str, ...]
    gathered: dict[str, Path]
    each: dict[str, dict[Path, Path]]
    """By form, then by draft. "fixed" is the draft with its safe fixes."""


def plan(
    paths: Sequence[Path],
    formats: tuple[str, ...],
    output: str | None,
    fix: bool,
    stdin_filename: str | None,
    say: Language,
) -> Plan:
    """Decide the place of every report before any draft is read.

    Without ``output`` screen forms are printed and the files of a draft stand beside it. A folder
    takes all files; the name of a file takes the one form that is not printed. Raises UsageError
    where two reports would share a place, or a report would replace a draft.
    """
    forms = list(dict.fromkeys(formats))
    if fix:
        forms = [*(one for one in forms if one != "docx"), "fixed"]
    if output is None:
        return _beside(paths, forms, stdin_filename, say)
    if names_folder(output):
        return _into(Path(output), paths, forms, stdin_filename)
    return _onto(Path(output), paths, forms, say)


def names_folder(output: str) -> bool:
    """Whether an output is a folder: one that is there, "reports/", or a name without suffix."""
    path = Path(output)
    return path.is_dir() or output.endswith(("/", os.sep)) or not path.suffix


def _beside(
    paths: Sequence[Path], forms: list[str], stdin_filename: str | None, say: Language
) -> Plan:
    printed = tuple(one for one in forms if one in GATHERED)
    if len(printed) > 1:
        raise click.UsageError(
            say(
                f"không in được cả {printed[0]} và {printed[1]} ra màn hình; thêm --output THƯ-MỤC",
                f"{printed[0]} and {printed[1]} cannot share the screen; add --output FOLDER",
            )
        )
    places = {path: path.parent for path in paths}
    return Plan(printed, {}, _each(paths, forms, places, stdin_filename))


def _into(
    folder: Path, paths: Sequence[Path], forms: list[str], stdin_filename: str | None
) -> Plan:
    """Files in a folder; drafts of several folders keep their sub-folders."""
    root = common_folder(paths)
    places = {
        path: folder if path == STDIN else folder / path.absolute().parent.relative_to(root)
        for path in paths
    }
    gathered = {
        one: folder / f"{REPORT_NAME}{GATHERED[one]}"
        for one in forms
        if one in GATHERED and one not in SCREEN
    }
    screen = tuple(one for one in forms if one in SCREEN)
    return Plan(screen, gathered, _each(paths, forms, places, stdin_filename))


def _onto(file: Path, paths: Sequence[Path], forms: list[str], say: Language) -> Plan:
    filed = [one for one in forms if one not in SCREEN] or forms
    if len(filed) > 1:
        raise click.UsageError(
            say(
                f"“{file}” chỉ chứa được một dạng báo cáo; nêu một thư mục sau --output",
                f"“{file}” can hold one form only; give a folder after --output",
            )
        )
    form = filed[0]
    suffix = file.suffix.lower()
    if form != "fixed" and suffix in BY_SUFFIX and not {**GATHERED, **EACH}[form].endswith(suffix):
        raise click.UsageError(
            say(
                f"“{file}” không có đuôi của dạng {form}",
                f"“{file}” has not the suffix of the form {form}",
            )
        )
    if any(file.absolute() == path.absolute() for path in paths):
        raise click.UsageError(
            say(
                f"--output “{file}” trùng với chính dự thảo; đặt tên khác để giữ nguyên bản gốc",
                f"--output “{file}” is the draft itself; choose another name",
            )
        )
    printed = tuple(one for one in forms if one != form)
    if form in GATHERED:
        return Plan(printed, {form: file}, {})
    if len(paths) > 1:
        raise click.UsageError(
            say(
                f"“{file}” chỉ chứa được một dự thảo, có {len(paths)} tệp; nêu một thư mục sau"
                " --output",
                f"“{file}” holds one draft, there are {len(paths)}; give a folder after --output",
            )
        )
    return Plan(printed, {}, {form: {paths[0]: file}})


def _each(
    paths: Sequence[Path], forms: list[str], places: dict[Path, Path], stdin_filename: str | None
) -> dict[str, dict[Path, Path]]:
    """A file for each draft; drafts that differ in their suffix only keep it in the name."""
    names = {path: Path(called(path, stdin_filename)) for path in paths}
    stems = Counter((places[path], names[path].stem) for path in paths)
    bases = {
        path: name.stem if stems[places[path], name.stem] == 1 else name.name
        for path, name in names.items()
    }
    endings = {**EACH, "fixed": ".sua"}  # the fixed file's suffix is known once it is read
    return {
        form: {path: places[path] / (bases[path] + endings[form]) for path in paths}
        for form in forms
        if form in endings
    }
