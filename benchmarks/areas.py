#!/usr/bin/env python3
"""Fields of law told from titles, beside the topics the official codification gives the documents.

    python benchmarks/areas.py TOPICS.tsv [--show N]

TOPICS.tsv has one document a line: number, date, kind, issuer, title, and its topics ("11.1" or
"11", several with commas), as gathered from the published codification (Bộ pháp điển); it is no
part of the project. The half whose number hashes to an even digest was read while the terms were
written; the other half was not.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from pathlib import Path

from minhphap.law import areas_of


def main() -> None:
    """Print how often the topic is told, on both halves."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("topics", type=Path)
    parser.add_argument(
        "--show", type=int, default=0, help="print so many misses of the first half"
    )
    asked = parser.parse_args()
    halves: list[list[tuple[str, str, set[int]]]] = [[], []]
    for line in asked.topics.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if len(cells) == 6:
            number, title = cells[0], cells[4]
            wanted = {int(topic.split(".")[0]) for topic in cells[5].split(",")}
            halves[_half(number)].append((number, title, wanted))
    for name, rows in zip(("read", "unread"), halves, strict=True):
        start = time.perf_counter()
        told = [areas_of(title, number) for number, title, _ in rows]
        took = (time.perf_counter() - start) / len(rows)
        pairs = list(zip(told, rows, strict=True))
        first = sum(bool(one) and one[0] in row[2] for one, row in pairs) / len(rows)
        among = sum(bool(set(one) & row[2]) for one, row in pairs) / len(rows)
        size = sum(map(len, told)) / len(rows)
        print(
            f"{name:6} {len(rows)} titles: first {first:.1%}, among those told {among:.1%}"
            f" ({size:.2f} told), {took * 1e6:.0f} µs a title"
        )
        if name == "read":
            misses = [(one, row) for one, row in pairs if not set(one) & row[2]]
            for one, (number, title, wanted) in misses[: asked.show]:
                print(f"  {one} {sorted(wanted)} {number} {title[:120]}")


def _half(number: str) -> int:
    return int(hashlib.md5(number.encode()).hexdigest(), 16) % 2


if __name__ == "__main__":
    main()
