"""Old and foreign word processor files, read through LibreOffice as a process of its own.

Without LibreOffice the text of a .doc is still read, by catdoc where that is installed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Literal

import msgspec

from minhphap.intake import ole
from minhphap.intake.catdoc import doc_text
from minhphap.intake.docx import read_docx
from minhphap.intake.limits import Limits
from minhphap.intake.notices import macros
from minhphap.intake.plain import source_of_text
from minhphap.intake.refusals import unpacks_too_large
from minhphap.intake.refusals_tools import converter_failed, converter_missing, converter_slow
from minhphap.intake.source import Format, Notice, Source

Foreign = Literal["doc", "odt", "rtf", "xml", "strict"]

_PROGRAMS = (
    "soffice",
    "libreoffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_FORMATS: dict[Foreign, tuple[str, Format]] = {
    "doc": (".doc", "doc"),
    "odt": (".odt", "odt"),
    "rtf": (".rtf", "rtf"),
    "xml": (".xml", "doc"),
    "strict": (".docx", "docx"),
}
"""The suffix that LibreOffice wants to see, and what the reader of a report is told."""

_COMMON = "/org.openoffice.Office.Common"
_SETTINGS = (
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", "3"),
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (f"{_COMMON}/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""No macro runs, no link is followed: neither to a host nor to a file of this machine."""


def read_converted(kind: Foreign, data: bytes, name: str, limits: Limits) -> Source:
    """Read a file as the Word file that LibreOffice makes of it. Raises Unreadable.

    ``Source.data`` is that Word file, so that comments can be written into it.
    """
    suffix, form = _FORMATS[kind]
    program = converter()
    if program is None:
        return _without_converter(kind, data, name, limits)
    source = read_docx(_converted(program, data, suffix, limits), name, limits)
    notices = (_said(suffix), *_macros(kind, data), *source.notices)
    return msgspec.structs.replace(source, format=form, notices=notices)


def converter() -> str | None:
    """The path of LibreOffice, or None when it is not installed."""
    return next((path for name in _PROGRAMS if (path := shutil.which(name))), None)


def _said(suffix: str) -> Notice:
    return Notice(
        "converted",
        f"Tệp {suffix} được LibreOffice chuyển sang .docx để đọc; số thứ tự tự động và cách trình"
        " bày có thể khác bản gốc.",
        f"The {suffix} file was converted to .docx by LibreOffice; automatic numbers and look may"
        " differ from the original.",
    )


def _macros(kind: Foreign, data: bytes) -> tuple[Notice, ...]:
    if kind != "doc" or "Macros" not in ole.top_entries(data):
        return ()
    return (macros(),)


def _without_converter(kind: Foreign, data: bytes, name: str, limits: Limits) -> Source:
    """Bare text of an old Word file; the sentence that LibreOffice is needed for any other."""
    text = doc_text(data, limits) if kind == "doc" else None
    if text is None:
        raise converter_missing(_FORMATS[kind][0])
    notice = Notice(
        "text-only",
        "Chưa cài LibreOffice nên chỉ lấy được chữ của tệp .doc; số thứ tự tự động, bảng và cách"
        " trình bày bị mất. Hãy cài LibreOffice (gói libreoffice-writer) để đọc đầy đủ.",
        "LibreOffice is not installed, so only the bare text of the .doc was read: automatic"
        " numbers, tables and look are lost. Install LibreOffice (package libreoffice-writer).",
    )
    return source_of_text(text, name, "doc", b"", (notice, *_macros(kind, data)))


def _converted(program: str, data: bytes, suffix: str, limits: Limits) -> bytes:
    """The same document as .docx.

    LibreOffice runs with a profile of its own in a temporary folder, so that it neither reads the
    user's settings nor disturbs an open window, and is ended with all its children when the time
    is up.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        source = place / f"source{suffix}"
        source.write_bytes(data)
        _write_profile(place / "profile" / "user")
        _run(program, source, place, limits.seconds)
        result = place / "out" / "source.docx"
        if not result.is_file() or not result.stat().st_size:
            raise converter_failed(suffix)
        if result.stat().st_size > limits.unpacked_bytes:
            raise unpacks_too_large(limits.unpacked_bytes)
        return result.read_bytes()


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for path, name, value in _SETTINGS
    )
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/'
        f'registry">{items}</oor:items>',
        encoding="utf-8",
    )


def _run(program: str, source: Path, place: Path, seconds: float) -> None:
    command = [
        program,
        f"-env:UserInstallation={(place / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(place / "out"),
        str(source),
    ]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, "HOME": str(place)},
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise converter_slow(seconds) from None
    finally:
        _end_group(process)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End the converter and the children that it started, whatever happened."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
