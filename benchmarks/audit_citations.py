"""Draw passages of real documents by a fixed seed, to be read by eye against what `cite` finds.

    python benchmarks/audit_citations.py draw --seed 711 --count 300 --skip LIST… > passages.json
    python benchmarks/audit_citations.py draw --seed 715 --count 140 --again LIST… > passages.json
    python benchmarks/audit_citations.py show passages.json [--from 1 --to 50]

`draw` takes passages from DIR/corpus/documents.jsonl.gz (default ../shared/data beside the
checkout), spread over the parts of documents and over local and central issuers, at most one of a
document; documents named in DIR/gold or in a LIST (first column: number) are left out. With
`--again` only the documents of those lists are drawn from, at places 400 characters or more from
what the lists hold. What is drawn is a place (document, offsets, whether lines are broken anew),
never a text. `show` prints each passage with the citations found in the whole document marked in
it, for a reader to judge.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from minhphap.citations import Citation, Context, cite_passage
from minhphap.citations.walk import Walk
from minhphap.structure import parse_text

DATA = Path(__file__).resolve().parent.parent.parent / "shared/data"
SHARES = {"preamble": 20, "body": 31, "amending": 19, "attached": 12, "appendix": 10, "broken": 8}
"""Of a hundred passages; "broken": lines of a body or preamble broken anew, as saved pages have."""
LIKELY = re.compile(
    r"(?:Điều|[Kk]hoản|[Đđ]iểm|[Mm]ẫu số|[Pp]hụ lục|[Mm]ục|Chương)\s+\w{1,3}\b"
    r"|\d/(?:19|20)\d\d/|\d[/-][A-ZĐ]{2}"
    r"|(?:Luật|Bộ luật|Pháp lệnh)\s+[A-ZĐÂÔ]|(?:định|quyết|tư|[Ll]uật|chế)\s+này"
)
"""What a passage with citations is likely to hold; few of the passages drawn have none of it."""
SHORTEST, LONGEST = 60, 800


def documents(data: Path) -> list[dict]:
    """The corpus."""
    with gzip.open(data / "corpus/documents.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def used(data: Path, lists: list[Path]) -> set[str]:
    """Numbers of documents that were read before."""
    numbers = set()
    for path in data.glob("gold/citations.jsonl"):
        numbers |= {json.loads(line)["doc"] for line in path.read_text("utf-8").splitlines()}
    for path in lists:
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                numbers.add(line.partition("\t")[0])
    return numbers


class Reading:
    """A document with its citations and the context of each provision."""

    def __init__(self, text: str) -> None:
        self.document = parse_text(text)
        walk = Walk(self.document)
        self.citations = walk.citations()
        self.subjects = walk.subjects

    def context(self, eid: str | None) -> Context:
        """Where the words of a provision stand."""
        return self.subjects.context(self.document.by_eid[eid] if eid else None)


def passages(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """Part, start and end of each stretch of a document that could be drawn."""
    document = reading.document
    text = document.source.text
    leaves = [leaf for leaf in document.leaves if text[leaf.start : leaf.end].strip()]
    contexts = [reading.context(leaf.eid) for leaf in leaves]
    for index, (leaf, context) in enumerate(zip(leaves, contexts, strict=True)):
        end, last = leaf.end, index
        while end - leaf.start < SHORTEST * 4 and last + 1 < len(leaves):
            if contexts[last + 1].where != context.where:
                break
            last += 1
            end = leaves[last].end
        if end - leaf.start > LONGEST:
            cut = text.rfind(".", leaf.start, leaf.start + LONGEST)
            end = cut + 1 if cut > leaf.start + SHORTEST else leaf.start + LONGEST
        words = text[leaf.start : end].rstrip()
        if len(words) >= SHORTEST:
            yield context.where or "body", leaf.start, leaf.start + len(words)


FAR = 400
"""Characters between a passage and those of the same document that were read before."""


def read_places(lists: list[Path]) -> dict[str, list[tuple[int, int]]]:
    """Number -> the stretches that were read."""
    places: dict[str, list[tuple[int, int]]] = {}
    for path in lists:
        lines = path.read_text("utf-8").splitlines()
        header, *rows = [line for line in lines if line and not line.startswith("#")]
        columns = header.split("\t")
        for row in rows:
            fields = dict(zip(columns, row.split("\t"), strict=False))
            start = int(fields.get("start") or fields["offset"])
            end = int(fields.get("end") or start)
            places.setdefault(fields["document"], []).append((start, end))
    return places


def draw(data: Path, seed: int, count: int, lists: list[Path], again: list[Path]) -> list[dict]:
    """Places of passages."""
    dice = random.Random(seed)
    known = read_places(again)
    old = used(data, [] if again else lists)
    pool = [
        one
        for one in documents(data)
        if one["number"] not in old and (not again or one["number"] in known)
    ]
    local = [one for one in pool if "UBND" in one["number"] or "HĐND" in one["number"]]
    central = [one for one in pool if one not in local]
    dice.shuffle(local)
    dice.shuffle(central)
    wanted = Counter({part: round(count * share / 100) for part, share in SHARES.items()})
    found: list[dict] = []
    turn = 0
    while sum(wanted.values()) and (local or central):
        turn += 1
        row = local if (turn % 3 == 0 and local) or not central else central
        one = row.pop()
        reading = Reading(one["text"])
        text = reading.document.source.text
        read_before = known.get(one["number"], [])
        options = [
            (part, start, end)
            for part, start, end in passages(reading)
            if all(end + FAR < first or last + FAR < start for first, last in read_before)
        ]
        dice.shuffle(options)
        parts = [part for part in wanted if wanted[part] > 0]
        parts.sort(key=lambda part: -wanted[part] / SHARES[part])
        for part in parts:
            fits = [
                (start, end)
                for where, start, end in options
                if (where == part or (part == "broken" and where in ("body", "preamble")))
                and (dice.random() < 0.03 or LIKELY.search(text, start, end))
            ]
            if fits:
                start, end = fits[0]
                wanted[part] -= 1
                found.append(
                    {"id": one["id"], "document": one["number"], "part": part, "start": start,
                     "end": end, "width": dice.randint(55, 95) if part == "broken" else 0}
                )  # fmt: skip
                break
    dice.shuffle(found)
    return found


def broken(text: str, width: int) -> str:
    """The same words with lines of at most some letters; as long as the text."""
    chars, line = list(text), 0
    last = -1
    for at, letter in enumerate(chars):
        if letter == "\n":
            line, last = at + 1, -1
        elif letter == " ":
            last = at
        if at - line >= width and last > line:
            chars[last] = "\n"
            line, last = last + 1, -1
    return "".join(chars)


def read(place: dict, reading: Reading) -> tuple[str, int, Context, list[Citation]]:
    """Words of a passage, where they begin, its context, and the citations that begin in it."""
    start, end = place["start"], place["end"]
    document = reading.document
    at = document.at(start)
    context = reading.context(at.eid if at else None)
    words = document.source.text[start:end]
    if place["width"]:
        words = broken(words, place["width"])
        return words, 0, context, list(cite_passage(words, context))
    inside = [one for one in reading.citations if start <= one.start < end]
    if inside:
        end = max(end, inside[-1].end)
    return document.source.text[start:end], start, context, inside


def marked(words: str, shift: int, citations: list[Citation]) -> str:
    """The passage with its citations in brackets and what each was read as."""
    out, at = [], 0
    for one in citations:
        start, end = one.start - shift, one.end - shift
        works = {}
        for target in one.targets:
            work = target.work
            name = "this" if work.this else "att" if work.attached else ""
            name = name or work.number or f"{work.title or work.kind}"
            name += "+" if work.part else ""
            name += f"|{work.kind}" if work.number else ""
            name += f"|{work.year}" if work.year and not work.number else ""
            name += f"|{work.date}" if work.date else ""
            name += f"|{work.issuer}" if work.issuer else ""
            mark = f"!{target.reason}" if target.reason not in (None, "external") else ""
            works.setdefault(name, []).append((target.eid or "") + mark)
        said = "; ".join(f"{name} {','.join(eids)}" for name, eids in works.items())
        out += [
            words[at:start],
            "⟦",
            words[start:end],
            "⟧{",
            one.role,
            " ",
            said or f"?{one.reason}",
            "}",
        ]
        at = end
    return "".join([*out, words[at:]])


def show(data: Path, places: list[dict], first: int, last: int) -> None:
    """Print passages for reading."""
    texts = {one["id"]: one["text"] for one in documents(data)}
    for number, place in enumerate(places, 1):
        if first <= number <= last:
            words, shift, context, citations = read(place, Reading(texts[place["id"]]))
            amended = context.work
            said = f" work={amended.number or amended.title}" if amended else ""
            said += f" q={context.quoted_eid}" if context.quoted_eid else ""
            said += f" lead={context.lead_role}" if context.lead_role else ""
            print(
                f"#{number} {place['document']} {context.kind} {context.where} {context.eid}{said}"
                f"\n{marked(words, shift, citations)}\n"
            )


def main() -> None:
    """Draw or show."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    verbs = parser.add_subparsers(dest="verb", required=True)
    drawing = verbs.add_parser("draw")
    drawing.add_argument("--seed", type=int, required=True)
    drawing.add_argument("--count", type=int, default=300)
    drawing.add_argument("--skip", type=Path, nargs="*", default=[])
    drawing.add_argument("--again", type=Path, nargs="*", default=[])
    showing = verbs.add_parser("show")
    showing.add_argument("places", type=Path)
    showing.add_argument("--from", dest="first", type=int, default=1)
    showing.add_argument("--to", dest="last", type=int, default=10**6)
    asked = parser.parse_args()
    if asked.verb == "draw":
        json.dump(
            draw(asked.data, asked.seed, asked.count, asked.skip, asked.again), sys.stdout, indent=0
        )
    else:
        show(asked.data, json.loads(asked.places.read_text("utf-8")), asked.first, asked.last)


if __name__ == "__main__":
    main()
