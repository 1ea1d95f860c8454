"""Make the pictures of docs/pictures from real runs on examples/.

    python tools/make_pictures.py

terminal.svg: what ``minhphap check`` prints, colours included; report.png: the page it writes, in a
browser (chromium).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
DRAFT = "examples/du-thao-cho-dem-con-loi.docx"
COLUMNS = 96
LINES = 34  # of the terminal; the rest of the report is cut
FONTS = "'SF Mono', 'Cascadia Mono', Consolas, 'Liberation Mono', 'Noto Sans Mono', monospace"
"""Fonts that have all Vietnamese letters; the picture loads none."""


def minhphap(*arguments: str) -> str:
    """What one call prints on a terminal with colours."""
    env = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(COLUMNS)}
    done = subprocess.run(
        [sys.executable, "-m", "minhphap", *arguments],
        cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return done.stdout


def terminal() -> None:
    """The first findings and the last line of the report."""
    lines = minhphap("check", DRAFT).rstrip().splitlines()
    end = max(i for i, line in enumerate(lines[:LINES]) if not line.strip())
    shown = [*lines[: end + 1], "…", "", lines[-1]]
    console = Console(record=True, width=COLUMNS, file=open(os.devnull, "w"))  # noqa: SIM115, PTH123
    console.print(Text.assemble(("$ ", "dim"), (f"minhphap check {DRAFT}", "bold")))
    console.print(Text.from_ansi("\n".join(shown)))
    svg = console.export_svg(title="minhphap check", unique_id="minhphap")
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", FONTS).replace('"Fira Code"', FONTS)
    (PICTURES / "terminal.svg").write_text(svg, encoding="utf-8")


def report(folder: Path) -> None:
    """The page in a browser window of an office screen."""
    page = folder / "report.html"
    minhphap("check", DRAFT, "--output", str(page))
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
         "--force-device-scale-factor=1", "--window-size=1360,900",
         f"--screenshot={PICTURES / 'report.png'}", page.as_uri()],
        check=True, capture_output=True,
    )  # fmt: skip


def main() -> None:
    """Make all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    terminal()
    with tempfile.TemporaryDirectory() as name:
        report(Path(name))


if __name__ == "__main__":
    main()
