"""The bare text of an old Word file through catdoc, where LibreOffice is not installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from minhphap.intake.limits import Limits

_FIELD = re.compile(
    r"[ \t]*\b(?:MERGEFIELD|HYPERLINK|PAGEREF|REF|SEQ|FORMTEXT)\b"
    r"(?:[ \t]+(?:\\\S+|\"[^\"\n]*\"|[A-Za-z_]\w*))*[ \t]*"
)
"""The instruction of a field, which catdoc prints before its result."""


def doc_text(data: bytes, limits: Limits) -> str | None:
    """The text, one paragraph a line; None when catdoc is missing or cannot read the file."""
    program = shutil.which("catdoc")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.doc"
        source.write_bytes(data)
        try:
            done = subprocess.run(
                [program, "-w", "-s", "cp1252", "-d", "utf-8", str(source)],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=limits.seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return None
    if done.returncode:
        return None
    return _FIELD.sub(" ", done.stdout.decode("utf-8", "replace"))
