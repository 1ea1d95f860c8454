"""Gold trackers: trackers/*.xlsx -> trackers/NAME.json. Of NAME.json only as_of is read."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from minhphap.crowd.trackers import Record, read_tracker

KINDS = {
    ("resolution", "council"): "nghi_quyet_hdnd",
    ("decision", "committee"): "quyet_dinh_ubnd",
    ("decision", "committee_chair"): "quyet_dinh_ctubnd",
    ("directive", "committee"): "chi_thi_ubnd",
}
"""The names of that set for a kind and its issuer."""
CODES = frozenset(
    (
        "no_deadline", "deadline_not_a_date", "impossible_date", "deadline_passed", "no_owner",
        "duplicate", "number_wrong_form", "issued_without_number", "status_conflict",
    )
)  # fmt: skip
"""The defects that the set knows; the program has a few more."""


def item(record: Record) -> dict:
    """A record in the words of the gold set."""
    twin = record.duplicate_of
    return {
        "sheet": record.sheet,
        "row": record.row,
        "title": record.title,
        "kind": KINDS.get((record.kind, record.issuer), record.kind or None),
        "lead_agency": record.lead_agency,
        "deadline": record.deadline.isoformat() if record.deadline else None,
        "stage": record.stage,
        "number": record.number,
        "date": record.date.isoformat() if record.date else None,
        "duplicate_of": {"sheet": twin[0], "row": twin[1]} if twin else None,
        "defects": sorted({d.code for d in record.defects} & CODES),
    }


def predict(data: Path, out: Path) -> tuple[int, int]:
    """Read every workbook by the day given with it; returns records and characters in cells."""
    folder = out / "trackers"
    folder.mkdir(exist_ok=True)
    records = characters = 0
    for path in sorted((data / "trackers").glob("*.xlsx")):
        as_of = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["as_of"]
        tracker, _ = read_tracker(path.read_bytes(), path.name, dt.date.fromisoformat(as_of))
        items = [item(record) for record in tracker.records]
        records += len(items)
        characters += sum(len(w) for r in tracker.records for w in r.written.values())
        (folder / f"{path.stem}.json").write_text(
            json.dumps({"records": items}, ensure_ascii=False, indent=1), encoding="utf-8"
        )
    return records, characters


def misses(data: Path, out: Path) -> list[str]:
    """Every field, record and defect that differs."""
    import score

    lines = []
    for path in sorted((data / "trackers").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))["records"]
        there = json.loads((out / "trackers" / path.name).read_text(encoding="utf-8"))
        found = {(r["sheet"], r["row"]): r for r in there["records"]}
        for one in gold:
            where = f"{path.stem}/{one['sheet']}/{one['row']}"
            other = found.pop((one["sheet"], one["row"]), None)
            if other is None:
                lines.append(f"{where}: no record")
                continue
            for field in score.TRACKER_FIELDS:
                a, b = one.get(field), other.get(field)
                same = score.words(a) == score.words(b) if isinstance(a, str) else a == b
                if not same:
                    lines.append(f"{where}: {field} {b!r}, not {a!r}")
            if set(one["defects"]) != set(other["defects"]):
                lines.append(f"{where}: defects {other['defects']}, not {one['defects']}")
        lines += [f"{path.stem}/{sheet}/{row}: extra record" for sheet, row in found]
    return lines
