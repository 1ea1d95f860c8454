"""Letters to the bodies that have not answered, ready to be numbered and signed."""

from __future__ import annotations

import datetime as dt
import re

from minhphap.crowd.letters.paper import own_template
from minhphap.crowd.letters.table import Silent, Table
from minhphap.crowd.letters.template import Template
from minhphap.text import search_key

_BLANK = "…"


def reminder(table: Table, bodies: tuple[Silent, ...], template: bytes | None = None) -> bytes:
    """One letter to one body or to several; number, date, new day and signature are left open."""
    made = Template(template or own_template("don-doc"))
    agency = table.agency or _BLANK
    several = len(bodies) > 1
    sent = _days([one.sent for one in bodies])
    names = [f"- {one.name}{';' if at < len(bodies) else '.'}" for at, one in enumerate(bodies, 1)]
    made.fill(
        {
            "CO_QUAN_CHU_QUAN": table.parent.upper(),
            "CO_QUAN": agency.upper(),
            "co_quan": agency,
            "ten_du_thao": table.title,
            "dia_danh": table.draft.meta.place or _BLANK,
            "nam": str(table.on.year) if table.on else _BLANK,
            "kinh_gui": "" if several else f"{bodies[0].name}.",
            "kinh_gui_danh_sach": ["Kính gửi:", *names] if several else [],
            "van_ban_da_gui": f"số {table.request or f'{_BLANK} ngày {sent}'}",
            "han_cu": _days([one.due for one in bodies]),
            "ngay_lap": f"{table.on:%d/%m/%Y}" if table.on else _BLANK,
        }
    )
    properties = made.document.core_properties
    properties.title, properties.author, properties.last_modified_by = "Công văn đôn đốc", "", ""
    return made.bytes()


def _days(days: list[dt.date | None]) -> str:
    """The day, where all have the same one."""
    known = {day for day in days if day}
    return f"{known.pop():%d/%m/%Y}" if len(known) == 1 and None not in days else _BLANK


def reminders(table: Table, template: bytes | None = None) -> list[tuple[str, bytes]]:
    """A letter to each body that has not answered: name of the file and content."""
    made = []
    for at, body in enumerate(table.silent, 1):
        slug = re.sub(r"[^a-z0-9]+", "-", search_key(body.name)).strip("-")[:60]
        made.append((f"{at:02d}-don-doc-{slug}.docx", reminder(table, (body,), template)))
    return made
