"""Long work shows what is done and what remains, on a terminal only."""

import os
import pty
import subprocess
import sys

from cli_samples import BROKEN, plain, plain_environment


def on_terminal(folder, *arguments):
    """What a call writes to a terminal on standard error."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "minhphap", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env={**plain_environment(), "TERM": "xterm", "COLUMNS": "100"},
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        seen += piece
    os.close(ours)
    child.wait(timeout=60)
    return seen.decode(errors="replace")


def test_several_files_have_a_bar_with_numbers_and_the_name(tmp_path):
    for name in ("a.txt", "b.txt", "c.txt"):
        plain(tmp_path / name, BROKEN)
    seen = on_terminal(tmp_path, "check", ".")
    assert "/3" in seen
    assert "đang đọc" in seen


def test_one_short_file_has_none(tmp_path):
    plain(tmp_path / "a.txt", BROKEN)
    assert on_terminal(tmp_path, "check", "a.txt") == ""
