"""Which column is what: guessed from the headings, then from what stands below them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from statistics import fmean

import msgspec

from minhphap.crowd.trackers.headings import Grid, Heading, Table
from minhphap.crowd.trackers.stages import read_stage
from minhphap.crowd.trackers.vocabulary import header_words, plain
from minhphap.crowd.trackers.workbook import letter_of

FIELDS = (
    "ordinal", "title", "kind", "lead_agency", "person", "form", "area", "deadline", "status",
    "issued", "number", "date", "replaces", "remarks",
)  # fmt: skip
"""Fields that one column of a table holds; ``option:…`` and ``step:…`` may have several."""
STEPS = (
    "step:registration", "step:approval", "step:drafting", "step:consultation", "step:appraisal",
    "step:after_appraisal", "step:submission", "step:issue", "step:reply", "step:other",
)  # fmt: skip
_PERIOD = re.compile(r"(?:quy|q|thang|t)\.? ?(?:iv|i{1,3}|\d{1,2})(?:[/ .-]*(?:nam )?\d{4})?|\d{1,2}/\d{4}")
_SAMPLE = 60


class Column(msgspec.Struct, frozen=True):
    """A column and what it was taken for. ``field`` None: it stays with the record as it is."""

    letter: str
    heading: str
    field: str | None

    @property
    def leaf(self) -> str:
        """The lowest heading."""
        return self.heading.rsplit(" / ", 1)[-1]


def guess_columns(grid: Grid, table: Table, is_date: Callable[[str], bool]) -> tuple[Column, ...]:
    """What each column of a table holds; a single field goes to the column that says it best."""
    guesses: list[tuple[Heading, str | None, int]] = []
    for heading in table.headings:
        name, weight = _named(heading)
        guesses.append((heading, name, weight))
    guesses = _single(guesses)
    guesses = _looked_into(grid, table, guesses, is_date)
    columns = []
    last_step = "step:other"
    for heading, name, _ in guesses:
        if name == "reply":
            name = "step:after_appraisal" if last_step == "step:appraisal" else "step:reply"
        elif name and name.startswith("step:"):
            last_step = name
        known = name in FIELDS or (name or "").startswith(("step:", "option:"))
        columns.append(
            Column(letter_of(heading.column), " / ".join(heading.path), name if known else None)
        )
    return tuple(columns)


def _named(heading: Heading) -> tuple[str | None, int]:
    """The field of a heading and how plainly it says so (2: itself, 1: through its group)."""
    words = header_words()
    keys = [plain(one) for one in heading.path]
    leaf = keys[-1]
    groups = [words.name_of(one) for one in keys[:-1]]
    own = words.name_of(leaf)
    if "form" in groups:
        return "option:form", 2
    group = next((one for one in reversed(groups) if one), None)
    if group in ("deadline", "status") and _PERIOD.fullmatch(leaf):
        return "option:deadline", 2
    if group == "status" or (group or "").startswith("step:"):
        if own and (own.startswith("step:") or own in ("reply", "remarks", "person")):
            return own, 2
        if own in ("number", "date", "deadline", "status", "issued"):
            return (own, 2) if group == "status" or group == "step:issue" else (group, 1)
        if group == "status":
            return ("option:status", 2) if read_stage(heading.path[-1]) else ("step:other", 1)
        return group, 1
    if group == "issued" and own in (None, "step:issue"):
        return "issued", 1
    if own:
        return own, 2
    return words.name_of(" ".join(keys)) or group, 1


def _single(
    guesses: list[tuple[Heading, str | None, int]],
) -> list[tuple[Heading, str | None, int]]:
    """One column a field: the plainest, then the first; for dates of issue the last."""
    best: dict[str, int] = {}
    for index, (_, name, weight) in enumerate(guesses):
        if name in FIELDS and (name not in best or weight > guesses[best[name]][2]):
            best[name] = index
    has_number = "number" in best
    out: list[tuple[Heading, str | None, int]] = []
    for index, (heading, name, weight) in enumerate(guesses):
        if name in FIELDS and best[name] != index:
            name = None
        if name == "date" and not has_number and "issued" in best:
            name = None
        out.append((heading, name, weight))
    return out


def _looked_into(
    grid: Grid, table: Table, guesses: list[tuple[Heading, str | None, int]],
    is_date: Callable[[str], bool],
) -> list[tuple[Heading, str | None, int]]:  # fmt: skip
    """Mend from the content what the headings left open: titles, deadlines under "Tiến độ"."""
    names = [name for _, name, _ in guesses]
    samples = [list(_sample(grid, table, heading.column)) for heading, _, _ in guesses]
    if "title" not in names:
        lengths = [
            fmean(map(len, words)) if len(words) >= 2 and name in (None, "area", "remarks") else 0
            for words, name in zip(samples, names, strict=True)
        ]
        if lengths and max(lengths) >= 30:
            names[lengths.index(max(lengths))] = "title"
    if "deadline" not in names and "option:deadline" not in names and "status" in names:
        at = names.index("status")
        if samples[at] and sum(map(is_date, samples[at])) > 0.6 * len(samples[at]):
            names[at] = "deadline"
    if "status" not in names and "remarks" in names:
        at = names.index("remarks")
        stages = [words for words in samples[at] if read_stage(words)]
        rows = max((len(words) for words in samples), default=0)
        if len(stages) > 0.6 * max(1, len(samples[at])) and len(stages) > 0.4 * rows:
            names[at] = "status"
    return [(heading, name, w) for (heading, _, w), name in zip(guesses, names, strict=True)]


def _sample(grid: Grid, table: Table, column: int) -> Iterable[str]:
    seen = 0
    for row in range(table.last + 1, table.end + 1):
        if (row, column) in grid.sheet.cells and (words := grid.sheet.text(row, column)):
            yield words
            seen += 1
            if seen == _SAMPLE:
                return
