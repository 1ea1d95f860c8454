#!/usr/bin/env python3
"""Finding and reading citations: our speed beside eyecite's, per character, in one run.

    python benchmarks/speed_citations.py [--no-peer] [--times N]

Each side reads a text of our own writing in its own language with as many citations per character
as a dense legal text has, at about 80,000 and 800,000 characters; one process each, one core, best
of some runs. eyecite (with its AhocorasickTokenizer) goes into a virtual environment of its own
in the temporary folder. The goal is on characters per second: 10 and 20 times eyecite's.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PEER = Path(tempfile.gettempdir()) / "minhphap-bench-eyecite"
SMALL, LARGE = 80_000, 800_000
OURS = (
    "{n}. Ủy ban nhân dân xã hỗ trợ các hộ gia đình thuộc đối tượng quy định tại điểm a và điểm b"
    " khoản {k} Điều {a} Nghị quyết này, trừ trường hợp quy định tại các khoản 1, 2 và 3 Điều {b}"
    " của Luật Đất đai số 31/2024/QH15; mức hỗ trợ thực hiện theo Nghị định số {n}/2025/NĐ-CP ngày"
    " 12 tháng 6 năm 2025 của Chính phủ quy định chi tiết một số điều của Luật Ngân sách nhà nước,"
    " được sửa đổi, bổ sung bởi Nghị định số {k}/2026/NĐ-CP. Hồ sơ gồm đơn đề nghị theo Mẫu số"
    " 0{k} tại Phụ lục II ban hành kèm theo Nghị quyết này và bản sao giấy tờ liên quan; thời hạn"
    " giải quyết là 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.\n"
)
THEIRS = (
    "{n}. The trial court denied the motion, and the court of appeals affirmed. Mill v. Brook,"
    " {a} F.3d {n}, {b} (9th Cir. 20{k:02d}); see also Stone v. Hill, 5{k:02d} U.S. {n}"
    " (19{a:02d}); the statute provides as much, and the commentary is to the same effect. 42"
    " U.S.C. § {n}. The rule is settled. Nothing in the record shows that the parties agreed to"
    " another forum. Id. at {b}; Mill, supra, at {a}. The petitioner therefore has to show that"
    " the delay was not of his own making and that he acted with the care that a reasonable person"
    " would have used in the same place.\n"
)
PEER_PROGRAM = """
import json, sys, time
from eyecite import get_citations
from eyecite.tokenizers import AhocorasickTokenizer
texts, times = json.load(sys.stdin), int(sys.argv[1])
tokenizer = AhocorasickTokenizer()
get_citations(texts[0][:2000], tokenizer=tokenizer)
out = []
for text in texts:
    best, found = 1e9, 0
    for _ in range(times if len(text) < 200000 else 1):
        start = time.process_time()
        found = len(get_citations(text, tokenizer=tokenizer))
        best = min(best, time.process_time() - start)
    out.append([len(text), best, found])
print(json.dumps(out))
"""


def write(sentence: str, size: int) -> str:
    """About ``size`` characters of numbered paragraphs."""
    parts: list[str] = []
    length = n = 0
    while length < size:
        n += 1
        parts.append(sentence.format(n=n, k=n % 9 + 1, a=n % 90 + 10, b=n % 170 + 20))
        length += len(parts[-1])
    return "".join(parts)


def best(run: Callable[[], object], times: int) -> float:
    """The shortest of some runs, in seconds of processor time."""
    shortest = float("inf")
    for _ in range(times):
        start = time.process_time()
        run()
        shortest = min(shortest, time.process_time() - start)
    return shortest


def ours(times: int) -> list[list[float]]:
    """Characters, seconds and citations at both sizes."""
    from minhphap.citations import Context, cite_passage

    context = Context(kind="resolution", where="body", eid="art_1")
    rows = []
    cite_passage(write(OURS, 2000), context)
    for size in (SMALL, LARGE):
        text = write(OURS, size)
        found = len(cite_passage(text, context))
        rows.append([len(text), best(lambda t=text: cite_passage(t, context), times), found])
    return rows


def whole(times: int) -> list[float]:
    """The same for a whole document: citations of each provision in its own context."""
    from minhphap.citations import cite
    from minhphap.structure import parse_text

    text = write("Điều {n}. Chính sách hỗ trợ\n" + OURS.replace("{n}. ", "1. ", 1), LARGE)
    document = parse_text(text)
    found = len(cite(document))
    both = best(lambda: cite(parse_text(text)), 1)
    return [len(text), both, found, best(lambda: cite(document), times)]


def peer(times: int) -> list[list[float]] | None:
    """The same rows for eyecite; None when it cannot be had."""
    python = PEER / "bin" / "python"
    if not python.exists():
        made = subprocess.run([sys.executable, "-m", "venv", PEER], check=False)
        pip = [python, "-m", "pip", "install", "--quiet", "eyecite"]
        if made.returncode or subprocess.run(pip, check=False, capture_output=True).returncode:
            return None
    texts = json.dumps([write(THEIRS, size) for size in (SMALL, LARGE)])
    done = subprocess.run(
        [python, "-c", PEER_PROGRAM, str(times)],
        input=texts.encode(), capture_output=True, check=False,
    )  # fmt: skip
    return json.loads(done.stdout) if not done.returncode else None


def verdict(holds: bool) -> str:
    """How a goal went."""
    return "ok" if holds else "MISSED"


def show(name: str, rows: list[list[float]]) -> None:
    """One line a size."""
    for chars, seconds, found in rows:
        print(
            f"{name:<10}{chars:>9,.0f} chars {seconds:>9.3f} s"
            f" {chars / seconds / 1e6:>8.3f} Mchar/s"
            f" {found:>7,.0f} citations {found / seconds:>10,.0f}/s"
        )


def main() -> None:
    """Print every figure."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--no-peer", action="store_true", help="our side only")
    options.add_argument("--times", type=int, default=9, help="runs of which the best counts")
    given = options.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # children inherit it
    mine = ours(given.times)
    show("minhphap", mine)
    growth = mine[1][1] / mine[0][1] * (mine[0][0] * 10 / mine[1][0])
    fastest = min(chars / seconds for chars, seconds, _ in mine)
    print(
        f"at least 1 Mchar/s: {verdict(fastest >= 1e6)};"
        f" t(10x)/t(1x) {growth:.1f}, goal <= 11: {verdict(growth <= 11)}"
    )
    chars, both, found, alone = whole(given.times)
    print(
        f"whole document, {chars:,.0f} chars, {found:,.0f} citations: cite {alone:.3f} s"
        f" ({chars / alone / 1e6:.2f} Mchar/s), parse and cite {both:.3f} s"
    )
    theirs = None if given.no_peer else peer(given.times)
    if theirs is None:
        if not given.no_peer:
            print("eyecite could not be installed (pip install eyecite): no comparison printed")
        return
    show("eyecite", theirs)
    for (a, b, _), (c, d, _), goal in zip(mine, theirs, (10, 20), strict=True):
        factor = (a / b) / (c / d)
        print(
            f"at {a:,.0f} chars: {factor:.1f} times as fast per character,"
            f" goal >= {goal}: {verdict(factor >= goal)}"
        )


if __name__ == "__main__":
    main()
