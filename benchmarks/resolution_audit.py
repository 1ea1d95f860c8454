"""Draw citations of a corpus and resolve them, for a person to read.

    python benchmarks/resolution_audit.py CORPUS.jsonl.gz LAW.sqlite > to-read.tsv
    python benchmarks/resolution_audit.py --check docs/audits/resolution-500.tsv

The first call prints, for 500 citations drawn at random (at most two a document), the words around
each and what they were resolved to; the reader adds a verdict and a reason. Only ids, verdicts and
reasons are committed. The second call counts the verdicts.
"""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from minhphap.citations import Citation, cite
from minhphap.law import kind_named
from minhphap.registry import Registry, Resolution
from minhphap.structure import Metadata, parse_text

SEED = 20261126
WANTED = 500
PER_DOCUMENT = 2


def drawn(corpus: Path) -> Iterator[tuple[dict[str, str], str, Citation]]:
    """(document, text, citation) in an order that depends on the seed alone."""
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        documents = [json.loads(line) for line in file]
    chance = random.Random(SEED)
    chance.shuffle(documents)
    for document in documents:
        tree = parse_text(document["text"])
        outward = [
            one
            for one in cite(tree)
            if one.targets and not (one.targets[0].work.this or one.targets[0].work.attached)
        ]
        for one in chance.sample(outward, min(PER_DOCUMENT, len(outward))):
            yield document, document["text"], one


def draw(corpus: Path, registry: Registry) -> None:
    """Print what is to be read."""
    writer = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    writer.writerow(
        ("n", "document", "start", "end", "verdict", "reasons", "target", "eid", "title", "words")
    )
    for number, (document, text, one) in enumerate(drawn(corpus), 1):
        if number > WANTED:
            return
        day = parse_day(document)
        found = registry.resolve(one, day, citing=about(document))
        around = " ".join(text[max(0, one.start - 90) : one.end + 110].split())
        writer.writerow((number, document["id"], one.start, one.end, *shown(found), around))


def parse_day(document: dict[str, str]) -> dt.date | None:
    """The day of the citing document."""
    return dt.date.fromisoformat(document["date"]) if document["date"] else None


def about(document: dict[str, str]) -> Metadata:
    """What the corpus says of the citing document."""
    kind = kind_named(document["kind"])
    title = document["title"] or ""
    return Metadata(issuer=document["issuer"], kind=kind.id if kind else None, title=title)


def shown(found: Resolution) -> tuple[str, str, str, str, str]:
    """Verdict, reasons and target of a resolution."""
    document = found.document
    candidates = " / ".join(one.key for one in found.candidates[:3])
    return (
        found.verdict,
        ",".join(found.reasons),
        document.key if document else f"({candidates})" if candidates else "",
        found.eid or "",
        document.title[:90] if document else "",
    )


def count(path: Path) -> None:
    """Print the verdicts of an audit that was read."""
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    print(len(rows), "citations:", dict(Counter(row["verdict"] for row in rows)))
    print("reading:", dict(Counter(row["reading"] for row in rows)))


if __name__ == "__main__":
    if sys.argv[1] == "--check":
        count(Path(sys.argv[2]))
    else:
        with Registry.open(sys.argv[2]) as law:
            draw(Path(sys.argv[1]), law)
