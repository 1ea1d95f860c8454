"""Search beside a plain BM25: Recall@10, MRR@10, slips of typing, time of a query.

    python benchmarks/retrieval.py [--data DIR] [--index DIR] [--engine tantivy|fts5]

DIR is laid out like the folder of gold sets. The plain BM25 is the library bm25s (Lucene's form,
its own parameters), over heading and text of an article, words in small letters as they stand; it
is installed into a temporary environment, since the product does not need it. Recall and
reciprocal rank are per question; the interval is of the difference, by a paired bootstrap over
questions (10,000 draws with a fixed seed). Times are of one query on one core, index open and
warm: wall clock, and of the processor (on a busy machine the former also waits for others).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import venv
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
BASELINE = "bm25s==0.3.16"
PLAIN = """
import gzip, json, re, sys
import bm25s
data, asked, out = sys.argv[1:]
words = re.compile(r"\\w+")
split = lambda text: words.findall(text.lower())
ids, corpus = [], []
with gzip.open(data, "rt", encoding="utf-8") as file:
    for line in file:
        one = json.loads(line)
        ids.append(one["id"])
        corpus.append(split((one["title"] or "") + "\\n" + one["text"]))
index = bm25s.BM25()
index.index(corpus, show_progress=False)
found = {}
for line in open(asked, encoding="utf-8"):
    one = json.loads(line)
    best, _ = index.retrieve([split(one["question"])], k=10, show_progress=False)
    found[one["id"]] = [ids[n] for n in best[0]]
json.dump(found, open(out, "w", encoding="utf-8"), ensure_ascii=False)
"""


def plain_bm25(data: Path, asked: list[dict], folder: Path) -> dict[str, list[str]]:
    """The ranks of the plain BM25, from an environment of its own."""
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", BASELINE], check=True)
    questions, out = folder / "asked.jsonl", folder / "plain.json"
    questions.write_text(
        "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in asked), encoding="utf-8"
    )
    articles = data / "retrieval/articles.jsonl.gz"
    subprocess.run([python, "-c", PLAIN, articles, questions, out], check=True)
    return json.loads(out.read_text(encoding="utf-8"))


def judge(found: list[str], relevant: set[str]) -> tuple[float, float]:
    """Recall and reciprocal rank among the first ten."""
    rank = next((k for k, one in enumerate(found[:10], 1) if one in relevant), 0)
    return len(relevant & set(found[:10])) / len(relevant), 1 / rank if rank else 0.0


def interval(differences: list[float], draws: int = 10_000) -> tuple[float, float]:
    """The middle 95 % of the mean difference over resampled questions."""
    draw = random.Random(20260101)
    count = len(differences)
    means = sorted(sum(draw.choices(differences, k=count)) / count for _ in range(draws))
    return means[int(0.025 * draws)], means[int(0.975 * draws)]


def relevant_of(one: dict) -> set[str]:
    """The right articles of a question of any of the files."""
    return {r["article"] if isinstance(r, dict) else r for r in one["relevant"]}


def groups(data: Path) -> dict[str, list[dict]]:
    """The questions by what is compared."""
    from sets.retrieval import questions

    found: dict[str, list[dict]] = defaultdict(list)
    for one in questions(data, "questions.jsonl"):
        found[one["source"]].append(one)
        found["all questions"].append(one)
    base = {one["id"] for one in found["all questions"]}
    for one in questions(data, "typos_nodiacritics.jsonl"):
        kind = "one slip" if one["kind"].startswith("typo") else "no diacritics"
        if one["base_id"] in base:
            found[kind].append(one)
    found["clause questions"] = questions(data, "clause_questions.jsonl")
    return found


def main() -> None:
    """Index, ask, compare, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    parser.add_argument("--index", type=Path, help="keep the index here, or use the one there")
    parser.add_argument("--engine", choices=("tantivy", "fts5"))
    asked = parser.parse_args()
    from minhphap.registry.search import SearchIndex, build_index
    from sets.retrieval import article_ids, articles

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        place = asked.index or Path(folder) / "index"
        if not place.exists():
            began = time.perf_counter()
            count = build_index(articles(asked.data), place, engine=asked.engine)
            took = time.perf_counter() - began
            size = sum(file.stat().st_size for file in place.rglob("*") if file.is_file())
            print(f"index: {count} articles, {took:.0f} s, {size / 1e6:.0f} MB")
        index = SearchIndex.open(place)
        sets = groups(asked.data)
        every = {one["id"]: one for found in sets.values() for one in found}
        for one in list(every.values())[:50]:
            index.search(one["question"])
        ours: dict[str, list[str]] = {}
        walls: list[float] = []
        works: list[float] = []
        for name, one in every.items():
            began, worked = time.perf_counter(), time.process_time()
            ours[name] = article_ids(index, one["question"])
            walls.append(1000 * (time.perf_counter() - began))
            works.append(1000 * (time.process_time() - worked))
        plain = plain_bm25(asked.data, list(every.values()), Path(folder))
        report(sets, ours, plain)
        print(f"one query on one core, {len(walls)} queries")
        print_times("wall clock", walls)
        print_times("processor", works)


def report(
    sets: dict[str, list[dict]], ours: dict[str, list[str]], plain: dict[str, list[str]]
) -> None:
    """The table, the slips beside the same questions as written, the times."""
    print(f"\n{'questions':34} {'n':>5}  Recall@10 plain → ours (95 % of the difference)   MRR@10")
    scores: dict[str, tuple[float, float]] = {}
    for name, found in sets.items():
        right = [relevant_of(one) for one in found]
        a = [judge(plain[one["id"]], r) for one, r in zip(found, right, strict=True)]
        b = [judge(ours[one["id"]], r) for one, r in zip(found, right, strict=True)]
        low, high = interval([y[0] - x[0] for x, y in zip(a, b, strict=True)])
        mean = [
            sum(column) / len(found) for column in (*zip(*a, strict=True), *zip(*b, strict=True))
        ]
        scores |= {one["id"]: y for one, y in zip(found, b, strict=True)}
        print(
            f"{name:34} {len(found):5}  {mean[0]:.4f} → {mean[2]:.4f}  {mean[2] - mean[0]:+.4f}"
            f" ({low:+.4f} to {high:+.4f})   {mean[1]:.4f} → {mean[3]:.4f}"
        )
    for name in ("no diacritics", "one slip"):
        found = sets[name]
        written = sum(scores[one["base_id"]][0] for one in found) / len(found)
        typed = sum(scores[one["id"]][0] for one in found) / len(found)
        print(
            f"{name}: {typed:.4f}, the same as written {written:.4f}, loss {written - typed:+.4f}"
        )


def print_times(name: str, times: list[float]) -> None:
    """Median, tail and worst."""
    times.sort()
    print(
        f"{name:12} p50 {times[len(times) // 2]:.1f}  p99 {times[int(0.99 * len(times))]:.1f}"
        f"  max {times[-1]:.1f} ms"
    )


if __name__ == "__main__":
    main()
