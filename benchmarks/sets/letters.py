"""Gold comment letters: gold/letters/DRAFT/ -> letters/DRAFT.json."""

from __future__ import annotations

import json
from pathlib import Path

from minhphap.crowd.letters import collect
from minhphap.intake import read
from minhphap.structure import parse


def predict(data: Path, out: Path) -> tuple[int, int]:
    """Read the letters on every draft; returns how many and how many characters of passages."""
    folder = out / "letters"
    folder.mkdir(exist_ok=True)
    letters = characters = 0
    for home in sorted((data / "gold/letters").iterdir()):
        if not home.is_dir():
            continue
        draft = parse(read(home / "draft.txt"))
        files = sorted(path for path in home.iterdir() if path.suffix not in (".txt", ".json"))
        found = collect(files, draft)
        told = []
        for letter in found.letters:
            letters += 1
            characters += sum(len(passage.text) for passage in letter.passages)
            told.append(
                {
                    "file": letter.file,
                    "sender": letter.sender,
                    "number": letter.number,
                    "date": letter.date.isoformat() if letter.date else None,
                    "passages": [
                        {
                            "text": passage.text,
                            "clause": passage.clause,
                            "kind": passage.ask,
                            "proposed_text": passage.proposed,
                            "speaker": passage.speaker or None,
                        }
                        for passage in letter.passages
                    ],
                }
            )
        (folder / f"{home.name}.json").write_text(
            json.dumps({"letters": told}, ensure_ascii=False, indent=1), encoding="utf-8"
        )
    return letters, characters


def misses(data: Path, out: Path) -> list[str]:
    """Passages not found whole first, then extra ones, wrong clauses, wrong kinds, wrong heads."""
    from score import load, overlap, words

    errors: list[tuple[int, str]] = []
    for home in sorted(path.parent for path in (data / "gold/letters").glob("*/gold.json")):
        guessed = {
            one["file"]: one for one in load(out / "letters" / f"{home.name}.json")["letters"]
        }
        for gold in load(home / "gold.json")["letters"]:
            name = f"{home.name}/{gold['file']}"
            guess = guessed.get(gold["file"], {"passages": []})
            errors += [
                (4, f"{name} {field}: {gold.get(field)} | {guess.get(field)}")
                for field in ("sender", "number", "date")
                if words(str(gold.get(field) or "")) != words(str(guess.get(field) or ""))
            ]
            left = list(guess["passages"])
            for passage in gold["passages"]:
                best = max(
                    left, key=lambda one: overlap(passage["text"], one["text"]), default=None
                )
                alike = overlap(passage["text"], best["text"]) if best else 0.0
                if best is None or alike < 0.5:
                    errors.append((0, f"{name} missing: {passage['text']}"))
                    continue
                left.remove(best)
                if alike < 0.9:
                    errors.append((0, f"{name} not whole: {passage['text']} | {best['text']}"))
                if best["clause"] != passage["clause"]:
                    wrong = f"{passage['clause']} | {best['clause']} | {passage['text']}"
                    errors.append((2, f"{name} clause: {wrong}"))
                if best["kind"] != passage["kind"]:
                    wrong = f"{passage['kind']} | {best['kind']} | {passage['text']}"
                    errors.append((3, f"{name} kind: {wrong}"))
            errors += [(1, f"{name} extra: {one['text']}") for one in left]
    return [line for _, line in sorted(errors, key=lambda pair: pair[0])]
