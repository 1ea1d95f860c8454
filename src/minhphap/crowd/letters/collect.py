"""The verb: a folder of replies → every passage, once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from minhphap.crowd.letters.asked import Asked, AskedBody
from minhphap.crowd.letters.drafts import with_ids
from minhphap.crowd.letters.mail import read_message
from minhphap.crowd.letters.reading import Desk
from minhphap.crowd.letters.same import without_twins
from minhphap.crowd.letters.sheets import read_sheets
from minhphap.crowd.letters.values import Collection, Letter, RefusedFile
from minhphap.intake import Limits, Unreadable, read
from minhphap.structure import Document

SUFFIXES = frozenset(
    ".docx .docm .doc .odt .rtf .pdf .html .htm .mhtml .mht .txt .md .png .jpg .jpeg .tif .tiff .eml"
    " .xlsx .xlsm .csv".split()
)
_SHEETS = frozenset((".xlsx", ".xlsm", ".csv"))


def collect(
    folder: Path | Iterable[Path],
    draft: Document,
    *,
    asked: tuple[AskedBody, ...] = (),
    limits: Limits | None = None,
    progress: Callable[[int, int, str], None] | None = None,
) -> Collection:
    """Read every reply in a folder (or the files given) and place its passages in the draft.

    ``asked``: the bodies that were asked; senders are then spelt as in the list. ``progress`` is
    told how many files are done, how many there are, and the one that comes next. A file that
    cannot be read is listed with one sentence; the rest goes on.
    """
    root, files = _files(folder)
    desk, list_ = Desk(draft), Asked(asked)
    letters: list[Letter] = []
    refused: list[RefusedFile] = []
    for done, path in enumerate(files):
        name = path.relative_to(root).as_posix() if root else path.name
        if progress:
            progress(done, len(files), name)
        try:
            letters += _letters(path, name, desk, limits, refused)
        except Unreadable as error:
            refused.append(RefusedFile(name, error.message, error.message_en))
        except OSError as error:
            said = error.strerror or "?"
            refused.append(
                RefusedFile(name, f"không mở được tệp: {said}", f"cannot open the file: {said}")
            )
    if progress:
        progress(len(files), len(files), "")
    named = [_named(letter, list_) for letter in letters]
    return Collection(draft, tuple(without_twins(named)), tuple(refused))


def _files(folder: Path | Iterable[Path]) -> tuple[Path | None, list[Path]]:
    if not isinstance(folder, Path):
        return None, list(folder)
    if folder.is_file():
        return folder.parent, [folder]
    found = sorted(path for path in folder.rglob("*") if _wanted(path, folder))
    return folder, found


def _wanted(path: Path, root: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(root).parts)
    return path.suffix.lower() in SUFFIXES and not hidden and path.is_file()


def _letters(
    path: Path, name: str, desk: Desk, limits: Limits | None, refused: list[RefusedFile]
) -> list[Letter]:
    suffix = path.suffix.lower()
    if suffix in _SHEETS:
        source, cells = read_sheets(path)
        return desk.sheet(source, cells, name)
    if suffix == ".eml":
        return _message(path.read_bytes(), name, desk, limits, refused)
    return desk.letters(read(path, limits=limits), name)


def _message(
    data: bytes, name: str, desk: Desk, limits: Limits | None, refused: list[RefusedFile]
) -> list[Letter]:
    """The letters of a message: its attachments, and its own text when that says something."""
    message = read_message(data)
    letters: list[Letter] = []
    for title, content in message.attachments:
        inner = f"{name}/{title}"
        try:
            letters += desk.letters(read(content, name=title, limits=limits), inner)
        except Unreadable as error:
            refused.append(RefusedFile(inner, error.message, error.message_en))
    if message.body:
        title, content = message.body
        for letter in desk.letters(read(content, name=title, limits=limits), name):
            if letter.passages or not letters:
                letter = msgspec.structs.replace(
                    letter, sender=letter.sender or message.sender, date=letter.date or message.date
                )
                letters.append(letter)
    return letters


def _named(letter: Letter, asked: Asked) -> Letter:
    """The letter with its sender spelt as in the list of bodies asked."""
    body = asked.match(letter.sender, letter.number)
    if body is None:
        return letter
    return msgspec.structs.replace(
        letter,
        sender=body.name,
        asked=True,
        passages=with_ids(body.name, letter.number, list(letter.passages)),
    )
