"""Draw amending clauses of real documents by a fixed seed, to be read by eye against what
`instructions` finds.

    python benchmarks/audit_amendments.py draw --seed 811 --count 200 --skip LIST… > clauses.json
    python benchmarks/audit_amendments.py show clauses.json [--from 1 --to 50]

`draw` takes clauses from DIR/corpus/documents.jsonl.gz (default ../shared/data beside the
checkout), at most one of a document, by patterns of their words that know nothing of how orders
are read; documents named in DIR/gold/amendments.jsonl or in a LIST (first column: number) are left
out. What is drawn is a place, never a text. `show` prints each clause, what stands above it, long
new text shortened in the middle, and the instructions found, for a reader to judge.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from minhphap.amendments import Instruction, instructions
from minhphap.structure import Document, Provision, parse_text

DATA = Path(__file__).resolve().parent.parent.parent / "shared/data"
SHARES = {
    "opening": 26, "phrase": 12, "fine": 14, "form": 12, "item": 14, "ending": 12, "passive": 6,
    "mention": 4,
}  # fmt: skip
"""Of a hundred clauses, by how they are worded."""
ISSUERS = {"law": 25, "decree": 25, "circular": 25, "local": 15, "other": 10}
VERB = (
    r"(?:[Ss]ửa đổi|[Bb]ổ sung|[Tt]hay(?: thế)?|[Bb]ãi bỏ|[Hh](?:ủy|uỷ) bỏ|[Bb]ỏ|[Đđ]ính chính"
    r"|[Nn]gưng|[Cc]huyển|[Đđ]ổi tên|[Đđ]ánh số|[Đđ]iều chỉnh|[Tt]hêm|[Tt]hay đổi)"
)
THING = (
    r"(?:[Đđ]iều \d|[Kk]hoản \d|[Đđ]iểm \w\b|[Cc]hương [IVX]|[Mm]ục [IVX\d]|[Pp]hụ lục|[Mm]ẫu"
    r"|[Bb]iểu|cụm từ|từ [“\"]"
    r"|(?:Thông tư|Nghị định|Quyết định|Nghị quyết|Luật|Pháp lệnh|Chỉ thị)\s)"
)
LABEL = r"\s*(?:(?:Điều\s+\w+|\d{1,3}[a-zđ]?|[a-zđ]\d?)\s?[.):/-]\s*|[-+]\s*)?"
OPENING = re.compile(rf"{LABEL}{VERB}\s[^\n:“\"]{{0,120}}?{THING}")
PHRASE = re.compile(r"cụm từ|(?<!\w)từ [“\"]")
FINE = re.compile(
    r"(?<!\w)(?:đoạn|câu|gạch đầu dòng|dòng|tên (?:điều|khoản|chương|mục|điểm|của)|số thứ tự"
    r"|tiêu đề|tiết|ý|đầu|cuối|trừ)(?!\w)",
    re.IGNORECASE,
)
FORM = re.compile(r"[Pp]hụ lục|[Mm]ẫu|[Bb]iểu|[Dd]anh mục|[Bb]ảng")
PASSIVE = re.compile(
    rf"{THING}[^.;\n]*(?:được|bị)\s+(?:sửa đổi|bổ sung|thay|bãi bỏ|đính chính|chuyển|đổi)"
    r"[^.;\n]{0,60}?[:“\"]"
)
ENDING = re.compile(
    r"số \d[^\n]*(?:hết hiệu lực|(?:bị|được)\s+bãi bỏ)|này (?:[^\n.;]*và )?(?:thay thế|bãi bỏ)"
)
MENTION = re.compile(rf"{VERB}[^\n]*?(?:[Đđ]iều|[Kk]hoản|số)\s+\d")
LEAD = re.compile(rf"{VERB}[^\n:]*{THING}[^\n]*:\s*$|hết hiệu lực[^\n]*:\s*$", re.MULTILINE)
QUOTE = re.compile(r"[“\"][^”\"]{300,}[”\"]?")
KINDS = {"Luật": "law", "Bộ luật": "law", "Pháp lệnh": "law", "Nghị định": "decree"}


def documents(data: Path) -> list[dict]:
    """The corpus."""
    with gzip.open(data / "corpus/documents.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def used(data: Path, lists: list[Path]) -> set[str]:
    """Numbers of documents that were read before."""
    gold = (data / "gold/amendments.jsonl").read_text("utf-8").splitlines()
    numbers = {json.loads(line)["doc"] for line in gold}
    for path in lists:
        lines = path.read_text("utf-8").splitlines()
        numbers |= {line.partition("\t")[0] for line in lines if not line.startswith("#")}
    return numbers


def issued_by(one: dict) -> str:
    """Which kind of issuer and document."""
    if "UBND" in one["number"] or "HĐND" in one["number"]:
        return "local"
    kind = one["kind"]
    return KINDS.get(kind, "circular" if kind.startswith("Thông tư") else "other")


def clauses(document: Document) -> Iterator[tuple[str, Provision]]:
    """How each clause without clauses of its own is worded, and the clause."""
    text = document.source.text

    def walk(one: Provision, lead: bool) -> Iterator[tuple[str, Provision]]:
        own = [child for child in one.children if not child.type.startswith("quoted")]
        if one.type not in ("article", "clause", "point"):
            for child in own:
                yield from walk(child, lead)
        elif own:
            words = text[one.start : own[0].start]
            for child in own:
                yield from walk(child, LEAD.search(words) is not None)
        else:
            quoted = one.children[0].start if one.children else one.end
            words = text[one.start : quoted]
            if OPENING.match(words):
                named = words.partition("“")[0]
                how = "form" if FORM.search(named) else "opening"
                how = "fine" if FINE.search(named) else how
                yield "phrase" if PHRASE.search(words) else how, one
            elif lead:
                yield "item", one
            elif PASSIVE.search(words):
                yield "passive", one
            elif ENDING.search(words):
                yield "ending", one
            elif MENTION.search(words):
                yield "mention", one

    for root in document.provisions:
        if root.type != "appendix":
            yield from walk(root, False)


def draw(data: Path, seed: int, count: int, lists: list[Path]) -> list[dict]:
    """Places of clauses."""
    dice = random.Random(seed)
    old = used(data, lists)
    rows: dict[str, list[dict]] = {name: [] for name in ISSUERS}
    for one in documents(data):
        if one["number"] not in old:
            rows[issued_by(one)].append(one)
    issuers = [name for name, share in ISSUERS.items() for _ in range(share)]
    worded = [name for name, share in SHARES.items() for _ in range(share)]
    for row in rows.values():
        dice.shuffle(row)
    known: dict[str, list[tuple[str, Provision]]] = {}

    def held(one: dict) -> list[tuple[str, Provision]]:
        """The clauses of a document, read once."""
        if one["id"] not in known:
            known[one["id"]] = list(clauses(parse_text(one["text"])))
        return known[one["id"]]

    found: list[dict] = []
    while len(found) < count and any(rows.values()):
        issuer = dice.choice([name for name in issuers if rows[name]])
        how = dice.choice(worded)
        for at, one in enumerate(rows[issuer]):
            options = [clause for name, clause in held(one) if name == how]
            if options:
                del rows[issuer][at]
                break
        else:
            continue
        clause = dice.choice(options)
        found.append(
            {"id": one["id"], "document": one["number"], "issuer": issuer, "worded": how,
             "eid": clause.eid, "start": clause.start}
        )  # fmt: skip
    return found


def shortened(words: str, most: int = 1500) -> str:
    """With long quotations, and whatever is longer still, cut in the middle."""
    words = QUOTE.sub(lambda found: f"{found[0][:150]} […] {found[0][-90:]}", words)
    return words if len(words) <= most else f"{words[: most - 500]} […] {words[-400:]}"


def told(one: Instruction) -> str:
    """An instruction in a line."""
    work = one.target.work
    said = [one.op, f"{work.number or work.title or work.kind}{'+' if work.part else ''}"]
    said.append(one.target.eid or "WHOLE")
    if one.target.place:
        said.append(f"place={one.target.place!r}")
    if one.new_text is not None:
        text = " ".join(one.new_text.split())
        said.append(f"new={text[:50]!r}…{text[-40:]!r}({len(text)})")
    if one.old_phrase is not None or one.new_phrase is not None:
        said.append(f"phrase={one.old_phrase!r}→{one.new_phrase!r} {one.scope or ''}")
    if one.new_eids:
        said.append("eids=" + ",".join(one.new_eids))
    return "    » " + " | ".join(said)


def show(data: Path, places: list[dict], first: int, last: int) -> None:
    """Print clauses for reading."""
    texts = {one["id"]: one for one in documents(data)}
    for number, place in enumerate(places, 1):
        if not first <= number <= last:
            continue
        one = texts[place["id"]]
        document = parse_text(one["text"])
        text = document.source.text
        clause = document.by_eid.get(place["eid"])
        if clause is None or clause.start != place["start"]:
            clause = document.at(place["start"])
        assert clause is not None
        print(f"#{number} {place['document']} {place['worded']} {clause.eid} || {one['title']}")
        steps = clause.eid.split("__")
        for depth in range(1, len(steps)):
            above = document.by_eid.get("__".join(steps[:depth]))
            if above is not None and above.children:
                words = " ".join(text[above.start : above.children[0].start].split())
                print(f"  ^ {words[:260]}")
        print(shortened(text[clause.start : clause.end].strip()))
        for order in instructions(document):
            if clause.start <= order.start < clause.end:
                print(told(order))
        print()


def main() -> None:
    """Draw or show."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    verbs = parser.add_subparsers(dest="verb", required=True)
    drawing = verbs.add_parser("draw")
    drawing.add_argument("--seed", type=int, required=True)
    drawing.add_argument("--count", type=int, default=200)
    drawing.add_argument("--skip", type=Path, nargs="*", default=[])
    showing = verbs.add_parser("show")
    showing.add_argument("places", type=Path)
    showing.add_argument("--from", dest="first", type=int, default=1)
    showing.add_argument("--to", dest="last", type=int, default=10**6)
    asked = parser.parse_args()
    if asked.verb == "draw":
        json.dump(draw(asked.data, asked.seed, asked.count, asked.skip), sys.stdout, indent=0)
    else:
        show(asked.data, json.loads(asked.places.read_text("utf-8")), asked.first, asked.last)


if __name__ == "__main__":
    main()
