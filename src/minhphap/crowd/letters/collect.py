"""The verb: a folder of replies → every passage, once."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
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
    [
        ".docx",
        ".docm",
        ".doc",
        ".odt",
        ".rtf",
        ".pdf",
        ".html",
        ".htm",
        ".mhtml",
        ".mht",
        ".txt",
        ".md",
        ".png",
        ".jpg",
        ".jpeg",
        ".tif",
        ".tiff",
        ".eml",
        ".xlsx",
        ".xlsm",
        ".csv",
    ]
)
_SHEETS = frozenset((".xlsx", ".xlsm", ".csv"))
_OWN = b"urn:minhphap:letters"


def letter_files(folder: Path) -> list[Path]:
    """The files of a folder, searched to the bottom, that can hold replies, in a steady order.

    Hidden files and Word's lock files are passed over, and tables that this room has written.
    """
    found = (path for path in folder.rglob("*") if _wanted(path, folder))
    return sorted(path for path in found if not is_own_table(path))


def _wanted(path: Path, root: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(root).parts)
    return path.suffix.lower() in SUFFIXES and not hidden and path.is_file()


def is_own_table(path: Path) -> bool:
    """True for a table of this room: it lies among the letters, it is none."""
    if path.suffix.lower() not in (".xlsx", ".docx"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            names = package.namelist()
            if path.suffix.lower() == ".xlsx":
                return "xl/workbook.xml" in names and b'"_minhphap"' in package.read(
                    "xl/workbook.xml"
                )
            parts = [name for name in names if name.startswith("customXml/")]
            return any(_OWN in package.read(name)[:400] for name in parts)
    except (zipfile.BadZipFile, OSError):
        return False


def collect(
    replies: str | Path | Iterable[str | Path],
    draft: Document,
    *,
    root: Path | None = None,
    asked: tuple[AskedBody, ...] = (),
    earlier: Document | None = None,
    limits: Limits | None = None,
) -> Collection:
    """Read every reply of a folder (or the files given, or one) and place its passages.

    ``root``: the folder from which files are named; for a folder that folder. ``asked``: the
    bodies that were asked; senders are then spelt as in the list. ``earlier``: the version before
    this one, whose numbers a letter that came late may still use. A file that cannot be read is
    listed with one sentence; the rest goes on. Files are read one after the other as the iterable
    gives them, so that a caller can show progress.
    """
    if isinstance(replies, str | Path):
        folder = Path(replies)
        replies = [folder] if folder.is_file() else letter_files(folder)
        root = root or (None if folder.is_file() else folder)
    desk, known = Desk(draft, earlier), Asked(asked)
    letters: list[Letter] = []
    refused: list[RefusedFile] = []
    for file in replies:
        path = Path(file)
        inside = root is not None and path.is_relative_to(root)
        name = path.relative_to(root).as_posix() if root and inside else path.name
        try:
            letters += _letters(path, name, desk, limits, refused)
        except Unreadable as error:
            refused.append(RefusedFile(name, error.message, error.message_en))
        except OSError as error:
            said = error.strerror or "?"
            vi, en = f"Không mở được tệp: {said}.", f"The file cannot be opened: {said}."
            refused.append(RefusedFile(name, vi, en))
    named = [_named(letter, known) for letter in letters]
    return Collection(draft, tuple(without_twins(named)), tuple(refused))


def _letters(
    path: Path, name: str, desk: Desk, limits: Limits | None, refused: list[RefusedFile]
) -> list[Letter]:
    suffix = path.suffix.lower()
    if suffix in _SHEETS:
        source, cells = read_sheets(path.read_bytes(), path.name)
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
            if Path(title).suffix.lower() in _SHEETS:
                source, cells = read_sheets(content, title)
                letters += desk.sheet(source, cells, inner)
            else:
                letters += desk.letters(read(content, name=title, limits=limits), inner)
        except Unreadable as error:
            refused.append(RefusedFile(inner, error.message, error.message_en))
    if message.body:
        title, content = message.body
        for letter in desk.letters(read(content, name=title, limits=limits), name):
            if letter.passages or not letters:
                sender, date = letter.sender or message.sender, letter.date or message.date
                letters.append(msgspec.structs.replace(letter, sender=sender, date=date))
    return [
        letter if letter.sender else msgspec.structs.replace(letter, sender=message.sender)
        for letter in letters
    ]


def _named(letter: Letter, asked: Asked) -> Letter:
    """The letter with its sender spelt as in the list of bodies asked, and the ids made of it."""
    body = asked.match(letter.sender, letter.number)
    sender = body.name if body else letter.sender
    passages = with_ids(sender, letter.number, list(letter.passages))
    return msgspec.structs.replace(letter, sender=sender, asked=body is not None, passages=passages)
