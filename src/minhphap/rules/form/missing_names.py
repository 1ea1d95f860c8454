"""Parts, chapters, sections and articles without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.findings import Severity
from minhphap.rules.context import Context
from minhphap.rules.form.places import UPPER, home, named, number_span
from minhphap.rules.rule import Hit, load
from minhphap.structure import Provision

_CONTAINERS = frozenset({"part", "chapter", "section", "subsection"})

_ISSUES = re.compile(r"[.:]?\s*(?:Ban hành|Phê duyệt|Công bố|Thông qua)\b", re.IGNORECASE)
_CHANGES = re.compile(
    r"[.:]?\s*(?:Sửa đổi|Bổ sung|Bãi bỏ|Hủy bỏ|Huỷ bỏ|Thay thế|Thay (?:cụm )?từ|Đính chính"
    r"|Ngưng hiệu lực|Kéo dài)\b",
    re.IGNORECASE,
)
_PHRASE = re.compile(r"[.:]?[ \t]*[^\n.;:]{4,80}:[ \t]*\n")
_OWN_LINE = re.compile(rf"[.:]?\s*\n?[{UPPER}][^\n]{{3,150}}[^\n.;:,/][ \t]*\n")


def check(context: Context) -> Iterator[Hit]:
    """Report containers without name, and articles that lack one where others have it.

    In a text none of whose articles has a name only the first is reported, as a note. The
    deciding part of a document that issues another text, and one that only changes or repeals
    others without naming its articles, are left out.
    """
    articles: dict[str, list[Provision]] = {}
    for one in context.own:
        if one.type in _CONTAINERS and not one.heading and one.children:
            yield _hit(context, one, None)
        elif one.type == "article":
            articles.setdefault(home(one), []).append(one)
    if len(articles) > 1 or any(_issues(context, one) for one in articles.get("", ())):
        articles.pop("", None)
    for several in articles.values():
        nameless = [one for one in several if not one.heading and not _excused(context, one)]
        if any(one.heading for one in several):
            for one in nameless:
                yield _hit(context, one, None)
        elif len(nameless) == len(several):
            yield _hit(context, several[0], "note")


def _issues(context: Context, article: Provision) -> bool:
    """Whether the article issues an attached text or approves one."""
    return bool(_ISSUES.match(context.text, number_span(context, article)[1], article.end))


def _excused(context: Context, article: Provision) -> bool:
    """Whether the place of the name is taken.

    By a short phrase with a colon, by a short line that is no sentence, or by the words that
    change another document ("Điều 1. Bãi bỏ toàn bộ Quyết định số …").
    """
    at = number_span(context, article)[1]
    return any(one.match(context.text, at, article.end) for one in (_CHANGES, _PHRASE, _OWN_LINE))


def _hit(context: Context, one: Provision, severity: Severity | None) -> Hit:
    start, end = number_span(context, one)
    vi, en = named(one)
    return Hit(
        start,
        end,
        f"{vi} chưa có tên. Phần, chương, mục, tiểu mục, điều phải có tên.",
        f"{en} has no name; parts, chapters, sections and articles must have one.",
        severity=severity,
        suggestion="Thêm một cụm từ chỉ nội dung chính ngay sau số thứ tự.",
    )


RULE = load(__file__, check)
