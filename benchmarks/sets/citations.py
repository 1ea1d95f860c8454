"""Gold citations: gold/citations.jsonl -> citations.jsonl."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from minhphap.citations import Context, Work, cite_passage


def lines(path: Path) -> list[dict]:
    """One JSON value a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def predict(data: Path, out: Path) -> tuple[int, int]:
    """Read every passage in the context it is given with."""
    passages = lines(data / "gold/citations.jsonl")
    with (out / "citations.jsonl").open("w", encoding="utf-8") as file:
        for passage in passages:
            given = passage.get("context") or {}
            work = given.get("work")
            context = Context(
                kind=given.get("doc_kind"),
                where=passage.get("where"),
                eid=given.get("eid"),
                container=given.get("container"),
                work=msgspec.convert(work, Work, strict=False) if work else None,
                quoted_eid=given.get("quoted_eid"),
                lead_role=given.get("lead_role"),
            )
            found = msgspec.to_builtins(cite_passage(passage["text"], context))
            file.write(
                json.dumps({"id": passage["id"], "citations": found}, ensure_ascii=False) + "\n"
            )
    return len(passages), sum(len(passage["text"]) for passage in passages)


def misses(data: Path, out: Path) -> list[str]:
    """What the scorer calls missed, wrong, partial or extra; wrong targets first."""
    import score_citations

    gold, guessed = lines(data / "gold/citations.jsonl"), lines(out / "citations.jsonl")
    _, _, errors = score_citations.score(gold, guessed)
    order = {"wrong target": 0, "extra": 1, "missed": 2, "partial": 3}
    return [" | ".join(map(str, error)) for error in sorted(errors, key=lambda e: order[e[1]])]
