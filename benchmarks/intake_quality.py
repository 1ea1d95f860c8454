"""How well files are read: the awkward ones, real ones, scans, saved web pages.

    python benchmarks/intake_quality.py [--data DIR] [--only nasty,real,scans,html]

DIR is laid out like the folder of gold sets (default: ../shared/data beside the checkout). Printed:

nasty   each file of files/nasty, what a reader should do with it, what ours did, seconds, memory;
        each is read in a process of its own, so that its memory and crashes are its own
real    each file of files/real: format, characters, lines, seconds, notices
scans   pages recognised, against their truth: share of words found, errors per character
html    saved pages of corpus/html against the text of the corpus: words and whole lines found

The exit code is 1 when an awkward file is not treated as it should be, or a real one is not read.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from minhphap.intake import Source, Unreadable, read

HERE = Path(__file__).resolve().parent
PARTS = ("nasty", "real", "scans", "html")
QUICK = 8.0
"""Seconds that "in seconds" means here."""
FLAT = 300
"""Megabytes under which memory is "flat"."""

Row = dict[str, object]


def one(path: str) -> None:
    """Read one file and print what came of it as JSON; run in a process of its own."""
    began = time.perf_counter()
    row: Row
    try:
        source = read(path)
        row = {
            "text": source.text,
            "notices": [notice.code for notice in source.notices],
            "said": [notice.message for notice in source.notices],
            "cells": sum(block.kind == "cell" for block in source.blocks),
            "changes": [(c.kind, c.text, c.author, str(c.date)) for c in source.changes],
            "comments": [
                (c.text, c.author, str(c.date), source.text[c.start : c.end])
                for c in source.comments
            ],
            "back": leads_back(source),
        }
    except Unreadable as error:
        row = {"refused": error.code, "said": [error.message]}
    row["seconds"] = time.perf_counter() - began
    row["mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(row))


def leads_back(source: Source) -> bool:
    """Whether every line leads back to characters of the original or to nodes of the file."""
    if source.offsets is not None and source.original is not None:
        spans = [source.span_in_original(b.start, b.end) for b in source.blocks]
        return all(0 <= a < b <= len(source.original) for a, b in spans)
    held = [(max(b.start, b.number_end), b.end) for b in source.blocks]
    return not source.anchors or all(source.anchors_in(a, b) for a, b in held if a < b)


Check = Callable[[Row, str], bool]


def refused(*codes: str) -> Check:
    """The file is refused with one of these codes."""
    return lambda row, _: row.get("refused") in codes


def same(*codes: str, folded: bool = False) -> Check:
    """The text is that of the sample, and these notices are given."""

    def check(row: Row, sample: str) -> bool:
        text = "\n".join(" ".join(line.split()) for line in str(row.get("text", "")).split("\n"))
        got, wanted = text.strip(), sample.strip()
        if folded:
            got, wanted = got.casefold(), wanted.casefold()
        return got == wanted and set(codes) <= set(row["notices"]) and bool(row["back"])  # type: ignore[call-overload]

    return check


def holds(*words: str, notices: tuple[str, ...] = (), lines: int = 0, cells: int = 0) -> Check:
    """The text holds these words; so many lines or cells; these notices."""

    def check(row: Row, _: str) -> bool:
        text = str(row.get("text", ""))
        return (
            "text" in row
            and all(word in text for word in words)
            and set(notices) <= set(row["notices"])  # type: ignore[call-overload]
            and (not lines or len(text.split("\n")) == lines)
            and (not cells or row["cells"] == cells)
            and float(row["seconds"]) < QUICK  # type: ignore[arg-type]
            and float(row["mb"]) < FLAT  # type: ignore[arg-type]
        )

    return check


def tracked(row: Row, _: str) -> bool:
    """Both sides of each change with author and time, the comment on its words."""
    return (
        "Điều 4. Mức thu 35.000 đồng" in str(row.get("text"))
        and [change[0] for change in row["changes"]] == ["deletion", "insertion", "insertion"]  # type: ignore[attr-defined]
        and all(author and date != "None" for _, _, author, date in row["changes"])  # type: ignore[attr-defined]
        and row["comments"][0][3] == "Điều 6. Tổ chức thực hiện"  # type: ignore[index]
    )


EXPECTED: dict[str, Check] = {
    "good.docx": same(),
    "encrypted.docx": refused("encrypted"),
    "truncated.docx": refused("damaged"),
    "bomb.docx": refused("unpacks-too-large"),
    "xxe.docx": refused("entities"),
    "entity_expansion.docx": refused("entities"),
    "pdf_named.docx": holds("Dieu 1."),
    "docx_named.pdf": same(),
    "html_named.doc": same(),
    "macro.docm": same("macro"),
    "empty.docx": refused("empty"),
    "empty.pdf": refused("empty"),
    "empty.txt": refused("empty"),
    "no_text.docx": refused("no-text"),
    "no_document_part.docx": refused("not-word"),
    "pages_2000.pdf": holds("Dieu 1.", "trang 2000", lines=2000),
    "nested_tables_10000.docx": refused("too-deep"),
    "absolute_relationship.docx": holds("Điều 1.", "phụ lục", lines=14),
    "path_escape.docx": same(),
    "huge_table.docx": holds("Phụ lục", cells=50_000),
    "one_long_paragraph.txt": holds("Điều 1.", lines=1),
    "utf16.txt": same(),
    "utf16le_nobom.txt": same(),
    "utf8_bom_crlf.txt": same(),
    "tcvn3.txt": same("legacy-encoding", folded=True),
    "vni.txt": same("legacy-encoding"),
    "cp1258.txt": same("legacy-encoding"),
    "nfd.txt": same(),
    "nfd.docx": same(),
    "mixed_forms.txt": same(),
    "bad_utf8.txt": holds("Điều 1.", notices=("broken-bytes",)),
    "control_characters.txt": holds("\nĐiều 2", "\nĐiều 3", notices=("hidden-characters",)),
    "good.odt": same("converted"),
    "good.rtf": same("converted"),
    "tracked_and_comment.docx": tracked,
}
"""What the file's "expect" means in figures. Files not named here are printed, not judged."""


def nasty(data: Path) -> bool:
    """The table of awkward files; whether each was treated as it should be."""
    folder = data / "files" / "nasty"
    sample = (folder / "good.truth.txt").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in (folder / "nasty.jsonl").open(encoding="utf-8")]
    good = judged = 0
    print(f"{'file':28} {'ok':3} {'s':>6} {'MB':>5}  what should be / what was")
    for known in rows:
        row, written = run_one(folder / known["name"])
        check = EXPECTED.get(known["name"])
        fine = not written and "crash" not in row and (check is None or check(row, sample))
        judged += check is not None
        good += fine and check is not None
        mark = "?" if check is None and fine else "yes" if fine else "NO"
        print(
            f"{known['name']:28} {mark:3} {row['seconds']:6.2f} {row['mb']:5.0f}  {known['expect']}"
        )
        print(f"{'':46} {summary(row)}" + (f"; WROTE {written}" if written else ""))
    print(f"nasty: {good} of {judged} as they should be, {len(rows) - judged} not judged\n")
    return good == judged


def run_one(path: Path) -> tuple[Row, list[str]]:
    """What a process of its own says of a file, and the files that it left behind."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, str(HERE / "intake_quality.py"), "--one", str(path)],
            cwd=folder,
            env={**os.environ, "TMPDIR": folder},
            capture_output=True,
            text=True,
            check=False,
        )
        left = [str(found.relative_to(folder)) for found in Path(folder).rglob("*")]
    if done.returncode:
        last = done.stderr.strip().split("\n")[-1]
        return {"crash": last, "seconds": time.perf_counter() - began, "mb": 0.0}, left
    return json.loads(done.stdout), left


def summary(row: Row) -> str:
    """One line on what came of a file."""
    if "crash" in row:
        return f"CRASH {row['crash']}"
    if "refused" in row:
        return f"refused ({row['refused']}): {row['said'][0]}"  # type: ignore[index]
    text = str(row["text"])
    said = f"; {'; '.join(row['notices'])}" if row["notices"] else ""  # type: ignore[arg-type]
    return f"read: {len(text)} characters, {text.count(chr(10)) + 1} lines{said}"


def real(data: Path) -> bool:
    """The table of real files; whether each was read."""
    files = [
        path
        for path in sorted((data / "files" / "real").iterdir())
        if not path.name.endswith(".truth.txt")
    ]
    read_well = 0
    print(f"{'file':58} {'format':6} {'chars':>7} {'lines':>5} {'s':>6}  notices")
    for path in files:
        began = time.perf_counter()
        try:
            source = read(path)
        except Unreadable as error:
            print(f"{path.name[:58]:58} refused ({error.code}): {error.message}")
            continue
        read_well += bool(source.text.strip()) and leads_back(source)
        seconds = time.perf_counter() - began
        said = ", ".join(notice.code for notice in source.notices)
        print(
            f"{path.name[:58]:58} {source.format:6} {len(source.text):7}"
            f" {source.text.count(chr(10)) + 1:5} {seconds:6.2f}  {said}"
        )
    print(f"real: {read_well} of {len(files)} read, every line leading back into its file\n")
    return read_well == len(files)


def scans(data: Path) -> bool:
    """Recognised pages against their truth."""
    head = ("words found", "words right", "char errors", "order aside")
    print(f"{'scan':40}" + "".join(f"{name:>13}" for name in head) + f"{'s':>7}")
    for path in sorted((data / "files" / "real").glob("*.truth.txt")):
        raw = path.read_text(encoding="utf-8")
        truth = " ".join(raw.split())
        began = time.perf_counter()
        source = read(path.with_name(path.name.replace(".truth.txt", ".pdf")))
        seconds = time.perf_counter() - began
        got = " ".join(with_furniture(source).split())
        found, right = shared(truth.split(), got.split())
        errors = Levenshtein.distance(truth, got) / len(truth)
        print(
            f"{path.name[:40]:40}{found:13.4f}{right:13.4f}{errors:13.4f}"
            f"{by_line(raw, got):13.4f}{seconds:7.1f}"
        )
    print("(order aside: each line of the truth beside its like, wherever it was read)\n")
    return True


def by_line(truth: str, got: str) -> float:
    """Errors per character of each line of the truth in the part of the text most like it."""
    errors = letters = 0
    for line in (" ".join(line.split()) for line in truth.split("\n")):
        if line and (place := fuzz.partial_ratio_alignment(line, got)) is not None:
            errors += Levenshtein.distance(line, got[place.dest_start : place.dest_end])
            letters += len(line)
    return errors / max(1, letters)


def with_furniture(source: Source) -> str:
    """The text with running heads and page numbers where they stood."""
    parts, at = [], 0
    for gone in source.removed:
        if gone.kind == "running":
            parts += [source.text[at : gone.at], "\n", gone.text, "\n"]
            at = gone.at
    return "".join([*parts, source.text[at:]])


def shared(wanted: list[str], got: list[str]) -> tuple[float, float]:
    """Share of the wanted words that were got, and of those got that were wanted."""
    both = sum((Counter(wanted) & Counter(got)).values())
    return both / max(1, len(wanted)), both / max(1, len(got))


def html(data: Path) -> bool:
    """Saved pages against the text of the corpus."""
    words: list[tuple[float, float]] = []
    whole: list[float] = []
    worst: list[tuple[float, str]] = []
    began = time.perf_counter()
    for document in corpus(data):
        source = read(data / "corpus" / document["html"])
        text = document["text"]
        wanted, got = text.replace("|", " ").split(), source.text.split()
        words.append(shared(wanted, got))
        lines = set(source.text.split("\n"))
        plain = [line for line in text.split("\n") if " | " not in line]
        whole.append(sum(line in lines for line in plain) / max(1, len(plain)))
        worst.append((min(words[-1]), document["id"]))
    if words:
        print(
            f"html: {len(words)} pages, words found {statistics.fmean(w[0] for w in words):.4f},"
            f" words right {statistics.fmean(w[1] for w in words):.4f}, lines found whole"
            f" {statistics.fmean(whole):.4f}, {time.perf_counter() - began:.1f} s"
        )
        print("worst:", ", ".join(f"{name} {share:.3f}" for share, name in sorted(worst)[:8]))
    return True


def corpus(data: Path) -> Iterator[dict[str, str]]:
    """The documents of the corpus whose page was kept."""
    with gzip.open(data / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            if document.get("html"):
                yield document


def main() -> None:
    """Print the parts asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--one", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        one(asked.one)
        return
    parts = {"nasty": nasty, "real": real, "scans": scans, "html": html}
    results = [parts[name](asked.data) for name in PARTS if name in asked.only.split(",")]
    raise SystemExit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
