"""Run the product over gold sets, write its predictions, print what the scorer says of them.

    python benchmarks/gold.py [--data DIR] [--out DIR] [--only structure,citations] [--save]

DIR is laid out like the folder of gold sets (default: ../shared/data beside the checkout). Only
what DIR/predictions.md names as input is read; where the answers have been taken out, predictions
are written and scoring is left to whoever holds the answers. A table compares each figure with
the last commit's (benchmarks/gold.json); --save writes the new figures there.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
SETS = (
    "structure", "citations", "amendments", "relations", "consolidation", "trackers", "letters",
    "retrieval",
)  # fmt: skip
FIGURES = HERE / "gold.json"


def flat(result: dict, prefix: str = "") -> dict[str, float]:
    """{"a": {"b": 1}} -> {"a.b": 1}, numbers only."""
    figures: dict[str, float] = {}
    for key, value in result.items():
        if isinstance(value, dict):
            figures |= flat(value, f"{prefix}{key}.")
        elif isinstance(value, int | float):
            figures[prefix + key] = value
    return figures


def print_table(now: dict[str, float], before: dict[str, float]) -> None:
    """Every figure beside the committed one."""
    print(f"\n{'figure':52} {'now':>10} {'last':>10} {'change':>10}")
    for key, value in now.items():
        last = before.get(key)
        change = "" if last is None or value == last else f"{value - last:+10.4f}"
        print(f"{key:52} {value:10} {'' if last is None else last:>10} {change:>10}")


def score(data: Path, out: Path, names: list[str]) -> dict[str, float] | None:
    """What DIR/score.py says; None where it or the answers are missing."""
    if not (data / "score.py").exists():
        print(f"no score.py in {data}: predictions written, nothing scored")
        return None
    sys.path[:0] = [str(data), str(data / "gold")]
    try:
        return flat(importlib.import_module("score").score_all(data, out, names))
    except SystemExit as refused:
        print(f"not scored: {refused}")
        return None


def main() -> None:
    """Predict, score, compare, show the worst misses."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--only", default=",".join(SETS))
    parser.add_argument("--save", action="store_true")
    asked = parser.parse_args()
    names = asked.only.split(",")
    if unknown := set(names) - set(SETS):
        parser.error(f"no set named {', '.join(sorted(unknown))}; there are {', '.join(SETS)}")
    if not asked.data.is_dir():
        parser.error(f"no folder {asked.data}")
    out = asked.out or Path(tempfile.mkdtemp(prefix="minhphap-gold-"))
    out.mkdir(parents=True, exist_ok=True)

    modules = {name: importlib.import_module(f"sets.{name}") for name in names}
    for name, module in modules.items():
        began = time.perf_counter()
        items, characters = module.predict(asked.data, out)
        took = time.perf_counter() - began
        print(f"{name:12} {items:6} items {characters:9} characters {took:7.2f} s")

    figures = score(asked.data, out, names)
    if figures is None:
        return
    before = json.loads(FIGURES.read_text()) if FIGURES.exists() else {}
    print_table(figures, before)
    for name, module in modules.items():
        print(f"\nworst misses of {name}")
        for line in module.misses(asked.data, out)[:10]:
            print("  " + " ".join(line.split())[:160])
    if asked.save:
        FIGURES.write_text(json.dumps({**before, **figures}, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
