"""From relations to intervals of effect: what was ended, suspended, and when."""

from __future__ import annotations

import datetime as dt
import sqlite3

from minhphap.registry.reading.incoming import Note
from minhphap.registry.snapshot import Registry

_CAUSES = (
    "SELECT id, kind, target, target_eid, date, whole, until, sure FROM relation"
    " WHERE target IS NOT NULL AND kind IN ('repeals', 'replaces', 'suspends')"
    " ORDER BY target, id"
)


def write_effects(db: sqlite3.Connection, registry: Registry) -> list[tuple[str, Note]]:
    """Write the intervals that other documents bring about; note what sources disagree on."""
    rows = []
    ends: dict[int, dt.date] = {}
    for cause, kind, target, eid, date, whole, until, sure in db.execute(_CAUSES).fetchall():
        if not eid and not whole:
            continue  # a part that no eid names
        state = "suspended" if kind == "suspends" else "ended"
        rows.append(
            (target, eid, state, date, until if state == "suspended" else None, cause, sure)
        )
        if state == "ended" and not eid and date and sure in ("read", "stated"):
            day = dt.date.fromisoformat(date)
            ends[target] = min(day, ends.get(target, day))
    db.executemany(
        "INSERT INTO effect (doc, eid, state, first, until, relation, sure)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    return _ended(db, registry, ends)


def _ended(
    db: sqlite3.Connection, registry: Registry, ends: dict[int, dt.date]
) -> list[tuple[str, Note]]:
    notes = []
    for target, day in sorted(ends.items()):
        document = registry.get(target)
        assert document is not None
        if document.until and document.until != day:
            detail = f"{document.number}: {document.until}, {day}"
            notes.append((document.key, Note("end_disagrees", detail)))
        alive = document.stated in ("in_force", "partly", "not_yet")
        if alive and document.stated_on and document.stated_on >= day:
            detail = f"{document.number}: {document.stated} {document.stated_on}, {day}"
            notes.append((document.key, Note("status_disagrees", detail)))
            db.execute(
                "UPDATE effect SET sure = 'inferred' WHERE doc = ? AND state = 'ended'"
                " AND eid = ''",
                (target,),
            )
        elif document.until is None:
            db.execute("UPDATE document SET until = ? WHERE id = ?", (day.isoformat(), target))
    return notes
