"""The verb: letters → the official table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from minhphap.crowd.letters.asked import AskedBody
from minhphap.crowd.letters.carry import Carried, Written, carry
from minhphap.crowd.letters.labels import TableLabels, kind_name
from minhphap.crowd.letters.names import body_key
from minhphap.crowd.letters.table import Agreement, Row, Silent, Table, Totals
from minhphap.crowd.letters.values import Collection, Letter, Passage
from minhphap.structure import Document

_OFFICES = ("Giám đốc ", "Chánh Thanh tra ", "Trưởng ban ", "Chánh Văn phòng ")


def tabulate(
    collection: Collection,
    *,
    asked: tuple[AskedBody, ...] = (),
    previous: Written | None = None,
    on: dt.date | None = None,
    agency: str = "",
) -> Table:
    """Make the table of a collection.

    Rows stand in the order of the draft, then what is general, then what a person must place.
    ``previous``: the table of an earlier run, with what people wrote into it; every answer goes
    with its passage, to the clause's new place when the draft has changed. ``on``: the day on
    which waiting is counted. ``agency``: who drafts; else as the draft's bases say.
    """
    draft = collection.draft
    carried = carry(collection, previous) if previous else Carried()
    labels = TableLabels(draft)
    rows: list[Row] = []
    agreements = []
    agreed = _agreed(collection.counted)
    for letter in collection.counted:
        answered = any(one.id in carried.answers for one in letter.passages)
        if letter.agrees and _who(letter) in agreed and not answered:
            agreements.append(Agreement(letter.sender, _letter(letter), letter.file))
        else:
            rows += [_row(letter, one, labels, carried) for one in letter.passages]
    rows.sort(key=lambda row: labels.order(row.clause))
    replied = {body_key(letter.sender) for letter in collection.counted if letter.asked}
    silent = tuple(_silent(body, on) for body in asked if body_key(body.name) not in replied)
    return Table(
        collection, _title(draft), agency or _agency(draft), draft.meta.issuer or "",
        _totals(collection, asked, silent, rows), tuple(rows), tuple(agreements), silent,
        carried.kept, on, _request(collection.counted),
    )  # fmt: skip


def _totals(
    collection: Collection,
    asked: tuple[AskedBody, ...],
    silent: tuple[Silent, ...],
    rows: list[Row],
) -> Totals:
    others = {_who(letter) for letter in collection.counted if not letter.asked and letter.passages}
    replied = len(asked) - len(silent) if asked else 0
    letters = collection.counted
    return Totals(
        len(asked) if asked else None,
        replied,
        len(others),
        len(letters),
        len(_agreed(letters)),
        len(rows),
    )


def _row(letter: Letter, one: Passage, labels: TableLabels, carried: Carried) -> Row:
    written = carried.answers.get(one.id)
    clause = carried.clauses.get(one.id, one.clause)
    speaker = f"Người phát biểu: {one.speaker}" if one.speaker else ""
    return Row(
        one.id, clause, one.clause,
        labels.label(clause), labels.heading(clause), labels.part(clause),
        letter.sender or "(chưa rõ)", "\n".join(filter(None, (_letter(letter), speaker))), one.text,
        one.reason, one.ask, one.proposed or "", carried.remarks.get(one.id, one.remark),
        letter.file, str(one.place), one.place.page,
        written.answer if written else "", written.extra if written else (),
    )  # fmt: skip


def _letter(letter: Letter) -> str:
    date = f"{letter.date:%d/%m/%Y}" if letter.date else ""
    if letter.number:
        return f"Văn bản số {letter.number}" + (f" ngày {date}" if date else "")
    return f"Ngày {date}" if date else ""


def _agreed(letters: Iterable[Letter]) -> set[str]:
    """Senders all of whose letters agree with the whole draft."""
    stand: dict[str, bool] = {}
    for letter in letters:
        if letter.passages:
            stand[_who(letter)] = stand.get(_who(letter), True) and letter.agrees
    return {who for who, agrees in stand.items() if agrees}


def _who(letter: Letter) -> str:
    return body_key(letter.sender) or letter.file


def _silent(body: AskedBody, on: dt.date | None) -> Silent:
    return Silent(body.name, body.sent, body.due, (on - body.due).days if on and body.due else None)


def _request(letters: Iterable[Letter]) -> str:
    count: dict[str, int] = {}
    for letter in letters:
        if letter.request:
            count[letter.request] = count.get(letter.request, 0) + 1
    return max(count, key=lambda one: count[one]) if count else ""


def _title(draft: Document) -> str:
    title = draft.meta.title or ""
    return " ".join(filter(None, ("dự thảo", kind_name(draft), title[:1].lower() + title[1:])))


def _agency(draft: Document) -> str:
    """Who drafts, as the bases say: "Theo đề nghị của Giám đốc Sở …"."""
    for provision in draft.walk():
        if provision.type == "basis":
            words = " ".join(draft.source.text[provision.start : provision.end].split())
            if words.startswith("Theo đề nghị của "):
                body = words.removeprefix("Theo đề nghị của ").split(" tại Tờ trình")[0]
                for office in _OFFICES:
                    body = body.removeprefix(office)
                return body.strip(" ;.,")
    return ""
