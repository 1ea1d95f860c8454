"""What a person is told of a table at the end: how much, who is silent, what to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minhphap.crowd.letters.review import Look
from minhphap.crowd.letters.table import Silent, Table
from minhphap.crowd.letters.values import GENERAL, UNCLEAR

MOST = 30
"""Things to look at that are told one by one; the table lists them all."""
_LONGEST = 90
"""Letters of a passage that are quoted."""


def summary(table: Table, looks: Sequence[Look]) -> Iterator[tuple[str, str]]:
    """The lines, each in Vietnamese and in English; ``looks``: by ``to_look_at``."""
    totals = table.totals
    placed = sum(row.clause not in (GENERAL, UNCLEAR) for row in table.rows)
    unclear = sum(row.clause == UNCLEAR for row in table.rows)
    general = len(table.rows) - placed - unclear
    yield (
        f"{totals.letters} thư, {totals.passages} ý kiến: {placed} theo điều khoản, {general}"
        f" chung, {unclear} chưa rõ; thống nhất hoàn toàn: {totals.agreed}.",
        f"{totals.letters} letters, {totals.passages} passages: {placed} on provisions,"
        f" {general} general, {unclear} unclear; in full agreement: {totals.agreed}.",
    )
    if totals.asked is not None:
        silent = len(table.silent)
        mark = ": " if silent else ""
        vi, en = (
            ("; ".join(names) for names in zip(*map(_waiting, table.silent), strict=True))
            if silent
            else ("", "")
        )
        yield (
            f"Đã hỏi {totals.asked}, trả lời {totals.replied}, chưa trả lời {silent}{mark}{vi}.",
            f"Asked {totals.asked}, answered {totals.replied}, silent {silent}{mark}{en}.",
        )
    if looks:
        yield f"Cần xem lại: {len(looks)}", f"To look at: {len(looks)}"
    for one in looks[:MOST]:
        line = f"  {one.file}: {one.matter}.{_quoted(one.text)} {one.remark}"
        yield line, line
    if len(looks) > MOST:
        rest = len(looks) - MOST
        yield f"  … và {rest} chỗ nữa", f"  … and {rest} more"


def _quoted(text: str) -> str:
    if not text:
        return ""
    return f" “{text if len(text) < _LONGEST else text[: _LONGEST - 1] + '…'}”"


def _waiting(one: Silent) -> tuple[str, str]:
    if one.over is None or one.over <= 0:
        return one.name, one.name
    return f"{one.name} (quá hạn {one.over} ngày)", f"{one.name} ({one.over} days late)"
