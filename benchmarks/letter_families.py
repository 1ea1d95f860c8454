#!/usr/bin/env python3
"""Letters of our own writing, in many hands on many drafts: passages whole, provisions, kinds.

    python benchmarks/letter_families.py [--misses]

The families stand in tests/crowd/families, where the tests read them too.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.crowd.letter_families import FOLDER, collected, measured, read_family


def main() -> None:
    """Print a line a family."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="print every miss")
    asked = parser.parse_args()
    for path in sorted(FOLDER.glob("*.txt")):
        with tempfile.TemporaryDirectory() as folder:
            family = read_family(path.stem)
            found = measured(family, collected(family, Path(folder)))
        print(
            f"{path.stem:18} {found.passages:3} passages: whole {found.whole:.0%}, provision"
            f" {found.clause:.0%}, kind {found.ask:.0%}, extra {found.extra}"
        )
        if asked.misses:
            print(*(f"    {one}" for one in found.misses), sep="\n")


if __name__ == "__main__":
    main()
