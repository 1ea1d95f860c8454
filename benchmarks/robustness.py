"""Read, parse and export every file of a data folder; count what holds and show the worst.

    python benchmarks/robustness.py [--data DIR] [--only corpus,html,gold,real,nasty] [--every N]
                                    [--scan-seconds S] [--show N]

DIR is laid out like the folder of gold sets (default: ../shared/data beside the checkout). Each
file must give a tree: no exception, no character lost, all spans inside the text, children in order
inside their parents, no two provisions of one name, Akoma Ntoso that is valid against the official
schema and comes back equal. A file that intake refuses must be refused in one sentence. Recognition
of scans is given S seconds a file (default 20); what takes longer counts as refused in a sentence.

Below the table: how often number, kind, issuer and date that the corpus states for a document are
those its head gives. --every N takes each Nth item of a set. Two processes. Exit code 1 when
anything does not hold.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from minhphap.intake import Limits, Source, Unreadable, read
from minhphap.law import kind_named, parse_number
from minhphap.structure import Document, export, load, parse
from minhphap.text import comparison_key

HERE = Path(__file__).resolve().parent
XSD = HERE.parent / "tests" / "vectors" / "akomantoso" / "akomantoso30.xsd"
SETS = ("corpus", "html", "gold", "real", "nasty")
CHECKS = ("lossless", "inside", "ordered", "named", "valid", "equal")
HEADLESS = {"header lost", "beginning lost: in the previous gazette issue"}
BLANK = {"number and date stamped, blank in text", "number blank in text"}
Item = tuple[str, str, dict[str, Any]]
"""Set, name, and what is needed to read it: a text or a path, and the facts stated of it."""


@cache
def schema() -> etree.XMLSchema:
    """The official schema, once a process."""
    return etree.XMLSchema(etree.parse(XSD))


def items(data: Path, names: list[str], every: int) -> Iterator[Item]:
    """Everything there is to read."""
    if "corpus" in names:
        with gzip.open(data / "corpus/documents.jsonl.gz", "rt", encoding="utf-8") as file:
            for number, line in enumerate(file):
                if number % every == 0:
                    record = json.loads(line)
                    yield "corpus", record["id"], record
    folders = {
        "html": "corpus/html/*.html",
        "gold": "gold/**/*.txt",
        "real": "files/real/*",
        "nasty": "files/nasty/*",
    }
    for name in (one for one in SETS if one in names and one in folders):
        found = [path for path in sorted(data.glob(folders[name])) if path.is_file()]
        if name == "nasty":
            told = (data / "files/nasty/nasty.jsonl").read_text(encoding="utf-8")
            known = {json.loads(line)["name"] for line in told.splitlines()}
            found = [path for path in found if path.name in known]
        if name == "real":
            found = [path for path in found if not path.name.endswith(".truth.txt")]
        for path in found[::every]:
            yield name, path.name, {"path": str(path)}


def look_at(item: Item, seconds: float) -> dict[str, Any]:
    """One file: what happened, which checks hold, and what its head says."""
    name, title, facts = item
    told: dict[str, Any] = {"set": name, "name": title, "faults": []}
    began = time.perf_counter()
    try:
        if "text" in facts:
            source = Source(text=facts["text"], name=title)
        else:
            limits = Limits(recognition_seconds=seconds)
            source = read(facts["path"], limits=limits)
    except Unreadable as refused:
        told["refused"] = refused.code
        if "\n" in refused.message or "Traceback" in refused.message:
            told["faults"].append("sentence")
        return told
    except Exception:  # the point of the run is to find any
        return {**told, "faults": ["exception"], "trace": traceback.format_exc(limit=-2)}
    try:
        document = parse(source)
        told["faults"] = list(wrong(document))
        told["characters"] = len(source.text)
        told["provisions"] = sum(1 for _ in document.walk())
        told["diagnostics"] = Counter(one.code for one in document.diagnostics)
        told["facts"] = compared(document, facts)
    except Exception:
        return {**told, "faults": ["exception"], "trace": traceback.format_exc(limit=-2)}
    told["seconds"] = time.perf_counter() - began
    return told


def wrong(document: Document) -> Iterator[str]:
    """The checks that a document fails."""
    text = document.source.text
    if "".join(text[leaf.start : leaf.end] for leaf in document.leaves) != text:
        yield "lossless"
    provisions = list(document.walk())
    if not all(0 <= one.start <= one.end <= len(text) for one in provisions):
        yield "inside"
    for one in provisions:
        edges = [one.start, *(e for child in one.children for e in (child.start, child.end))]
        edges.append(one.end)
        if edges != sorted(edges):
            yield "ordered"
            break
    if len({one.eid for one in provisions}) != len(provisions):
        yield "named"
    written = export(document, "akn")
    if not schema().validate(etree.fromstring(written, etree.XMLParser(huge_tree=True))):
        yield "valid"
    back = load(written, "akn")
    if back.source.text != text or back.provisions != document.provisions:
        yield "equal"


def compared(document: Document, facts: dict[str, Any]) -> dict[str, bool]:
    """For each fact that the corpus states: does the head say the same?

    The corpus reads the kind from the number and so takes letters of the tax office ("5467/CT-CS",
    addressed with "Kính gửi") for directives; their kind is not counted.
    """
    defects = set(facts.get("defects", ()))
    if "number" not in facts or defects & HEADLESS:
        return {}
    meta = document.meta
    kind = kind_named(facts["kind"])
    same = {
        "issuer": bool(meta.issuer) and folded(meta.issuer or "").endswith(folded(facts["issuer"])),
    }
    if facts["kind"] != "Chỉ thị" or "Kính gửi" not in document.source.text[:3000]:
        same["kind"] = kind is not None and meta.kind == kind.id
    if not defects & BLANK:
        stated, found = parse_number(facts["number"]), parse_number(meta.number or "")
        same["number"] = stated is not None and found is not None and stated.normal == found.normal
        if facts["date"]:
            same["date"] = meta.date is not None and meta.date.isoformat() == facts["date"]
    return same


def folded(name: str) -> str:
    """A name to compare: small letters, words only, the body and not its chair."""
    words = comparison_key(name).replace("ubnd", "ủy ban nhân dân")
    words = " ".join("".join(one if one.isalnum() else " " for one in words).split())
    return words.removeprefix("chủ tịch ").removeprefix("bộ trưởng ")


def tell(results: list[dict[str, Any]], took: float, show: int) -> bool:
    """Print the table, the rates and the worst; True when everything holds."""
    print(f"{'set':8}{'files':>7}{'parsed':>8}{'refused':>9}{'exception':>11}", end="")
    print("".join(f"{check:>10}" for check in CHECKS))
    for name in SETS:
        mine = [one for one in results if one["set"] == name]
        if not mine:
            continue
        parsed = [one for one in mine if "seconds" in one]
        failed = Counter(fault for one in mine for fault in one["faults"])
        refused = sum("refused" in one for one in mine)
        print(f"{name:8}{len(mine):7}{len(parsed):8}{refused:9}{failed['exception']:11}", end="")
        print("".join(f"{len(parsed) - failed[check]:10}" for check in CHECKS))
    characters = sum(one.get("characters", 0) for one in results)
    provisions = sum(one.get("provisions", 0) for one in results)
    print(f"{characters:,} characters, {provisions:,} provisions, {took:.0f} s with two processes")

    asked: dict[str, list[bool]] = defaultdict(list)
    for one in results:
        for fact, holds in one.get("facts", {}).items():
            asked[fact].append(holds)
    if asked:
        print("\nwhat the head says is what the corpus states")
        for fact, holds in sorted(asked.items()):
            print(f"  {fact:8}{sum(holds):6} of {len(holds):6}  {sum(holds) / len(holds):.4f}")

    told = Counter(code for one in results for code in one.get("diagnostics", ()))
    print("\ndocuments with a diagnostic: " + ", ".join(f"{k} {v}" for k, v in told.most_common()))
    refusals = Counter(one["refused"] for one in results if "refused" in one)
    print("refused: " + (", ".join(f"{k} {v}" for k, v in refusals.most_common()) or "none"))
    print("\nmost diagnostics, then slowest")
    many = sorted(results, key=lambda one: -sum(one.get("diagnostics", Counter()).values()))
    slow = sorted(results, key=lambda one: -one.get("seconds", 0.0))
    for one in many[:show]:
        print(f"  {one['name'][:60]:60} {dict(one.get('diagnostics', {}))}")
    for one in slow[:show]:
        print(f"  {one['name'][:60]:60} {one.get('seconds', 0.0):.2f} s")
    broken = [one for one in results if one["faults"]]
    for one in broken[:20]:
        print(f"FAILED {one['set']} {one['name']}: {', '.join(one['faults'])}")
        print(one.get("trace", ""), end="")
    return not broken


def main() -> None:
    """Run and count."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared/data")
    parser.add_argument("--only", default=",".join(SETS))
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--scan-seconds", type=float, default=20.0)
    parser.add_argument("--show", type=int, default=5)
    asked = parser.parse_args()
    names = asked.only.split(",")
    if unknown := set(names) - set(SETS):
        parser.error(f"no set named {', '.join(sorted(unknown))}; there are {', '.join(SETS)}")
    if not asked.data.is_dir():
        parser.error(f"no folder {asked.data}")
    began = time.perf_counter()
    todo = list(items(asked.data, names, max(1, asked.every)))
    with ProcessPoolExecutor(max_workers=2) as pool:
        limit = [asked.scan_seconds] * len(todo)
        results = list(pool.map(look_at, todo, limit, chunksize=4))
    sys.exit(not tell(results, time.perf_counter() - began, asked.show))


if __name__ == "__main__":
    main()
