"""Families of letters with their truth, written by ourselves: one draft and the letters on it.

A family is a text file. ``%%DRAFT base=att_1__`` opens the draft; ``base`` stands in front of every
eid. ``%%LETTER L01 docx sender | number | date`` opens a letter; in its words
``{5.1a m: …}`` marks a passage: on point a, clause 1 of article 5, asking to amend. ``!2`` is an
article of the decision that carries a regulation, ``g`` the draft as a whole, ``app`` the appendix;
``a m + - q g`` stand for agree, amend, add, delete, question, general. Lines that begin with ``|``
are rows of a table, ``\\n`` in a cell ends a paragraph, ``^`` is a cell merged with the one above.
"""

import re
from pathlib import Path
from typing import NamedTuple

from docx import Document
from openpyxl import Workbook
from rapidfuzz import fuzz

from minhphap.crowd.letters import Collection, collect
from minhphap.structure import parse_text

FOLDER = Path(__file__).parent / "families"
_ASKS = {"a": "agree", "m": "amend", "+": "add", "-": "delete", "q": "question", "g": "general"}
_MARK = re.compile(r"\{(?P<where>\S+) (?P<ask>[am+\-qg]): (?P<words>.*?)\}", re.DOTALL)
_WHERE = re.compile(r"(?P<main>!?)(?P<art>\d+[a-z]?)(?:\.(?P<para>\d+))?(?P<point>[a-zđ])?")
_WHOLE, _SEEN = 90, 60
"""Likeness (0 to 100) from which a passage is found whole, or found at all."""


class Truth(NamedTuple):
    """One passage as a careful reader marks it."""

    file: str
    words: str
    clause: str
    ask: str


class Family(NamedTuple):
    """A draft and the truth of the letters on it."""

    draft: str
    letters: dict[str, str]
    truth: list[Truth]


class Figures(NamedTuple):
    """Shares (0 to 1) of the passages, and how many stand nowhere in the truth."""

    passages: int
    whole: float
    clause: float
    ask: float
    extra: int
    misses: list[str]


def read_family(name: str) -> Family:
    """Read a family of this folder."""
    head, *parts = re.split(r"^%%LETTER ", (FOLDER / f"{name}.txt").read_text("utf-8"), flags=re.M)
    opening, draft = head.split("\n", 1)
    base = opening.partition("base=")[2].strip()
    letters, truth = {}, []
    for part in parts:
        info, body = part.split("\n", 1)
        label, form = info.split(" ")[:2]
        file = f"{label}.{'docx' if form == 'pdf' else form}"
        for mark in _MARK.finditer(body):
            words = " ".join(mark["words"].replace("\\n", " ").split())
            truth.append(Truth(file, words, _eid(mark["where"], base), _ASKS[mark["ask"]]))
        letters[file] = _MARK.sub(lambda mark: mark["words"], body).strip("\n")
    return Family(f"{draft.strip()}\n", letters, truth)


def _eid(where: str, base: str) -> str:
    if where in ("g", "app"):
        return {"g": "general", "app": "app_1"}[where]
    found = _WHERE.fullmatch(where)
    assert found, where
    eid = f"{'' if found['main'] else base}art_{found['art']}"
    eid += f"__para_{found['para']}" if found["para"] else ""
    return eid + (f"__point_{found['point']}" if found["point"] else "")


def collected(family: Family, folder: Path) -> Collection:
    """Write the letters as the files they came in and read them."""
    for file, words in family.letters.items():
        path = folder / file
        if path.suffix == ".txt":
            path.write_text(words, "utf-8")
        elif path.suffix == ".xlsx":
            book = Workbook()
            for line in words.split("\n"):
                book.active.append([cell.strip() for cell in line.strip("|").split("|")])
            book.save(path)
        else:
            _word(words.split("\n"), path)
    return collect(sorted(folder.iterdir()), parse_text(family.draft))


def _word(lines: list[str], path: Path) -> None:
    document = Document()
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append([cell.strip().replace("\\n", "\n") for cell in line.strip("|").split("|")])
            continue
        if rows:
            width = max(map(len, rows))
            table = document.add_table(rows=0, cols=width, style="Table Grid")
            for row in rows:
                for at, (cell, words) in enumerate(zip(table.add_row().cells, row, strict=False)):
                    if words == "^":
                        table.cell(len(table.rows) - 2, at).merge(cell)
                    else:
                        cell.text = words
            rows = []
        document.add_paragraph(line)
    document.save(str(path))


def measured(family: Family, collection: Collection) -> Figures:
    """Compare what was read with the truth, each passage with the one most like it."""
    left = {letter.file: list(letter.passages) for letter in collection.letters}
    whole = clause = ask = 0
    misses = []
    for one in family.truth:
        there = left.get(one.file, [])
        best = max(there, key=lambda passage: fuzz.ratio(one.words, passage.text), default=None)
        if best is None or fuzz.ratio(one.words, best.text) < _SEEN:
            misses.append(f"{one.file} missing: {one.words}")
            continue
        there.remove(best)
        if fuzz.ratio(one.words, best.text) >= _WHOLE:
            whole += 1
        else:
            misses.append(f"{one.file} not whole: {one.words} | {best.text}")
        if best.clause == one.clause:
            clause += 1
        else:
            misses.append(f"{one.file} {one.clause} | {best.clause}: {one.words}")
        if best.ask == one.ask:
            ask += 1
        else:
            misses.append(f"{one.file} {one.ask} | {best.ask}: {one.words}")
    count = len(family.truth)
    extra = sum(map(len, left.values()))
    return Figures(count, whole / count, clause / count, ask / count, extra, misses)
