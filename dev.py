#!/usr/bin/env python3
"""Set up and run the project with nothing but Python 3.11 or newer.

python3 dev.py demo    check every draft in examples/, write commented Word files to out/
python3 dev.py test    format, lint, types, layers, tests
python3 dev.py pin     compile requirements/*.in into hash-pinned requirements/*.txt (needs uv)
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")


def run(*command: str | Path) -> None:
    """Run one command in the project folder; stop with its exit code when it fails."""
    print("$", *(str(part).removeprefix(f"{ROOT}/") for part in command), flush=True)
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PATH": path}, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def install(name: str) -> None:
    """Install requirements/NAME.txt and the package itself into .venv, unless that was done."""
    requirements = ROOT / "requirements" / f"{name}.txt"
    stamp = VENV / f".{name}"
    wanted = requirements.read_text() + (ROOT / "pyproject.toml").read_text()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    if not (BIN / "pip").exists():
        made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False)
        if made.returncode:
            sys.exit("Python's venv module is missing; on Debian: apt-get install python3-venv")
    pip = (BIN / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    run(*pip, "--require-hashes", "-r", requirements)
    run(*pip, "--no-deps", "--no-build-isolation", "-e", ".")
    stamp.write_text(wanted)


def demo() -> None:
    """Check the drafts of examples/ as a drafting officer would."""
    install("base")
    run(BIN / "python", "-m", "minhphap", "demo")


def test() -> None:
    """Everything a change must pass."""
    install("dev")
    run(BIN / "ruff", "format", "--check", ".")
    run(BIN / "ruff", "check", ".")
    run(BIN / "mypy")
    run(BIN / "lint-imports")
    run(BIN / "pytest")


def pin() -> None:
    """Compile the requirement files without recording where the packages came from."""
    uv = shutil.which("uv") or sys.exit("pin needs uv on the PATH: pip install uv")
    for name in ("base", "dev"):
        run(uv, "pip", "compile", "--quiet", f"requirements/{name}.in", "--generate-hashes",
            "--no-emit-index-url", "--no-header", "--no-annotate", "--python-version", "3.11",
            "--universal", "-o", f"requirements/{name}.txt")  # fmt: skip


if __name__ == "__main__":
    verbs = {"demo": demo, "test": test, "pin": pin}
    if len(sys.argv) != 2 or sys.argv[1] not in verbs:
        sys.exit(__doc__)
    verbs[sys.argv[1]]()
