"""Old and foreign word processor files to .docx, through LibreOffice as a process of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from minhphap.intake.errors import Unreadable
from minhphap.intake.limits import Limits

_PROGRAMS = (
    "soffice",
    "libreoffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_SUFFIXES = frozenset((".doc", ".odt", ".rtf"))


def converter() -> str | None:
    """The path of LibreOffice, or None when it is not installed."""
    return next((path for name in _PROGRAMS if (path := shutil.which(name))), None)


def to_docx(data: bytes, suffix: str, limits: Limits) -> bytes:
    """The same document as .docx; ``suffix`` is ".doc", ".odt" or ".rtf".

    LibreOffice runs with a profile of its own in a temporary folder, so that it neither reads the
    user's settings (macros stay off) nor disturbs an open window, and is ended with all its
    children when the time is up.
    """
    if suffix not in _SUFFIXES:
        raise ValueError(f"not a suffix that is converted: {suffix}")
    program = converter()
    if program is None:
        raise Unreadable(
            f"Để đọc tệp {suffix} cần cài LibreOffice (gói libreoffice-writer), hoặc lưu lại tệp "
            "thành .docx.",
            f"Reading a {suffix} file needs LibreOffice (package libreoffice-writer); or save the "
            "file as .docx.",
            "converter-missing",
        )
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        source = place / f"source{suffix}"
        source.write_bytes(data)
        _run(program, source, place, limits.seconds)
        result = place / "out" / "source.docx"
        if not result.is_file() or not result.stat().st_size:
            raise _failed(suffix)
        if result.stat().st_size > limits.unpacked_bytes:
            raise Unreadable(
                "Tệp sau khi chuyển đổi quá lớn; hãy tách nhỏ tệp.",
                "The file is too large after conversion; split it.",
                "too-large",
            )
        return result.read_bytes()


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
        raise Unreadable(
            f"LibreOffice không chuyển đổi xong tệp trong {seconds:g} giây; hãy mở tệp và lưu lại "
            "thành .docx.",
            f"LibreOffice did not convert the file within {seconds:g} seconds; open it and save it "
            "as .docx.",
            "converter-timeout",
        ) from None
    finally:
        _end_group(process)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End the converter and the children that it started, whatever happened."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _failed(suffix: str) -> Unreadable:
    return Unreadable(
        f"LibreOffice không mở được tệp {suffix} này (tệp có thể bị hỏng hoặc đặt mật khẩu); hãy "
        "mở bằng Word và lưu lại thành .docx.",
        f"LibreOffice could not open this {suffix} file (it may be damaged or protected); open it "
        "in Word and save it as .docx.",
        "converter-failed",
    )
