#!/usr/bin/env python3
"""Synthetic metadata at the size of the whole law of a country: size, build time, look-ups.

    python benchmarks/registry_scale.py [--documents 600000]

Invented numbers, titles and provinces. A quarter of the size is built too, to show that time and
space grow with the number of documents and not faster.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from minhphap.citations import Work
from minhphap.registry import Registry, build

PLACES = [f"tỉnh Số {number}" for number in range(1, 64)]
ORGANS = ("NĐ-CP", "QĐ-TTg", "TT-BTC", "TT-BYT", "TT-BXD", "TT-BNV", "TT-BCT", "TT-BGDĐT")
TITLE = (
    "quản lý sử dụng đất đai phí lệ phí chợ đường thủy y tế giáo dục xây dựng nhà ở hỗ trợ mức chi"
    " thu chế độ chính sách đối tượng trẻ em người cao tuổi khu vực nông thôn miền núi hải đảo"
)
WORDS = TITLE.split()
QUERIES = 20_000


def rows(count: int, target: Path) -> None:
    """Write so many invented documents."""
    chance = random.Random(1)
    with target.open("w", encoding="utf-8") as file:
        for number in range(count):
            year = 1990 + number % 37
            local = number % 3 != 0
            place = PLACES[number % len(PLACES)]
            running = number // 37 + 1
            organ = "QĐ-UBND" if local else ORGANS[number % len(ORGANS)]
            title = " ".join(chance.choices(WORDS, k=chance.randint(6, 18)))
            file.write(json.dumps({
                "number": f"{running}/{year}/{organ}",
                "title": f"Quy định về {title}",
                "issuer": f"Ủy ban nhân dân {place}" if local else "",
                "date": f"{year}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
                "effect_date": f"{year}-12-31",
                "status": "Còn hiệu lực" if number % 4 else "Hết hiệu lực toàn bộ",
            }, ensure_ascii=False) + "\n")  # fmt: skip


def measured(count: int, folder: Path) -> tuple[float, int]:
    """Build; print seconds and bytes."""
    source, target = folder / "rows.jsonl", folder / f"{count}.sqlite"
    rows(count, source)
    start = time.perf_counter()
    report = build([source], target)
    took = time.perf_counter() - start
    size = target.stat().st_size
    print(f"{report.counts['document']:,} documents: built in {took:.1f} s"
          f" ({count / took:,.0f} a second), {size / 1e6:.1f} MB"
          f" ({size / report.counts['document']:.0f} bytes a document)")  # fmt: skip
    return took, size


def p99(name: str, questions: list[str], ask: Callable[[str], object]) -> None:
    """Print median and 99th percentile of a look-up."""
    times = []
    for one in questions:
        start = time.perf_counter()
        ask(one)
        times.append(time.perf_counter() - start)
    times.sort()
    middle, high = times[len(times) // 2], times[int(len(times) * 0.99)]
    print(f"  {name}: p50 {middle * 1e3:.3f} ms, p99 {high * 1e3:.3f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=600_000)
    count = parser.parse_args().documents
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = measured(count // 4, folder)
        large = measured(count, folder)
        print(f"four times the documents: {large[0] / small[0]:.2f} times the time,"
              f" {large[1] / small[1]:.2f} times the space")  # fmt: skip
        chance = random.Random(2)
        with Registry.open(folder / f"{count}.sqlite") as law:
            numbers = [law.get(chance.randint(1, len(law))).number for _ in range(QUERIES)]
            print(f"look-ups among {len(law):,} documents, one process:")
            p99("by number", numbers, law.find)
            p99("as one types", [one[: one.index("/") + 4] for one in numbers], law.complete)
            p99("resolve", numbers, lambda one: law.resolve(Work(number=one)))


if __name__ == "__main__":
    main()
