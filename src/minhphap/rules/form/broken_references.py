"""References to a provision of this document that it does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.citations import Citation, Target
from minhphap.findings import Evidence
from minhphap.rules.context import Context
from minhphap.rules.form.elsewhere import Elsewhere
from minhphap.rules.form.places import (
    LETTERS,
    UPPER,
    home,
    is_amending,
    named,
    number_span,
    order_of,
)
from minhphap.rules.rule import Hit, load
from minhphap.structure import Provision

_STEP = re.compile(r"(art|para|point)_([^_]+)$")
_TYPES = {"art": "article", "para": "clause", "point": "point"}
_THIS = re.compile(r"\bnày\b", re.IGNORECASE)
_NAMES = {"art": "Điều", "para": "khoản", "point": "điểm"}
_ENGLISH = {"art": "Article", "para": "clause", "point": "point"}
_ARTICLE = re.compile(r"^\W*Điều\s*(\d+[a-zđ]?)\b", re.MULTILINE | re.IGNORECASE)
_MARK = re.compile(
    r"(?:(?<=[\s.;:,“\"])|^)(\d{1,3}[a-zđ]?|[a-zđ]\d?)\s*[.)/-](?!\d)"
    rf"|^(\d{{1,3}})(?= [{UPPER}])",  # "1 Phạt cảnh cáo": the stop is lost
    re.MULTILINE,
)
_PATH = re.compile(r"(?:att_\d+__)?(?:art|para|point)_[^_.]+(?:__(?:art|para|point)_[^_.]+)*$")
_ARTICLE_WORD = re.compile(r"\bđiều\b", re.IGNORECASE)
_CONTAINER_WORD = re.compile(r"\b(?:chương|mục|phần)\b", re.IGNORECASE)
_CHANGES = frozenset({"amends", "adds", "repeals", "replaces"})


class Seen:
    """Numbers that stand in the text where a provision may begin, read once for each place."""

    def __init__(self) -> None:
        self._articles: frozenset[str] | None = None
        self._marks: dict[str, frozenset[str]] = {}

    def articles(self, text: str) -> frozenset[str]:
        """Numbers after the word "Điều" at the start of a line."""
        if self._articles is None:
            self._articles = frozenset(one[1].casefold() for one in _ARTICLE.finditer(text))
        return self._articles

    def marks(self, text: str, above: Provision) -> frozenset[str]:
        """Numbers and letters with a stop or bracket anywhere in a provision."""
        if above.eid not in self._marks:
            found = _MARK.finditer(text, above.start, above.end)
            self._marks[above.eid] = frozenset((one[1] or one[2]).casefold() for one in found)
        return self._marks[above.eid]


def check(context: Context) -> Iterator[Hit]:
    """Look at every target of this document that the tree does not have."""
    amending = is_amending(context.document)
    seen, elsewhere = Seen(), Elsewhere(context)
    for citation in context.citations:
        missing = [one for one in citation.targets if _is_missing(one)]
        if not missing:
            continue
        words = context.text[citation.start : citation.end]
        if not _THIS.search(words) and (
            amending
            or citation.role in _CHANGES
            or not _ARTICLE_WORD.search(words)
            or _CONTAINER_WORD.search(words)
            or elsewhere.may_own(citation)
        ):
            continue
        if _in_quotes(context.text, citation.start):
            continue
        for target in missing:
            if hit := _judge(seen, context, citation, target):
                yield hit


def _in_quotes(text: str, at: int) -> bool:
    """Whether a quotation opened on the line is still open: the words of another document."""
    line = text.rfind("\n", 0, at) + 1
    curly = text.count("“", line, at) > text.count("”", line, at)
    return curly or text.count('"', line, at) % 2 == 1


def _is_missing(target: Target) -> bool:
    return (
        target.reason == "missing"
        and bool(target.work.this or target.work.attached)
        and bool(_PATH.match(target.eid or ""))
    )


def _judge(seen: Seen, context: Context, citation: Citation, target: Target) -> Hit | None:
    """The finding, unless the tree may have lost what is cited."""
    holder = context.document.at(target.start)
    if holder is not None and holder.type.startswith(("quoted", "appendix")):
        return None
    if target.start > context.signed and not (holder and home(holder)):
        return None  # a form or table that was not read as an appendix
    root = _root(context, citation, target)
    if root is None:
        return None
    steps = [step for step in (target.eid or "").split("__") if not step.startswith("att_")]
    above: Provision | None = None
    for depth, step in enumerate(steps):
        found = _STEP.match(step)
        if found is None:
            return None
        eid = "__".join([*([root] if root else []), *steps[: depth + 1]])
        one = context.document.by_eid.get(eid)
        if one is None:
            return _hit(seen, context, target, above, found, root)
        above = one
    return None


def _root(context: Context, citation: Citation, target: Target) -> str | None:
    """Where the path is rooted: "" in the deciding part, "att_1" in the attached text."""
    attached = [one.eid for one in context.document.provisions if one.type == "attached"]
    if target.work.attached:
        return attached[0] if len(attached) == 1 else None
    holder = next(
        (one for one in context.document.provisions if one.start <= citation.start < one.end), None
    )
    if holder is None:
        return None
    return holder.eid if holder.type == "attached" else ""


def _hit(
    seen: Seen,
    context: Context,
    target: Target,
    above: Provision | None,
    found: re.Match[str],
    root: str,
) -> Hit | None:
    kind, num = found[1], found[2]
    siblings = _siblings(context, above, kind, root)
    if _maybe_lost(seen, context, above, kind, num) or (kind == "art" and not siblings):
        return None
    missing = f"{_NAMES[kind]} {num}"
    if above is None:
        what = f"Văn bản không có {missing}"
        english = f"There is no {_ENGLISH[kind]} {num}"
    else:
        whose = _path_name(context, above)
        what = f"{whose[0].upper()}{whose[1:]} không có {missing}"
        english = f"{named(above)[1]} has no {_ENGLISH[kind]} {num}"
    last = f" (chỉ đến {_NAMES[kind]} {siblings[-1].num})" if siblings else ""
    evidence = (Evidence(*number_span(context, above), "phần được dẫn chiếu"),) if above else ()
    return Hit(
        target.start,
        target.end,
        f"{what}{last}; dẫn chiếu này không chỉ đến đâu.",
        f"{english}; the reference leads nowhere.",
        suggestion="Kiểm tra lại số được dẫn chiếu sau khi đánh số lại.",
        evidence=evidence,
    )


def _siblings(context: Context, above: Provision | None, kind: str, root: str) -> list[Provision]:
    if above is not None:
        return [one for one in above.children if one.type == _TYPES[kind]]
    prefix = f"{root}__" if root else ""
    return [
        one for one in context.own if one.type == "article" and one.eid.startswith(f"{prefix}art_")
    ]


def _path_name(context: Context, one: Provision) -> str:
    parts = []
    here: Provision | None = one
    while here is not None and here.type in ("article", "clause", "point"):
        parts.append(named(here)[0])
        here = context.parents.get(here.eid)
    return " ".join(parts)


def _maybe_lost(seen: Seen, context: Context, above: Provision | None, kind: str, num: str) -> bool:
    """Whether the text shows the number although the tree does not have it."""
    if kind == "art":
        return num.casefold() in seen.articles(context.text)
    if above is None:
        return True
    if num.casefold() in seen.marks(context.text, above):
        return True
    # a text that stops in the middle of what is cited proves nothing
    return above.end >= len(context.text.rstrip()) and not _comes_first(num, kind)


def _comes_first(num: str, kind: str) -> bool:
    order = order_of(num)
    return bool(order and order.number <= 1) if kind != "point" else num == LETTERS[0]


RULE = load(__file__, check)
