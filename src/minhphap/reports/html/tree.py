"""The tree at the left, with marks where there is something to look at."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from minhphap.findings import Labels
from minhphap.reports.html.segments import escape
from minhphap.reports.words import SEVERITIES, SIGNS, severity_words

if TYPE_CHECKING:
    from minhphap.reports.report import Checked, Lang
    from minhphap.structure import Document, Provision

_CONTAINERS = frozenset(("part", "chapter", "section", "subsection", "attached", "appendix"))
_SHOWN = _CONTAINERS | {"article", "recipients", "signature"}
_TITLE_LENGTH = 70
_WHOLE = {
    "attached": ("Văn bản ban hành kèm theo", "Attached document"),
    "appendix": ("Phụ lục", "Appendix"),
    "recipients": ("Nơi nhận", "Recipients"),
    "signature": ("Phần ký", "Signature"),
}


def tree(checked: Checked, lang: Lang) -> str:
    """A list of links to the articles and what stands above them."""
    document = checked.document
    shown = [one for one in document.walk() if one.type in _SHOWN]
    marks = _marks(checked, shown)
    labels = Labels(document)
    top = marks.pop(None, Counter())
    head = "Head and legal bases" if lang == "en" else "Phần đầu và căn cứ"
    rows = [_row("top", head, "other", top, lang)] if top else []
    for one in shown:
        title = _title(document, one, labels, lang)
        kind = "chap" if one.type in _CONTAINERS else "art"
        rows.append(_row(one.eid, title, kind, marks.get(one.eid, Counter()), lang))
    return f'<ol class="tree">{"".join(rows)}</ol>' if rows else ""


def _marks(checked: Checked, shown: list[Provision]) -> dict[str | None, Counter[str]]:
    """The findings of each shown provision that belong to no shown one inside it."""
    marks: dict[str | None, Counter[str]] = {}
    document = checked.document
    visible = {one.eid for one in shown}
    homes: dict[str, str | None] = {}
    for root in document.provisions:
        _home(root, None, visible, homes)
    for finding in checked.findings:
        provision = document.at(finding.start)
        home = homes.get(provision.eid) if provision else None
        marks.setdefault(home, Counter())[finding.severity] += 1
    return marks


def _home(
    root: Provision, above: str | None, visible: set[str], homes: dict[str, str | None]
) -> None:
    stack = [(root, above)]
    while stack:
        one, outer = stack.pop()
        home = one.eid if one.eid in visible else outer
        homes[one.eid] = home
        stack += [(child, home) for child in one.children]


def _title(document: Document, one: Provision, labels: Labels, lang: Lang) -> str:
    whole = _WHOLE.get(one.type)
    if whole:
        name = whole[lang == "en"]
        if one.type == "appendix" and one.num:
            name = f"{name} {one.num}"
    else:
        name = labels(one).split(" văn bản ban hành")[0]
        if one.type in _CONTAINERS:  # "Mục 1 Chương II" under its chapter: "Mục 1"
            name = " ".join(name.split(" ")[: 3 if one.type == "subsection" else 2])
    heading = " ".join((one.heading or "").split())
    if not heading and one.type == "article":
        heading = _first_words(document, one)
    title = f"{name}. {heading}" if heading else name
    return title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1].rstrip() + "…"


def _first_words(document: Document, one: Provision) -> str:
    """The beginning of an article without heading, after its number."""
    words = document.source.text[one.start : min(one.end, one.start + 120)].split("\n")[0].split()
    return " ".join(words[2:])


def _row(eid: str, title: str, kind: str, count: Counter[str], lang: Lang) -> str:
    marks = "".join(
        f'<span class="{one}" title="{count[one]} {severity_words(one, lang)}">'
        f"{SIGNS[one]}{count[one]}</span>"
        for one in SEVERITIES
        if count[one]
    )
    state = "" if count else " clean"
    marks = f'<span class="m">{marks}</span>' if marks else ""
    return f'<li class="{kind}{state}"><a href="#{escape(eid)}">{escape(title)}{marks}</a></li>'
