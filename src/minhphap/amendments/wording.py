"""New text as it must stand in the place of the old: with its number, its end."""

from __future__ import annotations

import re

from minhphap.amendments.places import Places
from minhphap.structure import Provision

_ENDS = ".;:,/"
_FOREIGN_LABEL = re.compile(r"\s*(?:Điều\s+\d+|\d{1,3}[a-zđ]?\s*[.)]|[a-zđ]\d?\s*\))")


def without_stray_marks(new: str) -> str:
    """New text without marks that open a line and are closed nowhere ("“1. Khi …").

    In the base such a mark would make all that follows a quotation.
    """
    spare = new.count("“") - new.count("”")
    if spare <= 0:
        return new
    lines = new.split("\n")
    for at, line in enumerate(lines):
        if spare > 0 and line.lstrip().startswith("“") and "”" not in line:
            lines[at] = line.replace("“", "", 1)
            spare -= 1
    return "\n".join(lines)


def in_place_of(places: Places, old: Provision, new: str) -> str:
    """New text fitted to the provision it replaces.

    New text that repeats what holds the provision ("Điều 10. … 3. …" for clause 3) is cut to it;
    text without the number gets number and heading of the old.
    """
    text = places.text
    label = text[old.start : places.label_end(old)]
    mark = _mark(old)
    if mark is not None:
        found = mark.search(new)
        if found is not None:
            new = new[found.start() :].lstrip()
        else:
            new = _with_label(places, old, label, new)
    return _ended(new, text[old.start : old.end])


def _with_label(places: Places, old: Provision, label: str, new: str) -> str:
    if old.type != "article":
        return f"{label} {new}"
    heading = places.heading(old)
    head = places.text[old.start : heading[1]] if heading else label
    return f"{head}\n{new}" if _FOREIGN_LABEL.match(new) or heading else f"{head} {new}"


def _mark(old: Provision) -> re.Pattern[str] | None:
    """How the provision begins in new text."""
    if old.num is None:
        return None
    number = re.escape(old.num)
    if old.type == "article":
        return re.compile(rf"(?m)^\s*[ĐÐ]iều\s+{number}\b")
    if old.type == "clause":
        return re.compile(rf"(?m)^\s*{number}\s?[.)/-]")
    if old.type == "point":
        return re.compile(rf"(?m)^\s*{number}\s?[.)](?:\s|$)|^\s*{number}\s")
    return None


def _ended(new: str, old: str) -> str:
    """With the sign that ended the old text, where the new has none."""
    if new and new[-1].isalnum() and old[-1:] in _ENDS:
        return new + old[-1]
    return new


def heading_only(new: str) -> str:
    """A new title without its number: "Điều 9. Quản lý phí" is "Quản lý phí"."""
    bare = re.sub(
        r"^\s*(?:(?:Điều|Chương|Mục|Tiểu mục|Phần)\s+[\w.]+?(?:\s*[.:]\s*|\s*\n\s*|\s+)"
        r"|(?:\d{1,3}[a-zđ]?|[a-zđ]\d?)\s*[.)]\s*)",
        "",
        new,
        count=1,
        flags=re.IGNORECASE,
    )
    return bare.strip()
