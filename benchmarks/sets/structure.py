"""Gold trees: gold/structure/NAME.txt -> structure/NAME.json."""

from __future__ import annotations

import json
from pathlib import Path

from minhphap.intake import Source
from minhphap.structure import parse


def predict(data: Path, out: Path) -> tuple[int, int]:
    """Parse every text; returns how many and how many characters."""
    folder = out / "structure"
    folder.mkdir(exist_ok=True)
    characters = 0
    texts = sorted((data / "gold/structure").glob("*.txt"))
    for path in texts:
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        characters += len(text)
        document = parse(Source(text=text, name=path.name))
        tree = {
            "provisions": [
                {
                    "eid": provision.eid,
                    "type": provision.type,
                    "start": provision.start,
                    "end": provision.end,
                    "heading": provision.heading,
                }
                for provision in document.walk()
            ],
            "leaves": [[leaf.start, leaf.end] for leaf in document.leaves],
        }
        (folder / f"{path.stem}.json").write_text(json.dumps(tree, ensure_ascii=False))
    return len(texts), characters


def misses(data: Path, out: Path) -> list[str]:
    """Errors of the documents with the most of them first."""
    import score_structure

    errors = []
    for path in sorted((data / "gold/structure").glob("*.json")):
        gold, guess = (
            json.loads(p.read_text(encoding="utf-8")) for p in (path, out / "structure" / path.name)
        )
        _, found = score_structure.compare(gold, guess)
        errors += [(len(found), f"{path.stem}: {error}") for error in found]
    return [line for _, line in sorted(errors, key=lambda pair: -pair[0])]
