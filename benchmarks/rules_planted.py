"""Plant one fault at a time in issued documents and count how many the rules find.

    python benchmarks/rules_planted.py [--data DIR] [--only provincial|central] [--every N]
                                       [--each 2] [--show RULES]

For every document and kind of fault up to --each places are drawn by a fixed seed. A fault counts
as found when its rule speaks near the changed place (or, for what is taken out, of the lack) and
did not speak there before. Texts damaged on the way (see rules_on_corpus.py) are left out.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from minhphap.citations import cite
from minhphap.intake import Source
from minhphap.rules import Result, check
from minhphap.structure import Document, parse
from rules_on_corpus import HERE, LOST, documents

Change = tuple[int, int, str]
"""Replace start:end by these words; the fault is then at or just after ``start``."""
NEAR = 40  # characters between the change and the finding
SEED = 4242


def clauses(document: Document, kind: str) -> Iterator[tuple[int, int, str]]:
    """Provisions of a kind in articles, not the first of their row: start, end, number."""
    for one in document.walk():
        if one.type in ("article", "clause"):
            row = [child for child in one.children if child.type == kind]
            yield from ((child.start, child.end, child.num or "") for child in row[1:-1])


def gap(document: Document) -> Iterator[Change]:
    """A clause taken out."""
    for start, end, _ in clauses(document, "clause"):
        yield start, end + 1, ""


def repeat(document: Document) -> Iterator[Change]:
    """A clause written into a row without numbering the rest anew."""
    for start, _, num in clauses(document, "clause"):
        yield start, start, f"{num}. Cơ quan chủ trì báo cáo kết quả thực hiện hằng năm.\n"


def letter(document: Document) -> Iterator[Change]:
    """Points lettered as the word processor does: a b c d e f g."""
    text = document.source.text
    for one in document.walk():
        row = [child for child in one.children if child.type == "point"]
        if one.type.startswith("quoted") or [child.num for child in row[:5]] != list("abcdđ"):
            continue
        words = ""
        for at, child in enumerate(row[4:], 4):
            end = row[at + 1].start if at + 1 < len(row) else child.end
            words += chr(ord("a") + at) + text[child.start + len(child.num or "") : end]
        yield row[4].start, row[-1].end, words


def reference(document: Document) -> Iterator[Change]:
    """A reference to a clause or article of this document, its first number raised by 60."""
    for one in cite(document):
        words = document.source.text[one.start : one.end]
        number = re.search(r"(?:khoản|Điều)\s+(\d+)", words)
        if number and "này" in words and one.targets and all(t.resolved for t in one.targets):
            at = one.start + number.start(1)
            yield at, at + len(number[1]), str(int(number[1]) + 60)


def symbol(document: Document) -> Iterator[Change]:
    """A decision numbered as a resolution, a resolution as a decision."""
    span = document.meta.number_span
    found = span and re.search(r"QĐ|NQ", document.source.text[slice(*span)])
    if span and found:
        at = span[0] + found.start()
        yield at, at + 2, "NQ" if found[0] == "QĐ" else "QĐ"


def effect(document: Document) -> Iterator[Change]:
    """Every sentence that speaks of effect taken out."""
    text = document.source.text
    lines = [
        one for one in re.finditer(r"[^\n]*\n", text) if re.search("hiệu lực|áp dụng từ", one[0])
    ]
    articles = [one for one in document.walk() if one.type == "article"]
    inside = [one for one in lines if any(a.start <= one.start() < a.end for a in articles)]
    if len(inside) == 1 and not inside[0][0].startswith("Điều"):
        yield inside[0].start(), inside[0].end(), ""


def recipients(document: Document) -> Iterator[Change]:
    """The recipients taken out."""
    for one in document.provisions:
        if one.type == "recipients":
            yield one.start, one.end, ""


def dashes(document: Document) -> Iterator[Change]:
    """A point behind a dash."""
    for start, _, num in clauses(document, "point"):
        if document.source.text.startswith(f"{num})", start):
            yield start, start + len(num) + 1, "-"


def year(document: Document) -> Iterator[Change]:
    """A date whose year is not that of the number beside it."""
    for one in cite(document):
        words = document.source.text[one.start : one.end]
        found = re.search(r"/(20\d\d)/.*năm\s+(\1)", words)
        if found:
            at = one.start + found.start(2)
            yield at, at + 4, str(int(found[1]) - 3)


def first_mention(document: Document) -> Iterator[Change]:
    """A basis cut down to its number."""
    for one in document.walk():
        words = document.source.text[one.start : one.end]
        found = re.match(r"Căn cứ (Nghị định|Thông tư) số \d+/\d{4}/[A-ZĐ-]+", words)
        if one.type == "basis" and found:
            yield one.start + found.end(), one.end, ";"


FAULTS: dict[str, tuple[str, Callable[[Document], Iterator[Change]]]] = {
    "HT101": ("a clause taken out", gap),
    "HT102": ("a clause written in without renumbering", repeat),
    "HT103": ("points lettered a b c d e f", letter),
    "HT104": ("a point behind a dash", dashes),
    "HT201": ("a reference raised by 60", reference),
    "HT202": ("a basis cut down to its number", first_mention),
    "HT204": ("a date three years off", year),
    "HT301": ("a symbol of another kind", symbol),
    "HT302": ("recipients taken out", recipients),
    "HT401": ("the sentence of effect taken out", effect),
}


def places(result: Result, rule: str) -> set[int]:
    """Where a rule speaks."""
    return {one.start for one in result.findings if one.rule == rule}


def main() -> None:
    """Plant, check, count."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    parser.add_argument("--only", choices=("provincial", "central", "all"), default="provincial")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--each", type=int, default=2)
    parser.add_argument("--show", default="", help="print the misses of these rules")
    asked = parser.parse_args()
    shown = tuple(filter(None, asked.show.split(",")))
    draw = random.Random(SEED)
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for one in documents(asked.data, asked.only, asked.every):
        if any(sign in " ".join(one["defects"]) for sign in LOST):
            continue
        day = dt.date.fromisoformat(one["date"]) if one["date"] else None
        text = one["text"]
        document = parse(Source(text=text))
        before = check(document, on=day)
        silent = {rule.rule for rule in before.not_run}
        for rule, (_, plant) in FAULTS.items():
            changes = list(plant(document)) if rule not in silent else []
            for start, end, words in draw.sample(changes, min(asked.each, len(changes))):
                changed = parse(Source(text=text[:start] + words + text[end:]))
                after = places(check(changed, on=day, select=[rule]), rule)
                shift = len(words) - (end - start)
                old = {at + shift if at >= end else at for at in places(before, rule)}
                new = after - old
                planted[rule] += 1
                lack = rule in ("HT302", "HT401")
                if any(lack or start - NEAR * 4 <= at <= start + NEAR * 4 for at in new):
                    found[rule] += 1
                elif rule.startswith(shown) and shown:
                    print(f"missed {rule} {one['id']} {text[max(0, start - 30) : end + 30]!r:.160}")
    print(f"{'rule':7} {'planted':>7} {'found':>6} {'share':>6}  fault")
    for rule, (name, _) in FAULTS.items():
        share = found[rule] / planted[rule] if planted[rule] else 0
        print(f"{rule:7} {planted[rule]:7} {found[rule]:6} {share:6.2f}  {name}")


if __name__ == "__main__":
    main()
