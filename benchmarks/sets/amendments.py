"""Gold amending instructions: gold/amendments.jsonl, gold/acts -> amendments.jsonl."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from minhphap.amendments import Instruction, instructions
from minhphap.structure import Document, parse_text
from minhphap.text import search_key

_ARTICLE = re.compile(r"(?m)^[ \t]*Điều[ \t]+(\w+)[.:]?[^\n]*")


def lines(path: Path) -> list[dict]:
    """One JSON value a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


@cache
def read(text: str) -> tuple[Document, tuple[Instruction, ...]]:
    """A text and what it orders."""
    document = parse_text(text)
    return document, instructions(document)


def letters(text: str) -> tuple[str, list[int]]:
    """Letters and digits only, small and without marks, and where each stands."""
    kept = [(key, at) for at, sign in enumerate(text) if sign.isalnum() for key in search_key(sign)]
    return "".join(key for key, _ in kept), [at for _, at in kept]


@cache
def letters_of(act: str) -> tuple[str, list[int]]:
    """Those of an act, read once."""
    return letters(act)


def shared(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def place(act: str, item: dict) -> tuple[int, int] | None:
    """Where a clause stands in the act, whatever the signs and marks between its words."""
    known, places = letters_of(act)
    wanted = letters(item["text"])[0]
    clause = read(act)[0].by_eid.get(item["eid"])
    at = known.find(wanted[:60])
    while at >= 0:
        start = places[at]
        agrees = shared(known[at : at + len(wanted)], wanted)
        if clause is not None and 0 <= start - clause.start < 8 and clause.end > start:
            mine = letters(act[clause.start : clause.end])[0]
            if wanted.startswith(mine) or agrees < len(wanted):  # it runs on, or the copies differ
                return clause.start, clause.end
        if agrees == len(wanted):
            end = places[at + agrees - 1] + 1
            while act[end : end + 1] not in ("", "\n") and not act[end].isalnum():
                end += 1
            return start, end
        at = known.find(wanted[:60], at + 1)
    return None


def in_act(act: str, item: dict) -> list[Instruction]:
    """The instructions of a clause, read in the whole act; none where the act has another text.

    The clause is put into the act as the gold has it: the copies differ in signs and tables.
    """
    span = place(act, item)
    if span is None:
        return []
    start, end = span
    text = item["text"]
    mine, given = letters(act[start:end])[0], letters(text)[0]
    if mine == given or not given.startswith(mine):
        lost = text[: len(text) - len(text.lstrip())]
        act = act[:start] + text[len(lost) :] + act[end:]
        end = start + len(text) - len(lost)
    return [one for one in read(act)[1] if start <= one.start < end]


def alone(act: str, item: dict) -> list[Instruction]:
    """The instructions of a clause, read behind the head of the act and of what holds it."""
    head = act[: found.start()] if (found := _ARTICLE.search(act)) else ""
    leads = []
    for step in item["eid"].removeprefix("att_1__").split("__")[:-1]:
        level, _, number = step.partition("_")
        mark = rf"Điều[ \t]+{number}\b" if level == "art" else rf"{re.escape(number)}[ \t]?[.)-]"
        lines = re.findall(rf"(?m)^[ \t]*{mark}[^\n]*", act)
        leads += lines[:1]
    text = "\n".join((head.rstrip(), *leads, item["text"])) + "\n"
    start = len(text) - len(item["text"]) - 1
    return [one for one in read(text)[1] if one.start >= start]


def action(one: Instruction) -> dict:
    """An instruction in the shape of the gold."""
    return {
        "op": one.op,
        "target": {
            "work": {"number": one.target.work.number, "title": one.target.work.title},
            "eid": one.target.eid,
        },
        "new_text": one.new_text,
        "old_phrase": one.old_phrase,
        "new_phrase": one.new_phrase,
        "new_eids": list(one.new_eids),
        "scope": one.scope,
    }


def predict(data: Path, out: Path) -> tuple[int, int]:
    """Read every clause in its act."""
    items = lines(data / "gold/amendments.jsonl")
    acts = data / "gold/acts"
    files = json.loads((acts / "index.json").read_text(encoding="utf-8"))
    with (out / "amendments.jsonl").open("w", encoding="utf-8") as file:
        for item in items:
            path = acts / files[item["id"]] if item["id"] in files else None
            act = path.read_text(encoding="utf-8") if path and path.exists() else ""
            found = in_act(act, item) or alone(act, item)
            actions = [action(one) for one in found if one.op != "transitional"]
            file.write(json.dumps({"id": item["id"], "actions": actions}, ensure_ascii=False))
            file.write("\n")
    return len(items), sum(len(item["text"]) for item in items)


def misses(data: Path, out: Path) -> list[str]:
    """Clauses with anything wrong, and what."""
    import score_amendments

    gold = score_amendments.read(data / "gold/amendments.jsonl")
    guessed = score_amendments.read(out / "amendments.jsonl")
    errors = score_amendments.score(gold, guessed)[3]
    return [" ".join(map(str, error)) for error in errors]
