"""Break the lines of real documents and want the tree of the unbroken text again.

    python benchmarks/broken_lines.py [--data DIR] [--every N] [--show N]

No labels are needed: the tree of a document as it is stands for the truth, so this measures texts
that nobody has labelled. Two ways of breaking, both of the same length as the text, so that offsets
compare: lines wrapped at one width (60 to 89 columns), and line breaks taken out of articles.
Consolidated texts are left out, and documents of more than 120,000 characters. DIR is laid out like
the folder of gold sets (default: ../shared/data beside the checkout).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from minhphap.structure import Document, parse_text

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
WIDTHS = (60, 66, 72, 78, 83, 89)
LONGEST = 120_000
FEWEST = 5
"""Documents with fewer provisions tell nothing."""
Named = set[tuple[str, int, int]]


def wrapped(text: str, width: int) -> str:
    """The text with its lines broken at a width, as an editor for plain text breaks them."""
    signs = list(text)
    start, blank = 0, -1
    for at, sign in enumerate(text):
        if sign == "\n":
            start, blank = at + 1, -1
            continue
        if sign == " ":
            blank = at
        if at - start >= width and blank > start:
            signs[blank] = "\n"
            start = blank + 1
    return "".join(signs)


def run_together(text: str, document: Document) -> str:
    """The text with the line breaks inside its articles taken out."""
    signs = list(text)
    for one in document.walk():
        if one.type == "article":
            inside = text[one.start : one.end].replace("\n", " ")
            signs[one.start : one.end] = inside
    return "".join(signs)


def documents(data: Path, every: int) -> Iterator[tuple[str, str]]:
    """Name and text of what is compared."""
    with gzip.open(data / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    for record in records[::every]:
        joined = "VBHN" in record["number"] or any("consolidated" in d for d in record["defects"])
        if not joined and len(record["text"]) <= LONGEST and "\ufffd" not in record["text"]:
            yield record["id"], record["text"]


def named(document: Document) -> Named:
    """Every provision as name and span."""
    return {(one.eid, one.start, one.end) for one in document.walk()}


def main() -> None:
    """Print one line for each way of breaking."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--data", type=Path, default=DATA)
    options.add_argument("--every", type=int, default=1, help="take each Nth document")
    options.add_argument("--show", type=int, default=0, help="name so many of the worst")
    given = options.parse_args()
    rng = random.Random(7)
    ways: dict[str, Callable[[str, Document], str]] = {
        "wrapped at one width": lambda text, _: wrapped(text, rng.choice(WIDTHS)),
        "line breaks taken out of articles": run_together,
    }
    whole = [(name, text, parse_text(text)) for name, text in documents(given.data, given.every)]
    whole = [one for one in whole if sum(1 for _ in one[2].walk()) >= FEWEST]
    for way, broken in ways.items():
        same = right = wanted = found = 0
        worst: list[tuple[int, str]] = []
        for name, text, document in whole:
            gold, got = named(document), named(parse_text(broken(text, document)))
            same += gold == got
            right, wanted, found = right + len(gold & got), wanted + len(gold), found + len(got)
            worst.append((len(gold ^ got), name))
        rate = 2 * right / (wanted + found) if wanted + found else 1.0
        share = same / len(whole) if whole else 1.0
        print(f"{way}: {len(whole)} documents, {share:.1%} with the same tree, F1 {rate:.4f}")
        for count, name in sorted(worst, reverse=True)[: given.show]:
            print(f"  {count:5} {name}")


if __name__ == "__main__":
    main()
