"""A table as the bytes of the file that is asked for, and the tables that were written before."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from minhphap.crowd.letters.carry import Written
from minhphap.crowd.letters.paper import paper
from minhphap.crowd.letters.table import Table
from minhphap.crowd.letters.workbook import relative_link, workbook


def rendered(table: Table, output: Path, root: Path, template: bytes | None = None) -> bytes:
    """The table as a workbook (.xlsx) or as the official paper (.docx), by the name ``output``.

    ``root``: the folder of the letters; links to them are relative to the table where they can be.
    """
    try:
        home = os.path.relpath(root, output.absolute().parent).replace(os.sep, "/")
    except ValueError:  # another drive
        home = root.as_uri()
    link = relative_link("" if home == "." else home)
    if output.suffix.lower() == ".xlsx":
        return workbook(table, link)
    return paper(table, link, template)


def joined(earlier: Iterable[Written]) -> Written | None:
    """Several earlier tables as one, the first one's draft; None for none."""
    found = tuple(earlier)
    if not found:
        return None
    rows = tuple(row for one in found for row in one.rows)
    return Written(rows, next((one.draft for one in found if one.draft), None))
