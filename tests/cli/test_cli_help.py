"""Every command teaches by example, is told of in the docs, and loads only what it needs."""

import subprocess
import sys

import pytest
from cli_samples import ROOT, minhphap, plain_environment, word

from minhphap.cli.main import COMMANDS

SHELLS = {"bash": "complete -o", "zsh": "#compdef minhphap", "fish": "complete --no-files"}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("lang", "word_"), [("vi", "Ví dụ"), ("en", "Example")])
def test_help_has_an_example(tmp_path, command, lang, word_):
    done = minhphap("--lang", lang, command, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert word_ in done.stdout
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert any(
        line.startswith((f"minhphap {command}", f'eval "$(minhphap {command}')) for line in lines
    )
    assert "Show this message" not in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_docs_tell_of_the_command(command):
    pages = [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]
    assert any(f"minhphap {command}" in page.read_text(encoding="utf-8") for page in pages)


def test_group_help_lists_all_commands(tmp_path):
    for call in ([], ["--help"], ["-h"]):
        done = minhphap(*call, cwd=tmp_path)
        for command in COMMANDS:
            assert f" {command} " in done.stdout


def modules(tmp_path, *arguments):
    """The modules that a call has loaded."""
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: print('\\n'.join(sys.modules), file=sys.stderr))\n"
        f"sys.argv = ['minhphap', *{arguments!r}]\n"
        "from minhphap.cli.main import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        env=plain_environment(),
        check=False,
    )
    return set(done.stderr.decode().split())


@pytest.mark.parametrize(
    ("call", "unwanted"),
    [
        (["--version"], ["minhphap.reports", "minhphap.intake.pdf", "docx", "openpyxl"]),
        (["completion", "bash"], ["minhphap.intake", "minhphap.structure", "minhphap.rules"]),
        (["rules"], ["minhphap.intake.pdf", "docx", "openpyxl", "rich.progress"]),
        (["show", "a.docx"], ["minhphap.rules", "minhphap.reports", "minhphap.citations"]),
        (["cite", "a.docx"], ["minhphap.rules", "minhphap.reports"]),
        (
            ["check", "a.docx"],
            [
                "minhphap.intake.pdf",
                "minhphap.intake.html",
                "minhphap.intake.ocr",
                "minhphap.reports.docx",
                "minhphap.reports.html",
                "minhphap.reports.sarif",
                "rich.progress",
                "docx",
                "openpyxl",
                "pypdfium2",
                "jsonschema",
            ],
        ),
    ],
    ids=lambda one: one[0],
)
def test_start_up_loads_only_what_the_command_uses(tmp_path, call, unwanted):
    word(tmp_path / "a.docx", "Điều 1. Phạm vi\nQuyết định này quy định giờ mở cửa.\n")
    loaded = modules(tmp_path, *call)
    assert "minhphap.cli.main" in loaded
    assert loaded.isdisjoint(unwanted)


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_script(tmp_path, shell):
    done = minhphap("completion", shell, cwd=tmp_path)
    assert done.returncode == 0
    assert SHELLS[shell] in done.stdout
    assert "_MINHPHAP_COMPLETE" in done.stdout


def test_completion_completes_commands_and_options(tmp_path):
    def complete(words, place):
        env = {
            "_MINHPHAP_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(place),
        }
        done = minhphap(cwd=tmp_path, env=env)
        return [line.split(",")[1] for line in done.stdout.splitlines()]

    assert complete("minhphap chec", 1) == ["check"]
    assert complete("minhphap check --sel", 2) == ["--select"]
    assert complete("minhphap check --format sa", 3) == ["sarif"]
