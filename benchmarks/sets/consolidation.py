"""Articles after amendment: corpus texts, consolidation/*.jsonl -> consolidation.jsonl."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

from minhphap.amendments import Applied, Instruction, apply, instructions
from minhphap.structure import Document, Provision, parse_text

_REPEALED = re.compile(r"(?m)^[ \t]*(?:\d+\w?[.)]|[a-zđ]\d?\))[ \t]*\(được bãi bỏ\)[ \t]*\n?")
_LABEL = re.compile(r"\s*Điều\s+\w+\s*[.:]?\s*")


def lines(path: Path) -> list[dict]:
    """One JSON value a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


@cache
def corpus(data: Path) -> dict[str, dict]:
    """The documents of the corpus by id."""
    with gzip.open(data / "corpus/documents.jsonl.gz", "rt", encoding="utf-8") as file:
        return {(document := json.loads(line))["id"]: document for line in file}


@cache
def document(data: Path, name: str) -> Document:
    """A corpus text, parsed."""
    return parse_text(corpus(data)[name]["text"])


@cache
def orders(data: Path, name: str) -> tuple[Instruction, ...]:
    """What a corpus text orders."""
    return instructions(document(data, name))


@cache
def amended(data: Path, base: str, amending: tuple[str, ...]) -> Applied:
    """A base after its amending acts, the earliest first."""
    acts = sorted(amending, key=lambda name: corpus(data)[name]["date"] or "")
    every = [one for name in acts for one in orders(data, name)]
    return apply(document(data, base), every, number=corpus(data)[base]["number"])


def items(data: Path) -> list[tuple[str, str, tuple[str, ...], bool]]:
    """(base, eid, amending ids, whether the whole article is asked for) of every article."""
    found = []
    for name in ("article_triples", "triples"):
        for triple in lines(data / f"consolidation/{name}.jsonl"):
            for article in triple.get("articles", [triple]):
                whole = name == "triples"
                found.append((triple["base"], article["eid"], tuple(triple["amending"]), whole))
    return found


def printed(text: str, article: Provision, *, whole: bool) -> str:
    """An article as the set has it: a number without a heading, and repealed clauses, left out."""
    words = text[article.start : article.end]
    if not (article.heading or whole):
        words = _LABEL.sub("", words, count=1)
    return _REPEALED.sub("", words + "\n").strip()


def predict(data: Path, out: Path) -> tuple[int, int]:
    """Apply the amending acts to each base and take the article out."""
    wanted = items(data)
    characters = 0
    with (out / "consolidation.jsonl").open("w", encoding="utf-8") as file:
        for base, eid, amending, whole in wanted:
            row: dict = {"base": base, "eid": eid, "text": None}
            try:
                applied = amended(data, base, amending)
            except KeyError as missing:
                row["reason"] = f"no text of {missing}"
            else:
                article = applied.document.by_eid.get(eid)
                if article is None:
                    row["reason"] = "no such article after amendment"
                else:
                    row["text"] = printed(applied.document.source.text, article, whole=whole)
                    characters += len(row["text"])
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return len(wanted), characters


def misses(data: Path, out: Path) -> list[str]:
    """Clean articles that differ, with what was refused on them; first, a count by reason."""
    import score

    guessed = {(row["base"], row["eid"]): row for row in lines(out / "consolidation.jsonl")}
    found, reasons = [], Counter()
    for name in ("article_triples", "triples"):
        for triple in lines(data / f"consolidation/{name}.jsonl"):
            for article in triple.get("articles", [triple]):
                if article.get("grade") != "clean":
                    continue
                row = guessed[triple["base"], article["eid"]]
                want = score.words(article.get("result_body") or article.get("result") or "")
                got = row["text"] or ""
                if want in (score.words(got), score.words(got.split("\n", 1)[-1])):
                    continue
                applied = amended(data, triple["base"], tuple(triple["amending"]))
                told = [
                    refused.reason
                    for refused in applied.refused
                    if (refused.instruction.target.eid or "").startswith(article["eid"])
                    and refused.reason != "other_work"
                ]
                reason = row.get("reason") or ", ".join(told) or "other words"
                reasons[reason] += 1
                found.append(f"{triple['base']} {article['eid']}: {reason}")
    return [f"by reason: {dict(reasons.most_common())}", *found]
