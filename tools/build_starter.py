"""Make the starter snapshot of the package out of a folder of public data.

    python tools/build_starter.py DATA

DATA holds ``registry/documents.csv.gz``, ``registry/relations.csv.gz``,
``corpus/documents.jsonl.gz`` and ``retrieval/articles.jsonl.gz``. Of the texts only facts are
kept: head, effect, and what a text does to other documents. ``tools/starter/*.csv`` are facts
gathered by hand. Documents that no source describes, but that several documents cite alike, are
added as attested.
"""

from __future__ import annotations

import csv
import gzip
import json
import lzma
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from minhphap.citations import Work
from minhphap.law import DocumentNumber, kind_named, parse_number
from minhphap.registry import Registry, build, verify
from minhphap.registry.keys import NAMED, is_central, normal_number, terms_of

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/minhphap/registry/data/starter.sqlite.xz"
LONGEST_TITLE = 400
ENOUGH = 3
SHARE = 0.8
SEEN = {
    # when a source showed the status it gives; a source that does not say is not believed
    "phanbasongtoan112-art/vbpl-layout-detection": "2026-04-01",
    "vinhdinhduc/get_data_congbao": "2026-06-01",
}
ORIGIN = re.compile(r"([\w.-]+/[\w.-]+)\s*:\s*(.*)")
STATED = re.compile(r"stated in (.*)")


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a packed CSV table."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def lines_of(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a packed JSONL table."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def origin_of(source: str) -> tuple[str, str]:
    """The repository a fact was found in, and the place in it."""
    found = ORIGIN.match(source.split("; ")[0])
    if found:
        return found[1], found[2]
    return "attested", source


def title_of(title: str) -> str:
    """Nothing longer than a title; what a consolidated text lists after it is cut off."""
    title = re.split(r",\s+có hiệu lực (?:thi hành )?(?:kể )?từ ngày", title)[0]
    return title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def document(row: dict[str, str]) -> tuple[str, dict[str, str]]:
    """A row of the catalogue: its source and what it says."""
    name, place = origin_of(row["source"])
    seen = SEEN.get(name, "")
    return name, {
        "number": row["number"],
        "kind": row["kind"],
        "title": title_of(row["title"] or ""),
        "issuer": row["issuer"],
        "date": row["date"],
        "effect_date": row["effect_date"],
        "expiry_date": row["expiry_date"],
        "status": row["status"] if seen else "",
        "status_date": seen,
        "source": place,
    }


def gather(data: Path, folder: Path) -> None:
    """Write one file for each source, so that provenance names it."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows_of(data / "registry/documents.csv.gz"):
        name, facts = document(row)
        found[f"{name}/facts"].append(facts)
    for row in lines_of(data / "corpus/documents.jsonl.gz"):
        name, place = origin_of(row["origin"])
        facts = {
            "number": row["number"],
            "kind": row["kind"],
            "title": title_of(row["title"] or ""),
            "issuer": row["issuer"],
            "date": row["date"] or "",
            "text": row["text"],
            "source": place,
        }
        found[f"{name}/texts"].append(facts)
    titles: dict[str, tuple[str, str]] = {}
    for row in lines_of(data / "retrieval/articles.jsonl.gz"):
        if row.get("law_title") and "/" in row["law_id"]:
            titles.setdefault(row["law_id"], (row["law_title"], row.get("source", "")))
    for number, (title, source) in titles.items():
        facts = {"number": number, "title": title_of(title), "source": source}
        found["codification/titles"].append(facts)
    relations: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows_of(data / "registry/relations.csv.gz"):
        relations["catalogue/relations"].append(row)
    for name, rows in (*found.items(), *relations.items()):
        path = folder / f"{name}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = sorted(json.dumps(row, ensure_ascii=False) for row in rows)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "hand").mkdir()
    for path in sorted((HERE / "starter").glob("*.csv")):
        (folder / "hand" / path.name).write_bytes(path.read_bytes())


def attested(law: Registry) -> list[dict[str, str]]:
    """Documents known only from those that cite them: at least three, nearly all of one date."""
    tellers: dict[tuple[str, str], set[int]] = defaultdict(set)
    works: dict[tuple[str, str], list[Work]] = defaultdict(list)
    for one in law:
        for relation in law.relations(one):
            work = relation.cited
            parsed = parse_number(work.number or "")
            known = relation.target is not None or relation.reason != "number_not_known"
            if known or relation.teller is None or parsed is None or not is_central(parsed):
                continue
            day = "" if parsed.year else str(work.date or "")
            if _in_order(parsed, work) and (parsed.year or day):
                name = normal_number(work.number or ""), day
                tellers[name].add(relation.teller)
                works[name].append(work)
    found = []
    for key, who in sorted(tellers.items()):
        cited = works[key]
        days = Counter(work.date.isoformat() for work in cited if work.date)
        date, times = max(days.items(), key=lambda one: (one[1], one[0]), default=("", 0))
        if len(who) < ENOUGH or times < SHARE * days.total():
            continue
        kinds = Counter(work.kind or "" for work in cited)
        kind = kind_named(kinds.most_common(1)[0][0])
        titles = Counter(work.title for work in cited if work.title and work.kind in NAMED)
        found.append({
            "number": Counter(work.number or "" for work in cited).most_common(1)[0][0],
            "kind": kind.name if kind else "",
            "title": max(titles, key=lambda one: (titles[one], one), default=""),
            "date": date,
            "sure": "attested",
            "source": f"cited in {len(who)} documents",
        })  # fmt: skip
    return found


def _in_order(parsed: DocumentNumber, work: Work) -> bool:
    """Whether number, term and date fit each other; a slip of the pen is no document."""
    if parsed.year and work.date and work.date.year != parsed.year:
        return False
    return not (parsed.session and parsed.year) or parsed.session in terms_of(parsed.year)


def main() -> None:
    """Gather, build, verify, pack, and open what was packed."""
    data = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "starter"
        folder.mkdir()
        gather(data, folder)
        target = Path(temporary) / "starter.sqlite"
        first = Path(temporary) / "first.sqlite"
        build([folder], first, texts=False, progress=lambda *step: print(*step))
        with Registry.open(first) as law:
            heard = attested(law)
        cited = Path(temporary) / "cited"
        cited.mkdir()
        lines = [json.dumps(one, ensure_ascii=False) for one in heard]
        (cited / "attested.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(len(heard), "attested")
        report = build([cited], target, base=first, texts=False)
        verify(target)
        packed = lzma.compress(target.read_bytes(), preset=9 | lzma.PRESET_EXTREME)
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_bytes(packed)
        print(f"{report.hash}: {report.counts}, {target.stat().st_size:,} bytes, "
              f"{len(packed):,} packed")  # fmt: skip
        print(dict(report.by_code()))
    with Registry.starter() as law:
        print([str(one.date) for one in law.find("126/NQ-CP")])


if __name__ == "__main__":
    main()
