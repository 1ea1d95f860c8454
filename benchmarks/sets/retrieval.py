"""Gold questions on the law: retrieval/articles.jsonl.gz and questions -> retrieval.jsonl."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from minhphap.law import kinds, parse_number
from minhphap.registry.search import Entry, SearchIndex, build_index

QUESTIONS = ("questions.jsonl", "typos_nodiacritics.jsonl", "clause_questions.jsonl")
KINDS = {symbol: kind.id for kind in reversed(kinds()) for symbol in kind.symbols}


def kind_of(number: str, title: str) -> str:
    """The kind of a document, from its number and title."""
    parsed = parse_number(number)
    if number.startswith("HIẾNPHÁP"):
        return "constitution"
    if parsed and parsed.kind in KINDS:
        return KINDS[parsed.kind]
    if "UBTVQH" in number:
        return "ordinance"
    return "code" if title.startswith("Bộ luật") else "law" if "QH" in number else ""


def articles(data: Path) -> Iterator[Entry]:
    """The articles of the set, ready for the index."""
    with gzip.open(data / "retrieval/articles.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            one = json.loads(line)
            title = one["law_title"] or ""
            yield Entry(
                key=one["law_id"], number=one["law_id"], kind=kind_of(one["law_id"], title),
                title=title, eid=f"art_{one['article_no']}", heading=one["title"] or "",
                text=one["text"],
            )  # fmt: skip


def questions(data: Path, name: str) -> list[dict]:
    """One file of questions; empty where it is not there."""
    path = data / "retrieval" / name
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def article_ids(index: SearchIndex, question: str) -> list[str]:
    """The ten articles that answer best, by the ids of the set."""
    hits = index.search(question).hits
    return [f"{hit.key}#{hit.article.removeprefix('art_')}" for hit in hits]


def predict(data: Path, out: Path) -> tuple[int, int]:
    """Index the articles, answer every question."""
    folder = out / "retrieval-index"
    build_index(articles(data), folder)
    index = SearchIndex.open(folder)
    asked = [one for name in QUESTIONS for one in questions(data, name)]
    with (out / "retrieval.jsonl").open("w", encoding="utf-8") as file:
        for one in asked:
            found = {"id": one["id"], "articles": article_ids(index, one["question"])}
            file.write(json.dumps(found, ensure_ascii=False) + "\n")
    return len(asked), sum(len(one["question"]) for one in asked)


def misses(data: Path, out: Path) -> list[str]:
    """Questions none of whose articles is among the ten."""
    lines = (out / "retrieval.jsonl").read_text(encoding="utf-8").splitlines()
    found = {one["id"]: one["articles"] for one in map(json.loads, lines)}
    return [
        f"{one['question']} | {', '.join(one['relevant'])} | {', '.join(found[one['id']][:3])}"
        for one in questions(data, "questions.jsonl")
        if not set(one["relevant"]) & set(found[one["id"]])
    ]
