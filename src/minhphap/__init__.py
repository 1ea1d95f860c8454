"""Minh Pháp reads Vietnamese legal drafts and shows what to look at, why, and on what basis.

The whole in a few lines; each room (``minhphap.structure``, ``minhphap.rules``…) has more:

    import minhphap as mp

    draft = mp.open("du-thao.docx")
    law = mp.Registry.open("phap-luat.sqlite")  # or none
    found = mp.check(draft, law=law)
    for one in found:
        print(one.label, one.message, [basis.citation for basis in one.basis])
    mp.write(found, draft, "du-thao.nhan-xet.docx")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path

    from minhphap.registry import Registry as Registry
    from minhphap.reports import Format
    from minhphap.reports.report import Lang
    from minhphap.rules import Result
    from minhphap.structure import Document

__all__ = ["Registry", "check", "open", "write"]


def __getattr__(name: str) -> object:
    """``Registry`` is loaded when it is asked for."""
    if name == "Registry":
        from minhphap.registry import Registry

        return Registry
    raise AttributeError(f"module 'minhphap' has no attribute {name!r}")


def open(path: str | Path) -> Document:  # noqa: A001 -- the verb users know
    """Read a file into a lossless tree.

    Raises ``minhphap.intake.Unreadable`` with one sentence when the file cannot be read, and
    OSError when the path cannot be opened.
    """
    from minhphap.intake import read
    from minhphap.structure import parse

    return parse(read(path))


def check(
    draft: Document,
    *,
    on: dt.date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    law: Registry | None = None,
) -> Result:
    """Hold a draft against the rules in force on a day (None: the draft's own); see ``rules``."""
    from minhphap.rules import check as held_against

    return held_against(draft, on=on, select=select, ignore=ignore, law=law)


def write(
    found: Result,
    draft: Document,
    path: str | Path,
    format: Format | None = None,  # noqa: A002 -- the word users know
    *,
    lang: Lang = "vi",
    date: dt.datetime | None = None,
) -> None:
    """Write the findings as a report; the suffix of the path tells the format when not given.

    A ``.docx`` is the draft's own file with margin comments, signed with ``date`` when given.
    Raises ``minhphap.reports.UnwritableError`` and OSError, and then leaves nothing half-written.
    """
    from importlib.metadata import version

    from minhphap.reports import Checked, Report
    from minhphap.reports import write as put

    law = {"registry": found.law} if found.law else {}
    report = Report(
        documents=(Checked(draft, found.findings, found.not_run),),
        versions={"minhphap": version("minhphap"), **found.packs, **law},
        on=found.first if found.first == found.last else None,
    )
    put(report, path, format, lang=lang, date=date)
