"""LibreOffice and Tesseract as second hands: they lay out our pages and read our pictures."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from minhphap.intake.convert import converter
from minhphap.intake.ocr import why_missing

CI = os.environ.get("CI") == "true"
needs_office = pytest.mark.skipif(
    converter() is None and not CI, reason="LibreOffice (soffice) is not installed"
)
needs_recognition = pytest.mark.skipif(
    why_missing() is not None and not CI,
    reason="the ocr extra or Tesseract's Vietnamese data are not installed",
)


def convert(data: bytes, folder: Path, target: str, suffix: str = "docx") -> bytes:
    """What LibreOffice makes of a file."""
    program = converter()
    assert program, "CI must have LibreOffice"
    source = folder / f"nguon.{suffix}"
    source.write_bytes(data)
    subprocess.run(
        [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", target, "--outdir", str(folder / "ra"), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (folder / "ra" / f"nguon.{target.split(':')[0]}").read_bytes()
