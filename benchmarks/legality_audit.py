#!/usr/bin/env python3
"""Draw findings on legal footing in provincial documents, for a person to read.

    python benchmarks/legality_audit.py CORPUS.jsonl.gz LAW.sqlite > to-read.tsv
    python benchmarks/legality_audit.py --check docs/audits/legality-40.tsv

Each document is judged by the law of its own date. At most two findings of a rule are drawn from
one document. Only ids, numbers, verdicts and reasons are committed.
"""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import json
import random
import sys
from collections import Counter
from pathlib import Path

from minhphap.registry import Registry
from minhphap.rules import check
from minhphap.structure import parse_text

SEED = 20261126
WANTED = 40
PER_RULE = 2


def draw(corpus: Path, law: Registry) -> None:
    """Print the findings that were drawn, with their words."""
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        documents = [json.loads(line) for line in file]
    local = [one for one in documents if "UBND" in one["number"] or "HĐND" in one["number"]]
    counts: Counter[tuple[str, str]] = Counter()
    pool = []
    for document in local:
        tree = parse_text(document["text"])
        day = tree.meta.date or (
            dt.date.fromisoformat(document["date"]) if document["date"] else None
        )
        taken: Counter[str] = Counter()
        for one in check(tree, on=day, select=["legality"], law=law).findings:
            counts[one.rule, one.severity] += 1
            taken[one.rule] += 1
            if taken[one.rule] <= PER_RULE:
                words = " ".join(document["text"][one.start : one.end].split())[:160]
                row = (document["id"], document["number"], day, one.rule, one.severity, one.label)
                pool.append((*row, words, one.message))
    print(f"{len(local)} documents; {dict(sorted(counts.items()))}", file=sys.stderr)
    drawn = random.Random(SEED).sample(pool, min(WANTED, len(pool)))
    writer = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    for row in sorted(drawn):
        writer.writerow(row)


def count(path: Path) -> None:
    """Print the verdicts of an audit that was read."""
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    right = sum(row["reading"] == "right" for row in rows)
    print(f"{len(rows)} findings read: {right} right ({right / len(rows):.1%})")
    print(dict(Counter((row["rule"], row["reading"]) for row in rows)))


if __name__ == "__main__":
    if sys.argv[1] == "--check":
        count(Path(sys.argv[2]))
    else:
        with Registry.open(sys.argv[2]) as known:
            draw(Path(sys.argv[1]), known)
