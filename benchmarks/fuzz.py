"""Push mutated lines of real texts through the parser and the citation reader.

    python benchmarks/fuzz.py [--data DIR] [--count 100000] [--seed 1]

Lines come from DIR/corpus/documents.jsonl.gz (default ../shared/data beside the checkout) or,
where that is missing, from the texts of examples/. Each case is some lines, cut, doubled, glued,
reordered and peppered with markers. The run fails on an exception or a tree that loses a character.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import time
import traceback
from pathlib import Path

from minhphap.citations import cite
from minhphap.intake import Source
from minhphap.structure import Document, parse

HERE = Path(__file__).resolve().parent
MARKS = (
    "Điều 5. ", "Điều 5a. ", "1. ", "2a. ", "a) ", "đ) ", "a1) ", "“", "”", "”.",
    "\n", "Chương II\n",
    "Mục 1. ", "Phụ lục I\n", "Nơi nhận:\n", "TM. ỦY BAN NHÂN DÂN\n", "khoản 2 Điều này",
    "như sau:\n",
    "ban hành kèm theo Quyết định này", "Căn cứ ", "\t", " | ", "\u0301", "\x00", "\ufeff",
    "(i) ", "…",
)  # fmt: skip


def pool(data: Path) -> list[str]:
    """Real lines to mutate."""
    corpus = data / "corpus/documents.jsonl.gz"
    if corpus.exists():
        with gzip.open(corpus, "rt", encoding="utf-8") as file:
            texts = [json.loads(line)["text"] for line in file]
    else:
        texts = [
            path.read_text(encoding="utf-8")
            for path in (HERE.parent / "tools/example_texts").glob("*.txt")
        ]
    return [line[:600] for text in texts for line in text.split("\n") if line]


def mutate(dice: random.Random, lines: list[str]) -> str:
    """A small text made of real lines, damaged in one to five ways."""
    start = dice.randrange(len(lines))
    text = "\n".join(lines[start : start + dice.randint(1, 8)])
    for _ in range(dice.randint(1, 5)):
        a, b = sorted(dice.randrange(len(text) + 1) for _ in range(2))
        match dice.randrange(6):
            case 0:
                text = text[:a] + text[b:]
            case 1:
                text = text[:a] + text[a:b] * 2 + text[b:]
            case 2:
                text = text[:a] + dice.choice(MARKS) + text[a:]
            case 3:
                text = text.replace("\n", dice.choice(("", " ", "\n\n")), dice.randint(1, 3))
            case 4:
                parts = text.split("\n")
                dice.shuffle(parts)
                text = "\n".join(parts)
            case 5:
                text = text[:a] + text[a:b].swapcase() + text[b:]
    return text[:8000]


def faults(document: Document) -> str:
    """What is wrong with a tree; empty when nothing is."""
    text = document.source.text
    if "".join(text[leaf.start : leaf.end] for leaf in document.leaves) != text:
        return "the leaves do not give the text back"
    for provision in document.walk():
        if not 0 <= provision.start <= provision.end <= len(text):
            return f"{provision.eid} stands outside the text"
        edge = provision.start
        for child in provision.children:
            if child.start < edge or child.end > provision.end:
                return f"{child.eid} is out of order in {provision.eid}"
            edge = child.end
    edge = 0
    for citation in cite(document):
        if not edge <= citation.start < citation.end <= len(text):
            return f"a citation stands at {citation.start}:{citation.end}"
        edge = citation.end
        for target in citation.targets:
            if target.resolved is not None and target.resolved not in document.by_eid:
                return f"a citation points at {target.resolved}, which is not in the tree"
    return ""


def main() -> None:
    """Run and count."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared/data")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    lines = pool(asked.data)
    dice = random.Random(asked.seed)
    began, failed, characters = time.perf_counter(), 0, 0
    for number in range(asked.count):
        text = mutate(dice, lines)
        characters += len(text)
        try:
            fault = faults(parse(Source(text=text)))
        except Exception:  # the point of the run is to find any
            fault = traceback.format_exc(limit=-2)
        if fault:
            failed += 1
            if failed <= 5:
                print(f"case {number}: {fault}\n{text!r}\n")
    took = time.perf_counter() - began
    print(f"{asked.count} mutations, {characters} characters, {failed} failed, {took:.0f} s")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
