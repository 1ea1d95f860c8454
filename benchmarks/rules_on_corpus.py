"""Run the rules over issued documents and count what they find, per rule and document.

    python benchmarks/rules_on_corpus.py [--data DIR] [--only provincial|central|all] [--every N]
                                         [--select RULES] [--show RULES] [--skip-defects]

DIR holds corpus/documents.jsonl.gz (default: ../shared/data beside the checkout). Issued documents
went through an office that checked their form, so what a rule finds in them is either one of the
few faults that office overlooked, or a false alarm: a rule that speaks often here is suspect.
--show prints every finding of the named rules with its line, to be read by eye. The day of each
document is that of the catalogue.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import time
from collections import Counter, defaultdict
from pathlib import Path

from minhphap.intake import Source
from minhphap.rules import check
from minhphap.rules.registry import chosen
from minhphap.structure import parse

HERE = Path(__file__).resolve().parent
LOST = ("rebuilt", "lines joined", "tables flattened", "pieces", "cut off", "beginning lost")
WIDTH = 150  # characters of a shown line


def documents(data: Path, only: str, every: int):
    """The documents asked for, those of a kind thinned evenly."""
    number = 0
    with gzip.open(data / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            one = json.loads(line)
            provincial = "UBND" in one["number"] or "HĐND" in one["number"]
            if only != "all" and provincial != (only == "provincial"):
                continue
            number += 1
            if number % every == 0:
                yield one


def main() -> None:
    """Check, count, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    parser.add_argument("--only", choices=("provincial", "central", "all"), default="provincial")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--select", default="")
    parser.add_argument("--show", default="")
    parser.add_argument(
        "--skip-defects", action="store_true", help="leave out texts damaged on the way"
    )
    asked = parser.parse_args()
    select = [name for name in asked.select.split(",") if name]
    shown = tuple(name for name in asked.show.split(",") if name)
    rules = chosen(select)

    found: Counter[str] = Counter()
    where: defaultdict[str, set[str]] = defaultdict(set)
    ran: Counter[str] = Counter()
    total, characters, spent = 0, 0, 0.0
    for one in documents(asked.data, asked.only, asked.every):
        if asked.skip_defects and any(sign in " ".join(one["defects"]) for sign in LOST):
            continue
        source = Source(text=one["text"], name=one["id"])
        began = time.perf_counter()
        document = parse(source)
        day = dt.date.fromisoformat(one["date"]) if one["date"] else None
        result = check(document, on=day, select=select)
        spent += time.perf_counter() - began
        total += 1
        characters += len(source.text)
        silent = {rule.rule for rule in result.not_run}
        ran.update(rule.id for rule in rules if rule.id not in silent)
        for finding in result.findings:
            found[finding.rule] += 1
            where[finding.rule].add(one["id"])
            if finding.rule.startswith(shown) and shown:
                line, column = source.position(finding.start)
                start = max(0, source.text.rfind("\n", 0, finding.start) + 1, finding.start - 60)
                words = source.text[start : finding.end + WIDTH].split("\n\n")[0][:WIDTH]
                words = words.replace("\n", " ⏎ ")
                print(f"{one['id']}:{line}:{column} {finding.rule} {finding.severity} "
                      f"[{source.text[finding.start:finding.end][:60]!r}] {finding.message}\n"
                      f"    {words}")  # fmt: skip
    print(f"{total} documents, {characters} characters, {spent:.1f} s")
    print(
        f"{'rule':7} {'ran on':>7} {'findings':>9} {'in documents':>13} {'per document':>13}  name"
    )
    for rule in rules:
        each = found[rule.id] / ran[rule.id] if ran[rule.id] else 0
        print(f"{rule.id:7} {ran[rule.id]:7} {found[rule.id]:9} {len(where[rule.id]):13} "
              f"{each:13.2f}  {rule.name}")  # fmt: skip
    spoken = set().union(*where.values())
    every = sum(found.values())
    print(f"{'all':7} {total:7} {every:9} {len(spoken):13} {every / max(1, total):13.2f}")


if __name__ == "__main__":
    main()
