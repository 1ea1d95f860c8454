"""The lasting names of provisions: what a renumbering changes is the number, not the provision.

A lineage is the eid a provision was born with: in the text as enacted, or in the act that inserted
it. Where a renumbering gives a provision the eid another one was born with, the new bearer keeps
its own lineage; the table ``naming`` says who bore which eid from which day to which.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable

_RENUMBERINGS = (
    "SELECT id, target, target_eid, renumbered, date FROM relation"
    " WHERE renumbered <> '' AND target IS NOT NULL AND target_eid <> ''"
    " ORDER BY target, date IS NULL, date, id"
)


def write_names(db: sqlite3.Connection) -> None:
    """Follow every provision that was renumbered through its eids, document by document.

    Renumberings of one day are one step: 3 becomes 4 while 2 becomes 3.
    """
    steps: dict[tuple[int, str | None], list[tuple[int, str, str]]] = {}
    for cause, doc, old, new, date in db.execute(_RENUMBERINGS):
        steps.setdefault((doc, date), []).append((cause, old, new))
    bearers: dict[tuple[int, str], str] = {}
    rows: list[list[object]] = []
    last: dict[tuple[int, str], list[object]] = {}
    for (doc, date), moves in steps.items():
        lineages = [(bearers.get((doc, old), old), *move) for move in moves for old in [move[1]]]
        for lineage, cause, old, new in lineages:
            if bearers.get((doc, old)) == lineage:
                del bearers[doc, old]
            row = last.get((doc, lineage))
            if row is None:
                row = [doc, lineage, old, None, None, None]
                rows.append(row)
            row[4] = date
            last[doc, lineage] = [doc, lineage, new, date, None, cause]
            rows.append(last[doc, lineage])
        for lineage, _, _, new in lineages:
            bearers[doc, new] = lineage
    db.executemany("INSERT OR REPLACE INTO naming VALUES (?, ?, ?, ?, ?, ?)", rows)


def lineage_on(rows: Iterable[tuple[str, str | None, str | None]], eid: str, on: dt.date) -> str:
    """Who bears an eid on a day, of rows (lineage, first, until) about that eid.

    The provision born with it, unless a row says that it had moved away or that another had come.
    """
    day = on.isoformat()
    for lineage, first, until in rows:
        if (first is None or first <= day) and (until is None or day < until):
            return lineage
    return eid
