"""Reads a table of an earlier run, as people have filled it in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from minhphap.crowd.letters.carry import Written, WrittenRow
from minhphap.crowd.letters.columns import HIDDEN, key_of
from minhphap.crowd.letters.sheets import grids
from minhphap.intake import Unreadable
from minhphap.text import normalize

_WHY = "Vì sao chưa đặt được"


def read_previous(path: Path) -> Written:
    """Read a table written by this program (.xlsx or .docx) with the answers in it.

    Raises Unreadable with one sentence, and OSError when the file cannot be opened.
    """
    data = path.read_bytes()
    if path.suffix.lower() == ".docx":
        from minhphap.crowd.letters.previous_docx import read_word_table

        written = read_word_table(data)
    else:
        written = _read_workbook(data)
    if not written.rows and written.draft is None:
        raise Unreadable(
            "Không thấy bảng tổng hợp trong tệp; cần tệp .xlsx hoặc .docx do lệnh này ghi ra.",
            "The file holds no table of comments; give the .xlsx or .docx this command wrote.",
            "no-table",
        )
    return written


def _read_workbook(data: bytes) -> Written:
    draft: str | None = None
    rows: list[WrittenRow] = []
    for title, cells in grids(data, "", hidden=True):
        if title == HIDDEN:
            parts = [row[1].removeprefix("|") for row in cells if len(row) > 1 and row[0] == "text"]
            draft = "".join(parts) if parts else None
        else:
            rows += written_rows(cells)
    return Written(tuple(rows), draft)


def written_rows(cells: list[list[str]]) -> Iterator[WrittenRow]:
    """The rows below the header of one table; sections are passed over, own columns are kept."""
    columns: dict[str, int] = {}
    own: dict[str, int] = {}
    for row in cells:
        if not columns:
            found = {key: at for at, cell in enumerate(row) if (key := key_of(cell))}
            if {"text", "answer"} <= found.keys():
                columns = found
                named = {" ".join(cell.split()): at for at, cell in enumerate(row) if cell.strip()}
                own = {
                    name: at
                    for name, at in named.items()
                    if at not in columns.values() and name != _WHY
                }
            continue
        made = _row(row, columns, own)
        if made is not None and (made.text or made.written):
            yield made


def _row(row: list[str], columns: dict[str, int], own: dict[str, int]) -> WrittenRow | None:
    def cell(key: str) -> str:
        at = columns.get(key, -1)
        return row[at].strip() if 0 <= at < len(row) else ""

    extra = tuple(
        (name, row[at].strip()) for name, at in own.items() if at < len(row) and row[at].strip()
    )
    answer = cell("answer")
    text = normalize(cell("text").split("\nLý do: ")[0]).text
    if not text and not answer:
        return None
    return WrittenRow(
        cell("id"), cell("machine"), cell("label"), cell("part"), cell("sender"), cell("letter"),
        text, answer, extra,
    )  # fmt: skip
