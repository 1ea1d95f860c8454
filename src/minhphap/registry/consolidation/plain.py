"""A consolidated text as plain text and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable

from minhphap.registry.consolidation.layout import Grid, Layout, Paragraph, Run

_SIGNS = re.compile(r"[\\*_#\[\]<|`]")
_STARTS = re.compile(r"(?m)^(\d*)([.)>+-])(?=\s)")
"""What opens a list or a quotation at the start of a line."""
_HEADINGS = {"kind": "# ", "title": "## ", "container": "### ", "head": "### ", "article": "#### "}


def to_text(layout: Layout) -> str:
    """Marks are "[1]"; the notes follow at the end."""
    lines = [_plain(block) for block in layout.blocks]
    if layout.notes:
        lines += ["", *(f"[{number}] {note}" for number, note in enumerate(layout.notes, 1))]
    return "\n".join(lines) + "\n"


def to_markdown(layout: Layout) -> str:
    """Headings, bold titles, real footnotes ("[^1]") and tables."""
    blocks = [_marked(block) for block in layout.blocks]
    for number, note in enumerate(layout.notes, 1):
        words = _safe(note).replace("\n", "\n\n    ")
        blocks.append(f"[^{number}]: {words}")
    return "\n\n".join(blocks) + "\n"


def _plain(block: Paragraph | Grid) -> str:
    if isinstance(block, Grid):
        rows = (
            " | ".join(_words(cell, "[{}]", str).replace("\n", " ") for cell in row)
            for row in block.rows
        )
        return "\n".join(rows)
    words = _words(block.runs, "[{}]", str)
    blank = block.style in ("kind", "title", "preface", "container", "article", "certify")
    return f"\n{words}" if blank else words


def _words(runs: tuple[Run, ...], mark: str, clean: Callable[[str], str]) -> str:
    return "".join(mark.format(run.note) if run.note else clean(run.text) for run in runs)


def _marked(block: Paragraph | Grid) -> str:
    if isinstance(block, Grid):
        return _table(block)
    if block.style == "article":
        return _article(block)
    words = _words(block.runs, "[^{}]", _safe)
    heading = _HEADINGS.get(block.style)
    if heading:
        return heading + words
    return f"**{words}**" if block.runs and block.runs[0].bold else words


def _article(block: Paragraph) -> str:
    """The title is the heading, the words behind it a paragraph of their own."""
    last = max((at for at, run in enumerate(block.runs) if run.bold), default=-1) + 1
    while last < len(block.runs) and block.runs[last].note:
        last += 1
    title = _HEADINGS["article"] + _words(block.runs[:last], "[^{}]", _safe).strip()
    rest = _words(block.runs[last:], "[^{}]", _safe).strip()
    return f"{title}\n\n{rest}" if rest else title


def _table(block: Grid) -> str:
    rows = [
        "| " + " | ".join(_words(cell, "[^{}]", _safe).replace("\n", "<br>") for cell in row) + " |"
        for row in block.rows
    ]
    rule = "|" + " --- |" * (len(block.rows[0]) if block.rows else 1)
    return "\n".join((*rows[:1], rule, *rows[1:]))


def _safe(words: str) -> str:
    """Signs that Markdown would read as its own."""
    return _STARTS.sub(r"\1\\\2", _SIGNS.sub(r"\\\g<0>", words))
